package table

import (
	"strings"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// Of lays out the article a, read as d, under the number doc. Broken UTF-8
// becomes U+FFFD; offsets still count the bytes of the text as it came.
func Of(doc int, a *input.Article, d *whosaid.Document) *Rows {
	b := builder{d: d, doc: int64(doc), r: &Rows{}}
	b.r.Document = Document{
		Doc: b.doc, ID: textpos.Clean(a.ID), File: textpos.Clean(a.Place.File), Line: int64(a.Place.Line), Title: textpos.Clean(a.Title),
		Author: textpos.Clean(a.Author), URL: textpos.Clean(a.URL), Published: Day(d.Published), Text: textpos.Clean(d.Text),
		Sentences: int64(len(d.Sentences)), Tokens: int64(len(d.Tokens)),
	}
	b.entities()
	b.mentions()
	b.quotes()
	b.claims()
	b.dates()
	return b.r
}

// Day writes a time: the day alone at midnight UTC, "" for none.
func Day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.UTC().Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

type builder struct {
	d   *whosaid.Document
	doc int64
	r   *Rows
}

func (b *builder) text(s whosaid.Span) string { return textpos.Clean(b.d.Slice(s)) }

func (b *builder) name(id whosaid.EntityID) string {
	if e := b.d.Entity(id); e != nil {
		return textpos.Clean(e.Name)
	}
	return ""
}

func (b *builder) kind(id whosaid.EntityID) string {
	if e := b.d.Entity(id); e != nil {
		return string(e.Kind)
	}
	return ""
}

func (b *builder) entities() {
	spoken := make([]int64, len(b.d.Entities)+1)
	for i := range b.d.Quotes {
		q := &b.d.Quotes[i]
		for _, e := range b.d.Speakers(q) {
			spoken[e.ID]++
		}
	}
	b.r.Entities = make([]Entity, len(b.d.Entities))
	for i := range b.d.Entities {
		e := &b.d.Entities[i]
		b.r.Entities[i] = Entity{
			Doc: b.doc, Entity: int64(e.ID), Kind: string(e.Kind), Name: textpos.Clean(e.Name), Aliases: textpos.Clean(strings.Join(e.Aliases, "; ")),
			Roles: b.roles(e), Mentions: int64(len(e.Mentions)), Quotes: spoken[e.ID],
		}
	}
}

func (b *builder) roles(e *whosaid.Entity) string {
	var list []string
	for _, r := range e.Roles {
		s := textpos.Clean(r.Title)
		if org := b.name(r.Org); !strings.Contains(s, org) {
			s += ", " + org
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

func (b *builder) mentions() {
	b.r.Mentions = make([]Mention, len(b.d.Mentions))
	for i, m := range b.d.Mentions {
		b.r.Mentions[i] = Mention{
			Doc: b.doc, Entity: int64(m.Entity), Form: string(m.Form), Start: int64(m.Start), End: int64(m.End), Text: b.text(m.Span), Score: m.Score,
		}
	}
}

func (b *builder) quotes() {
	b.r.Quotes = make([]Quote, len(b.d.Quotes))
	for i := range b.d.Quotes {
		q := &b.d.Quotes[i]
		var others []string
		for _, o := range q.Others {
			others = append(others, b.name(o))
		}
		b.r.Quotes[i] = Quote{
			Doc: b.doc, Quote: int64(q.ID), Form: string(q.Form), Speech: q.CueClass.Speech(), CueClass: string(q.CueClass), Cue: b.text(q.Cue), Source: b.text(q.Source),
			Speaker: int64(q.Speaker), Name: b.name(q.Speaker), Kind: b.kind(q.Speaker), Others: strings.Join(others, "; "), Words: textpos.Clean(b.d.Words(q.Content...)),
			Start: int64(q.Start), End: int64(q.End), Negated: q.Negated, Modality: string(q.Modality), Parent: int64(q.Parent),
			Addressee: b.text(q.Addressee), Medium: b.text(q.Medium), Score: q.Score,
		}
	}
}

func (b *builder) claims() {
	b.r.Claims = make([]Claim, len(b.d.Claims))
	for i := range b.d.Claims {
		c := &b.d.Claims[i]
		b.r.Claims[i] = Claim{
			Doc: b.doc, Claim: int64(i + 1), Type: string(c.Type), Text: textpos.Clean(claims.Text(b.d, c)), Claimant: string(c.Claimant.Kind),
			Entity: int64(c.Claimant.Entity), Name: textpos.Clean(b.d.WhoClaims(c)), Quote: int64(c.Quote), Subject: b.text(c.Subject),
			Predicate: b.text(c.Predicate), Lemma: textpos.Clean(c.Lemma), Negated: c.Negated, Hedge: b.text(c.Hedge), Tense: string(c.Tense), Stance: string(c.Stance),
			Start: int64(c.Spans[0].Start), End: int64(c.Spans[len(c.Spans)-1].End), Checkable: c.Checkable, Score: c.Score, Group: int64(c.Group),
		}
	}
}

func (b *builder) dates() {
	b.r.Dates = make([]Date, len(b.d.Dates))
	for i, t := range b.d.Dates {
		b.r.Dates[i] = Date{
			Doc: b.doc, Date: int64(i + 1), Type: string(t.Type), Value: t.Value, Mod: t.Mod, From: Day(t.From), To: Day(t.To), Resolved: t.Resolved,
			Start: int64(t.Start), End: int64(t.End), Text: b.text(t.Span),
		}
	}
}
