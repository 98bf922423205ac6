package attrib

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// The sequence model leaves some cues without a source that a reader finds by
// grammar. sourceOf looks for it; all looks are bounded by the window.

// reach is how many units a noun phrase, and how far back a subject, may be.
const (
	phraseReach  = 16
	subjectReach = 48
)

// sourceOf finds the source of the frame with these runs, or an empty run.
// prev is the source of the last frame before it in the same sequence.
func (a *analysis) sourceOf(f *frameContext, runs []run, prev run) run {
	u := f.c.unit
	lo, hi := f.w.first, f.w.end
	if f.part != uint32(verbPart) && f.part != uint32(otherVerb) {
		return run{}
	}
	taken := func(r run) bool {
		return overlapsContent(runs, r) || r.end <= r.first
	}
	first := func(rs ...run) run {
		for _, r := range rs {
			if !taken(r) {
				r.label = beginSource
				return r
			}
		}
		return run{}
	}
	v := a.voiceOf(u, lo)
	verb := a.verbGroup(u, lo)
	switch {
	case v.passive && a.head(u).tag != tagVBG:
		return first(a.agent(u, hi))
	case verb > lo && a.head(verb-1).tag == tagW && a.units[verb-1].quote < 0:
		return first(a.phraseBefore(a.skipComma(verb-1, lo), lo))
	case a.contentBefore(u, runs) && a.inverted(u, hi):
		return first(a.phraseAfter(u+1, hi))
	case a.head(u).tag == tagVBG && verb == lo:
		return a.mainSubject(f)
	case a.head(u).tag == tagVBG || v.infinite:
		return first(a.phraseBeforeIf(a.head(u).tag == tagVBG && verb == u, u, lo), prev, a.subject(u, lo))
	}
	return first(a.phraseBefore(verb, lo), a.apposed(verb, lo), prev, a.subject(verb, lo))
}

// nearer returns the noun phrase right before the verb of f if it alone can be
// the subject, but the model took another one: "which Orbit said".
func (a *analysis) nearer(f *frameContext, runs []run, source run) run {
	u, lo := f.c.unit, f.w.first
	t := a.head(u).tag
	had := t == tagVBN && u > lo && a.units[u-1].quote < 0 && a.lex.has(a.head(u-1).low, cHave)
	if f.part != uint32(verbPart) || !t.finite() && !had || source.first == u+1 || source.end <= source.first {
		return run{}
	}
	if v := a.voiceOf(u, lo); v.passive || v.infinite {
		return run{}
	}
	verb := a.verbGroup(u, lo)
	r := a.phraseBefore(verb, lo)
	if r.end != verb || r.first == r.end || r.first < source.end && source.first < r.end {
		return run{}
	}
	if r.first > lo && a.units[r.first-1].quote < 0 {
		w := a.head(r.first - 1)
		if w.tag != tagComma && w.tag != tagW && w.tag != tagCC && w.tag != tagIN && w.tag != tagStop &&
			w.tag != tagColon && a.units[r.first-1].cue < 2 {
			return run{}
		}
	}
	if overlapsContent(runs, r) {
		return run{}
	}
	return r
}

// verbGroup returns the first unit of the verb group that ends with u.
func (a *analysis) verbGroup(u, lo int) int {
	for u > lo && a.units[u-1].quote < 0 {
		t := a.head(u - 1).tag
		if t != tagRB && t != tagMD && !(t.verb() && a.lex.has(a.head(u-1).low, cBe)) && !a.lex.has(a.head(u-1).low, cHave) {
			break
		}
		u--
	}
	return u
}

// contentBefore reports whether content ends just before unit u.
func (a *analysis) contentBefore(u int, runs []run) bool {
	for _, r := range runs {
		if r.label == beginContent && r.end <= u && r.end >= u-2 {
			return true
		}
	}
	return false
}

