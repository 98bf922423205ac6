package attrib

import (
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/paragraphs"
)

// parted reports whether a part may end before the sentence: between two
// paragraphs without quotation marks, so that no quotation loses its speaker,
// unless the part gets far too long.
func parted(d *whosaid.Document, sentence, tokens int) bool {
	return tokens > 4*paragraphs.Size || !quoted(d, sentence-1) && !quoted(d, sentence)
}

// quoted reports whether the sentence, or one of its paragraph within two of it,
// has a quotation mark.
func quoted(d *whosaid.Document, sentence int) bool {
	for i := max(sentence-2, 0); i < min(sentence+3, len(d.Sentences)); i++ {
		s := &d.Sentences[i]
		if s.Paragraph == d.Sentences[sentence].Paragraph && strings.ContainsAny(d.Slice(s.Span), "\"“”„«»‘`") {
			return true
		}
	}
	return false
}

// readPart returns the attributions of the present part, not all of them if
// ctx is done.
func (x *Reader) readPart(ctx context.Context, a *analysis) []Frame {
	a.analyse(&a.parts.Doc, x)
	a.judge(x.model)
	frames := a.settleFrames(a.addTurns(x.readCues(ctx, a)))
	frames = a.addLoose(a.loosen(x.giveLoose(ctx, a, frames)))
	frames = append(frames, x.readInside(ctx, a, frames)...)
	for i := range frames {
		if !frames[i].Nested {
			frames[i].Content = a.byParagraph(frames[i].Content)
		}
	}
	return frames
}

// byParagraph cuts the pieces of content where a quotation goes on in the next
// paragraph with a mark of its own, so that no mark stands within words.
func (a *analysis) byParagraph(content []Piece) []Piece {
	var out []Piece
	for i, p := range content {
		first := p.first
		for u := p.first + 1; u < p.end; u++ {
			if q := a.units[u].quote; q >= 0 && a.quotes[q].reopened {
				if out == nil {
					out = slices.Clone(content[:i])
				}
				out = append(out, a.pieceOf(first, u))
				first = u
			}
		}
		switch {
		case first > p.first:
			out = append(out, a.pieceOf(first, p.end))
		case out != nil:
			out = append(out, p)
		}
	}
	if out == nil {
		return content
	}
	return out
}

// readCues returns the frames of the candidates of a that are worth one.
func (x *Reader) readCues(ctx context.Context, a *analysis) []Frame {
	var frames []Frame
	for _, c := range a.cands {
		if ctx.Err() != nil {
			return nil
		}
		if c.sum > cueThreshold || a.isSure(c) {
			if f, ok := x.decode(a, c, -1); ok && f.Sum > a.threshold(c, &f) {
				frames = append(frames, f)
			}
		}
	}
	return frames
}

// judge collects the candidates of the document and scores them.
func (a *analysis) judge(m *linear.Model) {
	a.cands = a.cands[:0]
	for si := range a.seqs {
		first := len(a.cands)
		a.cands = a.candidates(si, a.cands)
		a.seqs[si].crowded = a.seqs[si].crowds(len(a.cands) - first)
		for k := first; k < len(a.cands); k++ {
			c := &a.cands[k]
			a.frame.feats = a.cueFeatures(*c, a.frame.feats[:0])
			var sums [allLabels]int32
			m.ScoreAll(a.frame.feats, sums[:])
			c.sum = sums[cueLabel]
			a.units[c.unit].cue = strength(c.sum, m.Scale())
		}
	}
}

// strength is how sure a sum of the cue model is, in four steps.
func strength(sum, scale int32) uint8 {
	switch {
	case sum > 2*scale:
		return 3
	case sum > 0:
		return 2
	case sum > -2*scale:
		return 1
	}
	return 0
}

// decode labels the units around candidate c. If force is not negative, that
// unit must be content.
func (x *Reader) decode(a *analysis, c candidate, force int) (Frame, bool) {
	ctx := a.contextOf(c)
	labels, margins := x.label(a, &ctx, force)
	r := a.frameOf(&ctx, labels, margins)
	a.mendJudged(&ctx, &r)
	ok := len(r.Content) > 0
	if !ok {
		a.mendInverted(&ctx, &r)
		a.mendMiddle(&ctx, &r)
		a.mendLast(&ctx, &r)
		ok = len(r.Content) > 0
		a.frame.margin = 0
	}
	if ok {
		a.dropAside(&ctx, &r)
		a.cutDescription(&ctx, &r)
		a.dropEarlier(&ctx, &r)
		a.dropUnsplit(&ctx, &r)
		a.dropApposed(&r)
		a.dropBehind(&ctx, &r)
		a.mendInverted(&ctx, &r)
		a.mendMiddle(&ctx, &r)
		a.mendPassive(&ctx, &r)
		a.mendSource(&ctx, &r)
		a.mendAround(&ctx, &r)
		a.dropRelative(&ctx, &r)
		a.wholeSentence(&ctx, &r)
		a.addOpening(&ctx, &r)
		a.mendContent(&ctx, &r)
		ok = !a.onlyTitles(&r) && !a.onlyOpening(&ctx, &r) && (c.entry != &verbEntry || hasQuotation(&r)) && !a.isWork(c, &r)
	}
	if ok {
		a.setHeard(&ctx, &r)
		a.setCalled(&ctx, &r)
		r.Sum = a.accept(x.model, &ctx, a.frame.runs, a.frame.margin)
	}
	return r, ok
}

// label finds the best labels of the units of frame ctx, with their margins.
func (x *Reader) label(a *analysis, ctx *frameContext, force int) ([]uint8, []int32) {
	s := &a.frame
	n := ctx.w.hi - ctx.w.lo
	const L = allLabels
	s.emit = slices.Grow(s.emit[:0], n*L)[:n*L]
	s.feats = a.frameFeatures(ctx, s.feats, func(i int, feats []uint32) {
		row := s.emit[i*L : (i+1)*L]
		clear(row)
		x.model.ScoreAll(feats, row)
		row[cueLabel], row[frameLabel] = linear.Never, linear.Never
	})
	forbid := func(u int, labels ...int) {
		for _, l := range labels {
			s.emit[(u-ctx.w.lo)*L+l] = linear.Never
		}
	}
	forbid(ctx.c.unit, beginContent, inContent, beginSource, inSource)
	if force >= 0 {
		forbid(force, outside, beginSource, inSource)
	}
	return x.model.Decode(s.emit, &s.lattice, startWeights, nil)
}

// Allowed reports whether label next may follow label prev.
func Allowed(prev, next int) bool {
	switch next {
	case inContent:
		return prev == beginContent || prev == inContent
	case inSource:
		return prev == beginSource || prev == inSource
	}
	return true
}

// CanStart reports whether the first unit may have the label.
func CanStart(l int) bool { return l != inContent && l != inSource }

var startWeights = []int32{0, 0, linear.Never, 0, linear.Never, linear.Never, linear.Never}
