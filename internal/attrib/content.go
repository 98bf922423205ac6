package attrib

import "github.com/whosaid/whosaid"

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
			a.calledPart(f, p)
			a.cutAfterQuote(p)
		}
	}
	a.addLead(f, r)
	a.joinPieces(f, r)
}

// joinPieces makes one of two pieces behind the cue with but a few words between
// them, which the model left out: "the names, numbers and, in some cases,
// histories of members".
func (a *analysis) joinPieces(f *frameContext, r *Frame) {
	kept := r.Content[:1]
	for _, p := range r.Content[1:] {
		last := &kept[len(kept)-1]
		if last.first > f.c.unit && last.Form == whosaid.QuoteIndirect && p.Form == whosaid.QuoteIndirect &&
			p.first-last.end <= joinReach && !a.quoted(last.end, p.first) {
			*last = a.pieceOf(last.first, p.end)
			continue
		}
		kept = append(kept, p)
	}
	r.Content = kept
}

// joinReach is how many units may be between two such pieces.
const joinReach = 12

// quoted reports whether a quotation is among the units [lo, hi).
func (a *analysis) quoted(lo, hi int) bool {
	for u := lo; u < hi; u++ {
		if a.units[u].quote >= 0 {
			return true
		}
	}
	return false
}

// cutBeforeThat leaves out what stands between the cue and its "that": "said
// this week that", "told reporters in Oslo that", "told a meeting on Monday she".
func (a *analysis) cutBeforeThat(f *frameContext, p *Piece) {
	if p.first <= f.c.unit || p.first > f.c.unit+2 {
		return
	}
	w := a.head(p.first)
	if a.units[p.first].quote >= 0 || !w.date && w.tag != tagIN && w.tag != tagTO && w.tag != tagRB && !f.c.entry.addressed {
		return
	}
	for k := p.first; k+1 < p.end && k < p.first+14; k++ {
		if a.units[k].quote >= 0 || a.head(k).tag.finite() || a.head(k).tag == tagComma {
			return
		}
		if k > p.first && f.c.entry.addressed && a.head(k).tag == tagPRP && a.units[k+1].quote < 0 && a.head(k+1).tag.finite() {
			*p = a.pieceOf(k, p.end)
			return
		}
		if a.head(k).low == hashThat && a.head(k).tag == tagIN && k > p.first {
			if e := a.head(k - 1).entry; e == nil || e.part != nounPart {
				*p = a.pieceOf(k+1, p.end)
			}
			return
		}
	}
}

// cutPredicate ends the content of a noun that is a subject before the verb of
// that: "the claim that the vote was rigged was rejected".
func (a *analysis) cutPredicate(f *frameContext, p *Piece) {
	u := f.c.unit
	if f.part != uint32(nounPart) || p.first < u || p.first > u+2 {
		return
	}
	for k := f.w.first; k < u; k++ {
		if a.units[k].quote >= 0 || a.head(k).tag.finite() {
			return // the noun is an object, "heard the claim that"
		}
	}
	verb := false // of the content
	for k := p.first; k < p.end; k++ {
		t := a.head(k).tag
		switch {
		case a.units[k].quote >= 0 || t == tagComma || t == tagCC || t == tagW || k > p.first && t == tagIN:
			return
		case t.finite() && verb:
			*p = a.pieceOf(p.first, a.verbGroup(k, p.first+1))
			return
		case t.finite():
			verb = true
		}
	}
}

// cutReduced ends a piece after a participle that describes a noun before the
// verb of that noun: "a man accused of killing a clerk told the jury".
func (a *analysis) cutReduced(f *frameContext, p *Piece) {
	u := f.c.unit
	if p.first <= u || u == f.w.first || a.head(u).tag != tagVBN || a.units[u-1].quote >= 0 || !a.head(u-1).tag.noun() ||
		a.head(p.first).tag != tagVBG {
		return
	}
	for k := p.first + 1; k < p.end; k++ {
		switch {
		case a.units[k].quote >= 0 || a.head(k).tag == tagW || a.head(k).low == hashThat || a.head(k).tag == tagComma ||
			a.head(k).tag == tagCC:
			return
		case a.head(k).tag.finite():
			*p = a.pieceOf(p.first, k)
			return
		}
	}
}

