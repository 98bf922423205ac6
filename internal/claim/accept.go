package claim

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// isClaim reports whether a clause states something about something definite.
func (r *reading) isClaim(cl *clause, q *whosaid.Quote, sentence int) bool {
	if len(cl.toks) == 0 || len(cl.shared)+len(cl.toks) < 2 {
		return false
	}
	if q == nil && r.oddMarks(cl) {
		return false
	}
	if r.isHeadline(sentence) {
		return len(cl.toks) >= 4 && r.anyVerb(cl) || sentence == 0 && len(cl.toks) >= 5 && r.anchored(cl)
	}
	if !cl.verb.ok {
		return r.infinitiveClaim(cl, q)
	}
	for _, n := range noClaims {
		if (!n.narrated || q == nil) && (!n.quoted || q != nil) && n.is(r, cl, q) {
			return false
		}
	}
	return r.anchored(cl)
}

// noClaims are the kinds of clauses with a verb that claim nothing, some only in
// the words of the narrator or only in quotes.
var noClaims = []struct {
	is               func(*reading, *clause, *whosaid.Quote) bool
	narrated, quoted bool
}{
	{is: (*reading).isSaying, narrated: true},
	{is: (*reading).isPlan, narrated: true},
	{is: (*reading).isNaming, narrated: true},
	{is: (*reading).isAsking},
	{is: (*reading).isOrder},
	{is: (*reading).isWish},
	{is: (*reading).isEvaluation, quoted: true},
	{is: (*reading).isAddress, narrated: true},
}

// isNaming reports whether the narrator only reports in what words somebody speaks of
// something: "called it “a disgrace”".
func (r *reading) isNaming(cl *clause, _ *whosaid.Quote) bool {
	id := r.at(cl, cl.verb.head).cue
	if id == 0 || r.prop[id] {
		return false
	}
	q := r.d.Quote(whosaid.QuoteID(id))
	return q.Form != whosaid.QuoteIndirect && q.CueClass != whosaid.CueAnnounce // who declares an emergency does more than name it
}

// isAddress reports whether the narrator says what he does or will do, and names
// nothing: "we apologise to her". What he did may be told.
func (r *reading) isAddress(cl *clause, _ *whosaid.Quote) bool {
	if first := r.at(cl, cl.verb.first); !r.bySpeaker(cl) || first.pos == pPast || first.class&cHave != 0 {
		return false
	}
	return !slices.ContainsFunc(cl.toks, func(t int) bool { return r.words[t].pos.in(setOf(pName, pNum)) || r.words[t].date })
}

func (r *reading) anyVerb(cl *clause) bool {
	return slices.ContainsFunc(cl.toks, func(t int) bool { return r.words[t].pos.in(verbs) })
}

// infinitiveClaim reports whether the clause is what somebody "claimed to" do.
func (r *reading) infinitiveClaim(cl *clause, q *whosaid.Quote) bool {
	if q == nil || len(cl.toks) < 3 {
		return false
	}
	if r.deed(q, cl.toks) {
		return true
	}
	if !asserts(q.CueClass) || !r.infinitiveAt(cl.toks[0], cl.toks[len(cl.toks)-1]+1) {
		return false
	}
	return len(cl.shared) > 0 || !q.Source.Empty() && !r.bareParticiple(q)
}

// bareParticiple reports whether the cue of q is a participle that describes a
// noun, as in "a man suspected to have fled", and states nothing.
func (r *reading) bareParticiple(q *whosaid.Quote) bool {
	first, end := r.d.TokensIn(q.Cue)
	if first == end || r.words[end-1].pos != pParticiple {
		return false
	}
	for first--; first >= 0 && r.words[first].pos == pAdv; first-- {
	}
	return first < 0 || !r.has(first, cHave|cBe)
}

// isSaying reports whether the narrator reports that somebody said something,
// which no quote holds: then its claimant is unknown.
func (r *reading) isSaying(cl *clause, _ *whosaid.Quote) bool {
	t := cl.toks[cl.verb.head]
	if last := cl.toks[len(cl.toks)-1]; last > t && r.isThat(last) {
		return true // what follows is somebody's
	}
	if r.verbClass(t)&vSay == 0 || r.isPassive(cl) {
		return false
	}
	that := false
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+lookahead; i++ {
		switch w := r.at(cl, i); {
		case i <= cl.verb.head+6 && r.isThat(cl.toks[i]):
			that = true
		case w.pos == pWh || w.class&cSub != 0 && w.pos == pPrep:
			return false
		case w.pos.finite():
			return that || i > cl.verb.head+1 && r.at(cl, i-1).pos != pComma
		}
	}
	return false
}

// isPassive reports whether the verb of the clause is a participle after "be".
func (r *reading) isPassive(cl *clause) bool {
	return cl.verb.first < cl.verb.head && r.at(cl, cl.verb.head).pos == pParticiple && r.at(cl, cl.verb.first).class&cBe != 0
}

// isAsking reports whether the clause reports a question, or is only the
// remains of an attribution: "said Nina Berg".
func (r *reading) isAsking(cl *clause, _ *whosaid.Quote) bool {
	switch head := r.verbClass(cl.toks[cl.verb.head]); {
	case cl.verb.first == 0 && len(cl.shared) == 0 && head&(vSpeechAct|vAsk) != 0:
		return true
	case head&vAsk != 0, head&vKnow != 0 && r.denied(cl):
		return r.whAfter(cl)
	}
	return false
}

// whAfter reports whether a reported question follows the verb group closely.
func (r *reading) whAfter(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+5; i++ {
		if t := cl.toks[i]; r.words[t].pos == pWh || r.questions(t) {
			return true
		}
	}
	return false
}

