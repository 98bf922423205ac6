package db

import (
	"database/sql"
	"fmt"
	"os"
	"strings"
)

// A Fitted is a correction with how many names or quotes it fits.
type Fitted struct {
	Line int    `json:"line"`
	Text string `json:"text"`
	Fits int    `json:"fits"`
}

// A correction is one line of a file of corrections.
type correction struct {
	line int
	text string
	what string
	args []string
}

// The kinds of corrections, with how many items follow at least.
const (
	fixSame    = "same"           // names of one person
	fixOther   = "not the same"   // names that are not
	fixNoName  = "no name"        // what is no name
	fixSpeaker = "speaker"        // article, words, the name of who says them
	fixSource  = "missing source" // article, words, what the source is called that has no name
)

var fixItems = map[string]int{fixSame: 2, fixOther: 2, fixNoName: 1, fixSpeaker: 3, fixSource: 3}

// parseCorrections reads lines "kind: item | item". Those that are empty or begin
// with "#" say nothing.
func parseCorrections(lines []string) ([]correction, error) {
	var out []correction
	for i, text := range lines {
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		what, rest, _ := strings.Cut(text, ":")
		what = strings.Join(strings.Fields(strings.ToLower(what)), " ")
		least, ok := fixItems[what]
		if !ok {
			return nil, fmt.Errorf("line %d: %q is no correction; there are %s, %s, %s, %s and %s", i+1, text,
				fixSame, fixOther, fixNoName, fixSpeaker, fixSource)
		}
		c := correction{line: i + 1, text: text, what: what}
		for item := range strings.SplitSeq(rest, "|") {
			if item = strings.Join(strings.Fields(item), " "); item != "" {
				c.args = append(c.args, item)
			}
		}
		if len(c.args) < least || len(c.args) > least && least != 2 && what != fixNoName {
			return nil, fmt.Errorf("line %d: %q takes %d items, set off by \"|\"", i+1, what, least)
		}
		out = append(out, c)
	}
	return out, nil
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
	if _, err := parseCorrections(lines); err != nil {
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
