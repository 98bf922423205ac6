package claim

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// traits are what decides on the type of a claim.
type traits struct {
	all   class // of all words
	verb  class // of the words of the verb group
	head  *word
	first *word
	next  *word // after the verb group, or nil
}

func (r *reading) traits(cl *clause) traits {
	var t traits
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for _, k := range toks {
			t.all |= r.words[k].class
		}
	}
	if !cl.verb.ok {
		return t
	}
	for i := cl.verb.first; i <= cl.verb.head; i++ {
		t.verb |= r.words[cl.toks[i]].class
	}
	t.first, t.head = &r.words[cl.toks[cl.verb.first]], &r.words[cl.toks[cl.verb.head]]
	for i := cl.verb.head + 1; i < len(cl.toks) && t.next == nil; i++ {
		if w := &r.words[cl.toks[i]]; w.pos != pAdv || w.class != 0 {
			t.next = w
		}
	}
	return t
}

// kind is the first type that fits.
func (r *reading) kind(c *whosaid.Claim, cl *clause, q *whosaid.Quote) whosaid.ClaimType {
	t := r.traits(cl)
	switch {
	case r.isPrediction(c, cl, &t):
		return whosaid.ClaimPrediction
	case r.isCausal(cl, &t):
		return whosaid.ClaimCausal
	case r.isComparison(cl, &t):
		return whosaid.ClaimComparison
	case r.isRule(cl, q, &t):
		return whosaid.ClaimRule
	case r.isNorm(cl, q, &t):
		return whosaid.ClaimOther
	case r.isQuantity(c, cl, &t):
		return whosaid.ClaimQuantity
	case r.isExperience(cl, q, &t):
		return whosaid.ClaimExperience
	case r.isState(cl, &t):
		return whosaid.ClaimState
	}
	return whosaid.ClaimEvent
}

// isPrediction reports whether the clause tells what will be. What a law would
// do is a rule.
func (r *reading) isPrediction(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.first == nil {
		return false
	}
	if t.all&cLaw != 0 && t.verb&cPastFuture != 0 && c.Quote == 0 {
		return false
	}
	if c.Tense == whosaid.TenseFuture || t.verb&(cFuture|cPastFuture) != 0 && t.first.pos == pModal {
		return t.verb&cHave == 0 || t.first.class&cPastFuture == 0
	}
	if s := strings.ToLower(r.text(cl.toks[cl.verb.first])); (s == "could" || s == "might") && !c.Negated && t.verb&cHave == 0 && t.all&cLaw == 0 {
		return true
	}
	return t.head.class&cPredVerb != 0 && t.verb&cBe == 0 && r.infinitiveWithin(cl, 10) // "they expect half of them to vanish"
}

// purpose reports whether the subject is an aim, which an infinitive tells
// without predicting it: "the aim is to".
func (r *reading) purpose(cl *clause) bool {
	for i := cl.verb.first - 1; i >= 0 && i >= cl.verb.first-6; i-- {
		if r.words[cl.toks[i]].class&cAim != 0 {
			return true
		}
	}
	return false
}

// infinitiveWithin reports whether "to" and a verb follow the verb group within
// n tokens.
func (r *reading) infinitiveWithin(cl *clause, n int) bool {
	for i := cl.verb.head + 1; i < len(cl.toks)-1 && i <= cl.verb.head+n; i++ {
		if r.words[cl.toks[i]].pos == pTo && r.words[cl.toks[i+1]].pos == pBase {
			return true
		}
	}
	return false
}

func (r *reading) isCausal(cl *clause, t *traits) bool {
	if t.head == nil {
		return false
	}
	if t.head.class&cCausalVerb != 0 || t.all&cBecause != 0 {
		return true
	}
	for i := cl.verb.head; i < len(cl.toks)-1; i++ {
		a, b := cl.toks[i], cl.toks[i+1]
		if r.words[a].class&cCause != 0 && r.f.words[strings.ToLower(r.text(a))+" "+strings.ToLower(r.text(b))]&cCause != 0 {
			return true
		}
	}
	return false
}

func (r *reading) isComparison(cl *clause, t *traits) bool {
	if t.head == nil {
		return false
	}
	if t.head.class&cCompareVerb != 0 {
		return true
	}
	be := t.head.class&cBe != 0
	degree := false
	for i := cl.verb.head + 1; i < len(cl.toks); i++ {
		w := &r.words[cl.toks[i]]
		switch tag := r.d.Tokens[cl.toks[i]].Tag; {
		case w.pos == pWh || w.pos == pComma && !be:
			return false
		case be && i <= cl.verb.head+8 && (tag == "JJS" && !r.bounds(cl, i) || i <= cl.verb.head+4 && (tag == "JJR" && !r.bounds(cl, i) || r.moreSo(cl, i) || w.class&cSuperlative != 0 && w.class&cOnly == 0)):
			return true
		case w.class&cThan != 0:
			if degree && (i+1 >= len(cl.toks) || r.words[cl.toks[i+1]].pos != pNum) {
				return true
			}
		case tag == "JJR" || tag == "RBR" || w.class&(cMore|cLess) != 0:
			degree = true
		}
	}
	return false
}

