package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

const (
	lookahead  = 40  // how far a coordinator looks for its verb, in tokens
	maxSubject = 100 // the longest subject that clauses share: it is read for each
)

// A clause is one clause of a region, in tokens.
type clause struct {
	shared []int // the subject of the clause before, where it has none of its own
	toks   []int
	verb   group
	about  whosaid.Span // what a relative clause says something of
}

// A cutter walks over the tokens of a region.
type cutter struct {
	r    *reading
	toks []int
	// quoted is true inside a quotation: marks in it hold no foreign words.
	quoted bool
}

func (c *cutter) word(i int) *word { return &c.r.words[c.toks[i]] }

func (c *cutter) text(i int) string { return c.r.d.Slice(c.r.d.Tokens[c.toks[i]].Span) }

// gap reports whether something of another claimant stands before token i.
func (c *cutter) gap(i int) bool { return i > 0 && c.toks[i] != c.toks[i-1]+1 }

// opensSub reports whether token i opens a subordinate or relative clause.
func (c *cutter) opensSub(i int) bool {
	w := c.word(i)
	if w.class&cSub != 0 && i+1 < len(c.toks) && strings.ToLower(c.text(i+1)) == "of" {
		return false // "as of Thursday"
	}
	if i > 0 && c.isWord(i, "as") && c.isWord(i-1, "well") {
		return false
	}
	if c.bareRelative(i) {
		return true
	}
	if w.class&cThan != 0 && i+1 < len(c.toks) && (c.word(i+1).pos == pNum || c.isWord(i+1, "half", "a")) {
		return false // "more than 40"
	}
	return w.pos == pWh || w.class&cSub != 0 && (w.pos == pPrep || w.pos == pAdv || w.pos == pConj) ||
		w.pos == pPrep && c.isThat(i)
}

