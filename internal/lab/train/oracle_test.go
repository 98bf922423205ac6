package train

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/syntax"
)

// sameWords is a sentence of n words that are all the same.
func sameWords(t *testing.T, n int) *syntax.Words {
	t.Helper()
	clusters, err := feature.OpenClusters(model.Clusters)
	require.NoError(t, err)
	d := &whosaid.Document{Text: strings.Repeat("go ", n)}
	d.Tokens, d.Sentences = segment.Split(d.Text)
	require.Len(t, d.Sentences, 1)
	r, err := syntax.NewReader(clusters)
	require.NoError(t, err)
	words := r.Words(d, &d.Sentences[0])
	require.Equal(t, n, words.Len())
	return words
}

func walkTo(words *syntax.Words, moves ...int) *syntax.Walk {
	w := &syntax.Walk{}
	w.Start(words)
	for _, m := range moves {
		makeMove(w, m)
	}
	return w
}

func makeMove(w *syntax.Walk, move int) {
	if move == syntax.Shift {
		w.Shift()
		return
	}
	head, child := w.Arc(move)
	w.Attach(head, child, syntax.Nmod)
}

// randomMoves are moves that are possible, at most so many.
func randomMoves(rnd *rand.Rand, words *syntax.Words, most int) (moves []int) {
	w := walkTo(words)
	for len(moves) < most && !w.Done() {
		if m := rnd.IntN(syntax.NumMoves); w.Can(m) {
			makeMove(w, m)
			moves = append(moves, m)
		}
	}
	return moves
}

// randomTree is a projective tree, made by random moves.
func randomTree(rnd *rand.Rand, words *syntax.Words) *treeSample {
	n := words.Len()
	w := walkTo(words, randomMoves(rnd, words, 2*n)...)
	x := &treeSample{words: words, heads: make([]int32, n+1), relations: make([]syntax.Relation, n+1), children: make([][]int32, n+1)}
	for i := int32(1); i <= int32(n); i++ {
		if x.heads[i] = w.Head(i); x.heads[i] > 0 {
			x.children[x.heads[i]] = append(x.children[x.heads[i]], i)
		}
	}
	return x
}

// following makes moves of least cost until the end, and returns their costs.
func following(w *syntax.Walk, x *treeSample) int {
	sum := 0
	for !w.Done() {
		m := leastCost(w, x)
		sum += costs(w, x)[m]
		makeMove(w, m)
	}
	return sum
}

func lost(w *syntax.Walk, x *treeSample) int {
	lost := 0
	for i := int32(1); i <= int32(x.words.Len()); i++ {
		if w.Head(i) != x.heads[i] {
			lost++
		}
	}
	return lost
}

// TestOracleReachesEveryTree: moves that cost nothing lead to the tree.
func TestOracleReachesEveryTree(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 12; n++ {
		words := sameWords(t, n)
		for range 200 {
			x := randomTree(rnd, words)
			w := walkTo(words)
			require.Zero(t, following(w, x), x.heads)
			require.Zero(t, lost(w, x), x.heads)
		}
	}
}

// TestCostsAreArcsLost: after some random moves, what the rest of the way costs
// at least is what the best of all ways loses.
func TestCostsAreArcsLost(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(3, 4))
	for n := 2; n <= 6; n++ {
		words := sameWords(t, n)
		for range 100 {
			x := randomTree(rnd, words)
			moves := randomMoves(rnd, words, rnd.IntN(2*n))
			sum := 0
			for i, m := range moves {
				sum += costs(walkTo(words, moves[:i]...), x)[m]
			}
			best := fewest(x, moves)
			require.Equal(t, best, sum, "%v after %v", x.heads, moves)
			w := walkTo(words, moves...)
			following(w, x)
			require.Equal(t, best, lost(w, x))
		}
	}
}

// fewest is how many arcs are lost on the best of all ways that begin with these
// moves.
func fewest(x *treeSample, moves []int) int {
	w := walkTo(x.words, moves...)
	if w.Done() {
		return lost(w, x)
	}
	best := len(x.heads)
	for m := range syntax.NumMoves {
		if w.Can(m) {
			best = min(best, fewest(x, append(slices.Clip(moves), m)))
		}
	}
	return best
}