// moreSo reports whether the token at i is the "more" of "more supportive".
func (r *reading) moreSo(cl *clause, i int) bool {
	return r.d.Tokens[cl.toks[i]].Tag == "RBR" && i+1 < len(cl.toks) && r.words[cl.toks[i+1]].pos == pAdj
}

// bounds reports whether the comparative or superlative at i bounds a number:
// "at least 40", "more than half".
func (r *reading) bounds(cl *clause, i int) bool {
	return strings.ToLower(r.text(cl.toks[i-1])) == "at" || i+1 < len(cl.toks) && r.words[cl.toks[i+1]].class&cThan != 0
}

// isNorm reports whether the clause says what ought to be, or what would have
// been: nothing that happened.
func (r *reading) isNorm(cl *clause, q *whosaid.Quote, t *traits) bool {
	if t.head == nil || t.first.pos != pModal {
		return false
	}
	if t.first.class&cPastFuture != 0 && t.verb&cHave != 0 && t.head.pos == pParticiple {
		return true
	}
	return q != nil && t.first.class&(cModalWish|cMust) != 0
}

func (r *reading) isRule(cl *clause, q *whosaid.Quote, t *traits) bool {
	if t.head == nil {
		return false
	}
	present := t.first.pos == pThirds || t.first.pos == pPresent || t.first.pos == pModal
	switch {
	case t.all&cLaw != 0 && (t.all&(cMust|cCan) != 0 || t.head.class&cRuleVerb != 0 || t.verb&cPastFuture != 0):
		return true
	case t.all&cLaw != 0 && t.first.pos == pModal && strings.ToLower(r.text(cl.toks[cl.verb.first])) == "could":
		return true
	case t.first.class&cMust != 0 && q == nil || t.first.class&cCan != 0 && t.all&cOnly != 0 || t.head.class&cRuleVerb != 0 && present:
		return true
	case present && t.first.class&cBe != 0 && (t.head.class&cLegal != 0 || t.next != nil && t.next.class&cLegal != 0):
		return true
	}
	return present && r.penalty(cl)
}

// penalty reports whether the clause tells what an offence "carries".
func (r *reading) penalty(cl *clause) bool {
	if r.f.lemma(r.text(cl.toks[cl.verb.head])) != "carry" {
		return false
	}
	for _, t := range cl.toks[cl.verb.head:] {
		if r.words[t].class&cPenalty != 0 {
			return true
		}
	}
	return false
}

func (r *reading) isQuantity(c *whosaid.Claim, cl *clause, t *traits) bool {
	if t.head != nil && t.head.class&cBe != 0 && t.next != nil && t.next.pos == pNum && t.next.date && r.yearsOld(cl) {
		return true
	}
	if t.head != nil && t.head.class&cActor != 0 {
		return false
	}
	if t.head == nil || len(c.Quantities) == 0 {
		return len(c.Quantities) > 0 && r.d.Sentences[c.Sentence].Kind == whosaid.SentenceHeadline && r.early(c, cl, -1)
	}
	return r.early(c, cl, cl.verb.head)
}

// yearsOld reports whether the clause tells an age.
func (r *reading) yearsOld(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+5; i++ {
		if strings.ToLower(r.text(cl.toks[i])) == "old" {
			return true
		}
	}
	return false
}

// early reports whether a quantity stands at the point of the clause: as its
// subject, or beside the verb without a preposition between.
func (r *reading) early(c *whosaid.Claim, cl *clause, head int) bool {
	for _, n := range c.Quantities {
		if !telling(&n) && !r.onlyBefore(&n) || r.attributive(&n) {
			continue
		}
		for i, t := range cl.toks {
			if r.d.Tokens[t].Start < n.Start {
				continue
			}
			if i < head && r.leads(cl, i) || i > head && r.close(cl, head+1, i) {
				return true
			}
			break
		}
	}
	return false
}

// telling reports whether a quantity says more than "two men".
func telling(q *whosaid.Quantity) bool {
	if q.Approximate && q.Comparison == whosaid.QuantityAtLeast {
		return false // "hundreds"
	}
	return q.Unit == percent || q.Unit == points || q.Comparison != "" || q.Approximate || q.Value >= 10 || q.Value == 0 || q.Value != float64(int64(q.Value))
}

// attributive reports whether a quantity is one word with its unit: "a 30-seat
// bus".
func (r *reading) attributive(q *whosaid.Quantity) bool {
	_, unit, cut := strings.Cut(r.d.Slice(q.Span), "-")
	return cut && unit == q.Unit
}

// onlyBefore reports whether "only" stands shortly before a quantity.
func (r *reading) onlyBefore(q *whosaid.Quantity) bool {
	t, _ := r.d.TokensIn(q.Span)
	for k := t - 1; k >= 0 && k >= t-3; k-- {
		if r.words[k].class&cOnly != 0 {
			return true
		}
	}
	return false
}

