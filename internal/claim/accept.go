package claim

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// isClaim reports whether a clause states something of something definite.
func (r *reading) isClaim(cl *clause, q *whosaid.Quote, sentence int) bool {
	headline := r.d.Sentences[sentence].Kind == whosaid.SentenceHeadline
	if len(cl.toks) == 0 || len(cl.shared)+len(cl.toks) < 2 {
		return false
	}
	switch {
	case headline:
		return len(cl.toks) >= 4 && r.anyVerb(cl) || sentence == 0 && len(cl.toks) >= 5 && r.anchored(cl)
	case !cl.verb.ok:
		return r.infinitiveClaim(cl, q)
	}
	return !(q == nil && (r.isSaying(cl) || r.isPlan(cl))) && !r.isAsking(cl) && !r.isOrder(cl, q) && !r.isWish(cl) && (q == nil || !r.isEvaluation(cl)) && r.anchored(cl)
}

func (r *reading) anyVerb(cl *clause) bool {
	for _, t := range cl.toks {
		if p := r.words[t].pos; p.finite() || p == pParticiple || p == pGerund || p == pBase {
			return true
		}
	}
	return false
}

// infinitiveClaim reports whether the clause is what somebody "claimed to".
func (r *reading) infinitiveClaim(cl *clause, q *whosaid.Quote) bool {
	return q != nil && asserts(q.CueClass) && r.infinitiveAt(cl.toks[0], cl.toks[len(cl.toks)-1]+1) && len(cl.toks) >= 3 && (len(cl.shared) > 0 || !q.Source.Empty() && !r.bareParticiple(q))
}

// bareParticiple reports whether the cue of q is a participle beside a noun, as
// in "a man suspected to have fled": a description, no statement.
func (r *reading) bareParticiple(q *whosaid.Quote) bool {
	first, end := r.d.TokensIn(q.Cue)
	if first == end || r.words[end-1].pos != pParticiple {
		return false
	}
	for first--; first >= 0 && r.words[first].pos == pAdv; first-- {
	}
	return first < 0 || r.words[first].class&(cHave|cBe) == 0
}

// isSaying reports whether the narrator's clause tells that somebody said
// something, which no quote holds: then nobody is known to claim it.
func (r *reading) isSaying(cl *clause) bool {
	t := cl.toks[cl.verb.head]
	if last := cl.toks[len(cl.toks)-1]; last > t && strings.ToLower(r.text(last)) == "that" {
		return true // what follows is somebody's
	}
	if r.lemmaClass(t)&cSay == 0 || r.words[t].pos == pParticiple && cl.verb.first < cl.verb.head && r.words[cl.toks[cl.verb.first]].class&cBe != 0 {
		return false
	}
	that := false
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+lookahead; i++ {
		switch w := &r.words[cl.toks[i]]; {
		case w.pos == pPrep && i <= cl.verb.head+6 && strings.ToLower(r.text(cl.toks[i])) == "that":
			that = true
		case w.pos == pWh || w.class&cSub != 0 && w.pos == pPrep:
			return false
		case w.pos.finite():
			return that || i > cl.verb.head+1 && r.words[cl.toks[i-1]].pos != pComma
		}
	}
	return false
}

// isAsking reports whether the clause reports a question, or is only the
// remains of an attribution: "said Nina Berg".
func (r *reading) isAsking(cl *clause) bool {
	head := r.lemmaClass(cl.toks[cl.verb.head])
	if cl.verb.first == 0 && len(cl.shared) == 0 && head&(cSpeechAct|cAsk) != 0 {
		return true
	}
	if head&cKnow != 0 && r.denied(cl) {
		return r.whAfter(cl)
	}
	if head&cAsk == 0 {
		return false
	}
	return r.whAfter(cl)
}

// whAfter reports whether a reported question follows the verb group closely.
func (r *reading) whAfter(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+5; i++ {
		if t := cl.toks[i]; r.words[t].pos == pWh || r.questions(t) {
			return true
		}
	}
	return false
}

