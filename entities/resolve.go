package entities

import "github.com/whosaid/whosaid"

// A Resolver joins the mentions of one entity. It is safe for concurrent use.
type Resolver struct{}

// NewResolver returns a Resolver.
func NewResolver() (*Resolver, error) { return &Resolver{}, nil }

// Resolve joins names into entities, and adds the pronouns and nominals that
// refer to them, and the roles of people. It does not modify d.
func (r *Resolver) Resolve(d *whosaid.Document, names []Name) ([]whosaid.Entity, []whosaid.Mention) {
	return nil, nil
}