// inverted reports whether a noun phrase follows the verb at u.
func (a *analysis) inverted(u, hi int) bool {
	if u+1 >= hi || a.units[u+1].quote >= 0 {
		return false
	}
	t := a.head(u + 1).tag
	return t.noun() || t == tagDT || t == tagJJ || t == tagCD || t == tagPRPS
}

// nominal reports whether a unit can be part of a simple noun phrase.
func (a *analysis) nominal(u int) bool {
	if a.units[u].quote >= 0 {
		return false
	}
	w := a.head(u)
	return w.tag.noun() || w.tag == tagDT || w.tag == tagJJ || w.tag == tagCD || w.tag == tagPRPS ||
		w.tag == tagPOS || w.tag == tagPRP || w.ent != entNone
}

// phraseBefore returns the noun phrase that ends before unit end.
func (a *analysis) phraseBefore(end, lo int) run {
	u, noun := end, false
	for u > lo && end-u < phraseReach {
		w := a.head(u - 1)
		switch {
		case a.units[u-1].quote >= 0 || w.date && w.ent == entNone:
			return a.phrase(u, end, noun)
		case a.nominal(u - 1):
			noun = noun || w.tag.noun() || w.tag == tagPRP || w.ent != entNone || w.tag == tagDT && u == end || w.tag == tagJJ && u == end
		case w.tag == tagBracket || w.low == hashAmp:
		case (w.tag == tagIN && a.lex.has(w.low, cPreposition) || w.tag == tagCC && w.low == hashAnd) && u < end &&
			u-2 >= lo && a.nominal(u-2):
		default:
			return a.phrase(u, end, noun)
		}
		u--
	}
	return a.phrase(u, end, noun)
}

var (
	hashAmp = hashString("&")
	hashAnd = hashString("and")
	hashBy  = hashString("by")
	hashAs  = hashString("as")
	hashIs  = hashString("'s")
)

// phrase trims [first, end) to begin and end with what a noun phrase may, and
// returns it if it has a noun.
func (a *analysis) phrase(first, end int, noun bool) run {
	for first < end && (a.head(first).tag == tagPOS || a.head(first).tag == tagBracket || a.head(first).tag == tagCC ||
		a.head(first).tag == tagIN) {
		first++
	}
	if !noun || first >= end {
		return run{}
	}
	return run{beginSource, first, end}
}

// phraseBeforeIf is phraseBefore where ok holds, for participles that follow
// their noun directly: "a banner saying".
func (a *analysis) phraseBeforeIf(ok bool, end, lo int) run {
	if !ok {
		return run{}
	}
	return a.phraseBefore(end, lo)
}

// phraseAfter returns the noun phrase that begins with unit first.
func (a *analysis) phraseAfter(first, hi int) run {
	u, noun := first, false
	for u < hi && u-first < phraseReach {
		w := a.head(u)
		if !a.nominal(u) && !(noun && u+1 < hi && w.tag == tagIN && a.lex.has(w.low, cPreposition) && a.nominal(u+1)) ||
			w.date && w.ent == entNone {
			break
		}
		noun = noun || w.tag.noun() || w.tag == tagPRP || w.ent != entNone
		u++
	}
	return a.phrase(first, u, noun)
}

// agent returns the noun phrase after "by" near the verb at u.
func (a *analysis) agent(u, hi int) run {
	for k := u + 1; k < hi && k < u+8; k++ {
		if a.units[k].quote >= 0 || a.head(k).tag == tagStop {
			break
		}
		if a.head(k).low == hashBy {
			return a.phraseAfter(k+1, hi)
		}
	}
	return run{}
}

