package quote

import (
	"cmp"
	"context"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
)

// A builder turns the frames of a document into its quotes.
type builder struct {
	d      *whosaid.Document
	reader *attrib.Reader
	words  words
	frames []attrib.Frame
	quotes []whosaid.Quote
	talk   talk
	means  map[whosaid.Span][]whosaid.EntityID // by source
	// byInitials finds people by their initials; nil until needed.
	byInitials map[string]whosaid.EntityID
}

func newBuilder(d *whosaid.Document, a *Attributor, frames []attrib.Frame) *builder {
	return &builder{
		d: d, reader: a.reader, words: a.words, frames: frames, talk: talk{d: d}, means: map[whosaid.Span][]whosaid.EntityID{},
	}
}

// build makes the quotes. It fails only if ctx is done.
func (b *builder) build(ctx context.Context) ([]whosaid.Quote, error) {
	pieces := b.gather()
	b.keepQuoted(pieces)
	for i := range b.frames {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(pieces[i]) > 0 {
			b.quotes = append(b.quotes, b.quote(&b.frames[i], pieces[i]))
		}
	}
	slices.SortStableFunc(b.quotes, func(p, q whosaid.Quote) int {
		return cmp.Or(p.Start-q.Start, q.End-p.End)
	})
	b.nest()
	b.speakers(ctx)
	for i := 0; i < len(b.quotes) && ctx.Err() == nil; i++ {
		q := &b.quotes[i]
		q.Score = b.reader.Probability(attrib.PathOf(b.d, q), int32(q.Score))
		b.stand(q)
	}
	return b.quotes, ctx.Err()
}

// gather returns the pieces of each frame together with those that go on from
// it. A frame that goes on from another has none of its own.
func (b *builder) gather() [][]attrib.Piece {
	pieces := make([][]attrib.Piece, len(b.frames))
	for i := range b.frames {
		to := i
		if b.frames[i].Of >= 0 {
			to = b.frames[i].Of
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
	for _, p := range pieces {
		q.Content = append(q.Content, p.Words)
	}
	if !f.Cue.Empty() {
		b.describe(&q)
	}
	for _, s := range []whosaid.Span{q.Cue, q.Source} {
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

// nest numbers the quotes and gives each whose cue lies in the content of another the narrowest
// such quote as its parent.
func (b *builder) nest() {
	for i := range b.quotes {
		b.quotes[i].ID = whosaid.QuoteID(i + 1)
	}
	var open []int // quotes around the current one, widest first
	for i := range b.quotes {
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
