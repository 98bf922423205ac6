package claim

import (
	"slices"
	"sort"
	"strings"

	"github.com/whosaid/whosaid"
)

const (
	responseBack = 2  // how many sentences before it a response may refer to
	claimsBack   = 48 // and how many claims
	maxResponses = 8  // to one claim
)

// responses adds to earlier claims how others take them, where sentence i says
// so: "the ministry denied the claim", "which Lee disputes", "the report was
// confirmed by police".
func (r *reading) responses(i int) {
	s := &r.d.Sentences[i]
	for t := s.FirstToken; t < s.EndToken; t++ {
		stance := r.stanceOf(t)
		if stance == "" || r.words[t].cue != 0 && r.prop[r.words[t].cue] {
			continue
		}
		if who, whose, ok := r.answers(s, t); ok {
			who.Entity = r.asQuoted(who.Source, who.Entity)
			who.Stance, who.Cue = stance, r.d.Tokens[t].Span
			r.respond(who, whose, r.ofFigures(s, t), i)
		}
	}
}

// asQuoted is the speaker of the quote whose source s is, or else id.
func (r *reading) asQuoted(s whosaid.Span, id whosaid.EntityID) whosaid.EntityID {
	first, end := r.d.TokensIn(s)
	if first == end {
		return id
	}
	if q := r.d.Quote(whosaid.QuoteID(r.words[first].speaks)); q != nil && q.Source == s {
		return q.Speaker
	}
	return id
}

// stanceOf is the stance that the verb at token t takes, "" for other words.
func (r *reading) stanceOf(t int) whosaid.Stance {
	if !r.has(t, cStance) || !r.words[t].pos.in(stanceForms) {
		return ""
	}
	return r.f.stance(r.text(t))
}

var stanceForms = finites | setOf(pParticiple, pBase, pNoun) // taggers take some for nouns

// stance is the stance that a verb takes towards its object.
func (f *Finder) stance(verb string) whosaid.Stance {
	switch c := f.words[f.lemma(verb)].verb; {
	case c&vDeny != 0:
		return whosaid.StanceDenies
	case c&vConfirm != 0:
		return whosaid.StanceConfirms
	case c&vDispute != 0:
		return whosaid.StanceDisputes
	}
	return ""
}

// answers reports whether the verb at t takes a stance on an earlier claim, by
// whom, and whose claim it is, if the sentence says so.
func (r *reading) answers(s *whosaid.Sentence, t int) (who whosaid.Response, whose whosaid.EntityID, ok bool) {
	if whose, ok = r.claimAfter(s, t); ok {
		who.Source, who.Entity = r.doer(s, t)
		return who, whose, !who.Source.Empty()
	}
	if r.words[t].pos == pParticiple && r.claimBefore(s, t) {
		for by := t + 1; by <= t+4 && by+1 < s.EndToken; by++ {
			if r.is(by, fAgent) {
				who.Source, who.Entity = r.mentionFrom(s, by+1)
				break
			}
		}
		return who, 0, true
	}
	if r.relativeObject(s, t) {
		who.Source, who.Entity = r.doer(s, t)
		return who, 0, !who.Source.Empty()
	}
	return who, 0, false
}

// claimAfter reports whether the object of the verb at t is an earlier claim: "the
// allegations", "this", "Lee's account".
func (r *reading) claimAfter(s *whosaid.Sentence, t int) (whose whosaid.EntityID, ok bool) {
	for k := t + 1; k < s.EndToken && k <= t+5; k++ {
		w := &r.words[k]
		switch {
		case w.class&cClaimNoun != 0 && k > t+1:
			return whose, k+1 >= s.EndToken || !r.isThat(k+1)
		case k == t+1 && w.class&(cThese|cThem) != 0 && (k+1 == s.EndToken || r.clauseEnd(k+1)):
			return 0, true
		case w.mention && (w.pos == pName || w.pos == pDet):
			whose = r.entityAt(k)
		case w.pos.in(beforeNoun) || r.is(k, fGenitive):
		default:
			return 0, false
		}
	}
	return 0, false
}

var beforeNoun = setOf(pPossessive, pDet, pAdj, pName)

