package db

import (
	"context"
	"database/sql"
	"errors"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// A Writer fills a database. It is an output.Writer: each flush commits, so
// that a killed run leaves whole records only.
type Writer struct {
	db     *sql.DB
	tx     *sql.Tx
	insert []rowWriter // by table
	known  *sql.Stmt
	cuts   rowWriter // puts in where sentences stand
	words  *sql.Stmt // and their words
	last   int64     // the id of the last sentence
	due    unindexed
	index  *record.Index
	begun  bool     // something was written
	kept   []string // the corrections of a database that this one replaces
}

// Index is as in output.Writer.
func (w *Writer) Index() *record.Index { return w.index }

// Encode is as in output.Writer.
func (w *Writer) Encode(r *output.Record) (output.Write, error) {
	rows := table.Of(0, r.Article, r.Document)
	rows.Try()                // what cannot be laid out panics here, where nothing is begun
	a := &article{rows: rows} // and not r, which keeps the Document
	for _, s := range r.Document.Sentences {
		a.sentences = append(a.sentences, s.Span)
	}
	return func(e *record.Entry) error { return w.write(e, a) }, nil
}

// An article is what is written of one.
type article struct {
	rows      *table.Rows
	sentences []whosaid.Span
}

// write puts in all rows of an article or, if one of them fails, none: what was
// written before it is committed all the same, and Resume goes by the records.
func (w *Writer) write(e *record.Entry, a *article) error {
	if w.tx == nil {
		if err := w.prepare(); err != nil {
			return err
		}
	}
	if w.due.size >= maxDue || e.Again {
		if err := w.indexWords(); err != nil {
			return err
		}
	}
	if _, err := w.tx.Exec("SAVEPOINT record"); err != nil {
		return err
	}
	whole := false
	defer func() { // after a panic too
		if !whole {
			w.takeBack()
		}
	}()
	if e.Again {
		if err := w.remove(e.Doc); err != nil {
			return err
		}
	}
	due, err := w.insertAll(e, a)
	if err != nil {
		return err
	}
	whole = true
	w.due.add(due)
	_, err = w.tx.Exec("RELEASE record")
	return err
}

// takeBack undoes the record at hand. If that fails, so does all since the
// last flush: SQLite may have ended the transaction itself, as on a full disk.
func (w *Writer) takeBack() {
	if _, err := w.tx.Exec("ROLLBACK TO record; RELEASE record"); err != nil {
		w.rollback()
	}
}

// rollback undoes all since the last flush.
func (w *Writer) rollback() {
	w.tx.Rollback()
	w.tx, w.due = nil, unindexed{}
}

// insertAll puts in the rows of an article. It returns what is to be indexed of it.
func (w *Writer) insertAll(e *record.Entry, a *article) (due unindexed, err error) {
	if _, err := w.known.Exec(e.Doc, e.Key[:], e.Nth, e.Named, e.Raw[:], e.Text[:], e.At[:], e.Place); err != nil {
		return due, err
	}
	due.docs = []int{e.Doc}
	if due.sentences, err = w.insertSentences(e.Doc, a); err != nil {
		return due, err
	}
	for _, s := range due.sentences {
		due.size += len(s.words)
	}
	for t := range w.insert {
		err := w.insert[t].put(func(add func([]any) error) error {
			return a.rows.Each(t, func(values []any) error {
				values[0] = int64(e.Doc) // the first column of each table
				return add(values)
			})
		})
		if err != nil {
			return due, err
		}
	}
	return due, nil
}

// insertSentences puts in where the sentences of an article stand.
func (w *Writer) insertSentences(doc int, a *article) (out []sentence, err error) {
	err = w.cuts.put(func(add func([]any) error) error {
		for _, s := range a.sentences {
			w.last++
			if err := add([]any{w.last, doc, s.Start, s.End}); err != nil {
				return err
			}
			out = append(out, sentence{w.last, a.rows.Text(s)})
		}
		return nil
	})
	return out, err
}

// prepare begins a transaction.
func (w *Writer) prepare() error {
	tx, err := w.db.Begin()
	if err != nil {
		return err
	}
	w.tx, w.insert = tx, nil
	if !w.begun { // what follows from the articles does so no longer, until the run ends
		if _, err := tx.Exec("DELETE FROM members"); err != nil {
			return err
		}
		w.begun = true
	}
	if err := tx.QueryRow("SELECT coalesce(max(id), 0) FROM sentences").Scan(&w.last); err != nil {
		return err
	}
	for _, t := range table.Tables() {
		insert, err := newRowWriter(tx, t.Name, len(t.Columns))
		if err != nil {
			return err
		}
		w.insert = append(w.insert, insert)
	}
	if w.known, err = tx.Prepare("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)"); err != nil {
		return err
	}
	if w.cuts, err = newRowWriter(tx, "sentences", 4); err != nil {
		return err
	}
	w.words, err = tx.Prepare("INSERT INTO sentences_fts(rowid, words) VALUES (?, ?)")
	return err
}

// Flush commits.
func (w *Writer) Flush() error {
	if w.tx == nil {
		return nil
	}
	if err := w.indexWords(); err != nil {
		return err
	}
	err := w.tx.Commit()
	w.tx = nil
	return err
}

// Close commits, makes the indexes, joins people, and leaves a single file behind. If
// ctx is done it only commits: the next run does the rest, and until then questions
// say that it is missing.
func (w *Writer) Close(ctx context.Context) error {
	err := w.Flush()
	if ctx.Err() != nil {
		return errors.Join(err, w.db.Close())
	}
	if err == nil {
		_, err = w.db.Exec(indexes)
	}
	if err == nil {
		err = w.join()
	}
	if err == nil {
		_, err = w.db.Exec("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")
	} else if w.tx != nil {
		w.tx.Rollback()
	}
	return errors.Join(err, w.db.Close())
}