// mendPassive gives the frame of a passive verb the source behind its "by", if
// that is the next word, and takes from it a source before the verb, who is told
// or spoken of: "the mill was reported by local media to have closed", "drivers
// were told that the road was shut".
func (a *analysis) mendPassive(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if f.part != uint32(verbPart) || !a.isPassive(u, lo) || u+1 < hi && a.units[u+1].quote < 0 && a.head(u+1).low == hashAs {
		return // "was quoted as saying"
	}
	if n := a.frame.last.source; !r.Source.Empty() && n.end <= u && a.span(n.first, n.end) == r.Source {
		r.Source, a.frame.last = whosaid.Span{}, sourced{}
	}
	if u+1 >= hi || a.units[u+1].quote >= 0 || a.head(u+1).low != hashBy {
		return
	}
	n := a.phraseAfter(u+2, hi)
	if n.end == n.first {
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
	r.Source, a.frame.last = a.span(n.first, n.end), sourced{f.c.seq, u, n}
}

// isPassive reports whether the verb at u is a participle behind a form of "be",
// with no more than adverbs between them. "He's promised" is none.
func (a *analysis) isPassive(u, lo int) bool {
	if a.head(u).tag != tagVBN {
		return false
	}
	k := u - 1
	for k > lo && a.units[k].quote < 0 && a.head(k).tag == tagRB {
		k--
	}
	return k >= lo && a.units[k].quote < 0 && a.lex.has(a.head(k).low, cBe) && a.head(k).low != hashIs
}

// overlapsContent reports whether r holds units of content.
func overlapsContent(runs []run, r run) bool {
	return slices.ContainsFunc(runs, func(x run) bool { return x.label == beginContent && x.first < r.end && r.first < x.end })
}

// skipComma steps back over a comma before unit u.
func (a *analysis) skipComma(u, lo int) int {
	if u > lo && a.units[u-1].quote < 0 && a.head(u-1).tag == tagComma {
		u--
	}
	return u
}

// apposed returns the noun phrase before an apposition or a relative clause in
// commas that ends before the verb: "Orbit, a maker of toys, said".
func (a *analysis) apposed(verb, lo int) run {
	if verb <= lo || a.units[verb-1].quote >= 0 || a.head(verb-1).tag != tagComma {
		return run{}
	}
	for u := verb - 2; u > lo && verb-u < subjectReach; u-- {
		if a.units[u].quote < 0 && a.head(u).tag == tagComma {
			if r := a.phraseBefore(u, lo); r.end > r.first {
				return r
			}
		}
	}
	return run{}
}

// subject returns the subject of the first finite verb in the units before u
// that has a noun phrase before it.
func (a *analysis) subject(u, lo int) run {
	for k := max(lo, u-subjectReach); k < u; k++ {
		if a.units[k].quote >= 0 || !a.head(k).tag.finite() {
			continue
		}
		verb := a.verbGroup(k, lo)
		if r := a.phraseBefore(verb, lo); r.end > r.first {
			return r
		}
		if r := a.apposed(verb, lo); r.end > r.first {
			return r
		}
	}
	return run{}
}

// apposition returns the end of source n with what follows it in commas: "Ann
// Lee, the mayor of Oslo".
func (a *analysis) apposition(f *frameContext, r *Frame, n run) int {
	k := n.end
	if k+1 >= f.w.end || a.units[k].quote >= 0 || a.head(k).tag != tagComma || a.head(n.end-1).ent == entNone {
		return n.end
	}
	next := a.head(k + 1)
	p := a.phraseAfter(k+1, f.w.end)
	if a.units[k+1].quote >= 0 || next.ent != entNone || next.tag != tagDT && next.shape != shapeLower && !a.isOffice(p) {
		return n.end
	}
	if p.end == p.first || p.end < f.w.end && (a.units[p.end].quote >= 0 || a.head(p.end).tag != tagComma && a.head(p.end).tag != tagStop) {
		return n.end
	}
	s := a.span(p.first, p.end)
	if slices.ContainsFunc(r.Content, func(c Piece) bool { return c.Overlaps(s) }) {
		return n.end
	}
	return p.end
}

// introduced returns the first unit of source n with what introduces the name:
// "The coach, Ian Ross".
func (a *analysis) introduced(f *frameContext, r *Frame, n run) int {
	lo, k := f.w.first, n.first-1
	if k-1 <= lo || a.units[k].quote >= 0 || a.head(k).tag != tagComma || a.head(n.first).ent != entPerson || a.head(k-1).ent != entNone {
		return n.first
	}
	if e := n.end; e < f.w.end && (a.units[e].quote >= 0 || a.head(e).tag != tagComma && a.head(e).tag != tagStop) {
		return n.first
	}
	p := a.phraseBefore(k, lo)
	if p.end != k || a.head(p.first).tag != tagDT && a.head(p.first).tag != tagPRPS {
		return n.first
	}
	if p.first > lo && a.units[p.first-1].quote < 0 {
		if t := a.head(p.first - 1).tag; t != tagComma && t != tagCC && t != tagStop && t != tagColon {
			return n.first
		}
	}
	s := a.span(p.first, p.end)
	if slices.ContainsFunc(r.Content, func(c Piece) bool { return c.Overlaps(s) }) {
		return n.first
	}
	return p.first
}

// isOffice reports whether a phrase in capitals is what somebody is and of what:
// "Chief Executive Officer of Orbit Labs".
func (a *analysis) isOffice(p run) bool {
	for k := p.first; k < p.end; k++ {
		switch w := a.head(k); {
		case w.low == hashOf:
			return k > p.first
		case w.ent != entNone || !w.tag.noun():
			return false
		}
	}
	return false
}

// mainSubject returns the subject after a participle clause that opens the
// sentence: "Noting that the deal was near, she hoped".
func (a *analysis) mainSubject(f *frameContext) run {
	for k := f.c.unit + 1; k < f.w.end; k++ {
		if a.units[k].quote < 0 && a.head(k).tag == tagComma && a.endsAside(f, k) {
			return a.phraseAfter(k+1, f.w.end)
		}
	}
	return run{}
}

// trailingSource splits the source from the content where the model took the
// whole of "The talks failed, Ann Lee, a lawyer, said" for content.
func (a *analysis) trailingSource(f *frameContext, r *Frame) run {
	u := f.c.unit
	last := &r.Content[len(r.Content)-1]
	if last.end > u || u-last.end > 1 || !a.head(u).tag.finite() {
		return run{}
	}
	n := a.phraseBefore(u, f.w.first)
	if last.end < u {
		n = run{}
		for k := last.end - 1; k > last.first && u-k < subjectReach && (a.units[k].quote >= 0 || !a.head(k).tag.finite()); k-- {
			if a.units[k].quote >= 0 || a.head(k).tag != tagComma {
				continue
			}
			if n = a.phraseBefore(k, last.first); n.end > n.first {
				n.end = last.end
			}
			break
		}
	}
	if n.end == n.first || n.first < last.first+3 || a.units[n.first-1].quote < 0 && a.head(n.first-1).tag != tagComma {
		return run{}
	}
	*last = a.pieceOf(last.first, n.first)
	return n
}

// addOpening adds the words that open the sentence to the content that goes on
// after a cue between commas: "In so doing, he added, the two sides ...".
func (a *analysis) addOpening(f *frameContext, r *Frame) {
	u, lo := f.c.unit, f.w.first
	p := &r.Content[0]
	if p.first <= u || r.Source.Empty() || a.speechLike(p.first) {
		return
	}
	comma := func(k int) bool { return k >= lo && a.units[k].quote < 0 && a.head(k).tag == tagComma }
	n := a.frame.last.source
	left, right := min(n.first, u), max(n.end, u+1)
	if f.part == uint32(prepPart) {
		for left = u; left > lo && !comma(left-1); left-- {
		}
	}
	if n.end <= n.first || p.first != right+1 || !comma(right) || !comma(left-1) || left-1 <= lo || !a.opens(lo, left-1) {
		return
	}
	r.Content = append([]Piece{a.pieceOf(lo, left-1)}, r.Content...)
}

// opens reports whether the units [lo, end) can open somebody's words: they
// hold no other cue, and do not just say where the words were spoken.
func (a *analysis) opens(lo, end int) bool {
	verb, occasion := false, false
	for k := lo; k < end; k++ {
		if a.units[k].quote >= 0 || a.units[k].cue >= 2 || a.head(k).tag == tagColon {
			return false
		}
		verb = verb || a.head(k).tag.finite()
		occasion = occasion || a.lex.has(a.head(k).low, cOccasion)
	}
	return verb || !occasion && end-lo <= 16
}

// mendInverted finds the content before the cue where the model took what
// follows the source for it: "The talks failed, said Ann Lee, a lawyer".
func (a *analysis) mendInverted(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if len(r.Content) > 0 && r.Content[0].first <= u && !a.sourceFirst(f, r) || u-2 <= lo || !a.head(u).tag.finite() &&
		a.head(u).tag != tagVBN || a.units[u-1].quote >= 0 || a.head(u-1).tag != tagComma || !a.inverted(u, hi) {
		return
	}
	n := a.phraseAfter(u+1, hi)
	if n.end <= n.first || n.end < hi && (a.units[n.end].quote >= 0 || a.head(n.end).tag != tagComma && !a.trails(n.end, hi)) {
		return
	}
	if !a.canSpeak(n) || !a.isClause(lo, u-1) {
		return
	}
	r.Content = append(r.Content[:0], a.pieceOf(lo, u-1))
	a.frame.runs = append(a.frame.runs[:0], run{beginContent, lo, u - 1}, run{outside, u, u + 1}, n)
	r.Source = a.span(n.first, n.end)
	a.frame.last = sourced{f.c.seq, u, n}
	if k := n.end; k+2 < hi && a.units[k].quote < 0 && a.head(k).tag == tagComma && a.units[k+1].quote < 0 && a.head(k+1).low == hashAnd &&
		a.units[k+2].quote < 0 && a.head(k+2).tag.finite() && a.units[k+2].cue < 2 {
		r.Content = append(r.Content, a.pieceOf(k+1, hi))
	}
}

// sourceFirst reports whether the model gave r a source that opens the sentence
// and content up to the comma before the cue: it took "Dorn makes boxes" for who
// speaks in "Dorn makes boxes, Hale makes sheets, said Ann Lee".
func (a *analysis) sourceFirst(f *frameContext, r *Frame) bool {
	n := a.frame.last.source
	return len(r.Content) == 1 && r.Content[0].Form == whosaid.QuoteIndirect && !r.Source.Empty() &&
		n.first == f.w.first && n.end <= r.Content[0].first && r.Content[0].end == f.c.unit-1
}

// wholeSentence takes in the clauses before a content that ends with the comma
// before an inverted cue, from the beginning of the sentence: "Dorn makes boxes,
// Hale makes sheets, said Ann Lee".
func (a *analysis) wholeSentence(f *frameContext, r *Frame) {
	u, lo := f.c.unit, f.w.first
	p := &r.Content[0]
	if len(r.Content) > 1 || p.Form != whosaid.QuoteIndirect || p.end != u-1 || p.first <= lo+1 ||
		a.units[p.first-1].quote >= 0 || a.head(p.first-1).tag != tagComma {
		return
	}
	if n := a.frame.last.source; r.Source.Empty() || n.first != u+1 || !a.head(u).tag.finite() ||
		a.mainClause(lo, p.first) != lo || !a.isClause(lo, p.first-1) {
		return
	}
	*p = a.pieceOf(lo, p.end)
}

// canSpeak reports whether a noun phrase names somebody or is a word for one.
func (a *analysis) canSpeak(n run) bool {
	for k := n.first; k < n.end; k++ {
		if w := a.head(k); w.ent != entNone || a.lex.has(w.low, cVoice) || w.tag == tagPRP {
			return true
		}
	}
	return false
}

// isClause reports whether the units [lo, end) hold a verb, but neither a
// quotation nor another cue.
func (a *analysis) isClause(lo, end int) bool {
	verb := false
	for k := lo; k < end; k++ {
		if a.units[k].quote >= 0 || a.units[k].cue >= 2 {
			return false
		}
		verb = verb || a.head(k).tag.finite()
	}
	return verb
}

// mendLast finds the content before a cue that ends the sentence, but for when
// and to whom, where the model found none: "The talks failed, Ann Lee, a
// lawyer, said", "The talks failed, she told reporters on Monday".
func (a *analysis) mendLast(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if len(r.Content) > 0 || !a.head(u).tag.finite() || !f.c.entry.class.Speech() || !a.ends(f, u+1, hi) {
		return
	}
	comma := func(k int) bool { return k > lo && a.units[k].quote < 0 && a.head(k).tag == tagComma }
	n := a.phraseBefore(u, lo)
	if n.end == n.first && comma(u-1) {
		for k := u - 2; k > lo && u-k < subjectReach && (a.units[k].quote >= 0 || !a.head(k).tag.finite()); k-- {
			if comma(k) {
				if n = a.phraseBefore(k, lo); n.end > n.first {
					n.end = u - 1
				}
				break
			}
		}
	}
	if n.end == n.first || !comma(n.first-1) || f.c.entry.class != whosaid.CueSay && !a.canSpeak(n) ||
		!a.isClause(a.mainClause(lo, n.first-1), n.first-1) {
		return
	}
	r.Content = append(r.Content, a.pieceOf(lo, n.first-1))
	r.Source = a.span(n.first, n.end)
	a.frame.runs = append(a.frame.runs[:0], run{beginContent, lo, n.first - 1}, n, run{outside, u, u + 1})
	a.frame.last = sourced{f.c.seq, u, n}
}

// mainClause is where the main clause of the units [lo, end) may begin: behind
// the comma that ends what "if" or "despite" opens, at end if none does.
func (a *analysis) mainClause(lo, end int) int {
	if a.units[lo].quote >= 0 || !a.lex.has(a.head(lo).low, cOpener) {
		return lo
	}
	for k := lo + 1; k+1 < end; k++ {
		if a.units[k].quote < 0 && a.head(k).tag == tagComma && a.head(k+1).tag != tagW {
			return k + 1
		}
	}
	return end
}

// ends reports whether nothing that could be said stands from unit k on, which
// follows the cue, to the end of the sentence: "on Monday", "reporters in Paris".
func (a *analysis) ends(f *frameContext, k, hi int) bool {
	if k >= hi || a.units[k].quote < 0 && a.head(k).tag == tagStop {
		return f.c.entry.class == whosaid.CueSay
	}
	if a.trails(k, hi) {
		return true
	}
	n := a.phraseAfter(k, hi)
	return f.c.entry.hash == hashTell && n.end > n.first && a.canHear(n) && (n.end == hi || a.trails(n.end, hi))
}

// trails reports whether the units from k on, to the end of the sentence, tell
// at most when, where or how something was said.
func (a *analysis) trails(k, hi int) bool {
	if a.units[k].quote >= 0 || hi-k > trailReach || !a.head(k).date && !a.lex.has(a.head(k).low, cTrailing) && a.head(k).tag != tagStop {
		return false
	}
	for i := k; i < hi; i++ {
		if a.units[i].quote >= 0 || a.head(i).tag.finite() || a.head(i).tag == tagColon {
			return false
		}
	}
	return true
}

// trailReach is the most units that may follow a cue which ends its sentence.
const trailReach = 14

var (
	hashTell = hashString("tell")
)

// canHear reports whether somebody can be told something as the noun phrase
// says.
func (a *analysis) canHear(n run) bool {
	for k := n.first; k < n.end; k++ {
		if a.lex.has(a.head(k).low, cListener) {
			return true
		}
	}
	return a.canSpeak(n)
}
