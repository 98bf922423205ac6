package claim

import "slices"

// boundary finds where the clause of verb ends: at end, and the next clause begins
// at next. shares says that the next one has no subject of its own.
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
		case (c.isSemicolon(i) || c.isSo(i) || c.isContrast(i)) && c.clauseAt(i+1):
			return i, i + 1, false
		case c.text(i) == ";" && c.verbAt(i+1, verb):
			return i, i + 1, true
		case c.coordinates(i):
			if sub && c.word(i-1).pos != pComma && !c.gap(i) {
				continue
			}
			if i == verb.head+1 && c.verbAt(i+1, verb) {
				continue // "opposes and fights crime": one object of both
			}
			if c.verbAt(i+1, verb) || c.verbBehind(i+1, verb) {
				return i, i + 1, true
			}
			if c.clauseAt(i+1) || c.gerundAt(i+1) || c.quoted && i+1 < len(c.toks) && c.is(i+1, fComplementizer) && c.clauseAt(i+2) {
				return i, i + 1, false
			}
		case c.opensSub(i):
			sub = true
		}
	}
	return len(c.toks), len(c.toks), false
}

// gerundAt reports whether a clause whose subject is a gerund follows a comma and the
// coordinator before token i: "it opened, but using it was dear".
func (c *cutter) gerundAt(i int) bool {
	if c.word(i-2).pos != pComma {
		return false
	}
	i = c.r.afterAdverbs(c.toks, i)
	return i+1 < len(c.toks) && c.word(i).pos == pGerund && c.clauseAt(i+1)
}

// isContrast reports whether token i is a "while" behind a comma that joins main clauses:
// what "he" did in the meantime belongs to the first.
func (c *cutter) isContrast(i int) bool {
	if i+1 >= len(c.toks) || c.word(i-1).pos != pComma || !c.is(i, fContrast) {
		return false
	}
	return c.word(i + 1).pos.in(nominal &^ setOf(pPronoun))
}

// seriesAt reports whether a verb of a series that a coordinator closes begins
// at i: "saw the car, stopped it, and called the police".
func (c *cutter) seriesAt(i int, main group) bool {
	if i >= len(c.toks) || c.word(i).pos != pPast && c.word(i).pos != pThirds || !c.verbAt(i, main) {
		return false
	}
	for j := i + 1; j < len(c.toks) && j < i+lookahead; j++ {
		if c.coordinates(j) && c.verbAt(j+1, main) {
			return true
		}
	}
	return false
}

// conjoined reports whether a coordinator with a verb follows token i.
func (c *cutter) conjoined(i int) bool {
	for j := i + 1; j+1 < len(c.toks) && j < i+lookahead; j++ {
		if c.coordinates(j) && c.word(j+1).pos.finite() {
			return true
		}
	}
	return false
}

// splice reports whether a clause follows the comma before token i without a
// coordinator, as in speech: "I never met him, I never took a cent".
func (c *cutter) splice(i int) bool {
	if !c.quoted || i+1 >= len(c.toks) || c.word(i).class&(cNominative|cThese) == 0 || c.is(i, fComplementizer) {
		return false
	}
	j := c.r.afterAdverbs(c.toks, i+1)
	return j < len(c.toks) && c.word(j).pos.finite() && c.word(j).cue == 0
}

// addsAt reports whether a participle of saying with a clause stands at i, in
// what somebody said: "he left, insisting it was late".
func (c *cutter) addsAt(i int) bool {
	if !c.quoted || i+1 >= len(c.toks) || c.word(i).pos != pGerund || c.r.verbClass(c.toks[i])&vSay == 0 {
		return false
	}
	if c.is(i+1, fComplementizer) {
		i++
	}
	return c.clauseAt(i + 1)
}

// isSo reports whether token i is a "so" that joins main clauses.
func (c *cutter) isSo(i int) bool {
	return i > 0 && c.word(i-1).pos == pComma && c.is(i, fConsequence) && i+1 < len(c.toks) && !c.is(i+1, fComplementizer)
}

// isSemicolon reports whether token i is a semicolon, or a colon or dash that stands for
// one.
func (c *cutter) isSemicolon(i int) bool {
	switch c.text(i) {
	case ";":
		return true
	case ":":
		return !c.quoted
	}
	return c.r.isDash(c.toks[i]) && i+1 < len(c.toks) && c.word(i+1).class&cArticle == 0 && !c.paired(i)
}

// paired reports whether another dash stands near the one at i.
func (c *cutter) paired(i int) bool {
	for j := max(0, i-lookahead); j < len(c.toks) && j < i+lookahead; j++ {
		if j != i && c.r.isDash(c.toks[j]) {
			return true
		}
	}
	return false
}

