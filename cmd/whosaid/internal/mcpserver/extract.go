package mcpserver

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/sources"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// An extractIn is what extract takes.
type extractIn struct {
	Text      string   `json:"text" jsonschema:"the article, as plain text"`
	Published string   `json:"published,omitempty" jsonschema:"day of publication, such as 2015-09-24, from which \"Tuesday\" counts"`
	Layers    []string `json:"layers,omitempty" jsonschema:"what to return: entities, dates, quotes, claims; all if left out"`
}

// An extractOut is what it returns: what people ask for, not all that a Document
// has.
type extractOut struct {
	Published string   `json:"published,omitempty"`
	Entities  []entity `json:"entities,omitempty"`
	Dates     []date   `json:"dates,omitempty"`
	Quotes    []quote  `json:"quotes,omitempty"`
	Claims    []claim  `json:"claims,omitempty"`
}

type entity struct {
	ID          int      `json:"id"`
	Kind        string   `json:"kind"`
	Name        string   `json:"name,omitempty"`
	Description string   `json:"description,omitempty" jsonschema:"what the text calls somebody without a name"`
	Aliases     []string `json:"aliases,omitempty"`
	Roles       []string `json:"roles,omitempty"`
	Mentions    int      `json:"mentions"`
}

type date struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Words string `json:"words"`
	Type  string `json:"type"`
	Value string `json:"value" jsonschema:"TIMEX3"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty" jsonschema:"the first day or moment that is no longer part of it"`
}

type quote struct {
	ID         int     `json:"id"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	Form       string  `json:"form" jsonschema:"direct, indirect or mixed"`
	Words      string  `json:"words"`
	Speaker    string  `json:"speaker,omitempty" jsonschema:"a name, or how the text calls somebody without one"`
	Entity     int     `json:"entity,omitempty" jsonschema:"id of the speaker"`
	SourceType string  `json:"sourceType,omitempty"`
	Cue        string  `json:"cue,omitempty"`
	CueClass   string  `json:"cueClass,omitempty"`
	Negated    bool    `json:"negated,omitempty" jsonschema:"it is told as not said"`
	Sentence   string  `json:"sentence"`
	Score      float64 `json:"score"`
}

type claim struct {
	Start     int     `json:"start"`
	End       int     `json:"end"`
	Words     string  `json:"words"`
	By        string  `json:"by" jsonschema:"who claims it: a name, words of the text, or narrator"`
	Type      string  `json:"type"`
	Negated   bool    `json:"negated,omitempty"`
	Stance    string  `json:"stance,omitempty" jsonschema:"denies, confirms or disputes"`
	Quote     int     `json:"quote,omitempty" jsonschema:"id of the quote that it is part of"`
	Score     float64 `json:"score"`
	Checkable float64 `json:"checkable" jsonschema:"how much there is to check in it"`
}

// layers are what extract may return, each filled in from a Document.
var layers = map[string]func(*extractOut, *whosaid.Document){
	"entities": (*extractOut).addEntities, "dates": (*extractOut).addDates,
	"quotes": (*extractOut).addQuotes, "claims": (*extractOut).addClaims,
}

func (s *server) extract(ctx context.Context, in extractIn) (*extractOut, error) {
	for _, l := range in.Layers {
		if layers[l] == nil {
			return nil, fmt.Errorf("no layer %q; there are entities, dates, quotes and claims", l)
		}
	}
	d, err := sources.Read(ctx, s.Extractor, in.Text, in.Published)
	if err != nil {
		return nil, err
	}
	out := &extractOut{Published: table.Day(d.Published)}
	for l, add := range layers {
		if len(in.Layers) == 0 || slices.Contains(in.Layers, l) {
			add(out, d)
		}
	}
	return out, nil
}

func flat(s string) string {
	return strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "\uFFFD")
}

func (o *extractOut) addEntities(d *whosaid.Document) {
	for i := range d.Entities {
		e := &d.Entities[i]
		x := entity{ID: int(e.ID), Kind: string(e.Kind), Name: flat(e.Name), Description: flat(e.Description), Mentions: len(e.Mentions)}
		for _, a := range e.Aliases {
			x.Aliases = append(x.Aliases, flat(a))
		}
		for _, r := range e.Roles {
			role := flat(r.Title)
			if org := d.Entity(r.Org); org != nil {
				role += ", " + flat(org.Called())
			}
			x.Roles = append(x.Roles, role)
		}
		o.Entities = append(o.Entities, x)
	}
}

func (o *extractOut) addDates(d *whosaid.Document) {
	for i := range d.Dates {
		t := &d.Dates[i]
		o.Dates = append(o.Dates, date{t.Start, t.End, flat(d.Slice(t.Span)), string(t.Type), t.Value, table.Day(t.From), table.Day(t.To)})
	}
}

func (o *extractOut) addQuotes(d *whosaid.Document) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		x := quote{
			ID: int(q.ID), Start: q.Start, End: q.End, Form: string(q.Form), Words: flat(d.Words(q.Content...)), Speaker: flat(d.Who(q)),
			Entity: int(q.Speaker), SourceType: string(q.SourceType), Cue: flat(d.Slice(q.Cue)), CueClass: string(q.CueClass),
			Negated: q.Negated, Score: q.Score,
		}
		if k := d.SentenceAt(q.Start); k >= 0 {
			x.Sentence = flat(d.Slice(d.Sentences[k].Span))
		}
		o.Quotes = append(o.Quotes, x)
	}
}

func (o *extractOut) addClaims(d *whosaid.Document) {
	for i := range d.Claims {
		c := &d.Claims[i]
		by := flat(d.WhoClaims(c))
		if by == "" {
			by = string(c.Claimant.Kind)
		}
		o.Claims = append(o.Claims, claim{
			c.Spans[0].Start, c.Spans[len(c.Spans)-1].End, flat(claims.Text(d, c)), by, string(c.Type), c.Negated, string(c.Stance),
			int(c.Quote), c.Score, c.Checkable,
		})
	}
}
