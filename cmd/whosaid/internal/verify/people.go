package verify

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/entities"
)

// A sameness is whether two speakers are one.
type sameness int

const (
	open sameness = iota // nothing decides it
	same
	other
)

// people know who is who in the answer and the sources.
type people struct {
	x      *index
	answer *whosaid.Document
	merged map[entities.Ref]int
	groups int // the numbers of merged people end here
	// has says which merged people a document has, known which of them the sources have.
	has   map[[2]int]bool
	known map[int]bool
	// apart are pairs of whom a correction says that they are not the same.
	apart map[[2]int]bool
}

// newPeople joins the entities of the answer, document 0, and of the sources,
// document i+1, by their names and by corrections.
func newPeople(x *index, answer *whosaid.Document, fixes []corrections.Correction) (*people, error) {
	m, err := entities.NewMerger()
	if err != nil {
		return nil, err
	}
	documents := []*whosaid.Document{answer}
	for _, s := range x.sources {
		documents = append(documents, s.Document)
	}
	for _, d := range documents {
		m.Add(d)
	}
	p := &people{
		x: x, answer: answer, merged: map[entities.Ref]int{}, has: map[[2]int]bool{}, known: map[int]bool{}, apart: map[[2]int]bool{},
	}
	for i, e := range m.Entities() {
		for _, r := range e.Refs {
			p.merged[r] = i
		}
		p.groups = i
	}
	p.correct(documents, fixes)
	for r, who := range p.merged {
		p.has[[2]int{r.Doc, who}] = true
		p.known[who] = p.known[who] || r.Doc > 0
	}
	return p, nil
}

// A party is whoever speaks a quote: of document doc, as people count them.
type party struct {
	doc int
	d   *whosaid.Document
	q   *whosaid.Quote
}

// names are the speakers that have one.
func (a party) names() (list []*whosaid.Entity) {
	for _, e := range a.d.Speakers(a.q) {
		if e.Name != "" {
			list = append(list, e)
		}
	}
	return list
}

// known reports whether the text says anything of the speaker.
func (a party) known() bool { return a.q != nil && (a.q.Speaker != 0 || !a.q.Source.Empty()) }

// compare says whether the answer's speaker of a quote is the source's.
func (p *people) compare(a, s party) sameness {
	if !a.known() {
		return same // the answer says nothing of it
	}
	ours := a.names()
	if len(ours) == 0 {
		return p.described(a, s)
	}
	if s.known() {
		if theirs := s.names(); len(theirs) > 0 {
			return p.named(a, ours, s, theirs)
		}
	}
	for _, e := range ours {
		if !p.absent(a, e) {
			return p.nameless(s, e)
		}
	}
	return other // nobody of that name is in the sources
}

// named compares speakers that have names.
func (p *people) named(a party, ours []*whosaid.Entity, s party, theirs []*whosaid.Entity) sameness {
	result := other
	for _, e := range ours {
		who := p.merged[entities.Ref{Doc: a.doc, Entity: e.ID}]
		for _, f := range theirs {
			them := p.merged[entities.Ref{Doc: s.doc, Entity: f.ID}]
			switch {
			case who == them:
				return same
			case p.apart[[2]int{who, them}]: // an editor tells them apart
			case p.has[[2]int{s.doc, who}] && !p.speaksFor(a, e, s, f): // the source tells them apart
			case e.Kind == whosaid.EntityPlace || f.Kind == whosaid.EntityPlace, alike(e, f), p.speaksFor(a, e, s, f):
				result = open // "Beijing" for a ministry, "Lee" of two Lees, a firm and its head
			}
		}
	}
	return result
}

// speaksFor reports whether one is a person and the other the body of one of
// that person's roles.
func (p *people) speaksFor(a party, e *whosaid.Entity, s party, f *whosaid.Entity) bool {
	of := func(x party, person *whosaid.Entity, y party, body *whosaid.Entity) bool {
		return slices.ContainsFunc(person.Roles, func(r whosaid.Role) bool {
			return r.Org != 0 && p.merged[entities.Ref{Doc: x.doc, Entity: r.Org}] == p.merged[entities.Ref{Doc: y.doc, Entity: body.ID}]
		})
	}
	return of(a, e, s, f) || of(s, f, a, e)
}

// alike reports whether two names may be forms of one: all words of the shorter
// are in the longer one.
func alike(e, f *whosaid.Entity) bool {
	for _, a := range append([]string{e.Name}, e.Aliases...) {
		for _, b := range append([]string{f.Name}, f.Aliases...) {
			x, y := nameWords(a), nameWords(b)
			if len(x) > len(y) {
				x, y = y, x
			}
			if len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) }) {
				return true
			}
		}
	}
	return false
}

func nameWords(name string) (out []string) {
	for _, t := range tokens(name, 0, len(name)) {
		out = append(out, strings.TrimSuffix(t.form, "'s"))
	}
	return out
}

// absent reports whether no source has somebody, or the last word of any form of
// the name.
func (p *people) absent(a party, e *whosaid.Entity) bool {
	if p.known[p.merged[entities.Ref{Doc: a.doc, Entity: e.ID}]] {
		return false
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		words := nameWords(name)
		if len(words) == 0 {
			return false
		}
		last := words[len(words)-1]
		if p.x.count(p.x.ids[last]) > 0 || p.x.count(p.x.ids[last+"'s"]) > 0 {
			return false
		}
	}
	return true
}

// nameless says whether a speaker without a name may be e, whom the sources
// name: an indefinite "a spokesman" is no person that has a name.
func (p *people) nameless(s party, e *whosaid.Entity) sameness {
	if !s.known() || e.Kind != whosaid.EntityPerson {
		return open
	}
	called := s.d.Slice(s.q.Source)
	if e := s.d.Entity(s.q.Speaker); e != nil {
		called = e.Called()
	}
	words := tokens(called, 0, len(called))
	unnamed := s.q.SourceType == whosaid.SourceUnnamedPerson || s.q.SourceType == whosaid.SourceUnnamedGroup
	if unnamed && len(words) > 0 && (words[0].form == "a" || words[0].form == "an") {
		return other
	}
	return open
}

// described compares a speaker that the answer gives no name with the source's, by
// what they are called: "the mayor" may be Ann Lee, mayor of Lund.
func (p *people) described(a, s party) sameness {
	if !s.known() {
		return open
	}
	ours := p.called(a)
	theirs := p.called(s)
	for w := range ours {
		if theirs[w] {
			return same
		}
	}
	return open
}

// called are the stems of the words that describe a speaker.
func (p *people) called(a party) map[string]bool {
	out := map[string]bool{}
	add := func(text string) {
		for _, t := range tokens(text, 0, len(text)) {
			if p.x.lex.classes[t.form]&(wFunction|wNegation) == 0 {
				out[p.x.lex.stem(t.form)] = true
			}
		}
	}
	add(a.d.Slice(a.q.Source))
	for _, e := range a.d.Speakers(a.q) {
		add(e.Description)
		for _, r := range e.Roles {
			add(r.Title)
		}
	}
	return out
}
