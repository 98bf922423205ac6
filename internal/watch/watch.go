// Package watch lets loops over the tokens of a text stop soon after a context
// is done, at next to no cost.
package watch

import (
	"context"
	"slices"
)

// A Watch looks at a context now and then. It serves one goroutine. A nil
// Watch is never over.
type Watch struct {
	ctx  context.Context
	left int // calls of Over until the next look
	err  error
}

// period is how many calls of Over go without a look: what a loop does for so
// many tokens takes well below a millisecond.
const period = 256

// New returns a Watch of ctx, which it looks at at once.
func New(ctx context.Context) *Watch {
	w := &Watch{ctx: ctx}
	w.Look()
	return w
}

// Over reports whether the context is done, as the latest look at it told. A
// loop calls it in each turn and ends if so; once true, it stays true.
func (w *Watch) Over() bool {
	if w == nil {
		return false
	}
	w.left--
	return w.left < 0 && w.Look()
}

// Look is Over with a look now, for what takes long in one turn.
func (w *Watch) Look() bool {
	if w == nil {
		return false
	}
	if w.err == nil {
		w.err = w.ctx.Err()
	}
	w.left = period
	if w.err != nil {
		w.left = 0
	}
	return w.err != nil
}

// Err is the error of the context that made Over true, or nil. It does not
// look.
func (w *Watch) Err() error {
	if w == nil {
		return nil
	}
	return w.err
}

// SortStable is slices.SortStableFunc until w is over, which leaves s in any
// order.
func SortStable[E any](w *Watch, s []E, compare func(a, b E) int) {
	slices.SortStableFunc(s, func(a, b E) int {
		if w.Over() {
			return 0 // all alike: the rest is soon sorted
		}
		return compare(a, b)
	})
}
