// Package db keeps what was found in a SQLite database, and asks it.
package db

import (
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
	"modernc.org/sqlite" // the driver, in Go alone
	sqlite3 "modernc.org/sqlite/lib"
)

// version is the user_version of the databases. It changes when a table does.
const version = 6

// schema is what stands beside the six tables of package table. The indexes
// of words hold no second copy of the texts.
//
// Records are by what the articles are known again (package record); no two may have
// the same key and nth.
//
// People are the names of all articles, joined, and members the entities that
// each of them is; an entity whose name is none, by a correction, is a member of
// nobody. Spoken are the quotes whose speaker or source was corrected. All three
// are made anew at the end of a run, from the other tables and the corrections.
// Said are the quotes with what is made of them: who is the speaker's name.
const schema = `
CREATE TABLE records (doc INTEGER PRIMARY KEY, key BLOB NOT NULL, nth INTEGER NOT NULL, named INTEGER NOT NULL,
	raw BLOB NOT NULL, text BLOB NOT NULL, at BLOB NOT NULL, place TEXT NOT NULL);
CREATE UNIQUE INDEX records_by_key ON records(key, nth);
CREATE TABLE sentences (id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL);
CREATE TABLE people (person INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
	gender TEXT NOT NULL DEFAULT '');
CREATE TABLE members (doc INTEGER NOT NULL, entity INTEGER NOT NULL, person INTEGER, PRIMARY KEY (doc, entity)) WITHOUT ROWID;
CREATE TABLE corrections (line INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE spoken (doc INTEGER NOT NULL, quote INTEGER NOT NULL, person INTEGER, source TEXT, PRIMARY KEY (doc, quote)) WITHOUT ROWID;
CREATE VIRTUAL TABLE documents_fts USING fts5(title, text,
	content='documents', content_rowid='doc', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quotes_fts USING fts5(words,
	content='quotes', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE sentences_fts USING fts5(words,
	content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIEW said AS SELECT q.rowid AS id, q.doc, q.quote, q.form, q.cue, q.cue_class, q.words, q.start_byte, q.end_byte, q.negated,
	q.speaker, q.score, p.person, coalesce(c.source, q.source) AS source,
	CASE WHEN c.source IS NOT NULL THEN 'unnamedPerson' WHEN c.person IS NULL THEN q.source_type
		WHEN p.kind = 'person' THEN 'namedPerson' ELSE 'namedBody' END AS source_type,
	iif(c.doc IS NULL, q.justification, '') AS justification,
	CASE WHEN c.source IS NOT NULL OR m.doc IS NOT NULL AND p.person IS NULL THEN '' ELSE coalesce(p.name, q.speaker_name) END AS who,
	CASE WHEN c.source IS NOT NULL THEN c.source WHEN c.doc IS NOT NULL THEN '' ELSE q.speaker_description END AS described,
	CASE WHEN c.source IS NOT NULL THEN '' ELSE coalesce(p.kind, q.speaker_kind) END AS kind
	FROM quotes q LEFT JOIN members m ON m.doc = q.doc AND m.entity = q.speaker
	LEFT JOIN spoken c ON c.doc = q.doc AND c.quote = q.quote
	LEFT JOIN people p ON p.person = coalesce(c.person, m.person);
` + seldomMerged

// seldomMerged lets the indexes of words be merged sixteen pieces at a time, not four:
// an article is written that much quicker, and a search looks at a few pieces more.
const seldomMerged = `
INSERT INTO documents_fts(documents_fts, rank) VALUES ('automerge', 16);
INSERT INTO quotes_fts(quotes_fts, rank) VALUES ('automerge', 16);
INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('automerge', 16);
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
CREATE INDEX IF NOT EXISTS sentences_by_doc ON sentences(doc, start_byte);
CREATE INDEX IF NOT EXISTS members_by_person ON members(person);
CREATE INDEX IF NOT EXISTS documents_by_id ON documents(id);
CREATE INDEX IF NOT EXISTS documents_by_url ON documents(url);
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
		var se *sqlite.Error
		if errors.As(err, &se) && se.Code() == sqlite3.SQLITE_NOTADB {
			return fmt.Errorf("%s: no database; whosaid extract --to sqlite makes one of articles", path)
		}
		return fmt.Errorf("%s: %w", path, err)
	}
	if v != version {
		return fmt.Errorf("%s: no database of this version of whosaid (user_version %d, want %d)", path, v, version)
	}
	return nil
}
