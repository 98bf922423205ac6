package input

import (
	"bytes"
	"context"
	"errors"
)

// errSeveral says that a file holds more than the article that was read.
var errSeveral = errors.New("the file holds several articles; this is the first that can be read")

// First reads the first article of the bytes of a file with that name, as Open and
// Items read it. That there are more is one of its Warnings.
func (o *Options) First(ctx context.Context, name string, b []byte) (*Article, error) {
	var first *Article
	var failed error
	c := &cursor{Options: o, ctx: ctx, file: name}
	c.yield = func(it Item, err error) bool {
		if first != nil {
			first.Warnings = append(first.Warnings, errSeveral)
			return false
		}
		if err == nil {
			first, err = it.Load(ctx)
		}
		if err != nil && failed == nil {
			failed = err
		}
		return true
	}
	err := c.read(bytes.NewReader(b))
	switch {
	case first != nil && failed != nil:
		first.Warnings = append(first.Warnings, failed)
	case first != nil:
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case failed != nil: // with the place if there are several
		return nil, withoutFile(failed)
	case err == nil:
		err = errors.New("no article in the file")
	}
	if first == nil {
		return nil, err
	}
	return first, nil
}

// withoutFile is an error of a record without its place, if that is the file as a
// whole, which whoever named it knows.
func withoutFile(err error) error {
	var re *RecordError
	if errors.As(err, &re) && re.Place.Line == 0 {
		return re.Err
	}
	return err
}
