package entities

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
)

// ErrModel is wrapped by the errors of OpenModel.
var ErrModel = entity.ErrModel

// NewRecognizer returns the built-in Recognizer. It is safe for concurrent use.
func NewRecognizer() (Recognizer, error) { return public(entity.NewTrained()) }

// OpenModel returns the Recognizer of a model made by internal/cmd/train -task
// ner, keeping data as it is. It takes any bytes; errors wrap ErrModel and name
// the section of the file that is wrong.
func OpenModel(data []byte) (Recognizer, error) { return public(entity.OpenTrained(data)) }

// builtIn is a recognizer of package entity.
type builtIn struct{ r *entity.Trained }

func public(r *entity.Trained, err error) (Recognizer, error) {
	if err != nil {
		return nil, err
	}
	return builtIn{r}, nil
}

// Recognize implements Recognizer.
func (b builtIn) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	found, err := b.r.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	out := make([]Name, len(found))
	for i, n := range found {
		out[i] = Name(n)
	}
	return out, nil
}
