package entity

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A Ref is an entity of one document of a batch: Doc is the index of the
// document.
type Ref struct {
	Doc    int
	Entity whosaid.EntityID
}

// A Joint is an entity of a whole batch of documents.
type Joint struct {
	Kind whosaid.EntityKind
	// Name is the fullest form of the name in all documents, and Aliases the
	// others, in the order of their first use.
	Name    string
	Aliases []string
	// Refs are the entities that it joins, by document.
	Refs []Ref
}

// A Batch is what Merge found.
type Batch struct {
	// Joints are the entities of all documents, in the order of their first
	// appearance.
	Joints []Joint
	of     map[Ref]int
}

// Of is the index in Joints of an entity of one document, or -1.
func (b *Batch) Of(r Ref) int {
	if i, ok := b.of[r]; ok {
		return i
	}
	return -1
}

// Merge joins the entities of several documents that go by the same name, or
// by names that the table of aliases knows for one. A surname alone, or an
// acronym, is joined to a full name if that is the only one in the batch that
// it fits; two people of one full name cannot be told apart. The documents are
// not changed.
func (r *Resolver) Merge(docs []*whosaid.Document) *Batch {
	m := merger{lex: r.lex, full: map[key]int{}, short: map[key][]int{}, batch: &Batch{of: map[Ref]int{}}}
	var later []Ref
	for i, d := range docs {
		for k := range d.Entities {
			e := &d.Entities[k]
			ref := Ref{i, e.ID}
			if m.isShort(e) {
				later = append(later, ref)
				continue
			}
			m.place(ref, e)
		}
	}
	for _, ref := range later {
		m.placeShort(ref, docs[ref.Doc].Entity(ref.Entity))
	}
	m.sort()
	return m.batch
}

type merger struct {
	lex   *lexicon
	full  map[key]int   // entities by their full names
	short map[key][]int // entities by what they may be called for short
	batch *Batch
}

// isShort reports whether an entity is known by a surname or acronym only.
func (m *merger) isShort(e *whosaid.Entity) bool {
	words := m.lex.wordsOf(e.Kind, e.Name)
	if _, ok := m.lex.alias[key{e.Kind, strings.Join(words, " ")}]; ok {
		return false
	}
	return len(words) < 2 && (e.Kind == whosaid.EntityPerson || isAcronym(e.Name))
}

// fullKey is the key of a full name: of people, the first word and the last.
func (m *merger) fullKey(kind whosaid.EntityKind, words []string) key {
	if kind == whosaid.EntityPerson && len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	k := key{kind, strings.Join(words, " ")}
	if canonical, ok := m.lex.alias[k]; ok {
		k.form = canonical
	}
	return k
}

func (m *merger) place(ref Ref, e *whosaid.Entity) {
	words := m.lex.wordsOf(e.Kind, e.Name)
	k := m.fullKey(e.Kind, words)
	at, ok := m.full[k]
	if !ok {
		at = m.create(e)
		m.full[k] = at
		m.abbreviate(e, words, at)
	}
	m.join(at, ref, e)
}

func (m *merger) create(e *whosaid.Entity) int {
	m.batch.Joints = append(m.batch.Joints, Joint{Kind: e.Kind, Name: e.Name})
	return len(m.batch.Joints) - 1
}

// abbreviate notes what an entity may be called for short.
func (m *merger) abbreviate(e *whosaid.Entity, words []string, at int) {
	forms := map[string]bool{}
	if e.Kind == whosaid.EntityPerson {
		forms[words[len(words)-1]] = true
	} else if in := m.lex.initials(words); len(in) > 1 {
		forms[in] = true
	}
	for _, a := range e.Aliases {
		if isAcronym(a) {
			forms[strings.Join(m.lex.wordsOf(e.Kind, a), " ")] = true
		}
	}
	for f := range forms {
		m.short[key{e.Kind, f}] = append(m.short[key{e.Kind, f}], at)
	}
}

func (m *merger) placeShort(ref Ref, e *whosaid.Entity) {
	k := key{e.Kind, strings.Join(m.lex.wordsOf(e.Kind, e.Name), " ")}
	at, ok := m.full[k]
	if fits := m.short[k]; !ok && len(fits) == 1 {
		at, ok = fits[0], true
	}
	if !ok {
		at = m.create(e)
		m.full[k] = at
	}
	m.join(at, ref, e)
}

// join makes an entity part of a joint one.
func (m *merger) join(at int, ref Ref, e *whosaid.Entity) {
	j := &m.batch.Joints[at]
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		switch {
		case name == j.Name || contains(j.Aliases, name):
		case len(m.lex.wordsOf(j.Kind, name)) > len(m.lex.wordsOf(j.Kind, j.Name)):
			j.Aliases = append(j.Aliases, j.Name)
			j.Name = name
		default:
			j.Aliases = append(j.Aliases, name)
		}
	}
	j.Refs = append(j.Refs, ref)
	m.batch.of[ref] = at
}

// sort puts the joints, and the entities of each, in the order of the
// documents.
func (m *merger) sort() {
	b := m.batch
	for i := range b.Joints {
		slices.SortFunc(b.Joints[i].Refs, Ref.compare)
	}
	slices.SortFunc(b.Joints, func(x, y Joint) int { return x.Refs[0].compare(y.Refs[0]) })
	for i := range b.Joints {
		for _, ref := range b.Joints[i].Refs {
			b.of[ref] = i
		}
	}
}

func (r Ref) compare(other Ref) int {
	if r.Doc != other.Doc {
		return r.Doc - other.Doc
	}
	return int(r.Entity - other.Entity)
}
