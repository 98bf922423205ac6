// Package db keeps what was found in a SQLite database, and asks it.
package db

import (
	"database/sql"
	"fmt"
	"reflect"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
	_ "modernc.org/sqlite" // the driver, in Go alone
)

// version is the user_version of the databases. It changes when a table does.
const version = 4

// schema is what stands beside the six tables of package table. The indexes
// of words hold no second copy of the texts.
const schema = `
CREATE TABLE places (place TEXT PRIMARY KEY, doc INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE documents_fts USING fts5(title, text,
	content='documents', content_rowid='doc', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quotes_fts USING fts5(words,
	content='quotes', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2');
`

// indexes are made at the end of a run, which is quicker than row by row.
const indexes = `
CREATE INDEX IF NOT EXISTS entities_by_name ON entities(name COLLATE NOCASE);
CREATE INDEX IF NOT EXISTS entities_by_doc ON entities(doc, entity);
CREATE INDEX IF NOT EXISTS mentions_by_doc ON mentions(doc, start_byte);
CREATE INDEX IF NOT EXISTS quotes_by_doc ON quotes(doc, speaker);
CREATE INDEX IF NOT EXISTS quotes_by_speaker ON quotes(speaker_name COLLATE NOCASE);
CREATE INDEX IF NOT EXISTS claims_by_doc ON claims(doc);
CREATE INDEX IF NOT EXISTS dates_by_doc ON dates(doc);
CREATE INDEX IF NOT EXISTS dates_by_day ON dates(from_day);
`

// types are the types of columns.
var types = map[reflect.Kind]string{reflect.Int64: "INTEGER", reflect.Bool: "INTEGER", reflect.Float64: "REAL", reflect.String: "TEXT"}

func create(tx *sql.Tx) error {
	for _, t := range table.Tables() {
		var cols []string
		for i, c := range t.Columns {
			def := c.Name + " " + types[c.Kind] + " NOT NULL"
			if i == 0 && t.Name == "documents" {
				def = c.Name + " INTEGER PRIMARY KEY"
			}
			cols = append(cols, def)
		}
		if _, err := tx.Exec("CREATE TABLE " + t.Name + " (" + strings.Join(cols, ", ") + ")"); err != nil {
			return err
		}
	}
	_, err := tx.Exec(schema + fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}

// check makes sure that the database is one of ours.
func check(db *sql.DB, path string) error {
	var v int
	if err := db.QueryRow("PRAGMA user_version").Scan(&v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if v != version {
		return fmt.Errorf("%s: no database of this version of whosaid (user_version %d, want %d)", path, v, version)
	}
	return nil
}
