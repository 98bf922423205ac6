package mcpserver

import (
	"context"
	"errors"
	"fmt"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/sources"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/verify"
)

const verifyAbout = `Checks each quotation and attribution of a text (an answer, a summary, a draft) against articles, and says of each: verbatim;
faithful (in other words, of the same speaker); unquoted (the words are there, but as nobody's own); altered, with the difference; denied
(reported as not said or not so, or the opposite); otherSpeaker; notFound; or notChecked, with the reason. Each has its place in the text
and in the source. Use it on what you write before you send it.`

type verifyIn struct {
	Answer  string       `json:"answer" jsonschema:"the text to check"`
	Sources []sourceText `json:"sources,omitempty" jsonschema:"the articles to check against; the database if left out"`
}

type sourceText struct {
	Text      string `json:"text"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
}

type verifyOut struct {
	Summary  string           `json:"summary"`
	Wrong    int              `json:"wrong" jsonschema:"how many findings speak against the text"`
	Findings []verify.Finding `json:"findings"`
}

func (s *server) verify(ctx context.Context, in verifyIn) (*verifyOut, error) {
	answer, err := s.read(ctx, verify.Plain(in.Answer), "")
	if err != nil {
		return nil, err
	}
	var list []*verify.Source
	switch {
	case len(in.Sources) > 0:
		list, err = s.given(ctx, in.Sources)
	case s.Database != "":
		list, err = sources.FromDatabase(ctx, s.Extractor, s.Database, answer)
	default:
		err = errors.New("sources are missing: what to check against")
	}
	if err != nil {
		return nil, err
	}
	out := &verifyOut{}
	if out.Findings, err = verify.Check(ctx, answer, list); err != nil {
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

// given reads the articles of a call.
func (s *server) given(ctx context.Context, texts []sourceText) ([]*verify.Source, error) {
	size := 0
	var list []*verify.Source
	for i, t := range texts {
		if size += len(t.Text); size > maxTexts {
			return nil, fmt.Errorf("the sources have more than %d bytes", maxTexts)
		}
		d, err := s.read(ctx, t.Text, t.Published)
		if err != nil {
			return nil, fmt.Errorf("source %d: %w", i+1, err)
		}
		list = append(list, &verify.Source{Name: fmt.Sprintf("source %d", i+1), Title: t.Title, URL: t.URL, Document: d})
	}
	return list, nil
}
