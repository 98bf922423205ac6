package coref

import (
	"cmp"
	"strings"

	"github.com/whosaid/whosaid"
)

// refer reads a noun phrase and returns whom it means, or -1.
func (w *walk) refer(p *phrase, s *whosaid.Sentence) int32 {
	if p.owner < 0 {
		p.owner = p.by
	}
	if w.ownKin(p) {
		p.det, p.owner = owned, w.teller
	}
	if w.role(p, s) || w.predicate(p, s) || w.apposed(p, s) {
		return -1
	}
	if w.kindOf(p) {
		w.called(&w.all[p.by], p.noun, p.sorts)
		return p.by
	}
	if n := w.nameGiven(p, s); n >= 0 {
		ent := int32(w.names[n].Entity)
		w.reveal(p, ent, s)
		w.called(&w.all[ent], p.noun, p.sorts)
		w.describes(p, p.end, ent, s)
		return ent
	}
	a := &anaphor{phrase: *p, class: classOf(p), sentence: s}
	ent := w.anaphor(a)
	if ent < 0 {
		ent = w.enter(p)
		if w.gold != nil {
			w.all[ent].gold = max(w.gold.Anaphor(p.first, p.end), 0)
		}
		w.mention(ent, p.first, p.end, nominal, s)
		w.link(a, ent, 0)
	}
	w.group()
	w.couple(ent)
	return ent
}

// ownKin reports whether a phrase is how who speaks calls one of the family: "Dad".
func (w *walk) ownKin(p *phrase) bool {
	return w.teller >= 0 && p.det == bare && p.core == p.first+1 && p.number == One && p.sorts&kin != 0 &&
		w.d.Tokens[p.head].Tag == "NNP"
}

func classOf(p *phrase) Class {
	switch {
	case p.few:
		return Few
	case p.sorts&people != 0 && (p.det == definite || p.det == this || p.det == owned):
		return Definite
	case p.sorts&people != 0:
		return Indefinite
	case p.det == definite || p.det == this || p.det == owned:
		return Body
	}
	return ABody
}

// role reports whether a name follows whose role the phrase is, and notes it:
// "the driver, Karim Aziz,", "the carrier Ryanair".
func (w *walk) role(p *phrase, s *whosaid.Sentence) bool {
	i := w.nameBehind(p, s)
	if i < 0 {
		return false
	}
	m := &w.names[w.at[i]-1]
	q := &w.all[m.Entity]
	switch {
	case p.few, i > p.core && p.number > One && (p.det == article || w.d.Tokens[p.first].Tag == "CD"):
		return false
	case q.kind == whosaid.EntityPerson && p.sorts&people != 0 && p.number == One:
	case q.kind == whosaid.EntityPerson && p.number > One && i == p.core:
		return true // "brothers Luis and Hector Amaya"
	case q.kind == whosaid.EntityOrganization && p.sorts&bodies != 0 && !w.pos(m.End, s) && (i == p.core || w.namesBody(p, m.End, s)):
	default:
		return false
	}
	w.called(q, p.noun, p.sorts)
	if q.owner < 0 {
		q.owner = p.owner
		q.advocate = w.is(p.head, isSpeaking)
	}
	q.gender = cmp.Or(q.gender, p.gender)
	if i > p.core && (p.det == owned && p.sorts&kin != 0 || q.kind != whosaid.EntityPerson) { // "his brother, Bo Day"
		w.describes(p, p.core, int32(m.Entity), s)
		w.couple(int32(m.Entity))
	}
	return true
}

// describes notes that a phrase, whose mention ends before token end, means somebody or a
// body for sure, since its name stands behind.
func (w *walk) describes(p *phrase, end int, ent int32, s *whosaid.Sentence) {
	w.mention(ent, p.first, end, nominal, s)
	w.link(&anaphor{phrase: *p, class: classOf(p)}, ent, sure)
	w.group()
}

// kindOf reports whether a phrase only says what the body is whose name stands in it: "the
// Herald newspaper".
func (w *walk) kindOf(p *phrase) bool {
	return p.by >= 0 && p.det == definite && p.number == One && w.withKind(p.head) == p.core
}

