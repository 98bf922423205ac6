package claims

import (
	"github.com/whosaid/whosaid"
)

// traits are what decides on the type of a claim.
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
		t.verb |= r.words[cl.toks[i]].class
	}
	t.first, t.head = &r.words[cl.toks[cl.verb.first]], &r.words[cl.toks[cl.verb.head]]
	for i := cl.verb.head + 1; i < len(cl.toks) && t.next == nil; i++ {
		if w := &r.words[cl.toks[i]]; w.pos != pAdv || w.class != 0 {
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
	case r.isRule(&t):
		return whosaid.ClaimRule
	case r.isQuantity(c, cl, &t):
		return whosaid.ClaimQuantity
	case r.isExperience(cl, q, &t):
		return whosaid.ClaimExperience
	case r.isState(cl, &t):
		return whosaid.ClaimState
	}
	return whosaid.ClaimEvent
}

func (r *reading) isPrediction(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.first == nil {
		return false
	}
	if t.all&cLaw != 0 && t.verb&cPastFuture != 0 && c.Quote == 0 {
		return false
	}
	if c.Tense == whosaid.FutureTense || t.verb&(cFuture|cPastFuture) != 0 && t.first.pos == pModal {
		return t.verb&cHave == 0 || t.first.class&cPastFuture == 0
	}
	head := cl.toks[cl.verb.head]
	_ = head
	if t.verb&cBe != 0 && (t.head.class&(cPredVerb|cFutureAdj) != 0 || t.next != nil && t.next.class&(cPredVerb|cFutureAdj) != 0 && t.next.pos != pNoun) {
		return r.infinitiveAfter(cl)
	}
	return t.first.class&cBe != 0 && t.next != nil && t.next.pos == pTo
}

// infinitiveAfter reports whether "to" and a verb follow the verb group
// closely.
func (r *reading) infinitiveAfter(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks)-1 && i < cl.verb.head+4; i++ {
		if r.words[cl.toks[i]].pos == pTo && r.words[cl.toks[i+1]].pos == pBase {
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
		switch lower(r.text(cl.toks[i])) + " " + lower(r.text(cl.toks[i+1])) {
		case "led to", "leads to", "lead to", "resulted in", "results in", "due to", "resulted from", "response to":
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
	for i := cl.verb.head + 1; i < len(cl.toks); i++ {
		tok := cl.toks[i]
		w := &r.words[tok]
		switch tag := r.d.Tokens[tok].Tag; {
		case be && i <= cl.verb.head+4 && (tag == "JJS" || tag == "JJR" || w.class&cSuperlative != 0 && w.class&cOnly == 0):
			return true
		}
	}
	return false
}

func (r *reading) isRule(t *traits) bool {
	if t.head == nil {
		return false
	}
	return t.all&cLaw != 0 && (t.all&(cMust|cCan) != 0 || t.head.class&cRuleVerb != 0 || t.verb&cPastFuture != 0) ||
		t.first.class&cMust != 0 || t.first.class&cCan != 0 && t.all&cOnly != 0 ||
		t.head.class&cRuleVerb != 0 && t.first.pos != pPast
}

func (r *reading) isQuantity(c *whosaid.Claim, cl *clause, t *traits) bool {
	for _, n := range c.Quantities {
		if n.Unit == "percent" || n.Comparison != "" || n.Approximate || n.Value >= 10 || n.Value != float64(int64(n.Value)) {
			return true
		}
	}
	return false
}

func (r *reading) isExperience(cl *clause, q *whosaid.Quote, t *traits) bool {
	if q == nil || t.head == nil {
		return false
	}
	first := false
	for i := 0; i < cl.verb.first; i++ {
		first = first || r.words[cl.toks[i]].class&cFirst != 0
	}
	return first && (t.head.class&cMental != 0 || t.next != nil && t.next.class&cMental != 0)
}

func (r *reading) isState(cl *clause, t *traits) bool {
	switch {
	case t.head == nil:
		return len(cl.toks) > 1 && r.words[cl.toks[0]].pos == pTo && r.words[cl.toks[1]].class&cBe != 0
	case r.words[cl.toks[0]].pos == pNoun && t.first.pos == pThirds && t.first.class == 0:
		return true
	case t.head == t.first && t.first.class&(cBe|cStative) != 0:
		return true
	case t.first.class&cBe != 0 && t.first.pos != pPast && t.head.pos == pGerund:
		return true
	case t.verb&cBe != 0 && t.head.class&cStative != 0:
		return true
	case t.first.pos == pPresent && t.first == t.head, t.first.pos == pThirds && t.first == t.head:
		return true
	case t.first.class&cBe != 0 && t.first.pos != pPast && t.head.pos == pParticiple:
		return true
	case t.first.class&cBe != 0 && t.head.class&cBe != 0, t.first.pos == pModal:
		return true
	}
	return false
}
