package db

import (
	"database/sql"
	"fmt"
	"os"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
)

// A Fitted is a correction with how many names or quotes it fits.
type Fitted struct {
	Line int    `json:"line"`
	Text string `json:"text"`
	Fits int    `json:"fits"`
}

// keptCorrections are those of the database at path, if it is one.
func keptCorrections(path string) []string {
	d, err := Open(path)
	if err != nil {
		return nil
	}
	defer d.Close()
	lines, err := storedCorrections(d.sql)
	if err != nil {
		return nil
	}
	return lines
}

func storedCorrections(q interface {
	Query(string, ...any) (*sql.Rows, error)
}) (lines []string, err error) {
	rows, err := q.Query("SELECT text FROM corrections ORDER BY line")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		lines = append(lines, s)
	}
	return lines, rows.Err()
}

func putCorrections(tx *sql.Tx, lines []string) error {
	if _, err := tx.Exec("DELETE FROM corrections"); err != nil {
		return err
	}
	for i, s := range lines {
		if _, err := tx.Exec("INSERT INTO corrections VALUES (?, ?)", i+1, s); err != nil {
			return err
		}
	}
	return nil
}

// Correct puts corrections into a database, in place of those that it has, and
// joins its people anew. It returns what each of them fits.
func Correct(path string, lines []string) ([]Fitted, error) {
	if _, err := corrections.Parse(lines); err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%s: no such database", path)
	}
	db, err := sql.Open("sqlite", "file:"+escape(path)+"?"+pragmas)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := check(db, path); err != nil {
		return nil, err
	}
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	if err := putCorrections(tx, lines); err != nil {
		return nil, err
	}
	fitted, err := joinAll(tx)
	if err != nil {
		return nil, err
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	_, err = db.Exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
	return fitted, err
}

// Corrections are the lines of corrections of a database.
func (d *DB) Corrections() ([]string, error) { return storedCorrections(d.sql) }