// withKind is where a phrase ends in which the noun at token i says what the body is whose
// name ends before it, or i if none does.
func (w *walk) withKind(i int) int {
	if i == w.sentence0 || i >= len(w.d.Tokens) || !w.is(i, isKindOf) || w.at[i-1] == 0 || w.at[i] > 0 {
		return i
	}
	if m := &w.names[w.at[i-1]-1]; m.End != i || w.ents[m.Entity].Kind != whosaid.EntityOrganization {
		return i
	}
	return i + 1
}

// nameGiven is the number of the name that the text gives somebody behind a phrase for
// one person, or -1: "a neighbour, who gave her name only as Petra,", "a man identified
// as Tony", "identified the man as Tony".
func (w *walk) nameGiven(p *phrase, s *whosaid.Sentence) int {
	const farthest = 14
	if p.number != One || p.sorts&people == 0 {
		return -1
	}
	i, naming := w.namingFrom(p, s)
	for j := i; i >= 0 && j < min(s.EndToken, i+farthest); j++ {
		switch {
		case w.at[j] > 0 && naming && w.personAt(j) && (w.is(j-1, isGiving) || w.word(j-1) == ","):
			return int(w.at[j]) - 1
		case w.at[j] > 0:
			return -1
		}
		naming = naming || w.is(j, isNaming)
	}
	return -1
}

// namingFrom is the token from which on the words behind a phrase may give a name, or -1, and
// whether a verb before them says that one follows.
func (w *walk) namingFrom(p *phrase, s *whosaid.Sentence) (first int, naming bool) {
	i := p.core
	if p.first > s.FirstToken && w.is(p.first-1, isRevealing) {
		for k := i; k < s.EndToken && k-i <= longestTail && w.at[k] == 0 && !w.verb(k); k++ {
			if w.givesAs(k, s) { // what hangs on the phrase may stand between
				return k, true
			}
		}
	}
	for n := 0; n < 3 && i < s.EndToken && (w.verb(i) || w.is(i, isBe)); n++ { // "was", "has been"
		i++
	}
	if i > p.core && i < s.EndToken && w.is(i, isRevealing) && w.givesAs(i+1, s) {
		return i + 1, true
	}
	if i = p.core; i < s.EndToken && w.d.Tokens[i].Tag == "," {
		i++
	}
	if i >= s.EndToken || w.word(i) != "who" && !w.is(i, isNaming) {
		return -1, false
	}
	return i, false
}

// givesAs reports whether "as" and the name of a person follow at token i.
func (w *walk) givesAs(i int, s *whosaid.Sentence) bool {
	if i+1 >= s.EndToken || w.low(i) != "as" || !w.personAt(i+1) {
		return false
	}
	return !w.pos(w.names[w.at[i+1]-1].End, s)
}

// namesBody reports whether the name that ends before token end, behind a comma, is that
// of the body that a phrase means: "the firm, Orbit Labs, said". One of a list is not.
func (w *walk) namesBody(p *phrase, end int, s *whosaid.Sentence) bool {
	return p.det == definite && p.number == One && end < s.EndToken && w.aside(end) && !w.listGoesOn(end, s)
}

// nameBehind is where the name begins whose role a phrase may be, or -1: right
// behind it, or behind a comma and titles. What hangs on the phrase may stand
// before the comma: "the officer in charge of the station, Chief Inspector Lee,".
func (w *walk) nameBehind(p *phrase, s *whosaid.Sentence) int {
	if p.core >= s.EndToken {
		return -1
	}
	if w.at[p.core] > 0 {
		return p.core
	}
	if w.aside(p.core) {
		if i := w.describedName(p, p.core+1, s); i >= 0 {
			return i
		}
		return w.titledName(p.core+1, s)
	}
	if p.sorts&people != 0 && p.number == One && w.d.Tokens[p.core].Tag == "WP" {
		return w.nameBehindClause(p, s)
	}
	if p.sorts&people == 0 {
		return w.bodyBehind(p, s)
	}
	if p.number > One || w.r.lex.words[w.low(p.core)]&isTailed == 0 {
		return -1
	}
	for i := p.core + 1; i < s.EndToken && i-p.core <= longestTail; i++ {
		switch tag := w.d.Tokens[i].Tag; {
		case w.aside(i):
			if n := w.namedAside(i+1, s); n >= 0 {
				return n
			}
			return w.describedName(p, i+1, s)
		case w.at[i] > 0, ofNoun(tag), tag == "DT", tag == "IN", tag == "PRP", tag == "PRP$", tag == "POS":
		default:
			return -1
		}
	}
	return -1
}

