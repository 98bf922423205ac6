package coref

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A candidate is a participant whom an anaphor may mean.
type candidate struct {
	ent int32
	// last is its latest mention before the anaphor, in history, or -1.
	last int32
	// ahead is the token where it is named later in the sentence, or 0.
	ahead  int32
	others int32 // other candidates mentioned since
	like   likeness
}

// fits reports whether an anaphor can mean a participant at all, and how the noun
// of a phrase fits it.
func (w *walk) fits(a *anaphor, ent int32) (like likeness, ok bool) {
	p := &w.all[ent]
	switch {
	case ent == w.teller && p.kind == whosaid.EntityPerson && (a.class <= Reflexive || a.class >= Few):
		return unknown, false // in a quotation, who speaks it is "I"
	case a.class <= Reflexive:
		return unknown, p.kind == whosaid.EntityPerson && p.number == One && w.agrees(p, a.gender) && ent != a.owner
	case a.class <= Its:
		return unknown, p.kind != whosaid.EntityPerson && p.kind != whosaid.EntityGroup && p.number == One && !(a.says && p.mute())
	case a.class <= Their:
		return unknown, p.many()
	case ent == a.owner, !w.fitsForm(a, p):
		return unknown, false
	}
	like = w.like(ent, a)
	if like == equal && p.entity == nil && p.members == nil && w.toldApart(a, p) {
		return contrary, false
	}
	return like, a.class == Few && a.sorts&^(few|generic) == 0 || w.fitsNoun(a, p, like)
}

// fitsForm reports whether kind, number and gender of a participant are right for
// a noun phrase, and the text does not say that they are not as many.
func (w *walk) fitsForm(a *anaphor, p *participant) bool {
	if p.countedApart(a) {
		return false
	}
	if a.class == Few && (p.number == One || a.sorts&^(few|generic) == 0) {
		return p.number > One
	}
	person := p.kind == whosaid.EntityPerson
	switch {
	case person && a.sorts&people == 0, !person && a.sorts&bodies == 0, p.kind == whosaid.EntityGroup:
		return false
	}
	return (a.number == One) == (p.number == One) && (a.gender == 0 || p.agrees(a.gender))
}

// mute reports whether p is a place for which nobody has spoken yet: "it said" means
// a notice there rather than the town.
func (p *participant) mute() bool { return p.kind == whosaid.EntityPlace && !p.speaks }

// many reports whether "they" can mean p: several people, a body, or somebody
// of whom the text does not tell yet whether it is he or she.
func (p *participant) many() bool {
	switch p.kind {
	case whosaid.EntityPerson:
		return p.number > One || p.entity == nil && p.gender == 0
	case whosaid.EntityPlace:
		return p.number > One
	default:
		return true
	}
}

// agrees is participant.agrees, but for a walk that collects what pronouns tell:
// there only words decide.
func (w *walk) agrees(p *participant, g Gender) bool {
	if w.collects {
		return !p.sure && p.guess&^g == 0 || p.gender == g
	}
	return p.agrees(g)
}

// agrees reports whether a pronoun of that gender can mean p: a word or another
// pronoun before it may have told otherwise.
func (p *participant) agrees(g Gender) bool {
	switch {
	case p.gender != 0:
		return p.gender == g
	case p.guess != 0:
		return p.guess == g
	}
	return g == Male && p.she <= p.he || g == Female && p.he <= p.she
}

// fitsNoun reports whether the noun of a phrase can be one for a participant that
// it is so like: whose it is does not differ, and where the participant has a name,
// something shows that it goes by the noun.
func (w *walk) fitsNoun(a *anaphor, p *participant, like likeness) bool {
	if a.owner >= 0 && p.owner >= 0 && a.owner != p.owner && (a.sorts&kin != 0 || w.ofOtherNation(a.owner, p.owner)) {
		return false
	}
	if p.entity != nil {
		return like >= anybody
	}
	return like != contrary || p.sorts&generic != 0
}

// latest is where in history the mention of a participant stands that counts: outside of
// quotations not what they say, unless it is mentioned nowhere else.
func (w *walk) latest(ent int32) int32 {
	p := &w.all[ent]
	if w.quote == 0 && p.plain >= 0 {
		return p.plain
	}
	return p.last
}

