package attrib

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// mendContent moves the edges of pieces to where grammar puts them.
func (a *analysis) mendContent(f *frameContext, r *Frame) {
	for i := range r.Content {
		p := &r.Content[i]
		if p.Form == whosaid.QuoteIndirect || p.Form == whosaid.QuoteMixed {
			a.cutBeforeThat(f, p)
			a.addQuestion(f, p)
			a.cutClause(f, p)
			a.cutPredicate(f, p)
			a.cutReduced(f, p)
			a.addApposed(f, p)
			a.addJoined(f, r, i)
			a.addThat(f, r, i)
			a.calledPart(f, p)
			a.cutAfterQuote(p)
			a.cutBareQuestion(f, p)
		}
	}
	a.addBeginning(f, r)
	for i := range r.Content {
		a.cutThat(f, &r.Content[i])
	}
	a.joinPieces(f, r)
	a.keepJudgement(r)
}

// cutThat cuts the "that" that the tagger takes for a pronoun of the day before it:
// "denied on Sunday that they had met".
func (a *analysis) cutThat(f *frameContext, p *Piece) {
	if p.first > f.c.unit+1 && p.end-p.first > 1 && a.is(p.first, hashThat) && a.head(p.first-1).date {
		*p = a.pieceOf(p.first+1, p.end)
	}
}

// cutBareQuestion leaves of a question that is one word what stands before the comma:
// "Asked why, she laughed".
func (a *analysis) cutBareQuestion(f *frameContext, p *Piece) {
	if f.c.entry.class == whosaid.CueAsk && p.end-p.first > 2 && a.tagged(p.first, whWords) && a.tagged(p.first+1, commas) {
		*p = a.pieceOf(p.first, p.first+1)
	}
}

// joinPieces joins two pieces after the cue with only a few words between them,
// which the model left out: "the names, numbers and, in some cases, histories of
// members".
func (a *analysis) joinPieces(f *frameContext, r *Frame) {
	kept := r.Content[:1]
	for _, p := range r.Content[1:] {
		last := &kept[len(kept)-1]
		if last.first > f.c.unit && last.Form == whosaid.QuoteIndirect && p.Form == whosaid.QuoteIndirect &&
			p.first-last.end <= joinReach && !a.anyQuoted(last.end, p.first) {
			*last = a.pieceOf(last.first, p.end)
			continue
		}
		kept = append(kept, p)
	}
	r.Content = kept
}

// keepJudgement drops what is judged from a frame of how it is judged: dismissed as
// “a fairy tale” a report that the mill was for sale.
func (a *analysis) keepJudgement(r *Frame) {
	if p := &r.Content[0]; len(r.Content) > 1 && p.Form == whosaid.QuoteDirect && p.first > 0 && a.is(p.first-1, hashAs) {
		r.Content = slices.DeleteFunc(r.Content, func(q Piece) bool { return q.Form == whosaid.QuoteIndirect })
	}
}

// anyQuoted reports whether a quotation is among the units [lo, hi).
func (a *analysis) anyQuoted(lo, hi int) bool {
	for u := lo; u < hi; u++ {
		if !a.plain(u) {
			return true
		}
	}
	return false
}

// joinReach is how many units may be between two such pieces.
const joinReach = 12

// cutBeforeThat leaves out what stands between the cue and its "that": "said
// this week that", "told reporters in Oslo that", "told a meeting on Monday she".
func (a *analysis) cutBeforeThat(f *frameContext, p *Piece) {
	addressed := f.c.entry.addressed
	if p.first <= f.c.unit || p.first > f.c.unit+2 || !a.plain(p.first) {
		return
	}
	if w := a.head(p.first); !w.date && !w.tag.in(adjuncts) && !addressed {
		return
	}
	for k := p.first; k+1 < p.end && k < p.first+14; k++ {
		w := a.head(k)
		if !a.plain(k) || w.tag.finite() || w.tag == tagComma {
			return
		}
		if k > p.first && addressed && w.tag == tagPRP && a.tagged(k+1, finites) {
			*p = a.pieceOf(k, p.end)
			return
		}
		if w.low == hashThat && (w.tag == tagIN || a.head(k-1).date) && k > p.first {
			if e := a.head(k - 1).entry; e == nil || e.part != nounPart {
				*p = a.pieceOf(k+1, p.end)
			}
			return
		}
	}
}

