package coref

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
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

// fits reports whether an anaphor can mean a participant at all.
func (w *walk) fits(a *anaphor, ent int32) bool {
	p := &w.all[ent]
	switch {
	case ent == w.teller && p.kind == whosaid.EntityPerson && (a.class <= Reflexive || a.class >= Few):
		return false // in a quotation, who speaks it is "I"
	case a.class <= Reflexive:
		return p.kind == whosaid.EntityPerson && p.number == One && p.agrees(a.gender) && ent != a.owner
	case a.class <= Its:
		return p.kind != whosaid.EntityPerson && p.kind != whosaid.EntityGroup && p.number == One
	case a.class <= Their:
		return p.many()
	case ent == a.owner:
		return false
	case a.class == Few:
		return p.number > One && (p.members == nil || len(p.members) == 2) && (a.sorts&^(few|generic) == 0 || w.fitsNoun(a, ent))
	}
	return w.fitsNoun(a, ent)
}

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

// agrees reports whether a pronoun of that gender can mean p: a word or another
// pronoun before it may have told otherwise.
func (p *participant) agrees(g Gender) bool {
	if p.gender != 0 {
		return p.gender == g
	}
	return g == Male && p.she <= p.he || g == Female && p.he <= p.she
}

// fitsNoun reports whether a noun phrase can mean a participant: the kind, the
// number and the gender are right, and where it has a name, something tells
// that the noun is one for it.
func (w *walk) fitsNoun(a *anaphor, ent int32) bool {
	p := &w.all[ent]
	person := p.kind == whosaid.EntityPerson
	switch {
	case person && a.sorts&people == 0, !person && a.sorts&bodies == 0, p.kind == whosaid.EntityGroup:
		return false
	case (a.number == One) != (p.number == One) || p.gender|a.gender == Male|Female:
		return false
	}
	like := w.like(ent, a.noun, a.sorts)
	if a.sorts&kin != 0 && a.owner >= 0 && p.owner >= 0 && a.owner != p.owner {
		return false
	}
	if p.entity != nil {
		return like >= anybody
	}
	return like != contrary || p.sorts&generic != 0
}

