package mcpserver

import (
	"context"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
)

// A scope is what all questions to the database take.
type scope struct {
	Since    string  `json:"since,omitempty" jsonschema:"first day of publication, such as 2015-09-24"`
	Until    string  `json:"until,omitempty" jsonschema:"last day of publication"`
	Outlet   string  `json:"outlet,omitempty" jsonschema:"host of the URL, such as example.com"`
	MinScore float64 `json:"minScore,omitempty" jsonschema:"least score, from 0 to 1"`
	Limit    int     `json:"limit,omitempty" jsonschema:"how many answers at most: 20 if left out, 100 at most"`
	Context  int     `json:"context,omitempty" jsonschema:"how many sentences before and after to return, 10 at most"`
}

// maxContext bounds scope.Context.
const maxContext = 10

func (s *scope) scope() (db.Scope, error) {
	out := db.Scope{Outlet: s.Outlet, MinScore: s.MinScore, Limit: limit(s.Limit), Context: min(max(s.Context, 0), maxContext)}
	for from, to := range map[*string]*string{&s.Since: &out.Since, &s.Until: &out.Until} {
		if *from == "" {
			continue
		}
		t, err := input.ParseDate(*from)
		if err != nil {
			return out, err
		}
		*to = t.Format(time.DateOnly)
	}
	return out, nil
}

type whoIn struct {
	scope
	Name string `json:"name" jsonschema:"a name, or part of one"`
	Kind string `json:"kind,omitempty" jsonschema:"person, organization, place, group, product, event or work"`
}

type whoOut struct {
	Found []db.Person `json:"found"`
}

func (s *server) who(ctx context.Context, in whoIn) (out whoOut, err error) {
	f := db.WhoFilter{Name: in.Name, Kind: in.Kind, Quotes: 3}
	if f.Scope, err = in.scope.scope(); err != nil {
		return out, err
	}
	err = s.ask(ctx, func(d *db.DB) error {
		out.Found, err = d.Who(ctx, f)
		return err
	})
	out.Found = listed(out.Found)
	return out, err
}

// listed is a list, also if nothing was found: [] and not null.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

type quotesIn struct {
	scope
	Speaker    string `json:"speaker,omitempty" jsonschema:"name of the speaker, or part of it"`
	About      string `json:"about,omitempty" jsonschema:"name or words that the quote mentions"`
	Words      string `json:"words,omitempty" jsonschema:"words of the quote: all must be there; \"phrases\", OR, NOT, prefix*"`
	Cue        string `json:"cue,omitempty" jsonschema:"class of the cue (say, deny, warn, promise ...) or the cue itself"`
	Form       string `json:"form,omitempty" jsonschema:"direct, indirect or mixed"`
	SourceType string `json:"sourceType,omitempty" jsonschema:"namedPerson, namedBody, document, unnamedPerson, unnamedGroup or none"`
}

type quotesOut struct {
	Count int        `json:"count" jsonschema:"how many there are in all"`
	Found []db.Quote `json:"found"`
}

func (s *server) quotes(ctx context.Context, in quotesIn) (out quotesOut, err error) {
	f := db.Filter{Speaker: in.Speaker, About: in.About, Words: in.Words, Cue: in.Cue, Form: in.Form, SourceType: in.SourceType}
	if f.Scope, err = in.scope.scope(); err != nil {
		return out, err
	}
	err = s.ask(ctx, func(d *db.DB) error {
		if out.Count, err = d.CountQuotes(ctx, f); err == nil {
			out.Found, err = db.Collect(ctx, f, d.Quotes)
		}
		return err
	})
	out.Found = listed(out.Found)
	return out, err
}

type searchIn struct {
	scope
	Words    string `json:"words" jsonschema:"what to search for"`
	Articles bool   `json:"articles,omitempty" jsonschema:"find articles that have the words anywhere, not sentences"`
}

type searchOut struct {
	Count int      `json:"count" jsonschema:"how many there are in all"`
	Found []db.Hit `json:"found"`
}

func (s *server) search(ctx context.Context, in searchIn) (out searchOut, err error) {
	f := db.Find{Words: in.Words, Articles: in.Articles}
	if f.Scope, err = in.scope.scope(); err != nil {
		return out, err
	}
	err = s.ask(ctx, func(d *db.DB) error {
		if out.Count, err = d.CountFound(ctx, f); err == nil {
			out.Found, err = db.Collect(ctx, f, d.Find)
		}
		return err
	})
	out.Found = listed(out.Found)
	return out, err
}
