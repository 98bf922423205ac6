package syntax

import "strings"

// A Relation is what a token is to its head: one of Universal Dependencies, as
// the treebanks of English give them.
type Relation uint8

// The relations. Subtypes that no stage asks for are folded into their type.
const (
	NoRelation Relation = iota
	Root
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjPass
	Dep
	Det
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
	NumRelations
)

// FirstRelation is the first that an arc between two words may have.
const FirstRelation = Root + 1

var relationNames = [NumRelations]string{
	"", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp",
	"compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
	"goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:pass", "nummod", "obj",
	"obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
}

// String is the name that Universal Dependencies gives the relation.
func (r Relation) String() string { return relationNames[r] }

// older are names of earlier editions.
var older = map[string]string{
	"obl:tmod": "obl:unmarked", "obl:npmod": "obl:unmarked", "nmod:tmod": "nmod:unmarked", "nmod:npmod": "nmod:unmarked",
}

// RelationOf is the relation of that name, without the subtype if that is not
// told apart here, or NoRelation.
func RelationOf(name string) Relation {
	if now, ok := older[name]; ok {
		name = now
	}
	short, _, _ := strings.Cut(name, ":")
	found := NoRelation
	for r, n := range relationNames {
		switch n {
		case name:
			return Relation(r)
		case short:
			found = Relation(r)
		}
	}
	return found
}

// withBits are what the parser sees of the relations of a word's children; all
// others share the last one, and subtypes that have none go with their type.
var withBits = []Relation{
	Nsubj, Csubj, Obj, Iobj, Obl, Ccomp, Xcomp, Advcl, Acl, Aux, AuxPass, Cop, Mark, Case, Det, Amod, Compound, Flat, Nmod, NmodPoss,
	Appos, Conj, Cc, Punct, Nummod, Advmod, Parataxis, Expl, CompoundPrt, AclRelcl, OblUnmarked,
}

func (r Relation) bit() uint32 {
	kind, _, _ := strings.Cut(r.String(), ":")
	bit := len(withBits)
	for i, x := range withBits {
		if x == r {
			return 1 << i
		}
		if x.String() == kind {
			bit = i
		}
	}
	return 1 << bit
}

// Is reports whether r is one of several.
func (r Relation) Is(which ...Relation) bool {
	for _, x := range which {
		if r == x {
			return true
		}
	}
	return false
}

// Subject reports whether r is that of a subject, of an active or a passive
// verb, a noun phrase or a clause.
func (r Relation) Subject() bool { return r.Is(Nsubj, NsubjPass, Csubj, CsubjPass) }
