package sources

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/verify"
	"github.com/whosaid/whosaid/extract"
)

// The longest text that Read takes, and the most that Check takes together, in
// bytes.
const (
	MaxText  = 1 << 20
	MaxTexts = 8 << 20
)

// A Text is an article to check against.
type Text struct {
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
}

// A Result is what a check gives.
type Result struct {
	Summary  string           `json:"summary"`
	Wrong    int              `json:"wrong" jsonschema:"how many findings speak against the text"`
	Findings []verify.Finding `json:"findings"`
}

// Read reads a text that was published on a day, "" if unknown.
func Read(ctx context.Context, x safe.Extractor, text, published string) (*whosaid.Document, error) {
	if len(text) > MaxText {
		return nil, fmt.Errorf("the text has %d bytes, at most %d are read", len(text), MaxText)
	}
	var day time.Time
	if published != "" {
		var err error
		if day, err = input.ParseDate(published); err != nil {
			return nil, err
		}
	}
	return x.Extract(ctx, text, extract.Published(day))
}

// Check checks an answer against texts or, if there are none, against a database,
// if that is named.
func Check(ctx context.Context, x safe.Extractor, answer string, texts []Text, database string) (*Result, error) {
	if len(texts) == 0 && database == "" {
		return nil, errors.New("sources are missing: what to check against")
	}
	a, err := Read(ctx, x, verify.Plain(answer), "")
	if err != nil {
		return nil, err
	}
	var list []*verify.Source
	var fixes []corrections.Correction
	if len(texts) > 0 {
		list, err = given(ctx, x, texts)
	} else {
		list, fixes, err = FromDatabase(ctx, x, database, a)
	}
	if err != nil {
		return nil, err
	}
	out := &Result{}
	if out.Findings, err = verify.Check(ctx, a, list, fixes...); err != nil {
		return nil, err
	}
	for i := range out.Findings {
		if out.Findings[i].Verdict.Wrong() {
			out.Wrong++
		}
	}
	out.Summary = verify.Summary(out.Findings)
	return out, nil
}

func given(ctx context.Context, x safe.Extractor, texts []Text) ([]*verify.Source, error) {
	size := 0
	var list []*verify.Source
	for i, t := range texts {
		if size += len(t.Text); size > MaxTexts {
			return nil, fmt.Errorf("the sources have more than %d bytes", MaxTexts)
		}
		d, err := Read(ctx, x, t.Text, t.Published)
		if err != nil {
			return nil, fmt.Errorf("source %d: %w", i+1, err)
		}
		list = append(list, &verify.Source{Name: fmt.Sprintf("source %d", i+1), Title: t.Title, URL: t.URL, Document: d})
	}
	return list, nil
}
