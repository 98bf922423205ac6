package syntax

// Where words stand in their clauses, and clauses to one another, as coreference
// asks for it.

// An Argument is what a word is in its clause.
type Argument uint8

// The arguments. Names in apposition, joined ones and parts of a name are what the
// word that they hang on is.
const (
	NoArgument Argument = iota // of a word in none
	Subject
	PassiveSubject
	Object
	IndirectObject
	Oblique   // with a preposition: "spoke to her"
	OfNoun    // "the brother of Ann Lee"
	Possessor // "her brother"
	Joined    // to too many others to tell
	Top       // of the sentence
	OtherArgument
	NumArguments
)

// arguments are those that a relation makes.
var arguments = [NumRelations]Argument{
	Nsubj: Subject, Csubj: Subject, NsubjPass: PassiveSubject, CsubjPass: PassiveSubject,
	Obj: Object, Iobj: IndirectObject, Obl: Oblique, OblAgent: Oblique, OblUnmarked: Oblique,
	Nmod: OfNoun, NmodUnmarked: OfNoun, NmodDesc: OfNoun, NmodPoss: Possessor, Root: Top,
}

// maxJoined is how many words of a row or a name are looked at.
const maxJoined = 4

// ArgumentOf is what token i is in its clause.
func (t *Tree) ArgumentOf(i int) Argument {
	for range maxJoined {
		r := t.Relation(i)
		if a := arguments[r]; a != NoArgument {
			return a
		}
		if !r.Is(Conj, Appos, Flat, Compound) {
			return OtherArgument
		}
		i = t.Head(i)
	}
	return Joined
}

// maxPhrase bounds how many tokens of a phrase TopOf looks at.
const maxPhrase = 20

// TopOf is the token of the phrase [first, end) on which the others hang, or
// first if the phrase is none.
func (t *Tree) TopOf(first, end int) int {
	for k := first; k < min(end, first+maxPhrase); k++ {
		if h := t.Head(k); (h < first || h >= end) && t.Relation(k) != Punct {
			return k
		}
	}
	return first
}

// ClauseOf is the predicate whose subject, object or other part token i stands
// in, or the root of its sentence.
func (t *Tree) ClauseOf(i int) int {
	for range maxClimb {
		h := t.Head(i)
		if h < 0 {
			return i
		}
		if t.Relation(i).Is(Nsubj, NsubjPass, Csubj, CsubjPass, Obj, Iobj, Obl, Advmod) {
			return h
		}
		i = h
	}
	return i
}

// ActsOn reports whether token i is by whom something is done to the subject of
// predicate v, as a clause before or behind v says: "asked by Lee, she left".
func (t *Tree) ActsOn(i, v int) bool {
	h := t.Head(i)
	return t.Relation(i) == OblAgent && h >= 0 && t.Relation(h) == Advcl && t.Head(h) == v
}

// InParticipleOf reports whether token i stands in a clause that a participle makes beside
// predicate v, whose subject is that of v: Lee in "asked whether Lee would stay, she left".
func (t *Tree) InParticipleOf(i, v int) bool {
	for range maxClimb {
		h := t.Head(i)
		if h < 0 {
			return false
		}
		if h == v {
			return t.Relation(i) == Advcl && (t.tag(i) == "VBN" || t.tag(i) == "VBG") && t.ownSubject(i) < 0
		}
		i = h
	}
	return false
}

// AskedTo reports whether token i is what an infinitive does something to of which token j
// is the subject, since the verb over the infinitive has j for its object or behind its
// preposition: "him" and Day in "Lee asked Day to help him". Known is whether i stands so, and
// the verb is one that asks reports true for.
func (t *Tree) AskedTo(i, j int, asks func(verb int) bool) (asked, known bool) {
	v := t.Head(i)
	if v < 0 || !t.Relation(i).Is(Obj, Iobj, Obl) || !t.Relation(v).Is(Xcomp, Advcl) {
		return false, false
	}
	over := t.Head(v)
	if t.tag(v) != "VB" || !asks(over) {
		return false, false
	}
	by := t.Child(over, Obj, Iobj)
	if by < 0 {
		by = t.Child(over, Obl)
	}
	if by < over || by > v {
		return false, false
	}
	return t.names(j, by), true
}

// InRelativeOf reports whether token i is the subject or the object in a relative clause of
// token j, who is another there: "Lee, whom he trusted", "Lee, who trusted him".
func (t *Tree) InRelativeOf(i, j int) bool {
	v := t.Head(i)
	return v >= 0 && t.Relation(i).Is(Nsubj, NsubjPass, Obj, Iobj) && t.Relation(v) == AclRelcl && t.names(j, t.Head(v))
}

// names reports whether token j is token i, or has that in its name or in apposition.
func (t *Tree) names(j, i int) bool {
	for range maxJoined {
		if j == i {
			return true
		}
		if !t.Relation(j).Is(Flat, Compound, Appos, NmodDesc) {
			return false
		}
		j = t.Head(j)
	}
	return false
}

// DoneBy reports whether token i is the object of a participle or an infinitive that
// says what the subject of its clause does, of whose phrase token j is a part:
// "sentencing him, Lee said".
func (t *Tree) DoneBy(i, j int) bool {
	v := t.Head(i)
	if v < 0 || !t.Relation(i).Is(Obj, Iobj) || !t.Relation(v).Is(Advcl) || t.ownSubject(v) >= 0 {
		return false
	}
	subject := t.ownSubject(t.Head(v))
	return subject >= 0 && t.Under(j, subject)
}

