package claim

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// dropAttribution takes the words that only attribute something out of a
// clause. It reports whether anything else is in it.
func (r *reading) dropAttribution(cl *clause, outer *whosaid.Quote, sentence int) bool {
	owner := whosaid.QuoteID(0)
	if outer != nil {
		owner = outer.ID
	}
	cue := slices.IndexFunc(cl.toks, func(t int) bool {
		c := r.words[t].cue
		return c != 0 && c != quoteID(owner) && (r.prop[c] || r.intends(whosaid.QuoteID(c)))
	})
	if cue < 0 {
		return cl.verb.ok || len(cl.shared) == 0
	}
	if cl.verb.ok && cue < cl.verb.first && r.at(cl, cue).pos == pNoun && !r.prop[r.at(cl, cue).cue] {
		return true // "plans to sell it were dropped"
	}
	if cl.verb.ok && cue < cl.verb.first && r.aside(cl, cue) {
		r.takeIn(cl, whosaid.QuoteID(r.at(cl, cue).cue), r.claimEnd(outer, sentence))
		return true
	}
	if !cl.verb.ok || cue <= cl.verb.head {
		return false
	}
	q := r.at(cl, cue).cue
	if !r.prop[q] {
		return true
	}
	speech := r.verbClass(cl.toks[cl.verb.head])&vSpeechAct != 0
	if !speech && r.embedded(cl, cue) {
		r.takeIn(cl, whosaid.QuoteID(q), r.claimEnd(outer, sentence))
		return true
	}
	// "Lam left, saying": the clause ends where the attribution begins.
	end := r.beforeWho(cl, cue)
	if end == cue {
		end = r.beforeSource(cl, cue)
	}
	end = r.absolute(cl, end)
	if end <= cl.verb.head || speech || r.at(cl, cl.verb.head).source == q {
		return false
	}
	cl.toks = cl.toks[:end]
	return true
}

// aside reports whether the attribution stands in an adverbial clause before the verb: "even
// though Lee confessed, others were tried".
func (r *reading) aside(cl *clause, cue int) bool {
	if q := r.d.Quote(whosaid.QuoteID(r.at(cl, cue).cue)); q.Form != whosaid.QuoteIndirect {
		return false
	}
	opens := slices.ContainsFunc(cl.toks[:min(2, cue)], func(t int) bool { return r.has(t, cSub) && r.words[t].pos.in(subordinators) })
	comma := slices.ContainsFunc(cl.toks[cue:cl.verb.first], func(t int) bool { return r.words[t].pos == pComma })
	return opens && comma
}

// beforeWho is the index of the "who" that a cue at i follows, whose noun is
// part of the clause, as in "drafted by Lee, who said"; else i.
func (r *reading) beforeWho(cl *clause, i int) int {
	for j := i; j > cl.verb.head+1; j-- {
		t := cl.toks[j-1]
		if r.is(t, fRelative) {
			return j - 1
		}
		if r.words[t].pos != pAdv && !r.has(t, cHave|cBe) {
			return i
		}
	}
	return i
}

// beforeSource is the index of the first word of the attribution whose cue is
// at i: its source, auxiliaries, and what joins it to the clause.
func (r *reading) beforeSource(cl *clause, i int) int {
	for i > cl.verb.head+1 {
		w := r.at(cl, i-1)
		if w.source == 0 && w.class&(cBe|cHave|cNeg) == 0 && !w.pos.in(beforeCue) {
			break
		}
		i--
	}
	return i
}

var beforeCue = setOf(pModal, pWh, pConj, pAdv, pPrep) // of words between a clause and its cue

// absolute moves the end of a clause back over the rest of "with the latter
// confirming": a comma, "with" and the source.
func (r *reading) absolute(cl *clause, end int) int {
	for i := end - 1; i > cl.verb.head+1 && i >= end-8; i-- {
		if r.at(cl, i).pos.finite() {
			return end
		}
		if r.at(cl, i-1).pos == pComma && r.is(cl.toks[i], fCompany) {
			return i - 1
		}
	}
	return end
}

// intends reports whether the cue of q gives an order, a wish or an intention.
func (r *reading) intends(id whosaid.QuoteID) bool {
	switch r.d.Quote(id).CueClass {
	case whosaid.CueOrder, whosaid.CueWant, whosaid.CuePlan:
		return r.infinitiveIn(r.d.Quote(id))
	}
	return false
}

// infinitiveIn reports whether the content of q holds a verb: "called the
// election for him" does not.
func (r *reading) infinitiveIn(q *whosaid.Quote) bool {
	for _, s := range q.Content {
		first, end := r.d.TokensIn(s)
		for t := first; t < min(end, first+lookahead); t++ {
			if r.words[t].pos.in(finites | setOf(pTo, pBase, pGerund)) {
				return true
			}
		}
	}
	return false
}

