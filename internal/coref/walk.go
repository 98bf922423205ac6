package coref

import (
	"context"
	"strings"

	"github.com/whosaid/whosaid"
)

// How far back candidates are looked for, and how many are weighed.
const (
	maxMentions   = 48
	maxNominal    = 2 * maxMentions // for nominals, which reach further back; no sentence of news has so many
	maxSentences  = 6
	maxCandidates = 12
	maxAhead      = 25 // tokens, for "In his speech, Lee said"
)

// A mention is a name, or an anaphor that was linked.
type mention struct {
	ent, first, end, sent, para, quote int32
	form                               form
	part                               part
	says                               bool
}

type form uint8

const (
	name form = iota
	pronoun
	nominal
)

// A state is what the walk has seen of an entity.
type state struct {
	last    int32 // the latest in history, or -1
	gender  Gender
	he, she int32 // pronouns linked to it
}

// A walk is one pass through a document.
type walk struct {
	r     *Ranker
	d     *whosaid.Document
	names []Name
	ents  []Entity
	at    []int32 // the name that a token is part of, plus 1

	state   []state
	history []mention
	sent    int32
	quote   int32 // number of the quotation that is open, or 0
	quotes  int32
	speaker int32 // who spoke last, or -1
	spoke   int32 // in which sentence
	// lastBy is the entity that the latest pronoun of a gender meant, and
	// bySent where it stood.
	lastBy, bySent [3]int32
	// stranger is the sentence of the latest noun for a person that has no
	// name.
	stranger int32
	opener   int32 // the subject of the sentence before, or -1

	links   []Link
	cands   []candidate
	feats   []uint16
	gold    Gold
	follow  bool
	example func(Example)
}

// again is a second walk, which knows from the first one of whom pronouns told
// their gender later on.
func (w *walk) again() *walk {
	next := newWalk(w.r, w.d, w.names, w.ents)
	for i := range next.state {
		st := &next.state[i]
		switch old := &w.state[i]; {
		case st.gender != 0:
		case old.gender == Male && old.he > 2*old.she, old.gender == Female && old.she > 2*old.he:
			st.gender = old.gender
		}
	}
	return next
}

func newWalk(r *Ranker, d *whosaid.Document, names []Name, ents []Entity) *walk {
	w := &walk{r: r, d: d, names: names, ents: ents, at: make([]int32, len(d.Tokens)), state: make([]state, len(ents))}
	w.history = make([]mention, 0, 2*len(names))
	w.speaker, w.stranger, w.opener = -1, -100, -1
	w.lastBy = [3]int32{-1, -1, -1}
	for i := range w.state {
		w.state[i] = state{last: -1, gender: ents[i].Gender}
	}
	for n, m := range names {
		for i := m.First; i < m.End; i++ {
			w.at[i] = int32(n + 1)
		}
	}
	w.genders()
	return w
}

// genders collects what titles and roles tell, never given names.
func (w *walk) genders() {
	for i := range w.ents {
		for _, ro := range w.ents[i].Roles {
			w.state[i].gender |= w.r.lex.genderOf(ro.Head)
		}
	}
	for _, m := range w.names {
		if m.First > 0 && w.ents[m.Entity].Kind == whosaid.EntityPerson {
			var buf [longest]byte
			w.state[m.Entity].gender |= w.r.lex.genderOf(string(lower(w.word(m.First-1), &buf)))
		}
	}
	for _, m := range w.names {
		switch w.word(m.End - 1) {
		case "Jr.", "Jr", "Sr.", "Sr":
			w.state[m.Entity].gender |= Male
		}
	}
	for i := range w.state { // what contradicts itself tells nothing
		if w.state[i].gender == Male|Female {
			w.state[i].gender = 0
		}
	}
}

// run reads the sentences until ctx is done.
func (w *walk) run(ctx context.Context) {
	for si := 0; si < len(w.d.Sentences) && ctx.Err() == nil; si++ {
		s := &w.d.Sentences[si]
		if si > 0 && w.d.Sentences[si-1].Paragraph != s.Paragraph {
			w.quote = 0
		}
		w.sent = int32(si)
		before := len(w.history)
		w.sentence(s)
		w.opener = -1
		for _, m := range w.history[before:] {
			if m.part == subject {
				w.opener = m.ent
				break
			}
		}
	}
}

