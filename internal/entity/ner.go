package entity

import (
	"context"
	"errors"
	"fmt"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/names"
)

// ErrModel is wrapped by the errors of OpenTrained.
var ErrModel = errors.New("no usable model of names")

// A Trained is the Recognizer of a trained model. It is safe for concurrent
// use.
type Trained struct {
	reader *names.Reader
	lex    *lexicon
}

// NewTrained opens the built-in model.
func NewTrained() (*Trained, error) { return OpenSet(model.BuiltIn()) }

// OpenTrained opens a model made by internal/cmd/train -task ner and keeps
// data. It takes any bytes; errors wrap ErrModel and name the damaged section.
func OpenTrained(data []byte) (*Trained, error) {
	s := model.BuiltIn()
	s.NER = data
	return OpenSet(s)
}

// OpenSet opens the NER model of a set, with the tables of the set. It is for
// the training program and for tests.
func OpenSet(s model.Set) (*Trained, error) {
	m, err := linear.Open(modelfile.Names, s.NER)
	if err != nil {
		return nil, fmt.Errorf("entity: %w: %w", ErrModel, err)
	}
	res, err := feature.Open(s)
	if err != nil {
		return nil, fmt.Errorf("entity: %w", err)
	}
	r, err := names.New(m, res)
	if err != nil {
		return nil, fmt.Errorf("entity: %w: %w", ErrModel, err)
	}
	lex, err := openLexicon()
	if err != nil {
		return nil, err
	}
	return &Trained{r, lex}, nil
}

// Recognize implements Recognizer.
func (t *Trained) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	found, err := t.reader.Read(ctx, d)
	if err != nil {
		return nil, err
	}
	out := make([]Name, len(found))
	for i, n := range found {
		out[i] = Name{
			Span:  whosaid.Span{Start: d.Tokens[n.First].Start, End: d.Tokens[n.End-1].End},
			Kind:  n.Kind,
			Score: n.Score,
		}
	}
	return missed(d, t.lex, out), ctx.Err()
}
