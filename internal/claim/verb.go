package claim

import (
	"slices"
	"strings"
)

// A group is a finite verb with its auxiliaries, as indexes in the clause's
// tokens: first is the finite word, head the last verb.
type group struct {
	first, head int
	ok          bool
}

// mainVerb finds the verb of the clause that begins at start: the first finite
// one outside subordinate clauses, relative clauses and brackets, or else a past form
// that the tagger took for a participle.
func (c *cutter) mainVerb(start int) group {
	verb, past := c.finiteVerb(start)
	switch {
	case verb.ok:
		return verb
	case past > 0:
		c.word(past).pos = pPast
		return group{first: past, head: past, ok: true}
	}
	return c.homograph(start)
}

// homograph finds a verb that the tagger took for a plural: "The act lists
// jackals as protected".
func (c *cutter) homograph(start int) group {
	for i := start + 1; i+1 < len(c.toks) && i < start+lookahead; i++ {
		w, before := c.word(i), c.word(i-1)
		if w.class&cHomograph == 0 || w.pos != pNoun || !before.pos.in(nouns) && !before.date {
			continue
		}
		if c.word(i+1).pos.in(nominal|setOf(pTo, pPrep)) && !c.is(i+1, fGenitive) {
			w.pos = pThirds
			return group{first: i, head: i, ok: true}
		}
	}
	return group{}
}

// finiteVerb finds the first finite verb of the clause that begins at start.
// Without one, past is the index of a participle that may be its verb, or 0. A verb
// that only seemed to be that of a subordinate clause counts if there is no other:
// "missing since May, was found", "her status as a saint rests".
func (c *cutter) finiteVerb(start int) (verb group, past int) {
	depth, skip := 0, 0
	var seeming group
	sub := 0       // what opened the subordinate clause that is skipped
	inner := false // it is not the first
	if start < len(c.toks) && c.r.isThat(c.toks[start]) {
		start++ // "and that he left"
	}
	for i := start; i < len(c.toks); i++ {
		w := c.word(i)
		switch {
		case w.pos == pOpen:
			depth++
		case w.pos == pClose && depth > 0:
			depth--
		case depth > 0:
		case w.pos == pComma && skip > 0 && c.subjectFollows(i+1):
			skip = 0
		case past > 0 && c.joins(i) && c.clauseAt(i+1):
			return group{}, past
		case w.pos == pParticiple && past == 0 && skip == 0 && (c.mayBePast(start, i) || c.resumes(sub, i)):
			past = i
		case c.opensSub(i) && skip == 0 && c.verbWithin(i+1):
			inner = inner || sub > 0
			skip, sub = 1, i
		case w.pos.finite() && skip > 0:
			g := c.group(i)
			if !seeming.ok && (c.mayBePhrase(sub, i) || !inner && c.mayBeTime(start, sub)) {
				seeming = g
			}
			i = g.head
			skip--
			if past == 0 && skip == 0 && i+1 < len(c.toks) && c.word(i+1).pos == pParticiple && looksParticiple(c.text(i+1)) {
				past = i + 1 // "tests before it began covered a third"
			}
		case w.pos == pPast && c.isAside(start, i):
			w.pos = pParticiple
		case w.pos.finite():
			return c.group(i), 0
		}
	}
	if past > 0 {
		return group{}, past
	}
	return seeming, 0
}

// isAside reports whether the past form at i is a participle between two commas, before
// the verb of its clause: "Lee, nicknamed the Owl, had a shop".
func (c *cutter) isAside(start, i int) bool {
	before := c.beforeAdverbs(i) - 1
	if before <= start || c.word(before).pos != pComma || !c.word(before-1).pos.in(nouns) || !looksParticiple(c.text(i)) {
		return false
	}
	for j := i + 1; j+2 < len(c.toks) && j < i+lookahead; j++ {
		switch w := c.word(j); {
		case w.pos.finite(), w.pos == pConj && w.class&cConj != 0:
			return false
		case w.pos == pComma:
			if j++; c.word(j).pos == pQuote {
				j++
			}
			return j < len(c.toks) && c.word(j).pos.finite()
		}
	}
	return false
}

// mayBePhrase reports whether the preposition at i may have no clause behind it, up to
// the finite verb at end.
func (c *cutter) mayBePhrase(i, end int) bool {
	if c.word(i).pos == pWh || c.word(i+1).class&cNominative != 0 {
		return false
	}
	if c.is(i, fAs) {
		return true
	}
	end = c.beforeAdverbs(end)
	return i > 0 && c.word(end-1).pos == pComma
}

