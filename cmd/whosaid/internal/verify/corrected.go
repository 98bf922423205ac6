package verify

import (
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/entities"
)

// correct gives the quotes of the answer and the sources the speakers that
// corrections say.
func correct(answer *whosaid.Document, sources []*Source, fixes []corrections.Correction) {
	for i := range fixes {
		c := &fixes[i]
		if c.What == corrections.NoName {
			unname(answer, c.Names())
		}
		for _, s := range sources {
			switch {
			case c.What == corrections.NoName:
				unname(s.Document, c.Names())
			case (c.What == corrections.Speaker || c.What == corrections.Source) && c.Of(s.ID, s.URL):
				speak(s.Document, c)
			}
		}
	}
}

// unname takes the quotes from entities whose name is none. Their source stays, as
// the text has it.
func unname(d *whosaid.Document, names map[string]bool) {
	none := func(id whosaid.EntityID) bool {
		e := d.Entity(id)
		return e != nil && names[corrections.Fold(e.Name)]
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		q.Others = slices.DeleteFunc(slices.Clone(q.Others), none)
		if !none(q.Speaker) {
			continue
		}
		q.Speaker = 0
		if len(q.Others) > 0 {
			q.Speaker, q.Others = q.Others[0], q.Others[1:]
		}
	}
}

// speak gives the quotes of d that a correction means their speaker.
func speak(d *whosaid.Document, c *corrections.Correction) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		if q.Parent != 0 || !c.Begins(d.Words(q.Content...)) {
			continue
		}
		q.Others, q.Source = nil, whosaid.Span{}
		if c.What == corrections.Speaker {
			q.Speaker, q.SourceType = entityOf(d, c.Args[2]), whosaid.SourceNamedPerson
			continue
		}
		q.Speaker, q.SourceType = addEntity(d, whosaid.Entity{Description: c.Args[2]}), whosaid.SourceUnnamedPerson
	}
}

// entityOf is the entity of d with a name, which it gets if it has none.
func entityOf(d *whosaid.Document, name string) whosaid.EntityID {
	is := func(s string) bool { return corrections.Fold(s) == corrections.Fold(name) }
	for i := range d.Entities {
		if is(d.Entities[i].Name) {
			return d.Entities[i].ID
		}
	}
	return addEntity(d, whosaid.Entity{Name: name})
}

func addEntity(d *whosaid.Document, e whosaid.Entity) whosaid.EntityID {
	e.ID, e.Kind = whosaid.EntityID(len(d.Entities)+1), whosaid.EntityPerson
	d.Entities = append(d.Entities, e)
	return e.ID
}

// correct changes who is who by corrections: first who is not the same, then who
// is, as the database does. documents are those that were joined.
func (p *people) correct(documents []*whosaid.Document, fixes []corrections.Correction) {
	for i := range fixes {
		if c := &fixes[i]; c.What == corrections.Apart {
			p.part(documents, c)
		}
	}
	for i := range fixes {
		if c := &fixes[i]; c.What == corrections.Same {
			p.unite(documents, c)
		}
	}
}

// part makes each name of a correction a person of its own.
func (p *people) part(documents []*whosaid.Document, c *corrections.Correction) {
	type form struct {
		kind whosaid.EntityKind
		name string
	}
	own := map[form]int{}
	having(documents, c, func(r entities.Ref, e *whosaid.Entity) {
		f := form{e.Kind, corrections.Fold(e.Name)}
		if own[f] == 0 {
			p.groups++
			own[f] = p.groups
		}
		p.merged[r] = own[f]
	})
	for _, a := range own {
		for _, b := range own {
			p.apart[[2]int{a, b}] = a != b
		}
	}
}

// unite makes all who have a name of the correction one.
func (p *people) unite(documents []*whosaid.Document, c *corrections.Correction) {
	joined := map[int]bool{}
	having(documents, c, func(r entities.Ref, _ *whosaid.Entity) { joined[p.merged[r]] = true })
	p.groups++
	for r, who := range p.merged {
		if joined[who] {
			p.merged[r] = p.groups
		}
	}
}

// having calls do with each entity that has a name of a correction.
func having(documents []*whosaid.Document, c *corrections.Correction, do func(entities.Ref, *whosaid.Entity)) {
	names := c.Names()
	for i, d := range documents {
		for j := range d.Entities {
			if e := &d.Entities[j]; names[corrections.Fold(e.Name)] {
				do(entities.Ref{Doc: i, Entity: e.ID}, e)
			}
		}
	}
}
