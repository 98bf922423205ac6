// Package entity makes entities of names: it tidies what a recognizer found,
// joins the names of one entity, finds the roles of people, and has package
// coref link pronouns and nominals to them. It also has the built-in recognizer
// and the tables of names that a caller knows.
package entity

import (
	"context"

	"github.com/whosaid/whosaid"
)

// A Name is a stretch of text that a Recognizer takes for a name; see package
// entities.
type Name struct {
	whosaid.Span
	Kind  whosaid.EntityKind
	Score float64
}

// A Recognizer finds names as an entities.Recognizer does.
type Recognizer interface {
	Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error)
}

// Names converts between this Name and that of package entities, whose users
// cannot see this one.
func Names[To, From ~struct {
	whosaid.Span
	Kind  whosaid.EntityKind
	Score float64
}](from []From) []To {
	to := make([]To, len(from))
	for i, n := range from {
		to[i] = To(n)
	}
	return to
}

// NoDates are the spans of names in which nothing is a date: "The Sunday
// Times", "Theresa May".
func NoDates(names []Name) []whosaid.Span {
	spans := make([]whosaid.Span, 0, len(names))
	for _, n := range names {
		switch n.Kind {
		case whosaid.EntityPerson, whosaid.EntityOrganization, whosaid.EntityWork, whosaid.EntityProduct:
			spans = append(spans, n.Span)
		case whosaid.EntityPlace, whosaid.EntityGroup, whosaid.EntityEvent: // events are named by their dates
		}
	}
	return spans
}
