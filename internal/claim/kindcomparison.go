package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

func (r *reading) isComparison(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.head == nil {
		return false
	}
	if t.head.class&cCompareVerb != 0 || r.changes(c, cl, t) || r.multiple(cl) || r.ofAll(cl, t) {
		return true
	}
	be := t.head.class&cBe != 0
	degree := false
	for i := cl.verb.head + 1; i < len(cl.toks); i++ {
		w, tag := r.at(cl, i), r.d.Tokens[cl.toks[i]].Tag
		switch {
		case w.pos == pWh || w.pos == pComma && !be:
			return false
		case be && r.isDegree(cl, i), t.head.class&cHave != 0 && i <= cl.verb.head+3 && r.isTheMost(cl, i):
			return true
		case w.class&cThan != 0:
			if degree && !r.boundsNumber(cl, i) {
				return true
			}
		case c.Negated && i == len(cl.toks)-1 && (tag == "JJR" || tag == "RBR") && w.class&(cMore|cLess) == 0 && !r.is(cl.toks[i], fLonger):
			return true // "never played better"
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
	case r.isSuperlative(cl.toks[i]) && !r.bounds(cl, i):
		return true
	case far > 4:
		return false
	case tag == "JJR" && !r.bounds(cl, i):
		return true
	}
	return r.moreSo(cl, i) || w.class&cSuperlative != 0 && w.class&cOnly == 0
}

// isSuperlative reports whether token t is one, also behind a number: "second-largest".
func (r *reading) isSuperlative(t int) bool {
	tag := r.d.Tokens[t].Tag
	return tag == "JJS" || tag == "JJ" && strings.HasSuffix(r.text(t), "est") && strings.Contains(r.text(t), "-")
}

// isTheMost reports whether a superlative stands at i, behind "the" or a genitive.
func (r *reading) isTheMost(cl *clause, i int) bool {
	return r.isSuperlative(cl.toks[i]) && r.at(cl, i-1).pos.in(setOf(pDet, pPossessive))
}

// ofAll reports whether the clause says which of all is so, or of what somebody thinks so:
// "the nearest town is Moss", "called it the worst".
func (r *reading) ofAll(cl *clause, t *traits) bool {
	from, end := 0, min(cl.verb.first, 3)
	switch {
	case t.head.class&cBe != 0:
		if cl.verb.first == 0 || r.at(cl, 0).pos != pDet {
			return false
		}
	case r.verbClass(cl.toks[cl.verb.head])&vDeem != 0 && t.verb&cBe == 0:
		from, end = cl.verb.head+2, min(len(cl.toks), cl.verb.head+12)
	default:
		return false
	}
	for i := from + 1; i < end; i++ {
		if r.isSuperlative(cl.toks[i]) && r.at(cl, i-1).pos == pDet {
			return true
		}
	}
	return false
}

// boundsNumber reports whether the "than" at i stands between "more" and a number or a
// time: "more than once", "less than a year".
func (r *reading) boundsNumber(cl *clause, i int) bool {
	if i+1 == len(cl.toks) {
		return false
	}
	next := r.at(cl, i+1)
	return next.pos == pNum || r.at(cl, i-1).class&(cMore|cLess) != 0 && (next.date || next.class&cPart != 0 || next.pos == pAdv)
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

// changes reports whether an amount is said to have changed by another, which
// compares it with what it was: "fell 3 percent", "is down a fifth".
func (r *reading) changes(c *whosaid.Claim, cl *clause, t *traits) bool {
	if r.besideChange(cl) {
		return true
	}
	changed := r.verbClass(cl.toks[cl.verb.head])&vChange != 0
	if !changed && t.head.class&cBe == 0 {
		return false
	}
	i := cl.verb.head + 1
	for ; i < len(cl.toks); i++ {
		switch w := r.at(cl, i); {
		case r.is(cl.toks[i], fDirection):
			changed = true
		case w.pos == pAdv, w.class&(bounding|cBeforeNumber) != 0:
		default:
			return changed && r.isAmount(c, cl.toks[i])
		}
	}
	return false
}

// isAmount reports whether a share or a sum of money begins at token t, or behind its
// sign.
func (r *reading) isAmount(c *whosaid.Claim, t int) bool {
	at := r.d.Tokens[t].Span
	i := slices.IndexFunc(c.Quantities, func(q whosaid.Quantity) bool { return q.End > at.Start })
	if i < 0 || c.Quantities[i].Start >= at.End {
		return false
	}
	q := &c.Quantities[i]
	return isSum(q.Unit) || q.Value < 1
}

// besideChange reports whether an amount is said to be up or down by another: "closed
// at 38, up 4 percent", "in 71 cases, compared with 90".
func (r *reading) besideChange(cl *clause) bool {
	number := func(t int) bool { return r.words[t].pos == pNum }
	for i := cl.verb.head + 2; i+2 < len(cl.toks); i++ {
		if r.at(cl, i-1).pos != pComma {
			continue
		}
		near := cl.toks[i+1 : min(i+4, len(cl.toks))]
		if r.at(cl, i).class&(cMore|cLess) != 0 && r.at(cl, i+1).class&cThan != 0 && !r.boundsNumber(cl, i+1) {
			return true // "sold 9 million, more than any rival"
		}
		if r.is(cl.toks[i], fCompared) || r.is(cl.toks[i], fDirection) && slices.ContainsFunc(near, number) {
			return true
		}
	}
	return false
}

// isSum reports whether a unit is that of a share, or the code of a currency: other units
// are in lower case.
func isSum(unit string) bool {
	return unit == percent || unit == points || unit != "" && unit[0] >= 'A' && unit[0] <= 'Z'
}

// multiple reports whether something is said to be so many times something else:
// "four times the limit".
func (r *reading) multiple(cl *clause) bool {
	for i := cl.verb.head + 1; i+1 < len(cl.toks); i++ {
		w := r.at(cl, i+1)
		if (w.pos == pDet && w.class&cArticle == 0 || w.pos == pWh || r.is(cl.toks[i+1], fAs)) && r.is(cl.toks[i], fTimes) {
			return true
		}
	}
	return false
}
