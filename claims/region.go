package claims

import (
	"github.com/whosaid/whosaid"
)

// region finds the claims of one claimant in one sentence.
func (r *reading) region(sentence int, g region) {
	q := r.d.Quote(g.owner)
	if q != nil && !assertive(q) {
		return
	}
	c := &cutter{r, g.toks}
	r.clauses = c.cut(r.clauses[:0])
	for i := range r.clauses {
		cl := &r.clauses[i]
		if !r.dropAttribution(cl, g.owner) {
			continue
		}
		r.trim(cl)
		if !r.isClaim(cl, q, sentence) {
			continue
		}
		r.out = append(r.out, r.claim(cl, q, sentence))
	}
}

// assertive reports whether the cue of q puts its content forward as true.
func assertive(q *whosaid.Quote) bool {
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
		w := &r.words[t]
		if w.cue != 0 && r.prop[w.cue] && w.cue != owner {
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
	// "Lam left, saying": the clause ends where the attribution begins.
	end := cue
	for end > cl.verb.head+1 {
		w := &r.words[cl.toks[end-1]]
		if w.source == 0 && w.pos != pWh && w.pos != pConj && w.pos != pAdv && w.pos != pPrep {
			break
		}
		end--
	}
	if end <= cl.verb.head {
		return false
	}
	cl.toks = cl.toks[:end]
	return true
}

// trim takes marks, coordinators and "that" off the ends of a clause.
func (r *reading) trim(cl *clause) {
	n := 0
	for n < len(cl.toks) && r.loose(cl.toks[n], n == 0) {
		n++
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
	switch w := &r.words[t]; w.pos {
	case pComma, pStop, pColon, pClose, pQuote, pConj:
		return true
	case pPrep:
		return first && lower(r.text(t)) == "that"
	case pOther:
		return w.class == 0 && !hasLetter(r.text(t))
	}
	return false
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
	return false
}

func (r *reading) text(t int) string { return r.d.Slice(r.d.Tokens[t].Span) }

// isClaim reports whether a clause states something of something definite.
func (r *reading) isClaim(cl *clause, q *whosaid.Quote, sentence int) bool {
	headline := r.d.Sentences[sentence].Kind == whosaid.Headline
	if len(cl.toks) < 2 || len(cl.shared)+len(cl.toks) < 3 {
		return false
	}
	switch {
	case headline:
		return len(cl.toks) >= 4 && r.anyVerb(cl)
	case !cl.verb.ok:
		return r.infinitiveClaim(cl, q)
	}
	return !r.isOrder(cl, q) && !r.isWish(cl) && r.anchored(cl)
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
	return q != nil && asserts(q.Verb) && r.words[cl.toks[0]].pos == pTo && len(cl.toks) >= 3
}

// isOrder reports whether a clause of direct speech is an imperative, or says
// what ought to be done.
func (r *reading) isOrder(cl *clause, q *whosaid.Quote) bool {
	first := &r.words[cl.toks[0]]
	if len(cl.shared) == 0 && (first.pos == pBase || first.class&cLet != 0) {
		return true
	}
	return q != nil && r.words[cl.toks[cl.verb.first]].class&cModalWish != 0
}

// isWish reports whether the clause says what somebody wants.
func (r *reading) isWish(cl *clause) bool {
	return r.words[cl.toks[cl.verb.head]].class&cWant != 0 && cl.verb.head-cl.verb.first < 2
}

// anchored reports whether a clause holds a name, a number, a date or a
// definite reference.
func (r *reading) anchored(cl *clause) bool {
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for _, t := range toks {
			if w := &r.words[t]; w.mention || w.date || w.pos == pNum || w.pos == pName || w.class&cDef != 0 {
				return true
			}
		}
	}
	return false
}
