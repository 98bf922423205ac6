package db

import (
	"context"
)

// A Quote is a quote with the article that it stands in.
type Quote struct {
	Answer
	Quote    int    `json:"quote"`
	Speaker  string `json:"speaker,omitempty"` // the name, or the description of one without
	Kind     string `json:"kind,omitempty"`    // what the speaker is
	Source   string `json:"source,omitempty"`
	Cue      string `json:"cue,omitempty"`
	CueClass string `json:"cueClass,omitempty"`
	Form     string `json:"form"`
	Negated  bool   `json:"negated,omitempty"`
	Words    string `json:"words"`
	// How the source stands, and why it is used or has no name.
	SourceType    string `json:"sourceType,omitempty"`
	Justification string `json:"justification,omitempty"`
}

func (q *Quote) columns() []any {
	return q.Answer.columns(&q.Score, &q.Quote, &q.Speaker, &q.Kind, &q.Source, &q.Cue, &q.CueClass, &q.Form, &q.Negated, &q.Words,
		&q.SourceType, &q.Justification)
}

// A Filter chooses quotes. Zero fields choose all.
type Filter struct {
	Scope
	Speaker    string // a name, or words of one
	About      string // a name that the quote mentions, or words of it
	Words      string // as Search takes them
	Cue, Form  string
	SourceType string
	person     int64
}

// named chooses the entities (doc, entity) that a name means: by the whole name,
// by another form that an article uses, or by words of the name.
const namedPeople = `SELECT p.person FROM people p WHERE p.name = ? COLLATE NOCASE
	OR instr(' ' || replace(lower(p.name), '-', ' ') || ' ', ' ' || replace(lower(?), '-', ' ') || ' ') > 0
	OR instr('; ' || lower(p.aliases) || '; ', '; ' || lower(?) || '; ') > 0`

// mentions is a condition that something mentions a name within its span.
const mentions = `EXISTS (SELECT 1 FROM mentions m JOIN members w ON w.doc = m.doc AND w.entity = m.entity WHERE m.doc = x.doc
	AND m.start_byte >= x.start_byte AND m.end_byte <= x.end_byte AND w.person IN (` + namedPeople + "))"

func (f *Filter) question() *question {
	q := &question{
		columns: place + `, x.score, x.quote, iif(x.who <> '', x.who, x.described), x.kind, x.source, x.cue, x.cue_class, x.form, x.negated,
			x.words, x.source_type, x.justification`,
		from: "said x JOIN documents d ON d.doc = x.doc", usual: "date", scored: true,
		order: map[string]string{"speaker": "x.who COLLATE NOCASE, d.published, d.doc, x.start_byte"},
	}
	q.option("x.person IN ("+namedPeople+")", f.Speaker)
	if f.person != 0 {
		q.add("x.person = ?", f.person)
	}
	if f.About != "" {
		q.add("("+mentions+" OR x.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?))",
			f.About, f.About, f.About, phrase(f.About))
	}
	q.option("(x.cue_class = ? OR x.cue = ?)", f.Cue)
	q.option("x.form = ?", f.Form)
	q.option("x.source_type = ?", f.SourceType)
	if f.Words != "" {
		q.add("x.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)", match(f.Words))
	}
	q.scope(f.Scope)
	return q
}

// match is a search for MATCH; one for nothing finds nothing.
func match(typed string) string {
	if s := Search(typed); s != "" {
		return s
	}
	return `""`
}

// Quotes calls do with each of the quotes that it finds.
func (d *DB) Quotes(ctx context.Context, f Filter, do func(*Quote) error) error {
	return each(ctx, d, f.question(), f.Scope, (*Quote).columns, do)
}

// CountQuotes counts them.
func (d *DB) CountQuotes(ctx context.Context, f Filter) (int, error) {
	return f.question().count(ctx, d)
}
