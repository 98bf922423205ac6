package table

import (
	"iter"
	"strings"
	"time"
	"unsafe"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// Rows are what one article gives. Each is made when it is asked for, and none
// is kept.
type Rows struct {
	doc               int64
	a                 *input.Article
	d                 *whosaid.Document // without what no table has
	sentences, tokens int64
}

// Of lays out the article a, read as d, under the number doc. Broken UTF-8
// becomes U+FFFD; offsets still count the bytes of the text as it came. The tokens of
// d, which can be half of it, are not kept.
func Of(doc int, a *input.Article, d *whosaid.Document) *Rows {
	kept := *d
	kept.Sentences, kept.Tokens, kept.Syntax = nil, nil, nil
	return &Rows{int64(doc), a, &kept, int64(len(d.Sentences)), int64(len(d.Tokens))}
}

// Size is about how many bytes the rows would take together: most of their
// words are parts of the text.
func (r *Rows) Size() int {
	d := r.d
	return len(d.Text) + len(r.a.Title) + sizeOf[Document](1) + sizeOf[Entity](len(d.Entities)) + sizeOf[Mention](len(d.Mentions)) +
		sizeOf[Quote](len(d.Quotes)) + sizeOf[Claim](len(d.Claims)) + sizeOf[Date](len(d.Dates))
}

func sizeOf[T any](n int) int {
	var row T
	return n * int(unsafe.Sizeof(row))
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

func (r *Rows) text(s whosaid.Span) string { return textpos.Clean(r.d.Slice(s)) }

// Text is what stands at a span, as the rows have it.
func (r *Rows) Text(s whosaid.Span) string { return r.text(s) }

func (r *Rows) words(spans []whosaid.Span) string { return textpos.Clean(r.d.Words(spans...)) }

// entity is the entity of that id, or one without anything.
func (r *Rows) entity(id whosaid.EntityID) *whosaid.Entity {
	if e := r.d.Entity(id); e != nil {
		return e
	}
	return &whosaid.Entity{}
}

func (r *Rows) called(id whosaid.EntityID) string { return textpos.Clean(r.entity(id).Called()) }

// each makes a row of each element of a list.
func each[T, R any](list []T, row func(i int, x *T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		for i := range list {
			if !yield(row(i, &list[i])) {
				return
			}
		}
	}
}

// Documents yields the one row of the article itself.
func (r *Rows) Documents() iter.Seq[Document] {
	return each([]*input.Article{r.a}, func(_ int, _ **input.Article) Document {
		return Document{
			Doc: r.doc, ID: textpos.Clean(r.a.ID), File: textpos.Clean(r.a.Place.File), Line: int64(r.a.Place.Line),
			Title: textpos.Clean(r.a.Title), Author: textpos.Clean(r.a.Author),
			Section: textpos.Clean(r.a.Section), URL: textpos.Clean(r.a.URL), Outlet: outlet(textpos.Clean(r.a.URL)),
			Published: Day(r.d.Published), Text: textpos.Clean(r.d.Text),
			Sentences: r.sentences, Tokens: r.tokens,
		}
	})
}

// outlet names the outlet by its address: "" if there is none.
func outlet(address string) string {
	host, _ := input.Address(address)
	return host
}

// Entities yields the rows of the entities.
func (r *Rows) Entities() iter.Seq[Entity] {
	spoken := make([]int64, len(r.d.Entities)+1)
	for i := range r.d.Quotes {
		for _, e := range r.d.Speakers(&r.d.Quotes[i]) {
			spoken[e.ID]++
		}
	}
	return each(r.d.Entities, func(_ int, e *whosaid.Entity) Entity {
		return Entity{
			Doc: r.doc, Entity: int64(e.ID), Kind: string(e.Kind),
			Name: textpos.Clean(e.Name), Description: textpos.Clean(e.Description), Number: string(e.Number), Gender: string(e.Gender),
			Aliases: textpos.Clean(strings.Join(e.Aliases, "; ")), Roles: r.roles(e),
			Mentions: int64(len(e.Mentions)), Quotes: spoken[e.ID],
		}
	})
}

func (r *Rows) roles(e *whosaid.Entity) string {
	var list []string
	for _, role := range e.Roles {
		s := textpos.Clean(role.Title)
		if org := r.called(role.Org); !strings.Contains(s, org) {
			s += ", " + org
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

// Mentions yields the rows of the mentions.
func (r *Rows) Mentions() iter.Seq[Mention] {
	return each(r.d.Mentions, func(_ int, m *whosaid.Mention) Mention {
		return Mention{
			Doc: r.doc, Entity: int64(m.Entity), Form: string(m.Form),
			Start: int64(m.Start), End: int64(m.End), Text: r.text(m.Span), Score: m.Score,
		}
	})
}

// Quotes yields the rows of the quotes.
func (r *Rows) Quotes() iter.Seq[Quote] {
	return each(r.d.Quotes, func(_ int, q *whosaid.Quote) Quote {
		var others []string
		for _, o := range q.Others {
			others = append(others, r.called(o))
		}
		speaker := r.entity(q.Speaker)
		return Quote{
			Doc: r.doc, Quote: int64(q.ID), Form: string(q.Form),
			Speech: q.CueClass.Speech(), CueClass: string(q.CueClass), Cue: r.text(q.Cue), Source: r.text(q.Source),
			Speaker: int64(q.Speaker), Name: textpos.Clean(speaker.Name), Described: textpos.Clean(speaker.Description),
			Kind: string(speaker.Kind), Others: strings.Join(others, "; "),
			Words: r.words(q.Content), Start: int64(q.Start), End: int64(q.End),
			Negated: q.Negated, Modality: string(q.Modality), Parent: int64(q.Parent),
			Addressee: r.text(q.Addressee), Medium: r.text(q.Medium),
			SourceType: string(q.SourceType), Justification: r.text(q.Justification), Score: q.Score,
		}
	})
}

// Claims yields the rows of the claims.
func (r *Rows) Claims() iter.Seq[Claim] {
	return each(r.d.Claims, func(i int, c *whosaid.Claim) Claim {
		return Claim{
			Doc: r.doc, Claim: int64(i + 1), Type: string(c.Type), Text: textpos.Clean(claims.Text(r.d, c)),
			Claimant: string(c.Claimant.Kind), Entity: int64(c.Claimant.Entity), Name: textpos.Clean(r.d.WhoClaims(c)),
			Quote:   int64(c.Quote),
			Subject: r.text(c.Subject), Predicate: r.text(c.Predicate), Lemma: textpos.Clean(c.Lemma),
			Negated: c.Negated, Hedge: r.text(c.Hedge), Tense: string(c.Tense), Stance: string(c.Stance),
			Start: int64(c.Spans[0].Start), End: int64(c.Spans[len(c.Spans)-1].End),
			Checkable: c.Checkable, Score: c.Score, Group: int64(c.Group),
		}
	})
}

// Dates yields the rows of the dates.
func (r *Rows) Dates() iter.Seq[Date] {
	return each(r.d.Dates, func(i int, t *whosaid.Date) Date {
		return Date{
			Doc: r.doc, Date: int64(i + 1), Type: string(t.Type), Value: t.Value, Mod: t.Mod,
			From: Day(t.From), To: Day(t.To), Resolved: t.Resolved,
			Start: int64(t.Start), End: int64(t.End), Text: r.text(t.Span),
		}
	})
}