// verbAt reports whether a verb that goes with the subject of main begins at
// i: "and later released them".
func (c *cutter) verbAt(i int, main group) bool {
	if c.quoted && i < len(c.toks) && c.word(i).pos == pQuote {
		i++ // "is old", and "does not matter"
	}
	i = c.r.afterAdverbs(c.toks, i)
	if i >= len(c.toks) {
		return false
	}
	aux := c.word(main.first)
	single := main.first == main.head
	w := c.word(i)
	if c.bornAnd(i, main) {
		w.pos = pPast
		return true
	}
	switch w.pos {
	case pModal:
		return true
	case pPast:
		if single && aux.pos != pModal || aux.class&cDo != 0 || w.class&(cBe|cHave) != 0 {
			return true
		}
		return aux.pos == pPast && aux.class&cBe != 0 && i+1 < len(c.toks) && c.word(i+1).pos.in(setOf(pDet, pPronoun))
	case pThirds:
		return aux.pos != pPresent && aux.pos != pModal
	case pPresent:
		return aux.pos == pPresent
	case pAdj:
		return single && aux.pos == pPast && c.mendAdjective(i)
	case pParticiple:
		if !single || aux.pos != pPast || aux.class&(cBe|cHave) != 0 {
			return false
		}
		if i+1 < len(c.toks) && c.word(i+1).pos.in(nominal) && !c.word(i+1).date {
			w.pos = pPast // "met them and released them", whatever the tagger says
		}
		return true
	}
	return false
}

// commaWithin reports whether there is a comma among the tokens from start to before end.
func (c *cutter) commaWithin(start, end int) bool {
	return slices.ContainsFunc(c.toks[start:end], func(t int) bool { return c.r.words[t].pos == pComma })
}

// maxAside is the longest phrase between a coordinator and the verb that it adds, in tokens.
const maxAside = 8

// verbBehind reports whether a phrase that says when or where begins at i, and behind it a
// verb that goes with the subject of main: "and, on Monday, left".
func (c *cutter) verbBehind(i int, main group) bool {
	if i < len(c.toks) && c.word(i).pos == pComma {
		i++
	}
	if i >= len(c.toks) || c.word(i).pos != pPrep || c.r.isThat(c.toks[i]) {
		return false
	}
	for j := i + 1; j < len(c.toks) && j < i+maxAside; j++ {
		switch w, before := c.word(j), c.word(j-1); {
		case w.pos.finite():
			return (before.pos == pComma || before.date) && c.verbAt(j, main)
		case !w.date && !w.pos.in(nominal|setOf(pPrep, pComma, pPossessive)):
			return false
		}
	}
	return false
}

// bornAnd reports whether the past form at i is what somebody did who was born somewhere:
// "was born in Graz and studied in Bern", not "was born and raised in Graz".
func (c *cutter) bornAnd(i int, main group) bool {
	return c.r.verbClass(c.toks[main.head])&vBirth != 0 && c.word(i).pos.in(setOf(pPast, pParticiple)) && i > main.head+2
}

// takesObject reports whether the participle at i is a past form with a subject, from
// start on, and an object: "the council named him".
func (c *cutter) takesObject(start, i int) bool {
	return i > start && i+1 < len(c.toks) && c.word(i-1).pos.in(nouns) && c.mayBePast(start, i) &&
		c.word(i+1).pos.in(setOf(pDet, pPronoun, pName)) && !c.word(i+1).date
}

// clauseAt reports whether a subject with a finite verb begins at i.
func (c *cutter) clauseAt(i int) bool {
	if i < len(c.toks) && (c.word(i).pos == pParticiple || c.word(i).pos == pGerund) {
		return false // "honoured and humbled by what they have done"
	}
	if i+1 < len(c.toks) && c.word(i).pos == pAdj && c.word(i+1).pos == pConj {
		return false // "both sticky and flexible and works"
	}
	subject, skip := false, 0
	start := i
	for n := 0; i < len(c.toks) && n < lookahead; i, n = i+1, n+1 {
		w := c.word(i)
		switch {
		case w.pos == pParticiple && skip == 0 && subject && c.takesObject(start, i):
			return true
		case w.pos == pComma && skip > 0 && c.subjectFollows(i+1):
			skip = 0 // "after a vote, the council"
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
		case w.pos.in(subjects):
			subject = true
		case w.pos == pConj && subject && i+1 < len(c.toks) && c.word(i+1).pos.finite():
			return false // "in Lyon and was": the verb of another subject
		case c.coordinates(i) && subject && skip == 0 && i > start+1 && c.word(i-1).pos == pComma && !c.commaWithin(start, i-1):
			return false // "supported schools and clinics, and in time Lyon grew"
		case w.pos == pStop || w.pos == pColon:
			return false
		}
	}
	return false
}
