// Package eval scores the library against annotated texts, from raw text and
// with byte offsets.
package eval

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// A Record is what the library found in one text, in the form that the
// scorers read.
type Record struct {
	ID        string         `json:"id"`
	Sentences [][2]int       `json:"sentences"`
	Entities  []EntityRecord `json:"entities"`
	Timexes   []TimexRecord  `json:"timexes"`
	Quotes    []QuoteRecord  `json:"quotes"`
	Roles     []RoleRecord   `json:"roles"`
	Claims    []ClaimRecord  `json:"claims"`
	// Syntax is of all tokens in order; without grammar there is none.
	Syntax []SyntaxRecord `json:"syntax,omitempty"`
	// Mentions are all references to the participants of Clusters.
	Mentions []MentionRecord `json:"mentions"`
	Clusters []ClusterRecord `json:"clusters"`

	missing bool // nothing is known of the text
}

// An EntityRecord is one name.
type EntityRecord struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Type   string  `json:"type"`
	Name   string  `json:"name"`
	Entity int     `json:"entity"`
	Score  float64 `json:"score"`
}

// A MentionRecord is one reference. Form is name, pronoun or nominal.
type MentionRecord struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Entity int    `json:"entity"`
	Form   string `json:"form"`
}

// A ClusterRecord is one participant.
type ClusterRecord struct {
	Entity int     `json:"entity"`
	Type   string  `json:"type"`
	Name   *string `json:"name"` // null without one
	Desc   string  `json:"desc,omitempty"`
}

// A TimexRecord is one expression of time.
type TimexRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod"`
}

// A QuoteRecord is one piece of a quote. Cue and speaker are null if the text
// has none.
type QuoteRecord struct {
	Start       int     `json:"start"`
	End         int     `json:"end"`
	Type        string  `json:"type"`
	Cue         *[2]int `json:"cue"`
	Speaker     *[2]int `json:"speaker"`
	SpeakerName *string `json:"speaker_name"`
	// Speakers are the numbers of the participants who speak.
	Speakers []int   `json:"speaker_entities"`
	Group    string  `json:"group"`
	Parent   string  `json:"parent,omitempty"` // the group of the quote around it
	Part     int     `json:"part"`
	NParts   int     `json:"nparts"`
	Speech   bool    `json:"speech"`
	Score    float64 `json:"score"`
}

// A RoleRecord is one role of a person.
type RoleRecord struct {
	Person string  `json:"person"`
	Role   [2]int  `json:"role"`
	Org    *string `json:"org"`
}

// A ClaimRecord is one claim. Claimant is "narrator", a name, or "~" and a
// description.
type ClaimRecord struct {
	Spans    [][2]int `json:"spans"`
	Claimant string   `json:"claimant"`
	Via      []string `json:"via"`
	Type     string   `json:"type"`
	Negated  bool     `json:"negated"`
	Hedged   bool     `json:"hedged"`
}

// A SyntaxRecord is one token with the index of its head among all tokens, -1
// for a root. In JSON it is [start, end, head, relation].
type SyntaxRecord struct {
	Start, End int
	Head       int
	Relation   string
}

// MarshalJSON writes [start, end, head, relation].
func (s SyntaxRecord) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{s.Start, s.End, s.Head, s.Relation})
}

// UnmarshalJSON reads [start, end, head, relation].
func (s *SyntaxRecord) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&s.Start, &s.End, &s.Head, &s.Relation})
}

