package coref

import "github.com/whosaid/whosaid"

// How far back candidates are looked for, and how many are weighed.
const (
	maxMentions   = 60
	maxNominal    = 2 * maxMentions // for nominals, which reach further back; no sentence of news has so many
	maxSentences  = 6
	maxCandidates = 12
	maxTaught     = 16 // candidates of an example: more to be wrong about teach more
	maxAhead      = 25 // tokens, for "In his speech, Lee said"
)

// A mention is a name, or an anaphor that was linked or brought somebody in.
type mention struct {
	ent, first, end, sent, para, quote int32
	form                               form
	part                               part
	says                               bool
	seat                               seat
}

type form uint8

const (
	name form = iota
	pronoun
	nominal
	row // several people taken together
	numForms
)

// remember puts a mention at the end of the history.
func (w *walk) remember(m mention) {
	w.history = append(w.history, m)
	p := &w.all[m.ent]
	if p.count == 0 {
		p.since = w.sent
	}
	p.last = int32(len(w.history) - 1)
	if m.quote == 0 {
		p.plain = p.last
	}
	if m.part == subject {
		p.subjectAt = int32(len(w.history))
	}
	p.count++
	switch t := &w.all[w.top]; {
	case p.kind != whosaid.EntityPerson || m.ent == w.top:
	case t.kind != whosaid.EntityPerson || p.count > t.count:
		w.top, w.second = m.ent, t.count
	default:
		w.second = max(w.second, p.count)
	}
	p.subjects = p.subjects<<1 | int32(bit(m.part == subject))
	p.headline = p.headline && w.headline
	p.speaks = p.speaks || m.says || m.form != row && w.accordingTo(int(m.first))
}

// accordingTo reports whether these words stand before token i.
func (w *walk) accordingTo(i int) bool {
	return i-2 >= w.sentence0 && w.low(i-1) == "to" && w.low(i-2) == "according"
}

// holds reports whether the verb of a subject that ends before token i is one of
// holding an opinion, with which somebody has the word as well: "Lee felt it was over."
func (w *walk) holds(i int, s *whosaid.Sentence) bool {
	v := w.verbAfter(i, s)
	return v >= 0 && w.is(v, isHolding)
}

// opensSpeech reports whether a colon stands behind who is told something.
func (w *walk) opensSpeech(end int, s *whosaid.Sentence) bool {
	return end < s.EndToken && w.word(end) == ":"
}

// mention notes that a participant was mentioned.
func (w *walk) mention(ent int32, first, end int, f form, s *whosaid.Sentence) {
	p, says := w.grammar(first, end, s)
	at := w.seat(first, end)
	w.remember(mention{
		ent: ent, first: int32(first), end: int32(end), form: f, part: p, says: says, seat: at,
		sent: w.sent, para: int32(s.Paragraph), quote: w.quote,
	})
	if f != pronoun { // whom those mean is not sure enough
		w.buried(ent, at)
	}
	if f == nominal && w.saysBehind(end, s) {
		says, w.all[ent].speaks = true, true
	}
	has := says || p == subject && w.holds(end, s) || w.accordingTo(first) || p != owner && w.utters(first, end, s)
	hears := w.tree.HasSubject(int(at.top)) // "Lee told Day: “I lied.”"
	if w.quote == 0 && w.all[ent].kind == whosaid.EntityPerson && has && !(hears && w.opensSpeech(end, s)) {
		w.speaker, w.spoke = ent, w.sent
		if !hears {
			w.tells(ent, first)
		}
	}
}