// addApposed adds what follows a name in apposition at which the model stopped:
// "he represented his client, Gary Moss, in a negotiation".
func (a *analysis) addApposed(f *frameContext, p *Piece) {
	if p.first < f.c.unit || p.end+2 >= f.w.end || a.units[p.end].quote >= 0 || a.head(p.end).tag != tagComma {
		return
	}
	n := a.phraseAfter(p.end+1, f.w.end)
	if n.end == n.first || n.end+1 >= f.w.end || a.head(n.first).ent == entNone || a.units[n.end].quote >= 0 ||
		a.head(n.end).tag != tagComma {
		return
	}
	if a.units[n.end+1].quote >= 0 || a.head(n.end+1).tag != tagIN {
		return
	}
	end := n.end + 2
	for end < f.w.end && a.units[end].quote < 0 {
		if t := a.head(end).tag; t == tagComma || t == tagStop || t == tagColon || t.finite() {
			break
		}
		end++
	}
	if end == f.w.end || a.units[end].quote < 0 && a.head(end).tag == tagStop {
		*p = a.pieceOf(p.first, end)
	}
}

// cutAfterQuote ends a piece that begins with a whole sentence in marks after
// it: said “We lost,” and the flag was lowered.
func (a *analysis) cutAfterQuote(p *Piece) {
	if a.units[p.first].quote < 0 || p.end-p.first < 3 || !a.speechLike(p.first) || a.units[p.first+1].quote >= 0 {
		return
	}
	if t := a.head(p.first + 1).tag; t == tagCC || t == tagComma || t == tagIN {
		*p = a.pieceOf(p.first, p.first+1)
	}
}

// addQuestion adds the word that makes the content a question: "asked whether
// the bridge was safe".
func (a *analysis) addQuestion(f *frameContext, p *Piece) {
	if k := p.first - 1; k > f.c.unit && a.units[k].quote < 0 && (a.head(k).low == hashWhether || a.head(k).tag == tagW) {
		*p = a.pieceOf(k, p.end)
	}
}

var hashWhether = hashString("whether")

// endsAside reports whether the comma at k ends the clause that holds the cue:
// "Ann Lee, who said it was safe, left"; "Noting it was old, Lee hoped".
func (a *analysis) endsAside(f *frameContext, k int) bool {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if k+1 >= hi || a.units[k+1].quote >= 0 {
		return false
	}
	if u == lo && a.head(u).tag == tagVBG {
		n := a.phraseAfter(k+1, hi)
		return n.end > n.first && n.end < hi && a.units[n.end].quote < 0 && a.head(n.end).tag.finite()
	}
	verb := a.verbGroup(u, lo)
	return verb > lo && a.units[verb-1].quote < 0 && a.head(verb-1).tag == tagW && a.head(k+1).tag.finite()
}

