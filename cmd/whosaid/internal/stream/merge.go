package stream

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
)

// A document is what a merge needs of one: its name, and its entities with their
// names and aliases.
type document struct {
	Doc      string           `json:"doc"`
	Entities []whosaid.Entity `json:"entities"`
}

// merged is an entity across documents.
type merged struct {
	Kind    whosaid.EntityKind `json:"kind"`
	Name    string             `json:"name"`
	Aliases []string           `json:"aliases"`
	Refs    []ref              `json:"refs"`
}

type ref struct {
	Doc    string           `json:"doc"`
	Entity whosaid.EntityID `json:"entity"`
}

// Merge answers {"documents": [{"doc": …, "entities": [{"id", "kind", "name",
// "aliases"} …]} …]} with {"merged": […]}, as an entities.Merger joins them.
func Merge(_ context.Context, line []byte, w io.Writer) error {
	var in struct {
		Documents []document `json:"documents"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return fmt.Errorf("not a list of documents: %w", err)
	}
	m, err := entities.NewMerger()
	if err != nil {
		return err
	}
	for _, d := range in.Documents {
		m.Add(&whosaid.Document{Entities: d.Entities})
	}
	b, err := json.Marshal(map[string][]merged{"merged": named(m.Entities(), in.Documents)})
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// named is what a Merger found, with the names of the documents.
func named(found []entities.Merged, docs []document) []merged {
	out := make([]merged, len(found))
	for i, e := range found {
		out[i] = merged{e.Kind, e.Name, append([]string{}, e.Aliases...), make([]ref, len(e.Refs))}
		for k, r := range e.Refs {
			out[i].Refs[k] = ref{docs[r.Doc].Doc, r.Entity}
		}
	}
	return out
}
