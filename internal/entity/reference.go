package entity

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
)

// A link is a pronoun or nominal that refers to a cluster.
type link struct {
	span    whosaid.Span
	cluster int
	form    whosaid.MentionForm
	score   float64
}

// A Linker links pronouns and nominals to entities. It is a *coref.Ranker, or
// what stands in for it when one is trained.
type Linker interface {
	Resolve(ctx context.Context, d *whosaid.Document, names []coref.Name, ents []coref.Entity) ([]coref.Link, error)
}

// links asks the linker for the pronouns and nominals that mean a cluster.
func (r *Resolver) links(ctx context.Context, c *clusters, roles []role) ([]link, error) {
	number, of, ents := c.entities(r.gender)
	for _, ro := range roles {
		cr := coref.Role{Head: ro.head, Org: -1}
		if ro.org >= 0 {
			cr.Org = number[c.root(ro.org)]
		}
		e := &ents[number[c.root(ro.person)]]
		if len(e.Roles) < maxRoles {
			e.Roles = append(e.Roles, cr)
		}
	}
	names := make([]coref.Name, 0, len(c.mentions))
	for i := 0; i < len(c.mentions); i++ {
		m := &c.mentions[i]
		if first, end := c.d.TokensIn(m.span); first < end && (len(names) == 0 || names[len(names)-1].End <= first) {
			names = append(names, coref.Name{First: first, End: end, Entity: number[c.root(m.cluster)]})
		}
	}
	found, err := r.linker.Resolve(ctx, c.d, names, ents)
	if err != nil {
		return nil, err
	}
	out := make([]link, 0, len(found))
	for _, l := range found {
		s := whosaid.Span{Start: c.d.Tokens[l.First].Start, End: c.d.Tokens[l.End-1].End}
		out = append(out, link{s, of[l.Entity], l.Form, l.Score})
	}
	return out, nil
}

// maxRoles is how many roles of a person are remembered for "the spokesman".
const maxRoles = 8

// entities numbers the clusters that stand for themselves and describes each.
func (c *clusters) entities(gender func(string) Gender) (number map[int]int, of []int, ents []coref.Entity) {
	number = make(map[int]int, len(c.all))
	for i := range c.all {
		cl := &c.all[i]
		if cl.parent != i {
			continue
		}
		number[i] = len(ents)
		of = append(of, i)
		e := coref.Entity{Kind: cl.kind, Words: cl.words}
		if gender != nil && cl.kind == whosaid.EntityPerson && len(cl.words) > 1 {
			e.Gender = gender(firstWord(cl.name))
		}
		ents = append(ents, e)
	}
	for i, at := range of {
		ents[i].Home = i
		if country, ok := c.country(at); ok {
			ents[i].Home = number[country]
		}
	}
	return number, of, ents
}
