package db

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// pragmas are the settings of the one connection. Rows are only added, and indexes
// made at the end, so a large cache would take memory and save next to nothing.
const pragmas = "_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-4000)&" +
	"_pragma=temp_store(FILE)&_pragma=busy_timeout(5000)"

// Create opens a database for writing: a new one, the one that is there with
// Resume or Update, or a new one in its place with Force.
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
	case there && !o.Resume && !o.Update:
		return nil, &output.ExistsError{Path: o.Path}
	}
	// One connection: the pragmas hold for it, and there is one writer.
	db, err := sql.Open("sqlite", "file:"+escape(o.Path)+"?"+pragmas)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	w := &Writer{db: db, index: record.NewIndex(nil), kept: kept}
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
	rows, err := w.db.Query("SELECT doc, key, nth, named, raw, text, at, place FROM records ORDER BY doc")
	if err != nil {
		return err
	}
	defer rows.Close()
	var entries []record.Entry
	for rows.Next() {
		var e record.Entry
		var key, raw, text, at []byte
		if err := rows.Scan(&e.Doc, &key, &e.Nth, &e.Named, &raw, &text, &at, &e.Place); err != nil {
			return err
		}
		for h, b := range map[*record.Hash][]byte{&e.Key: key, &e.Raw: raw, &e.Text: text, &e.At: at} {
			copy(h[:], b)
		}
		entries = append(entries, e)
	}
	w.index = record.NewIndex(entries)
	return rows.Err()
}
