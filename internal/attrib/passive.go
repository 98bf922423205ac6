package attrib

import "github.com/whosaid/whosaid"

// mendPassive gives the frame of a passive verb the agent that follows it as its
// source, and takes away a source before the verb, which is whom the words were
// addressed to or about: "the mill was reported by local media to have closed",
// "drivers were told that the road was shut".
func (a *analysis) mendPassive(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if f.part != uint32(verbPart) || !a.isPassive(u, lo) && a.reducedEnd(f) == 0 || u+1 < hi && a.is(u+1, hashAs) {
		return // "was quoted as saying"
	}
	if n := a.frame.last.source; !r.Source.Empty() && n.end <= u && a.span(n.first, n.end) == r.Source {
		r.Source, a.frame.last = whosaid.Span{}, sourced{}
	}
	if u+1 >= hi || !a.is(u+1, hashBy) {
		return
	}
	n := a.phraseAfter(u+2, hi)
	if n.empty() {
		return
	}
	for i := range r.Content {
		switch p := &r.Content[i]; {
		case p.end <= n.first || p.first >= n.end:
		case p.first == u+1 && p.end > n.end:
			*p = a.pieceOf(n.end, p.end)
		default:
			return
		}
	}
	a.setSource(f, r, n)
}

// isPassive reports whether the verb at u is a participle behind a form of "be",
// with no more than adverbs between them. "He's promised" is none.
func (a *analysis) isPassive(u, lo int) bool {
	if a.head(u).tag != tagVBN {
		return false
	}
	k := u - 1
	for k > lo && a.tagged(k, adverbs) {
		k--
	}
	return k >= lo && a.plain(k) && a.lex.has(a.head(k).low, cBe) && a.head(k).low != hashIs
}

// judgedBy returns the quotation that says how something was judged by the passive verb
// at unit u, and by whom: "was dismissed as “a sham” by teachers". The phrase is
// empty if that is not what follows.
func (a *analysis) judgedBy(u, lo, hi int) (quotation int, by run) {
	k := u + 1
	if k < hi && a.is(k, hashAs) {
		k++
	}
	if k+2 >= hi || a.plain(k) || !a.is(k+1, hashBy) || !a.isPassive(u, lo) || a.titled(k) || a.capitals(k) > 1 {
		return 0, run{}
	}
	return k, a.phraseAfter(k+2, hi)
}

// mendJudged gives the frame of such a verb its content and its source.
func (a *analysis) mendJudged(f *frameContext, r *Frame) {
	u := f.c.unit
	k, by := a.judgedBy(u, f.w.first, f.w.end)
	if by.empty() {
		return
	}
	a.frame.runs = append(a.frame.runs[:0], run{outside, u, u + 1}, run{beginContent, k, k + 1}, by)
	r.Content = append(r.Content[:0], a.pieceOf(k, k+1))
	a.setSource(f, r, by)
}

// reducedEnd is where what hangs on the cue of f ends if that is a participle which
// describes a noun before it, and the verb of that noun follows: "drivers told to wait
// were angry", "the captain, accused of leaving, was cleared". It is 0 if it is none.
func (a *analysis) reducedEnd(f *frameContext) int {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	noun := u - 1
	if noun > lo && a.tagged(noun, commas) {
		noun--
	}
	if a.head(u).tag != tagVBN || noun < lo || !a.tagged(noun, nouns) || u+2 >= hi || !a.is(u+1, hashOf) && !a.tagged(u+1, setOf(tagTO)) {
		return 0
	}
	for k := u + 2; k < hi; k++ {
		switch {
		case !a.plain(k) || a.head(k).low == hashThat:
			return 0
		case a.head(k).tag.finite():
			return k
		case a.head(k).tag.in(joints):
			if k+1 < hi && a.tagged(k+1, finites) && a.tagged(k, commas) && noun < u-1 {
				return k
			}
			return 0
		}
	}
	return 0
}

// cutReduced ends a piece after a participle that describes a noun before the
// verb of that noun: "a man accused of killing a clerk told the jury".
func (a *analysis) cutReduced(f *frameContext, p *Piece) {
	if end := a.reducedEnd(f); p.first > f.c.unit && p.first < end && end < p.end {
		*p = a.pieceOf(p.first, end)
	}
}
