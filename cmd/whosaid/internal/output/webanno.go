package output

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"net/url"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// The W3C Web Annotation model, as far as it is used.
type (
	annotationPage struct {
		Context string `json:"@context"`
		ID      string `json:"id"`
		Type    string `json:"type"` // the items follow
	}
	annotation struct {
		ID         string   `json:"id"`
		Type       string   `json:"type"`
		Motivation string   `json:"motivation"`
		Body       []body   `json:"body"`
		Target     []target `json:"target"`
	}
	body struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value"`
	}
	target struct {
		Source   string     `json:"source"`
		Selector []selector `json:"selector"`
	}
	selector struct {
		Type   string `json:"type"`
		Start  *int   `json:"start,omitempty"` // in characters
		End    *int   `json:"end,omitempty"`
		Exact  string `json:"exact,omitempty"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
)

// context is how many bytes stand before and after a quoted target.
const around = 32

type webWriter struct {
	d      *whosaid.Document
	x      *textpos.Index
	source string
}

// webAnnotation writes the W3C form: each finding as an annotation whose
// target is chosen both by position and by its words.
func webAnnotation(to io.Writer, r *Record) error {
	w := &webWriter{d: r.Document, x: textpos.New(r.Document.Text), source: r.URL}
	if u, err := url.Parse(r.URL); err != nil || !u.IsAbs() {
		w.source = "urn:whosaid:" + url.PathEscape(textpos.Clean(r.ID))
	}
	page := annotationPage{Context: "http://www.w3.org/ns/anno.jsonld", ID: w.source + "#whosaid", Type: "AnnotationPage"}
	o := beginObject(to, page, "}")
	addList(o, "items", func(yield func(annotation) bool) {
		n := 0
		for a := range w.all {
			n++
			a.ID = fmt.Sprintf("%s-%d", page.ID, n)
			if !yield(a) {
				return
			}
		}
	})
	return o.end()
}

// all yields the annotations, which have no id yet.
func (w *webWriter) all(yield func(annotation) bool) {
	for _, m := range w.d.Mentions {
		e := w.d.Entity(m.Entity)
		if !yield(w.annotation("identifying", []string{string(e.Kind)}, e.Called(), m.Span)) {
			return
		}
	}
	for _, t := range w.d.Dates {
		if !yield(w.annotation("classifying", []string{string(t.Type)}, t.Value, t.Span)) {
			return
		}
	}
	for i := range w.d.Quotes {
		q := &w.d.Quotes[i]
		if !yield(w.annotation("commenting", []string{"quote", string(q.Form)}, Speaker(w.d, q)+" ("+Manner(w.d, q)+")", q.Content...)) {
			return
		}
	}
	for i := range w.d.Claims {
		c := &w.d.Claims[i]
		who := cmp.Or(w.d.WhoClaims(c), string(c.Claimant.Kind))
		if !yield(w.annotation("commenting", []string{"claim", string(c.Type)}, who, c.Spans...)) {
			return
		}
	}
}

func (w *webWriter) annotation(motivation string, tags []string, value string, spans ...whosaid.Span) annotation {
	a := annotation{Type: "Annotation", Motivation: motivation}
	for _, t := range tags {
		a.Body = append(a.Body, body{"TextualBody", "tagging", t})
	}
	a.Body = append(a.Body, body{"TextualBody", motivation, textpos.Clean(value)})
	for _, s := range spans {
		start, end := w.x.Runes(s)
		a.Target = append(a.Target, target{w.source, []selector{
			{Type: "TextPositionSelector", Start: &start, End: &end},
			{Type: "TextQuoteSelector", Exact: textpos.Clean(w.d.Slice(s)), Prefix: w.before(s.Start), Suffix: w.after(s.End)},
		}})
	}
	return a
}

func (w *webWriter) before(end int) string {
	start := max(0, end-around)
	for start > 0 && !boundary(w.d.Text, start) {
		start--
	}
	return textpos.Clean(w.d.Text[start:end])
}

func (w *webWriter) after(start int) string {
	end := min(len(w.d.Text), start+around)
	for end < len(w.d.Text) && !boundary(w.d.Text, end) {
		end++
	}
	return textpos.Clean(w.d.Text[start:end])
}

func boundary(text string, i int) bool { return text[i]&0xC0 != 0x80 }

// The schema.org form: an article with the quotations and claims in it.
type (
	newsArticle struct {
		Context       string        `json:"@context"`
		Type          string        `json:"@type"`
		ID            string        `json:"identifier"`
		Headline      string        `json:"headline,omitempty"`
		Section       string        `json:"articleSection,omitempty"`
		URL           string        `json:"url,omitempty"`
		Author        *claims.Agent `json:"author,omitempty"`
		DatePublished string        `json:"datePublished,omitempty"` // quotations, entities and claims follow
	}
	quotation struct {
		Type    string         `json:"@type"`
		Text    string         `json:"text"`
		Spoken  []claims.Agent `json:"spokenByCharacter,omitempty"`
		Creator string         `json:"creditText,omitempty"` // the source in the words of the article
	}
)

// schemaOrg writes JSON-LD, one article a line.
func schemaOrg(to io.Writer, r *Record) error {
	d := r.Document
	a := newsArticle{Context: "https://schema.org", Type: "NewsArticle", ID: textpos.Clean(r.ID), URL: r.URL}
	a.Headline, a.Section = textpos.Clean(r.Title), textpos.Clean(r.Section)
	if r.Author != "" {
		a.Author = &claims.Agent{Type: "Person", Name: textpos.Clean(r.Author)}
	}
	if !d.Published.IsZero() {
		a.DatePublished = d.Published.Format(time.DateOnly)
	}
	o := beginObject(to, a, "}")
	addList(o, "hasPart", each(d.Quotes, func(q *whosaid.Quote) quotation {
		out := quotation{Type: "Quotation", Text: textpos.Clean(d.Words(q.Content...)), Creator: textpos.Clean(d.Words(q.Source))}
		for _, e := range d.Speakers(q) {
			out.Spoken = append(out.Spoken, agent(e))
		}
		return out
	}))
	addList(o, "mentions", each(d.Entities, agent))
	addList(o, "subjectOf", each(d.Claims, func(c *whosaid.Claim) claims.SchemaClaim {
		s := claims.Schema(d, c)
		s.Context = ""
		return s
	}))
	return o.end()
}

// each makes something of each element of a list.
func each[T, S any](list []T, f func(*T) S) iter.Seq[S] {
	return func(yield func(S) bool) {
		for i := range list {
			if !yield(f(&list[i])) {
				return
			}
		}
	}
}

// schemaTypes are the types of schema.org for kinds of entities.
var schemaTypes = map[whosaid.EntityKind]string{
	whosaid.EntityPerson: "Person", whosaid.EntityOrganization: "Organization", whosaid.EntityPlace: "Place", whosaid.EntityGroup: "Thing",
	whosaid.EntityProduct: "Product", whosaid.EntityEvent: "Event", whosaid.EntityWork: "CreativeWork",
}

func agent(e *whosaid.Entity) claims.Agent {
	return claims.Agent{Type: schemaTypes[e.Kind], Name: textpos.Clean(e.Called())}
}
