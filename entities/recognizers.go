package entities

import (
	"context"
	"errors"
	"fmt"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/entity"
)

// ErrModel is wrapped by the errors of OpenModel.
var ErrModel = entity.ErrModel

// NewRecognizer returns the built-in Recognizer.
func NewRecognizer() (Recognizer, error) {
	r, err := entity.NewTrained()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	return public{r}, nil
}

// OpenModel returns the Recognizer of a model file made by internal/cmd/train
// -task ner. It keeps data, which must not change afterwards. Any bytes are
// safe to open: errors wrap ErrModel and name the damaged section of the file.
func OpenModel(data []byte) (Recognizer, error) {
	r, err := entity.OpenTrained(data)
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	return public{r}, nil
}

// Names returns a Recognizer that finds a list of names of one kind, with the
// score 1. A name is found wherever it stands letter for letter, capitals
// included, from the beginning of a token to the end of one; any run of white
// space matches any other. Of two that overlap, the one that begins first is
// found, or the longer. A million names load in less than a second, take some
// 20 bytes each whatever their length, and are cheap to look for. A name that
// does not begin with a letter or digit, or has more than 400 bytes, is an
// error.
func Names(kind whosaid.EntityKind, names ...string) (Recognizer, error) {
	t := new(entity.Table)
	if err := t.Add(kind, names...); err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	return public{t}, nil
}

// Without returns a Recognizer that finds what r does, less the names that are,
// letter for letter, one of the list. The list is subject to the rules of
// [Names].
func Without(r Recognizer, names ...string) (Recognizer, error) {
	if r == nil {
		return nil, errors.New("entities: Without: no recognizer")
	}
	c := new(entity.Control)
	if err := c.Deny.Add(whosaid.EntityWork, names...); err != nil { // any kind will do
		return nil, fmt.Errorf("entities: %w", err)
	}
	return public{c.Apply(private{r})}, nil
}

// Join returns a Recognizer that asks all of list in turn. Where names overlap,
// the one with the highest score stays; between equal scores, that of the
// recognizer which comes first in list, and of one recognizer, what begins
// first. What cannot be a name (out of range, of no known kind) is left out. The
// first error is its error; a nil recognizer finds nothing.
func Join(list ...Recognizer) Recognizer {
	var all []entity.Recognizer
	for _, r := range list {
		if r != nil {
			all = append(all, private{r})
		}
	}
	return public{entity.Join(all)}
}

// public is an internal recognizer for those outside.
type public struct{ r entity.Recognizer }

// Recognize implements Recognizer.
func (p public) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	names, err := p.r.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	return entity.Names[Name](names), nil
}

// private is a Recognizer for those inside.
type private struct{ r Recognizer }

// Recognize implements entity.Recognizer.
func (p private) Recognize(ctx context.Context, d *whosaid.Document) ([]entity.Name, error) {
	names, err := p.r.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	return entity.Names[entity.Name](names), nil
}
