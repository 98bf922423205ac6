package claim

import (
	"strings"

	"github.com/whosaid/whosaid"
)

const (
	maxRelative = 60  // tokens of a relative clause
	maxClause   = 400 // tokens of a clause that is searched for relative ones
)

// relative finds the first relative clause of cl, from token index from on,
// that states a fact of its own about something definite: "Mr Lee, who founded
// the bank, left". It gives the indexes of the pronoun and of the end.
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
	s := strings.ToLower(r.text(t))
	if s == "where" && r.words[before].pos == pComma && before == t-1 && i > 1 && r.definite(cl.toks[:i-1]) {
		return (&cutter{r: r, toks: cl.toks}).clauseAt(i + 1)
	}
	if s != "who" && s != "which" {
		return false
	}
	j := i + 1
	for j < len(cl.toks) && r.words[cl.toks[j]].pos == pAdv {
		j++
	}
	if j == len(cl.toks) || !r.words[cl.toks[j]].pos.finite() || r.words[cl.toks[j]].cue != 0 || before != t-1 {
		return false
	}
	if r.words[before].pos == pComma {
		return i > 1 && r.definite(cl.toks[:i-1])
	}
	return r.words[before].mention && r.words[before].pos == pName
}

// definite reports whether toks end with a noun phrase that means something
// definite: a name, or a noun with an article shortly before it.
func (r *reading) definite(toks []int) bool {
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-5; i-- {
		switch w := &r.words[toks[i]]; {
		case w.mention && (w.pos == pName || w.pos == pNoun), w.class&cDef != 0 && w.pos == pDet:
			return true
		case w.pos != pNoun && w.pos != pName && w.pos != pAdj && w.pos != pNum:
			return false
		}
	}
	return false
}

// relativeEnd is where the relative clause that opens at i ends: before the
// verb of the clause around it, or with that clause.
func (r *reading) relativeEnd(cl *clause, i int) int {
	end := len(cl.toks)
	if i < cl.verb.first {
		for end = cl.verb.first; end > i && r.words[cl.toks[end-1]].pos != pComma; {
			end--
		}
		if end == i {
			return cl.verb.first
		}
		return end - 1
	}
	where := strings.ToLower(r.text(cl.toks[i])) == "where"
	for j := i + 2; j < end; j++ {
		if where && r.words[cl.toks[j]].pos == pComma && j+1 < end && r.words[cl.toks[j+1]].pos == pConj {
			return j // "between Rome, where it was to land, and Pisa"
		}
		if r.words[cl.toks[j]].pos == pComma && j+1 < end && r.words[cl.toks[j+1]].pos.finite() && !(&cutter{r: r, toks: cl.toks}).conjoined(j+1) {
			return j // "believe the suspect, who was armed, acted alone"
		}
		if r.words[cl.toks[j]].pos == pOpen || cl.toks[j] != cl.toks[j-1]+1 || r.words[cl.toks[j]].pos == pComma && j+1 < end && (r.words[cl.toks[j+1]].pos == pWh || r.words[cl.toks[j+1]].pos == pTo) {
			return j
		}
	}
	return end
}

// takeOut takes the relative clause in toks[at:end] out of cl and gives it as a
// clause of its own, whose subject is the noun phrase before it.
func (r *reading) takeOut(cl *clause, at, end int) clause {
	c := &cutter{r: r, toks: cl.toks[at+1 : end]}
	out := clause{toks: c.toks}
	if strings.ToLower(r.text(cl.toks[at])) != "where" {
		out.about = r.antecedent(cl.toks[:at])
	}
	for i := range c.toks {
		if c.word(i).pos.finite() {
			out.verb = c.group(i)
			break
		}
	}
	rest := make([]int, 0, len(cl.toks)-(end-at))
	before, after := cl.toks[:at], cl.toks[end:]
	if n := len(before); n > 0 && r.words[before[n-1]].pos == pComma {
		before = before[:n-1]
	}
	if len(after) > 0 && r.words[after[0]].pos == pComma {
		after = after[1:]
	}
	rest = append(append(rest, before...), after...)
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
		if !w.mention && w.pos != pNoun && w.pos != pName && w.pos != pAdj && w.pos != pNum && w.pos != pDet && w.pos != pPossessive {
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
