package eval

import "sort"

// spans are half-open byte ranges, sorted for the question which of them
// overlap another. It keeps matching near linear in long documents.
type spans struct {
	sorted  [][2]int
	index   []int // of sorted[i] in the list given
	longest int
}

func newSpans(list [][2]int) *spans {
	s := &spans{sorted: make([][2]int, len(list)), index: make([]int, len(list))}
	for i, r := range list {
		s.index[i] = i
		s.longest = max(s.longest, r[1]-r[0])
	}
	sort.SliceStable(s.index, func(a, b int) bool { return list[s.index[a]][0] < list[s.index[b]][0] })
	for i, k := range s.index {
		s.sorted[i] = list[k]
	}
	return s
}

// overlapping calls f with the index of each span that shares a byte with r,
// and how many they share.
func (s *spans) overlapping(r [2]int, f func(i, shared int)) {
	first := sort.Search(len(s.sorted), func(i int) bool { return s.sorted[i][0] > r[0]-s.longest })
	for i := first; i < len(s.sorted) && s.sorted[i][0] < r[1]; i++ {
		if o := shared(s.sorted[i], r); o > 0 {
			f(s.index[i], o)
		}
	}
}

// touches reports whether any span shares a byte with r.
func (s *spans) touches(r [2]int) bool {
	found := false
	s.overlapping(r, func(int, int) { found = true })
	return found
}

// shared is the number of bytes that a and b share; below 1 if none.
func shared(a, b [2]int) int { return min(a[1], b[1]) - max(a[0], b[0]) }

// A pairing is a candidate match of gold i and predicted j; the greater
// weight is taken first, then the greater overlap, and so on.
type pairing struct {
	weight float64
	rank   [2]int // the smaller first
	i, j   int
}

// match takes pairings one to one, best first, and returns the j of each i
// and the i of each j, or -1.
func match(pairs []pairing, ni, nj int) (ofGold, ofPred []int) {
	sort.Slice(pairs, func(a, b int) bool {
		x, y := pairs[a], pairs[b]
		switch {
		case x.weight != y.weight:
			return x.weight > y.weight
		case x.rank[0] != y.rank[0]:
			return x.rank[0] < y.rank[0]
		case x.rank[1] != y.rank[1]:
			return x.rank[1] < y.rank[1]
		case x.i != y.i:
			return x.i < y.i
		}
		return x.j < y.j
	})
	ofGold, ofPred = none(ni), none(nj)
	for _, p := range pairs {
		if ofGold[p.i] < 0 && ofPred[p.j] < 0 {
			ofGold[p.i], ofPred[p.j] = p.j, p.i
		}
	}
	return ofGold, ofPred
}

func none(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = -1
	}
	return s
}
