package entity

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// Control is what a caller knows better than a Recognizer. Its zero value
// changes nothing.
type Control struct {
	// Names are names wherever they stand, with Score 1. They replace what the
	// Recognizer finds there.
	Names Table
	// Deny lists what is not a name: a name of the Recognizer that is, as a
	// whole, one of these is dropped. Their kinds do not matter. Names win over
	// it.
	Deny Table
	// Kinds are the kinds to report; nil means all.
	Kinds []whosaid.EntityKind
}

// Apply returns a Recognizer that changes the names of r as c says. r may be
// any implementation: its names are sorted, those that cannot be names (out of
// range, cutting a rune, overlapping an earlier one, of no known kind) are
// dropped, and scores are limited to [0,1]. c must not change afterwards.
func (c *Control) Apply(r Recognizer) Recognizer { return &controlled{r, c} }

type controlled struct {
	r Recognizer
	c *Control
}

// Recognize implements Recognizer.
func (r *controlled) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	found, err := r.r.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	own := r.c.Names.find(d)
	found = slices.Clone(found)
	found = slices.DeleteFunc(found, func(n Name) bool { return !valid(d, n) || r.c.Deny.kind(d.Slice(n.Span)) != "" })
	out := merge(own, found)
	if r.c.Kinds != nil {
		out = slices.DeleteFunc(out, func(n Name) bool { return !slices.Contains(r.c.Kinds, n.Kind) })
	}
	return out, ctx.Err()
}

// valid reports whether n can stand in d.
func valid(d *whosaid.Document, n Name) bool {
	if n.Start < 0 || n.End > len(d.Text) || n.Start >= n.End {
		return false
	}
	if _, err := kindIndex(n.Kind); err != nil {
		return false
	}
	if n.End < len(d.Text) && !utf8.RuneStart(d.Text[n.End]) || !utf8.RuneStart(d.Text[n.Start]) {
		return false
	}
	first, end := d.TokensIn(n.Span)
	return first < end
}

// merge puts names in text order; where two overlap the first list goes before
// the second, and then what begins earlier.
func merge(first, second []Name) []Name {
	byStart := func(a, b Name) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) }
	slices.SortStableFunc(second, byStart)
	out := make([]Name, 0, len(first)+len(second))
	at, end := 0, 0
	for _, n := range second {
		for at < len(first) && first[at].End <= n.Start {
			out, end = append(out, first[at]), first[at].End
			at++
		}
		if n.Start < end || at < len(first) && first[at].Start < n.End {
			continue
		}
		if !(n.Score > 0) { // NaN too
			n.Score = 0
		}
		n.Score = min(n.Score, 1)
		out, end = append(out, n), n.End
	}
	return append(out, first[at:]...)
}