// cutClause ends a piece where a new clause of the narrator begins: at a
// semicolon, or at the "and" before another likely cue.
func (a *analysis) cutClause(f *frameContext, p *Piece) {
	if p.first < f.c.unit {
		return
	}
	joint := -1 // the last "and", "but" or comma without a finite verb after it
	for k := p.first; k < p.end; k++ {
		if a.units[k].quote >= 0 {
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

var hashOr = hashString("or")

// calledPart leaves of "called the plan “a disgrace”" what is in marks.
func (a *analysis) calledPart(f *frameContext, p *Piece) {
	if f.c.entry.class != whosaid.CueCall || p.first < f.c.unit || a.units[p.end-1].quote < 0 {
		return
	}
	for k := p.first; k < p.end-1; k++ {
		if a.units[k].quote >= 0 || a.head(k).tag.finite() {
			return
		}
	}
	*p = a.pieceOf(p.end-1, p.end)
}

// says reports whether e is a verb of saying.
func (e *entry) says() bool { return e.part == verbPart && e.class.Speech() }

// addJoined adds a second verb of the same subject that the model cut off:
// "he posed a threat and refused to drop the gun".
func (a *analysis) addJoined(f *frameContext, r *Frame, i int) {
	p := &r.Content[i]
	k := p.end
	if k+2 >= f.w.end || p.first < f.c.unit || a.units[k].quote >= 0 || a.head(k).low != hashAnd || a.units[k+1].quote >= 0 {
		return
	}
	v := a.head(k + 1)
	if !v.tag.finite() || a.units[k+1].cue >= 2 || i+1 < len(r.Content) {
		return
	}
	end := k + 2
	for end < f.w.end && a.units[end].quote < 0 && a.units[end].cue < 2 {
		if t := a.head(end).tag; t == tagStop || t == tagComma || t == tagColon || t == tagCC {
			break
		}
		end++
	}
	*p = a.pieceOf(p.first, end)
}

// addLead adds the beginning of the sentence to a quotation that only ends it:
// The answers are “not enough,” said Lee.
func (a *analysis) addLead(f *frameContext, r *Frame) {
	lo, p := f.w.first, &r.Content[0]
	if len(r.Content) > 1 || p.Form != whosaid.QuoteDirect || p.end > f.c.unit || p.first <= lo || p.end-p.first > 1 ||
		f.c.entry.class == whosaid.CueCall {
		return
	}
	if first := a.units[p.first].first + 1; first >= a.units[p.first].end || a.words[first].shape != shapeLower {
		return
	}
	verb := false
	from := lo
	for k := p.first - 1; k >= lo; k-- {
		switch {
		case a.units[k].quote >= 0:
			from = k + 1
		case a.units[k].cue >= 2 || a.head(k).tag == tagStop:
			return
		}
		if from > lo {
			break
		}
		verb = verb || a.head(k).tag.finite()
	}
	s := a.frame.last.source
	if from > lo || !r.Source.Empty() && s.first < p.first {
		return
	}
	for q := a.units[p.first].first; q < a.units[p.first].end; q++ {
		verb = verb || a.words[q].tag.finite()
	}
	if verb {
		*p = a.pieceOf(lo, p.end)
	}
}

// onlyTitles reports whether all that the frame has for content are titles of
// works in marks, with words that make no clause: on “Face the Nation,” he
// said; sang “Blue River” in the film “Night Train”.
func (a *analysis) onlyTitles(r *Frame) bool {
	for _, p := range r.Content {
		if p.Form == whosaid.QuoteIndirect || a.units[p.first].quote < 0 {
			return false
		}
		for u := p.first; u < p.end; u++ {
			if a.units[u].quote >= 0 && !a.titled(u) || a.units[u].quote < 0 && a.head(u).tag.finite() {
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
	x := a.units[u]
	capitals := 0
	for k := x.first + 1; k < x.end-1; k++ {
		w := &a.words[k]
		switch {
		case w.shape == shapeTitle || w.shape == shapeUpper || w.shape == shapeDigit:
			capitals++
		case w.shape == shapePunct || w.tag == tagPOS:
		case k > x.first+1 && (w.tag == tagIN || w.tag == tagDT || w.tag == tagCC || w.tag == tagTO):
		default:
			return false
		}
	}
	if capitals == 0 || capitals > 8 {
		return false
	}
	if u == 0 || a.units[u-1].quote >= 0 {
		return capitals > 2
	}
	before := a.head(u - 1)
	return capitals > 2 || before.tag == tagIN && before.low != hashThat || before.tag == tagPOS || before.tag.noun() && capitals > 1
}