// candidates lists whom a may mean in w.cands, the latest mentioned first.
func (w *walk) candidates(a *anaphor) {
	w.cands = w.cands[:0]
	self := int32(-1)
	speaks := a.says && w.quote == 0 && w.quotes > 0 && w.followsQuote(a.first)
	mentions, sentences := maxMentions, int32(maxSentences)
	if a.form() == nominal {
		mentions, sentences = maxNominal, 4*maxSentences
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= mentions && len(w.cands) < w.most; k-- {
		m := &w.history[k]
		if w.sent-m.sent > sentences {
			break
		}
		if w.isAnother(a, m, self) {
			self = m.ent
		}
		if m.ent == self || w.latest(m.ent) != int32(k) || speaks && w.spokenOf(m.ent) || w.silenced(a, m.ent) {
			continue
		}
		if like, ok := w.fits(a, m.ent); ok {
			w.cands = append(w.cands, candidate{ent: m.ent, last: int32(k), others: int32(len(w.cands)), like: like})
		}
	}
	if a.class <= Reflexive {
		w.lookAhead(a)
	} else if w.saysMore(a) && w.place(w.speaker) < 0 && w.fitsForm(a, &w.all[w.speaker]) && w.all[w.speaker].last >= 0 {
		w.cands = append(w.cands, candidate{ent: w.speaker, last: w.all[w.speaker].last, others: int32(len(w.cands))})
	}
	w.courtroom(a)
	w.leader = w.latestSubject()
	w.countLately()
}

// isAnother reports whether the grammar of the sentence rules out that a means whom
// a mention does. Self is whom it has ruled out already, or -1.
func (w *walk) isAnother(a *anaphor, m *mention, self int32) bool {
	if m.sent != w.sent {
		return false
	}
	switch a.class {
	case Object:
		return self < 0 && w.actsOn(a, m)
	case Definite:
		return w.tellsOfAnother(a, m) || w.tree.IsObjectOf(a.head, int(m.seat.top))
	case Body:
		return w.tree.IsObjectOf(a.head, int(m.seat.top))
	case Possessive:
		return w.isWhose(a, m)
	case Subject:
		return a.says && w.toldBeside(a, m) || w.demanded(a, m) || w.besideClause(a, m) || m.says && w.afterColon(a)
	}
	return false
}

// isWhose reports whether a says whose somebody is whose name stands before it: in "Karl Dahl,
// her co-author," she is not he.
func (w *walk) isWhose(a *anaphor, m *mention) bool {
	of := w.tree.Head(a.first)
	if m.form != name || a.first != int(m.end)+1 || w.word(int(m.end)) != "," || of < a.first || of+1 >= a.sentence.EndToken {
		return false
	}
	return w.word(of+1) == "," && w.r.lex.nouns[w.low(of)] != 0
}

// actsOn reports whether a mention is of somebody who does something to a.
func (w *walk) actsOn(a *anaphor, m *mention) bool {
	top := int(m.seat.top)
	if m.form == name && w.tree.InRelativeOf(a.first, top) {
		return true
	}
	if asked, known := w.tree.AskedTo(a.first, top, w.asks); known {
		return asked
	}
	return w.ownSubject(a, m) || w.tree.IsObjectOf(a.first, top)
}

// besideClause reports whether a mention stands where a is the subject and cannot be meant:
// in a participle clause beside it, in front of its relative clause, or in what a says.
func (w *walk) besideClause(a *anaphor, m *mention) bool {
	top, clause := int(m.seat.top), int(a.seat.clause)
	switch {
	case w.tree.ActsOn(top, clause):
		return true
	case m.form != name:
		return false
	case w.tree.InRelativeOf(a.first, top):
		return true
	case m.part == owner:
		return false
	}
	return w.tree.InParticipleOf(top, clause) || a.says && w.tree.LinkOf(clause, int(m.seat.clause)) == syntax.AroundSpeech
}

// asks reports whether the verb at token i is one of telling others what to do.
func (w *walk) asks(i int) bool { return w.is(i, isSay|isDemanding) && !w.is(i, isPromising) }

// demanded reports whether a mention is the subject of a verb that wants a to do
// something: in "Lee demanded that she resign" she is not Lee.
func (w *walk) demanded(a *anaphor, m *mention) bool {
	if m.part != subject || m.quote != w.quote || int(m.end) >= a.first {
		return false
	}
	v := w.verbAfter(int(m.end), a.sentence)
	if v < 0 || v >= a.first || !w.is(v, isDemanding) {
		return false
	}
	return v == a.first-1 || v < a.first-1 && w.low(a.first-1) == "that" && v >= a.first-farthestThat
}

// farthestThat is how far behind such a verb its "that" stands, with who is asked.
const farthestThat = 6

// ownSubject reports whether a mention is the subject of the verb that has a
// for its object: in "Lee thanked her", Lee is not she.
func (w *walk) ownSubject(a *anaphor, m *mention) bool {
	if i := w.relative(int(m.end), a.first); i > 0 { // "Lee, who thanked her,"
		verbs, clause := w.between(i, a.first)
		return verbs == 1 && !clause
	}
	verbs, clause := w.between(int(m.end), a.first)
	return m.part == subject && !clause && (verbs == 1 || w.joinedVerb(a))
}

// relative is the token behind "who" where that stands at token i, or 0.
func (w *walk) relative(i, end int) int {
	if i+1 < end && w.d.Tokens[i].Tag == "," {
		i++
	}
	if i < end && w.d.Tokens[i].Tag == "WP" {
		return i + 1
	}
	return 0
}

// joinedVerb reports whether the verb that has a for its object shares its subject
// with one before it: "Lee met a nurse and told her".
func (w *walk) joinedVerb(a *anaphor) bool {
	i := a.first - 1
	for n := 0; n < 2 && i > a.sentence.FirstToken && (w.d.Tokens[i].Tag == "IN" || w.d.Tokens[i].Tag == "TO"); n++ {
		i--
	}
	if i <= a.sentence.FirstToken || !w.verb(i) {
		return false
	}
	if w.d.Tokens[i-1].Tag == "RB" {
		i--
	}
	return i > a.sentence.FirstToken && w.d.Tokens[i-1].Tag == "CC"
}

// tellsOfAnother reports whether a mention is the subject of a verb of saying and
// the phrase at hand is in what is said: "Lee said the nurse was tired".
func (w *walk) tellsOfAnother(a *anaphor, m *mention) bool {
	return m.says && m.quote == w.quote && int(m.end) < a.first
}

// toldBeside reports whether a, the subject of a verb of saying, says what begins
// with a mention right before it: in "The nurse, she said, was tired" the nurse is
// not she.
func (w *walk) toldBeside(a *anaphor, m *mention) bool {
	end := int(m.end)
	return m.form != pronoun && end == a.first-1 && w.d.Tokens[end].Tag == ","
}

// spokenOf reports whether the quotation that ended last names a participant, or
// calls it by a noun: in “My father waited,” he said, the father is not he. Nor is he
// whom it calls so where somebody else is introduced right before: Lee was blunter. “He
// lied,” he said.
func (w *walk) spokenOf(ent int32) bool {
	introduced := w.lead
	another := introduced >= 0 && introduced != ent && w.sent > 0 &&
		w.d.Sentences[w.sent-1].Paragraph == w.d.Sentences[w.sent].Paragraph
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].quote == w.quotes; k-- {
		if m := &w.history[k]; m.ent == ent && (m.form != pronoun || another && m.part == subject) {
			return true
		}
	}
	return false
}

