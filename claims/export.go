// Package claims writes the claims of a document as sentences, triples, and
// schema.org.
//
// In goes a [whosaid.Document] that has claims, out come sentences that stand
// alone and structs for encoding/json:
//
//	d, err := x.Extract(ctx, text) // x is an extract.Extractor
//	...
//	for i := range d.Claims {
//		c := &d.Claims[i]
//		fmt.Println(d.WhoClaims(c), "|", c.Type, "|", claims.Text(d, c))
//		json.NewEncoder(os.Stdout).Encode(claims.Schema(d, c))
//	}
//
// prints "Nina Berg | event | the factory in Turin closed in 2019" and the same
// as a Claim of schema.org.
//
// The package reads what package extract found; it changes nothing, and its
// functions are safe for concurrent use. [Text] joins words of the text in their
// order and adds none.
//
// # Limits
//
// A claim is what somebody puts forward as true; nothing here says whether it
// is. [Review] leaves the verdict to those who check. [Triples] are in the words
// of the text: subjects and verbs are not reduced to a vocabulary. Negation and
// hedges are fields of the claim, so look at [whosaid.Claim] before you count
// two claims as the same.
package claims

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// Text returns a claim as a sentence that stands alone: the subject, if that
// lies outside the pieces, as for a relative clause, then the pieces. White
// space becomes single spaces. To show where words of the text are left out,
// use [whosaid.Document.Words].
func Text(d *whosaid.Document, c *whosaid.Claim) string {
	parts := make([]string, 0, len(c.Spans)+1)
	if len(c.Spans) > 0 && c.Subject.Start < c.Spans[0].Start && !c.Subject.Empty() {
		parts = append(parts, d.Words(c.Subject))
	}
	for _, s := range c.Spans {
		parts = append(parts, d.Words(s))
	}
	return strings.Join(parts, " ")
}

// An Agent is a schema.org Person, Organization or Thing.
type Agent struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// A SchemaClaim is a schema.org Claim; encoding/json marshals it to JSON-LD.
type SchemaClaim struct {
	Context string `json:"@context,omitempty"`
	Type    string `json:"@type"`
	Text    string `json:"text"`
	// Author is the claimant, the first of several; nil for the narrator, for a
	// source that the text does not mention, and for who denies the claim.
	Author *Agent `json:"author,omitempty"`
	// DatePublished is the day of the document, "2019-01-29"; "" if unknown.
	DatePublished string `json:"datePublished,omitempty"`
}

// A SchemaReview is the skeleton of a schema.org ClaimReview: what is
// reviewed, without a verdict.
type SchemaReview struct {
	Context       string      `json:"@context"`
	Type          string      `json:"@type"`
	ClaimReviewed string      `json:"claimReviewed"`
	ItemReviewed  SchemaClaim `json:"itemReviewed"`
}

const schemaContext = "https://schema.org"

// Schema returns a claim of d as a schema.org Claim.
func Schema(d *whosaid.Document, c *whosaid.Claim) SchemaClaim {
	s := SchemaClaim{Context: schemaContext, Type: "Claim", Text: Text(d, c), Author: author(d, c)}
	if !d.Published.IsZero() {
		s.DatePublished = d.Published.Format("2006-01-02")
	}
	return s
}

func author(d *whosaid.Document, c *whosaid.Claim) *Agent {
	if c.Stance == whosaid.StanceDenies {
		return nil
	}
	if e := d.Entity(c.Claimant.Entity); e != nil {
		return &Agent{Type: agentType(e), Name: e.Called()}
	}
	if words := d.WhoClaims(c); words != "" {
		return &Agent{Type: agentType(nil), Name: words}
	}
	return nil
}

func agentType(e *whosaid.Entity) string {
	switch {
	case e == nil:
		return "Thing"
	case e.Kind == whosaid.EntityPerson:
		return "Person"
	case e.Kind == whosaid.EntityOrganization:
		return "Organization"
	}
	return "Thing"
}

// Review returns the skeleton of a review of a claim of d.
func Review(d *whosaid.Document, c *whosaid.Claim) SchemaReview {
	item := Schema(d, c)
	item.Context = ""
	return SchemaReview{Context: schemaContext, Type: "ClaimReview", ClaimReviewed: item.Text, ItemReviewed: item}
}

// A Triple is a claim as an edge of a graph, in the words of the text.
type Triple struct {
	Subject   string `json:"subject"`
	Predicate string `json:"predicate"`          // the lemma of the verb
	Object    string `json:"object"`             // what follows the verb, "" if nothing does
	Negated   bool   `json:"negated,omitempty"`  // true too for what the claimant denies, if it is not a negation
	Claimant  string `json:"claimant,omitempty"` // as whosaid.Document.WhoClaims has it; "" for the narrator
}

// Triples returns the claims of d that have a subject and a verb, in text
// order.
func Triples(d *whosaid.Document) []Triple {
	var out []Triple
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.Subject.Empty() || c.Predicate.Empty() {
			continue
		}
		t := Triple{Subject: d.Slice(c.Subject), Predicate: c.Lemma, Claimant: d.WhoClaims(c)}
		t.Negated = c.Negated != (c.Stance == whosaid.StanceDenies)
		for _, s := range c.Spans {
			s.Start = max(s.Start, c.Predicate.End)
			t.Object += " " + d.Slice(s)
		}
		t.Object = strings.TrimSpace(t.Object)
		out = append(out, t)
	}
	return out
}
