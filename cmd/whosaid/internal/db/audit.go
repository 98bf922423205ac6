package db

import "context"

// A Share is how many quotes fall to one of several.
type Share struct {
	Name  string  `json:"name"`
	Kind  string  `json:"kind,omitempty"`
	Count int     `json:"count"`
	Part  float64 `json:"part"` // of all quotes, in [0,1]
}

// An Audit says who gets quoted.
type Audit struct {
	Articles   int     `json:"articles"`
	Quotes     int     `json:"quotes"`
	PerArticle float64 `json:"quotesPerArticle"`
	Unquoted   int     `json:"articlesWithoutQuotes"`
	// One is the number of articles that quote a single speaker, more than once.
	One int `json:"articlesWithOneSpeaker"`
	// Named are quotes whose speaker has a name, by kind; then unnamed sources,
	// and quotes without a source.
	Sources    []Share `json:"sources"`
	Speakers   []Share `json:"speakers"`
	CueClasses []Share `json:"cueClasses"`
	Forms      []Share `json:"forms"`
	// SourceTypes are quotes by how their source stands.
	SourceTypes []Share `json:"sourceTypes"`
	// Reasons are the words that say why a source without a name is used, or why it
	// has none; first comes how many quotes of such sources have none.
	Reasons []Share `json:"reasons"`
	// Unnamed are the commonest descriptions of sources without a name.
	Unnamed []Share `json:"unnamed"`
	Months  []Share `json:"months"`
}

const countAll = `SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM quotes),
	(SELECT count(*) FROM documents WHERE doc NOT IN (SELECT doc FROM quotes)),
	(SELECT count(*) FROM (SELECT doc FROM quotes GROUP BY doc
		HAVING count(*) > 1 AND count(DISTINCT speaker) = 1 AND min(speaker) > 0))`

// shareQueries count quotes by something: its name, its kind and the count.
var shareQueries = []struct {
	to    func(*Audit) *[]Share
	query string
}{
	{func(a *Audit) *[]Share { return &a.Sources }, `SELECT CASE WHEN who <> '' THEN 'named ' || kind
		WHEN source || described <> '' THEN 'unnamed source' ELSE 'no source' END, '', count(*) FROM said GROUP BY 1`},
	{func(a *Audit) *[]Share { return &a.Speakers }, `SELECT who, kind, count(*) FROM said
		WHERE who <> '' GROUP BY coalesce(person, who COLLATE NOCASE || kind)`},
	{func(a *Audit) *[]Share { return &a.CueClasses }, `SELECT cue_class, '', count(*) FROM quotes WHERE cue_class <> '' GROUP BY 1`},
	{func(a *Audit) *[]Share { return &a.Forms }, `SELECT form, '', count(*) FROM quotes GROUP BY 1`},
	{func(a *Audit) *[]Share { return &a.SourceTypes }, `SELECT source_type, '', count(*) FROM said WHERE source_type <> '' GROUP BY 1`},
	{func(a *Audit) *[]Share { return &a.Reasons }, `SELECT iif(justification <> '', lower(justification), 'no reason'), '', count(*)
		FROM said WHERE source_type IN ('unnamedPerson', 'unnamedGroup') GROUP BY 1`},
	{func(a *Audit) *[]Share { return &a.Unnamed }, `SELECT lower(iif(described <> '', described, source)), '', count(*)
		FROM said WHERE who = '' AND source || described <> '' GROUP BY 1`},
}

const byMonth = `SELECT substr(published, 1, 7), '', count(*) FROM quotes JOIN documents USING (doc)
	WHERE published <> '' GROUP BY 1 ORDER BY 1 LIMIT ?`

// Audit counts, naming no more than top of each.
func (d *DB) Audit(ctx context.Context, top int) (*Audit, error) {
	a := &Audit{}
	err := d.sql.QueryRowContext(ctx, countAll).Scan(&a.Articles, &a.Quotes, &a.Unquoted, &a.One)
	if err != nil {
		return nil, err
	}
	if a.Articles > 0 {
		a.PerArticle = float64(a.Quotes) / float64(a.Articles)
	}
	for _, q := range shareQueries {
		if *q.to(a), err = d.shares(ctx, q.query+" ORDER BY 3 DESC, 1 LIMIT ?", a.Quotes, top); err != nil {
			return nil, err
		}
	}
	a.Months, err = d.shares(ctx, byMonth, a.Quotes, 1200)
	return a, err
}

func (d *DB) shares(ctx context.Context, query string, total int, args ...any) ([]Share, error) {
	list, err := all(ctx, d.sql, func(s *Share) []any { return []any{&s.Name, &s.Kind, &s.Count} }, query, args...)
	for i := range list {
		list[i].Part = float64(list[i].Count) / float64(max(total, 1))
	}
	return list, err
}