// bareRelative reports whether the pronoun at i opens a relative clause without
// a word of its own: "the coordinates it gave".
func (c *cutter) bareRelative(i int) bool {
	if c.word(i).pos != pPronoun || i < 2 || c.word(i-1).pos != pNoun || c.word(i-1).date || i+1 >= len(c.toks) || !c.word(i+1).pos.finite() {
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

func (c *cutter) isThat(i int) bool {
	return len(c.text(i)) == 4 && strings.ToLower(c.text(i)) == "that"
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

// isWord reports whether token i is one of words.
func (c *cutter) isWord(i int, words ...string) bool {
	return slices.Contains(words, strings.ToLower(c.text(i)))
}

// subjectFollows reports whether a noun phrase begins at i.
func (c *cutter) subjectFollows(i int) bool {
	if i >= len(c.toks) {
		return false
	}
	switch c.word(i).pos {
	case pNoun, pName, pPronoun, pDet, pNum, pAdj, pThere:
		return true
	}
	return false
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

// boundary finds where the clause of verb ends: at end, the next clause begins
// at next, and shares tells that it has no subject of its own.
func (c *cutter) boundary(verb group) (end, next int, shares bool) {
	depth := 0
	sub := false
	quoted := false
	for i := verb.head + 1; i < len(c.toks); i++ {
		w := c.word(i)
		switch {
		case c.quoted && i > verb.head+1 && c.gap(i) && c.clauseAt(i):
			return i, i, false // "sold it" (he said, but warned) "prices fell"
		case w.pos == pOpen:
			depth++
		case w.pos == pClose && depth > 0:
			depth--
		case depth > 0:
		case w.pos == pQuote:
			quoted = !quoted
		case quoted && !(c.quoted && (c.word(i-1).pos == pQuote || c.word(i-1).pos == pComma)):
		case w.pos == pComma && !sub && c.seriesAt(i+1, verb):
			return i, i + 1, true
		case w.pos == pComma && !sub && c.splice(i+1):
			return i, i + 1, false
		case w.pos == pComma && c.addsAt(i+1):
			return i, i + 2, false
		case c.isSemicolon(i) && c.clauseAt(i+1):
			return i, i + 1, false
		case c.isSo(i) && c.clauseAt(i+1):
			return i, i + 1, false
		case w.pos == pConj && w.class&cConj != 0:
			comma := c.word(i-1).pos == pComma || c.gap(i)
			if sub && !comma {
				continue
			}
			if c.verbAt(i+1, verb) {
				return i, i + 1, true
			}
			if c.clauseAt(i+1) || c.quoted && i+1 < len(c.toks) && c.isThat(i+1) && c.clauseAt(i+2) {
				return i, i + 1, false
			}
		case c.opensSub(i):
			sub = true
		}
	}
	return len(c.toks), len(c.toks), false
}

// seriesAt reports whether a verb of a series that a coordinator closes begins
// at i: "saw the car, stopped it, and called the police".
func (c *cutter) seriesAt(i int, main group) bool {
	if i >= len(c.toks) || c.word(i).pos != pPast && c.word(i).pos != pThirds || !c.verbAt(i, main) {
		return false
	}
	for j := i + 1; j < len(c.toks) && j < i+lookahead; j++ {
		if w := c.word(j); w.pos == pConj && w.class&cConj != 0 && c.verbAt(j+1, main) {
			return true
		}
	}
	return false
}

// conjoined reports whether a coordinator with a verb follows token i.
func (c *cutter) conjoined(i int) bool {
	for j := i + 1; j+1 < len(c.toks) && j < i+lookahead; j++ {
		if w := c.word(j); w.pos == pConj && w.class&cConj != 0 && c.word(j+1).pos.finite() {
			return true
		}
	}
	return false
}

// splice reports whether a clause follows the comma before token i without a
// coordinator, as in speech: "I never met him, I never took a cent".
func (c *cutter) splice(i int) bool {
	if !c.quoted || i+1 >= len(c.toks) || !c.isWord(i, "i", "we", "he", "she", "they") {
		return false
	}
	j := i + 1
	for j < len(c.toks) && c.word(j).pos == pAdv {
		j++
	}
	return j < len(c.toks) && c.word(j).pos.finite() && c.word(j).cue == 0
}

// addsAt reports whether a participle of saying with a clause stands at i, in
// what somebody said: "he left, insisting it was late".
func (c *cutter) addsAt(i int) bool {
	if !c.quoted || i+1 >= len(c.toks) || c.word(i).pos != pGerund || c.r.lemmaClass(c.toks[i])&cSay == 0 {
		return false
	}
	if c.isThat(i + 1) {
		i++
	}
	return c.clauseAt(i + 1)
}

// isSo reports whether token i is a "so" that joins main clauses.
func (c *cutter) isSo(i int) bool {
	return i > 0 && c.word(i-1).pos == pComma && strings.ToLower(c.text(i)) == "so" && i+1 < len(c.toks) && !c.isThat(i+1)
}

func (c *cutter) isSemicolon(i int) bool {
	s := c.text(i)
	return s == ";" || isDash(s) && c.word(i).pos == pColon && i+1 < len(c.toks) && !c.isWord(i+1, "a", "an") && !c.paired(i)
}

// paired reports whether another dash stands near the one at i.
func (c *cutter) paired(i int) bool {
	for j := max(0, i-lookahead); j < len(c.toks) && j < i+lookahead; j++ {
		if j != i && c.word(j).pos == pColon && isDash(c.text(j)) {
			return true
		}
	}
	return false
}

func isDash(s string) bool { return s == "—" || s == "--" || s == "–" }

// verbAt reports whether a verb that goes with the subject of main begins at
// i: "and later released them".
func (c *cutter) verbAt(i int, main group) bool {
	for i < len(c.toks) && c.word(i).pos == pAdv {
		i++
	}
	if i >= len(c.toks) {
		return false
	}
	m := c.word(main.first).pos
	switch c.word(i).pos {
	case pModal:
		return true
	case pPast:
		return main.first == main.head && m != pModal || isDo(c.text(main.first)) || c.word(i).class&(cBe|cHave) != 0
	case pThirds:
		return m != pPresent && m != pModal
	case pPresent:
		return m == pPresent
	case pAdj: // "and injured eight"
		return m == pPast && main.first == main.head && strings.HasSuffix(c.text(i), "ed") && i+1 < len(c.toks) && c.objectAt(i+1) && c.makePast(i)
	case pParticiple:
		return m == pPast && main.first == main.head && c.word(main.first).class&(cBe|cHave) == 0
	}
	return false
}

// objectAt reports whether a noun phrase with a number or an article, or a
// pronoun, begins at i.
func (c *cutter) objectAt(i int) bool {
	p := c.word(i).pos
	return p == pNum || p == pDet || p == pPronoun
}

// makePast takes the word at i for a past form.
func (c *cutter) makePast(i int) bool {
	c.word(i).pos = pPast
	return true
}

// clauseAt reports whether a subject with a finite verb begins at i.
func (c *cutter) clauseAt(i int) bool {
	subject := false
	skip := 0
	if i < len(c.toks) && (c.word(i).pos == pParticiple || c.word(i).pos == pGerund) {
		return false // "honoured and humbled by what they have done"
	}
	if i+1 < len(c.toks) && c.word(i).pos == pAdj && c.word(i+1).pos == pConj {
		return false // "both sticky and flexible and works"
	}
	for n := 0; i < len(c.toks) && n < lookahead; i, n = i+1, n+1 {
		w := c.word(i)
		switch {
		case w.pos.finite() && skip > 0:
			i = c.group(i).head
			skip--
			if skip == 0 && i+1 < len(c.toks) && c.word(i+1).pos == pParticiple {
				return subject // "the figures it gave differed"
			}
		case w.pos.finite():
			return subject
		case c.opensSub(i) && c.verbWithin(i+1):
			skip++
			if skip > 1 {
				return false
			}
		case w.pos == pNoun || w.pos == pName || w.pos == pPronoun || w.pos == pNum || w.pos == pThere || w.pos == pDet:
			subject = true
		case w.pos == pConj && subject && i+1 < len(c.toks) && c.word(i+1).pos.finite():
			return false // "in Lyon and was": the verb of another subject
		case w.pos == pStop || w.pos == pColon:
			return false
		}
	}
	return false
}
