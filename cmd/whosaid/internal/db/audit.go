package db

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// A Share is how many quotes fall to one of several.
type Share struct {
	Name  string  `json:"name"`
	Kind  string  `json:"kind,omitempty"`
	Count int     `json:"count"`
	Part  float64 `json:"part"` // of all quotes, or of those that a table is about, in [0,1]
}

// A Participant is a kind of people or bodies that articles tell of.
type Participant struct {
	Name     string `json:"name"`
	Count    int    `json:"count"` // in each article anew
	Quoted   int    `json:"quoted"`
	Mentions int    `json:"mentions"`
}

// A Group is the articles of one outlet, author, section, month or year.
type Group struct {
	Name       string  `json:"name"` // "" if the articles do not say
	Articles   int     `json:"articles"`
	Quotes     int     `json:"quotes"`
	PerArticle float64 `json:"quotesPerArticle"`
	Named      int     `json:"named"`   // quotes of named people and bodies
	Unnamed    int     `json:"unnamed"` // quotes of people without a name
	Female     int     `json:"female"`  // quotes of people whose gender the text tells
	Male       int     `json:"male"`
}

// An Audit says who gets quoted in a set of articles.
type Audit struct {
	Set        string  `json:"set,omitempty"` // how it was chosen
	Articles   int     `json:"articles"`
	Quotes     int     `json:"quotes"`
	PerArticle float64 `json:"quotesPerArticle"`
	Unquoted   int     `json:"articlesWithoutQuotes"`
	// One is the number of articles that quote a single speaker, more than once.
	One int `json:"articlesWithOneSpeaker"`
	// Sources are quotes by who stands behind them: named people and bodies, those
	// without a name, documents; nobody whom the text decides ("I", "he"); nobody.
	Sources  []Share `json:"sources"`
	Speakers []Share `json:"speakers"`
	// Unnamed are the commonest descriptions of people and bodies without a name.
	Unnamed []Share `json:"unnamed"`
	// SourceTypes are quotes by how their source stands.
	SourceTypes []Share `json:"sourceTypes"`
	// Reasons are the words that say why a source without a name is used, or why it
	// has none; first comes how many quotes of such sources have none.
	Reasons []Share `json:"reasons"`
	// Gender counts quotes of people by their gender as the text tells it: by
	// pronouns, titles and nouns, never by given names.
	Gender       []Share       `json:"gender"`
	CueClasses   []Share       `json:"cueClasses"`
	Forms        []Share       `json:"forms"`
	Participants []Participant `json:"participants"`
	// Months are all from the first to the last, those without quotes too.
	Months []Group `json:"months"`
	Groups []Group `json:"groups,omitempty"` // as asked for
}

// A Set chooses articles for an audit. Zero fields choose all.
type Set struct {
	Scope           // of which Since, Until and Outlet count
	Author, Section string
	By              string // a name of GroupKeys: what Groups are by
	Top             int    // how many of each to name
}

// groupKeys are what groups are by.
var groupKeys = map[string]string{
	"outlet": "d.outlet", "author": "d.author", "section": "d.section",
	"month": "substr(d.published, 1, 7)", "year": "substr(d.published, 1, 4)",
}

// GroupKeys lists what groups may be by.
func GroupKeys() []string { return []string{"outlet", "author", "section", "month", "year"} }

// choice is the condition on documents d, after WHERE.
func (s *Set) choice() (string, []any) {
	q := &question{}
	q.add("1")
	q.scope(s.Scope)
	q.option("d.author = ? COLLATE NOCASE", s.Author)
	q.option("d.section = ? COLLATE NOCASE", s.Section)
	return strings.Join(q.where, " AND "), q.args
}

