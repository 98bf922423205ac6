package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// traits are the features of a clause that decide its type.
type traits struct {
	all   class // of all words
	verb  class // of the words of the verb group
	head  *word
	first *word
	next  *word // after the verb group, or nil
}

func (r *reading) traits(cl *clause) traits {
	var t traits
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for _, k := range toks {
			t.all |= r.words[k].class
		}
	}
	if !cl.verb.ok {
		return t
	}
	for i := cl.verb.first; i <= cl.verb.head; i++ {
		t.verb |= r.at(cl, i).class
	}
	t.first, t.head = r.at(cl, cl.verb.first), r.at(cl, cl.verb.head)
	for i := cl.verb.head + 1; i < len(cl.toks) && t.next == nil; i++ {
		if w := r.at(cl, i); w.pos != pAdv || w.class&^grammatical != 0 {
			t.next = w
		}
	}
	return t
}

// kind is the first type that fits.
func (r *reading) kind(c *whosaid.Claim, cl *clause, q *whosaid.Quote) whosaid.ClaimType {
	t := r.traits(cl)
	switch {
	case r.isPrediction(c, cl, &t):
		return whosaid.ClaimPrediction
	case r.isCausal(cl, &t):
		return whosaid.ClaimCausal
	case r.isComparison(cl, &t):
		return whosaid.ClaimComparison
	case r.isRule(cl, q, &t):
		return whosaid.ClaimRule
	case r.isNorm(cl, q, &t):
		return whosaid.ClaimOther
	case r.isQuantity(c, cl, &t):
		return whosaid.ClaimQuantity
	case r.isExperience(cl, q, &t):
		return whosaid.ClaimExperience
	case r.isState(cl, &t):
		return whosaid.ClaimState
	}
	return whosaid.ClaimEvent
}

// isPrediction reports whether the clause says what will be. What a law would do
// is a rule.
func (r *reading) isPrediction(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.first == nil {
		return false
	}
	if t.all&cLaw != 0 && t.verb&cPastFuture != 0 && c.Quote == 0 {
		return false
	}
	if c.Tense == whosaid.TenseFuture || t.verb&(cFuture|cPastFuture) != 0 && t.first.pos == pModal {
		return t.verb&cHave == 0 || t.first.class&cPastFuture == 0
	}
	if t.first.class&cMaybe != 0 && !c.Negated && t.verb&cHave == 0 && t.all&cLaw == 0 {
		return true
	}
	return t.head.class&cPredVerb != 0 && t.verb&cBe == 0 && r.infinitiveWithin(cl, 10) // "they expect half of them to vanish"
}

// purpose reports whether the subject is an aim, which an infinitive explains and
// does not predict: "the aim is to".
func (r *reading) purpose(cl *clause) bool {
	from := max(0, cl.verb.first-6)
	return slices.ContainsFunc(cl.toks[from:cl.verb.first], func(t int) bool { return r.has(t, cAim) })
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

func (r *reading) isCausal(cl *clause, t *traits) bool {
	if t.head == nil {
		return false
	}
	if t.head.class&cCausalVerb != 0 || t.all&cBecause != 0 {
		return true
	}
	for i := cl.verb.head; i < len(cl.toks)-1; i++ {
		a, b := cl.toks[i], cl.toks[i+1]
		if r.has(a, cCause) && r.f.words[strings.ToLower(r.text(a)+" "+r.text(b))].class&cCause != 0 {
			return true
		}
	}
	return false
}

func (r *reading) isComparison(cl *clause, t *traits) bool {
	if t.head == nil {
		return false
	}
	if t.head.class&cCompareVerb != 0 {
		return true
	}
	be := t.head.class&cBe != 0
	degree := false
	for i := cl.verb.head + 1; i < len(cl.toks); i++ {
		w, tag := r.at(cl, i), r.d.Tokens[cl.toks[i]].Tag
		switch {
		case w.pos == pWh || w.pos == pComma && !be:
			return false
		case be && r.isDegree(cl, i):
			return true
		case w.class&cThan != 0:
			if degree && (i+1 >= len(cl.toks) || r.at(cl, i+1).pos != pNum) {
				return true
			}
		case tag == "JJR" || tag == "RBR" || w.class&(cMore|cLess) != 0:
			degree = true
		}
	}
	return false
}

// isDegree reports whether the token at i is a superlative or comparative that a
// form of "be" asserts: the nearer to it, the weaker the sign may be.
func (r *reading) isDegree(cl *clause, i int) bool {
	tag, w := r.d.Tokens[cl.toks[i]].Tag, r.at(cl, i)
	switch far := i - cl.verb.head; {
	case far > 8:
		return false
	case tag == "JJS" && !r.bounds(cl, i):
		return true
	case far > 4:
		return false
	case tag == "JJR" && !r.bounds(cl, i):
		return true
	}
	return r.moreSo(cl, i) || w.class&cSuperlative != 0 && w.class&cOnly == 0
}

// moreSo reports whether the token at i is the "more" of "more supportive".
func (r *reading) moreSo(cl *clause, i int) bool {
	return r.d.Tokens[cl.toks[i]].Tag == "RBR" && i+1 < len(cl.toks) && r.at(cl, i+1).pos == pAdj
}

// bounds reports whether the comparative or superlative at i bounds a number:
// "at least 40", "more than half".
func (r *reading) bounds(cl *clause, i int) bool {
	return r.is(cl.toks[i-1], fRate) || i+1 < len(cl.toks) && r.at(cl, i+1).class&cThan != 0
}

// isNorm reports whether the clause says what ought to be or would have been, and
// nothing that happened.
func (r *reading) isNorm(cl *clause, q *whosaid.Quote, t *traits) bool {
	if t.head == nil || t.first.pos != pModal {
		return false
	}
	if t.first.class&cPastFuture != 0 && t.verb&cHave != 0 && t.head.pos == pParticiple {
		return true
	}
	return q != nil && t.first.class&(cModalWish|cMust) != 0
}

func (r *reading) isRule(cl *clause, q *whosaid.Quote, t *traits) bool {
	if t.head == nil {
		return false
	}
	if t.all&cLaw != 0 && r.rules(cl, t) {
		return true
	}
	present := t.first.pos.in(presents)
	switch {
	case t.first.class&cMust != 0 && q == nil, t.first.class&cCan != 0 && t.all&cOnly != 0:
		return true
	case !present:
		return false
	case t.head.class&cRuleVerb != 0:
		return true
	case t.first.class&cBe != 0 && (t.head.class&cLegal != 0 || t.next != nil && t.next.class&cLegal != 0):
		return true
	}
	return r.penalty(cl)
}

var presents = setOf(pThirds, pPresent, pModal)

// rules reports whether the verb of a clause about a law says what it does.
func (r *reading) rules(cl *clause, t *traits) bool {
	if t.all&(cMust|cCan) != 0 || t.head.class&cRuleVerb != 0 || t.verb&cPastFuture != 0 {
		return true
	}
	return t.first.pos == pModal && r.is(cl.toks[cl.verb.first], fPossible)
}

// penalty reports whether the clause says what an offence "carries".
func (r *reading) penalty(cl *clause) bool {
	if r.verbClass(cl.toks[cl.verb.head])&vCarry == 0 {
		return false
	}
	return slices.ContainsFunc(cl.toks[cl.verb.head:], func(t int) bool { return r.has(t, cPenalty) })
}