// NewRecord returns the record of a document.
func NewRecord(id string, d *whosaid.Document) Record {
	r := Record{
		ID: id, Sentences: [][2]int{}, Entities: []EntityRecord{}, Timexes: []TimexRecord{}, Quotes: []QuoteRecord{}, Roles: []RoleRecord{},
		Claims: []ClaimRecord{}, Mentions: []MentionRecord{}, Clusters: []ClusterRecord{},
	}
	for _, s := range d.Sentences {
		r.Sentences = append(r.Sentences, pair(s.Span))
	}
	for i, s := range d.Syntax {
		r.Syntax = append(r.Syntax, SyntaxRecord{d.Tokens[i].Start, d.Tokens[i].End, s.Head, s.Relation})
	}
	for _, m := range d.Mentions {
		if e := d.Entity(m.Entity); m.Form == whosaid.MentionName && e != nil {
			r.Entities = append(r.Entities, EntityRecord{m.Start, m.End, corpus.LabelOf(e.Kind), e.Name, int(e.ID), m.Score})
		}
	}
	for _, m := range d.Mentions {
		r.Mentions = append(r.Mentions, MentionRecord{m.Start, m.End, int(m.Entity), string(m.Form)})
	}
	for i := range d.Entities {
		e := &d.Entities[i]
		cl := ClusterRecord{Entity: int(e.ID), Type: corpus.LabelOf(e.Kind), Desc: e.Description}
		if e.Name != "" {
			cl.Name = &e.Name
		}
		r.Clusters = append(r.Clusters, cl)
	}
	for _, t := range d.Dates {
		r.Timexes = append(r.Timexes, TimexRecord{t.Start, t.End, string(t.Type), t.Value, t.Mod})
	}
	for i := range d.Quotes {
		r.Quotes = append(r.Quotes, quoteRecords(d, &d.Quotes[i])...)
	}
	r.Roles = append(r.Roles, roleRecords(d)...)
	r.Claims = append(r.Claims, claimRecords(d)...)
	return r
}

// outermost drops the quotes within others, which most gold standards do not
// mark.
func (r *Record) outermost() {
	r.Quotes = slices.DeleteFunc(r.Quotes, func(q QuoteRecord) bool { return q.Parent != "" })
}

func pair(s whosaid.Span) [2]int { return [2]int{s.Start, s.End} }

func optional(s whosaid.Span) *[2]int {
	if s.Empty() {
		return nil
	}
	p := pair(s)
	return &p
}

func name(d *whosaid.Document, id whosaid.EntityID) *string {
	if e := d.Entity(id); e != nil && e.Name != "" {
		return &e.Name
	}
	return nil
}

// quoteRecords gives one record for each piece of q. The pieces of a quotation
// are given with their marks.
func quoteRecords(d *whosaid.Document, q *whosaid.Quote) []QuoteRecord {
	var out []QuoteRecord
	parent := ""
	if q.Parent != 0 {
		parent = "Q" + itoa(int(q.Parent))
	}
	for i, piece := range q.Content {
		if q.Form == whosaid.QuoteDirect {
			piece = withMarks(d.Text, piece)
		}
		out = append(out, QuoteRecord{Parent: parent,
			Start: piece.Start, End: piece.End, Type: string(q.Form),
			Cue: optional(q.Cue), Speaker: optional(q.Source), SpeakerName: name(d, q.Speaker), Speakers: speakers(d, q),
			Group: "Q" + itoa(int(q.ID)), Part: i, NParts: len(q.Content), Speech: q.CueClass.Speech(), Score: q.Score,
		})
	}
	return out
}

// speakers are the numbers of all who say q together; none is an empty list.
func speakers(d *whosaid.Document, q *whosaid.Quote) []int {
	out := []int{}
	for _, e := range d.Speakers(q) {
		out = append(out, int(e.ID))
	}
	return out
}

// marks are the quotation marks that may stand around a piece.
var marks = []string{"\"", "“", "”", "''", "``", "‘", "’", "'", "«", "»", "„"}

// withMarks widens a span over the quotation marks that touch it.
func withMarks(text string, s whosaid.Span) whosaid.Span {
	for _, m := range marks {
		if strings.HasSuffix(text[:s.Start], m) {
			s.Start -= len(m)
			break
		}
	}
	for _, m := range marks {
		if strings.HasPrefix(text[s.End:], m) {
			s.End += len(m)
			break
		}
	}
	return s
}

func roleRecords(d *whosaid.Document) []RoleRecord {
	var out []RoleRecord
	for _, e := range d.Entities {
		for _, r := range e.Roles {
			out = append(out, RoleRecord{e.Name, pair(r.Span), name(d, r.Org)})
		}
	}
	return out
}