// A Link is how one clause hangs on another.
type Link uint8

// The links. Within says that both are one clause; those from AroundSpeech on,
// that the second clause hangs on the first.
const (
	Within       Link = iota
	InSpeech          // "Lee said she left", seen from "left"
	InInfinitive      // "Lee hoped to see her"
	InAdverbial       // "Lee left when she called"
	JoinedTo          // "Lee came and she left"
	BesideSpeech      // "Lee came, she said"
	OtherLink
	AroundSpeech    // "she said Lee left", seen from "said"
	AroundAdverbial // "when Lee called, she left"
	AroundRelative  // "she, who saw Lee, left"
	AroundOther
	NumLinks
)

// LinkOf is how the clause of predicate v stands to that of u, of one sentence.
func (t *Tree) LinkOf(v, u int) Link {
	if v == u {
		return Within
	}
	if r := t.branch(v, u); r != NoRelation {
		switch r {
		case Ccomp:
			return InSpeech
		case Xcomp:
			return InInfinitive
		case Advcl:
			return InAdverbial
		case Conj:
			return JoinedTo
		case Parataxis:
			return BesideSpeech
		}
		return OtherLink
	}
	switch t.branch(u, v) {
	case NoRelation:
		return OtherLink
	case Ccomp, Parataxis:
		return AroundSpeech
	case Advcl:
		return AroundAdverbial
	case Acl, AclRelcl:
		return AroundRelative
	}
	return AroundOther
}

// IsMain reports whether predicate v is that of its sentence, or joined to or put beside it:
// "The mill fell, Lee said".
func (t *Tree) IsMain(v int) bool {
	h := t.Head(v)
	return h < 0 || t.Head(h) < 0 && t.Relation(v).Is(Conj, Parataxis)
}

// branch is the relation by which the words that hold i hang on top, or NoRelation
// if i does not hang on it.
func (t *Tree) branch(i, top int) Relation {
	if n := &t.subtrees[top]; i < int(n.first) || i >= int(n.end) {
		return NoRelation
	}
	for range maxClimb {
		h := t.Head(i)
		switch {
		case h < 0:
			return NoRelation
		case h == top:
			return t.Relation(i)
		}
		i = h
	}
	return NoRelation
}

// A ClauseKind is what a clause is in its sentence.
type ClauseKind uint8

// The kinds.
const (
	MainClause ClauseKind = iota
	JoinedClause
	OtherClause
	NumClauseKinds
)

// KindOf is the kind of the clause of predicate v.
func (t *Tree) KindOf(v int) ClauseKind {
	switch {
	case t.Head(v) < 0:
		return MainClause
	case t.Relation(v).Is(Conj, Parataxis):
		return JoinedClause
	}
	return OtherClause
}

// InSubjectOf reports whether token i stands in a clause within the subject of the
// predicate that the verb or auxiliary v belongs to: the boy in "a nurse who found a boy
// told police".
func (t *Tree) InSubjectOf(i, v int) bool {
	if t.Relation(v).Is(Aux, AuxPass, Cop) {
		v = t.Head(v)
	}
	subject := t.ownSubject(v)
	if subject < 0 || !t.Under(i, subject) {
		return false
	}
	clause := false
	for n := 0; n < maxClimb && i != subject; n++ {
		clause = clause || t.Relation(i).Is(Acl, AclRelcl)
		i = t.Head(i)
	}
	return clause
}

// Apposed reports whether token i stands in apposition to token j, or is part of a phrase
// that does: Lee in "her lawyer, the former prosecutor Ann Lee," to "lawyer".
func (t *Tree) Apposed(i, j int) bool {
	for range maxJoined {
		r := t.Relation(i)
		if !r.Is(Appos, Flat, Compound) {
			return false
		}
		if i = t.Head(i); i == j {
			return r == Appos
		}
	}
	return false
}

// BesideObject reports whether token i, which a preposition governs, is part of the clause
// of which token j is the object: "asked the police for a report".
func (t *Tree) BesideObject(i, j int) bool {
	return t.Relation(i) == Obl && t.Relation(j).Is(Obj, Iobj) && t.Head(i) == t.Head(j)
}

// HasSubject reports whether token i is the object of a verb before it that has a subject.
func (t *Tree) HasSubject(i int) bool {
	v := t.Head(i)
	return t.Relation(i).Is(Obj, Iobj) && v < i && t.ownSubject(v) >= 0 && t.ownSubject(v) < v
}

// IsObjectOf reports whether token i is the object of a verb whose subject is token j, or
// has that in its name or in apposition: "Mayor Lee, who was there, thanked her".
func (t *Tree) IsObjectOf(i, j int) bool {
	if !t.Relation(i).Is(Obj, Iobj) {
		return false
	}
	v := t.Head(i)
	if t.ownSubject(v) < 0 && !t.Relation(v).Is(Conj, Acl, AclRelcl) {
		return false
	}
	subject := t.Subject(v)
	if subject >= 0 && t.tag(subject) == "WP" && t.Relation(t.Head(subject)) == AclRelcl {
		subject = t.Head(t.Head(subject))
	}
	return subject >= 0 && t.names(j, subject)
}
