package attrib

import (
	"slices"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/paragraphs"
)

// A unit is a token, or a whole outermost quotation with its marks. The sequence
// model labels units: this makes the boundaries of quotations exact and keeps
// sequences short.
type unit struct {
	first, end int32 // tokens
	quote      int32 // index of the quotation, or -1
	cue        uint8 // how likely it is a cue, from 0 to 3
}

// A sequence is the units of one sentence, or of several where a quotation
// crosses their boundaries.
type sequence struct {
	first, end int // units
	paragraph  int
	kind       whosaid.SentenceKind
	crowded    bool // it has more candidates than writers put in one
}

// An analysis is the scratch memory of one call of Read.
type analysis struct {
	parts    paragraphs.Cutter
	d        *whosaid.Document // the present part
	lex      *lexicon
	clusters *modelfile.Table
	words    []word
	quotes   []quotation // all levels
	units    []unit
	seqs     []sequence
	cands    []candidate
	buf      []byte // for lower-casing
	frame    frameScratch
	inside   interior
}

var scratch = sync.Pool{New: func() any { return new(analysis) }}

// analyse fills a for d.
func (a *analysis) analyse(d *whosaid.Document, x *Reader) {
	a.d, a.lex, a.clusters, a.frame.last = d, x.lex, x.clusters, sourced{}
	a.units, a.seqs, a.cands = a.units[:0], a.seqs[:0], a.cands[:0]
	a.quotes = pairMarks(d, a.quotes[:0])
	a.readWords()
	a.closeQuotes()
	a.cutUnits()
	a.cutSequences()
}

// release drops what would keep the document alive, and gives a back.
func (a *analysis) release() {
	a.parts.Release()
	a.d, a.inside.doc = nil, whosaid.Document{}
	scratch.Put(a)
}

// closeQuotes ends a quotation whose closing mark is missing before the cue that
// follows it: “We will not sell, said Ann Lee.
func (a *analysis) closeQuotes() {
	for qi := range a.quotes {
		q := &a.quotes[qi]
		if q.closed || q.level > 0 || qi+1 < len(a.quotes) && (a.quotes[qi+1].reopened || a.quotes[qi+1].level > 0) {
			continue
		}
		first, end := a.d.TokensIn(q.span)
		for k := first + 3; k+1 < end && k < first+unitsAfter; k++ {
			if a.words[k].tag == tagComma && a.words[k+1].isSaid() {
				q.span.End = a.d.Tokens[k].End
				q.inner.End = q.span.End
				break
			}
		}
	}
}

// isSaid reports whether w is a verb of saying in the past: "said", "added".
func (w *word) isSaid() bool {
	return w.tag == tagVBD && w.entry != nil && w.entry.class == whosaid.CueSay && w.entry.part == verbPart
}

// cutUnits cuts the tokens into units. Tokens that cross the edge of a
// quotation belong to it.
func (a *analysis) cutUnits() {
	a.units = slices.Grow(a.units[:0], len(a.d.Tokens))
	next := 0
	for qi := range a.quotes {
		q := &a.quotes[qi]
		if q.level > 0 {
			continue
		}
		first, end := a.d.TokensIn(q.span)
		first = max(first, next)
		if within, last := a.d.TokensIn(q.inner); end <= first || last <= within {
			continue
		}
		for ; next < first; next++ {
			a.units = append(a.units, unit{int32(next), int32(next + 1), -1, 0})
		}
		a.units = append(a.units, unit{int32(first), int32(end), int32(qi), 0})
		next = end
	}
	for ; next < len(a.d.Tokens); next++ {
		a.units = append(a.units, unit{int32(next), int32(next + 1), -1, 0})
	}
}

// cutSequences groups the units by sentence. A boundary inside a quotation,
// or between a quotation and a small letter, does not count.
func (a *analysis) cutSequences() {
	a.seqs = a.seqs[:0]
	sents := a.d.Sentences
	si, first := 0, 0
	for u := range a.units {
		last := int(a.units[u].end) - 1
		for si < len(sents) && sents[si].EndToken <= last {
			si++
		}
		if si == len(sents) {
			break
		}
		if last != sents[si].EndToken-1 || a.joins(u, si) {
			continue
		}
		a.seqs = append(a.seqs, sequence{first: first, end: u + 1, paragraph: sents[si].Paragraph, kind: sents[si].Kind})
		first = u + 1
	}
}

// joins reports whether the sentence si that ends with unit u, a quotation,
// goes on: “Why?” he asked.
func (a *analysis) joins(u, si int) bool {
	sents := a.d.Sentences
	if a.plain(u) || u+1 == len(a.units) || si+1 == len(sents) || sents[si].Paragraph != sents[si+1].Paragraph {
		return false
	}
	next := a.head(u + 1)
	return next.shape == shapeLower || next.tag == tagComma
}

// span returns the bytes of the units [first, end).
func (a *analysis) span(first, end int) whosaid.Span {
	return whosaid.Span{
		Start: a.d.Tokens[a.units[first].first].Start,
		End:   a.d.Tokens[a.units[end-1].end-1].End,
	}
}

// head is the word that stands for a unit: its own, or the first of a quotation,
// which is its mark.
func (a *analysis) head(u int) *word { return &a.words[a.units[u].first] }

// plain reports whether unit u is a word outside quotations.
func (a *analysis) plain(u int) bool { return a.units[u].quote < 0 }

// tagged reports whether unit u is a word outside quotations with one of the
// tags.
func (a *analysis) tagged(u int, s tagSet) bool { return a.units[u].quote < 0 && a.head(u).tag.in(s) }

// is reports whether unit u is a word outside quotations with this hash.
func (a *analysis) is(u int, low uint32) bool { return a.units[u].quote < 0 && a.head(u).low == low }
