package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// A DB is a database to ask. It is never changed.
type DB struct{ sql *sql.DB }

// Open opens a database that Create made.
func Open(path string) (*DB, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such database", path)
	}
	db, err := sql.Open("sqlite", "file:"+escape(path)+"?mode=ro")
	if err != nil {
		return nil, err
	}
	if err := check(db, path); err != nil {
		db.Close()
		return nil, err
	}
	return &DB{db}, nil
}

// Close closes the database.
func (d *DB) Close() error { return d.sql.Close() }

// all runs a query and scans each row into a T.
func all[T any](ctx context.Context, db *sql.DB, scan func(*T) []any, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var v T
		if err := rows.Scan(scan(&v)...); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// A Quote is a quote with the article that it stands in.
type Quote struct {
	Published string `json:"published,omitempty"`
	Article   string `json:"article"`
	Title     string `json:"title,omitempty"`
	Quote     int    `json:"quote"`
	Speaker   string `json:"speaker,omitempty"` // the name, or the description of one without
	Source    string `json:"source,omitempty"`
	Cue       string `json:"cue,omitempty"`
	CueClass  string `json:"cueClass,omitempty"`
	Form      string `json:"form"`
	Words     string `json:"words"`
	// How the source stands, and why it is used or has no name.
	SourceType    string `json:"sourceType,omitempty"`
	Justification string `json:"justification,omitempty"`
}

// columns are the fields of q in the order in which Quotes selects them.
func (q *Quote) columns() []any {
	return []any{
		&q.Published, &q.Article, &q.Title, &q.Quote, &q.Speaker, &q.Source, &q.Cue, &q.CueClass, &q.Form, &q.Words,
		&q.SourceType, &q.Justification,
	}
}

// A Filter chooses quotes. Zero fields choose all.
type Filter struct {
	Speaker      string // a name, or words of one
	About        string // a name that the quote mentions, or one of its words
	Words        string // full-text search, in FTS5's language
	Cue, Form    string
	SourceType   string
	Since, Until string // days: [Since, Until]
	Limit        int    // 0 is all
	// Exactly is the whole name of the speaker, and Kind what it is.
	Exactly, Kind string
	Latest        bool // the latest first
}

// named chooses the entities (doc, entity) that a name means: by the whole
// name, by another form that the text uses, or by words of the name.
const named = `SELECT e.doc, e.entity FROM entities e WHERE e.name <> '' AND (e.name = ?1 COLLATE NOCASE
	OR instr(' ' || replace(lower(e.name), '-', ' ') || ' ', ' ' || replace(lower(?1), '-', ' ') || ' ') > 0
	OR instr('; ' || lower(e.aliases) || '; ', '; ' || lower(?1) || '; ') > 0)`

// Quotes finds quotes, by day, article and place.
func (d *DB) Quotes(ctx context.Context, f Filter) ([]Quote, error) {
	var where []string
	var args []any
	add := func(cond string, values ...any) {
		for _, v := range values {
			args = append(args, v)
			cond = strings.Replace(cond, "??", fmt.Sprintf("?%d", len(args)), 1)
		}
		where = append(where, cond)
	}
	chosen := func(name string) string {
		args = append(args, name)
		return strings.ReplaceAll(named, "?1", fmt.Sprintf("?%d", len(args)))
	}
	if f.Speaker != "" {
		where = append(where, "(q.doc, q.speaker) IN ("+chosen(f.Speaker)+")")
	}
	if f.Exactly != "" {
		add("q.speaker_name = ?? COLLATE NOCASE AND q.speaker_kind = ??", f.Exactly, f.Kind)
	}
	if f.About != "" {
		about := `EXISTS (SELECT 1 FROM mentions m WHERE m.doc = q.doc AND m.start_byte >= q.start_byte AND m.end_byte <= q.end_byte
			AND (m.doc, m.entity) IN (` + chosen(f.About) + "))"
		args = append(args, phrase(f.About))
		where = append(where, fmt.Sprintf("(%s OR q.rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?%d))", about, len(args)))
	}
	if f.Cue != "" {
		add("(q.cue_class = ?? OR q.cue = ??)", f.Cue, f.Cue)
	}
	for _, c := range []struct{ cond, value string }{
		{"q.rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ??)", f.Words},
		{"q.form = ??", f.Form},
		{"q.source_type = ??", f.SourceType},
		{"d.published >= ??", f.Since},
		{"d.published <> '' AND substr(d.published, 1, 10) <= ??", f.Until},
	} {
		if c.value != "" {
			add(c.cond, c.value)
		}
	}
	query := `SELECT d.published, d.id, d.title, q.quote, q.speaker_name || q.speaker_description,
		q.source, q.cue, q.cue_class, q.form, q.words, q.source_type, q.justification
		FROM quotes q JOIN documents d ON d.doc = q.doc`
	if len(where) > 0 {
		query += " WHERE " + strings.Join(where, " AND ")
	}
	direction := ""
	if f.Latest {
		direction = " DESC"
	}
	query += " ORDER BY d.published" + direction + ", d.doc, q.start_byte, q.quote"
	if f.Limit > 0 {
		query += fmt.Sprintf(" LIMIT %d", f.Limit)
	}
	return all(ctx, d.sql, (*Quote).columns, query, args...)
}

// phrase makes any words a phrase of FTS5's language.
func phrase(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }

// A Person is what all articles say of one name.
type Person struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Articles int      `json:"articles"`
	Mentions int      `json:"mentions"`
	Quotes   int      `json:"quotes"`
	First    string   `json:"first,omitempty"` // day of the first article
	Last     string   `json:"last,omitempty"`
	Roles    []string `json:"roles,omitempty"`
	Aliases  []string `json:"aliases,omitempty"`
}

// Who finds the entities that a name means, the most quoted first.
func (d *DB) Who(ctx context.Context, name string) ([]Person, error) {
	type row struct {
		Person
		roles, aliases string
	}
	rows, err := all(ctx, d.sql, func(r *row) []any {
		return []any{&r.Name, &r.Kind, &r.Articles, &r.Mentions, &r.Quotes, &r.First, &r.Last, &r.roles, &r.aliases}
	}, `SELECT e.name, e.kind, count(DISTINCT e.doc), sum(e.mentions), sum(e.quotes),
		coalesce(min(NULLIF(d.published, '')), ''), coalesce(max(d.published), ''),
		group_concat(e.roles, '; '), group_concat(e.aliases, '; ')
		FROM entities e JOIN documents d ON d.doc = e.doc WHERE (e.doc, e.entity) IN (`+named+`)
		GROUP BY e.name COLLATE NOCASE, e.kind ORDER BY sum(e.quotes) DESC, sum(e.mentions) DESC, e.name`, name)
	if err != nil {
		return nil, err
	}
	out := make([]Person, len(rows))
	for i, r := range rows {
		r.Roles, r.Aliases = distinct(r.roles), distinct(r.aliases)
		out[i] = r.Person
	}
	return out, nil
}

// distinct splits a list at "; " and keeps each part once, in order.
func distinct(list string) (out []string) {
	seen := map[string]bool{"": true}
	for s := range strings.SplitSeq(list, "; ") {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
