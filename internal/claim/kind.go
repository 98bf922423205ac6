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
			all := r.words[k].class
			switch {
			case r.words[k].pos == pBase:
				all &^= cLaw // "can act"
			case r.isMonth(k):
				all &^= cCan // "in May"
			}
			t.all |= all
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

// kind is the type of the clause, or of what the clause says that somebody believes. What
// is felt in the first person stays an experience, unless it is yet to come.
func (r *reading) kind(c *whosaid.Claim, cl *clause, q *whosaid.Quote) whosaid.ClaimType {
	if inner := r.opinion(cl); inner != nil {
		k := r.firstFit(c, inner, q)
		if k == whosaid.ClaimPrediction || !r.bySpeaker(cl) {
			return k
		}
	}
	return r.firstFit(c, cl, q)
}

// firstFit is the first type that fits.
func (r *reading) firstFit(c *whosaid.Claim, cl *clause, q *whosaid.Quote) whosaid.ClaimType {
	t := r.traits(cl)
	switch {
	case r.isPrediction(c, cl, &t):
		return whosaid.ClaimPrediction
	case r.isCausal(cl, &t):
		return whosaid.ClaimCausal
	case r.isComparison(c, cl, &t):
		return whosaid.ClaimComparison
	case r.isRule(c, cl, q, &t):
		return whosaid.ClaimRule
	case r.isNorm(cl, q, &t):
		return whosaid.ClaimOther
	case r.isQuantity(c, cl, &t):
		return whosaid.ClaimQuantity
	case r.isExperience(cl, q, &t):
		return whosaid.ClaimExperience
	case r.isState(c, cl, &t):
		return whosaid.ClaimState
	}
	return whosaid.ClaimEvent
}

// opinion is the clause that an opinion is about, or nil: "I think | it is closed".
func (r *reading) opinion(cl *clause) *clause {
	if !cl.verb.ok || r.verbClass(cl.toks[cl.verb.head])&vOpinion == 0 || r.isPassive(cl) {
		return nil
	}
	from := cl.verb.head + 1
	if from < len(cl.toks) && r.isThat(cl.toks[from]) {
		from++
	}
	if from >= len(cl.toks) || !r.at(cl, from).pos.in(nominal|setOf(pThere, pOpen, pTo, pGerund)) {
		return nil
	}
	inner := &clause{toks: cl.toks[from:]}
	inner.verb = (&cutter{r: r, toks: inner.toks}).mainVerb(0)
	if !inner.verb.ok || inner.verb.first == 0 {
		return nil
	}
	return inner
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

func (r *reading) isRule(c *whosaid.Claim, cl *clause, q *whosaid.Quote, t *traits) bool {
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
	case t.head.class&cRuleVerb != 0 && !r.isHeadline(c.Sentence):
		return true
	case t.first.class&cBe != 0 && (t.head.class&cLegal != 0 || t.next != nil && t.next.class&cLegal != 0):
		return true
	}
	return r.penalty(cl, t)
}

var presents = setOf(pThirds, pPresent, pModal)

// rules reports whether the verb of a clause about a law says what it does.
func (r *reading) rules(cl *clause, t *traits) bool {
	if t.all&(cMust|cCan) != 0 || t.head.class&cRuleVerb != 0 || t.verb&cPastFuture != 0 {
		return true
	}
	return t.first.pos == pModal && r.is(cl.toks[cl.verb.first], fPossible)
}

// penalty reports whether the clause says what an offence "carries", or what its
// punishment is.
func (r *reading) penalty(cl *clause, t *traits) bool {
	if t.head.class&cBe != 0 && cl.verb.first > 1 && r.has(cl.toks[1], cPenalty) {
		return true
	}
	if r.verbClass(cl.toks[cl.verb.head])&vCarry == 0 {
		return false
	}
	return slices.ContainsFunc(cl.toks[cl.verb.head:], func(t int) bool { return r.has(t, cPenalty) })
}
