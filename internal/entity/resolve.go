package entity

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
	"github.com/whosaid/whosaid/internal/model"
)

// A Resolver joins the mentions of one entity. It is safe for concurrent use.
type Resolver struct {
	lex    *lexicon
	linker Linker
	gender func(string) Gender
	// described is how many participants without a name are kept; negative means
	// all.
	described int
}

// A Gender is what is known of a person, for "he" and "she".
type Gender = coref.Gender

// The genders. 0 is unknown.
const (
	Male   = coref.Male
	Female = coref.Female
)

// A ResolveOption changes how a Resolver works.
type ResolveOption func(*Resolver)

// WithGender takes the gender of people from their given names. guess returns 0
// for a name that it does not know, and must be safe for concurrent use.
// Without this option gender is taken from the text alone: "Mr.",
// "spokeswoman", "his wife".
func WithGender(guess func(givenName string) Gender) ResolveOption {
	return func(r *Resolver) { r.gender = guess }
}

// WithDescribed bounds how many participants without a name are kept: those that
// the text refers to most often.
func WithDescribed(n int) ResolveOption {
	return func(r *Resolver) { r.described = n }
}

// WithLinker sets what links pronouns and nominals. It is for the training
// program.
func WithLinker(l Linker) ResolveOption {
	return func(r *Resolver) { r.linker = l }
}

// NewResolver returns a Resolver with the built-in model and tables of
// aliases, demonyms and roles, changed by opts. It fails if one of them is
// damaged.
func NewResolver(opts ...ResolveOption) (*Resolver, error) {
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	r := &Resolver{lex: lex, described: -1}
	for _, o := range opts {
		o(r)
	}
	if r.linker == nil {
		if r.linker, err = NewLinker(model.Coref); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// NewLinker opens weights made by internal/cmd/train -task coref; nil links
// nothing.
func NewLinker(weights []byte) (*coref.Ranker, error) {
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	l, err := coref.NewRanker(weights, lex.isRole)
	if err != nil {
		return nil, fmt.Errorf("entity: %w", err)
	}
	return l, nil
}

// Resolve joins names into entities, and adds the pronouns and nominals that
// refer to them, and the roles of people. It does not modify d. Names must be
// in text order and must not overlap; titles in front of people are cut off.
// Resolve fails only if ctx is done, with the error of ctx.
func (r *Resolver) Resolve(ctx context.Context, d *whosaid.Document, names []Name) ([]whosaid.Entity, []whosaid.Mention, error) {
	c := newClusters(d, r.lex)
	names = tidy(d, r.lex, names)
	for i := 0; i < len(names) && ctx.Err() == nil; i++ {
		c.add(&names[i])
	}
	c.settle()
	roles := findRoles(ctx, d, r.lex, c)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	found, err := r.refer(ctx, c, roles.roles)
	if err != nil {
		return nil, nil, err
	}
	found.keep(len(c.all), r.described)
	roles.ofPronouns(found.links)
	es, ms := c.result(roles.roles, found)
	return es, ms, ctx.Err()
}

// result numbers the clusters by their first mention and lists all mentions in
// text order.
func (c *clusters) result(roles []role, found *references) ([]whosaid.Entity, []whosaid.Mention) {
	type mention struct {
		whosaid.Mention
		cluster int
	}
	all := make([]mention, 0, len(c.mentions)+len(found.links))
	for _, m := range c.mentions {
		all = append(all, mention{whosaid.Mention{Span: m.span, Form: whosaid.MentionName, Score: m.score}, c.root(m.cluster)})
	}
	for _, l := range found.links {
		at := l.cluster
		if at < len(c.all) {
			at = c.root(at)
		}
		all = append(all, mention{whosaid.Mention{Span: l.span, Form: l.form, Score: l.score}, at})
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		return cmp.Or(a.Start-b.Start, b.End-a.End)
	})
	ids := make(map[int]whosaid.EntityID, len(c.all))
	var es []whosaid.Entity
	ms := make([]whosaid.Mention, 0, len(all))
	for _, m := range all {
		id := ids[m.cluster]
		if id == 0 {
			id = whosaid.EntityID(len(es) + 1)
			ids[m.cluster] = id
			e := c.entity(m.cluster, found)
			e.ID = id
			es = append(es, e)
		}
		m.Entity = id
		es[id-1].Mentions = append(es[id-1].Mentions, len(ms))
		ms = append(ms, m.Mention)
	}
	slices.SortStableFunc(roles, func(a, b role) int { return a.span.Start - b.span.Start })
	for _, ro := range roles {
		if ro.kin {
			continue
		}
		e := &es[ids[c.root(ro.person)]-1]
		if n := len(e.Roles); n > 0 && e.Roles[n-1].End > ro.span.Start {
			continue
		}
		var org whosaid.EntityID
		if ro.org >= 0 {
			if at := c.root(ro.org); c.all[at].kind != whosaid.EntityGroup {
				org = ids[at]
			}
		}
		e.Roles = append(e.Roles, whosaid.Role{Span: ro.span, Title: clean(c.d.Slice(ro.span)), Org: org})
	}
	return es, ms
}
