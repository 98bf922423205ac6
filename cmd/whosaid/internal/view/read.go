package view

import (
	"context"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/extract"
)

// Read makes the model of one article from the bytes of a file with that
// name. date is the day of publication if the file tells none, "" if unknown.
func Read(ctx context.Context, x *extract.Extractor, name, date string, b []byte) (*Model, error) {
	var opts input.Options
	if date != "" {
		var err error
		if opts.Published, err = input.ParseDate(date); err != nil {
			return nil, err
		}
	}
	a, err := opts.Parse(input.Single(name, b), b, "")
	if err != nil {
		return nil, err
	}
	if a.ID == "" {
		a.ID = name
	}
	d, err := x.Extract(ctx, a.Text, extract.Published(a.Published))
	if err != nil {
		return nil, err
	}
	return Of(a, d)
}
