package claim

import (
	"slices"
	"sort"

	"github.com/whosaid/whosaid"
)

// claim makes the Claim of a clause.
func (r *reading) claim(cl *clause, q *whosaid.Quote, sentence int) whosaid.Claim {
	c := whosaid.Claim{Sentence: sentence, Claimant: whosaid.Claimant{Kind: whosaid.ClaimantNarrator}}
	c.Spans = r.spans(r.spans(nil, cl.shared), cl.toks)
	slices.SortFunc(c.Spans, func(a, b whosaid.Span) int { return a.Start - b.Start }) // “To leave,” he was told
	if q != nil {
		r.attribute(&c, q)
	}
	r.verbOf(&c, cl)
	r.polarity(&c, cl)
	c.Entities = r.entitiesIn(append(c.Spans[:len(c.Spans):len(c.Spans)], c.Subject))
	c.Dates = r.datesIn(c.Spans)
	c.Quantities = r.quantities(cl)
	c.Type = r.kind(&c, cl, q)
	c.Checkable = checkable(&c)
	return c
}

// spans appends the runs of adjacent tokens.
func (r *reading) spans(out []whosaid.Span, toks []int) []whosaid.Span {
	for i, t := range toks {
		s := r.d.Tokens[t].Span
		if i > 0 && toks[i-1]+1 == t {
			out[len(out)-1].End = s.End
			continue
		}
		if i > 1 && r.words[toks[i-1]].pos == pComma && toks[i-2]+1 == toks[i-1] {
			out[len(out)-1].End = r.d.Tokens[toks[i-2]].End // the comma before a cue
		}
		out = append(out, s)
	}
	return out
}

func (r *reading) attribute(c *whosaid.Claim, q *whosaid.Quote) {
	c.Quote = q.ID
	c.Claimant = whosaid.Claimant{Kind: whosaid.ClaimantUnnamed, Source: q.Source}
	if e := r.d.Entity(q.Speaker); e != nil {
		if c.Claimant.Entity = q.Speaker; e.Name != "" {
			c.Claimant.Kind = whosaid.ClaimantEntity
		}
	}
	for p, n := r.d.Quote(q.Parent), 0; p != nil && n < 8; p, n = r.d.Quote(p.Parent), n+1 {
		c.Via = append([]whosaid.QuoteID{p.ID}, c.Via...)
	}
	if !q.Negated { // who does not deny it has said nothing of the kind
		c.Stance = r.f.stance(r.d.Slice(q.Cue))
	}
}

// verbOf fills subject, predicate, lemma and tense.
func (r *reading) verbOf(c *whosaid.Claim, cl *clause) {
	if !cl.verb.ok {
		return
	}
	first, head := cl.toks[cl.verb.first], cl.toks[cl.verb.head]
	c.Predicate = whosaid.Span{Start: r.d.Tokens[first].Start, End: r.d.Tokens[head].End}
	c.Lemma = r.f.lemma(r.text(head))
	subject := cl.toks[:cl.verb.first]
	if len(subject) == 0 || len(cl.shared) > 0 {
		subject = cl.shared
	}
	c.Subject = r.subject(subject)
	if !cl.about.Empty() {
		c.Subject = cl.about
	}
	c.Tense = r.tense(cl)
}

// tense is that of the verb group, none for an infinitive.
func (r *reading) tense(cl *clause) whosaid.Tense {
	w := r.at(cl, cl.verb.first)
	perfect := (w.pos == pThirds || w.pos == pPresent) && cl.verb.head > cl.verb.first && w.class&cHave != 0
	switch {
	case w.class&cFuture != 0 && w.pos == pModal, r.futureAfter(cl):
		return whosaid.TenseFuture
	case w.pos == pTo:
		return ""
	case w.pos == pPast || perfect || w.class&cPastFuture != 0:
		return whosaid.TensePast
	}
	return whosaid.TensePresent
}

// futureAfter reports whether a present "be" is followed by "going to", "to"
// or "set to".
func (r *reading) futureAfter(cl *clause) bool {
	if !cl.verb.ok || r.words[cl.toks[cl.verb.first]].class&cBe == 0 || r.purpose(cl) {
		return false
	}
	for i := cl.verb.first + 1; i < len(cl.toks) && i <= cl.verb.first+3; i++ {
		w := &r.words[cl.toks[i]]
		switch {
		case w.pos == pTo && i+1 < len(cl.toks) && r.at(cl, i+1).pos.in(setOf(pBase, pNoun)):
			before := r.at(cl, i-1).class
			if r.at(cl, i+1).pos == pNoun { // taken for one: "expected to launch", not "due to snow"
				return before&cFutureAdj != 0 && before&cCause == 0
			}
			return before&(cFutureAdj|cBe|cNeg) != 0 && before&cAble == 0
		case w.class&(cFutureAdj|cNeg) != 0 || w.pos == pAdv:
		default:
			return false
		}
	}
	return false
}

