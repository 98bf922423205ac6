package claims

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
	owner := whosaid.QuoteID(0)
	if q != nil {
		owner = q.ID
	}
	c := &cutter{r, toks, q != nil}
	r.clauses = c.cut(r.clauses[:0])
	for i := range r.clauses {
		cl := &r.clauses[i]
		if !r.dropAttribution(cl, owner) {
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
			c.Claimant = whosaid.Claimant{Kind: whosaid.UnnamedClaimant}
		}
		r.out = append(r.out, c)
	}
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
		if len(rel.toks) > 2 && len(rel.toks) <= maxRelative && r.isClaim(&rel, q, sentence) {
			r.out = append(r.out, r.claim(&rel, q, sentence))
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
	for from > first && from > be-lookahead && r.words[from-1].pos != pConj && !r.words[from-1].pos.finite() && r.words[from-1].owner == q.Parent {
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
	if q.Negated && q.Form != whosaid.Direct && q.Verb != whosaid.VerbDeny {
		return false // "did not say that"
	}
	switch q.Verb {
	case whosaid.VerbAsk, whosaid.VerbOrder, whosaid.VerbWant, whosaid.VerbPlan:
		return q.Form == whosaid.Direct
	}
	return true
}

// dropAttribution takes the words that only attribute something out of a
// clause. It returns false if nothing else is in it.
func (r *reading) dropAttribution(cl *clause, owner whosaid.QuoteID) bool {
	cue := -1
	for i, t := range cl.toks {
		if w := &r.words[t]; w.cue != 0 && w.cue != owner && (r.prop[w.cue] || r.intends(w.cue)) {
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
		r.takeIn(cl, q)
		return true
	}
	// "Lam left, saying": the clause ends where the attribution begins.
	end := cue
	for end > cl.verb.head+1 {
		w := &r.words[cl.toks[end-1]]
		if w.source == 0 && w.class&(cBe|cHave|cNeg) == 0 && w.pos != pModal && w.pos != pWh && w.pos != pConj && w.pos != pAdv && w.pos != pPrep {
			break
		}
		end--
	}
	end = r.absolute(cl, end)
	if end <= cl.verb.head || speech || r.words[cl.toks[cl.verb.head]].source == q {
		return false
	}
	cl.toks = cl.toks[:end]
	return true
}

// absolute moves the end of a clause back over what remains of "with the latter
// confirming": a comma, "with" and the source.
func (r *reading) absolute(cl *clause, end int) int {
	for i := end - 1; i > cl.verb.head+1 && i >= end-8; i-- {
		if r.words[cl.toks[i]].pos.finite() {
			return end
		}
		if r.words[cl.toks[i-1]].pos == pComma && lower(r.text(cl.toks[i])) == "with" {
			return i - 1
		}
	}
	return end
}

// intends reports whether the cue of q gives an order, a wish or an intention.
func (r *reading) intends(id whosaid.QuoteID) bool {
	switch r.d.Quote(id).Verb {
	case whosaid.VerbOrder, whosaid.VerbWant, whosaid.VerbPlan:
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
		return r.d.Quote(w.cue).Form == whosaid.Indirect
	}
	for i := cue - 1; i > cl.verb.head && i > cue-lookahead; i-- {
		w := &r.words[cl.toks[i]]
		if w.pos == pPrep && w.class&cSub != 0 && w.source == 0 {
			return lower(r.text(cl.toks[i])) != "as"
		}
		if w.pos == pComma && w.source == 0 || w.pos == pWh {
			return false
		}
	}
	return false
}

// takeIn makes the content of q part of the narrator's clause.
func (r *reading) takeIn(cl *clause, q whosaid.QuoteID) {
	r.inside[q] = r.words[cl.toks[0]].owner == 0
	last := cl.toks[len(cl.toks)-1]
	for last+1 < len(r.words) && r.words[last+1].owner == q {
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
	case pComma, pStop, pColon, pClose, pQuote, pConj:
		return true
	case pPrep:
		return first && lower(r.text(t)) == "that"
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

// lemmaClass is the classes of the dictionary form of token t.
func (r *reading) lemmaClass(t int) class { return r.classOf(r.f.lemma(r.text(t))) }

func (r *reading) text(t int) string { return r.d.Slice(r.d.Tokens[t].Span) }

// isClaim reports whether a clause states something of something definite.
func (r *reading) isClaim(cl *clause, q *whosaid.Quote, sentence int) bool {
	headline := r.d.Sentences[sentence].Kind == whosaid.Headline
	if len(cl.toks) < 2 || len(cl.shared)+len(cl.toks) < 3 {
		return false
	}
	switch {
	case headline:
		return len(cl.toks) >= 4 && r.anyVerb(cl) || sentence == 0 && len(cl.toks) >= 5 && r.anchored(cl)
	case !cl.verb.ok:
		return r.infinitiveClaim(cl, q)
	}
	return !(q == nil && (r.isSaying(cl) || r.isPlan(cl))) && !r.isAsking(cl) && !r.isOrder(cl, q) && !r.isWish(cl) && (q == nil || !r.isEvaluation(cl)) && r.anchored(cl)
}

func (r *reading) anyVerb(cl *clause) bool {
	for _, t := range cl.toks {
		if p := r.words[t].pos; p.finite() || p == pParticiple || p == pGerund || p == pBase {
			return true
		}
	}
	return false
}

// infinitiveClaim reports whether the clause is what somebody "claimed to".
func (r *reading) infinitiveClaim(cl *clause, q *whosaid.Quote) bool {
	return q != nil && asserts(q.Verb) && r.words[cl.toks[0]].pos == pTo && len(cl.toks) >= 3 && (len(cl.shared) > 0 || !q.Source.Empty())
}

// isSaying reports whether the narrator's clause tells that somebody said
// something, which no quote holds: then nobody is known to claim it.
func (r *reading) isSaying(cl *clause) bool {
	t := cl.toks[cl.verb.head]
	if r.lemmaClass(t)&cSay == 0 || r.words[t].pos == pParticiple && cl.verb.first < cl.verb.head && r.words[cl.toks[cl.verb.first]].class&cBe != 0 {
		return false
	}
	that := false
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+lookahead; i++ {
		switch w := &r.words[cl.toks[i]]; {
		case w.pos == pPrep && i <= cl.verb.head+6 && lower(r.text(cl.toks[i])) == "that":
			that = true
		case w.pos == pWh || w.class&cSub != 0 && w.pos == pPrep:
			return false
		case w.pos.finite():
			return that || i > cl.verb.head+1 && r.words[cl.toks[i-1]].pos != pComma
		}
	}
	return false
}

// isAsking reports whether the clause reports a question, or is only the
// remains of an attribution: "said Nina Berg".
func (r *reading) isAsking(cl *clause) bool {
	head := r.lemmaClass(cl.toks[cl.verb.head])
	if cl.verb.first == 0 && len(cl.shared) == 0 && head&(cSpeechAct|cAsk) != 0 {
		return true
	}
	if head&cKnow != 0 && r.denied(cl) {
		return r.whAfter(cl)
	}
	if head&cAsk == 0 {
		return false
	}
	return r.whAfter(cl)
}

// whAfter reports whether a reported question follows the verb group closely.
func (r *reading) whAfter(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+5; i++ {
		if w := &r.words[cl.toks[i]]; w.pos == pWh || w.class&cSub != 0 && w.pos == pPrep {
			return true
		}
	}
	return false
}

// denied reports whether the verb group holds a negation.
func (r *reading) denied(cl *clause) bool {
	for _, t := range cl.toks[cl.verb.first : cl.verb.head+1] {
		if r.words[t].class&cNeg != 0 {
			return true
		}
	}
	return false
}

// isOrder reports whether a clause of direct speech is an imperative, or says
// what ought to be done.
func (r *reading) isOrder(cl *clause, q *whosaid.Quote) bool {
	first := &r.words[cl.toks[0]]
	if len(cl.shared) == 0 && (first.pos == pBase || first.pos == pPresent && q != nil && first.class&cBe == 0 || first.class&cLet != 0) {
		return true
	}
	if q == nil {
		return false
	}
	verb, head := &r.words[cl.toks[cl.verb.first]], cl.toks[cl.verb.head]
	us, me := r.firstPerson(cl)
	if verb.class&cModalWish != 0 && (us || me || cl.verb.first == 0 || lower(r.text(cl.toks[cl.verb.first-1])) == "you") {
		return true // "we must", "you should"
	}
	if r.words[head].class&cBe != 0 && cl.verb.head+1 < len(cl.toks) {
		switch next := lower(r.text(cl.toks[cl.verb.head+1])); {
		case next == "time", us && next == "with", me && next == "with":
			return true // "it is time to", "we are with you"
		}
	}
	if us && r.words[head].class&cHave != 0 && cl.verb.head+1 < len(cl.toks) && r.words[cl.toks[cl.verb.head+1]].pos == pTo {
		return true
	}
	return (us || me) && r.lemmaClass(head)&cPerform != 0
}

// firstPerson reports whether "we" or "I" stands before the verb.
func (r *reading) firstPerson(cl *clause) (us, me bool) {
	for _, t := range cl.toks[:cl.verb.first] {
		if r.words[t].class&cFirst != 0 {
			us = us || len(r.text(t)) > 1
			me = me || len(r.text(t)) == 1
		}
	}
	return us, me
}

// isEvaluation reports whether the clause only says how something is: "it was
// amazing".
func (r *reading) isEvaluation(cl *clause) bool {
	if len(cl.toks) > 6 || r.words[cl.toks[cl.verb.first]].class&cBe == 0 || len(cl.shared) > 0 {
		return false
	}
	if p := r.words[cl.toks[0]].pos; cl.verb.first != 1 || p != pPronoun && p != pDet {
		return false
	}
	for _, t := range cl.toks {
		if w := &r.words[t]; w.pos == pName || w.pos == pNum || w.date || w.mention && w.pos == pNoun {
			return false
		}
	}
	last := r.words[cl.toks[len(cl.toks)-1]].pos
	return last == pAdj || last == pGerund || last == pParticiple
}

// isWish reports whether the clause says what somebody wants.
func (r *reading) isWish(cl *clause) bool {
	return r.words[cl.toks[cl.verb.head]].class&cWant != 0 && cl.verb.head-cl.verb.first < 2
}

// isPlan reports whether the clause says what somebody intends: "was planning
// to leave".
func (r *reading) isPlan(cl *clause) bool {
	t := cl.toks[cl.verb.head]
	return r.lemmaClass(t)&cPlan != 0 && (r.words[t].pos != pParticiple || cl.verb.first == cl.verb.head) && r.infinitiveWithin(cl, 4)
}

// anchored reports whether a clause holds a name, a number, a date or a
// definite reference.
func (r *reading) anchored(cl *clause) bool {
	if !cl.about.Empty() {
		return true
	}
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for _, t := range toks {
			if w := &r.words[t]; w.mention || w.date || w.pos == pNum || w.pos == pName || w.class&cDef != 0 {
				return true
			}
		}
	}
	return len(r.quantities(cl)) > 0
}