// candidates lists whom a may mean in w.cands, the latest mentioned first.
func (w *walk) candidates(a *anaphor) {
	w.cands = w.cands[:0]
	self := int32(-1)
	mentions, sentences := maxMentions, int32(maxSentences)
	if a.form() == nominal {
		mentions, sentences = maxNominal, 4*maxSentences
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= mentions && len(w.cands) < w.most; k-- {
		m := &w.history[k]
		if w.sent-m.sent > sentences {
			break
		}
		if w.ownSubject(a, m) {
			self = m.ent
		}
		if m.ent == self || w.all[m.ent].last != int32(k) || !w.fits(a, m.ent) {
			continue
		}
		w.cands = append(w.cands, candidate{ent: m.ent, last: int32(k), others: int32(len(w.cands)), like: w.like(m.ent, a.noun, a.sorts)})
	}
	if a.class <= Reflexive {
		w.lookAhead(a)
	}
}

// ownSubject reports whether a mention is the subject of the verb that has a
// for its object: in "Lee thanked her", Lee is not she.
func (w *walk) ownSubject(a *anaphor, m *mention) bool {
	if a.class != Object || m.sent != w.sent || m.part != subject {
		return false
	}
	verbs, clause := w.between(int(m.end), a.first)
	return verbs == 1 && !clause
}

func (w *walk) listed(ent int32) bool {
	return slices.ContainsFunc(w.cands, func(c candidate) bool { return c.ent == ent })
}

// lookAhead adds a person named later in the sentence: the subject of the
// clause that "In her speech," opens, or else the next one.
func (w *walk) lookAhead(a *anaphor) {
	first := int32(-1)
	for i := w.phraseEnd(a); i < a.sentence.EndToken && i-a.end < maxAhead; i++ {
		n := w.at[i]
		if n == 0 || i > 0 && w.at[i-1] == n || !w.fits(a, int32(w.names[n-1].Entity)) {
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

// rank returns the best candidate, or -1 for none, and by how much it is
// ahead of the next.
func (w *walk) rank(a *anaphor) (best int, margin int32) {
	best = -1
	w.feats = w.nobody(a, w.feats[:0])
	top := w.r.weights.sum(a.class, w.feats)
	second := int32(-1 << 30)
	for i := range w.cands {
		w.feats = w.features(a, i, w.feats[:0])
		s := w.r.weights.sum(a.class, w.feats)
		switch {
		case s > top:
			best, top, second = i, s, top
		case s > second:
			second = s
		}
	}
	if k := w.speaksOn(a); k >= 0 && best >= 0 {
		return k, max(top-second, sure)
	}
	if k := w.titled(a); k >= 0 {
		return k, max(top-second, sure)
	}
	return best, top - second
}

// speaksOn returns the candidate who says all of the sentence where the words
// "which he said" only mark what is said as his, or -1: "Lee said the house,
// which he said was empty, …".
func (w *walk) speaksOn(a *anaphor) int {
	if a.class != Subject || !a.says || w.quote != 0 || a.first == a.sentence.FirstToken || w.d.Tokens[a.first-1].Tag != "WDT" {
		return -1
	}
	return slices.IndexFunc(w.cands, func(c candidate) bool {
		return c.ent == w.speaker && w.spoke == w.sent
	})
}

// titled returns the candidate who was called so, of the same body or nation, or
// -1: "French President Bo Day … the French president".
func (w *walk) titled(a *anaphor) int {
	if a.class != Definite || a.owner < 0 || a.det != definite || a.number > One {
		return -1
	}
	only, others := -1, 0
	for i, c := range w.cands {
		p := &w.all[c.ent]
		switch {
		case c.like < equal:
		case p.entity != nil && (p.owner == a.owner || w.roleOf(p, a.owner)):
			return i
		default:
			only, others = i, others+1
		}
	}
	if others == 1 && w.all[w.cands[only].ent].entity != nil && w.all[w.cands[only].ent].owner < 0 {
		return only // "Rep. Bo Day … the California congressman"
	}
	return -1
}

// Templates of features. Each has numValues values.
const (
	tDistance = iota
	tRecency
	tPart
	tClause
	tLately
	tGender
	tQuote
	tPrevious
	tOpener
	tParagraph
	tAhead
	tSays
	tMatch
	tForm
	tParallel
	tKind
	tAdjacent
	tNobody
	tNext
	tCrowd
	tRival
	tBefore
	tSort
	tOwner
	tWords
	tCount
	tIntro
	tTeller
	tSubjects
	tRest
	tLikely
	tAlone
	tPath
	tTop
	numTemplates
)

const numValues = 128

var templateNames = [numTemplates]string{
	"distance", "recency", "part", "clause", "lately", "gender", "quote", "previous", "opener", "paragraph", "ahead", "says",
	"match", "form", "parallel", "kind", "adjacent", "nobody", "next", "crowd", "rival", "before", "sort", "owner", "words", "count",
	"intro", "teller", "subjects", "rest", "likely", "alone", "path", "top",
}

func feature(template, value int) uint16 {
	return uint16(template*numValues + min(value, numValues-1))
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nobody gives the features of the case that a means none of the candidates.
func (w *walk) nobody(a *anaphor, out []uint16) []uint16 {
	out = append(out, feature(tNobody, bit(w.quote != 0)+2*int(a.part)), feature(tCrowd, min(w.near(), 4)+5*min(len(w.cands), 3)))
	if a.class == It {
		out = append(out, feature(tNext, w.next(a)))
	}
	if a.form() != nominal {
		return out
	}
	best := likeness(0)
	for i := range w.cands {
		best = max(best, w.cands[i].like)
	}
	return append(out,
		feature(tNext, 10+int(a.det)*3+int(a.number)),
		feature(tSort, sortNumber(a.sorts)),
		feature(tWords, int(best)*8+int(a.det)),
		feature(tOwner, 100+bit(a.owner >= 0)+2*bit(a.sorts&kin != 0)+4*bit(a.sorts&friend != 0)),
		feature(tAlone, 2*bit(a.end > a.core)+bit(a.head-a.first > 1)+4*bit(w.headline)),
	)
}

// sortNumber is the lowest of the sorts, by number.
func sortNumber(s sort) int { return bits.TrailingZeros64(uint64(s) | 1<<63) }

// near counts the candidates mentioned in this sentence and the one before.
func (w *walk) near() int {
	n := 0
	for i := range w.cands {
		if k := w.cands[i].last; k >= 0 && w.sent-w.history[k].sent <= 1 {
			n++
		}
	}
	return n
}

// next sorts what follows "it": "it is", "it said", "it seems".
func (w *walk) next(a *anaphor) int {
	if a.end >= a.sentence.EndToken {
		return 0
	}
	switch f := w.r.lex.words[w.word(a.end)]; {
	case f&isLink != 0:
		return 1
	case f&isSeems != 0:
		return 2
	case a.says:
		return 3
	case w.verb(a.end):
		return 4
	case w.d.Tokens[a.end].Tag == "TO":
		return 5
	}
	return 6
}

// group tells people and bodies with and without a name apart.
func (p *participant) group() int {
	named := p.entity != nil
	switch p.kind {
	case whosaid.EntityPerson:
		switch {
		case named:
			return 0
		case p.members != nil:
			return 2
		}
		return 1
	case whosaid.EntityOrganization:
		return 3 + bit(!named)
	case whosaid.EntityPlace:
		return 5
	case whosaid.EntityGroup:
		return 6
	default:
		return 7
	}
}

// features gives those of one candidate.
func (w *walk) features(a *anaphor, i int, out []uint16) []uint16 {
	c := &w.cands[i]
	p := &w.all[c.ent]
	group := p.group()
	out = append(out,
		feature(tPrevious, w.previous(a, c)),
		feature(tOpener, 2*bit(w.wasSubject(c.ent))+bit(a.first <= a.sentence.FirstToken+1)),
		feature(tSays, 4*bit(a.says)+2*bit(c.ent == w.speaker)+bit(w.quote != 0)+8*bit(p.kind != whosaid.EntityPerson)),
		feature(tRival, w.rival(c)),
		feature(tKind, group*3+int(p.number)),
		feature(tCount, group*8+bits.Len32(uint32(min(p.count, 60)))),
		feature(tIntro, int(p.det)*8+4*bit(p.count == 1)+2*bit(p.headline)+bit(p.quoted)),
		feature(tTeller, w.speaks(c)),
		feature(tTop, w.prominent(c)),
		feature(tSubjects, bits.OnesCount8(uint8(p.subjects&7))*4+min(int(p.count), 3)),
	)
	if a.form() == nominal {
		out = w.nounFeatures(a, c, p, out)
	} else if a.gender != 0 {
		out = append(out, feature(tGender, w.gender(a, p)), feature(tLikely, group*16+w.gender(a, p)), feature(tAlone, 16+w.certain(a, c)))
	}
	if c.ahead > 0 {
		out = append(out, feature(tAhead, w.ahead(a, c)))
	}
	if c.last < 0 {
		return append(out, feature(tDistance, 31))
	}
	return w.distanceFeatures(a, c, group, out)
}

// certain tells whether it is certain that a candidate is he or she, and whether
// it is of another one mentioned lately.
func (w *walk) certain(a *anaphor, c *candidate) int {
	mine, other := 0, 0
	for i := range w.cands {
		k := &w.cands[i]
		p := &w.all[k.ent]
		switch known := p.gender == a.gender; {
		case k.ent == c.ent:
			mine = bit(known) + bit(known && p.sure)
		case known && k.last >= 0 && w.sent-w.history[k.last].sent <= 2:
			other = max(other, 1+bit(p.sure))
		}
	}
	return mine*3 + other
}

// nounFeatures are those of noun phrases.
func (w *walk) nounFeatures(a *anaphor, c *candidate, p *participant, out []uint16) []uint16 {
	like, group := int(c.like), p.group()
	same, other := 0, 0
	for i := a.head - 1; i >= a.first; i-- {
		if word := w.low(i); slices.Contains(p.mods, word) {
			same++
		} else if tag := w.d.Tokens[i].Tag; tag != "DT" && tag != "PRP$" && tag != "POS" {
			other++
		}
	}
	whose := 0
	switch {
	case a.owner >= 0 && p.owner == a.owner:
		whose = 1
	case a.owner >= 0 && p.owner >= 0:
		whose = 2
	case a.owner >= 0:
		whose = 3 + bit(w.roleOf(p, a.owner))
	case p.owner >= 0:
		whose = 5
	}
	between := bit(w.rivalNoun(c))
	return append(out,
		feature(tMatch, like*16+group*2+between),
		feature(tSort, 40+min(like, 4)+5*min(sortNumber(a.sorts)/3, 16)),
		feature(tOwner, whose*12+2*like+bit(a.sorts&kin != 0)),
		feature(tWords, 60+min(same, 2)*12+min(other, 2)*4+bit(len(p.mods) > 0)*2+bit(like == int(equal))),
		feature(tRest, int(a.det)*16+like*3+min(group, 2)),
		feature(tLikely, 2*min(int(c.others), 3)+bit(like >= int(akin))+8*min(int(w.sent-p.since)/4, 3)),
	)
}

// roleOf reports whether a role of p belongs to somebody: "Orbit's chairman".
func (w *walk) roleOf(p *participant, owner int32) bool {
	if p.entity == nil || int(owner) >= len(w.ents) {
		return false
	}
	return slices.ContainsFunc(p.entity.Roles, func(ro Role) bool {
		return ro.Org >= 0 && w.ents[ro.Org].Home == w.ents[owner].Home
	})
}

// rivalNoun reports whether another candidate before c in the list fits the noun
// at least as well.
func (w *walk) rivalNoun(c *candidate) bool {
	for i := range w.cands {
		switch {
		case w.cands[i].ent == c.ent:
			return false
		case w.cands[i].like >= c.like:
			return true
		}
	}
	return false
}

// speaks tells whether a candidate speaks the quotation that the anaphor is in.
func (w *walk) speaks(c *candidate) int {
	switch {
	case w.quote == 0 && w.teller < 0:
		return 0
	case w.teller == c.ent:
		return 1
	case w.teller >= 0:
		return 2
	case w.speaker == c.ent && w.sent-w.spoke <= 1:
		return 3
	}
	return 4
}

// distanceFeatures are those of where the candidate was mentioned last.
func (w *walk) distanceFeatures(a *anaphor, c *candidate, group int, out []uint16) []uint16 {
	m := &w.history[c.last]
	far := int(min(w.sent-m.sent, 5))
	near := min(far, 2)
	longest := min(bits.Len32(uint32(w.sent-m.sent)), 5)
	out = append(out,
		feature(tDistance, far+8*bit(a.form() == nominal)*bit(far == 5)*longest),
		feature(tForm, int(m.form)*6+far+24*bit(group == 1)+48*bit(group >= 3)),
		feature(tRecency, min(int(c.others), 5)*3+near),
		feature(tPart, int(m.part)*3+near),
		feature(tParallel, bit(samePart(a, m))*3+near),
		feature(tQuote, 4*bit(w.quote != 0)+2*bit(m.quote != 0)+bit(m.quote == w.quote)+8*bit(m.says && far == 0)),
		feature(tParagraph, 3*min(a.sentence.Paragraph-int(m.para), 2)+min(w.lately(c), 2)),
		feature(tLately, w.lately(c)),
	)
	if far > 0 {
		return out
	}
	return w.sentenceFeatures(a, m, out)
}

// sentenceFeatures are those of a candidate whom the sentence of the anaphor
// mentioned before it.
func (w *walk) sentenceFeatures(a *anaphor, m *mention, out []uint16) []uint16 {
	end, here := int(m.end), int(m.part)
	apart := a.first - end
	verbs, clause := w.between(end, a.first)
	return append(out,
		feature(tClause, verbs*6+bit(clause)*3+min(here, 2)),
		feature(tAdjacent, min(max(apart, 0)/2, 8)),
		feature(tBefore, w.beforeTag(a)*16+8*bit(apart <= 1)+here),
		feature(tPath, w.path(end, a.first, verbs)*3+partGroup(m.part)),
	)
}

// partGroup tells subjects, objects and others apart.
func partGroup(p part) int {
	switch p {
	case subject:
		return 0
	case object, after:
		return 1
	}
	return 2
}

// path sorts what stands between a mention and an anaphor in one sentence: commas,
// "and", an infinitive, verbs.
func (w *walk) path(i, end, verbs int) int {
	const far = 40
	comma, joined, infinitive := 0, 0, 0
	if end-i > far {
		return 32
	}
	for ; i < end; i++ {
		switch w.d.Tokens[i].Tag {
		case ",":
			comma = 1
		case "CC":
			joined = 1
		case "TO":
			infinitive = bit(i+1 < end && w.d.Tokens[i+1].Tag == "VB")
		}
	}
	return comma + 2*joined + 4*infinitive + 8*min(verbs, 3)
}

// beforeTag sorts the token before an anaphor.
func (w *walk) beforeTag(a *anaphor) int {
	if a.first == 0 {
		return 0
	}
	switch tag := w.d.Tokens[a.first-1].Tag; {
	case tag == "CC":
		return 1
	case tag == ",":
		return 2
	case w.is(a.first-1, isClause):
		return 3
	case tag == "IN" || tag == "TO":
		return 4
	case strings.HasPrefix(tag, "VB"):
		return 5
	}
	return 6
}

// samePart reports whether an anaphor and a mention are both subjects, both
// objects, both owners.
func samePart(a *anaphor, m *mention) bool {
	switch a.class {
	case Subject:
		return m.part == subject
	case Object:
		return m.part == object || m.part == after
	case Possessive, Its, Their:
		return m.part == owner
	}
	return a.part == m.part
}

// gender tells how what the text says of a candidate agrees with the pronoun.
func (w *walk) gender(a *anaphor, p *participant) int {
	same, opposite := p.he, p.she
	if a.gender == Female {
		same, opposite = opposite, same
	}
	switch {
	case p.gender != 0 && p.sure:
		return 0
	case p.gender != 0:
		return 1
	case same == 0 && opposite == 0:
		return 2
	case opposite == 0:
		return 3 + int(min(same, 4))
	case same > opposite:
		return 8
	case same == opposite:
		return 9
	}
	return 9 + int(min(opposite-same, 4))
}

// previous tells how long ago the last pronoun of the same gender meant the
// candidate, or another.
func (w *walk) previous(a *anaphor, c *candidate) int {
	last := w.lastBy[a.gender]
	if last < 0 || a.form() == nominal {
		return 0
	}
	far := int(min(w.sent-w.bySent[a.gender], 4))
	return 1 + far + 5*bit(last == c.ent)
}

// lately is how often the candidate was mentioned in this sentence and the two
// before, up to 5.
func (w *walk) lately(c *candidate) int {
	n := 0
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions/2 && w.sent-w.history[k].sent <= 2 && n < 5; k-- {
		if w.history[k].ent == c.ent {
			n++
		}
	}
	return n
}

// ahead sorts "In his speech, Lee said" and what looks like it.
func (w *walk) ahead(a *anaphor, c *candidate) int {
	m := w.names[w.at[c.ahead]-1]
	p, _ := w.grammar(m.First, m.End, a.sentence)
	place := 4*bit(p == subject) + 2*bit(w.behindComma(m.First, a.sentence))
	return place + 8*bit(w.opens(a.sentence)) + bit(w.someoneHere()) + 16*bit(c.last < 0)
}

// someoneHere reports whether a candidate was mentioned in this sentence.
func (w *walk) someoneHere() bool {
	return len(w.cands) > 0 && w.cands[0].last >= 0 && w.history[w.cands[0].last].sent == w.sent
}

// prominent tells whether a candidate is the person whom the text speaks of most,
// and by how much.
func (w *walk) prominent(c *candidate) int {
	n := w.all[c.ent].count
	if c.ent != w.top {
		return min(int(4*n/max(w.all[w.top].count, 1)), 4)
	}
	return 5 + min(bits.Len32(uint32(n)), 5) + 8*bit(n > 2*w.second)
}

// wasSubject reports whether a participant is the subject of the sentence before,
// the first of its kind.
func (w *walk) wasSubject(ent int32) bool { return ent == w.opener[0] || ent == w.opener[1] }

// rival tells how a candidate stands as a subject against the others: the
// latest subject of this sentence, an earlier one, none where there is one …
func (w *walk) rival(c *candidate) int {
	latest, mine := w.latestSubject(), w.subjectHere(c.ent)
	switch {
	case mine > 0 && mine == latest:
		return 0
	case mine > 0:
		return 1
	case latest > 0:
		return 2 + bit(w.wasSubject(c.ent))
	case w.wasSubject(c.ent):
		return 4
	case w.listed(w.opener[0]) || w.listed(w.opener[1]):
		return 5
	}
	return 6
}

// latestSubject is where in history, plus 1, the candidate stands who was the
// subject last in this sentence, or 0.
func (w *walk) latestSubject() int32 {
	at := int32(0)
	for i := range w.cands {
		at = max(at, w.subjectHere(w.cands[i].ent))
	}
	return at
}

// subjectHere is where in history, plus 1, a participant was a subject last if
// that was in this sentence, or else 0.
func (w *walk) subjectHere(ent int32) int32 {
	at := w.all[ent].subjectAt
	if at == 0 || w.history[at-1].sent != w.sent || len(w.history)-int(at) >= maxNominal {
		return 0
	}
	return at
}