func (w *walk) sentence(s *whosaid.Sentence) {
	for i := s.FirstToken; i < s.EndToken; {
		if n := w.at[i]; n > 0 {
			m := &w.names[n-1]
			end := min(m.End, s.EndToken)
			w.mention(m.Entity, i, end, name, s)
			i = end
			continue
		}
		i = w.token(i, s)
	}
}

// token reads one token that is not part of a name, and returns the next.
func (w *walk) token(i int, s *whosaid.Sentence) int {
	switch tag := w.d.Tokens[i].Tag; tag {
	case "PRP", "PRP$":
		var buf [longest]byte
		if p, ok := pronouns[string(lower(w.word(i), &buf))]; ok {
			class := p.class
			if class == Object && tag == "PRP$" && w.ownsNext(i+1, s) {
				class = Possessive
			}
			w.anaphor(&anaphor{first: i, end: i + 1, class: class, gender: p.gender, owner: -1, sentence: s})
		}
	case "DT":
		if word := w.word(i); strings.EqualFold(word, "the") || strings.EqualFold(word, "this") || strings.EqualFold(word, "that") {
			return w.nominal(i, s)
		}
	case "NN":
		w.noun(i)
	default:
		switch w.word(i) {
		case "“", "``":
			w.open()
		case "”", "''":
			w.quote = 0
		case "\"":
			if w.quote != 0 {
				w.quote = 0
			} else {
				w.open()
			}
		}
	}
	return i + 1
}

// ownsNext reports whether "her" before token i can own what comes there; the
// tagger often takes the object for the possessive.
func (w *walk) ownsNext(i int, s *whosaid.Sentence) bool {
	if i >= s.EndToken {
		return false
	}
	switch tag := w.d.Tokens[i].Tag; tag {
	case "IN", "TO", "DT", "WRB", "WP", "WDT", "CC", "PRP", "PRP$", ",", ".", "MD", "VBD", "VBZ", "VBP":
		return false
	}
	return true
}

func (w *walk) open() {
	w.quotes++
	w.quote = w.quotes
}

// noun remembers a noun for somebody without a name.
func (w *walk) noun(i int) {
	if w.is(i, forMale|forFemale) || w.person(i) {
		w.stranger = w.sent
	}
}

// person reports whether token i is a noun for people.
func (w *walk) person(i int) bool {
	const longestRole = 64 // far beyond those of the table: lower-casing takes time
	word := w.word(i)
	return len(word) <= longestRole && w.r.person(strings.ToLower(word))
}

// mention notes that an entity was mentioned.
func (w *walk) mention(ent, first, end int, f form, s *whosaid.Sentence) {
	p, says := w.grammar(first, end, s)
	w.history = append(w.history, mention{
		ent: int32(ent), first: int32(first), end: int32(end), sent: w.sent, para: int32(s.Paragraph), quote: w.quote, form: f, part: p, says: says,
	})
	st := &w.state[ent]
	st.last = int32(len(w.history) - 1)
	if says && w.quote == 0 && w.ents[ent].Kind == whosaid.EntityPerson {
		w.speaker, w.spoke = int32(ent), w.sent
	}
}

// An anaphor is a pronoun or nominal at hand.
type anaphor struct {
	first, end int
	class      Class
	gender     Gender
	head       string // of a nominal, in small letters
	owner      int    // the entity named inside a nominal, or -1
	places     bool   // a BodyNoun for places
	sentence   *whosaid.Sentence
	part       part
	says       bool
}