// What quotes are counted from, up to the condition on the set: all, and those of
// one person each, with what is known of that person. Unnamed are those of somebody
// without a name whom the text tells of, not "I" or "we".
const (
	fromSaid = " FROM said x JOIN documents d ON d.doc = x.doc WHERE "
	ofOne    = ` FROM said x JOIN documents d ON d.doc = x.doc LEFT JOIN people p ON p.person = x.person
		LEFT JOIN entities e ON e.doc = x.doc AND e.entity = x.speaker
		WHERE ` + one
	one     = "x.kind = 'person' AND x.source_type <> 'document' AND (x.who <> '' OR e.number = 'one') AND "
	byName  = "x.who <> '' AND x.source_type <> 'document'" // "the report" may mean its author
	unnamed = "x.who = '' AND x.described <> '' AND x.source_type IN ('unnamedPerson', 'unnamedGroup')"
)

// gendered is the gender of a speaker.
const gendered = "iif(x.who <> '', coalesce(p.gender, ''), coalesce(e.gender, ''))"

// shareQueries count quotes by something: its name, its kind and the count.
var shareQueries = []struct {
	to    func(*Audit) *[]Share
	query string // up to the condition on the set
	by    string
}{
	{func(a *Audit) *[]Share { return &a.Sources }, `SELECT CASE WHEN x.source_type = 'document' THEN 'document'
		WHEN x.who <> '' THEN 'named ' || x.kind WHEN x.described <> '' AND x.source_type = 'unnamedPerson' THEN 'unnamed person'
		WHEN x.described <> '' THEN 'unnamed group' WHEN x.source <> '' THEN 'left open (I, he, ...)' ELSE 'no source' END,
		'', count(*)` + fromSaid, "1"},
	{func(a *Audit) *[]Share { return &a.Speakers }, "SELECT x.who, x.kind, count(*)" + fromSaid + byName + " AND ",
		"coalesce(x.person, x.who COLLATE NOCASE || x.kind)"},
	{func(a *Audit) *[]Share { return &a.Unnamed }, "SELECT lower(x.described), '', count(*)" + fromSaid + unnamed + " AND ", "1"},
	{func(a *Audit) *[]Share { return &a.SourceTypes }, "SELECT x.source_type, '', count(*)" + fromSaid + "x.source_type <> '' AND ", "1"},
	{func(a *Audit) *[]Share { return &a.Reasons }, `SELECT iif(x.justification <> '', lower(x.justification), 'no reason'), '', count(*)` +
		fromSaid + unnamed + " AND ", "1"},
	{func(a *Audit) *[]Share { return &a.Gender }, "SELECT coalesce(NULLIF(" + gendered + ", ''), 'not told'), '', count(*)" + ofOne, "1"},
	{func(a *Audit) *[]Share { return &a.CueClasses }, "SELECT x.cue_class, '', count(*)" + fromSaid + "x.cue_class <> '' AND ", "1"},
	{func(a *Audit) *[]Share { return &a.Forms }, "SELECT x.form, '', count(*)" + fromSaid, "1"},
}

const countAll = `SELECT count(*), coalesce(sum(n), 0), coalesce(sum(n = 0), 0), coalesce(sum(n > 1 AND speakers = 1), 0) FROM (
	SELECT (SELECT count(*) FROM said x WHERE x.doc = d.doc) AS n,
	(SELECT iif(min(iif(x.source_type = 'document', 0, coalesce(x.person, x.speaker))) > 0,
		count(DISTINCT coalesce(x.person, -x.speaker)), 0) FROM said x WHERE x.doc = d.doc) AS speakers FROM documents d WHERE `

// Audit counts.
func (d *DB) Audit(ctx context.Context, s Set) (*Audit, error) {
	where, args := s.choice()
	a := &Audit{}
	err := d.sql.QueryRowContext(ctx, countAll+where+")", args...).Scan(&a.Articles, &a.Quotes, &a.Unquoted, &a.One)
	if err != nil {
		return nil, err
	}
	a.PerArticle = per(a.Quotes, a.Articles)
	for _, q := range shareQueries {
		list, err := all(ctx, d.sql, func(s *Share) []any { return []any{&s.Name, &s.Kind, &s.Count} },
			q.query+where+" GROUP BY "+q.by+" ORDER BY 3 DESC, 1", args...)
		if err != nil {
			return nil, err
		}
		*q.to(a) = parts(list, s.Top)
	}
	if a.Participants, err = d.participants(ctx, where, args); err != nil {
		return nil, err
	}
	months, err := d.groups(ctx, "month", where, args)
	if err != nil {
		return nil, err
	}
	a.Months = everyMonth(months)
	if s.By != "" {
		a.Groups, err = d.groups(ctx, s.By, where, args)
	}
	return a, err
}

