// Package room takes memory for what a text will hold, by what its beginning
// holds: a slice that only grows by append is copied again and again, each
// time without a look at the context.
package room

import "slices"

// Grow returns s, with room for more items if it is full. They were found in
// the first done of size bytes, or of whatever else the text is measured in:
// room is made for as many as there will be if the rest of the text is like its
// beginning, and a few more; but for no more than eight times len(s), lest a
// text that begins unlike its rest takes much memory, and for no less than five
// quarters, lest much is copied.
func Grow[T any](s []T, done, size int) []T {
	n := len(s)
	if n < cap(s) {
		return s
	}
	all := 8 * n
	if done > 0 {
		all = min(all, int(float64(n)/float64(done)*float64(size)))
	}
	return slices.Grow(s, max(all+all/32, n+n/4)+16-n)
}
