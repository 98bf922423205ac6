package entity

import (
	"maps"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// A Ref is an entity of one document: Doc counts the documents of a Merger
// from 0.
type Ref struct {
	Doc    int
	Entity whosaid.EntityID
}

// A Merged is an entity of several documents; see package entities.
type Merged struct {
	Kind    whosaid.EntityKind
	Name    string
	Aliases []string
	Refs    []Ref
}

// A Merger joins the entities of documents. It keeps their names, not the
// documents.
type Merger struct {
	lex    *lexicon
	docs   int
	merged []Merged
	full   map[key]int   // entities by their full names
	short  map[key][]int // entities by what they may be called for short
	later  []Merged      // those known by a short name only, in the order of the documents
}

// NewMerger returns a Merger with the built-in table of aliases.
func NewMerger() (*Merger, error) {
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	return &Merger{lex: lex, full: map[key]int{}, short: map[key][]int{}}, nil
}

// Add enters the entities of d and returns the number of d.
func (m *Merger) Add(d *whosaid.Document) int {
	for i := range d.Entities {
		e := &d.Entities[i]
		one := Merged{Kind: e.Kind, Name: e.Name, Aliases: e.Aliases, Refs: []Ref{{m.docs, e.ID}}}
		if m.isShort(&one) {
			m.later = append(m.later, one)
			continue
		}
		m.place(&one)
	}
	m.docs++
	return m.docs - 1
}

// Entities returns the entities of all documents so far, merged, in the order
// of their first appearance. Those known by a short name alone are placed last,
// when all full names are known.
func (m *Merger) Entities() []Merged {
	all := &Merger{lex: m.lex, full: maps.Clone(m.full), short: m.short, merged: slices.Clone(m.merged)}
	for i := range all.merged {
		e := &all.merged[i]
		e.Aliases, e.Refs = slices.Clone(e.Aliases), slices.Clone(e.Refs)
	}
	for i := range m.later {
		all.placeShort(&m.later[i])
	}
	for i := range all.merged {
		slices.SortFunc(all.merged[i].Refs, Ref.compare)
	}
	slices.SortFunc(all.merged, func(x, y Merged) int { return x.Refs[0].compare(y.Refs[0]) })
	return all.merged
}

// isShort reports whether an entity is known by a surname or acronym only.
func (m *Merger) isShort(e *Merged) bool {
	words := m.lex.wordsOf(e.Kind, e.Name)
	if _, ok := m.lex.alias[key{e.Kind, strings.Join(words, " ")}]; ok {
		return false
	}
	return len(words) < 2 && (e.Kind == whosaid.EntityPerson || isAcronym(e.Name))
}

// fullKey is the key of a full name: of people, the first word and the last.
func (m *Merger) fullKey(kind whosaid.EntityKind, words []string) key {
	if kind == whosaid.EntityPerson && len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	k := key{kind, strings.Join(words, " ")}
	if canonical, ok := m.lex.alias[k]; ok {
		k.form = canonical
	}
	return k
}

func (m *Merger) place(e *Merged) {
	words := m.lex.wordsOf(e.Kind, e.Name)
	k := m.fullKey(e.Kind, words)
	at, ok := m.full[k]
	if !ok {
		at = m.create(e)
		m.full[k] = at
		m.abbreviate(e, words, at)
	}
	m.join(at, e)
}

func (m *Merger) create(e *Merged) int {
	m.merged = append(m.merged, Merged{Kind: e.Kind, Name: e.Name})
	return len(m.merged) - 1
}

// abbreviate notes what an entity may be called for short.
func (m *Merger) abbreviate(e *Merged, words []string, at int) {
	forms := map[string]bool{}
	if e.Kind == whosaid.EntityPerson {
		forms[words[len(words)-1]] = true
	} else if in := m.lex.initials(words, isSmall); len(in) > 1 {
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

func (m *Merger) placeShort(e *Merged) {
	k := key{e.Kind, strings.Join(m.lex.wordsOf(e.Kind, e.Name), " ")}
	at, ok := m.full[k]
	if fits := m.short[k]; !ok && len(fits) == 1 {
		at, ok = fits[0], true
	}
	if !ok {
		at = m.create(e)
		m.full[k] = at
	}
	m.join(at, e)
}

// join makes an entity part of a merged one.
func (m *Merger) join(at int, e *Merged) {
	j := &m.merged[at]
	j.Refs = append(j.Refs, e.Refs...)
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if name == j.Name || slices.Contains(j.Aliases, name) {
			continue
		}
		if len(m.lex.wordsOf(j.Kind, name)) > len(m.lex.wordsOf(j.Kind, j.Name)) {
			name, j.Name = j.Name, name
		}
		if len(j.Aliases) < maxAliases {
			j.Aliases = append(j.Aliases, name)
		}
	}
}

func (r Ref) compare(other Ref) int {
	if r.Doc != other.Doc {
		return r.Doc - other.Doc
	}
	return int(r.Entity - other.Entity)
}