// nominal reads "the Chinese president", "the company" at token i and returns
// the token after it.
func (w *walk) nominal(i int, s *whosaid.Sentence) int {
	const longestPhrase = 8
	head, own := -1, -1
	j := i + 1
	for ; j < s.EndToken && j-i < longestPhrase; j++ {
		if n := w.at[j]; n > 0 {
			e := w.names[n-1].Entity
			if w.ents[e].Kind == whosaid.EntityPerson {
				break
			}
			own, head = e, -1
			continue
		}
		tag := w.d.Tokens[j].Tag
		if tag == "NN" && (w.is(j, forBody|forPlace|forMale|forFemale) || w.person(j)) {
			head = j
			continue
		}
		if !(strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "VBN" || tag == "-" || tag == "POS" && own >= 0 && head < 0) {
			break
		}
		head = -1
	}
	if head < 0 || head != j-1 || w.named(j, s) {
		return i + 1
	}
	var buf [longest]byte
	a := &anaphor{first: i, end: j, head: string(lower(w.word(head), &buf)), owner: own, sentence: s}
	f := w.r.lex.words[a.head]
	switch {
	case f&(forMale|forFemale) != 0 || w.r.person(a.head):
		a.class, a.gender = RoleNoun, w.r.lex.genderOf(a.head)
	default:
		a.class, a.places = BodyNoun, f&forPlace != 0
	}
	if !w.anaphor(a) && a.class == RoleNoun {
		w.stranger = w.sent
	}
	return j
}

// named reports whether a name stands at token i, or behind a comma there: the
// phrase before it then is a role.
func (w *walk) named(i int, s *whosaid.Sentence) bool {
	if i < s.EndToken && w.at[i] > 0 {
		return true
	}
	return i+1 < s.EndToken && w.at[i+1] > 0 && w.d.Tokens[i].Tag == "," && w.ents[w.names[w.at[i+1]-1].Entity].Kind == whosaid.EntityPerson
}

// anaphor links a, if the model finds somebody that it means.
func (w *walk) anaphor(a *anaphor) bool {
	a.part, a.says = w.grammar(a.first, a.end, a.sentence)
	if a.class == Object && a.says && w.verbAfter(a.end, a.sentence) < 0 { // "told her"
		a.part, a.says = object, false
	}
	if a.class == Object && a.part == subject && w.d.Tokens[a.first].Tag == "PRP" && a.first == a.sentence.FirstToken {
		a.class = Subject
	}
	w.candidates(a)
	if len(w.cands) == 0 && w.example == nil {
		return false
	}
	best, margin := w.rank(a)
	if w.example != nil {
		best = w.teach(a, best)
	}
	if best < 0 {
		return false
	}
	ent := int(w.cands[best].ent)
	w.mention(ent, a.first, a.end, a.form(), a.sentence)
	w.learnGender(a, ent, margin)
	out := whosaid.MentionPronoun
	if a.form() == nominal {
		out = whosaid.MentionNominal
	}
	w.links = append(w.links, Link{a.first, a.end, ent, out, w.r.weights.probability(a.class, margin)})
	return true
}

func (a *anaphor) form() form {
	if a.class >= RoleNoun {
		return nominal
	}
	return pronoun
}

// sure is the margin of a link from which on a pronoun settles the gender of
// whom it means.
const sure = Scale * 3

// learnGender lets a pronoun tell of whom it means.
func (w *walk) learnGender(a *anaphor, ent int, margin int32) {
	st := &w.state[ent]
	switch a.gender {
	case Male:
		st.he++
	case Female:
		st.she++
	}
	if st.gender == 0 && margin >= sure {
		st.gender = a.gender
	}
	w.lastBy[a.gender], w.bySent[a.gender] = int32(ent), w.sent
}

// teach makes an example of a and returns the candidate to go on with, or -1.
func (w *walk) teach(a *anaphor, guess int) int {
	ent, known := w.gold(a.first, a.end)
	if !known {
		if w.follow {
			return -1
		}
		return guess
	}
	right := -1
	for i := range w.cands {
		if int(w.cands[i].ent) == ent {
			right = i
		}
	}
	if right >= 0 || ent < 0 {
		ex := Example{Class: a.class, Right: right + 1, Near: w.near(), Candidates: [][]uint16{append([]uint16(nil), w.nobody(a, nil)...)}}
		for i := range w.cands {
			ex.Candidates = append(ex.Candidates, append([]uint16(nil), w.features(a, i, nil)...))
		}
		w.example(ex)
	}
	if w.follow {
		return right
	}
	return guess
}
