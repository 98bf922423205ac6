package train

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/coref"
)

// TestLean: a class leans to where its links are best, if it is one that may.
func TestLean(t *testing.T) {
	t.Parallel()
	var held []decision
	add := func(c coref.Class, right bool, ahead int32) {
		d := decision{class: c, new: !right}
		d.top.right, d.top.ahead = right, ahead
		held = append(held, d)
	}
	for _, c := range []coref.Class{coref.They, coref.Subject} {
		add(c, true, 100)
		add(c, true, -100)
		add(c, true, -leanStep-100)
		add(c, false, -maxLean)
	}
	add(coref.It, false, -100)
	var want lean
	want[coref.They] = 2 * leanStep
	require.Equal(t, want, leanOf(held))

	w := make([]int16, coref.NumWeights)
	want.apply(w)
	for value := range 3 {
		require.EqualValues(t, -2*leanStep, w[coref.Places("they", "nobody", value)[0]])
		require.Zero(t, w[coref.Places("it", "nobody", value)[0]])
	}
}
