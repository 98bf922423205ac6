package quote

import (
	"cmp"
	"context"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/grow"
)

// A builder turns the frames of a document into its quotes, a part of the text at
// a time.
type builder struct {
	d      *whosaid.Document
	reader *attrib.Reader
	words  words
	frames []attrib.Frame // of the present part
	quotes []whosaid.Quote
	talk   talk
	means  map[whosaid.Span][]whosaid.EntityID // by source; of the present part
	// byInitials finds people by their initials; nil until needed.
	byInitials map[string]whosaid.EntityID
}

func newBuilder(d *whosaid.Document, a *Attributor) *builder {
	return &builder{d: d, reader: a.reader, words: a.words, talk: talk{d: d}, means: map[whosaid.Span][]whosaid.EntityID{}}
}

// add makes the quotes of the next part, not all of them if ctx is done.
func (b *builder) add(ctx context.Context, frames []attrib.Frame) {
	b.frames = frames
	clear(b.means)
	pieces := b.gather()
	b.keepQuoted(pieces)
	from := len(b.quotes)
	b.grow()
	for i := 0; i < len(frames) && ctx.Err() == nil; i++ {
		if len(pieces[i]) > 0 {
			b.quotes = append(b.quotes, b.quote(&frames[i], pieces[i]))
		}
	}
	slices.SortStableFunc(b.quotes[from:], func(p, q whosaid.Quote) int {
		return cmp.Or(p.Start-q.Start, q.End-p.End)
	})
	b.nest(from)
	b.speakers(ctx, from)
	for i := from; i < len(b.quotes) && ctx.Err() == nil; i++ {
		q := &b.quotes[i]
		q.Score = b.reader.Probability(attrib.PathOf(b.d, q), int32(q.Score))
		b.stand(q)
	}
}

// grow makes room for the quotes of the present part.
func (b *builder) grow() {
	done := 0
	if n := len(b.quotes); n > 0 {
		done = b.quotes[n-1].End
	}
	b.quotes = grow.For(b.quotes, len(b.frames), done, len(b.d.Text))
}

// gather returns the pieces of each frame together with those that go on from
// it. A frame that goes on from another has none of its own, but for the first
// quotation behind indirect speech, which is a quote by itself: what a cue says of
// the one need not hold of the other ("He denied it. “Ask the treasurer.”").
func (b *builder) gather() [][]attrib.Piece {
	pieces := make([][]attrib.Piece, len(b.frames))
	opened := map[int]int{} // the first quotation behind a frame of indirect speech
	for i := range b.frames {
		to := i
		if k := b.frames[i].Of; k >= 0 {
			to = k
			if !isQuotation(b.frames[k].Content) {
				if _, ok := opened[k]; !ok {
					opened[k] = i
				}
				to = opened[k]
			}
		}
		pieces[to] = append(pieces[to], b.frames[i].Content...)
	}
	for i, ps := range pieces {
		slices.SortStableFunc(ps, func(p, q attrib.Piece) int { return p.Start - q.Start })
		kept := ps[:0]
		for _, p := range ps {
			if len(kept) == 0 || p.Start >= kept[len(kept)-1].End {
				kept = append(kept, p)
			}
		}
		pieces[i] = kept
	}
	return pieces
}

func isQuotation(content []attrib.Piece) bool {
	return len(content) > 0 && formOf(content) == whosaid.QuoteDirect
}

// keepQuoted drops the pieces of frames that lie in a quotation which is nobody's
// quote: the title of a book.
func (b *builder) keepQuoted(pieces [][]attrib.Piece) {
	var around []whosaid.Span
	for i := range b.frames {
		if !b.frames[i].Nested {
			for _, p := range pieces[i] {
				around = append(around, p.Words)
			}
		}
	}
	slices.SortFunc(around, func(s, t whosaid.Span) int { return s.Start - t.Start })
	for i := range b.frames {
		if f := &b.frames[i]; f.Nested {
			k, _ := slices.BinarySearchFunc(around, f.Cue.Start+1, func(s whosaid.Span, at int) int { return s.Start - at })
			if k == 0 || !around[k-1].Contains(f.Cue) {
				pieces[i] = nil
			}
		}
	}
}

// quote makes the quote of frame f, all but its speaker. Until that is known,
// Score holds the sum of the frame.
func (b *builder) quote(f *attrib.Frame, pieces []attrib.Piece) whosaid.Quote {
	q := whosaid.Quote{
		Span:     whosaid.Span{Start: pieces[0].Start, End: pieces[len(pieces)-1].End},
		Form:     formOf(pieces),
		Cue:      f.Cue,
		CueClass: f.Class,
		Source:   f.Source,
		Score:    float64(f.Sum),
		Evidence: whosaid.Evidence{Rule: f.Rule},
	}
	if b.isWhere(q.Source) {
		q.Source = whosaid.Span{}
	}
	for _, p := range pieces {
		q.Content = append(q.Content, p.Words)
	}
	if !f.Cue.Empty() {
		b.describe(&q)
	}
	words := []whosaid.Span{q.Cue, q.Source}
	if f.Of >= 0 {
		words = []whosaid.Span{b.frames[f.Of].Cue}
	}
	for _, s := range words {
		if !s.Empty() {
			q.Evidence.Words = append(q.Evidence.Words, s)
		}
	}
	return q
}

func formOf(pieces []attrib.Piece) whosaid.QuoteForm {
	form := pieces[0].Form
	for _, p := range pieces[1:] {
		if p.Form != form {
			return whosaid.QuoteMixed
		}
	}
	return form
}

// nest numbers the quotes from index from on, and gives each whose cue lies in the
// content of another the narrowest such quote as its parent.
func (b *builder) nest(from int) {
	var open []int // quotes around the current one, widest first
	for i := from; i < len(b.quotes); i++ {
		b.quotes[i].ID = whosaid.QuoteID(i + 1)
		q := &b.quotes[i]
		for len(open) > 0 && b.quotes[open[len(open)-1]].End <= q.Start {
			open = open[:len(open)-1]
		}
		for k := len(open) - 1; k >= 0 && k >= len(open)-maxOpen; k-- {
			if p := &b.quotes[open[k]]; holds(p, q) {
				q.Parent = p.ID
				break
			}
		}
		open = append(open, i)
	}
}

// maxOpen bounds how many quotes around one are looked at.
const maxOpen = 8

// holds reports whether q lies with its cue in the content of p.
func holds(p, q *whosaid.Quote) bool {
	if q.Cue.Empty() {
		return false
	}
	cue := false
	for _, s := range p.Content {
		cue = cue || s.Contains(q.Cue)
	}
	return cue && p.Span.Contains(q.Span)
}
