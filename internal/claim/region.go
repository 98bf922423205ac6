package claim

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// region finds the claims of one claimant in one sentence.
func (r *reading) region(sentence int, g region) {
	q := r.d.Quote(g.owner)
	if q != nil && !assertive(q) {
		return
	}
	for rest := g.toks; len(rest) > 0; {
		n := r.upToStop(rest)
		if !r.asks(rest[:n]) {
			outer, inner := r.parenthesis(rest[:n])
			r.clausesOf(outer, q, sentence)
			if len(inner) > 0 {
				r.clausesOf(inner, q, sentence)
			}
		}
		rest = rest[n:]
	}
}

// parenthesis takes a clause between two dashes out of toks: "the law — it
// passed in May — bans".
func (r *reading) parenthesis(toks []int) (outer, inner []int) {
	open := -1
	for i, t := range toks {
		if r.words[t].pos != pColon || !isDash(r.text(t)) {
			continue
		}
		if open >= 0 && i-open > 3 && (&cutter{r: r, toks: toks[:i]}).clauseAt(open+1) {
			outer = append(append(make([]int, 0, len(toks)-(i-open)), toks[:open]...), toks[i+1:]...)
			return outer, toks[open+1 : i]
		}
		open = i
	}
	return toks, nil
}

// upToStop counts the tokens up to the first stop: a region may hold several
// sentences that the text has run together.
func (r *reading) upToStop(toks []int) int {
	for i, t := range toks {
		if r.words[t].pos == pStop {
			return i + 1
		}
	}
	return len(toks)
}

// asks reports whether the tokens end with a question mark.
func (r *reading) asks(toks []int) bool {
	last := toks[len(toks)-1]
	return r.words[last].pos == pStop && strings.HasPrefix(r.text(last), "?")
}

// clausesOf finds the claims of tokens that hold no stop but at their end.
func (r *reading) clausesOf(toks []int, q *whosaid.Quote, sentence int) {
	c := &cutter{r, toks, q != nil}
	r.clauses = c.cut(r.clauses[:0])
	for i := range r.clauses {
		cl := &r.clauses[i]
		if !r.dropAttribution(cl, q, sentence) {
			continue
		}
		r.dropResponse(cl)
		r.trim(cl)
		if q != nil && !cl.verb.ok && len(cl.toks) > 0 && r.words[cl.toks[0]].pos == pTo {
			cl.shared = r.passiveSubject(q, sentence)
		}
		r.relatives(cl, q, sentence)
		if !r.isClaim(cl, q, sentence) {
			continue
		}
		infinitive := !cl.verb.ok
		if infinitive && q != nil {
			cl.verb = (&cutter{r: r, toks: cl.toks}).infinitive()
		}
		c := r.claim(cl, q, sentence)
		if q != nil && infinitive && len(cl.shared) > 0 && q.Source.Start < q.Cue.Start {
			// Nobody is told: the subject was taken for the source.
			c.Claimant = whosaid.Claimant{Kind: whosaid.ClaimantUnnamed}
		}
		r.add(c)
	}
}

// add appends a claim. The claims of a text take more memory than all else.
func (r *reading) add(c whosaid.Claim) {
	r.out = append(r.out, c)
}

