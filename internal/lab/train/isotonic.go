package train

import (
	"cmp"
	"math"
	"slices"

	"github.com/whosaid/whosaid/internal/linear"
)

// A judged decision is the margin it was taken with, and whether it was right.
type judged struct {
	margin int32
	right  bool
}

// isotonic turns decisions on unseen texts into a table that never falls: the
// isotonic regression of being right on the margin, by pooling neighbours that
// are out of order. least is how many decisions a step stands for at least.
func isotonic(data []judged, least int) []linear.Bin {
	slices.SortStableFunc(data, func(a, b judged) int { return cmp.Compare(a.margin, b.margin) })
	type pool struct {
		margin   int32
		right, n int
	}
	var pools []pool
	for _, d := range data {
		p := pool{margin: d.margin, n: 1}
		if d.right {
			p.right = 1
		}
		pools = append(pools, p)
		for len(pools) > 1 {
			a, b := &pools[len(pools)-2], pools[len(pools)-1]
			inOrder := a.right*b.n < b.right*a.n
			if inOrder && a.n >= least && a.margin != b.margin {
				break
			}
			*a = pool{b.margin, a.right + b.right, a.n + b.n}
			pools = pools[:len(pools)-1]
		}
	}
	var out []linear.Bin
	for _, p := range pools {
		// One more of each: nothing is ever certain.
		share := float64(p.right+1) / float64(p.n+2)
		out = append(out, linear.Bin{Margin: p.margin, Permille: uint16(math.Round(1000 * share))})
	}
	return out
}
