package entities

import (
	"fmt"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
)

// A Merger joins the entities of documents. It takes documents one at a time
// and keeps only their names. It is not safe for concurrent use.
//
// It joins entities with the same name, or with names that a table of aliases
// has as one ("U.S.", "United States"). A surname alone, or an acronym, is
// joined to a full name if it fits only that one in all documents. It cannot
// distinguish two people with the same full name.
type Merger struct{ m *entity.Merger }

// A Ref is an entity of one of the documents of a Merger. Doc is the number
// that Add gave the document.
type Ref struct {
	Doc    int
	Entity whosaid.EntityID
}

// A Merged is an entity across the documents of a Merger.
type Merged struct {
	Kind whosaid.EntityKind
	// Name is the fullest form of the name in all documents, and Aliases are
	// the others, at most 64.
	Name    string
	Aliases []string
	// Refs are the entities that it joins, in the order of the documents.
	Refs []Ref
}

// NewMerger returns a Merger without documents. It fails if the table of
// aliases is damaged.
func NewMerger() (*Merger, error) {
	m, err := entity.NewMerger()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	return &Merger{m}, nil
}

// Add enters the entities of d that have a name, and returns the number of d: 0
// for the first document, 1 for the second. It does not change d.
func (m *Merger) Add(d *whosaid.Document) int {
	names := slices.DeleteFunc(slices.Clone(d.Entities), func(e whosaid.Entity) bool { return e.Name == "" })
	return m.m.Add(&whosaid.Document{Entities: names})
}

// Entities returns the entities of the documents so far, in the order of their
// first appearance. More documents may be added afterwards.
func (m *Merger) Entities() []Merged {
	found := m.m.Entities()
	out := make([]Merged, len(found))
	for i, e := range found {
		out[i] = Merged{Kind: e.Kind, Name: e.Name, Aliases: e.Aliases, Refs: make([]Ref, len(e.Refs))}
		for k, r := range e.Refs {
			out[i].Refs[k] = Ref(r)
		}
	}
	return out
}
