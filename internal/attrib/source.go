package attrib

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// Where the sequence model finds no source for a cue, or one that cannot be, the
// grammar of the sentence decides. No search leaves the window of the cue.

// sourceOf finds the source of the frame with these runs, or an empty run.
// prev is the source of the last frame before it in the same sequence.
func (a *analysis) sourceOf(f *frameContext, runs []run, prev run) run {
	u := f.c.unit
	lo, hi := f.w.first, f.w.end
	if f.part != uint32(verbPart) && f.part != uint32(otherVerb) {
		return run{}
	}
	first := func(rs ...run) run {
		for _, r := range rs {
			if !r.empty() && !overlapsContent(runs, r) {
				r.label = beginSource
				return r
			}
		}
		return run{}
	}
	v := a.voiceOf(u, lo)
	verb := a.verbGroup(u, lo)
	gerund := a.head(u).tag == tagVBG
	switch {
	case a.reducedEnd(f) > 0:
		return run{}
	case v.passive && !gerund:
		return first(a.agent(u, hi))
	case verb > lo && a.tagged(verb-1, whWords):
		return first(a.phraseBefore(a.skipComma(verb-1, lo), lo))
	case a.contentBefore(u, runs) && a.inverted(u, hi):
		return first(a.phraseAfter(u+1, hi))
	case gerund && (verb == lo || verb == lo+1 && a.tagged(lo, prepositions)):
		return a.mainSubject(f)
	case gerund && verb == u: // "a banner saying"
		return first(a.phraseBefore(u, lo), prev, a.subject(u, lo))
	case gerund || v.infinite:
		return first(prev, a.subject(u, lo))
	}
	return first(a.phraseBefore(verb, lo), a.apposed(verb, lo), prev, a.subject(verb, lo))
}

// nearer returns the noun phrase right before the verb of f if it alone can be
// the subject, but the model took another one: "which Orbit said".
func (a *analysis) nearer(f *frameContext, runs []run, source run) run {
	u, lo := f.c.unit, f.w.first
	if f.part != uint32(verbPart) || !a.activeVerb(u, lo) || source.first == u+1 || source.empty() {
		return run{}
	}
	verb := a.verbGroup(u, lo)
	r := a.phraseBefore(verb, lo)
	if r.end != verb || r.empty() || r.first < source.end && source.first < r.end {
		return run{}
	}
	if k := r.first - 1; k >= lo && a.plain(k) && !a.tagged(k, subjectEdges) && a.units[k].cue < 2 {
		return run{}
	}
	if overlapsContent(runs, r) {
		return run{}
	}
	return r
}

// ofParticiple returns the subject of the main clause where f has a participle
// behind it, but the model took an object for its source: "Lee met the mayor in
// Oslo, saying that".
func (a *analysis) ofParticiple(f *frameContext, runs []run, source run) run {
	u, lo := f.c.unit, f.w.first
	if f.part != uint32(verbPart) || a.head(u).tag != tagVBG || u-1 <= lo || !a.tagged(u-1, commas) || source.end > u {
		return run{}
	}
	r := a.subject(u, lo)
	if r.empty() || r.end > source.first || overlapsContent(runs, r) {
		return run{}
	}
	for k := r.end; k < source.first; k++ {
		if !a.plain(k) || a.tagged(k, whWords|coordinators) || a.is(k, hashBy) {
			return run{}
		}
	}
	return r
}

// relativeReach is how long a relative clause between a subject and its verb may be.
const relativeReach = 12

// aroundRelative returns the subject of f where the source stands at the end of a
// relative clause behind that: "A woman who watched from her balcony said". What
// follows a verb of saying may be the subject of a clause of its own.
func (a *analysis) aroundRelative(f *frameContext, runs []run, source run) run {
	u, lo := f.c.unit, f.w.first
	if f.part != uint32(verbPart) || source.empty() || source.end != a.verbGroup(u, lo) {
		return run{}
	}
	verbs := 0
	for k := source.first - 1; k > lo && source.first-k <= relativeReach; k-- {
		switch {
		case !a.plain(k), a.tagged(k, commas|coordinators), a.units[k].cue > 1:
			return run{}
		case a.tagged(k, whWords):
			r := a.phraseBefore(k, lo)
			if verbs != 1 || r.end != k || overlapsContent(runs, r) {
				return run{}
			}
			r.label = beginSource
			return r
		case a.head(k).tag.finite():
			verbs++
		}
	}
	return run{}
}

