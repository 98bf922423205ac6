package attrib

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// onlyOpening reports whether the only content of f is a clause that opens the
// sentence before it: "If it rains again, the club said on Monday".
func (a *analysis) onlyOpening(f *frameContext, r *Frame) bool {
	p := &r.Content[0]
	if f.part != uint32(verbPart) || len(r.Content) > 1 || p.Form != whosaid.QuoteIndirect {
		return false
	}
	return p.first == f.w.first && p.end <= f.c.unit && a.mainClause(p.first, p.end) == p.end
}

// hasQuotation reports whether a piece of f is a quotation. Only then may any
// verb be its cue.
func hasQuotation(f *Frame) bool {
	return slices.ContainsFunc(f.Content, func(p Piece) bool { return p.Form == whosaid.QuoteDirect })
}

// dropAside drops the pieces without marks of a frame whose content is whole
// sentences in marks: they describe the speaker, or say when it was.
func (a *analysis) dropAside(f *frameContext, r *Frame) {
	if slices.ContainsFunc(r.Content, func(p Piece) bool {
		return p.Form == whosaid.QuoteDirect && p.first >= f.w.first && p.first < f.w.end && a.speechLike(p.first)
	}) {
		r.Content = slices.DeleteFunc(r.Content, func(p Piece) bool { return p.Form == whosaid.QuoteIndirect })
	}
}

// cutDescription cuts what describes the source off the quotation before it, which ends
// with a comma in its marks: “It was late,” the driver, Ann Lee, said.
func (a *analysis) cutDescription(f *frameContext, r *Frame) {
	for i := range r.Content {
		p := &r.Content[i]
		if p.Form != whosaid.QuoteMixed || p.end > f.c.unit || a.plain(p.first) || !a.endsInComma(p.first) {
			continue
		}
		k := p.first + 1
		for k < p.end && a.plain(k) && !a.head(k).tag.finite() {
			k++
		}
		if k < p.end {
			continue
		}
		end := p.end
		*p = a.pieceOf(p.first, p.first+1)
		for j := range a.frame.runs {
			if x := &a.frame.runs[j]; x.label == beginContent && x.end == end {
				x.end = p.end
			}
		}
	}
}

// endsInComma reports whether a comma stands before the closing mark of the quotation
// at unit u.
func (a *analysis) endsInComma(u int) bool {
	x := a.units[u]
	return x.end-x.first > 2 && a.words[x.end-2].tag == tagComma
}

// dropEarlier drops the quotation of the paragraph before from a frame that has
// content of its own: it continues what was said there.
func (a *analysis) dropEarlier(f *frameContext, r *Frame) {
	if f.w.lo == f.w.first || a.seqs[f.c.seq-1].paragraph == a.seqs[f.c.seq].paragraph || len(r.Content) < 2 {
		return
	}
	if r.Content[0].end <= f.w.first {
		r.Content = append(r.Content[:0], r.Content[1:]...)
	}
}

// dropUnsplit drops a clause before the cue from a frame whose content begins
// anew after it: "No cause was known, but Lee said the roof had failed", "Lee
// admitted a mistake, but added: “We will pay.”". Content that a cue splits goes
// on after a comma.
func (a *analysis) dropUnsplit(f *frameContext, r *Frame) {
	if len(r.Content) < 2 || r.Content[0].Form == whosaid.QuoteDirect || r.Content[0].end > f.c.unit || r.Content[1].first <= f.c.unit {
		return
	}
	verb := a.verbGroup(f.c.unit, f.w.first)
	coordinated := verb > f.w.first && a.tagged(verb-1, coordinators)
	if coordinated || a.beginsAnew(r) {
		end := r.Content[0].end
		r.Content = append(r.Content[:0], r.Content[1:]...)
		a.frame.runs = slices.DeleteFunc(a.frame.runs, func(x run) bool { return x.label == beginContent && x.first < end })
	}
}

// beginsAnew reports whether no mark stands before the second piece of r, so that
// it does not go on from the first one.
func (a *analysis) beginsAnew(r *Frame) bool {
	k := r.Content[1].first - 1
	if a.tagged(k, coordinators) {
		k--
	}
	return r.Content[0].Form == whosaid.QuoteIndirect && r.Content[1].Form != whosaid.QuoteDirect && a.plain(k) && !a.head(k).tag.punct()
}

// dropApposed drops the description of the source from a frame whose content
// stands before the cue: "The dam is safe, according to Ann Lee, an engineer".
func (a *analysis) dropApposed(r *Frame) {
	n := a.frame.last.source
	if len(r.Content) != 2 || r.Source.Empty() || a.head(n.end-1).ent != entPerson {
		return
	}
	p := &r.Content[1]
	if p.Form != whosaid.QuoteIndirect || p.first != n.end+1 || r.Content[0].end > n.first || !a.tagged(n.end, commas) {
		return
	}
	if !a.isNominal(p.first) || a.head(p.first).tag == tagPRP {
		return
	}
	for k := p.first; k < p.end; k++ {
		if a.head(k).tag == tagW {
			break
		}
		if a.head(k).tag.finite() {
			return
		}
	}
	r.Content = r.Content[:1]
}

