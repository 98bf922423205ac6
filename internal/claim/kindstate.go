package claim

import (
	"slices"

	"github.com/whosaid/whosaid"
)

func (r *reading) isExperience(cl *clause, q *whosaid.Quote, t *traits) bool {
	if q == nil || t.head == nil || !r.bySpeaker(cl) {
		return false
	}
	if t.head.class&cMental != 0 || t.next != nil && t.next.class&cMental != 0 {
		return true
	}
	return t.verb&cBe != 0 && t.next != nil && t.next.pos == pAdv && r.mentalAfter(cl)
}

// mentalAfter reports whether a word of feeling follows the verb within three
// tokens: "I am deeply and utterly sad".
func (r *reading) mentalAfter(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+3; i++ {
		if r.words[cl.toks[i]].class&cMental != 0 {
			return true
		}
	}
	return false
}

func (r *reading) isState(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.head == nil {
		return r.stateInfinitive(cl)
	}
	past := t.first.pos == pPast
	switch {
	case past && t.head.class&cBe != 0 && t.next != nil && t.next.class&cAble != 0:
		return false
	case r.isHeadline(c.Sentence) && r.verbClass(cl.toks[cl.verb.head])&vStage != 0:
		return false
	case t.head.class&(cBe|cStative) != 0 && !r.eventBe(cl, t) && !r.isDone(t), r.isCopula(cl, t):
		return true
	case r.usedTo(cl, t), r.hasGot(cl, t), r.noLonger(cl):
		return true
	case t.verb&cBe != 0 && r.lasts(cl, t):
		return true
	case t.first.class&cBe != 0 && t.head.pos == pParticiple && !past && !r.progressive(cl):
		return true
	case t.first == t.head && !past && (t.first.pos == pPresent || t.first.pos == pThirds):
		from := t.next != nil && r.comesFrom(cl)
		return !r.isHeadline(c.Sentence) && (r.verbClass(cl.toks[cl.verb.head])&vHappens == 0 || from)
	case t.first.pos == pModal:
		return !r.refuses(c, cl, t) && (t.verb&cHave == 0 || t.head.pos != pParticiple)
	}
	return t.first.class&cDo != 0 && !past && t.first != t.head
}

// isDone reports whether a verb of states is a passive, which may be an event: "was
// contained".
func (r *reading) isDone(t *traits) bool {
	return t.first != t.head && t.verb&cBe != 0 && t.head.class&cBe == 0 && t.head.pos == pParticiple
}

// usedTo reports whether the clause says what somebody used to do.
func (r *reading) usedTo(cl *clause, t *traits) bool {
	return t.next != nil && t.next.pos == pTo && t.first == t.head && r.is(cl.toks[cl.verb.head], fUsed)
}

// hasGot reports whether the verb is the "have got" that means "have".
func (r *reading) hasGot(cl *clause, t *traits) bool {
	return t.first.class&cHave != 0 && t.first.pos != pPast && r.verbClass(cl.toks[cl.verb.head])&vGet != 0 &&
		t.next != nil && t.next.pos.in(nominal&^setOf(pPronoun))
}

// noLonger reports whether "no longer" stands in the verb group or beside it.
func (r *reading) noLonger(cl *clause) bool {
	for i := max(cl.verb.first, 1); i < len(cl.toks) && i <= cl.verb.head+2; i++ {
		if r.is(cl.toks[i], fLonger) && r.at(cl, i-1).class&cNegDet != 0 {
			return true
		}
	}
	return false
}

// isCopula reports whether the verb says what something is like: "looked tired".
func (r *reading) isCopula(cl *clause, t *traits) bool {
	verb := r.verbClass(cl.toks[cl.verb.head])
	return t.next != nil && t.next.pos.in(setOf(pAdj, pParticiple)) && verb&vCopula != 0 || verb&vSeem != 0 && r.linksOn(cl, cl.verb.head+1)
}

// comesFrom reports whether the verb says where something has its origin: "the name comes
// from".
func (r *reading) comesFrom(cl *clause) bool {
	return cl.verb.head+1 < len(cl.toks) && r.is(cl.toks[cl.verb.head+1], fOrigin)
}

// stateInfinitive reports whether the clause is an infinitive of "be" or "have", but
// for a perfect or a passive.
func (r *reading) stateInfinitive(cl *clause) bool {
	if len(cl.toks) < 2 || r.at(cl, 0).pos != pTo || r.at(cl, 1).class&(cBe|cHave) == 0 {
		return false
	}
	return len(cl.toks) < 3 || r.at(cl, 2).pos != pParticiple
}

// lasts reports whether the verb of a clause with "be" is of what goes on or of a
// state.
func (r *reading) lasts(cl *clause, t *traits) bool {
	if t.head.pos == pGerund || r.progressive(cl) {
		there := cl.verb.first > 0 && r.at(cl, cl.verb.first-1).pos == pThere // "there were growing fears"
		return there || t.head.class&cStative != 0 || r.verbClass(cl.toks[cl.verb.head])&vLasting != 0
	}
	if t.head.class&cStatePart != 0 {
		return true
	}
	return t.head.class&cStatePresent != 0 && t.first.pos != pPast
}

// progressive reports whether the verb group is one of what went on: "was
// being held".
func (r *reading) progressive(cl *clause) bool {
	for i := cl.verb.first + 1; i < cl.verb.head; i++ {
		if w := r.at(cl, i); w.pos == pGerund && w.class&cBe != 0 {
			return true
		}
	}
	return false
}

// eventBe reports whether a form of "have" or "be" is an auxiliary whose
// participle stands further on: "has, since then, always elected".
func (r *reading) eventBe(cl *clause, t *traits) bool {
	if t.head.class&cHave == 0 || t.head.pos == pBase || t.head.pos == pParticiple {
		return false
	}
	if t.next == nil || t.next.pos != pComma {
		return false
	}
	return slices.ContainsFunc(cl.toks[cl.verb.head+1:], func(t int) bool {
		return r.words[t].pos == pParticiple || r.words[t].pos == pPast
	})
}
