package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// TestWeightsHoldWhatWasWritten: what a table gives is what was written; few of
// those that were not are taken for others.
func TestWeightsHoldWhatWasWritten(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(5, 6))
	var list []Weight
	for range 700 {
		list = append(list, Weight{rnd.Uint32(), [numMoves]int8{int8(rnd.IntN(255) - 127), -127, 1}})
	}
	w, err := openWeights(WriteMoves(list, 300))
	require.NoError(t, err)
	missing := 0
	for _, x := range list {
		f := &features{n: 1, list: [maxFeatures]uint32{x.Feature}}
		if got := w.score(f); got != [numMoves]int32{int32(x.Moves[0]), -127, 1} {
			missing++
		}
	}
	require.Less(t, missing, 90, "of %d", len(list)) // groups of more than four
	found := 0
	for range 10_000 {
		f := &features{n: 1, list: [maxFeatures]uint32{rnd.Uint32()}}
		if w.score(f) != [numMoves]int32{} {
			found++
		}
	}
	require.Less(t, found, 300)
	require.Equal(t, WriteMoves(list, 300), WriteMoves(list, 300))
}

// TestScoreAddsUp: of several features, some of them unknown.
func TestScoreAddsUp(t *testing.T) {
	t.Parallel()
	w, err := openWeights(WriteMoves([]Weight{{1 << 24, [numMoves]int8{1, 2, 3}}, {2 << 24, [numMoves]int8{-10, 0, 127}}}, 256))
	require.NoError(t, err)
	f := &features{n: 4, list: [maxFeatures]uint32{1 << 24, 2 << 24, 3 << 24, 1 << 24}}
	require.Equal(t, [numMoves]int32{-8, 4, 133}, w.score(f))
}

func TestOpenWeightsRejects(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, groupSize, 2*groupSize + 1, (maxGroups + 2) * groupSize} {
		_, err := openWeights(movesForm.Write(make([]byte, n)))
		require.ErrorIs(t, err, modelfile.ErrDamaged, n)
	}
	w, err := openWeights(movesForm.Write(make([]byte, 2*groupSize)))
	require.NoError(t, err)
	require.Zero(t, w.score(&features{n: 2, list: [maxFeatures]uint32{0, 1<<32 - 1}}))
}

// BenchmarkScore scores random features, half of them known, over a table as
// large as the built-in one.
func BenchmarkScore(b *testing.B) {
	rnd := rand.New(rand.NewPCG(7, 8))
	var list []Weight
	for range 400_000 {
		list = append(list, Weight{rnd.Uint32(), [numMoves]int8{1, 2, 3}})
	}
	w, err := openWeights(WriteMoves(list, 1<<17))
	if err != nil {
		b.Fatal(err)
	}
	states := make([]features, 256)
	for i := range states {
		states[i].n = 120
		for k := range states[i].n {
			states[i].list[k] = rnd.Uint32()
			if k%2 == 0 {
				states[i].list[k] = list[rnd.IntN(len(list))].Feature
			}
		}
	}
	n := 0
	for b.Loop() {
		w.score(&states[n&255])
		n++
	}
}
