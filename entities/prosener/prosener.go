// Package prosener finds names with a model that you trained with
// github.com/jdkato/prose/v2. Importing it links prose and its own models,
// which package entities does not need.
//
//	r, err := prosener.New(prose.ModelFromDisk("dir"), prosener.DefaultLabels(), 0.6)
//	...
//	x, err := extract.New(extract.WithRecognizer(r))
//
// In place of the built-in model it is asked for names; all else (sentences,
// dates, quotes, who "he" is) is read as ever. 0.6 is the score that its names
// get, since prose gives none.
//
// prose's own tokenizer takes superlinear time on long runs of punctuation. It
// is therefore given one sentence at a time, as tokens already cut, each of
// bounded length. Byte offsets, which prose does not give, are worked out from
// the tokens.
//
// prose breaks ties between labels in map order: where two labels score exactly
// alike, which hardly ever happens with a trained model, two runs may differ.
package prosener

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jdkato/prose/v2"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
)

// Labels maps the labels of a prose model, without "B-" and "I-", to kinds.
type Labels map[string]whosaid.EntityKind

// DefaultLabels are the labels of prose's own model.
func DefaultLabels() Labels {
	return Labels{
		"PERSON": whosaid.EntityPerson, "GPE": whosaid.EntityPlace,
		"ORG": whosaid.EntityOrganization, "ORGANIZATION": whosaid.EntityOrganization,
	}
}

// A Recognizer is an entities.Recognizer that asks a prose model. It is safe
// for concurrent use.
type Recognizer struct {
	model  *prose.Model
	labels Labels
	score  float64
}

var _ entities.Recognizer = (*Recognizer)(nil)

// New returns a Recognizer of model. What labels does not list is not a name;
// nil means DefaultLabels. Every name gets the given score, in [0,1], since
// prose has none: use the precision that you measured for your model.
func New(model *prose.Model, labels Labels, score float64) (*Recognizer, error) {
	if model == nil {
		return nil, errors.New("prosener: no model")
	}
	if !(score >= 0 && score <= 1) {
		return nil, fmt.Errorf("prosener: score %v: want one in [0,1]", score)
	}
	if labels == nil {
		labels = DefaultLabels()
	}
	for label, kind := range labels {
		if label == "" || kind == "" {
			return nil, fmt.Errorf("prosener: label %q stands for kind %q: want both", label, kind)
		}
	}
	return &Recognizer{model: model, labels: labels, score: score}, nil
}

// The bounds on what prose is given. Longer words are cut, longer sentences
// read in pieces.
const (
	maxWord    = 48  // bytes
	maxStretch = 200 // tokens
)

// Recognize implements entities.Recognizer.
func (r *Recognizer) Recognize(ctx context.Context, d *whosaid.Document) ([]entities.Name, error) {
	var names []entities.Name
	for _, s := range d.Sentences {
		for first := s.FirstToken; first < s.EndToken; first += maxStretch {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			end := min(first+maxStretch, s.EndToken)
			labels, err := r.label(d, first, end)
			if err != nil {
				return nil, fmt.Errorf("prosener: sentence at byte %d: %w", s.Start, err)
			}
			names = r.collect(d, first, labels, names)
		}
	}
	return names, nil
}

// label returns prose's label for each of the tokens [first, end): that of
// the first of the pieces into which prose cuts the token.
func (r *Recognizer) label(d *whosaid.Document, first, end int) (labels []string, err error) {
	defer func() { // prose is not ours to mend
		if p := recover(); p != nil {
			labels, err = nil, fmt.Errorf("prose panicked: %v", p)
		}
	}()
	words := make([]string, 0, end-first)
	for _, t := range d.Tokens[first:end] {
		words = append(words, plain(d.Slice(t.Span)))
	}
	doc, err := prose.NewDocument(strings.Join(words, " "), prose.UsingModel(r.model), prose.WithSegmentation(false))
	if err != nil {
		return nil, err
	}
	labels = make([]string, len(words))
	pieces := doc.Tokens()
	for i, w := range words {
		for n := 0; n < len(w) && len(pieces) > 0; pieces = pieces[1:] {
			if n == 0 {
				labels[i] = pieces[0].Label
			}
			n += len(pieces[0].Text)
		}
	}
	return labels, nil
}

// plain is a word as prose may see it: without white space or what prose
// would spell otherwise, and no longer than maxWord.
func plain(w string) string {
	w = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "&rsquo;", "'").Replace(w)
	w = strings.Join(strings.Fields(strings.ToValidUTF8(w, "?")), "")
	if len(w) > maxWord {
		w = strings.ToValidUTF8(w[:maxWord], "")
	}
	if w == "" {
		return "?"
	}
	return w
}

// collect makes names of labels: a row of one label, in which prose's models
// write B more than once, until a B that follows an I.
func (r *Recognizer) collect(d *whosaid.Document, first int, labels []string, names []entities.Name) []entities.Name {
	for i := 0; i < len(labels); {
		_, label, ok := strings.Cut(labels[i], "-")
		kind := r.labels[label]
		end := i + 1
		for ok && end < len(labels) && (labels[end] == "I-"+label || labels[end] == "B-"+label && labels[end-1][0] == 'B') {
			end++
		}
		if ok && kind != "" {
			span := whosaid.Span{Start: d.Tokens[first+i].Start, End: d.Tokens[first+end-1].End}
			names = append(names, entities.Name{Span: span, Kind: kind, Score: r.score})
		}
		i = end
	}
	return names
}
