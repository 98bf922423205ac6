package entity

import (
	"cmp"
	"context"
	"slices"

	"github.com/whosaid/whosaid"
)

// Join returns a Recognizer that asks each of list. Of names that overlap the
// one with the higher score stays; between equal scores, that of the earlier
// recognizer.
func Join(list []Recognizer) Recognizer { return joined(list) }

type joined []Recognizer

// A bid is a name with the number of the recognizer that found it.
type bid struct {
	Name
	by int
}

// Recognize implements Recognizer.
func (j joined) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	var bids []bid
	for by, r := range j {
		found, err := r.Recognize(ctx, d)
		if err != nil {
			return nil, err
		}
		for _, n := range ordered(d, found) {
			bids = append(bids, bid{n, by})
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.by, b.by))
	})
	taken := make([]bool, len(d.Tokens))
	var out []Name
	for i := range bids {
		first, end := d.TokensIn(bids[i].Span)
		if slices.Contains(taken[first:end], true) {
			continue
		}
		for t := first; t < end; t++ {
			taken[t] = true
		}
		out = append(out, bids[i].Name)
	}
	slices.SortStableFunc(out, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
	return out, ctx.Err()
}

// ordered are the names that can stand in d, in text order, without those that
// overlap an earlier one, so that they are no more than the text has tokens.
func ordered(d *whosaid.Document, names []Name) []Name {
	names = slices.DeleteFunc(slices.Clone(names), func(n Name) bool { return !valid(d, n) })
	return merge(nil, names)
}
