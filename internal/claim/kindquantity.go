package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

func (r *reading) isQuantity(c *whosaid.Claim, cl *clause, t *traits) bool {
	switch {
	case t.head == nil:
		return r.isHeadline(c.Sentence) && r.early(c, cl, -1)
	case r.isAge(cl, t), r.lastsSoLong(c, cl), r.hasLasted(c, cl, t), r.countsTimes(c):
		return true
	case t.head.class&cActor != 0, len(c.Quantities) == 0:
		return false
	}
	return r.early(c, cl, cl.verb.head)
}

// isAge reports whether the clause states an age: "is 71 years old", "was 67".
func (r *reading) isAge(cl *clause, t *traits) bool {
	i := cl.verb.head + 1
	for i < len(cl.toks) && r.has(cl.toks[i], cApprox) {
		i++
	}
	if t.head.class&cBe == 0 || i >= len(cl.toks) || r.at(cl, i).pos != pNum {
		return false
	}
	dated := r.at(cl, i).date // "71 years" is
	if i+1 == len(cl.toks) || r.at(cl, i+1).pos.in(setOf(pComma, pPrep)) {
		return dated || r.has(cl.toks[max(cl.verb.first-1, 0)], cNominative)
	}
	for ; dated && i < len(cl.toks) && (r.at(cl, i-1).date || i <= cl.verb.head+5); i++ {
		if r.is(cl.toks[i], fAge) {
			return true
		}
	}
	return false
}

// countsTimes reports whether something is said to have happened more than three times:
// "was moved four times".
func (r *reading) countsTimes(c *whosaid.Claim) bool {
	return slices.ContainsFunc(c.Quantities, func(q whosaid.Quantity) bool {
		return q.Value > 3 && r.f.words[q.Unit].function&fTimes != 0
	})
}

// lastsSoLong reports whether a length of time is the object of the verb: "took three
// days", "spent a year".
func (r *reading) lastsSoLong(c *whosaid.Claim, cl *clause) bool {
	if r.verbClass(cl.toks[cl.verb.head])&vSpan == 0 {
		return false
	}
	for _, n := range c.Dates {
		d := &r.d.Dates[n]
		if d.Type != whosaid.DateDuration || d.Start < c.Predicate.End {
			continue
		}
		first, end := r.d.TokensIn(d.Span)
		if first != cl.toks[cl.verb.head]+1 || end < len(r.words) && r.is(end, fGenitive) {
			continue
		}
		if slices.ContainsFunc(r.words[first:end], func(w word) bool { return w.pos == pNum }) {
			return true
		}
	}
	return false
}

// hasLasted reports whether something is said to have been so for a length of time: "has
// been mayor for 31 years".
func (r *reading) hasLasted(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.first.class&cHave == 0 || t.first.pos == pPast || t.head.class&cBe == 0 && t.head.pos != pGerund {
		return false
	}
	return slices.ContainsFunc(c.Dates, func(n int) bool {
		d := &r.d.Dates[n]
		first, end := r.d.TokensIn(d.Span)
		for first > 0 && r.has(first-1, bounding) {
			first--
		}
		number := func(w word) bool { return w.pos == pNum }
		return d.Type == whosaid.DateDuration && first > 0 && r.is(first-1, fGround) && slices.ContainsFunc(r.words[first:end], number)
	})
}

// early reports whether a quantity is the point of the clause: in its subject, or
// beside the verb at head without a preposition between.
func (r *reading) early(c *whosaid.Claim, cl *clause, head int) bool {
	for _, n := range c.Quantities {
		if !r.precise(&n) && !r.onlyBefore(&n) && !r.suffers(c, cl, &n) || r.attributive(&n) {
			continue
		}
		i := slices.IndexFunc(cl.toks, func(t int) bool { return r.d.Tokens[t].Start >= n.Start })
		if i > head && r.diedAt(cl, i) {
			continue
		}
		if i >= 0 && i < head && r.opensSubject(cl, i) || i > head && (r.close(cl, head+1, i) || r.byVotes(cl, &n, i)) {
			return true
		}
	}
	return false
}

// byVotes reports whether the quantity at i is with how many votes something was won.
func (r *reading) byVotes(cl *clause, q *whosaid.Quantity, i int) bool {
	_, end := r.d.TokensIn(q.Span)
	for end < len(r.words) && (r.is(end, fGenitive) || r.words[end].pos == pDet) {
		end++
	}
	if end == len(r.words) || !r.is(end, fVote) {
		return false
	}
	for i--; i > cl.verb.head && r.has(cl.toks[i], bounding); i-- {
	}
	return r.is(cl.toks[i], fCompany)
}

