package claim

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// isPrediction reports whether the clause says what will be. What a law would do
// is a rule.
func (r *reading) isPrediction(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.first == nil {
		return r.headlineOfWhatComes(c, cl)
	}
	if r.refuses(c, cl, t) || r.isPluperfect(cl, t) {
		return false
	}
	if t.first.class&cMaybe == 0 && t.first.pos != pModal && (r.isDated(cl) || r.willBe(c, cl, t)) {
		return true
	}
	if t.all&cLaw != 0 && t.verb&cPastFuture != 0 && c.Quote == 0 {
		return false
	}
	future := r.tense(cl) == whosaid.TenseFuture || t.verb&(cFuture|cPastFuture) != 0 && t.first.pos == pModal
	if future || t.first.pos.in(presents) && r.onCondition(cl) {
		return t.verb&cHave == 0 || t.first.class&cPastFuture == 0 || t.head.class&cHave != 0
	}
	if (t.first.class&cMaybe != 0 || r.mayCome(cl, t)) && !c.Negated && t.verb&cHave == 0 && t.all&cLaw == 0 {
		return true
	}
	if t.head.class&cPredVerb != 0 && t.verb&cBe == 0 && t.next != nil && t.next.pos.in(nominal) {
		return true
	}
	return t.head.class&cPredVerb != 0 && t.verb&cBe == 0 && r.infinitiveWithin(cl, 10) // "they expect half of them to vanish"
}

// mayCome reports whether the clause says what may happen, not what may be so or is
// permitted: "may last until May".
func (r *reading) mayCome(cl *clause, t *traits) bool {
	return t.first.pos == pModal && t.first.class&cHedge != 0 && t.first != t.head && t.head.pos == pBase &&
		t.head.class&(cBe|cHave|cStative) == 0 && t.verb&cBe == 0
}

// purpose reports whether the subject is an aim, which an infinitive explains and
// does not predict: "the aim is to".
func (r *reading) purpose(cl *clause) bool {
	from := max(0, cl.verb.first-6)
	for i := from; i < cl.verb.first; i++ {
		if r.has(cl.toks[i], cAim) && r.at(cl, i+1).pos != pPossessive {
			return true
		}
	}
	return false
}

// infinitiveWithin reports whether "to" and a verb follow the verb group within
// n tokens.
func (r *reading) infinitiveWithin(cl *clause, n int) bool {
	for i := cl.verb.head + 1; i < len(cl.toks)-1 && i <= cl.verb.head+n; i++ {
		if r.at(cl, i).pos == pTo && r.at(cl, i+1).pos == pBase {
			return true
		}
	}
	return false
}

// headlineOfWhatComes reports whether a headline without a finite verb says what is
// to come: "Mill to close".
func (r *reading) headlineOfWhatComes(c *whosaid.Claim, cl *clause) bool {
	if !r.isHeadline(c.Sentence) {
		return false
	}
	for i := 1; i+1 < len(cl.toks); i++ {
		if r.at(cl, i).pos == pTo && r.at(cl, i+1).pos == pBase {
			return r.at(cl, i-1).pos.in(nouns) && !r.has(cl.toks[i-1], cAim)
		}
	}
	return false
}

// refuses reports whether the narrator says what somebody would not or could not do,
// which has happened: "would not comment".
func (r *reading) refuses(c *whosaid.Claim, cl *clause, t *traits) bool {
	return c.Quote == 0 && c.Negated && t.first.pos == pModal && (t.first.class&cPastFuture != 0 || r.is(cl.toks[cl.verb.first], fPossible))
}

// isPluperfect reports whether the modal of a clause is the "had" of "she'd lost it", which
// taggers take for "would".
func (r *reading) isPluperfect(cl *clause, t *traits) bool {
	return t.first != t.head && t.first.class&cPastFuture != 0 && t.head.pos.in(setOf(pParticiple, pPast)) && t.verb&(cBe|cHave) == 0
}

// isDated reports whether something is said to have its day still to come: "is due on
// Monday". What is due to something has its cause there.
func (r *reading) isDated(cl *clause) bool {
	from := cl.verb.first + 1
	if w := r.at(cl, from-1); w.class&cHave != 0 && w.pos != pPast && from < len(cl.toks) && r.at(cl, from).class&cBe != 0 {
		from++ // "has been scheduled"
	}
	if r.at(cl, from-1).class&cBe == 0 {
		return false
	}
	for i := from; i < len(cl.toks) && i < from+3; i++ {
		w := r.at(cl, i)
		if r.is(cl.toks[i], fDated) {
			return i+1 < len(cl.toks) && (r.at(cl, i+1).pos.in(setOf(pPrep, pAdv)) || r.at(cl, i+1).date)
		}
		if w.pos != pAdv {
			return false
		}
	}
	return false
}

// onCondition reports whether a clause opens with a condition without a verb: "If
// convicted, he faces".
func (r *reading) onCondition(cl *clause) bool {
	return len(cl.toks) > 2 && r.is(cl.toks[0], fQuestion) && r.at(cl, 1).pos == pParticiple && r.at(cl, 2).pos == pComma
}

// willBe reports whether a verb in the present has a day to come beside it: "the
// trial opens tomorrow". In headlines the present is past, unless the day says more.
func (r *reading) willBe(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.first != t.head || !t.first.pos.in(setOf(pThirds, pPresent)) || t.head.class&cBe != 0 || r.recurs(c) {
		return false
	}
	headline := r.isHeadline(c.Sentence)
	for _, n := range c.Dates {
		d := &r.d.Dates[n]
		first, end := r.d.TokensIn(d.Span)
		if d.Type != whosaid.DateDate || d.Start < c.Predicate.End {
			continue
		}
		for k := first; k < end; k++ {
			if r.is(k, fComing) || !headline && (r.is(k, fWeekday) || r.has(k, cMonth) && end-first > 1 && r.words[end-1].pos == pNum) {
				return true
			}
		}
	}
	return false
}

// recurs reports whether a claim says how often: "every two hours".
func (r *reading) recurs(c *whosaid.Claim) bool {
	return slices.ContainsFunc(c.Dates, func(i int) bool { return r.d.Dates[i].Type == whosaid.DateSet })
}