// nameBehindClause is where the name begins behind a relative clause that ends with nobody
// else whose name it may be, or -1: "The officer who led the inquiry, Sgt Ann Lee, said".
func (w *walk) nameBehindClause(p *phrase, s *whosaid.Sentence) int {
	const longest = 12
	for i := p.core + 1; i < s.EndToken && i-p.core <= longest; i++ {
		switch {
		case w.personAt(i):
			return -1
		case !w.aside(i):
			continue
		case w.r.lex.nouns[w.low(i-1)]&people != 0:
			return -1
		}
		n := w.namedAside(i+1, s)
		if n < 0 || w.verbAfter(w.names[w.at[n]-1].End, s) < 0 {
			return -1
		}
		return n
	}
	return -1
}

// bodyBehind is where the name of a body begins behind what a participle says of it, or -1:
// "the union representing miners, Dorn Local 12,".
func (w *walk) bodyBehind(p *phrase, s *whosaid.Sentence) int {
	if p.det != definite || w.d.Tokens[p.core].Tag != "VBG" && w.d.Tokens[p.core].Tag != "VBN" {
		return -1
	}
	for i := p.core + 1; i+1 < s.EndToken && i-p.core <= longestTail && w.at[i] == 0 && !w.verb(i); i++ {
		if w.aside(i) {
			if n := w.at[i+1]; n > 0 && w.names[n-1].First == i+1 {
				return i + 1
			}
			return -1
		}
	}
	return -1
}

// namedAside is where a person's name begins from token i on, titles before it,
// if nothing else stands there before the next comma, or -1.
func (w *walk) namedAside(i int, s *whosaid.Sentence) int {
	n := w.titledName(i, s)
	if n < 0 || !w.personAt(n) {
		return -1
	}
	if end := w.names[w.at[n]-1].End; end >= s.EndToken || !w.aside(end) {
		return -1
	}
	return n
}

// describedName is where the name of a person begins before which token i begins to say
// once more what he or she is, or -1: "her lawyer, the former prosecutor Ann Lee,".
func (w *walk) describedName(p *phrase, i int, s *whosaid.Sentence) int {
	for end := min(s.EndToken, i+longestPhrase); i < end; i++ {
		switch tag := w.d.Tokens[i].Tag; {
		case w.personAt(i):
			m := &w.names[w.at[i]-1]
			if w.tree.Apposed(w.tree.TopOf(m.First, m.End), p.head) {
				return i
			}
			return -1
		case w.at[i] > 0, ofNoun(tag), tag == "DT", tag == "VBN", tag == "POS":
		default:
			return -1
		}
	}
	return -1
}

// aside reports whether token i begins or ends what is said in passing.
func (w *walk) aside(i int) bool {
	switch w.d.Tokens[i].Tag {
	case ",", ":", "(", "-LRB-":
		return true
	}
	return false
}

// titledName is where the name begins before which titles may stand from token i
// on, or -1: "Dr Ann Lee", "the late Bo Day".
func (w *walk) titledName(i int, s *whosaid.Sentence) int {
	const longestTitle = 4
	for n := 0; i < s.EndToken && n <= longestTitle; n++ {
		if w.at[i] > 0 {
			return i
		}
		late := w.low(i) == "late" || n == 0 && i+1 < s.EndToken && w.low(i+1) == "late"
		if !late && !strings.HasPrefix(w.d.Tokens[i].Tag, "NNP") && !isAge(w.low(i)) {
			return -1
		}
		i++
	}
	return -1
}

// isAge reports whether a word says how old somebody is: "16-year-old".
func isAge(word string) bool { return strings.HasSuffix(word, "-year-old") }

