package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// A DB is a database to ask. It is never changed.
type DB struct {
	sql   *sql.DB
	texts texts
}

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
	return &DB{sql: db}, nil
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

// An Answer is where something stands: each thing found has one.
type Answer struct {
	Published string `json:"published,omitempty"`
	Article   string `json:"article"` // its id
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Start     int    `json:"start"` // in bytes of the article's text
	End       int    `json:"end"`
	// Score is the calibrated probability that what was found is right. Sentences
	// and articles have none.
	Score    *float64 `json:"score,omitempty"`
	Sentence string   `json:"sentence"`
	// Context is Sentence with the sentences around it, as many as were asked for.
	Context string `json:"context,omitempty"`
	doc     int64
}

// place are the columns of an article and a span in it, as answers has them.
const place = "d.doc, d.published, d.id, d.title, d.url, d.outlet, x.start_byte, x.end_byte"

func (a *Answer) columns(more ...any) []any {
	return append([]any{&a.doc, &a.Published, &a.Article, &a.Title, &a.URL, &a.Outlet, &a.Start, &a.End}, more...)
}

func (a *Answer) answer() *Answer { return a }

// A Scope bounds and orders what is found. Zero fields do not.
type Scope struct {
	Since, Until string // days of publication: [Since, Until]
	Outlet       string // or the end of its name: "example.com"
	MinScore     float64
	// Sort is a name of Sorts, with a "-" before it for the other direction.
	Sort    string
	Limit   int // 0 is all
	Context int // sentences before and after
}

// sorts are the orders that all answers have, then those of some.
var sorts = map[string]string{
	"date": "d.published, d.doc, x.start_byte", "article": "d.id, d.doc, x.start_byte", "score": "x.score, d.doc, x.start_byte",
}

// A question is a query that is put together.
type question struct {
	columns, from string
	where         []string
	args          []any
	order         map[string]string // besides sorts
	usual         string            // the order if none is asked for
	scored        bool              // x.score is known
}

func (q *question) add(cond string, values ...any) {
	q.where = append(q.where, cond)
	q.args = append(q.args, values...)
}

// if adds a condition with one value, unless that is empty.
func (q *question) option(cond, value string) {
	if value != "" {
		args := make([]any, strings.Count(cond, "?"))
		for i := range args {
			args[i] = value
		}
		q.add(cond, args...)
	}
}

// scope adds the conditions of a Scope.
func (q *question) scope(s Scope) {
	q.option("d.published >= ?", s.Since)
	q.option("d.published <> '' AND substr(d.published, 1, 10) <= ?", s.Until)
	q.option("(d.outlet = ? OR d.outlet LIKE '%.' || ?)", strings.ToLower(s.Outlet))
	if s.MinScore > 0 && q.scored {
		q.add("x.score >= ?", s.MinScore)
	}
}

// SortError reports an order that there is not.
type SortError struct{ Sort, There string }

func (e *SortError) Error() string { return fmt.Sprintf("no order %q; there are %s", e.Sort, e.There) }

// text is the query for rows in an order.
func (q *question) text(s Scope) (string, error) {
	key, backwards := strings.CutPrefix(s.Sort, "-")
	if s.Sort == "" {
		key, backwards = strings.CutPrefix(q.usual, "-")
	}
	order, ok := q.order[key]
	if !ok {
		order, ok = sorts[key]
	}
	if !ok || key == "score" && !q.scored {
		return "", &SortError{s.Sort, q.orders()}
	}
	if backwards {
		first, rest, _ := strings.Cut(order, ",")
		order = first + " DESC," + rest
	}
	text := "SELECT " + q.columns + q.tail() + " ORDER BY " + strings.TrimSuffix(order, ",")
	if s.Limit > 0 {
		text += fmt.Sprintf(" LIMIT %d", s.Limit)
	}
	return text, nil
}

// orders lists the names of the orders.
func (q *question) orders() string {
	names := slices.Concat(slices.Collect(maps.Keys(q.order)), slices.Collect(maps.Keys(sorts)))
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(s string) bool { return s == "score" && !q.scored })
	return strings.Join(names, ", ")
}

func (q *question) tail() string {
	if len(q.where) == 0 {
		return " FROM " + q.from
	}
	return " FROM " + q.from + " WHERE " + strings.Join(q.where, " AND ")
}

// Count is how many rows there are, without regard to the limit.
func (q *question) count(ctx context.Context, d *DB) (n int, err error) {
	err = d.sql.QueryRowContext(ctx, "SELECT count(*)"+q.tail(), q.args...).Scan(&n)
	return n, err
}

// each runs a question, fills in sentences and contexts, and calls do with each
// answer as it comes.
func each[T any, P interface {
	*T
	answer() *Answer
}](ctx context.Context, d *DB, q *question, s Scope, scan func(P) []any, do func(P) error) error {
	text, err := q.text(s)
	if err != nil {
		return err
	}
	rows, err := d.sql.QueryContext(ctx, text, q.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var v T
		if err := rows.Scan(scan(&v)...); err != nil {
			return err
		}
		if err := d.around(ctx, P(&v).answer(), s.Context); err != nil {
			return err
		}
		if err := do(&v); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Collect makes a list of what one of the questions of a DB finds: those whose
// limit bounds them.
func Collect[T, F any](ctx context.Context, f F, ask func(context.Context, F, func(*T) error) error) (list []T, err error) {
	err = ask(ctx, f, func(v *T) error {
		list = append(list, *v)
		return nil
	})
	return list, err
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