// mayBeTime reports whether the preposition at i says when, and opens no clause: "after the
// vote the deadline stands". So it must be where no other verb is.
func (c *cutter) mayBeTime(start, i int) bool {
	opens := i == start || c.word(i-1).pos == pComma || !c.quoted && c.word(start).pos.in(nominal)
	return opens && c.is(i, fTemporal) && c.word(i+1).class&cNominative == 0
}

// beforeAdverbs is where the adverbs that end before token i begin.
func (c *cutter) beforeAdverbs(i int) int {
	for i > 1 && c.word(i-1).pos == pAdv {
		i--
	}
	return i
}

// resumes reports whether the participle at i can be a past form behind the comma that ends
// the relative clause from token sub on: "the bus, which was full, crashed".
func (c *cutter) resumes(sub, i int) bool {
	before := c.beforeAdverbs(i) - 1
	return sub > 1 && before > sub+1 && c.word(before).pos == pComma && c.word(sub-1).pos == pComma && c.word(sub).pos == pWh &&
		looksParticiple(c.text(i))
}

// joins reports whether token i is a semicolon, or a coordinator after a
// comma.
func (c *cutter) joins(i int) bool {
	return c.isSemicolon(i) || c.coordinates(i) && c.word(i-1).pos == pComma
}

// mayBePast reports whether the participle at i can be a past form with its
// subject before it: "The House impeached the President".
func (c *cutter) mayBePast(start, i int) bool {
	j := i - 1
	for j > start && c.word(j).pos == pAdv {
		j--
	}
	if j < start || strings.HasSuffix(c.text(i), "n") || c.is(i, fDone) || c.adjunct(start, i) {
		return false
	}
	if c.word(j).class&cNominative != 0 {
		return true
	}
	if i+1 < len(c.toks) && c.word(i+1).class&cAfterParticiple != 0 {
		return false
	}
	switch c.word(j).pos {
	case pNoun, pName, pPronoun, pClose:
		return true
	case pAdj:
		return j > start && c.word(j-1).pos == pDet // "the first charged him"
	}
	return false
}

// adjunct reports whether tokens from start to i are of one prepositional
// phrase: "on a conference held in Lyon".
func (c *cutter) adjunct(start, i int) bool {
	if c.word(start).pos != pPrep || c.word(start+1).class&cExtreme != 0 {
		return false
	}
	return !slices.ContainsFunc(c.toks[start:i], func(t int) bool { return c.r.words[t].pos == pComma || c.r.words[t].date })
}

// group reads a verb group from its finite word on: "has not yet been seen".
func (c *cutter) group(i int) group {
	g := group{first: i, head: i, ok: true}
	aux := c.word(i).class&(cBe|cHave|cDo|cFuture|cPastFuture) != 0 || c.word(i).pos == pModal
	for j := i + 1; aux && j < len(c.toks) && j < i+8; j++ {
		w := c.word(j)
		switch {
		case w.pos == pParticiple && !looksParticiple(c.text(j)) && c.r.f.lemmas[strings.ToLower(c.text(j))] == "":
			return g // "has been mayor"
		case w.pos == pParticiple || w.pos == pGerund || w.pos == pBase:
			g.head = j
			aux = w.class&(cBe|cHave) != 0
		case w.pos == pPast && w.class&(cBe|cHave) == 0, c.verbAfterNot(i, j):
			g.head = j // a participle that the tagger took for the past
			aux = false
		case c.is(j, fBefore) && j+1 < len(c.toks) && c.word(j+1).pos == pParticiple: // "never before seen"
		case w.pos == pAdv || w.pos == pQuote || w.class&(cNeg|cAmid) != 0 || w.date:
		case w.pos == pPrep && j+1 < len(c.toks) && c.word(j+1).date: // "was on Monday sent"
		default:
			return g
		}
	}
	return g
}

// infinitive reads the verb group of tokens that begin with "to".
func (c *cutter) infinitive() group {
	for i := 1; i < len(c.toks) && i < 5; i++ {
		switch w := c.word(i); w.pos {
		case pBase:
			g := c.group(i)
			g.first = 0
			return g
		case pAdv, pOther:
		default:
			return group{}
		}
	}
	return group{}
}

// verbAfterNot reports whether token j must be the verb of the auxiliary at i,
// whatever its tag is: "close" in "did not close".
func (c *cutter) verbAfterNot(i, j int) bool {
	if c.word(i).class&cDo == 0 && c.word(i).pos != pModal || c.word(j-1).class&cNeg == 0 || c.word(j).class&cNeg != 0 {
		return false
	}
	switch c.word(j).pos {
	case pPronoun, pDet, pQuote:
		return false
	case pAdv:
		return j+1 == len(c.toks)
	}
	return hasLetter(c.text(j))
}

// looksParticiple reports whether s ends as participles do.
func looksParticiple(s string) bool {
	return strings.HasSuffix(s, "ed") || strings.HasSuffix(s, "en")
}
