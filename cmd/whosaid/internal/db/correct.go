package db

import (
	"database/sql"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
)

// correct changes who is who: first what is no name, then what is not the same,
// then what is.
func (j *joiner) correct() error {
	for _, do := range []struct {
		what string
		f    func(*corrections.Correction) int
	}{{corrections.NoName, j.noName}, {corrections.Apart, j.part}, {corrections.Same, j.unite}} {
		for i := range j.fixes {
			if c := &j.fixes[i]; c.What == do.what {
				j.fitted[i] = do.f(c)
			}
		}
	}
	j.dropEmpty()
	return nil
}

// having calls do with each name that is one of a correction's.
func (j *joiner) having(want map[string]bool, do func(*named)) (n int) {
	for i := range j.names {
		if want[j.fold.String(j.names[i].name)] {
			do(&j.names[i])
			n++
		}
	}
	return n
}

func (j *joiner) noName(c *corrections.Correction) int {
	return j.having(c.Names(), func(n *named) { n.person = 0 })
}

// part makes each name of a correction a person of its own.
func (j *joiner) part(c *corrections.Correction) (n int) {
	for _, name := range c.Args {
		at := map[string]int{} // one of each kind
		n += j.having(map[string]bool{j.fold.String(name): true}, func(n *named) {
			if n.person == 0 {
				return
			}
			if at[n.kind] == 0 {
				j.people = append(j.people, whosaid.Entity{Kind: whosaid.EntityKind(n.kind), Name: n.name})
				at[n.kind] = len(j.people) - 1
			}
			n.person = at[n.kind]
		})
	}
	return n
}

// parted reports whether a correction says that a surname is that of somebody else.
func (j *joiner) parted(surname string) bool {
	return slices.ContainsFunc(j.fixes, func(c corrections.Correction) bool {
		return c.What == corrections.Apart && c.Names()[surname]
	})
}

// unite makes all who have a name of the correction the person of its first name.
func (j *joiner) unite(c *corrections.Correction) (n int) {
	first := 0
	joined := map[int]bool{}
	for _, name := range c.Args {
		n += j.having(map[string]bool{j.fold.String(name): true}, func(n *named) {
			if n.person == 0 {
				return
			}
			if first == 0 {
				first = n.person
			}
			joined[n.person] = true
		})
	}
	if first == 0 {
		return 0
	}
	var aliases []string
	for i := range j.names {
		if x := &j.names[i]; joined[x.person] {
			aliases = append(aliases, x.name)
			aliases = append(aliases, distinct(x.aliases)...)
			x.person = first
		}
	}
	e := &j.people[first]
	e.Name, e.Aliases = c.Args[0], nil
	for _, a := range distinct(strings.Join(aliases, "; ")) {
		if a != e.Name && len(e.Aliases) < maxAliases {
			e.Aliases = append(e.Aliases, a)
		}
	}
	return n
}

// dropEmpty takes the names from people whom no name means any more.
func (j *joiner) dropEmpty() {
	used := make([]bool, len(j.people))
	for _, n := range j.names {
		used[n.person] = true
	}
	for i := range j.people {
		if !used[i] {
			j.people[i].Name = ""
		}
	}
}

// speak fills spoken: the quotes whose speaker or source is corrected.
func (j *joiner) speak() error {
	for i := range j.fixes {
		c := &j.fixes[i]
		if c.What != corrections.Speaker && c.What != corrections.Source {
			continue
		}
		quotes, err := j.quotes(c)
		if err != nil {
			return err
		}
		for _, q := range quotes {
			if c.What == corrections.Source {
				_, err = j.tx.Exec("INSERT OR REPLACE INTO spoken VALUES (?, ?, NULL, ?)", q[0], q[1], c.Args[2])
			} else {
				err = j.speaker(q, c.Args[2])
			}
			if err != nil {
				return err
			}
		}
		j.fitted[i] = len(quotes)
	}
	return nil
}

// speaker makes the person of a name the speaker of a quote; one whom no article
// names is new.
func (j *joiner) speaker(quote [2]int64, name string) error {
	var person sql.NullInt64
	err := j.tx.QueryRow("SELECT min(person) FROM people WHERE name = ? COLLATE NOCASE AND kind = 'person'", name).Scan(&person)
	if err == nil && !person.Valid {
		err = j.tx.QueryRow("SELECT min(person) FROM people WHERE name = ? COLLATE NOCASE", name).Scan(&person)
	}
	if err == nil && !person.Valid {
		err = j.tx.QueryRow("INSERT INTO people(kind, name, aliases) VALUES ('person', ?, '') RETURNING person", name).Scan(&person)
	}
	if err != nil {
		return err
	}
	_, err = j.tx.Exec("INSERT OR REPLACE INTO spoken VALUES (?, ?, ?, NULL)", quote[0], quote[1], person.Int64)
	return err
}

// quotes finds those that a correction means.
func (j *joiner) quotes(c *corrections.Correction) (out [][2]int64, err error) {
	query := "SELECT q.doc, q.quote, q.words FROM quotes q JOIN documents d ON d.doc = q.doc WHERE d.id = ?1 OR d.url = ?1"
	article, words := c.Args[0], c.Args[1]
	args := []any{article}
	if article == "*" {
		query = "SELECT doc, quote, words FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?1)"
		args = []any{phrase(words)}
	}
	rows, err := j.tx.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var at [2]int64
		var said string
		if err := rows.Scan(&at[0], &at[1], &said); err != nil {
			return nil, err
		}
		if c.Begins(said) {
			out = append(out, at)
		}
	}
	return out, rows.Err()
}