// dropResponse takes what others say of a claim off its end: ", which the
// ministry denies".
func (r *reading) dropResponse(cl *clause) {
	end := len(cl.toks)
	for end > 0 && r.looseEnd(cl.toks[end-1]) {
		end--
	}
	if !cl.verb.ok || end == 0 || r.at(cl, end-1).class&cStance == 0 {
		return
	}
	for i := end - 2; i > cl.verb.head && i > end-12; i-- {
		if r.at(cl, i-1).pos != pComma {
			continue
		}
		if p := r.at(cl, i).pos; p == pWh || p == pDet && i+1 < end && r.at(cl, i+1).class&cClaimNoun != 0 {
			cl.toks = cl.toks[:i-1]
			return
		}
	}
}

// ofFigures reports whether the object of the verb at t is numbers: "disputed
// the figures".
func (r *reading) ofFigures(s *whosaid.Sentence, t int) bool {
	for k := t + 1; k < s.EndToken && k <= t+5; k++ {
		if r.words[k].class&cClaimNoun != 0 {
			return r.words[k].class&cFigures != 0
		}
	}
	return false
}

// clauseEnd reports whether a clause ends before token t.
func (r *reading) clauseEnd(t int) bool { return r.words[t].pos.in(clauseEnds) || r.words[t].date }

var clauseEnds = setOf(pStop, pComma, pColon, pConj, pPrep, pQuote, pAdv)

// claimBefore reports whether a claim is the subject of the passive verb at t:
// "the claims have been denied".
func (r *reading) claimBefore(s *whosaid.Sentence, t int) bool {
	be := false
	for k := t - 1; k >= s.FirstToken && k >= t-8; k-- {
		w := &r.words[k]
		switch {
		case w.class&cBe != 0:
			be = true
		case w.class&(cHave|cNeg) != 0 || w.pos == pAdv:
		case be:
			return (w.class&cClaimNoun != 0 || w.class&(cThese|cThem) != 0 && k == s.FirstToken) && r.definiteClaim(s, k)
		default:
			return false
		}
	}
	return false
}

// definiteClaim reports whether the noun at k has a definite article or is a
// pronoun.
func (r *reading) definiteClaim(s *whosaid.Sentence, k int) bool {
	for n := k; n >= s.FirstToken && n > k-3; n-- {
		if r.words[n].class&cDef != 0 {
			return true
		}
	}
	return false
}

// relativeObject reports whether the verb at t has a claim before it as its
// object: "a claim the ministry denies", ", which Lee disputes".
func (r *reading) relativeObject(s *whosaid.Sentence, t int) bool {
	if t+1 < s.EndToken && !r.clauseEnd(t+1) || !r.words[t].pos.finite() && !strings.HasSuffix(r.text(t), "s") {
		return false
	}
	for k := t - 1; k > s.FirstToken && k >= t-9; k-- {
		w := &r.words[k]
		switch noun := w.class&cClaimNoun != 0; {
		case w.pos == pWh && r.is(k, fRelativeThing), noun && k < t-1:
			return r.words[k-1].pos == pComma || noun && k > s.FirstToken+1 && r.words[k-2].pos == pComma
		case w.pos == pComma || w.pos == pStop || w.pos.finite() && w.class&(cHave|cBe) == 0:
			return false
		}
	}
	return false
}

// doer is the noun phrase before the verb at t, with its entity.
func (r *reading) doer(s *whosaid.Sentence, t int) (whosaid.Span, whosaid.EntityID) {
	end := t
	for end > s.FirstToken && (r.words[end-1].pos == pAdv || r.words[end-1].pos == pModal || r.has(end-1, cHave|cBe|cNeg)) {
		if r.has(end-1, cNeg) {
			return whosaid.Span{}, 0 // "did not confirm"
		}
		end--
	}
	if end > s.FirstToken+1 && r.words[end-1].pos == pWh && !r.is(end-1, fFreeRelative) {
		end-- // "Orbit Labs, which denied"
		if r.words[end-1].pos == pComma {
			end--
		}
	}
	first := end
	for first > s.FirstToken && first > end-8 && !r.has(first-1, cClaimNoun) && r.inMention(first-1, possessed) {
		first--
	}
	return r.phrase(first, end, true)
}

