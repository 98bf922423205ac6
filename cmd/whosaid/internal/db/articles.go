package db

import (
	"context"
	"strings"
)

// An Article is a text as it was read into the database.
type Article struct {
	Doc                             int64
	ID, Title, URL, Published, Text string
}

// Phrase makes words a phrase of FTS5's language: they stand one behind the other.
func Phrase(words ...string) string { return phrase(strings.Join(words, " ")) }

// AnyOf finds what has at least one of the words.
func AnyOf(words ...string) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = phrase(w)
	}
	return strings.Join(list, " OR ")
}

// Nearest lists the numbers of the articles that a search in FTS5's language fits
// best, at most n.
func (d *DB) Nearest(ctx context.Context, search string, n int) ([]int64, error) {
	return all(ctx, d.sql, func(doc *int64) []any { return []any{doc} },
		"SELECT rowid FROM documents_fts WHERE documents_fts MATCH ? ORDER BY rank, rowid LIMIT ?", search, n)
}

// Article reads an article. It fails if there is none of that number.
func (d *DB) Article(ctx context.Context, doc int64) (*Article, error) {
	a := &Article{Doc: doc}
	err := d.sql.QueryRowContext(ctx, "SELECT id, title, url, published, text FROM documents WHERE doc = ?", doc).
		Scan(&a.ID, &a.Title, &a.URL, &a.Published, &a.Text)
	return a, err
}

// Is reports whether a file begins as a database of SQLite does.
func Is(head []byte) bool { return strings.HasPrefix(string(head), "SQLite format 3\x00") }