// relatives makes claims of the relative clauses of cl that state facts of
// their own, and takes them out of it.
func (r *reading) relatives(cl *clause, q *whosaid.Quote, sentence int) {
	if !cl.verb.ok || len(cl.toks) > maxClause {
		return
	}
	for from := 1; ; {
		at, end := r.relative(cl, from)
		if at == 0 {
			return
		}
		rel := r.takeOut(cl, at, end)
		r.trim(&rel)
		if len(rel.toks) > 1 && len(rel.toks) <= maxRelative && r.isClaim(&rel, q, sentence) {
			r.add(r.claim(&rel, q, sentence))
		}
		from = at
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
	if be <= first || r.words[be].class&cBe == 0 {
		return nil
	}
	for be > first+1 && r.words[be-1].class&(cBe|cHave) != 0 {
		be--
	}
	from := be
	for from > first && from > be-lookahead && r.words[from-1].pos != pConj && !r.words[from-1].pos.finite() && r.words[from-1].owner == quoteID(q.Parent) {
		from--
	}
	toks := make([]int, 0, be-from)
	for t := from; t < be; t++ {
		toks = append(toks, t)
	}
	return toks
}

// assertive reports whether the cue of q puts its content forward as true.
func assertive(q *whosaid.Quote) bool {
	if q.Negated && q.Form != whosaid.QuoteDirect && q.CueClass != whosaid.CueDeny {
		return false // "did not say that"
	}
	switch q.CueClass {
	case whosaid.CueAsk, whosaid.CueOrder, whosaid.CueWant, whosaid.CuePlan:
		return q.Form == whosaid.QuoteDirect
	}
	return true
}

// dropAttribution takes the words that only attribute something out of a
// clause. It returns false if nothing else is in it.
func (r *reading) dropAttribution(cl *clause, outer *whosaid.Quote, sentence int) bool {
	owner := whosaid.QuoteID(0)
	if outer != nil {
		owner = outer.ID
	}
	cue := -1
	for i, t := range cl.toks {
		if w := &r.words[t]; w.cue != 0 && w.cue != quoteID(owner) && (r.prop[w.cue] || r.intends(whosaid.QuoteID(w.cue))) {
			cue = i
			break
		}
	}
	if cue < 0 {
		return cl.verb.ok || len(cl.shared) == 0
	}
	if !cl.verb.ok || cue <= cl.verb.head {
		return false
	}
	q := r.words[cl.toks[cue]].cue
	if !r.prop[q] {
		return true
	}
	speech := r.lemmaClass(cl.toks[cl.verb.head])&cSpeechAct != 0
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
	if end <= cl.verb.head || speech || r.words[cl.toks[cl.verb.head]].source == q {
		return false
	}
	cl.toks = cl.toks[:end]
	return true
}

// beforeWho is the index of the "who" that a cue at i follows, whose noun is
// part of the clause, as in "drafted by Lee, who said"; else i.
func (r *reading) beforeWho(cl *clause, i int) int {
	for j := i; j > cl.verb.head+1; j-- {
		w := &r.words[cl.toks[j-1]]
		if s := strings.ToLower(r.text(cl.toks[j-1])); s == "who" || s == "which" {
			return j - 1
		}
		if w.pos != pAdv && w.class&(cHave|cBe) == 0 {
			return i
		}
	}
	return i
}

// beforeSource is the index of the first word of the attribution whose cue is
// at i: its source, auxiliaries, and what joins it to the clause.
func (r *reading) beforeSource(cl *clause, i int) int {
	for i > cl.verb.head+1 {
		w := &r.words[cl.toks[i-1]]
		if w.source == 0 && w.class&(cBe|cHave|cNeg) == 0 && w.pos != pModal && w.pos != pWh && w.pos != pConj && w.pos != pAdv && w.pos != pPrep {
			break
		}
		i--
	}
	return i
}

// absolute moves the end of a clause back over what remains of "with the latter
// confirming": a comma, "with" and the source.
func (r *reading) absolute(cl *clause, end int) int {
	for i := end - 1; i > cl.verb.head+1 && i >= end-8; i-- {
		if r.words[cl.toks[i]].pos.finite() {
			return end
		}
		if r.words[cl.toks[i-1]].pos == pComma && strings.ToLower(r.text(cl.toks[i])) == "with" {
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
			if p := r.words[t].pos; p == pTo || p == pBase || p == pGerund || p.finite() {
				return true
			}
		}
	}
	return false
}

// embedded reports whether the attribution is part of what the clause says:
// its cue is a noun ("revelations that"), or stands in an adverbial clause.
func (r *reading) embedded(cl *clause, cue int) bool {
	if w := &r.words[cl.toks[cue]]; w.pos == pNoun {
		return r.d.Quote(whosaid.QuoteID(w.cue)).Form == whosaid.QuoteIndirect
	}
	for i := cue - 1; i > cl.verb.head && i > cue-lookahead; i-- {
		w := &r.words[cl.toks[i]]
		if w.pos == pPrep && w.class&cSub != 0 && w.source == 0 {
			return strings.ToLower(r.text(cl.toks[i])) != "as"
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

// trim takes marks, coordinators and "that" off the ends of a clause.
func (r *reading) trim(cl *clause) {
	n := 0
	for n < len(cl.toks) && r.loose(cl.toks[n], n == 0 || r.words[cl.toks[n-1]].pos != pPrep) {
		n++
	}
	if n+1 < cl.verb.head && r.words[cl.toks[n]].pos == pWh && r.words[cl.toks[n+1]].pos.finite() && n+1 == cl.verb.first {
		n++ // "who make up a third", by somebody's account
	}
	cl.toks = cl.toks[n:]
	cl.verb.first -= n
	cl.verb.head -= n
	if cl.verb.first < 0 {
		cl.verb.ok = false
	}
	for len(cl.toks) > 0 && r.looseEnd(cl.toks[len(cl.toks)-1]) {
		cl.toks = cl.toks[:len(cl.toks)-1]
	}
	if cl.verb.head >= len(cl.toks) {
		cl.verb.ok = false
	}
	for len(cl.shared) > 0 && r.loose(cl.shared[0], true) {
		cl.shared = cl.shared[1:]
	}
	for len(cl.shared) > 0 && (r.looseEnd(cl.shared[len(cl.shared)-1]) || r.words[cl.shared[len(cl.shared)-1]].pos == pAdv) {
		cl.shared = cl.shared[:len(cl.shared)-1]
	}
}

func (r *reading) loose(t int, first bool) bool {
	if first && r.words[t].class&cLink != 0 {
		return true
	}
	switch w := &r.words[t]; w.pos {
	case pComma, pStop, pColon, pClose, pQuote:
		return true
	case pConj:
		return w.class&cConj != 0 // not "neither" or "both"
	case pPrep:
		return first && strings.ToLower(r.text(t)) == "that"
	case pOther:
		return w.class == 0 && !hasLetter(r.text(t))
	}
	return r.text(t) == "]"
}

func (r *reading) looseEnd(t int) bool {
	switch w := &r.words[t]; w.pos {
	case pComma, pColon, pOpen, pQuote, pConj:
		return true
	case pStop:
		return true
	case pOther:
		return !hasLetter(r.text(t))
	}
	return r.text(t) == "["
}
