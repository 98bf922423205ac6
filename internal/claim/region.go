package claim

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// region finds the claims of one claimant in one sentence.
func (r *reading) region(sentence int, g region) {
	q := r.d.Quote(g.owner)
	if q != nil && !assertive(q) {
		return
	}
	for rest := g.toks; len(rest) > 0; {
		n := r.upToStop(rest)
		if !r.asks(rest[:n]) {
			outer, inner := r.parenthesis(rest[:n])
			r.clausesOf(outer, q, sentence)
			if len(inner) > 0 {
				r.clausesOf(inner, q, sentence)
			}
		}
		rest = rest[n:]
	}
}

// parenthesis takes a clause between two dashes out of toks: "the law — it
// passed in May — bans".
func (r *reading) parenthesis(toks []int) (outer, inner []int) {
	open := -1
	for i, t := range toks {
		if !r.isDash(t) {
			continue
		}
		if open >= 0 && i-open > 3 && (&cutter{r: r, toks: toks[:i]}).clauseAt(open+1) {
			return slices.Concat(toks[:open], toks[i+1:]), toks[open+1 : i]
		}
		open = i
	}
	return toks, nil
}

// isDash reports whether token t is a dash, not a hyphen.
func (r *reading) isDash(t int) bool { return r.words[t].pos == pColon && r.has(t, cDash) }

// upToStop counts the tokens up to the first stop: a region may hold several
// sentences that the text runs together.
func (r *reading) upToStop(toks []int) int {
	for i, t := range toks {
		if r.words[t].pos == pStop {
			return i + 1
		}
	}
	return len(toks)
}

// asks reports whether the tokens end with a question mark.
func (r *reading) asks(toks []int) bool {
	last := toks[len(toks)-1]
	return r.words[last].pos == pStop && strings.HasPrefix(r.text(last), "?")
}

// clausesOf finds the claims of tokens without a stop but at their end.
func (r *reading) clausesOf(toks []int, q *whosaid.Quote, sentence int) {
	c := &cutter{r, toks, q != nil}
	r.clauses = c.cut(r.clauses[:0])
	for i := range r.clauses {
		cl := &r.clauses[i]
		if !r.dropAttribution(cl, q, sentence) {
			r.relatives(cl, q, sentence) // of the source: "Lee, who runs the mill, said"
			if !r.concession(cl) {
				continue
			}
		}
		r.dropResponse(cl)
		r.trim(cl)
		if q == nil {
			r.closeMarks(cl, r.d.Sentences[sentence].EndToken)
		}
		if q != nil && !cl.verb.ok && len(cl.toks) > 0 {
			r.lendSubject(cl, q, sentence)
		}
		r.relatives(cl, q, sentence)
		if !r.isClaim(cl, q, sentence) {
			continue
		}
		infinitive := !cl.verb.ok
		if infinitive && q != nil {
			cl.verb = (&cutter{r: r, toks: cl.toks}).infinitive()
		}
		c := r.claim(cl, q, sentence)
		if q != nil && infinitive && r.at(cl, 0).pos == pTo && len(cl.shared) > 0 && q.Source.Start < q.Cue.Start {
			// The source is the subject of the passive: nobody is named who says it.
			c.Claimant = whosaid.Claimant{Kind: whosaid.ClaimantUnnamed}
		}
		r.out = append(r.out, c)
	}
}

// relatives makes claims of the relative clauses of cl that state facts of
// their own, and takes them out of it.
func (r *reading) relatives(cl *clause, q *whosaid.Quote, sentence int) {
	if !cl.verb.ok || len(cl.toks) > maxClause {
		return
	}
	for from := 1; ; {
		at, end := r.relative(cl, from)
		if at == 0 {
			return
		}
		rel := r.takeOut(cl, at, end)
		r.trim(&rel)
		if len(rel.toks) > 1 && len(rel.toks) <= maxRelative && r.isClaim(&rel, q, sentence) {
			r.out = append(r.out, r.claim(&rel, q, sentence))
		}
		from = at
	}
}