// subject is the last noun phrase of toks, without an adjunct before a comma.
func (r *reading) subject(toks []int) whosaid.Span {
	end := len(toks)
	for end > 0 && (r.words[toks[end-1]].pos == pAdv || r.looseEnd(toks[end-1])) {
		end--
	}
	first := 0
	for first < end && (r.loose(toks[first], false) || r.words[toks[first]].pos == pAdv) {
		first++
	}
	if first < end && r.opensAdjunct(toks[first]) {
		for i := first; i < end; i++ {
			if r.words[toks[i]].pos == pComma && i+1 < end {
				first = i + 1
				break
			}
		}
	}
	for i := end - 1; i > first; i-- {
		if toks[i] != toks[i-1]+1 {
			first = i
		}
	}
	if first >= end {
		return whosaid.Span{}
	}
	return whosaid.Span{Start: r.d.Tokens[toks[first]].Start, End: r.d.Tokens[toks[end-1]].End}
}

func (r *reading) opensAdjunct(t int) bool { return r.words[t].pos.in(adjuncts) || r.words[t].date }

var adjuncts = setOf(pPrep, pGerund, pWh, pTo) // of words that open one

// polarity fills Negated and Hedge.
func (r *reading) polarity(c *whosaid.Claim, cl *clause) {
	for i, t := range cl.toks {
		w := &r.words[t]
		if c.Hedge.Empty() && w.class&cHedge != 0 && r.hedges(cl, i) {
			c.Hedge = r.d.Tokens[t].Span
		}
		if !cl.verb.ok {
			continue
		}
		if i+1 < len(cl.toks) && r.at(cl, i+1).class&(cBecause|cOnly) != 0 {
			continue // "left not because he was ill", "was not only late"
		}
		near := i >= cl.verb.first && i <= cl.verb.head+1 || i == cl.verb.first-1 && w.pos == pAdv ||
			i == cl.verb.head+2 && r.at(cl, i-1).pos == pPronoun // "taught her nothing"
		if w.class&cNeg != 0 && near || w.class&cNegDet != 0 && (i < 2 || near) {
			c.Negated = true
		}
	}
}

// hedges reports whether the word of doubt at i qualifies the clause, not only
// a part of it as in "over an alleged theft".
func (r *reading) hedges(cl *clause, i int) bool {
	t := cl.toks[i]
	switch w := &r.words[t]; {
	case r.isMonth(t):
		return false
	case !cl.verb.ok:
		return true
	case w.pos == pModal:
		return i >= cl.verb.first && i <= cl.verb.head
	case i == cl.verb.head && r.verbClass(t)&vSeem != 0:
		return r.linksOn(cl, i+1) // not "appeared in court"
	case w.pos == pAdj || w.pos == pParticiple:
		return i >= cl.verb.first && i <= cl.verb.head+2 || i+1 < len(cl.toks) && r.at(cl, i+1).pos == pNum
	}
	if i <= cl.verb.head+2 || r.at(cl, i-1).pos == pComma {
		return true
	}
	return i+1 < len(cl.toks) && (r.at(cl, i+1).pos == pNum || r.at(cl, i+1).class&bounding != 0) // "with reportedly over 1,000 dead"
}

// linksOn reports whether an infinitive, an adjective or a clause follows at i,
// as after "appears".
func (r *reading) linksOn(cl *clause, i int) bool {
	i = r.afterAdverbs(cl.toks, i)
	if i == len(cl.toks) {
		return false
	}
	return r.at(cl, i).pos.in(complements) || r.is(cl.toks[i], fComplementizer) || r.is(cl.toks[i], fAs)
}

var complements = setOf(pTo, pAdj, pParticiple) // of a copula

// entitiesIn lists the entities whose mentions lie in the pieces.
func (r *reading) entitiesIn(spans []whosaid.Span) []whosaid.EntityID {
	var out []whosaid.EntityID
	all := r.d.Mentions
	eachIn(spans, len(all), func(i int) whosaid.Span { return all[i].Span }, func(i int) {
		if r.named(&all[i]) {
			out = append(out, all[i].Entity)
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

func (r *reading) datesIn(spans []whosaid.Span) []int {
	var out []int
	eachIn(spans, len(r.d.Dates), func(i int) whosaid.Span { return r.d.Dates[i].Span }, func(i int) { out = append(out, i) })
	return out
}

// eachIn calls do with those of n items, which are in text order, that lie in a
// span.
func eachIn(spans []whosaid.Span, n int, at func(int) whosaid.Span, do func(int)) {
	for _, s := range spans {
		for i := sort.Search(n, func(i int) bool { return at(i).Start >= s.Start }); i < n && at(i).Start < s.End; i++ {
			if s.Contains(at(i)) {
				do(i)
			}
		}
	}
}

// checkable adds up the eighths that make Claim.Checkable.
func checkable(c *whosaid.Claim) float64 {
	eighths := min(len(c.Entities), 2) + min(len(c.Dates), 1) + 2*min(len(c.Quantities), 1)
	switch c.Type {
	case whosaid.ClaimQuantity, whosaid.ClaimComparison, whosaid.ClaimEvent, whosaid.ClaimRule, whosaid.ClaimCausal:
		eighths += 2
	case whosaid.ClaimState:
		eighths++
	case whosaid.ClaimPrediction, whosaid.ClaimExperience, whosaid.ClaimOther: // cannot be checked, or not yet
	}
	if c.Hedge.Empty() {
		eighths++
	}
	return float64(eighths) / 8
}

// isMonth reports whether token t is a month, and no "may".
func (r *reading) isMonth(t int) bool { return r.has(t, cMonth) && r.words[t].pos != pModal }