// leads reports whether token i is in the head of the subject.
func (r *reading) leads(cl *clause, i int) bool {
	from := 0
	for k := i - 1; k >= 0; k-- {
		if r.words[cl.toks[k]].pos == pComma {
			from = k + 1
			break
		}
	}
	if i-from > 4 {
		return false
	}
	for k := from; k < i; k++ {
		if w := &r.words[cl.toks[k]]; w.pos == pNoun || w.pos == pName || w.pos == pPrep && w.class&(cApprox|cMore|cLess|cThan) == 0 && strings.ToLower(r.text(cl.toks[k])) != "at" {
			return false
		}
	}
	return r.words[cl.toks[min(i+1, len(cl.toks)-1)]].pos != pComma
}

// close reports whether only a short object stands between the verb and token
// i.
func (r *reading) close(cl *clause, from, i int) bool {
	nouns := 0
	measures := from > 0 && r.words[cl.toks[from-1]].class&(cBe|cTrend|cMeasure) != 0
	for k := from; k < i; k++ {
		switch w := &r.words[cl.toks[k]]; {
		case w.class&(cApprox|cMore|cLess|cThan) != 0:
		case w.pos == pPrep:
			switch s := strings.ToLower(r.text(cl.toks[k])); {
			case s == "by" && measures:
				nouns = 0
			case s == "at" || s == "by":
			case measures && (s == "in" || s == "of" || s == "to" || s == "for" || s == "from" || s == "near"):
				nouns = 0
			default:
				return false
			}
		case w.pos == pNoun || w.pos == pName:
			nouns++
		case w.pos == pTo && measures:
		case w.pos == pComma || w.pos == pConj || w.pos == pTo || w.pos == pWh || w.pos == pGerund:
			return false
		}
	}
	return nouns <= 2
}

func (r *reading) isExperience(cl *clause, q *whosaid.Quote, t *traits) bool {
	if q == nil || t.head == nil {
		return false
	}
	first := false
	for i := 0; i < cl.verb.first; i++ {
		first = first || r.words[cl.toks[i]].class&cFirst != 0
	}
	if cl.verb.first == 1 && r.words[cl.toks[0]].pos == pPronoun && t.verb&cBe != 0 {
		first = true // "he was humbled", in his own words or not
	}
	return first && (t.head.class&cMental != 0 || t.next != nil && t.next.class&cMental != 0 || t.verb&cBe != 0 && t.next != nil && t.next.pos == pAdv && r.mentalAfter(cl))
}

// mentalAfter reports whether a word of feeling follows the verb within three
// tokens: "I am deeply and utterly sad".
func (r *reading) mentalAfter(cl *clause) bool {
	for i := cl.verb.head + 1; i < len(cl.toks) && i <= cl.verb.head+3; i++ {
		if r.words[cl.toks[i]].class&cMental != 0 {
			return true
		}
	}
	return false
}

func (r *reading) isState(cl *clause, t *traits) bool {
	if t.head == nil {
		return r.words[cl.toks[0]].pos == pTo && len(cl.toks) > 1 && r.words[cl.toks[1]].class&(cBe|cHave) != 0 &&
			(len(cl.toks) < 3 || r.words[cl.toks[2]].pos != pParticiple)
	}
	headline := r.d.Sentences[r.d.SentenceAt(r.d.Tokens[cl.toks[0]].Start)].Kind == whosaid.SentenceHeadline
	past := t.first.pos == pPast
	switch {
	case past && t.head.class&cBe != 0 && t.next != nil && t.next.class&cAble != 0:
		return false
	case t.head.class&(cBe|cStative) != 0 && !r.eventBe(cl, t):
		return true
	case t.verb&cBe != 0 && (t.head.pos == pGerund || t.head.class&cStatePart != 0 || t.head.class&cStatePresent != 0 && !past || r.progressive(cl)):
		return true
	case t.first.class&cBe != 0 && t.head.pos == pParticiple && !past:
		return true
	case t.first == t.head && !past && (t.first.pos == pPresent || t.first.pos == pThirds):
		return !headline && r.lemmaClass(cl.toks[cl.verb.head])&cHappens == 0
	case t.first.pos == pModal:
		return true
	}
	return isDo(r.text(cl.toks[cl.verb.first])) && !past && t.first != t.head
}

// progressive reports whether the verb group is one of what went on: "was
// being held".
func (r *reading) progressive(cl *clause) bool {
	for i := cl.verb.first + 1; i < cl.verb.head; i++ {
		if w := &r.words[cl.toks[i]]; w.pos == pGerund && w.class&cBe != 0 {
			return true
		}
	}
	return false
}

// eventBe reports whether a form of "have" or "be" is an auxiliary whose
// participle stands further on: "has, since then, always elected".
func (r *reading) eventBe(cl *clause, t *traits) bool {
	if t.head.class&cHave == 0 || t.head.pos == pBase || t.head.pos == pParticiple {
		return false
	}
	if t.next == nil || t.next.pos != pComma {
		return false
	}
	for i := cl.verb.head + 1; i < len(cl.toks); i++ {
		if p := r.words[cl.toks[i]].pos; p == pParticiple || p == pPast {
			return true
		}
	}
	return false
}