// precise reports whether a quantity says more than "two men".
func (r *reading) precise(q *whosaid.Quantity) bool {
	switch {
	case q.Approximate && q.Comparison == whosaid.QuantityAtLeast: // "hundreds"
		return false
	case isSum(q.Unit) || q.Comparison != "" || q.Approximate:
		return true
	}
	return q.Value >= 10 || q.Value == 0 || strings.Contains(r.d.Slice(q.Span), ".") || q.Value != float64(int64(q.Value))
}

// diedAt reports whether the number at i is the age of who died: "dies at 67".
func (r *reading) diedAt(cl *clause, i int) bool {
	return cl.verb.ok && i == cl.verb.head+2 && r.is(cl.toks[i-1], fRate) && r.verbClass(cl.toks[cl.verb.head])&vHarm != 0
}

// suffers reports whether q is how many died or were hurt.
func (r *reading) suffers(c *whosaid.Claim, cl *clause, q *whosaid.Quantity) bool {
	if !cl.verb.ok || q.Value <= 1 {
		return false
	}
	verb := r.verbClass(cl.toks[cl.verb.head])
	first, end := r.d.TokensIn(q.Span)
	switch after := first == cl.toks[cl.verb.head]+1; {
	case verb&vHarm != 0:
		return after || c.Subject.Contains(q.Span)
	case verb&vLeave != 0 && after:
		return end < len(r.words) && (r.is(end, fHarmed) || end+1 < len(r.words) && r.is(end+1, fHarmed))
	}
	return false
}

// attributive reports whether a quantity only says of what kind something is: "a
// 30-seat bus", "a 6.3 magnitude earthquake", or is known: "the 40 guards".
func (r *reading) attributive(q *whosaid.Quantity) bool {
	_, unit, cut := strings.Cut(r.d.Slice(q.Span), "-")
	if cut && unit == q.Unit {
		return true
	}
	t, _ := r.d.TokensIn(q.Span)
	return t > 0 && r.words[t-1].pos == pDet && r.has(t-1, cArticle|cDef)
}

// onlyBefore reports whether "only" stands shortly before a quantity.
func (r *reading) onlyBefore(q *whosaid.Quantity) bool {
	t, _ := r.d.TokensIn(q.Span)
	for k := t - 1; k >= 0 && k >= t-3; k-- {
		if r.has(k, cOnly) {
			return true
		}
	}
	return false
}

// bounding are the words that may stand between a preposition or verb and a number.
const bounding = cApprox | cMore | cLess | cThan

// opensSubject reports whether token i is in the head of the subject, or in what
// a comma parts from it.
func (r *reading) opensSubject(cl *clause, i int) bool {
	from := i
	for from > 0 && r.at(cl, from-1).pos != pComma {
		from--
	}
	if i-from > 4 {
		return false
	}
	for k := from; k < i; k++ {
		w := r.at(cl, k)
		if r.totals(cl, k) {
			continue
		}
		if w.pos.in(nouns) || w.pos == pPrep && w.class&bounding == 0 && !r.is(cl.toks[k], fRate) {
			return false
		}
	}
	return r.at(cl, min(i+1, len(cl.toks)-1)).pos != pComma
}

// totals reports whether the token at k is of "a total of", before a number.
func (r *reading) totals(cl *clause, k int) bool {
	return r.is(cl.toks[k], fTotal) || k > 0 && r.is(cl.toks[k], fGenitive) && r.is(cl.toks[k-1], fTotal)
}

// close reports whether only a short object stands between the verb and token
// i.
func (r *reading) close(cl *clause, from, i int) bool {
	objects := 0
	measures := from > 0 && r.at(cl, from-1).class&(cBe|cTrend|cMeasure) != 0
	for k := from; k < i; k++ {
		switch w := r.at(cl, k); {
		case w.class&bounding != 0, r.totals(cl, k):
		case w.pos == pPrep && measures && w.class&cMeasurePrep != 0:
			objects = 0
		case w.pos == pPrep:
			if w.class&cBeforeNumber == 0 {
				return false
			}
		case w.pos.in(nouns):
			objects++
		case w.pos == pTo && measures:
		case w.pos.in(objectEnds):
			return false
		}
	}
	return objects <= 2
}

var objectEnds = setOf(pComma, pConj, pTo, pWh, pGerund)
