package entity

import (
	"context"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
)

// A link is a pronoun or nominal with what it refers to: a cluster, or,
// counting on from the last cluster, a participant without a name.
type link struct {
	span    whosaid.Span
	cluster int
	form    whosaid.MentionForm
	score   float64
}

// A Linker links pronouns and nominals to entities. It is a *coref.Ranker, or
// what stands in for it when one is trained.
type Linker interface {
	Resolve(ctx context.Context, d *whosaid.Document, names []coref.Name, ents []coref.Entity) (coref.Result, error)
}

// A described is a participant without a name.
type described struct {
	coref.Described
	members []int // clusters
	links   int
}

// references are what the linker found.
type references struct {
	links     []link
	described []described
	genders   map[int]Gender // of clusters
}

// refer asks the linker for the pronouns and nominals that mean a cluster, and
// for those without a name.
func (r *Resolver) refer(ctx context.Context, c *clusters, roles []role) (*references, error) {
	number, of, ents := c.entities(r.gender)
	c.formIndex = formIndex{} // nobody asks it behind here
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
	cluster := func(i int) int {
		if i < len(of) {
			return of[i]
		}
		return len(c.all) + i - len(of)
	}
	out := &references{genders: make(map[int]Gender, len(of))}
	for i, g := range found.Genders {
		out.genders[of[i]] = g
	}
	for _, d := range found.Described {
		next := described{Described: d}
		for _, m := range d.Members {
			next.members = append(next.members, cluster(m))
		}
		out.described = append(out.described, next)
	}
	for _, l := range found.Links {
		if l.Entity >= len(of) {
			out.described[l.Entity-len(of)].links++
		}
		out.links = append(out.links, link{c.span(l.First, l.End), cluster(l.Entity), l.Form, l.Score})
	}
	return out, nil
}

// span is the text of tokens.
func (c *clusters) span(first, end int) whosaid.Span {
	return whosaid.Span{Start: c.d.Tokens[first].Start, End: c.d.Tokens[end-1].End}
}

// keep drops participants without a name that matter little: those that the
// text refers to only once and that say nothing, and all but the most of the
// rest, by how often it refers to them. A negative number keeps the rest.
func (f *references) keep(clusters, most int) {
	counts := func(d *described) bool {
		return d.links > 1 || d.links == 1 && (d.Speaks || d.Members != nil)
	}
	var list []int
	for i := range f.described {
		if counts(&f.described[i]) {
			list = append(list, i)
		}
	}
	if most >= 0 && len(list) > most {
		slices.SortStableFunc(list, func(a, b int) int { return f.described[b].links - f.described[a].links })
		list = list[:most]
	}
	kept := make([]bool, len(f.described))
	for _, i := range list {
		kept[i] = true
	}
	f.links = slices.DeleteFunc(f.links, func(l link) bool { return l.cluster >= clusters && !kept[l.cluster-clusters] })
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
		if gender != nil && cl.kind == whosaid.EntityPerson {
			e.Guess = gender(firstWord(cl.name))
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

// called is the name of a cluster, or the description of one without.
func (c *clusters) called(i int, f *references) string {
	if i < len(c.all) {
		return c.all[i].name
	}
	d := &f.described[i-len(c.all)]
	if d.members == nil {
		return clean(c.d.Slice(c.span(d.First, d.End)))
	}
	names := make([]string, len(d.members))
	for k, m := range d.members {
		names[k] = c.called(m, f)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// entity describes a cluster, all but its mentions and roles.
func (c *clusters) entity(i int, f *references) whosaid.Entity {
	if i < len(c.all) {
		cl := &c.all[i]
		return whosaid.Entity{Kind: cl.kind, Name: cl.name, Aliases: cl.aliases, Gender: genderOf(f.genders[i])}
	}
	d := &f.described[i-len(c.all)]
	return whosaid.Entity{Kind: d.Kind, Description: c.called(i, f), Number: numberOf(d.Number), Gender: genderOf(d.Gender)}
}

// genderOf is the gender as a document has it, "" if it is unknown.
func genderOf(g Gender) whosaid.Gender {
	switch g {
	case Male:
		return whosaid.GenderMale
	case Female:
		return whosaid.GenderFemale
	}
	return ""
}

// numberOf is the number as a document has it.
func numberOf(n coref.Number) whosaid.Number {
	switch n {
	case coref.Several:
		return whosaid.NumberSeveral
	case coref.Crowd:
		return whosaid.NumberCrowd
	default:
		return whosaid.NumberOne
	}
}