// cutPredicate ends the content of a noun that is a subject before its verb: "the
// claim that the vote was rigged was rejected".
func (a *analysis) cutPredicate(f *frameContext, p *Piece) {
	u := f.c.unit
	if f.part != uint32(nounPart) || p.first < u || p.first > u+2 {
		return
	}
	for k := f.w.first; k < u; k++ {
		if !a.plain(k) || a.head(k).tag.finite() {
			return // the noun is an object, "heard the claim that"
		}
	}
	verb := false // of the content
	for k := p.first; k < p.end; k++ {
		t := a.head(k).tag
		switch {
		case !a.plain(k) || t.in(joints) || k > p.first && t == tagIN:
			return
		case t.finite() && verb:
			*p = a.pieceOf(p.first, a.verbGroup(k, p.first+1))
			return
		case t.finite():
			verb = true
		}
	}
}

// addApposed adds what follows a name in apposition at which the model stopped:
// "he represented his client, Gary Moss, in a negotiation".
func (a *analysis) addApposed(f *frameContext, p *Piece) {
	if p.first < f.c.unit || p.end+2 >= f.w.end || !a.tagged(p.end, commas) {
		return
	}
	n := a.phraseAfter(p.end+1, f.w.end)
	if n.empty() || n.end+1 >= f.w.end || a.head(n.first).ent == entNone || !a.tagged(n.end, commas) || !a.tagged(n.end+1, prepositions) {
		return
	}
	end := n.end + 2
	for end < f.w.end && a.plain(end) && !a.head(end).tag.in(finites|commas|stops|colons) {
		end++
	}
	if end == f.w.end || a.tagged(end, stops) {
		*p = a.pieceOf(p.first, end)
	}
}

// cutAfterQuote ends a piece that begins with a whole sentence in marks after
// it: said “We lost,” and the flag was lowered.
func (a *analysis) cutAfterQuote(p *Piece) {
	if a.plain(p.first) || p.end-p.first < 3 || !a.speechLike(p.first) {
		return
	}
	if a.tagged(p.first+1, setOf(tagCC, tagComma, tagIN)) {
		*p = a.pieceOf(p.first, p.first+1)
	}
}

// addQuestion adds the word that makes the content a question: "asked whether
// the bridge was safe".
func (a *analysis) addQuestion(f *frameContext, p *Piece) {
	if k := p.first - 1; k > f.c.unit && (a.is(k, hashWhether) || a.tagged(k, whWords)) {
		*p = a.pieceOf(k, p.end)
	}
}

// endsAside reports whether the comma at k ends the clause that holds the cue:
// "Ann Lee, who said it was safe, left"; "Without saying why, Lee left".
func (a *analysis) endsAside(f *frameContext, k int) bool {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if k+1 >= hi || !a.plain(k+1) {
		return false
	}
	if (u == lo || u == lo+1 && a.tagged(lo, prepositions)) && a.head(u).tag == tagVBG {
		n := a.phraseAfter(k+1, hi)
		return !n.empty() && n.end < hi && a.tagged(n.end, finites) || !a.namedSubject(k+1, hi).empty()
	}
	verb := a.verbGroup(u, lo)
	return verb > lo && a.tagged(verb-1, whWords) && a.head(k+1).tag.finite()
}

