// Package view makes a page of its own out of an article: the text with what
// was found in it, to look at and to click through.
package view

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// A Model is what the page shows. Ranges count UTF-16 code units of Text, as
// JavaScript does. It says nothing twice, so that it stays small: words are
// ranges, and what an entity is called is said by the entity.
type Model struct {
	Title     string    `json:"title"`
	Author    string    `json:"author,omitempty"`
	Section   string    `json:"section,omitempty"`
	URL       string    `json:"url,omitempty"`
	Published string    `json:"published,omitempty"`
	Warnings  []string  `json:"warnings,omitempty"` // of reading the file
	Text      string    `json:"text,omitempty"`     // in a page of its own the page has it
	Headlines []Range   `json:"headlines"`
	Entities  []Entity  `json:"entities"`
	Mentions  []Mention `json:"mentions"`
	Dates     []Date    `json:"dates"`
	Quotes    []Quote   `json:"quotes"`
	Claims    []Claim   `json:"claims"`
}

type (
	// A Range is [start, end).
	Range [2]int
	// An Entity is a name with what is known of it, or else a description of
	// one without a name. Ids count from 1.
	Entity struct {
		ID          int      `json:"id"`
		Kind        string   `json:"kind"`
		Name        string   `json:"name,omitempty"`
		Description string   `json:"description,omitempty"`
		Aliases     []string `json:"aliases,omitempty"`
		Roles       []string `json:"roles,omitempty"`
	}
	// A Mention is a place that means an entity: start, end, the entity, and 0
	// for its name, 1 for a pronoun or a noun.
	Mention [4]int
	// A Date is an expression of time.
	Date struct {
		At    Range  `json:"at"`
		Type  string `json:"type"`
		Value string `json:"value"`
		Mod   string `json:"mod,omitempty"`
		From  string `json:"from,omitempty"`
		To    string `json:"to,omitempty"`
	}
	// A Quote is a quote with its speaker, 0 for a source that is no entity.
	Quote struct {
		ID         int     `json:"id"`
		Pieces     []Range `json:"pieces"`
		Cue        *Range  `json:"cue,omitempty"`
		Source     *Range  `json:"source,omitempty"`
		Speaker    int     `json:"speaker,omitempty"`
		Who        string  `json:"who,omitempty"` // if that is not what the speaker is called
		Form       string  `json:"form"`
		CueClass   string  `json:"cueClass,omitempty"`
		Negated    bool    `json:"negated,omitempty"`
		Modality   string  `json:"modality,omitempty"`
		SourceType string  `json:"sourceType,omitempty"`
		Why        *Range  `json:"why,omitempty"` // the justification of the source
		Score      float64 `json:"score"`
	}
	// A Claim is a proposition with its claimant; neither Speaker nor Who for
	// the narrator.
	Claim struct {
		Pieces  []Range `json:"pieces"`
		Subject *Range  `json:"subject,omitempty"` // if it lies before the pieces
		Speaker int     `json:"speaker,omitempty"`
		Who     string  `json:"who,omitempty"` // if that is not what the speaker is called
		Type    string  `json:"type"`
		Negated bool    `json:"negated,omitempty"`
		Hedge   string  `json:"hedge,omitempty"`
	}
)

// Of makes the model of the article a, read as d.
func Of(a *input.Article, d *whosaid.Document) *Model {
	b := builder{d, textpos.New(d.Text)}
	title := textpos.Clean(a.Title)
	if title == "" {
		title = textpos.Clean(path.Base(filepath.ToSlash(a.ID)))
	}
	var warnings []string
	for _, w := range a.Warnings {
		warnings = append(warnings, textpos.Clean(w.Error()))
	}
	return &Model{
		Title: title, Author: textpos.Clean(a.Author), Section: textpos.Clean(a.Section), URL: textpos.Clean(a.URL),
		Published: table.Day(d.Published), Warnings: warnings, Text: textpos.Clean(d.Text),
		Headlines: b.headlines(),
		Entities:  each(d.Entities, b.entity),
		Mentions:  each(d.Mentions, b.mention),
		Dates:     each(d.Dates, b.date),
		Quotes:    each(d.Quotes, b.quote),
		Claims:    each(d.Claims, b.claim),
	}
}

// each makes something of each element of a list. None gives [], not null.
func each[T, S any](list []T, f func(*T) S) []S {
	out := make([]S, len(list))
	for i := range list {
		out[i] = f(&list[i])
	}
	return out
}

type builder struct {
	d *whosaid.Document
	x *textpos.Index
}

func (b builder) at(s whosaid.Span) Range {
	start, end := b.x.UTF16(s)
	return Range{start, end}
}

// some is the range of s, nil if it is not in the text.
func (b builder) some(s whosaid.Span) *Range {
	if s.Empty() {
		return nil
	}
	r := b.at(s)
	return &r
}

func (b builder) all(spans []whosaid.Span) []Range {
	return each(spans, func(s *whosaid.Span) Range { return b.at(*s) })
}

func (b builder) headlines() []Range {
	out := []Range{}
	for _, s := range b.d.Sentences {
		if s.Kind == whosaid.SentenceHeadline {
			out = append(out, b.at(s.Span))
		}
	}
	return out
}

func (b builder) mention(m *whosaid.Mention) Mention {
	r, anaphor := b.at(m.Span), 0
	if m.Form != whosaid.MentionName {
		anaphor = 1
	}
	return Mention{r[0], r[1], int(m.Entity), anaphor}
}

func (b builder) date(t *whosaid.Date) Date {
	return Date{b.at(t.Span), string(t.Type), t.Value, t.Mod, table.Day(t.From), table.Day(t.To)}
}

// who is what a speaker is called here, "" if that is what it is always called.
func (b builder) who(id whosaid.EntityID, name string) string {
	if e := b.d.Entity(id); e != nil && e.Called() == name {
		return ""
	}
	return textpos.Clean(name)
}

func (b builder) entity(e *whosaid.Entity) Entity {
	out := Entity{ID: int(e.ID), Kind: string(e.Kind), Name: textpos.Clean(e.Name), Description: textpos.Clean(e.Description)}
	for _, a := range e.Aliases {
		out.Aliases = append(out.Aliases, textpos.Clean(a))
	}
	for _, r := range e.Roles {
		s := textpos.Clean(r.Title)
		if org := b.d.Entity(r.Org); org != nil && !strings.Contains(s, org.Called()) {
			s += ", " + textpos.Clean(org.Called())
		}
		out.Roles = append(out.Roles, s)
	}
	return out
}

func (b builder) quote(q *whosaid.Quote) Quote {
	return Quote{
		ID: int(q.ID), Pieces: b.all(q.Content), Cue: b.some(q.Cue), Source: b.some(q.Source), Speaker: int(q.Speaker),
		Who: b.who(q.Speaker, b.d.Who(q)), Form: string(q.Form), CueClass: string(q.CueClass),
		Negated: q.Negated, Modality: string(q.Modality), SourceType: string(q.SourceType), Why: b.some(q.Justification), Score: q.Score,
	}
}

func (b builder) claim(c *whosaid.Claim) Claim {
	out := Claim{
		Pieces: b.all(c.Spans), Speaker: int(c.Claimant.Entity), Who: b.who(c.Claimant.Entity, b.d.WhoClaims(c)),
		Type: string(c.Type), Negated: c.Negated, Hedge: textpos.Clean(b.d.Slice(c.Hedge)),
	}
	if len(c.Spans) > 0 && c.Subject.Start < c.Spans[0].Start {
		out.Subject = b.some(c.Subject)
	}
	return out
}
