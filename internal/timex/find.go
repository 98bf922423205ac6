package timex

import (
	"context"
	"sync"

	"github.com/whosaid/whosaid"
)

// A finder is the scratch memory of one document.
type finder struct {
	lexer
	doc    *whosaid.Document
	done   int               // sentences of doc that are read
	cutEnd int               // tokens of doc that are read, or cut
	d      *whosaid.Document // the part at hand: its sentences, with tokens enough
	m      match             // the one being walked
	found  []match
	exprs  []expr
	pairs  []expr // the two ends of ranges, by turns
	part   whosaid.Document
	fine   whosaid.Document // the part at hand, cut more finely
}

var finders = sync.Pool{New: func() any { return new(finder) }}

// maxFound bounds the matches kept from one token.
const maxFound = 24

// begin makes f ready to find the expressions of d, a part at a time.
func (f *finder) begin(g *Grammar, d *whosaid.Document) {
	f.g, f.doc, f.done, f.cutEnd = g, d, 0, 0
}

// next finds the expressions of the next part of the document, some
// sentences, and reports whether there was one: none if ctx is done. They are
// f.exprs, in text order; their tokens and sentences are those of f.d.
func (f *finder) next(ctx context.Context) bool {
	if f.done == len(f.doc.Sentences) {
		return false
	}
	f.exprs, f.pairs = f.exprs[:0], f.pairs[:0]
	f.part = *f.doc
	f.part.Sentences = f.doc.Sentences[f.done:]
	f.d = &f.part
	if f.g.dialogue {
		f.cut()
	} else {
		f.cutEnd = len(f.doc.Tokens)
	}
	f.readFrom(0, 0)
	n := 0
	for ; n < len(f.d.Sentences) && len(f.exprs) < partExprs; n++ {
		if ctx.Err() != nil {
			return false
		}
		s := &f.d.Sentences[n]
		if end := min(s.EndToken+beside, len(f.d.Tokens)); end > f.first+len(f.at)-1 {
			f.readFrom(max(s.FirstToken-beside, 0), max(end, min(s.FirstToken+readAhead, len(f.d.Tokens))))
		}
		f.sentence(s)
	}
	f.d.Sentences = f.d.Sentences[:n]
	f.done += n
	if last := &f.doc.Sentences[f.done-1]; f.cutEnd < last.EndToken {
		f.done-- // the rest of it is of the next part
	} else {
		f.cutEnd = last.EndToken
	}
	return true
}

const (
	// partExprs is how many expressions a part holds before it ends with the
	// sentence: an expr takes much more memory than the Date made of it.
	partExprs = 1 << 8
	// partTokens is how many tokens are cut finely at a time. It bounds parts
	// of dialogue even within a sentence.
	partTokens = 1 << 9
	// beside is how far outside of a sentence its neighbours are looked at.
	beside = 4
	// readAhead is how many tokens have their readings at hand, so that they
	// take no more memory in a long text.
	readAhead = 1 << 10
)

// readFrom reads the tokens [first, end).
func (f *finder) readFrom(first, end int) {
	f.first, f.readings, f.at = first, f.readings[:0], append(f.at[:0], 0)
	for _, t := range f.d.Tokens[first:end] {
		f.read(f.d.Text[t.Start:t.End])
	}
}

// of returns the readings of token t, none if it is not at hand.
func (x *lexer) of(t int) []reading {
	if t < x.first || t >= x.first+len(x.at)-1 {
		return nil
	}
	return x.readings[x.at[t-x.first]:x.at[t-x.first+1]]
}

func (f *finder) sentence(s *whosaid.Sentence) {
	from := len(f.exprs)
	for t := s.FirstToken; t < s.EndToken; {
		e, ok := f.longest(t, s)
		if !ok {
			t++
			continue
		}
		t = e.end
		if last, ok := f.split(&e, s); ok {
			f.exprs = append(f.exprs, e, last)
			continue
		}
		f.exprs = append(f.exprs, e)
	}
	f.exprs = f.exprs[:from+f.combine(f.exprs[from:], s)]
}

