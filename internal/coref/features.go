package coref

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A candidate is an entity that an anaphor may mean.
type candidate struct {
	ent int32
	// last is its latest mention before the anaphor, in history, or -1.
	last int32
	// ahead is the token where it is named later in the sentence, or 0.
	ahead  int32
	others int32 // other candidates mentioned since
}

// fits reports whether an anaphor can mean an entity at all.
func (w *walk) fits(a *anaphor, ent int32) bool {
	switch k := w.ents[ent].Kind; {
	case a.class == BodyNoun && a.places:
		return k == whosaid.EntityPlace
	case a.class == BodyNoun:
		return k == whosaid.EntityOrganization
	case a.class == It || a.class == Its:
		return k != whosaid.EntityPerson && k != whosaid.EntityGroup
	default:
		g := w.state[ent].gender
		return k == whosaid.EntityPerson && (g == 0 || a.gender == 0 || g == a.gender) && int(ent) != a.owner
	}
}

// candidates lists whom a may mean in w.cands, the latest mentioned first.
func (w *walk) candidates(a *anaphor) {
	w.cands = w.cands[:0]
	self := int32(-1)
	mentions, sentences := maxMentions, int32(maxSentences)
	if a.form() == nominal {
		mentions, sentences = maxNominal, 4*maxSentences
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= mentions && len(w.cands) < maxCandidates; k-- {
		m := &w.history[k]
		if w.sent-m.sent > sentences {
			break
		}
		if w.ownSubject(a, m) {
			self = m.ent
		}
		if !w.fits(a, m.ent) || w.listed(m.ent) || m.ent == self {
			continue
		}
		w.cands = append(w.cands, candidate{ent: m.ent, last: int32(k), others: int32(len(w.cands))})
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
	for ; i < a.sentence.EndToken; i++ {
		if tag := w.d.Tokens[i].Tag; w.at[i] == 0 && !strings.HasPrefix(tag, "NN") && !strings.HasPrefix(tag, "JJ") && tag != "CD" && tag != "-" {
			break
		}
	}
	return i
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

// rank returns the best candidate, or -1 for nobody, and by how much it is
// ahead of the next.
func (w *walk) rank(a *anaphor) (best int, margin int32) {
	best = -1
	w.feats = w.nobody(a, w.feats[:0])
	top := w.r.weights.sum(a.class, w.feats)
	second := int32(-1 << 30)
	for i := range w.cands {
		w.feats = w.features(a, i, w.feats[:0])
		switch s := w.r.weights.sum(a.class, w.feats); {
		case s > top:
			best, top, second = i, s, top
		case s > second:
			second = s
		}
	}
	if k := w.speaksOn(a); k >= 0 && best >= 0 {
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
	tStranger
	tNext
	tCrowd
	tRival
	tBefore
	numTemplates
)

const numValues = 32

var templateNames = [numTemplates]string{
	"distance", "recency", "part", "clause", "lately", "gender", "quote", "previous", "opener", "paragraph", "ahead", "says",
	"match", "form", "parallel", "kind", "adjacent", "nobody", "stranger", "next", "crowd", "rival", "before",
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

// nobody gives the features of the case that a means nobody who has a name.
func (w *walk) nobody(a *anaphor, out []uint16) []uint16 {
	out = append(out, feature(tNobody, bit(w.quote != 0)), feature(tStranger, int(min(w.sent-w.stranger, 3))))
	out = append(out, feature(tCrowd, min(w.near(), 4)))
	if a.class == It {
		out = append(out, feature(tNext, w.next(a)))
	}
	if a.class >= RoleNoun {
		out = append(out, feature(tNext, 10+bit(a.owner >= 0)+2*bit(a.gender != 0)))
	}
	return out
}

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
	switch w.word(a.end) {
	case "is", "was", "'s", "’s", "would", "will", "had", "has":
		return 1
	case "seems", "seemed", "appears", "appeared", "takes", "took":
		return 2
	}
	switch {
	case a.says:
		return 3
	case w.verb(a.end):
		return 4
	case w.d.Tokens[a.end].Tag == "TO":
		return 5
	}
	return 6
}

// features gives those of one candidate.
func (w *walk) features(a *anaphor, i int, out []uint16) []uint16 {
	c := &w.cands[i]
	st := &w.state[c.ent]
	ent := &w.ents[c.ent]
	out = append(out,
		feature(tGender, w.gender(a, st)),
		feature(tPrevious, w.previous(a, c)),
		feature(tOpener, 2*bit(c.ent == w.opener)+bit(a.first <= a.sentence.FirstToken+1)),
		feature(tSays, 4*bit(a.says)+2*bit(c.ent == w.speaker)+bit(w.quote != 0)),
		feature(tMatch, w.match(a, ent)),
		feature(tRival, w.rival(c)),
	)
	if a.class == It || a.class == Its {
		out = append(out, feature(tKind, kindNumber(ent.Kind)))
	}
	if c.ahead > 0 {
		out = append(out, feature(tAhead, w.ahead(a, c)))
	}
	if c.last < 0 {
		return append(out, feature(tDistance, 31))
	}
	m := &w.history[c.last]
	far := int(min(w.sent-m.sent, 5))
	near := min(far, 2)
	out = append(out,
		feature(tDistance, far),
		feature(tForm, int(m.form)*6+far),
		feature(tRecency, min(int(c.others), 5)*3+near),
		feature(tPart, int(m.part)*3+near),
		feature(tParallel, bit(samePart(a, m))*3+near),
		feature(tQuote, 4*bit(w.quote != 0)+2*bit(m.quote != 0)+bit(m.quote == w.quote)+8*bit(m.says && far == 0)),
		feature(tParagraph, 3*min(a.sentence.Paragraph-int(m.para), 2)+min(w.lately(c), 2)),
		feature(tLately, w.lately(c)),
	)
	if far == 0 {
		verbs, clause := w.between(int(m.end), a.first)
		out = append(out, feature(tClause, verbs*6+bit(clause)*3+min(int(m.part), 2)), feature(tAdjacent, min((a.first-int(m.end))/2, 8)),
			feature(tBefore, w.beforeTag(a)*4+bit(a.first-int(m.end) <= 1)+2*bit(m.part == subject)))
	}
	return out
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
	case Possessive, Its:
		return m.part == owner
	}
	return a.part == m.part
}

// gender tells how what the text says of a candidate agrees with the pronoun.
func (w *walk) gender(a *anaphor, st *state) int {
	if a.gender == 0 {
		return 0
	}
	same, opposite := st.he, st.she
	if a.gender == Female {
		same, opposite = opposite, same
	}
	switch {
	case st.gender != 0:
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
	if last < 0 {
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
	return 8*bit(w.opens(a.sentence)) + 4*bit(p == subject) + 2*bit(w.behindComma(m.First, a.sentence)) + bit(w.someoneHere()) + 16*bit(c.last < 0)
}

// someoneHere reports whether a candidate was mentioned in this sentence.
func (w *walk) someoneHere() bool {
	return len(w.cands) > 0 && w.cands[0].last >= 0 && w.history[w.cands[0].last].sent == w.sent
}

// rival tells how a candidate stands as a subject against the others: the
// latest subject of this sentence, an earlier one, none where there is one …
func (w *walk) rival(c *candidate) int {
	here, latest, mine := false, false, false
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxNominal && w.history[k].sent == w.sent; k-- {
		m := &w.history[k]
		if m.part != subject || !w.listed(m.ent) {
			continue
		}
		if m.ent == c.ent {
			mine = true
			latest = latest || !here
		}
		here = true
	}
	switch {
	case latest:
		return 0
	case mine:
		return 1
	case here:
		return 2 + bit(c.ent == w.opener)
	case c.ent == w.opener:
		return 4
	case w.opener >= 0 && w.listed(w.opener):
		return 5
	}
	return 6
}

// match tells whether a nominal's noun is one of the candidate's.
func (w *walk) match(a *anaphor, e *Entity) int {
	switch a.class {
	case RoleNoun:
		best := 0
		for _, ro := range e.Roles {
			if sameRole(ro.Head) != sameRole(a.head) {
				continue
			}
			switch {
			case a.owner < 0 || ro.Org < 0:
				best = max(best, 2)
			case ro.Org == a.owner || w.ents[ro.Org].Home == w.ents[a.owner].Home:
				best = max(best, 3)
			default:
				best = max(best, 1)
			}
		}
		return best
	case BodyNoun:
		has := slices.Contains(e.Words, a.head)
		return 5 + bit(has) + 2*bit(a.owner >= 0) + 6*bit(!has && w.r.lex.words[a.head]&forAny != 0)
	}
	return 9
}

// sameRole gives one form to head nouns that mean one thing.
func sameRole(head string) string {
	for _, end := range []string{"woman", "person", "man"} {
		if n := len(head) - len(end); n > 3 && head[n:] == end {
			return head[:n]
		}
	}
	return head
}

func kindNumber(k whosaid.EntityKind) int {
	switch k {
	case whosaid.EntityOrganization:
		return 0
	case whosaid.EntityPlace:
		return 1
	case whosaid.EntityProduct:
		return 2
	case whosaid.EntityEvent:
		return 3
	default:
		return 4
	}
}