// predicate reports whether a phrase says what somebody is, and notes it: "Lee
// is a lawyer", "as a lawyer".
func (w *walk) predicate(p *phrase, s *whosaid.Sentence) bool {
	i := p.first - 1
	for n := 0; i > s.FirstToken && n < 2 && w.d.Tokens[i].Tag == "RB"; n++ {
		i--
	}
	if i < s.FirstToken {
		return false
	}
	word := w.low(i)
	if word == "as" {
		return p.det != definite && p.det != owned || w.verbAfter(p.core, s) < 0
	}
	if w.r.lex.words[word]&isBe == 0 || i > s.FirstToken && w.d.Tokens[i-1].Tag == "EX" || w.verbAfter(p.core, s) >= 0 {
		return false
	}
	if n := len(w.history); n > 0 && w.history[n-1].sent == w.sent && w.history[n-1].part == subject && i-int(w.history[n-1].end) <= 2 {
		if q := &w.all[w.history[n-1].ent]; (q.kind == whosaid.EntityPerson) == (p.sorts&people != 0) && q.number == p.number {
			w.called(q, p.noun, p.sorts)
		}
	}
	return true
}

// apposed reports whether a phrase stands behind one whom it says more of, and
// notes it: "Lee, 43, a nurse,".
func (w *walk) apposed(p *phrase, s *whosaid.Sentence) bool {
	i := p.first - 1
	if i <= s.FirstToken || w.d.Tokens[i].Tag != "," {
		return false
	}
	if i-2 > s.FirstToken && w.d.Tokens[i-1].Tag == "CD" && w.d.Tokens[i-2].Tag == "," {
		i -= 2
	}
	i = w.beforeBrackets(i, s)
	m := w.endingAt(i)
	if m == nil {
		return false
	}
	q := &w.all[m.ent]
	fits := q.kind == whosaid.EntityPerson && p.sorts&people != 0 || q.kind == whosaid.EntityOrganization && p.sorts&bodies != 0
	if !fits || m.form == pronoun || q.number != p.number || q.gender|p.gender == Male|Female {
		return false
	}
	if p.core < s.EndToken && (w.verb(p.core) || w.joins(p.core, s)) || w.listGoesOn(p.end, s) {
		return false
	}
	w.called(q, p.noun, p.sorts)
	if q.owner < 0 {
		q.owner = p.owner
	}
	if q.entity != nil && q.gender == 0 && p.gender != 0 { // "Sam Lee, a tall man with a dog"
		q.gender, q.sure = p.gender, true
	}
	return true
}

// beforeBrackets is where what stands in brackets before token i begins, or else i: "(Con)"
// in "Ann Lee (Con), the mayor,".
func (w *walk) beforeBrackets(i int, s *whosaid.Sentence) int {
	const longest = 6
	if i <= s.FirstToken || w.word(i-1) != ")" {
		return i
	}
	for j := i - 2; j > max(s.FirstToken, i-longest); j-- {
		if w.word(j) == "(" {
			return j
		}
	}
	return i
}

// endingAt is the mention of one that ends before token i of the sentence, or nil. Behind
// it stand at most whose the phrase at hand is, "Lee, the trust's director,", and the two
// that "his father" makes of somebody and his kin.
func (w *walk) endingAt(i int) *mention {
	const most = 4
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= most && w.history[k].sent == w.sent; k-- {
		if int(w.history[k].end) == i && w.history[k].form != row {
			return &w.history[k]
		}
	}
	return nil
}

// joins reports whether a conjunction at token i joins somebody else to a phrase, "a
// nurse and a driver", not a noun of its own, "a nurse and mother of two".
func (w *walk) joins(i int, s *whosaid.Sentence) bool {
	return w.d.Tokens[i].Tag == "CC" && (i+1 >= s.EndToken || w.at[i+1] > 0 || !ofNoun(w.d.Tokens[i+1].Tag))
}

// listGoesOn reports whether ", and" or ", a" follows: one of a list.
func (w *walk) listGoesOn(i int, s *whosaid.Sentence) bool {
	return i+1 < s.EndToken && (w.d.Tokens[i].Tag == "CC" || w.d.Tokens[i].Tag == "," && w.d.Tokens[i+1].Tag == "CC")
}