// longest returns the expression of the longest match at token t that its
// maker accepts and its surroundings allow.
func (f *finder) longest(t int, s *whosaid.Sentence) (expr, bool) {
	if len(f.of(t)) == 0 {
		return expr{}, false
	}
	f.found, f.m.first, f.m.n = f.found[:0], t, 0
	f.walk(0, t, s.EndToken)
	for len(f.found) > 0 {
		best := 0
		for i := range f.found {
			if b := &f.found[best]; f.found[i].n > b.n || f.found[i].n == b.n && f.found[i].rule < b.rule {
				best = i
			}
		}
		m := &f.found[best]
		r := &f.g.rules[m.rule]
		if r.nothing {
			return expr{}, false
		}
		e, ok := r.make(m, r)
		e.first, e.end, e.ends = t, t+m.n, r.flag("split") && !f.g.dialogue
		f.isoClock(&e)
		if ok && f.allowed(&e, s) {
			return e, true
		}
		f.found[best] = f.found[len(f.found)-1]
		f.found = f.found[:len(f.found)-1]
	}
	return expr{}, false
}

// split makes e the first end of the range that it is, "March 4 to 8", and returns
// the last, or reports that it is none.
func (f *finder) split(e *expr, s *whosaid.Sentence) (last expr, ok bool) {
	if !e.ends {
		return expr{}, false
	}
	link := e.first
	for !f.isWord(f.low(link, s), wRange|wAnd) {
		link++
	}
	last = *e
	last.first, e.end = link+1, link
	if has(e.day2) {
		last.day = e.day2
	} else {
		last.clock = e.clock2
	}
	e.day2, last.day2, e.clock2, last.clock2 = absent, absent, 0, 0
	return last, true
}

// walk follows the trie from a node at token t. Its work is bounded by the
// size of the trie.
func (f *finder) walk(at, t, end int) {
	if r := f.g.nodes[at].rule; r >= 0 && len(f.found) < maxFound {
		f.m.rule = r
		f.found = append(f.found, f.m)
	}
	if t >= end || f.m.n == maxPattern || len(f.found) == maxFound {
		return
	}
	for _, r := range f.of(t) {
		next := f.g.step(at, r.sym)
		if next == 0 {
			continue
		}
		f.m.binds[f.m.n] = bind{r, t, r.sym == cUnits && f.is(t, cUnit)}
		f.m.n++
		f.walk(next, t+1, end)
		f.m.n--
	}
}

// is reports whether token t is one of the literal or class symbols.
func (f *finder) is(t int, sym symbol) bool {
	for _, r := range f.of(t) {
		if r.sym == sym {
			return true
		}
	}
	return false
}

// text is token t, "" outside the document.
func (f *finder) text(t int) string {
	if t < 0 || t >= len(f.d.Tokens) {
		return ""
	}
	return f.d.Text[f.d.Tokens[t].Start:f.d.Tokens[t].End]
}

func (f *finder) tag(t int) string {
	if t < 0 || t >= len(f.d.Tokens) {
		return ""
	}
	return f.d.Tokens[t].Tag
}

// low is token t in lower case; "" outside the sentence, and for long tokens.
func (f *finder) low(t int, s *whosaid.Sentence) string {
	if t < s.FirstToken || t >= s.EndToken || len(f.text(t)) > maxWord {
		return ""
	}
	return string(f.lower(f.text(t)))
}

// isoClock reads the time of 2015-09-24T14:30, which the date holds in its
// token.
func (f *finder) isoClock(e *expr) {
	w := f.text(e.first)
	if e.shape != shDate || len(w) < 16 || w[10]|0x20 != 't' || w[13] != ':' || !allDigits(w[11:13]) || !allDigits(w[14:16]) {
		return
	}
	if h, m := atoi(w[11:13]), atoi(w[14:16]); h <= 24 && m < 60 {
		e.clock = h*3600 + m*60
		if c := w[len(w)-1]; c == 'Z' || c == 'z' {
			e.zone = 0
		}
		if len(w) >= 19 && w[16] == ':' && allDigits(w[17:19]) && atoi(w[17:19]) < 60 {
			e.clock, e.seconds = e.clock+atoi(w[17:19]), true
		}
	}
}
