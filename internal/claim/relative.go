package claim

import (
	"slices"

	"github.com/whosaid/whosaid"
)

const (
	maxRelative = 60  // tokens of a relative clause
	maxClause   = 400 // tokens of a clause that is searched for relative ones
)

// relative finds the first relative clause of cl, from token index from on,
// that states a fact of its own about something definite: "Mr Lee, who founded
// the bank, left". It returns the indexes of the pronoun and of the end.
func (r *reading) relative(cl *clause, from int) (at, end int) {
	for i := max(from, 1); i+1 < len(cl.toks); i++ {
		if r.opensFact(cl, i) {
			return i, r.relativeEnd(cl, i)
		}
	}
	return 0, 0
}

// opensFact reports whether token i is the pronoun of such a clause.
func (r *reading) opensFact(cl *clause, i int) bool {
	t, before := cl.toks[i], cl.toks[i-1]
	if r.words[t].pos != pWh {
		return false
	}
	comma := r.words[before].pos == pComma
	if r.is(t, fRelativePlace) && comma && before == t-1 && i > 1 && r.definite(cl.toks[:i-1]) {
		return (&cutter{r: r, toks: cl.toks}).clauseAt(i + 1)
	}
	if !r.is(t, fRelative) {
		return false
	}
	j := i + 1
	for j < len(cl.toks) && (r.at(cl, j).pos == pAdv || r.at(cl, j).class&cAmid != 0) {
		j++
	}
	if j == len(cl.toks) || !r.at(cl, j).pos.finite() || r.at(cl, j).cue != 0 || before != t-1 || r.isUnnamed(cl, j) {
		return false
	}
	if comma {
		return i > 1 && r.definite(cl.toks[:i-1])
	}
	return r.words[before].mention && r.words[before].pos == pName && !r.isCleft(cl)
}

// isCleft reports whether the clause opens with "it was", whose relative clause says who did
// what: "it was Lee who left".
func (r *reading) isCleft(cl *clause) bool {
	return cl.verb.first == 1 && r.at(cl, 0).class&cThese != 0 && r.at(cl, 0).pos == pPronoun && r.at(cl, cl.verb.head).class&cBe != 0
}

// isUnnamed reports whether the verb group at i only says that somebody has no name in the
// text: "who has not been identified".
func (r *reading) isUnnamed(cl *clause, i int) bool {
	g := (&cutter{r: r, toks: cl.toks}).group(i)
	return r.verbClass(cl.toks[g.head])&vIdentify != 0 && r.at(cl, g.head).pos == pParticiple &&
		slices.ContainsFunc(cl.toks[g.first:g.head], func(t int) bool { return r.has(t, cNeg) })
}

// definite reports whether toks end with a noun phrase that refers to something
// definite: a name, or a noun with an article shortly before it.
func (r *reading) definite(toks []int) bool {
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-5; i-- {
		switch w := &r.words[toks[i]]; {
		case w.mention && w.pos.in(nouns), w.class&cDef != 0 && w.pos == pDet:
			return true
		case w.pos == pComma && i > 0 && i+2 == len(toks) && r.words[toks[i+1]].pos == pNum: // "Lee, 52, who"
		case w.class&cArticle != 0 && i > 1 && r.words[toks[i-1]].pos == pComma: // "Lee, a pilot, who"
			return r.words[toks[i-2]].mention
		case !w.pos.in(nouns | setOf(pAdj, pNum)):
			return false
		}
	}
	return false
}

// relativeEnd is where the relative clause that opens at i ends: before the
// verb of the clause around it, or with that clause.
func (r *reading) relativeEnd(cl *clause, i int) int {
	if i < cl.verb.first {
		c := &cutter{r: r, toks: cl.toks}
		for j := i + 2; j+1 < cl.verb.first; j++ {
			if r.at(cl, j).pos == pComma && c.coordinates(j+1) && r.at(cl, min(j+2, cl.verb.first)).pos.in(nominal) {
				return j // "Lee, who runs the mill, and his wife"
			}
		}
		for j := cl.verb.first - 1; j >= i; j-- {
			if r.at(cl, j).pos == pComma {
				return j
			}
		}
		return cl.verb.first
	}
	for j := i + 2; j < len(cl.toks); j++ {
		if r.endsRelative(cl, i, j) {
			return j
		}
	}
	return len(cl.toks)
}

// endsRelative reports whether the relative clause that opens at i, after the verb
// of the clause around it, ends before token j.
func (r *reading) endsRelative(cl *clause, i, j int) bool {
	if r.at(cl, j).pos == pOpen || cl.toks[j] != cl.toks[j-1]+1 {
		return true
	}
	if r.at(cl, j).pos != pComma || j+1 == len(cl.toks) {
		return false
	}
	switch next := r.at(cl, j+1).pos; {
	case next == pConj:
		return r.is(cl.toks[i], fRelativePlace) // "between Rome, where it was to land, and Pisa"
	case next.finite():
		return !(&cutter{r: r, toks: cl.toks}).conjoined(j + 1) // "believe the suspect, who was armed, acted alone"
	default:
		return next == pWh || next == pTo
	}
}

// takeOut takes the relative clause in toks[at:end] out of cl and returns it as a
// clause of its own, whose subject is the noun phrase before it.
func (r *reading) takeOut(cl *clause, at, end int) clause {
	c := &cutter{r: r, toks: cl.toks[at+1 : end]}
	out := clause{toks: c.toks}
	if !r.is(cl.toks[at], fRelativePlace) {
		out.about = r.antecedent(cl.toks[:at])
	}
	if i := slices.IndexFunc(c.toks, func(t int) bool { return r.words[t].pos.finite() }); i >= 0 {
		out.verb = c.group(i)
	}
	before, after := cl.toks[:at], cl.toks[end:]
	if n := len(before); n > 0 && r.words[before[n-1]].pos == pComma {
		before = before[:n-1]
	}
	if len(after) > 0 && r.words[after[0]].pos == pComma {
		after = after[1:]
	}
	rest := slices.Concat(before, after)
	if at < cl.verb.first {
		gone := len(cl.toks) - len(rest)
		cl.verb.first -= gone
		cl.verb.head -= gone
	}
	cl.toks = rest
	return out
}

// antecedent is the noun phrase at the end of toks.
func (r *reading) antecedent(toks []int) whosaid.Span {
	end := len(toks)
	for end > 0 && r.words[toks[end-1]].pos == pComma {
		end--
	}
	first := end
	for first > 0 && first > end-8 && (first == end || toks[first-1]+1 == toks[first]) {
		w := &r.words[toks[first-1]]
		if !w.mention && !w.pos.in(nouns|setOf(pAdj, pNum, pDet, pPossessive)) {
			break
		}
		first--
		if w.pos == pDet {
			break
		}
	}
	if first == end {
		return whosaid.Span{}
	}
	return whosaid.Span{Start: r.d.Tokens[toks[first]].Start, End: r.d.Tokens[toks[end-1]].End}
}