func per(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// parts fills in what part of them all each is, and keeps the first ones.
func parts(list []Share, top int) []Share {
	total := 0
	for _, s := range list {
		total += s.Count
	}
	list = list[:min(len(list), top)]
	for i := range list {
		list[i].Part = per(list[i].Count, total)
	}
	return list
}

// participants counts who articles tell of, whether they speak or not.
func (d *DB) participants(ctx context.Context, where string, args []any) ([]Participant, error) {
	query := `SELECT CASE WHEN e.name <> '' THEN 'named ' || e.kind WHEN e.kind <> 'person' THEN 'unnamed ' || e.kind
		WHEN e.number = 'one' THEN 'unnamed person' WHEN e.number = 'several' THEN 'several unnamed people' ELSE 'a crowd' END,
		count(*), sum(e.quotes > 0), sum(e.mentions) FROM entities e JOIN documents d ON d.doc = e.doc
		LEFT JOIN members m ON m.doc = e.doc AND m.entity = e.entity
		WHERE e.kind IN ('person', 'organization') AND (e.name = '' OR m.person IS NOT NULL)
		AND ` + where + " GROUP BY 1 ORDER BY 2 DESC, 1"
	return all(ctx, d.sql, func(p *Participant) []any { return []any{&p.Name, &p.Count, &p.Quoted, &p.Mentions} }, query, args...)
}

// groups counts by something, in its order.
func (d *DB) groups(ctx context.Context, by, where string, args []any) ([]Group, error) {
	key, ok := groupKeys[by]
	if !ok {
		return nil, fmt.Errorf("no group %q; there are %s", by, strings.Join(GroupKeys(), ", "))
	}
	query := `SELECT ` + key + `, count(DISTINCT d.doc), count(x.quote), coalesce(sum(` + byName + `), 0),
		coalesce(sum(` + unnamed + `), 0),
		coalesce(sum(` + one + gendered + ` = 'female'), 0), coalesce(sum(` + one + gendered + ` = 'male'), 0)
		FROM documents d LEFT JOIN said x ON x.doc = d.doc LEFT JOIN people p ON p.person = x.person
		LEFT JOIN entities e ON e.doc = x.doc AND e.entity = x.speaker WHERE ` + where + ` GROUP BY 1 ORDER BY 1`
	list, err := all(ctx, d.sql, func(g *Group) []any {
		return []any{&g.Name, &g.Articles, &g.Quotes, &g.Named, &g.Unnamed, &g.Female, &g.Male}
	}, query, args...)
	for i := range list {
		list[i].PerArticle = per(list[i].Quotes, list[i].Articles)
	}
	return list, err
}

// maxMonths bounds the months that are filled in: a wrong year makes no table of a
// thousand years.
const maxMonths = 600

// everyMonth fills in the months between those that have articles.
func everyMonth(list []Group) []Group {
	for len(list) > 0 && list[0].Name == "" { // without a day
		list = list[1:]
	}
	if len(list) == 0 {
		return list
	}
	first, err1 := time.Parse("2006-01", list[0].Name)
	last, err2 := time.Parse("2006-01", list[len(list)-1].Name)
	if err1 != nil || err2 != nil || first.AddDate(0, maxMonths, 0).Before(last) {
		return list
	}
	var out []Group
	for m := first; !m.After(last); m = m.AddDate(0, 1, 0) {
		if name := m.Format("2006-01"); list[0].Name == name {
			out, list = append(out, list[0]), list[1:]
		} else {
			out = append(out, Group{Name: name})
		}
	}
	return out
}