// afterColon reports whether a opens what somebody says behind a colon, in which that is "I":
// "Our editor, Jo Day, writes: She had been warned".
func (w *walk) afterColon(a *anaphor) bool {
	i := a.first - 1
	return i > a.sentence.FirstToken && w.word(i) == ":" && w.is(i-1, isSay)
}

// followsQuote reports whether token i stands right behind a quotation.
func (w *walk) followsQuote(i int) bool {
	const farthest = 6
	return i >= w.closed && i-w.closed <= farthest
}

// place is where a participant stands among the candidates, or -1.
func (w *walk) place(ent int32) int {
	return slices.IndexFunc(w.cands, func(c candidate) bool { return c.ent == ent })
}

// lookAhead adds a person named later in the sentence: the subject of the
// clause that "In her speech," opens, or else the next one.
func (w *walk) lookAhead(a *anaphor) {
	first := int32(-1)
	for i := w.phraseEnd(a); i < a.sentence.EndToken && i-a.end < maxAhead; i++ {
		n := w.at[i]
		if n == 0 || i > 0 && w.at[i-1] == n {
			continue
		}
		if _, ok := w.fits(a, int32(w.names[n-1].Entity)); !ok || w.doneTo(a, i) {
			continue
		}
		if first < 0 {
			first = int32(i)
		}
		if p, _ := w.grammar(i, w.names[n-1].End, a.sentence); p == subject && w.behindComma(i, a.sentence) {
			first = int32(i)
			break
		}
	}
	if first < 0 {
		return
	}
	ent := int32(w.names[w.at[first]-1].Entity)
	for k := range w.cands {
		if w.cands[k].ent == ent {
			w.cands[k].ahead = first
			return
		}
	}
	w.cands = append(w.cands, candidate{ent: ent, last: -1, ahead: first})
}

// doneTo reports whether a is the object of a participle before the clause whose
// subject is named at token i: "sentencing him, Judge Lee said".
func (w *walk) doneTo(a *anaphor, i int) bool {
	return a.class == Object && w.tree.DoneBy(a.first, i)
}

// phraseEnd is the end of the noun phrase that a possessive begins, names in
// it included: "his brother Bo Day".
func (w *walk) phraseEnd(a *anaphor) int {
	i := a.end
	if a.class != Possessive {
		return i
	}
	for i < a.sentence.EndToken && (w.at[i] > 0 || ofNoun(w.d.Tokens[i].Tag)) {
		i++
	}
	return i
}

// ofNoun are the tags of nouns and of the words that stand between them and
// their determiner.
func ofNoun(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "-"
}

// behindComma reports whether a comma stands before the phrase of the name at
// token i.
func (w *walk) behindComma(i int, s *whosaid.Sentence) bool {
	b := w.before(i, s)
	return b >= s.FirstToken && w.d.Tokens[b].Tag == ","
}

// opens reports whether a sentence begins with a word that leaves its subject
// for later: "In", "When", "Judging".
func (w *walk) opens(s *whosaid.Sentence) bool {
	for i := s.FirstToken; i < min(s.FirstToken+3, s.EndToken); i++ {
		switch w.d.Tokens[i].Tag {
		case "IN", "TO", "VBG", "VBN", "WRB":
			return true
		case "CC", "RB", "``", ",", "\"":
		default:
			return false
		}
	}
	return false
}
