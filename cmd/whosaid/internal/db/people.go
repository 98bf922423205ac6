package db

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/entities"
)

// A named is a name as articles have it: all entities of that kind and name, with
// the other forms of the name.
type named struct {
	kind, name, aliases string
	person              int // 0 for nobody
}

// A joiner makes people of the names of all articles.
type joiner struct {
	tx     *sql.Tx
	names  []named
	people []whosaid.Entity // by person, from 1; those without a name are gone
	fixes  []corrections.Correction
	// fitted says which corrections fit something, by their place in fixes.
	fitted []int
	fold   cases.Caser
}

// join makes people, members and spoken anew.
func (w *Writer) join() error {
	tx, err := w.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if len(w.kept) > 0 {
		if err := putCorrections(tx, w.kept); err != nil {
			return err
		}
	}
	if _, err := joinAll(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// joinAll does so by the corrections that the database holds. It returns how many
// names or quotes each of these fits.
func joinAll(tx *sql.Tx) ([]Fitted, error) {
	lines, err := storedCorrections(tx)
	if err != nil {
		return nil, err
	}
	fixes, err := corrections.Parse(lines)
	if err != nil {
		return nil, err
	}
	j := &joiner{tx: tx, fixes: fixes, fitted: make([]int, len(fixes)), fold: cases.Fold()}
	for _, step := range []func() error{j.load, j.merge, j.call, j.correct, j.write, j.nearby, j.gender, j.speak} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	out := make([]Fitted, len(fixes))
	for i, f := range fixes {
		out[i] = Fitted{f.Line, f.Text, j.fitted[i]}
	}
	return out, nil
}

// load reads the names in the order in which they first occur.
func (j *joiner) load() error {
	rows, err := j.tx.Query(`SELECT kind, name, coalesce(group_concat(NULLIF(aliases, ''), '; '), '') FROM entities
		WHERE name <> '' GROUP BY kind, name ORDER BY min(rowid)`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n named
		if err := rows.Scan(&n.kind, &n.name, &n.aliases); err != nil {
			return err
		}
		j.names = append(j.names, n)
	}
	return rows.Err()
}

// maxAliases bounds the forms of one name.
const maxAliases = 64

// merge joins the names, each as if it were that of one article.
func (j *joiner) merge() error {
	m, err := entities.NewMerger()
	if err != nil {
		return err
	}
	for _, n := range j.names {
		aliases := distinct(n.aliases)
		m.Add(&whosaid.Document{Entities: []whosaid.Entity{{
			ID: 1, Kind: whosaid.EntityKind(n.kind), Name: n.name, Aliases: aliases[:min(len(aliases), maxAliases)],
		}}})
	}
	j.people = make([]whosaid.Entity, 1)
	for _, e := range m.Entities() {
		j.people = append(j.people, whosaid.Entity{Kind: e.Kind, Name: e.Name, Aliases: e.Aliases})
		for _, r := range e.Refs {
			j.names[r.Doc].person = len(j.people) - 1
		}
	}
	return nil
}

// call joins a surname alone to the one person whom articles call by it after their
// full name, though others have it too: "Barack Obama … Obama", but "Michelle
// Obama … Mrs. Obama".
func (j *joiner) call() error {
	called := map[string][]int{}
	for _, n := range j.names {
		last, full := j.surname(n.name)
		if n.kind != string(whosaid.EntityPerson) || !full || !j.calls(n.aliases, last) {
			continue
		}
		if !slices.Contains(called[last], n.person) {
			called[last] = append(called[last], n.person)
		}
	}
	for i := range j.names {
		n := &j.names[i]
		last, full := j.surname(n.name)
		if who := called[last]; n.kind == string(whosaid.EntityPerson) && !full && len(who) == 1 && !j.parted(last) {
			n.person = who[0]
			if p := &j.people[who[0]]; !slices.Contains(p.Aliases, n.name) && len(p.Aliases) < maxAliases {
				p.Aliases = append(p.Aliases, n.name)
			}
		}
	}
	j.dropEmpty()
	return nil
}

// surname is the last word of a name, and whether there are others.
func (j *joiner) surname(name string) (last string, full bool) {
	words := strings.Fields(j.fold.String(name))
	if len(words) == 0 {
		return "", false
	}
	return words[len(words)-1], len(words) > 1
}

// calls reports whether a surname alone is among the other forms of a name.
func (j *joiner) calls(aliases, surname string) bool {
	return slices.ContainsFunc(distinct(aliases), func(a string) bool { return j.fold.String(a) == surname })
}

// write fills people and members.
func (j *joiner) write() error {
	_, err := j.tx.Exec(`DELETE FROM people; DELETE FROM members; DELETE FROM spoken;
		CREATE TEMP TABLE joined (kind TEXT, name TEXT, person INTEGER, PRIMARY KEY (kind, name)) WITHOUT ROWID`)
	if err != nil {
		return err
	}
	if err := j.putPeople(); err != nil {
		return err
	}
	if err := j.putNames(); err != nil {
		return err
	}
	_, err = j.tx.Exec(`INSERT INTO members SELECT e.doc, e.entity, n.person FROM entities e
		JOIN joined n ON n.kind = e.kind AND n.name = e.name; DROP TABLE joined`)
	return err
}

func (j *joiner) putPeople() error {
	return putRows(j.tx, "people(person, kind, name, aliases)", 4, func(add func([]any) error) error {
		for i := 1; i < len(j.people); i++ {
			p := &j.people[i]
			if p.Name == "" {
				continue
			}
			if err := add([]any{i, string(p.Kind), p.Name, strings.Join(p.Aliases, "; ")}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (j *joiner) putNames() error {
	return putRows(j.tx, "joined", 3, func(add func([]any) error) error {
		for _, n := range j.names {
			person := sql.NullInt64{Int64: int64(n.person), Valid: n.person > 0}
			if err := add([]any{n.kind, n.name, person}); err != nil {
				return err
			}
		}
		return nil
	})
}

// gender gives people the gender that articles tell of them, if all that tell it
// agree.
func (j *joiner) gender() error {
	_, err := j.tx.Exec(`UPDATE people SET gender = g.gender FROM (SELECT m.person, max(e.gender) AS gender FROM members m
		JOIN entities e ON e.doc = m.doc AND e.entity = m.entity WHERE e.gender <> '' GROUP BY m.person
		HAVING count(DISTINCT e.gender) = 1) g WHERE g.person = people.person`)
	return err
}

// Joined reports whether the people of a database are joined, as they are at the
// end of a run.
func (d *DB) Joined(ctx context.Context) (bool, error) {
	var open bool
	err := d.sql.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM entities WHERE name <> '')
		AND NOT EXISTS (SELECT 1 FROM members)`).Scan(&open)
	return !open, err
}
