package db

import "context"

// A Hit is a sentence, or an article with the sentence in it that fits best, that
// a search finds.
type Hit struct{ Answer }

func (h *Hit) columns() []any { return h.Answer.columns() }

// A Find is a full-text search.
type Find struct {
	Scope
	Words    string // as Search takes them
	Articles bool   // the words may stand anywhere in an article, else in one sentence
}

func (f *Find) question() *question {
	q := &question{columns: place, usual: "rank", order: map[string]string{"rank": "f.rank, d.doc, x.start_byte"}}
	if f.Articles {
		q.from = "documents_fts f JOIN documents d ON d.doc = f.rowid JOIN (SELECT 0 AS start_byte, 0 AS end_byte) x"
		q.add("documents_fts MATCH ?", match(f.Words))
	} else {
		q.from = "sentences_fts f JOIN sentences x ON x.id = f.rowid JOIN documents d ON d.doc = x.doc"
		q.add("sentences_fts MATCH ?", match(f.Words))
	}
	q.scope(f.Scope)
	return q
}

// Find calls do with each sentence or article that it finds. The usual order is by
// how well the words fit.
func (d *DB) Find(ctx context.Context, f Find, do func(*Hit) error) error {
	q := f.question()
	if !f.Articles {
		return each(ctx, d, q, f.Scope, (*Hit).columns, do)
	}
	none := f.Scope
	none.Context = 0
	return each(ctx, d, q, none, (*Hit).columns, func(h *Hit) error {
		if err := d.best(ctx, &h.Answer, f.Words); err != nil {
			return err
		}
		if err := d.around(ctx, &h.Answer, f.Context); err != nil {
			return err
		}
		return do(h)
	})
}

// best finds the sentence of an article with the most of the words, or else its
// first.
func (d *DB) best(ctx context.Context, a *Answer, words string) error {
	query := `SELECT s.start_byte, s.end_byte FROM sentences s WHERE s.doc = ?1 ORDER BY s.id IN (SELECT rowid FROM sentences_fts
		WHERE sentences_fts MATCH ?2 AND rowid BETWEEN (SELECT min(id) FROM sentences WHERE doc = ?1)
		AND (SELECT max(id) FROM sentences WHERE doc = ?1) ORDER BY rank LIMIT 1) DESC, s.start_byte LIMIT 1`
	list, err := all(ctx, d.sql, func(c *[2]int) []any { return []any{&c[0], &c[1]} }, query, a.doc, anyWord(words))
	if err == nil && len(list) > 0 {
		a.Start, a.End = list[0][0], list[0][1]
	}
	return err
}

// CountFound counts what a search finds.
func (d *DB) CountFound(ctx context.Context, f Find) (int, error) { return f.question().count(ctx, d) }
