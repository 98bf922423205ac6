package syntax

import "strings"

// maxClimb bounds walks up the tree. Real sentences are not nested so deeply.
const maxClimb = 24

// Subject is the token that heads the subject of i, the head of a clause, or
// -1. Where i has none of its own it is that of the verb that i continues: of
// the first of joined verbs ("she came and left"), of the verb above an
// infinitive or a participle, or that verb's object if it has one ("she asked
// him to leave", "they saw her go"). The subject of a participle beside a noun
// is the noun: "a man accused of theft".
func (t *Tree) Subject(i int) int {
	for range maxClimb {
		if s := t.ownSubject(i); s >= 0 {
			return s
		}
		h := t.Head(i)
		if h < 0 {
			return -1
		}
		switch t.Relation(i) {
		case Xcomp:
			if o := t.Child(h, Obj, Iobj); o >= 0 && o < i {
				return o
			}
		case Acl, AclRelcl:
			return h
		case Conj, Advcl:
			if t.Child(i, Mark) >= 0 && t.Relation(i) == Advcl && t.finite(i) {
				return -1 // a clause of its own without a subject: "as was expected"
			}
		default:
			return -1
		}
		i = h
	}
	return -1
}

// Topic is the subject of the sentence of the tokens [first, end), or -1.
func (t *Tree) Topic(first, end int) int {
	for i := first; i < end; i++ {
		if t.Head(i) < 0 {
			return t.ownSubject(i)
		}
	}
	return -1
}

func (t *Tree) ownSubject(i int) int { return t.Child(i, Nsubj, NsubjPass, Csubj, CsubjPass) }

// Passive reports whether the verb i is in the passive, so that its subject is
// whom it is done to.
func (t *Tree) Passive(i int) bool {
	if t.Child(i, AuxPass, NsubjPass, CsubjPass) >= 0 {
		return true
	}
	for range maxClimb {
		if t.Relation(i) != Conj || t.tag(i) != "VBN" || t.ownSubject(i) >= 0 || t.Child(i, Aux) >= 0 {
			break
		}
		i = t.Head(i)
		if t.Child(i, AuxPass, NsubjPass) >= 0 {
			return true
		}
	}
	return t.tag(i) == "VBN" && t.Relation(i) == Acl
}

// loose are the relations of what hangs on a clause without being part of it.
var loose = []Relation{Parataxis, Vocative, Discourse, Punct, Dislocated, Reparandum, List}

// Clause is the half-open range of the tokens of the clause that i heads,
// without what hangs loosely on it at its edges: inserted clauses ("…, he
// said"), those spoken to, interjections, punctuation, and the conjunction or
// subordinator-free "and" before it. Its "that" or "if" is part of it.
func (t *Tree) Clause(i int) (first, end int) {
	return t.extent(i, func(k int) bool {
		return !t.Relation(k).Is(loose...) && (t.Relation(k) != Cc || k > i)
	})
}

// extent is the range of i and of the children that keep wants, with all that
// hangs on these, without punctuation at the edges.
func (t *Tree) extent(i int, keep func(child int) bool) (first, end int) {
	first, end = i, i+1
	for k := range t.Children(i) {
		if keep(k) {
			first, end = min(first, int(t.subtrees[k].first)), max(end, int(t.subtrees[k].end))
		}
	}
	for first < i && t.Relation(first) == Punct {
		first++
	}
	for end > i+1 && t.Relation(end-1) == Punct {
		end--
	}
	return first, end
}

// Parts say what belongs to a noun phrase beside its core.
type Parts uint8

// The parts. Core is none of them: determiners, adjectives, nouns and numbers
// before the noun, names, possessors, and phrases with a preposition after it.
const (
	Core        Parts = 0
	Clauses     Parts = 1 << iota // "the man who left", "a plan to stay", "people briefed on it"
	Appositions                   // "Dorn, the mayor of Lima"
	Conjuncts                     // "Dorn and his wife"
	AllParts    = Clauses | Appositions | Conjuncts
)

// Phrase is the half-open range of the tokens of the noun phrase that i heads,
// with the parts asked for. Prepositions before it and what only clauses have
// (subjects, auxiliaries, adverbs around a predicate noun) are no part of it.
func (t *Tree) Phrase(i int, with Parts) (first, end int) {
	return t.extent(i, func(k int) bool {
		switch t.Relation(k) {
		case Det, Amod, Compound, Flat, Nummod, Nmod, NmodPoss, NmodUnmarked, NmodDesc, Fixed, Goeswith, CompoundPrt, Dep:
			return true
		case Case:
			return k > i // the 's of a possessor
		case Advmod:
			return k < i && t.Child(i, Cop, Nsubj) < 0
		case Acl, AclRelcl, AdvclRelcl:
			return with&Clauses != 0
		case Appos:
			return with&Appositions != 0
		case Conj:
			return with&Conjuncts != 0
		}
		return false
	})
}

