package claim

import (
	"strings"

	"github.com/whosaid/whosaid"
)

const (
	lookahead  = 40  // how far a verb is looked for, in tokens
	maxSubject = 100 // the longest subject that clauses share; each of them reads it
)

// A clause is one clause of a region, in tokens.
type clause struct {
	shared []int // the subject of the clause before, where it has none of its own
	toks   []int
	verb   group
	about  whosaid.Span // the antecedent of a relative clause
}

// A cutter walks over the tokens of a region.
type cutter struct {
	r    *reading
	toks []int
	// quoted is true for the content of a quote, where inner marks do not matter.
	quoted bool
}

func (c *cutter) word(i int) *word { return &c.r.words[c.toks[i]] }

func (c *cutter) text(i int) string { return c.r.d.Slice(c.r.d.Tokens[c.toks[i]].Span) }

// gap reports whether words of another claimant stand before token i.
func (c *cutter) gap(i int) bool { return i > 0 && c.toks[i] != c.toks[i-1]+1 }

// opensSub reports whether token i opens a subordinate or relative clause.
func (c *cutter) opensSub(i int) bool {
	w := c.word(i)
	switch {
	case w.class&cSub != 0 && i+1 < len(c.toks) && c.is(i+1, fGenitive): // "as of Thursday"
		return false
	case i > 0 && c.is(i, fAs) && c.is(i-1, fMultiword):
		return false
	case c.bareRelative(i):
		return true
	case w.pos == pAdv && w.class&cSub != 0 && i > 0 && i+1 < len(c.toks) && c.word(i+1).pos.finite(): // "he once parked"
		return false
	case w.class&cThan != 0 && i+1 < len(c.toks) && (c.word(i+1).pos == pNum || c.word(i+1).class&cPart != 0): // "more than 40"
		return false
	case w.class&cSub != 0 && w.pos.in(subordinators):
		return true
	}
	return w.pos == pWh || c.r.isThat(c.toks[i])
}

var subordinators = setOf(pPrep, pAdv, pConj)

// bareRelative reports whether the pronoun at i opens a relative clause without
// a relative pronoun: "the coordinates it gave".
func (c *cutter) bareRelative(i int) bool {
	if c.word(i).pos != pPronoun || i < 2 || i+1 >= len(c.toks) || !c.word(i+1).pos.finite() {
		return false
	}
	if before := c.word(i - 1); before.pos != pNoun || before.date {
		return false
	}
	for j := i - 2; j >= 0 && j >= i-5; j-- {
		switch c.word(j).pos {
		case pDet:
			return j == 0 || c.word(j-1).pos != pPrep && c.word(j-1).pos != pTo
		case pNoun, pAdj, pName, pNum:
		default:
			return false
		}
	}
	return false
}

// cut appends the clauses of the region's tokens to out.
func (c *cutter) cut(out []clause) []clause {
	start := 0
	var subject []int
	for start < len(c.toks) {
		verb := c.mainVerb(start)
		end, next, shares := len(c.toks), len(c.toks), false
		if verb.ok {
			end, next, shares = c.boundary(verb)
		}
		cl := clause{toks: c.toks[start:end], verb: verb, shared: subject}
		if cl.verb.ok {
			cl.verb.first -= start
			cl.verb.head -= start
		}
		out = append(out, cl)
		switch {
		case !shares:
			subject = nil
		case subject == nil && verb.ok && verb.first-start <= maxSubject:
			subject = c.toks[start:verb.first]
		}
		start = next
	}
	return out
}

// subjectFollows reports whether a noun phrase begins at i.
func (c *cutter) subjectFollows(i int) bool {
	return i < len(c.toks) && c.word(i).pos.in(nominal|setOf(pThere))
}

// verbWithin reports whether a finite verb follows before a stop.
func (c *cutter) verbWithin(i int) bool {
	for n := 0; i < len(c.toks) && n < lookahead; i, n = i+1, n+1 {
		switch w := c.word(i); {
		case w.pos.finite():
			return true
		case w.pos == pStop || w.pos == pColon:
			return false
		}
	}
	return false
}

// coordinates reports whether token i may join clauses: "and", but not "both", nor the
// "and" of a name.
func (c *cutter) coordinates(i int) bool {
	return c.word(i).pos == pConj && c.word(i).class&cConj != 0 && !c.word(i).mention
}

// mendAdjective makes a past form of the adjective at i if an object follows it, and
// reports whether one does: "and injured eight".
func (c *cutter) mendAdjective(i int) bool {
	if !strings.HasSuffix(c.text(i), "ed") || i+1 == len(c.toks) || !c.word(i+1).pos.in(setOf(pNum, pDet, pPronoun)) {
		return false
	}
	c.word(i).pos = pPast
	return true
}

var subjects = nouns | setOf(pPronoun, pNum, pThere, pDet)

// is reports whether token i is a function word of a class.
func (c *cutter) is(i int, f function) bool { return c.r.is(c.toks[i], f) }
