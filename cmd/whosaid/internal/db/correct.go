package db

import (
	"database/sql"
	"strings"

	"github.com/whosaid/whosaid"
)

// correct changes who is who: first what is no name, then what is not the same,
// then what is.
func (j *joiner) correct() error {
	for _, do := range []struct {
		what string
		f    func(correction) int
	}{{fixNoName, j.noName}, {fixOther, j.part}, {fixSame, j.unite}} {
		for i, c := range j.fixes {
			if c.what == do.what {
				j.fitted[i] = do.f(c)
			}
		}
	}
	j.dropEmpty()
	return nil
}

// having calls do with each name that is one of a correction's.
func (j *joiner) having(names []string, do func(*named)) (n int) {
	want := map[string]bool{}
	for _, s := range names {
		want[j.fold.String(s)] = true
	}
	for i := range j.names {
		if want[j.fold.String(j.names[i].name)] {
			do(&j.names[i])
			n++
		}
	}
	return n
}

func (j *joiner) noName(c correction) int { return j.having(c.args, func(n *named) { n.person = 0 }) }

// part makes each name of a correction a person of its own.
func (j *joiner) part(c correction) (n int) {
	for _, name := range c.args {
		at := map[string]int{} // one of each kind
		n += j.having([]string{name}, func(n *named) {
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
	for _, c := range j.fixes {
		if c.what != fixOther {
			continue
		}
		for _, name := range c.args {
			if j.fold.String(name) == surname {
				return true
			}
		}
	}
	return false
}

// unite makes all who have a name of the correction the person of its first name.
func (j *joiner) unite(c correction) (n int) {
	first := 0
	joined := map[int]bool{}
	for _, name := range c.args {
		n += j.having([]string{name}, func(n *named) {
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
	e.Name, e.Aliases = c.args[0], nil
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
	for i, c := range j.fixes {
		if c.what != fixSpeaker && c.what != fixSource {
			continue
		}
		quotes, err := j.quotes(c.args[0], c.args[1])
		if err != nil {
			return err
		}
		for _, q := range quotes {
			if c.what == fixSource {
				_, err = j.tx.Exec("INSERT OR REPLACE INTO spoken VALUES (?, ?, NULL, ?)", q[0], q[1], c.args[2])
			} else {
				err = j.speaker(q, c.args[2])
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

// quotes finds those of an article, by its id or address or "*" for any, that
// begin with words.
func (j *joiner) quotes(article, words string) (out [][2]int64, err error) {
	query := "SELECT q.doc, q.quote, q.words FROM quotes q JOIN documents d ON d.doc = q.doc WHERE d.id = ?1 OR d.url = ?1"
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
	want := j.plain(words)
	for rows.Next() {
		var at [2]int64
		var said string
		if err := rows.Scan(&at[0], &at[1], &said); err != nil {
			return nil, err
		}
		if strings.HasPrefix(j.plain(said)+" ", want+" ") {
			out = append(out, at)
		}
	}
	return out, rows.Err()
}

// plain is text without case, marks and signs: words with one blank between.
func (j *joiner) plain(s string) string {
	return strings.Join(strings.FieldsFunc(j.fold.String(s), func(r rune) bool { return !isWord(r) }), " ")
}