// A Tense is the tense of a finite verb.
type Tense uint8

// The tenses. NoTense is that of infinitives and participles.
const (
	NoTense Tense = iota
	Past
	Present
	Future
)

// A Verb is a verb with its auxiliaries.
type Verb struct {
	Head    int // the token of the predicate: the main verb, or the noun or adjective after "be"
	Finite  int // the token that has the tense; -1 if there is none
	Modal   int // the token of "may", "could", "would" …, -1 if there is none; "will" and "shall" are the future
	Tense   Tense
	Passive bool
	Perfect bool // "has left"
	Going   bool // "is leaving"
	Negated bool // "did not leave", "never left"
}

// Governor is the finite verb that rules token i: that of the innermost clause
// around i that has one. The verb of an infinitive or of a participle is that
// of the clause it belongs to. ok is false if no clause around i has a finite
// verb.
func (t *Tree) Governor(i int) (v Verb, ok bool) {
	for range maxClimb {
		if v, ok := t.VerbOf(i); ok {
			return v, true
		}
		if i = t.Head(i); i < 0 {
			return Verb{}, false
		}
	}
	return Verb{}, false
}

// VerbOf is the finite verb of the clause that i heads. ok is false if i heads
// no clause, or one that has none, not even by joining it to another: "has
// come and gone".
func (t *Tree) VerbOf(i int) (v Verb, ok bool) { return t.verbOf(i, maxClimb) }

// verbOf is VerbOf that asks at most so many verbs that i is joined to.
func (t *Tree) verbOf(i, joined int) (v Verb, ok bool) {
	if t.Relation(i).Is(Aux, AuxPass, Cop) {
		return Verb{}, false
	}
	v = Verb{Head: i, Finite: -1, Modal: -1}
	t.auxiliaries(i, &v)
	if v.Finite < 0 && finiteTense(t.tag(i)) != NoTense && t.Child(i, Cop) < 0 {
		v.Finite, v.Tense = i, finiteTense(t.tag(i))
	}
	if v.Finite < 0 && joined > 0 && t.Relation(i) == Conj && t.ownSubject(i) < 0 && strings.HasPrefix(t.tag(i), "VB") {
		if first, ok := t.verbOf(t.Head(i), joined-1); ok && first.Finite != first.Head {
			first.Head, first.Negated = i, first.Negated || v.Negated
			return first, true
		}
	}
	return v, v.Finite >= 0
}

func (t *Tree) finite(i int) bool {
	_, ok := t.VerbOf(i)
	return ok
}

// auxiliaries reads what the auxiliaries and adverbs of i say.
func (t *Tree) auxiliaries(i int, v *Verb) {
	v.Passive = t.Child(i, AuxPass, NsubjPass, CsubjPass) >= 0
	have, copular := false, t.Child(i, Cop) >= 0
	for k := range t.Children(i) {
		switch t.Relation(k) {
		case Aux, AuxPass, Cop:
			t.auxiliary(k, v)
			have = have || isForm(t.word(k), "have", "has", "had", "having", "'ve", "’ve", "been")
		case Advmod:
			v.Negated = v.Negated || isForm(t.word(k), "not", "n't", "n’t", "never", "no")
		case Det:
			v.Negated = v.Negated || copular && isForm(t.word(k), "no")
		}
	}
	v.Perfect = have && (v.Finite < 0 || v.Finite != i)
	v.Going = t.tag(i) == "VBG" && v.Finite >= 0
}

// auxiliary takes up the auxiliary k. The first that is finite has the tense.
func (t *Tree) auxiliary(k int, v *Verb) {
	tag := t.tag(k)
	if v.Finite >= 0 {
		return
	}
	switch {
	case tag == "MD" && isForm(t.word(k), "will", "shall", "'ll", "’ll", "wo"):
		v.Finite, v.Tense = k, Future
	case tag == "MD":
		v.Finite, v.Modal, v.Tense = k, k, Present
	case finiteTense(tag) != NoTense:
		v.Finite, v.Tense = k, finiteTense(tag)
	}
}

func finiteTense(tag string) Tense {
	switch tag {
	case "VBD":
		return Past
	case "VBZ", "VBP":
		return Present
	}
	return NoTense
}

func (t *Tree) tag(i int) string { return t.tokens[i].Tag }

func (t *Tree) word(i int) string { return t.text[t.tokens[i].Start:t.tokens[i].End] }

func isForm(word string, forms ...string) bool {
	for _, f := range forms {
		if strings.EqualFold(word, f) {
			return true
		}
	}
	return false
}