// denied reports whether the verb group holds a negation.
func (r *reading) denied(cl *clause) bool {
	return slices.ContainsFunc(cl.toks[cl.verb.first:cl.verb.head+1], func(t int) bool { return r.has(t, cNeg) })
}

// isOrder reports whether a clause of direct speech is an imperative, says what
// ought to be done, or does what it says: "we apologise".
func (r *reading) isOrder(cl *clause, q *whosaid.Quote) bool {
	if r.isImperative(cl, q) {
		return true
	}
	if r.is(cl.toks[cl.verb.first], fAdvice) && (q == nil || cl.verb.first == 1 && r.at(cl, 0).pos == pPronoun) {
		return true // "he should go"; what "the bank should" do is somebody's claim
	}
	if q == nil {
		return false
	}
	us, me := r.firstPerson(cl)
	if r.at(cl, cl.verb.first).class&cModalWish != 0 && (us || me || cl.verb.first == 0 || r.is(cl.toks[cl.verb.first-1], fSpokenTo)) {
		return true // "we must", "you should"
	}
	if cl.verb.head+1 < len(cl.toks) {
		next := cl.toks[cl.verb.head+1]
		switch be, have := r.at(cl, cl.verb.head).class&cBe != 0, r.at(cl, cl.verb.head).class&cHave != 0; {
		case be && (r.is(next, fDue) || (us || me) && r.is(next, fCompany)):
			return true // "it is time to", "we are with you"
		case have && us && r.words[next].pos == pTo:
			return true
		}
	}
	return (us || me) && r.verbClass(cl.toks[cl.verb.head])&vPerform != 0
}

func (r *reading) isImperative(cl *clause, q *whosaid.Quote) bool {
	if len(cl.shared) > 0 {
		return false
	}
	first := r.at(cl, 0)
	return first.pos == pBase || first.class&cLet != 0 || q != nil && first.pos == pPresent && first.class&cBe == 0
}

// firstPerson reports whether "we" or "I" stands before the verb.
func (r *reading) firstPerson(cl *clause) (us, me bool) {
	for _, t := range cl.toks[:cl.verb.first] {
		if r.has(t, cFirst) {
			us = us || len(r.text(t)) > 1
			me = me || len(r.text(t)) == 1
		}
	}
	return us, me
}

// bySpeaker reports whether either of them does: the clause tells of who speaks.
func (r *reading) bySpeaker(cl *clause) bool {
	us, me := r.firstPerson(cl)
	return us || me
}

// isEvaluation reports whether the clause only says how something is: "it was
// amazing".
func (r *reading) isEvaluation(cl *clause, _ *whosaid.Quote) bool {
	if len(cl.toks) > 6 || len(cl.shared) > 0 || cl.verb.first != 1 || r.at(cl, 1).class&cBe == 0 {
		return false
	}
	if p := r.at(cl, 0).pos; p != pPronoun && p != pDet {
		return false
	}
	for _, t := range cl.toks {
		if w := &r.words[t]; w.pos == pName || w.pos == pNum || w.date || w.mention && w.pos == pNoun {
			return false
		}
	}
	return r.at(cl, len(cl.toks)-1).pos.in(qualities)
}

var qualities = setOf(pAdj, pGerund, pParticiple)

// isWish reports whether the clause says what somebody wants.
func (r *reading) isWish(cl *clause, _ *whosaid.Quote) bool {
	if cl.verb.first == 0 && len(cl.toks) > 1 && r.at(cl, 0).pos == pModal && r.at(cl, 1).pos.in(nominal) {
		return true // "may he rest in peace"
	}
	head := r.at(cl, cl.verb.head)
	if head.class&cWant != 0 && cl.verb.head-cl.verb.first < 2 {
		return true
	}
	return r.at(cl, cl.verb.first).class&cPastFuture != 0 && r.verbClass(cl.toks[cl.verb.head])&vLike != 0
}

// isPlan reports whether the clause says what somebody intends ("was planning to
// leave") or orders ("urged them to leave").
func (r *reading) isPlan(cl *clause, _ *whosaid.Quote) bool {
	c := r.verbClass(cl.toks[cl.verb.head])
	if c&vAsk != 0 && r.infinitiveWithin(cl, 8) {
		return true
	}
	participle := cl.verb.first < cl.verb.head && r.at(cl, cl.verb.head).pos == pParticiple
	return c&vPlan != 0 && !participle && r.infinitiveWithin(cl, 4)
}

// anchored reports whether a clause holds a name, a number, a date or another
// definite reference, or is about a field that two nouns name: "cyber security".
func (r *reading) anchored(cl *clause) bool {
	if !cl.about.Empty() || r.isField(cl) {
		return true
	}
	known := func(t int) bool {
		w := &r.words[t]
		return w.mention || w.date || w.pos == pNum || w.pos == pName || w.class&cDef != 0
	}
	definite := func(t int) bool { return known(t) || r.has(t, cNegDet) }
	if len(cl.toks) < 3 {
		definite = known // not "nobody came"
	}
	return slices.ContainsFunc(cl.shared, definite) || slices.ContainsFunc(cl.toks, definite) || len(r.quantities(cl)) > 0
}

// isField reports whether the subject of a clause is two nouns and nothing else.
func (r *reading) isField(cl *clause) bool {
	return cl.verb.ok && cl.verb.first == 2 && len(cl.shared) == 0 && r.at(cl, 0).pos == pNoun && r.at(cl, 1).pos == pNoun
}
