package db

import (
	"context"
	"fmt"
	"strings"
)

// A Person is what all articles say of one name.
type Person struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Articles int      `json:"articles"`
	Mentions int      `json:"mentions"`
	Quotes   int      `json:"quotes"`
	First    string   `json:"first,omitempty"` // day of the first article
	Last     string   `json:"last,omitempty"`
	Gender   string   `json:"gender,omitempty"`
	Roles    []string `json:"roles,omitempty"`
	Aliases  []string `json:"aliases,omitempty"`
	Outlets  []string `json:"outlets,omitempty"`
	Latest   []Quote  `json:"latest,omitempty"` // quotes, the latest first
	person   int64
}

// whoSorts are the orders of Who.
var whoSorts = map[string]string{
	"quotes": "quotes, mentions DESC, p.name", "mentions": "mentions, p.name", "articles": "articles, p.name", "name": "p.name, p.person",
	"date": "first, p.name",
}

// moved counts the quotes that corrections give to a person, less those that they
// take from them.
const moved = `(SELECT count(*) FROM spoken c WHERE c.person = p.person)
	- (SELECT count(*) FROM spoken c JOIN quotes q ON q.doc = c.doc AND q.quote = c.quote
		JOIN members w ON w.doc = q.doc AND w.entity = q.speaker WHERE w.person = p.person)`

// A WhoFilter chooses people.
type WhoFilter struct {
	Scope
	Name string // or words of it, or another form; "" for all
	Kind string
	// Quotes is how many of the latest quotes of each to find; Scope.MinScore and
	// Scope.Context are for these.
	Quotes int
}

// question is the query for people, of which Who fills in the rest.
func (f *WhoFilter) question() *question {
	q := &question{
		columns: `p.person, p.name, p.kind, count(DISTINCT e.doc) AS articles, coalesce(sum(e.mentions), 0) AS mentions,
		coalesce(sum(e.quotes), 0) + ` + moved + ` AS quotes,
		coalesce(min(NULLIF(d.published, '')), '') AS first, coalesce(max(d.published), ''),
		p.gender,
		coalesce(group_concat(e.roles, '; '), ''), p.aliases || coalesce('; ' || group_concat(e.aliases, '; '), ''),
		coalesce(group_concat(DISTINCT NULLIF(d.outlet, '')), '')`,
		from: `people p LEFT JOIN members m ON m.person = p.person
			LEFT JOIN entities e ON e.doc = m.doc AND e.entity = m.entity LEFT JOIN documents d ON d.doc = e.doc`,
		order: whoSorts, usual: "-quotes",
	}
	if f.Name == "" {
		q.add("true")
	} else {
		q.add("p.person IN ("+namedPeople+")", f.Name, f.Name, f.Name)
	}
	q.option("p.kind = ?", f.Kind)
	scope := f.Scope
	scope.MinScore = 0
	q.scope(scope)
	q.where[len(q.where)-1] += " GROUP BY p.person"
	return q
}

// whoRow is a person as the question has it.
type whoRow struct {
	Person
	roles, aliases, outlets string
}

func (r *whoRow) columns() []any {
	return []any{
		&r.person, &r.Name, &r.Kind, &r.Articles, &r.Mentions, &r.Quotes, &r.First, &r.Last, &r.Gender,
		&r.roles, &r.aliases, &r.outlets,
	}
}

// Who finds the people, bodies and places that a name means.
func (d *DB) Who(ctx context.Context, f WhoFilter) ([]Person, error) {
	q := f.question()
	text, err := q.text(f.Scope)
	if err != nil {
		return nil, err
	}
	rows, err := all(ctx, d.sql, (*whoRow).columns, text, q.args...)
	if err != nil {
		return nil, err
	}
	out := make([]Person, len(rows))
	for i, r := range rows {
		r.Roles, r.Outlets = distinct(r.roles), distinct(strings.ReplaceAll(r.outlets, ",", "; "))
		for _, a := range distinct(r.aliases) {
			if a != r.Name {
				r.Aliases = append(r.Aliases, a)
			}
		}
		if f.Quotes > 0 && r.Quotes > 0 {
			latest := f.Scope
			latest.Sort, latest.Limit = "-date", f.Quotes
			if r.Latest, err = Collect(ctx, Filter{Scope: latest, person: r.person}, d.Quotes); err != nil {
				return nil, err
			}
		}
		out[i] = r.Person
	}
	return out, nil
}

// Unfinished is the error of a database whose run did not come to its end: its
// people are not joined.
func Unfinished(path string) error {
	return fmt.Errorf("%s: the run that made it has not ended; finish it with whosaid extract --resume", path)
}
