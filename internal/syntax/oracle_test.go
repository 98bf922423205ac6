package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// randomTree is a projective tree of n words, made by random moves.
func randomTree(rnd *rand.Rand, n int) *Sample {
	s := randomState(n)
	for !s.done() {
		if m := rnd.IntN(numMoves); s.can(m) {
			s.make(m)
		}
	}
	x := &Sample{words: s.words, heads: make([]int32, n+1), relations: make([]Relation, n+1), children: make([][]int32, n+1)}
	for i := int32(1); i <= s.n; i++ {
		h := s.nodes[i].head
		x.heads[i] = h
		x.children[h] = append(x.children[h], i)
	}
	x.children[0] = nil
	return x
}

func randomState(n int) *state {
	s := &state{words: make([]word, n+4)}
	s.reset()
	return s
}

func (s *state) make(move int) {
	if move == shift {
		s.shift()
		return
	}
	head, child := s.arc(move)
	s.attach(head, child, 0, 1)
}

// following makes moves of least cost until the end, and returns their costs.
func (s *state) following(x *Sample) int {
	sum := 0
	for !s.done() {
		costs := s.costs(x)
		best := -1
		for m := range numMoves {
			if s.can(m) && (best < 0 || costs[m] < costs[best]) {
				best = m
			}
		}
		sum += costs[best]
		s.make(best)
	}
	return sum
}

func (s *state) lost(x *Sample) int {
	lost := 0
	for i := int32(1); i <= s.n; i++ {
		if s.nodes[i].head != x.heads[i] {
			lost++
		}
	}
	return lost
}

// TestOracleReachesEveryTree: moves that cost nothing lead to the tree.
func TestOracleReachesEveryTree(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		x := randomTree(rnd, 1+rnd.IntN(12))
		s := randomState(x.Words())
		require.Zero(t, s.following(x), x.heads)
		require.Zero(t, s.lost(x), x.heads)
	}
}

// TestCostsAreArcsLost: after some random moves, what the rest of the way costs
// at least is what the best of all ways loses.
func TestCostsAreArcsLost(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		n := 2 + rnd.IntN(5)
		x := randomTree(rnd, n)
		s := randomState(n)
		sum := 0
		for range rnd.IntN(2 * n) {
			if m := rnd.IntN(numMoves); s.can(m) {
				sum += s.costs(x)[m]
				s.make(m)
			}
		}
		best := s.fewest(x)
		require.Equal(t, best, sum, "%v, then stack %v next %d", x.heads, s.stack, s.next)
		s.following(x)
		require.Equal(t, best, s.lost(x))
	}
}

// fewest is how many arcs are lost on the best of all ways from s.
func (s *state) fewest(x *Sample) int {
	if s.done() {
		return s.lost(x)
	}
	best := len(s.words)
	for m := range numMoves {
		if s.can(m) {
			c := *s
			c.stack = append([]int32(nil), s.stack...)
			c.nodes = append([]node(nil), s.nodes...)
			c.make(m)
			best = min(best, c.fewest(x))
		}
	}
	return best
}
