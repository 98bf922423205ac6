package db

import "context"

// A Claim is a claim with the article that it stands in.
type Claim struct {
	Answer
	Claim     int     `json:"claim"`
	Claimant  string  `json:"claimant"` // narrator, entity, unnamed
	Name      string  `json:"name,omitempty"`
	Type      string  `json:"type"`
	Text      string  `json:"text"`
	Subject   string  `json:"subject,omitempty"`
	Predicate string  `json:"predicate,omitempty"`
	Negated   bool    `json:"negated,omitempty"`
	Hedge     string  `json:"hedge,omitempty"`
	Tense     string  `json:"tense,omitempty"`
	Stance    string  `json:"stance,omitempty"`
	Quote     int     `json:"quote,omitempty"`
	Checkable float64 `json:"checkable"`
}

func (c *Claim) columns() []any {
	return c.Answer.columns(&c.Score, &c.Claim, &c.Claimant, &c.Name, &c.Type, &c.Text, &c.Subject, &c.Predicate,
		&c.Negated, &c.Hedge, &c.Tense, &c.Stance, &c.Quote, &c.Checkable)
}

// A ClaimFilter chooses claims. Zero fields choose all.
type ClaimFilter struct {
	Scope
	By           string // the name of the claimant, or "narrator"
	About        string // a name that the claim mentions, or words of it
	Words        string // of the sentence, as Search takes them
	Type, Stance string
	MinCheckable float64
}

func (f *ClaimFilter) question() *question {
	q := &question{
		columns: place + `, x.score, x.claim, x.claimant, CASE WHEN x.quote > 0 AND s.quote IS NOT NULL
			THEN coalesce(NULLIF(s.who, ''), NULLIF(s.described, ''), s.source) ELSE x.claimant_name END,
			x.type, x.text, x.subject, x.predicate, x.negated, x.hedge, x.tense, x.stance, x.quote, x.checkable`,
		from:  `claims x JOIN documents d ON d.doc = x.doc LEFT JOIN said s ON s.doc = x.doc AND s.quote = x.quote`,
		usual: "date", scored: true,
		order: map[string]string{
			"checkable": "x.checkable, d.doc, x.start_byte",
			"claimant":  "x.claimant_name COLLATE NOCASE, d.doc, x.start_byte",
		},
	}
	if f.By == "narrator" {
		q.add("x.claimant = 'narrator'")
	} else {
		q.option("s.person IN ("+namedPeople+")", f.By)
	}
	if f.About != "" {
		q.add("("+mentions+` OR instr(' ' || lower(x.text) || ' ', ' ' || lower(?) || ' ') > 0)`, f.About, f.About, f.About, f.About)
	}
	q.option("x.type = ?", f.Type)
	q.option("x.stance = ?", f.Stance)
	if f.Words != "" {
		q.add(inSentence, match(f.Words))
	}
	if f.MinCheckable > 0 {
		q.add("x.checkable >= ?", f.MinCheckable)
	}
	q.scope(f.Scope)
	return q
}

// inSentence is a condition that the sentence in which something begins has words.
const inSentence = `EXISTS (SELECT 1 FROM sentences s WHERE s.doc = x.doc AND s.start_byte <= x.start_byte AND s.end_byte > x.start_byte
	AND s.id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?))`

// Claims calls do with each of the claims that it finds.
func (d *DB) Claims(ctx context.Context, f ClaimFilter, do func(*Claim) error) error {
	return each(ctx, d, f.question(), f.Scope, (*Claim).columns, do)
}

// CountClaims counts them.
func (d *DB) CountClaims(ctx context.Context, f ClaimFilter) (int, error) {
	return f.question().count(ctx, d)
}

// A Date is an expression of time with the article that it stands in. It has no
// score.
type Date struct {
	Answer
	Date  int    `json:"date"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"` // the first day or moment that is no longer part of it
	Text  string `json:"text"`
}

func (t *Date) columns() []any {
	return t.Answer.columns(&t.Date, &t.Type, &t.Value, &t.Mod, &t.From, &t.To, &t.Text)
}

// A DateFilter chooses dates. Zero fields choose all.
type DateFilter struct {
	Scope
	From, To string // days: those that overlap [From, To]
	Words    string // of the sentence, as Search takes them
	Type     string
}

func (f *DateFilter) question() *question {
	q := &question{
		columns: place + ", x.date, x.type, x.value, x.mod, x.from_day, x.to_day, x.text", usual: "when",
		from:  "dates x JOIN documents d ON d.doc = x.doc",
		order: map[string]string{"when": "x.from_day = '', x.from_day, x.to_day, d.doc, x.start_byte"},
	}
	q.option("x.resolved AND x.to_day > ?", f.From)
	q.option("x.resolved AND substr(x.from_day, 1, 10) <= ?", f.To)
	q.option("x.type = ?", f.Type)
	if f.Words != "" {
		q.add(inSentence, match(f.Words))
	}
	q.scope(f.Scope)
	return q
}

// Dates calls do with each of the dates that it finds.
func (d *DB) Dates(ctx context.Context, f DateFilter, do func(*Date) error) error {
	return each(ctx, d, f.question(), f.Scope, (*Date).columns, do)
}

// CountDates counts them.
func (d *DB) CountDates(ctx context.Context, f DateFilter) (int, error) {
	return f.question().count(ctx, d)
}
