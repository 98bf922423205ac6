package coref

import "github.com/whosaid/whosaid"

// pronoun reads the one at token i.
func (w *walk) pronoun(i int, s *whosaid.Sentence) {
	p, ok := pronouns[w.low(i)]
	if !ok {
		return
	}
	class := p.class
	if class == Object && w.d.Tokens[i].Tag == "PRP$" && w.ownsNext(i+1, s) {
		class = Possessive
	}
	alone := phrase{first: i, end: i + 1, core: i + 1, head: i, owner: -1, gender: p.gender}
	w.anaphor(&anaphor{phrase: alone, class: class, sentence: s})
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

// An anaphor is a pronoun or noun phrase at hand.
type anaphor struct {
	phrase
	class    Class
	sentence *whosaid.Sentence
	part     part
	says     bool
	seat     seat
	role     string // its noun, by sameRole
}

// anaphor links a, if the model finds somebody that it means, and returns whom,
// or -1.
func (w *walk) anaphor(a *anaphor) int32 {
	if !w.prepare(a) {
		return -1
	}
	if len(w.cands) == 0 && w.example == nil {
		w.deny(a)
		return -1
	}
	best, margin := w.rank(a)
	if w.example != nil {
		best = w.teach(a, best)
	}
	if best < 0 {
		w.deny(a)
		return -1
	}
	c := &w.cands[best]
	ent := c.ent
	if a.class <= Reflexive && w.certain(a, c) == onlyOther {
		w.all[ent].doubtful++
	}
	if w.all[ent].entity == nil {
		w.deny(a)
	}
	w.mention(ent, a.first, a.end, a.form(), a.sentence)
	w.learn(a, ent, margin)
	w.link(a, ent, margin)
	return ent
}

// prepare finds what a is in its clause, and whom it may mean. It reports false if a means
// nobody.
func (w *walk) prepare(a *anaphor) bool {
	a.part, a.says = w.grammar(a.first, a.core, a.sentence)
	if a.class == Object && a.says && w.verbAfter(a.end, a.sentence) < 0 { // "told her"
		a.part, a.says = object, false
	}
	if a.class == Object && a.part == subject && w.d.Tokens[a.first].Tag == "PRP" && a.first == a.sentence.FirstToken {
		a.class = Subject
	}
	if a.class == It && (w.expletive(a) || w.said(a) || w.written(a)) {
		return false
	}
	a.seat, a.role = w.seat(a.first, a.core), w.r.lex.sameRole(a.noun)
	w.candidates(a)
	w.adjuncts = w.adjuncts[:0]
	for i := a.first; i < a.head && a.form() == nominal && len(w.cands) > 0; i++ {
		w.adjuncts = append(w.adjuncts, w.low(i))
	}
	return true
}

func (w *walk) link(a *anaphor, ent int32, margin int32) {
	out := whosaid.MentionPronoun
	if a.form() == nominal {
		out = whosaid.MentionNominal
	}
	w.links = append(w.links, Link{a.first, a.end, int(ent), out, w.r.weights.probability(a.class, margin)})
}

func (a *anaphor) form() form {
	if a.class >= Few {
		return nominal
	}
	return pronoun
}

// sure is the margin of a link from which on a pronoun settles the gender of
// whom it means.
const sure = Scale * 3