// denied reports whether the verb group holds a negation.
func (r *reading) denied(cl *clause) bool {
	for _, t := range cl.toks[cl.verb.first : cl.verb.head+1] {
		if r.words[t].class&cNeg != 0 {
			return true
		}
	}
	return false
}

// isOrder reports whether a clause of direct speech is an imperative, or says
// what ought to be done.
func (r *reading) isOrder(cl *clause, q *whosaid.Quote) bool {
	first := &r.words[cl.toks[0]]
	if len(cl.shared) == 0 && (first.pos == pBase || first.pos == pPresent && q != nil && first.class&cBe == 0 || first.class&cLet != 0) {
		return true
	}
	if q == nil {
		return false
	}
	verb, head := &r.words[cl.toks[cl.verb.first]], cl.toks[cl.verb.head]
	us, me := r.firstPerson(cl)
	if verb.class&cModalWish != 0 && (us || me || cl.verb.first == 0 || strings.ToLower(r.text(cl.toks[cl.verb.first-1])) == "you") {
		return true // "we must", "you should"
	}
	if r.words[head].class&cBe != 0 && cl.verb.head+1 < len(cl.toks) {
		switch next := strings.ToLower(r.text(cl.toks[cl.verb.head+1])); {
		case next == "time", us && next == "with", me && next == "with":
			return true // "it is time to", "we are with you"
		}
	}
	if us && r.words[head].class&cHave != 0 && cl.verb.head+1 < len(cl.toks) && r.words[cl.toks[cl.verb.head+1]].pos == pTo {
		return true
	}
	return (us || me) && r.lemmaClass(head)&cPerform != 0
}

// firstPerson reports whether "we" or "I" stands before the verb.
func (r *reading) firstPerson(cl *clause) (us, me bool) {
	for _, t := range cl.toks[:cl.verb.first] {
		if r.words[t].class&cFirst != 0 {
			us = us || len(r.text(t)) > 1
			me = me || len(r.text(t)) == 1
		}
	}
	return us, me
}

// isEvaluation reports whether the clause only says how something is: "it was
// amazing".
func (r *reading) isEvaluation(cl *clause) bool {
	if len(cl.toks) > 6 || r.words[cl.toks[cl.verb.first]].class&cBe == 0 || len(cl.shared) > 0 {
		return false
	}
	if p := r.words[cl.toks[0]].pos; cl.verb.first != 1 || p != pPronoun && p != pDet {
		return false
	}
	for _, t := range cl.toks {
		if w := &r.words[t]; w.pos == pName || w.pos == pNum || w.date || w.mention && w.pos == pNoun {
			return false
		}
	}
	last := r.words[cl.toks[len(cl.toks)-1]].pos
	return last == pAdj || last == pGerund || last == pParticiple
}

// isWish reports whether the clause says what somebody wants.
func (r *reading) isWish(cl *clause) bool {
	return r.words[cl.toks[cl.verb.head]].class&cWant != 0 && cl.verb.head-cl.verb.first < 2
}

// isPlan reports whether the clause says what somebody intends ("was planning to
// leave") or orders ("urged them to leave").
func (r *reading) isPlan(cl *clause) bool {
	t := cl.toks[cl.verb.head]
	if r.lemmaClass(t)&cAsk != 0 && r.infinitiveWithin(cl, 8) {
		return true
	}
	return r.lemmaClass(t)&cPlan != 0 && (r.words[t].pos != pParticiple || cl.verb.first == cl.verb.head) && r.infinitiveWithin(cl, 4)
}

// anchored reports whether a clause holds a name, a number, a date or a
// definite reference.
func (r *reading) anchored(cl *clause) bool {
	if !cl.about.Empty() {
		return true
	}
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for _, t := range toks {
			if w := &r.words[t]; w.mention || w.date || w.pos == pNum || w.pos == pName || w.class&cDef != 0 {
				return true
			}
		}
	}
	return len(r.quantities(cl)) > 0
}
