package db

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
)

// A Writer fills a database. It is an output.Writer: each flush commits, so
// that a killed run leaves whole records only.
type Writer struct {
	db     *sql.DB
	tx     *sql.Tx
	insert []*sql.Stmt // by table
	place  *sql.Stmt
	text   *sql.Stmt
	cut    *sql.Stmt // puts in where a sentence stands
	words  *sql.Stmt // and its words
	done   map[string]bool
	last   int
	kept   []string // the corrections of a database that this one replaces
}

// pragmas are the settings of the one connection. Rows are only added, and indexes
// made at the end, so a large cache would take memory and save next to nothing.
const pragmas = "_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-4000)&" +
	"_pragma=temp_store(FILE)&_pragma=busy_timeout(5000)"

// Create opens a database for writing: a new one, the one that is there with
// Resume, or a new one in its place with Force.
func Create(o output.Options) (output.Writer, error) {
	if o.Path == "" || o.Path == "-" {
		return nil, output.ErrNeedsPath
	}
	st, err := os.Stat(o.Path)
	there := err == nil
	var kept []string
	switch {
	case there && !st.Mode().IsRegular():
		return nil, fmt.Errorf("%s: %w", o.Path, output.ErrNoFile)
	case there && o.Force:
		kept = keptCorrections(o.Path)
		for _, f := range []string{o.Path, o.Path + "-wal", o.Path + "-shm"} {
			if err := os.Remove(f); err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, err
			}
		}
		there = false
	case there && !o.Resume:
		return nil, &output.ExistsError{Path: o.Path}
	}
	// One connection: the pragmas hold for it, and there is one writer.
	db, err := sql.Open("sqlite", "file:"+escape(o.Path)+"?"+pragmas)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	w := &Writer{db: db, done: map[string]bool{}, kept: kept}
	if err := w.begin(there, o.Path); err != nil {
		db.Close()
		return nil, err
	}
	return w, nil
}

// escape writes a path for a file: address.
func escape(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}

// begin makes the tables, unless a run that was killed has made them.
func (w *Writer) begin(there bool, path string) error {
	var tables int
	if there {
		if err := w.db.QueryRow("SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
			return err
		}
	}
	if tables == 0 {
		tx, err := w.db.Begin()
		if err != nil {
			return err
		}
		if err := create(tx); err != nil {
			tx.Rollback()
			return err
		}
		return tx.Commit()
	}
	if err := check(w.db, path); err != nil {
		return err
	}
	return w.load()
}

// load learns what is there already.
func (w *Writer) load() error {
	rows, err := w.db.Query("SELECT place, doc FROM places")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var place string
		var doc int
		if err := rows.Scan(&place, &doc); err != nil {
			return err
		}
		w.done[place] = true
		w.last = max(w.last, doc)
	}
	return rows.Err()
}

// Done is as in output.Writer.
func (w *Writer) Done() (map[string]bool, int) { return w.done, w.last }

// Encode is as in output.Writer.
func (w *Writer) Encode(r *output.Record) (output.Write, error) {
	rows := table.Of(r.Doc, r.Article, r.Document)
	for t := range table.Tables() { // what cannot be laid out fails here, where nothing is begun
		if err := rows.Each(t, func([]any) error { return nil }); err != nil {
			return nil, err
		}
	}
	rec := &record{place: r.Place.String(), doc: r.Doc, rows: rows} // and not r, which keeps the Document
	for _, s := range r.Document.Sentences {
		rec.sentences = append(rec.sentences, s.Span)
	}
	return func() error { return w.write(rec) }, nil
}

// A record is what is written of an article.
type record struct {
	place     string
	doc       int
	rows      *table.Rows
	sentences []whosaid.Span
}

// write puts in all rows of a record or, if one of them fails, none: what was
// written before it is committed all the same, and Resume goes by places.
func (w *Writer) write(r *record) error {
	if w.tx == nil {
		if err := w.prepare(); err != nil {
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
	if err := w.insertAll(r); err != nil {
		return err
	}
	whole = true
	_, err := w.tx.Exec("RELEASE record")
	return err
}

// takeBack undoes the record at hand. If that fails, so does all since the
// last flush: SQLite may have ended the transaction itself, as on a full disk.
func (w *Writer) takeBack() {
	if _, err := w.tx.Exec("ROLLBACK TO record; RELEASE record"); err != nil {
		w.tx.Rollback()
		w.tx = nil
	}
}

func (w *Writer) insertAll(r *record) error {
	if _, err := w.place.Exec(r.place, r.doc); err != nil {
		return err
	}
	for d := range r.rows.Documents() {
		if _, err := w.text.Exec(r.doc, d.Title, d.Text); err != nil {
			return err
		}
	}
	if err := w.insertSentences(r); err != nil {
		return err
	}
	for t, insert := range w.insert {
		err := r.rows.Each(t, func(values []any) error {
			_, err := insert.Exec(values...)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// insertSentences puts in where the sentences of a record stand, and their words.
func (w *Writer) insertSentences(r *record) error {
	for _, s := range r.sentences {
		res, err := w.cut.Exec(r.doc, s.Start, s.End)
		if err != nil {
			return err
		}
		id, err := res.LastInsertId()
		if err != nil {
			return err
		}
		if _, err := w.words.Exec(id, r.rows.Text(s)); err != nil {
			return err
		}
	}
	return nil
}

// prepare begins a transaction.
func (w *Writer) prepare() error {
	tx, err := w.db.Begin()
	if err != nil {
		return err
	}
	w.tx, w.insert = tx, nil
	for _, t := range table.Tables() {
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.Columns)), ", ")
		s, err := tx.Prepare("INSERT INTO " + t.Name + " VALUES (" + marks + ")")
		if err != nil {
			return err
		}
		w.insert = append(w.insert, s)
	}
	if w.place, err = tx.Prepare("INSERT INTO places VALUES (?, ?)"); err != nil {
		return err
	}
	if w.cut, err = tx.Prepare("INSERT INTO sentences(doc, start_byte, end_byte) VALUES (?, ?, ?)"); err != nil {
		return err
	}
	if w.words, err = tx.Prepare("INSERT INTO sentences_fts(rowid, words) VALUES (?, ?)"); err != nil {
		return err
	}
	w.text, err = tx.Prepare("INSERT INTO documents_fts(rowid, title, text) VALUES (?, ?, ?)")
	return err
}

// Flush commits.
func (w *Writer) Flush() error {
	if w.tx == nil {
		return nil
	}
	// The words of the quotes that are new follow those that are indexed.
	_, err := w.tx.Exec(`INSERT INTO quotes_fts(rowid, words) SELECT rowid, words FROM quotes
		WHERE rowid > (SELECT coalesce(max(id), 0) FROM quotes_fts_docsize)`)
	if err != nil {
		return err
	}
	err = w.tx.Commit()
	w.tx = nil
	return err
}

// Close commits, makes the indexes, joins people, and leaves a single file behind.
func (w *Writer) Close() error {
	err := w.Flush()
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
