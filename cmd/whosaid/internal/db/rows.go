package db

import (
	"database/sql"
	"strings"
)

// many is how many rows one statement puts in. What a statement costs beside its rows
// is as much as one row.
const many = 16

// A rowWriter puts rows in a table, many at a time.
type rowWriter struct {
	one, many *sql.Stmt
	room      []any // for the values of many rows
}

// newRowWriter prepares to put in rows: into is "table" or "table(columns)".
func newRowWriter(tx *sql.Tx, into string, columns int) (w rowWriter, err error) {
	row := "(" + strings.TrimSuffix(strings.Repeat("?, ", columns), ", ") + ")"
	if w.one, err = tx.Prepare("INSERT INTO " + into + " VALUES " + row); err != nil {
		return w, err
	}
	w.many, err = tx.Prepare("INSERT INTO " + into + " VALUES " + row + strings.Repeat(", "+row, many-1))
	w.room = make([]any, 0, columns*many)
	return w, err
}

// put puts in the rows that each calls add with.
func (w *rowWriter) put(each func(add func(row []any) error) error) error {
	args := w.room
	err := each(func(row []any) error {
		args = append(args, row...)
		if len(args) < cap(args) {
			return nil
		}
		_, err := w.many.Exec(args...)
		args = args[:0]
		return err
	})
	for n := cap(args) / many; err == nil && len(args) > 0; args = args[n:] {
		_, err = w.one.Exec(args[:n]...)
	}
	return err
}

// putRows puts rows in as a rowWriter of its own does.
func putRows(tx *sql.Tx, into string, columns int, each func(add func(row []any) error) error) error {
	w, err := newRowWriter(tx, into, columns)
	if err != nil {
		return err
	}
	return w.put(each)
}
