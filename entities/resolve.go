package entities

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// A Resolver joins the mentions of one entity. It is safe for concurrent use.
type Resolver struct {
	lex *lexicon
}

// NewResolver returns a Resolver with the built-in tables of aliases, demonyms
// and roles.
func NewResolver() (*Resolver, error) {
	lex, err := newLexicon()
	return &Resolver{lex: lex}, err
}

// Resolve joins names into entities, and adds the pronouns and nominals that
// refer to them, and the roles of people. It does not modify d. Names must be
// in text order and must not overlap.
func (r *Resolver) Resolve(d *whosaid.Document, names []Name) ([]whosaid.Entity, []whosaid.Mention) {
	c := newClusters(d, r.lex)
	for i := range names {
		c.add(&names[i])
	}
	c.settle()
	roles := findRoles(d, r.lex, c)
	links := resolveReferences(d, r.lex, c, roles)
	return c.result(roles, links)
}

// result numbers the clusters by their first mention and lists all mentions in
// text order.
func (c *clusters) result(roles []role, links []link) ([]whosaid.Entity, []whosaid.Mention) {
	type mention struct {
		whosaid.Mention
		cluster int
	}
	var all []mention
	for _, m := range c.mentions {
		all = append(all, mention{whosaid.Mention{Span: m.span, Form: whosaid.Named, Score: m.score}, c.root(m.cluster)})
	}
	for _, l := range links {
		all = append(all, mention{whosaid.Mention{Span: l.span, Form: l.form, Score: l.score}, c.root(l.cluster)})
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	ids := make(map[int]whosaid.EntityID, len(c.all))
	var es []whosaid.Entity
	ms := make([]whosaid.Mention, 0, len(all))
	for _, m := range all {
		id := ids[m.cluster]
		if id == 0 {
			id = whosaid.EntityID(len(es) + 1)
			ids[m.cluster] = id
			cl := &c.all[m.cluster]
			es = append(es, whosaid.Entity{ID: id, Kind: cl.kind, Name: cl.name, Aliases: cl.aliases})
		}
		m.Entity = id
		es[id-1].Mentions = append(es[id-1].Mentions, len(ms))
		ms = append(ms, m.Mention)
	}
	for _, ro := range roles {
		e := &es[ids[c.root(ro.person)]-1]
		var org whosaid.EntityID
		if ro.org >= 0 {
			org = ids[c.root(ro.org)]
		}
		e.Roles = append(e.Roles, whosaid.Role{Span: ro.span, Title: clean(c.d.Slice(ro.span)), Org: org})
	}
	return es, ms
}
