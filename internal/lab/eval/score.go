package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"io"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/entity"
)

// Options change what is scored, as the flags of the scorers do.
type Options struct {
	FacAsPlace bool     // names: buildings, airports and roads are places
	Speech     bool     // quotes: thoughts are neither missed nor spurious
	Nested     bool     // quotes: those within others count too
	Types      []string // quotes and dates: other types are not scored; nil is all
	RawValues  bool     // dates: values are compared as they stand
	// Mistakes is called for each mistake, in the order of the texts; nil is
	// for none.
	Mistakes func(Mistake)
}

// A Report holds the measures of one file: those of the layers that the file
// annotates.
type Report struct {
	File        string       `json:"file,omitempty"`
	Docs        int          `json:"docs"`
	Names       *Names       `json:"names,omitempty"`
	Dates       *Dates       `json:"dates,omitempty"`
	Quotes      *Quotes      `json:"quotes,omitempty"`
	Sentences   *Sentences   `json:"sentences,omitempty"`
	Claims      *Claims      `json:"claims,omitempty"`
	Roles       *RoleScore   `json:"roles,omitempty"`
	Coref       *CorefScore  `json:"coref,omitempty"`
	Gap         *GAPScore    `json:"gap,omitempty"`
	Tags        *Tags        `json:"tags,omitempty"`
	Rules       *Rules       `json:"rules,omitempty"`
	NameScores  *Calibration `json:"name_scores,omitempty"`
	QuoteScores *Calibration `json:"quote_scores,omitempty"`
}

// A scorer adds up the measures of one file.
type scorer struct {
	docs      int
	ids       map[string]bool
	names     *namesScore
	dates     *datesScore
	quotes    *quotesScore
	sentences sentencesScore
	claims    claimsScore
	roles     rolesScore
	coref     corefScore
	gap       gapScore
	resolver  *entity.Resolver // nil if there are records alone
	tags      tagsScore
}

func newScorer(o Options) *scorer {
	s := &scorer{ids: map[string]bool{}, names: newNamesScore(o), dates: newDatesScore(o), quotes: newQuotesScore(o)}
	s.sentences.report, s.claims.report = o.Mistakes, o.Mistakes
	return s
}

// A scored is an annotated text with what was found in it.
type scored struct {
	gold   *corpus.Doc
	record *Record
	doc    *whosaid.Document // nil if the record was read from a file
}

func (s *scorer) add(t scored) error {
	g, r := t.gold, t.record
	if s.ids[g.ID] {
		return fmt.Errorf("id %q stands in the file twice", g.ID)
	}
	s.ids[g.ID] = true
	s.docs++
	for _, layer := range []struct {
		annotated bool
		add       func(*corpus.Doc, *Record)
	}{
		{g.Entities != nil && g.Gap == nil, s.names.add}, // those of GAP are the two candidates alone,
		{g.Timexes != nil, s.dates.add},
		{g.Quotes != nil, s.quotes.add},
		{g.Sentences != nil, s.sentences.add},
		{g.Claims != nil, s.claims.add},
		{g.Roles != nil, s.roles.add},
	} {
		if layer.annotated {
			layer.add(g, r)
		}
	}
	if t.doc == nil {
		return nil
	}
	if err := s.tags.add(g, t.doc); err != nil {
		return err
	}
	if g.Gap != nil {
		s.gap.add(g.Gap, t.doc)
	}
	if g.Entities != nil {
		return s.coref.add(g, t.doc, s.resolver)
	}
	return nil
}

// report gives the measures of the layers of which anything was annotated.
func (s *scorer) report() *Report {
	r := &Report{Docs: s.docs}
	if s.names.annotated() {
		r.Names, r.NameScores = s.names.result(), s.names.calibration()
	}
	if s.dates.total.gold > 0 {
		r.Dates = s.dates.result()
	}
	if s.quotes.total.gold > 0 {
		r.Quotes, r.QuoteScores = s.quotes.result(), s.quotes.scores.result()
	}
	if s.sentences.sentence.gold > 0 {
		r.Sentences = s.sentences.result()
	}
	if s.claims.span.gold > 0 {
		r.Claims = s.claims.result()
	}
	r.Roles, r.Coref, r.Gap, r.Tags = s.roles.result(), s.coref.result(), s.gap.result(), s.tags.result()
	return r
}

// Score runs x over the annotated texts that r holds as JSON Lines, from raw
// text, and compares. It holds no more than a few lines in memory at a time.
// Errors name the line, as a *LineError.
func Score(ctx context.Context, x *extract.Extractor, r io.Reader, o Options) (*Report, error) {
	s := newScorer(o)
	var err error
	if s.resolver, err = entity.NewResolver(); err != nil {
		return nil, err
	}
	return s.score(ctx, r, func(g *corpus.Doc) (scored, error) {
		d, err := x.Extract(ctx, g.Text, extract.Published(g.Published()))
		if err != nil {
			return scored{}, err
		}
		record := NewRecord(g.ID, d)
		if !o.Nested {
			record.outermost()
		}
		return scored{g, &record, d}, nil
	})
}

// ScoreDocument is Score for one annotated text as a JSON value of its own,
// which may go over many lines.
func ScoreDocument(ctx context.Context, x *extract.Extractor, b []byte, o Options) (*Report, error) {
	var line bytes.Buffer
	if err := json.Compact(&line, b); err != nil {
		return nil, err
	}
	return Score(ctx, x, &line, o)
}

// ScoreRecords compares records that were made before, by Predict or by
// another system, with the annotated texts that r holds. A text without a
// record counts as one in which nothing was found.
func ScoreRecords(ctx context.Context, records *Records, r io.Reader, o Options) (*Report, error) {
	return newScorer(o).score(ctx, r, func(g *corpus.Doc) (scored, error) {
		record, err := records.get(g)
		return scored{gold: g, record: record}, err
	})
}

func (s *scorer) score(ctx context.Context, r io.Reader, read func(*corpus.Doc) (scored, error)) (*Report, error) {
	err := eachInOrder(ctx, r, func(line []byte) (scored, error) {
		g, err := readGold(line)
		if err != nil {
			return scored{}, err
		}
		return read(g)
	}, s.add)
	if err != nil {
		return nil, err
	}
	return s.report(), nil
}
