package attrib

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLooseQuotationsLieInTheWindow: wherever a loose quotation stands, the cue
// that it is given to looks as far.
func TestLooseQuotationsLieInTheWindow(t *testing.T) {
	t.Parallel()
	const n = 300
	for _, crowded := range []bool{false, true} {
		a := &analysis{units: make([]unit, n), seqs: []sequence{{first: 0, end: n, crowded: crowded}}}
		for _, at := range []int{0, 1, 15, 40, 150, 280, n - 1} {
			found := 0
			for u := range n {
				if u == at {
					continue
				}
				a.cands = []candidate{{seq: 0, unit: u, entry: &verbEntry, sum: 1}}
				if a.cueBeside(loose{unit: at}, 0) < 0 {
					continue
				}
				found++
				w := a.windowOf(a.cands[0])
				require.True(t, w.lo <= at && at < w.hi, "cue %d, quotation %d, window %d:%d, crowded %v", u, at, w.lo, w.hi, crowded)
			}
			require.GreaterOrEqual(t, found, min(crowdedBefore, crowdedAfter, looseReach))
		}
	}
}

// TestTheBestCueIsTaken: of several, the one with the highest sum.
func TestTheBestCueIsTaken(t *testing.T) {
	t.Parallel()
	a := &analysis{units: make([]unit, 50), seqs: []sequence{{first: 0, end: 40}, {first: 40, end: 50}}}
	a.cands = []candidate{
		{unit: 2, entry: &verbEntry, sum: 9}, // too far away
		{unit: 28, entry: &verbEntry, sum: 3},
		{unit: 32, entry: &verbEntry, sum: 5},
		{unit: 34, entry: &colonEntry, sum: -slack - 1}, // too weak
		{unit: 42, seq: 1, entry: &verbEntry, sum: 9},   // of another sentence
	}
	require.Equal(t, 2, a.cueBeside(loose{unit: 30}, 0))
}
