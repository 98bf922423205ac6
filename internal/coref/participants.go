package coref

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A participant is a person, several people, or a body: one of the entities, or
// one without a name.
type participant struct {
	kind    whosaid.EntityKind
	entity  *Entity  // nil without a name
	nouns   []string // what it was called, by sameRole
	mods    []string // the words before its noun
	members []int32  // of those who are named one by one
	gold    int
	exact   int   // how many it is, if the text says, or 0
	sorts   sort  // of its nouns
	owner   int32 // whose it is, or -1
	first   int32 // tokens of the phrase that brought it in
	end     int32
	head    int32

	last, plain   int32 // the latest mention in history, and outside quotations, or -1
	since         int32 // the sentence of its first mention
	subjectAt     int32 // the latest mention as a subject, plus 1, or 0
	count, lately int32 // of all mentions, of those lately
	he, she       int32 // pronouns linked to it
	heSum, sheSum int32 // by how much they were ahead
	doubtful      int32 // how many of them may as well mean one whose gender is certain
	subjects      int32 // of the last mentions, one a bit

	number         Number
	gender         Gender
	guess          Gender // from outside the text; words of the text overrule it
	denied         Gender // of a pronoun that means it if those before did not
	det            det    // of the phrase that brought it in
	headline, sure bool   // mentioned in headlines only; its gender is told by words
	speaks         bool   // it is the subject of a verb of saying
	dead           bool
	advocate       bool // it speaks for its owner
}

// newParticipant is one that no text has mentioned yet.
func newParticipant(kind whosaid.EntityKind, number Number) participant {
	return participant{kind: kind, number: number, last: -1, plain: -1, owner: -1, det: numDets, headline: true}
}

// quoted reports whether p is mentioned in quotations only.
func (p *participant) quoted() bool { return p.plain < 0 }

// person reports whether p is one person.
func (p *participant) person() bool { return p.kind == whosaid.EntityPerson && p.number == One }

// maxNouns is how many nouns and words before them are remembered of one.
const maxNouns = 8

// called notes a noun that a participant goes by.
func (w *walk) called(p *participant, noun string, s sort) {
	if noun = w.r.lex.sameRole(noun); noun != "" && len(p.nouns) < maxNouns && !slices.Contains(p.nouns, noun) {
		p.nouns = append(p.nouns, noun)
	}
	p.sorts |= s
}

// likeness says how a noun fits what somebody is called.
type likeness uint8

const (
	unknown  likeness = iota // nothing is known of it
	contrary                 // it is something else
	anybody                  // "the man" fits anybody
	akin                     // a lawyer may be an attorney
	equal                    // it was called so
	numLikenesses
)

// like returns how the noun of a fits a participant; of those who are named one by
// one it has to fit all.
func (w *walk) like(ent int32, a *anaphor) likeness {
	p := &w.all[ent]
	if p.members == nil || a.sorts&few != 0 {
		return p.like(a.role, a.sorts)
	}
	least := equal
	for _, m := range p.members {
		l := w.all[m].like(a.role, a.sorts)
		if l == unknown {
			l = contrary
		}
		least = min(least, l)
	}
	return least
}

// like returns how the noun of a phrase, by sameRole, fits p.
func (p *participant) like(noun string, s sort) likeness {
	switch {
	case noun != "" && slices.Contains(p.nouns, noun):
		return equal
	case s&p.sorts&^unlike != 0:
		return akin
	case s&anyBody != 0 && p.sorts&^unlike == 0, s&nothingElse != 0 && p.sorts&ofState == 0:
		return anybody
	case s&generic != 0 || noun == "":
		return anybody
	case p.sorts&^unlike == 0:
		return unknown
	}
	return contrary
}

// sameRole gives one form to head nouns that mean one thing.
func (l *lexicon) sameRole(head string) string {
	if one, ok := l.synonyms[head]; ok {
		return one
	}
	for _, end := range []string{"woman", "person", "man"} {
		if n := len(head) - len(end); n > 3 && head[n:] == end {
			return head[:n]
		}
	}
	return head
}

