package quotes

import (
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
)

// A Row is a quote as the row of a table, in plain words. Line breaks in them
// are spaces.
type Row struct {
	Speaker   string            // as whosaid.Document.Who has it
	Kind      string            // of the speaker, the first of several; "" if it is no entity
	Roles     string            // of that speaker: "mayor of Oslo; writer"
	Quote     string            // the words; " … " where some between them are left out
	Form      whosaid.QuoteForm // direct, indirect, mixed
	Cue       string            // "said"
	CueClass  whosaid.CueClass
	Source    string // what the text calls the speaker: "she"
	Addressee string
	Medium    string
	Negated   bool
	Modality  whosaid.Modality
	// SourceType says how the source stands, Justification why it is used or
	// has no name.
	SourceType    whosaid.SourceType
	Justification string
	Start         int // of the quote, in bytes
	End           int
	Score         float64
}

// Columns are the headings of what Record returns.
func Columns() []string {
	return []string{
		"speaker", "kind", "roles", "quote", "form", "cue", "cueClass", "source", "addressee", "medium", "negated", "modality",
		"sourceType", "justification", "start", "end", "score",
	}
}

// Record returns the fields of r as text, in the order of Columns, as a
// csv.Writer takes them.
func (r Row) Record() []string {
	return []string{
		r.Speaker, r.Kind, r.Roles, r.Quote, string(r.Form), r.Cue, string(r.CueClass), r.Source, r.Addressee, r.Medium,
		strconv.FormatBool(r.Negated), string(r.Modality), string(r.SourceType), r.Justification,
		strconv.Itoa(r.Start), strconv.Itoa(r.End), strconv.FormatFloat(r.Score, 'f', 3, 64),
	}
}

// Rows returns a row for each quote of d, in text order.
func Rows(d *whosaid.Document) []Row {
	rows := make([]Row, len(d.Quotes))
	for i := range d.Quotes {
		q := &d.Quotes[i]
		rows[i] = Row{
			Speaker: d.Who(q), Quote: d.Words(q.Content...), Form: q.Form, Cue: d.Words(q.Cue),
			CueClass: q.CueClass, Source: d.Words(q.Source),
			Addressee: d.Words(q.Addressee), Medium: d.Words(q.Medium), Negated: q.Negated, Modality: q.Modality,
			SourceType: q.SourceType, Justification: d.Words(q.Justification),
			Start: q.Start, End: q.End, Score: q.Score,
		}
		if e := d.Entity(q.Speaker); e != nil {
			rows[i].Kind, rows[i].Roles = string(e.Kind), roles(d, e)
		}
	}
	return rows
}

// roles lists the roles of e, each once.
func roles(d *whosaid.Document, e *whosaid.Entity) string {
	var list []string
	seen := map[string]bool{}
	for _, r := range e.Roles {
		s := strings.Join(strings.Fields(r.Title), " ")
		if org := d.Entity(r.Org); org != nil && !strings.Contains(s, org.Called()) {
			s += " of " + org.Called()
		}
		if !seen[s] {
			seen[s] = true
			list = append(list, s)
		}
	}
	return strings.Join(list, "; ")
}
