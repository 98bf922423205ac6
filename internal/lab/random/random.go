// Package random is a generator of random numbers that are the same everywhere,
// for training.
package random

// A Source is a state of SplitMix64; any number is a good seed.
type Source uint64

// Next is the next number.
func (s *Source) Next() uint64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Shuffle puts n things in a random order by swapping pairs of them.
func (s *Source) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, int(s.Next()%uint64(i+1)))
	}
}
