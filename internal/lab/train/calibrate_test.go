package train

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
)

func TestRisingNeverFalls(t *testing.T) {
	t.Parallel()
	got := rising([]float64{0, 90, 10, 99}, []float64{100, 100, 100, 100}, func(int) float64 { return 0.5 })
	require.Len(t, got, 4)
	require.IsNonDecreasing(t, got)
	require.InDelta(t, got[1], got[2], 1e-9, "steps that would fall are one")
	require.Less(t, got[0], 0.1)
	require.Greater(t, got[3], 0.9)
}

func TestTableFollowsAllPathsWhereOneIsEmpty(t *testing.T) {
	t.Parallel()
	right, all := make([]float64, attrib.NumKeys), make([]float64, attrib.NumKeys)
	n := attrib.NumKeys / attrib.NumPaths
	for k := range n {
		all[k] = 50
		if k > n/2 {
			right[k] = 45
		}
	}
	bins := table(right, all)
	require.Len(t, bins, attrib.NumKeys)
	for k, b := range bins {
		require.Equal(t, int32(k), b.Margin)
		require.True(t, b.Permille > 0 && b.Permille < 1000)
	}
	require.Less(t, bins[n].Permille, uint16(300), "an empty path")
	require.Greater(t, bins[2*n-1].Permille, uint16(700))
}

func TestIsRight(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{Text: "Ann Lee said that the mill was safe.", Entities: []whosaid.Entity{{ID: 1, Kind: whosaid.EntityPerson, Name: "Ann Lee"}}}
	content := whosaid.Span{Start: 18, End: 35}
	golds := []Gold{{Source: whosaid.Span{Start: 0, End: 7}, Content: []whosaid.Span{content}, Name: "Dr. Ann Lee"}}
	q := &whosaid.Quote{Speaker: 1}
	require.True(t, isRight(d, q, content, golds))
	require.True(t, isRight(d, q, whosaid.Span{Start: 22, End: 35}, golds), "more than half is shared")
	require.False(t, isRight(d, q, whosaid.Span{Start: 30, End: 35}, golds), "less than half is shared")
	require.False(t, isRight(d, &whosaid.Quote{}, content, golds), "no speaker")
}