// mentionFrom is the noun phrase that begins at token t, with its entity.
func (r *reading) mentionFrom(s *whosaid.Sentence, t int) (whosaid.Span, whosaid.EntityID) {
	end := t
	for end < s.EndToken && end < t+8 && !r.words[end].date && r.inMention(end, nominal&^setOf(pNum)) {
		end++
	}
	return r.phrase(t, end, false)
}

var possessed = nominal&^setOf(pNum) | setOf(pPossessive)

// inMention reports whether token t is in a mention, or of one of the parts of
// speech.
func (r *reading) inMention(t int, s posSet) bool { return r.words[t].mention || r.words[t].pos.in(s) }

// phrase is the span of the tokens [first, end) with the entity of the last mention
// in them, or of the first.
func (r *reading) phrase(first, end int, last bool) (whosaid.Span, whosaid.EntityID) {
	if first == end {
		return whosaid.Span{}, 0
	}
	var id whosaid.EntityID
	for t := first; t < end; t++ {
		if r.words[t].mention && (last || id == 0) {
			if e := r.entityAt(t); e != 0 {
				id = e
			}
		}
	}
	return r.meant(whosaid.Span{Start: r.d.Tokens[first].Start, End: r.d.Tokens[end-1].End}, id)
}

// meant is s with whom the mention of just these words means, or else id.
func (r *reading) meant(s whosaid.Span, id whosaid.EntityID) (whosaid.Span, whosaid.EntityID) {
	all := r.d.Mentions
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	for ; i < len(all) && all[i].Start == s.Start; i++ {
		if all[i].Span == s {
			return s, all[i].Entity
		}
	}
	return s, id
}

// entityAt is the entity of the mention that token t is part of, or 0.
func (r *reading) entityAt(t int) whosaid.EntityID {
	all, at := r.d.Mentions, r.d.Tokens[t].Span
	i := sort.Search(len(all), func(i int) bool { return all[i].Start > at.Start })
	for n := 0; i > 0 && n < 4; n++ {
		i--
		if all[i].Contains(at) {
			return all[i].Entity
		}
	}
	return 0
}

// respond adds a response in sentence to the claims it answers: those of the
// latest quote before it, or else of the narrator in the sentence before; only
// those with numbers if it is about figures.
func (r *reading) respond(a whosaid.Response, whose whosaid.EntityID, figures bool, sentence int) {
	var quote whosaid.QuoteID
	for n, i := 0, len(r.out)-1; i >= r.from && n < claimsBack; n, i = n+1, i-1 {
		c := &r.out[i]
		if c.Sentence < sentence-responseBack || quote != 0 && c.Quote != quote {
			break
		}
		if c.Quote == 0 {
			if quote == 0 && r.isAccusation(c, a.Cue.Start, sentence) {
				answer(c, a)
				return
			}
			continue
		}
		if c.Spans[len(c.Spans)-1].Start > a.Cue.Start || !mayAnswer(c, &a, whose) {
			continue
		}
		quote = c.Quote
		if !figures || len(c.Quantities) > 0 {
			answer(c, a)
		}
	}
	if quote != 0 || whose != 0 {
		return
	}
	for n, i := 0, len(r.out)-1; i >= r.from && n < claimsBack && r.out[i].Sentence >= sentence-1; n, i = n+1, i-1 {
		if c := &r.out[i]; c.Quote == 0 && c.Sentence == sentence-1 {
			answer(c, a)
		}
	}
}

// isAccusation reports whether c is an accusation that the narrator reports before
// the byte at in this sentence or the one before.
func (r *reading) isAccusation(c *whosaid.Claim, at, sentence int) bool {
	return r.f.words[c.Lemma].verb&vAccuse != 0 && c.Sentence >= sentence-1 && c.Spans[0].Start < at
}

// mayAnswer reports whether a is not by the claimant of c, who is whose if that is
// known.
func mayAnswer(c *whosaid.Claim, a *whosaid.Response, whose whosaid.EntityID) bool {
	own := c.Claimant.Entity != 0 && c.Claimant.Entity == a.Entity
	return !own && (whose == 0 || whose == c.Claimant.Entity)
}

// answer adds a response to a claim, once.
func answer(c *whosaid.Claim, a whosaid.Response) {
	if len(c.Responses) < maxResponses && !slices.ContainsFunc(c.Responses, func(b whosaid.Response) bool { return a.Cue == b.Cue }) {
		c.Responses = append(c.Responses, a)
	}
}