// relativeSubject returns the noun phrase right before "who" and the verb of f where the model
// took somebody before it for the source, "Lee met a man who said"; behind a comma only if it
// is a name: "Lee met Jo Day, who said".
func (a *analysis) relativeSubject(f *frameContext, source run) run {
	lo := f.w.first
	verb := a.verbGroup(f.c.unit, lo)
	if f.part != uint32(verbPart) || verb-2 <= lo || !a.is(verb-1, hashWho) {
		return run{}
	}
	n := a.phraseBefore(a.skipComma(verb-1, lo), lo)
	if n.empty() || n.end < verb-2 || source.end > n.first || n.end < verb-1 && a.head(n.end-1).ent != entPerson {
		return run{}
	}
	for k := source.end; k < n.first; k++ {
		if a.plain(k) && a.head(k).tag.verb() { // else who is named may only tell more of the source
			n.label = beginSource
			return n
		}
	}
	return run{}
}

// activeVerb reports whether the verb at u is finite, or a participle after
// "has", and neither passive nor an infinitive.
func (a *analysis) activeVerb(u, lo int) bool {
	t := a.head(u).tag
	perfect := t == tagVBN && u > lo && a.plain(u-1) && a.lex.has(a.head(u-1).low, cHave)
	if !t.finite() && !perfect {
		return false
	}
	v := a.voiceOf(u, lo)
	return !v.passive && !v.infinite
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

// overlapsContent reports whether r holds units of content.
func overlapsContent(runs []run, r run) bool {
	return slices.ContainsFunc(runs, func(x run) bool { return x.label == beginContent && x.first < r.end && r.first < x.end })
}

// mendSource corrects the source of r by grammar, where the model found none or
// one that cannot be.
func (a *analysis) mendSource(f *frameContext, r *Frame) {
	n := a.quotedAs(f, r)
	if !n.empty() {
		a.setSource(f, r, n)
		return
	}
	if r.Source.Empty() {
		if n = a.trailingSource(f, r); n.empty() {
			n = a.sourceOf(f, a.keptRuns(r), a.lastSource(f.c))
		}
		if n.empty() && f.c.entry == &colonEntry && a.announces(f.c) {
			n = run{beginSource, a.seqs[f.c.seq].first, f.c.unit} // "Department: Old bridges are safe"
		}
	} else if n = a.nearer(f, a.frame.runs, a.frame.last.source); n.empty() {
		n = a.ofParticiple(f, a.frame.runs, a.frame.last.source)
	}
	if n.empty() {
		if r.Source.Empty() {
			return
		}
		n = a.frame.last.source
	}
	if who := a.relativeSubject(f, n); !who.empty() {
		n = who
	}
	if subject := a.aroundRelative(f, a.frame.runs, n); !subject.empty() {
		n = subject
	}
	if n.end == n.first+1 && n.end == f.c.unit && a.head(n.first).tag == tagDT && f.part == uint32(nounPart) {
		r.Source = whosaid.Span{} // "the claim that"
		return
	}
	if who := a.beforeBrackets(n, f.w.first); !who.empty() {
		n = who
	}
	n.first, n.end = a.introduced(f, r, n), a.apposition(f, r, n)
	a.setSource(f, r, n)
}

// beforeBrackets returns the phrase before the brackets at the end of which n stands, or an
// empty run: "Senator Ann Lee (Democrat, Ohio) said".
func (a *analysis) beforeBrackets(n run, lo int) run {
	const reach = 10
	if a.head(n.end-1).low != hashClose {
		return run{}
	}
	for k := n.end - 2; k > lo && n.end-k <= reach && a.plain(k); k-- {
		if a.head(k).low == hashOpen {
			if k > n.first {
				return run{}
			}
			return a.phraseBefore(k, lo)
		}
	}
	return run{}
}

// quotedAs returns who said what others report of him or her: "Orbit quoted her as saying".
func (a *analysis) quotedAs(f *frameContext, r *Frame) run {
	u, lo := f.c.unit, f.w.first
	if f.part != uint32(verbPart) || a.head(u).tag != tagVBG || u-2 <= lo || !a.is(u-1, hashAs) {
		return run{}
	}
	n := a.phraseBefore(u-1, lo)
	if n.empty() || n.end != u-1 || n.first <= lo || a.overlaps(r, n) {
		return run{}
	}
	if v := n.first - 1; !a.plain(v) || !a.lex.has(a.head(v).low, cQuoting) || a.isPassive(v, lo) {
		return run{}
	}
	n.label = beginSource
	return n
}

// keptRuns are the runs of the frame without those of content that r has no more.
func (a *analysis) keptRuns(r *Frame) []run {
	return slices.DeleteFunc(slices.Clone(a.frame.runs), func(x run) bool {
		return x.label == beginContent && !slices.ContainsFunc(r.Content, func(p Piece) bool { return p.first < x.end && x.first < p.end })
	})
}

// lastSource is the source of the last frame that was decoded, if it is in the
// sequence of c and its cue stands before c.
func (a *analysis) lastSource(c candidate) run {
	if p := a.frame.last; p.seq == c.seq && p.unit < c.unit {
		return p.source
	}
	return run{}
}

// setSource makes the units of n the source of r.
func (a *analysis) setSource(f *frameContext, r *Frame, n run) {
	r.Source = a.span(n.first, n.end)
	a.frame.last = sourced{f.c.seq, f.c.unit, n}
}

// setHeard makes what a court or an inquest heard a report of what it was told, by
// nobody who is named: "the court heard that Lee had lied".
func (a *analysis) setHeard(f *frameContext, r *Frame) {
	if n := a.frame.last.source; f.c.entry.hash == hashHear && !r.Source.Empty() && a.hearers(n) {
		r.Class, r.Source, a.frame.last = whosaid.CueReport, whosaid.Span{}, sourced{}
	}
}

// hearers reports whether the head of a noun phrase is a word for those who listen:
// "an inquest", "Leeds Crown Court", "jurors in Lund".
func (a *analysis) hearers(n run) bool {
	for k := n.first; k < n.end; k++ {
		if k > n.first && a.tagged(k, prepositions) {
			return false
		}
		if a.lex.has(a.head(k).low, cListener) {
			return true
		}
	}
	return false
}

// apposition returns the end of source n with the apposition that follows it:
// "Ann Lee, the mayor of Oslo".
func (a *analysis) apposition(f *frameContext, r *Frame, n run) int {
	k := n.end
	if k+1 >= f.w.end || !a.tagged(k, commas) || a.head(n.end-1).ent == entNone {
		return n.end
	}
	next := a.head(k + 1)
	p := a.phraseAfter(k+1, f.w.end)
	if !a.plain(k+1) || next.ent != entNone || next.tag != tagDT && next.shape != shapeLower && !a.isOffice(p) {
		return n.end
	}
	if p.empty() || p.end < f.w.end && !a.tagged(p.end, commaOrStop) || a.overlaps(r, p) {
		return n.end
	}
	return p.end
}

// overlaps reports whether units of p are content of r.
func (a *analysis) overlaps(r *Frame, p run) bool {
	s := a.span(p.first, p.end)
	return slices.ContainsFunc(r.Content, func(c Piece) bool { return c.Overlaps(s) })
}

// introduced returns the first unit of source n with the noun phrase that
// introduces the name: "The coach, Ian Ross".
func (a *analysis) introduced(f *frameContext, r *Frame, n run) int {
	lo, k := f.w.first, n.first-1
	if k-1 <= lo || !a.tagged(k, commas) || a.head(n.first).ent != entPerson || a.head(k-1).ent != entNone {
		return n.first
	}
	if n.end < f.w.end && !a.tagged(n.end, commaOrStop) {
		return n.first
	}
	p := a.phraseBefore(k, lo)
	if p.end != k || !a.head(p.first).tag.in(determiners) {
		return n.first
	}
	if before := p.first - 1; before >= lo && a.plain(before) && !a.tagged(before, clauseEdges) {
		return n.first
	}
	if a.overlaps(r, p) {
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
		if !a.tagged(k, commas) {
			continue
		}
		if n := a.namedSubject(k+1, f.w.end); !n.empty() {
			return n
		}
		if a.endsAside(f, k) {
			return a.phraseAfter(k+1, f.w.end)
		}
	}
	return run{}
}

// namedSubject returns the subject that begins with unit first where a name and an
// apposition make it up: "the mayor, Ann Lee, left", "Ann Lee, the mayor, left".
func (a *analysis) namedSubject(first, hi int) run {
	n := a.phraseAfter(first, hi)
	if n.empty() || n.end+1 >= hi || !a.tagged(n.end, commas) {
		return run{}
	}
	m := a.phraseAfter(n.end+1, hi)
	if m.empty() || m.end+1 >= hi || !a.tagged(m.end, commas) || !a.tagged(m.end+1, finites) {
		return run{}
	}
	switch named := a.head(n.end-1).ent == entPerson; {
	case named == (a.head(m.end-1).ent == entPerson):
		return run{}
	case named:
		return n
	}
	return m
}

// trailingSource splits the source from the content where the model took the
// whole of "The talks failed, Ann Lee, a lawyer, said" for content.
func (a *analysis) trailingSource(f *frameContext, r *Frame) run {
	u := f.c.unit
	last := &r.Content[len(r.Content)-1]
	if last.end > u || u-last.end > 1 || !a.head(u).tag.finite() {
		return run{}
	}
	var n run
	if last.end == u {
		n = a.phraseBefore(u, f.w.first)
	} else {
		n = a.phraseWithApposition(u, last.end, last.first)
	}
	if n.empty() || n.first < last.first+3 || a.plain(n.first-1) && !a.tagged(n.first-1, commas) {
		return run{}
	}
	*last = a.pieceOf(last.first, n.first)
	return n
}