// cutClause ends a piece where a new clause of the narrator begins: at a
// semicolon, or at the "and" before another likely cue.
func (a *analysis) cutClause(f *frameContext, p *Piece) {
	if p.first < f.c.unit {
		return
	}
	joint := -1 // the last "and", "but" or comma without a finite verb after it
	for k := p.first; k < p.end; k++ {
		if !a.plain(k) {
			joint = -1
			continue
		}
		w := a.head(k)
		switch {
		case w.tag == tagColon && a.d.Text[a.d.Tokens[a.units[k].first].Start] == ';':
			if k > p.first {
				*p = a.pieceOf(p.first, k)
			}
			return
		case w.tag == tagComma && k > p.first && a.endsAside(f, k):
			*p = a.pieceOf(p.first, k)
			return
		case w.tag == tagCC && w.low != hashOr:
			joint = k
		case w.tag.finite() && a.units[k].cue >= 2 && joint > p.first+1:
			*p = a.pieceOf(p.first, joint)
			return
		case w.tag.finite():
			joint = -1
		}
	}
}

// addJoined adds a second verb of the same subject that the model cut off:
// "he posed a threat and refused to drop the gun".
func (a *analysis) addJoined(f *frameContext, r *Frame, i int) {
	p := &r.Content[i]
	k := p.end
	if i+1 < len(r.Content) || k+2 >= f.w.end || p.first < f.c.unit {
		return
	}
	if !a.is(k, hashAnd) || !a.tagged(k+1, finites) || a.units[k+1].cue >= 2 {
		return
	}
	end := k + 2
	for end < f.w.end && a.plain(end) && a.units[end].cue < 2 && !a.head(end).tag.in(clauseEdges) {
		end++
	}
	*p = a.pieceOf(p.first, end)
}

// addThat adds a second clause with its own "that", behind which nothing else can have it:
// "said his client would appeal, and that the judge was wrong".
func (a *analysis) addThat(f *frameContext, r *Frame, i int) {
	p := &r.Content[i]
	if i+1 < len(r.Content) || p.first < f.c.unit {
		return
	}
	that, hi := p.end, f.w.end
	for that < hi && that-p.end < 2 && a.tagged(that, commas|coordinators) {
		that++
	}
	if that == p.end || that+2 >= hi || !a.tagged(that-1, coordinators) || !a.is(that, hashThat) || a.head(that).tag != tagIN {
		return
	}
	if end := a.clauseBehind(that, hi); end > that {
		*p = a.pieceOf(p.first, end)
	}
}

// clauseBehind is where the clause ends that the word at unit u begins: at a stop or at hi,
// or at the last comma or "and" before another cue; u if it has no verb by then.
func (a *analysis) clauseBehind(u, hi int) int {
	joint, verb := u, false
	for k := u + 1; k < hi; k++ {
		switch {
		case !a.plain(k):
		case a.units[k].cue >= 2:
			return joint
		case a.head(k).tag == tagStop || a.head(k).tag == tagColon:
			hi = k
		case !a.tagged(k, commas|coordinators):
			verb = verb || a.head(k).tag.finite()
		case verb:
			joint = k
		}
	}
	if verb {
		return hi
	}
	return u
}

// addBeginning adds the beginning of the sentence to a quotation that only ends
// it: The answers are “not enough,” said Lee.
func (a *analysis) addBeginning(f *frameContext, r *Frame) {
	lo, p := f.w.first, &r.Content[0]
	if len(r.Content) > 1 || p.Form != whosaid.QuoteDirect || a.calls(f) {
		return
	}
	if p.end > f.c.unit || p.first <= lo || p.end-p.first > 1 {
		return
	}
	x := a.units[p.first]
	if x.first+1 >= x.end || a.words[x.first+1].shape != shapeLower {
		return
	}
	verb := false
	for k := p.first - 1; k >= lo; k-- {
		if !a.plain(k) || a.units[k].cue >= 2 || a.head(k).tag == tagStop {
			return
		}
		verb = verb || a.head(k).tag.finite()
	}
	if s := a.frame.last.source; !r.Source.Empty() && s.first < p.first {
		return
	}
	for q := x.first; q < x.end; q++ {
		verb = verb || a.words[q].tag.finite()
	}
	if verb {
		*p = a.pieceOf(lo, p.end)
	}
}