// embedded reports whether the attribution is part of what the clause says:
// its cue is a noun ("revelations that"), or stands in an adverbial clause.
func (r *reading) embedded(cl *clause, cue int) bool {
	if w := r.at(cl, cue); w.pos == pNoun {
		return r.d.Quote(whosaid.QuoteID(w.cue)).Form == whosaid.QuoteIndirect
	}
	for i := cue - 1; i > cl.verb.head && i > cue-lookahead; i-- {
		w := r.at(cl, i)
		if w.pos == pPrep && w.class&cSub != 0 && w.source == 0 {
			return !r.is(cl.toks[i], fAs)
		}
		if w.pos == pComma && w.source == 0 || w.pos == pWh {
			return false
		}
	}
	return false
}

// claimEnd is the end of the tokens that a claim may hold: those of its sentence
// and, if somebody is quoted with it, of what is quoted.
func (r *reading) claimEnd(q *whosaid.Quote, sentence int) int {
	end := r.d.Sentences[sentence].EndToken
	if q != nil {
		_, quoted := r.within(q.Span)
		end = min(end, quoted)
	}
	return end
}

// takeIn makes the content of q, up to token end, part of the clause around it.
func (r *reading) takeIn(cl *clause, q whosaid.QuoteID, end int) {
	r.inside[q] = r.words[cl.toks[0]].owner == 0
	last := cl.toks[len(cl.toks)-1]
	for last+1 < end && r.words[last+1].owner == quoteID(q) {
		last++
	}
	toks := make([]int, 0, last-cl.toks[0]+1)
	skipped := 0
	for i, t := 0, cl.toks[0]; t <= last; t++ {
		toks = append(toks, t)
		if i < len(cl.toks) && cl.toks[i] == t {
			i++
		} else if i <= cl.verb.first {
			skipped++
		}
	}
	cl.verb.first += skipped
	cl.verb.head += skipped
	cl.toks = toks
}

// lendSubject gives a clause of q without a finite verb the subject that it has beside
// the cue.
func (r *reading) lendSubject(cl *clause, q *whosaid.Quote, sentence int) {
	switch r.at(cl, 0).pos {
	case pTo:
		cl.shared = r.passiveSubject(q, sentence)
	case pGerund:
		cl.shared = r.accused(q, cl.toks[0])
	}
}

// passiveSubject is the subject of a passive cue, which is that of the
// infinitive too: "he" in "he was reported to be safe". nil if the cue is not
// passive.
func (r *reading) passiveSubject(q *whosaid.Quote, sentence int) []int {
	if q.Cue.Empty() {
		return nil
	}
	first := r.d.Sentences[sentence].FirstToken
	be, _ := r.d.TokensIn(q.Cue)
	for be--; be >= first && (r.words[be].pos == pAdv || r.words[be].date); be-- {
	}
	if be <= first || !r.has(be, cBe) {
		return nil
	}
	for be > first+1 && r.has(be-1, cBe|cHave) {
		be--
	}
	from := be
	for from > first && from > be-lookahead && !r.words[from-1].pos.in(finites|setOf(pConj)) && r.words[from-1].owner == quoteID(q.Parent) {
		from--
	}
	return run(from, be)
}

// accused is who is said to do what begins at token t, between the cue of q and an "of":
// "Lee" in "accused Lee of hiding it". nil if nobody is.
func (r *reading) accused(q *whosaid.Quote, t int) []int {
	_, from := r.d.TokensIn(q.Cue)
	if t > from && r.words[t-1].pos == pQuote {
		t--
	}
	if t-1 <= from || t-from > lookahead || !r.is(t-1, fGenitive) {
		return nil
	}
	return run(from, t-1)
}

// run is the tokens from first to before end.
func run(first, end int) []int {
	toks := make([]int, 0, end-first)
	for t := first; t < end; t++ {
		toks = append(toks, t)
	}
	return toks
}

// concession cuts a clause that only attributes something to what it grants before that:
// "though the mill closed, Lee said". It reports whether there is such a thing.
func (r *reading) concession(cl *clause) bool {
	if !r.is(cl.toks[0], fConcession) {
		return false
	}
	end := slices.IndexFunc(cl.toks, func(t int) bool { return r.words[t].pos == pComma })
	if end < 0 {
		return false
	}
	cl.toks = cl.toks[1:end]
	cl.verb = (&cutter{r: r, toks: cl.toks}).mainVerb(0)
	return cl.verb.ok && cl.verb.first > 0
}