// open makes participants of the entities.
func (w *walk) open() {
	w.all = make([]participant, len(w.ents), len(w.ents)+len(w.d.Tokens)/64)
	for i := range w.ents {
		e, p := &w.ents[i], &w.all[i]
		*p = newParticipant(e.Kind, One)
		p.entity, p.guess = e, e.Guess
		switch e.Kind {
		case whosaid.EntityPerson:
			for _, ro := range e.Roles {
				noun, s := w.r.lex.singular(ro.Head)
				w.called(p, noun, s)
				w.calledBy(p, ro.Org)
			}
		case whosaid.EntityPlace:
			p.sorts = w.r.lex.nouns["nation"]
			fallthrough
		case whosaid.EntityOrganization:
			for _, word := range e.Words {
				if s := w.r.lex.nouns[word]; s&bodies != 0 {
					w.called(p, word, s)
				}
			}
		}
	}
	w.plead()
	w.genders()
}

// calledBy notes what the body that somebody works for has one called: whoever
// has a role at a bank is a banker.
func (w *walk) calledBy(p *participant, org int) {
	if org < 0 {
		return
	}
	for _, word := range w.ents[org].Words {
		if s := w.r.lex.nouns[word+"er"]; s != 0 && w.r.lex.nouns[word]&bodies != 0 {
			w.called(p, word+"er", s)
		}
	}
}

// genders collects what titles and roles tell, never given names.
func (w *walk) genders() {
	told := make([]Gender, len(w.ents))
	for i := range w.ents {
		for _, ro := range w.ents[i].Roles {
			told[i] |= w.r.lex.genderOf(ro.Head)
		}
	}
	for _, m := range w.names {
		if m.First > 0 && w.ents[m.Entity].Kind == whosaid.EntityPerson {
			title := w.low(m.First - 1)
			told[m.Entity] |= w.r.lex.genderOf(title)
			if s := w.r.lex.nouns[title] | w.r.lex.nouns[w.r.lex.sameRole(title)]; s&people != 0 {
				w.called(&w.all[m.Entity], title, s)
			}
		}
		switch w.word(m.End - 1) {
		case "Jr.", "Jr", "Sr.", "Sr":
			told[m.Entity] |= Male
		}
	}
	for i := range told {
		p := &w.all[i]
		if p.gender |= told[i]; p.gender == Male|Female { // what contradicts itself counts for nothing
			p.gender = 0
		}
		p.sure = p.gender != 0
	}
}

// enter brings in the participant of a phrase.
func (w *walk) enter(p *phrase) int32 {
	kind := whosaid.EntityPerson
	if p.sorts&people == 0 {
		kind = whosaid.EntityOrganization
	}
	q := newParticipant(kind, p.number)
	q.gender, q.sure = p.gender, p.gender != 0
	q.det, q.owner, q.exact = p.det, p.owner, p.exact
	q.first, q.end, q.head = int32(p.first), int32(p.end), int32(p.head)
	if g := w.known[p.head]; g != 0 && q.gender == 0 {
		q.gender = g
	}
	w.called(&q, p.noun, p.sorts)
	q.mods = w.modifiers(p)
	w.all = append(w.all, q)
	w.broughtIn[q.head] = int32(len(w.all))
	return int32(len(w.all) - 1)
}

// modifiers are the words between the determiner and the head of a phrase.
func (w *walk) modifiers(p *phrase) (out []string) {
	for i := p.head - 1; i >= p.first && len(out) < maxNouns/2; i-- {
		switch tag := w.d.Tokens[i].Tag; {
		case tag == "POS" || tag == "DT" || tag == "PRP$":
			return out
		case strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"), strings.HasPrefix(tag, "VB"):
			if word := w.low(i); word != "" {
				out = append(out, word)
			}
		}
	}
	return out
}