// dropRelative drops the relative clause of the source of "according to": "The dam
// leaks, according to a guard, who saw it". Where the phrase opens the sentence,
// the content is what follows the clause.
func (a *analysis) dropRelative(f *frameContext, r *Frame) {
	n := a.frame.last.source
	if f.part != uint32(prepPart) || r.Source.Empty() || n.first < f.c.unit {
		return
	}
	for i := range r.Content {
		p := &r.Content[i]
		if p.first < n.end || p.first > n.end+1 || !a.tagged(p.first, whWords) {
			continue
		}
		end := a.relativeEnd(p.first, f.w.end)
		switch {
		case f.c.unit == f.w.first && end+1 < f.w.end:
			r.Content = append(r.Content[:0], a.pieceOf(end, f.w.end))
		case len(r.Content) > 1:
			r.Content = slices.Delete(r.Content, i, i+1)
		case a.isClause(f.w.first, f.c.unit):
			r.Content[0] = a.pieceOf(f.w.first, f.c.unit)
		}
		return
	}
}

// relativeEnd is where the relative clause that begins with unit first ends: after
// the first comma behind its verb, or at hi.
func (a *analysis) relativeEnd(first, hi int) int {
	verb := false
	for k := first + 1; k < hi; k++ {
		if verb && a.tagged(k, commas) {
			return k + 1
		}
		verb = verb || a.tagged(k, finites)
	}
	return hi
}

// onlyTitles reports whether all content of the frame is titles of works in
// marks, with words that make no clause: on “Face the Nation,” he
// said; sang “Blue River” in the film “Night Train”.
func (a *analysis) onlyTitles(r *Frame) bool {
	for _, p := range r.Content {
		if p.Form == whosaid.QuoteIndirect || a.plain(p.first) {
			return false
		}
		for u := p.first; u < p.end; u++ {
			if a.tagged(u, finites) || !a.plain(u) && !a.titled(u) {
				return false
			}
		}
	}
	return true
}

// titled reports whether the quotation at unit u is the title of a work: its
// words begin with capitals, and it follows a preposition or a noun, or is
// long enough to be sure.
func (a *analysis) titled(u int) bool {
	capitals := a.capitals(u)
	switch {
	case capitals == 0 || capitals > 8:
		return false
	case capitals > 2:
		return true
	case u == 0 || !a.plain(u-1):
		return false
	}
	before := a.head(u - 1)
	return before.tag == tagIN && before.low != hashThat || before.tag == tagPOS || before.tag.noun() && capitals > 1
}

// dropBehind drops what stands behind the cue of a quotation before it and tells more of who
// speaks: “It was late,” said Ann Lee, the author of “Blue River”.
func (a *analysis) dropBehind(f *frameContext, r *Frame) {
	u, n := f.c.unit, len(r.Content)
	if n < 2 || r.Content[n-2].Form != whosaid.QuoteDirect || r.Content[n-2].end > u {
		return
	}
	p := &r.Content[n-1]
	title := p.Form == whosaid.QuoteDirect && p.first > u+1 && p.end == p.first+1 && a.titled(p.first)
	words := p.Form != whosaid.QuoteDirect && p.first == u+1 && r.Source.Empty()
	if title || words {
		r.Content = r.Content[:n-1]
	}
}

// isWork reports whether the only content of r is the title of what somebody makes or
// performs, by a verb that is not one of saying alone: sang “Blue River”.
func (a *analysis) isWork(c candidate, r *Frame) bool {
	if c.entry != &verbEntry && !a.lex.has(a.head(c.unit).low, cPerforming) {
		return false
	}
	p := &r.Content[0]
	return len(r.Content) == 1 && p.Form == whosaid.QuoteDirect && p.first == c.unit+1 && p.end == p.first+1 && a.capitals(p.first) > 1
}

// capitals counts the words of the quotation at unit u that are spelt with a
// capital or are numbers, 0 if one is not that might be.
func (a *analysis) capitals(u int) int {
	x, n := a.units[u], 0
	for k := x.first + 1; k < x.end-1; k++ {
		w := &a.words[k]
		switch {
		case w.shape == shapeTitle || w.shape == shapeUpper || w.shape == shapeDigit:
			n++
		case w.shape == shapePunct || w.tag == tagPOS || k > x.first+1 && w.tag.in(smallInTitles):
		default:
			return 0
		}
	}
	return n
}
