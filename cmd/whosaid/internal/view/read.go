package view

import (
	"context"
	_ "embed"
	"encoding/json"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
)

// maxUnpacked bounds the article of a packed file, in bytes.
const maxUnpacked = 8 << 20

// Read makes the model of one article from the bytes of a file with that
// name: of any format that the tool reads, the first of several. date is the day of publication if the file gives none, "" if unknown.
// If the library panics on it, the error is a *safe.PanicError.
func Read(ctx context.Context, x safe.Extractor, name, date string, b []byte) (m *Model, err error) {
	err = safe.Do(func() (err error) {
		m, err = readArticle(ctx, x, name, date, b)
		return err
	})
	return m, err
}

func readArticle(ctx context.Context, x safe.Extractor, name, date string, b []byte) (*Model, error) {
	opts := input.Options{MaxRecord: max(len(b), maxUnpacked)}
	if date != "" {
		var err error
		if opts.Published, err = input.ParseDate(date); err != nil {
			return nil, err
		}
	}
	a, err := opts.First(ctx, name, b)
	if err != nil {
		return nil, err
	}
	d, err := x.Extract(ctx, a.Text, extract.Published(a.Published))
	if err != nil {
		return nil, err
	}
	return Of(a, d), nil
}

// sample is an invented article.
//
//go:embed sample.txt
var sample []byte

// Sample makes the model of an article that shows what the page can do.
func Sample(ctx context.Context, x safe.Extractor) (*Model, error) {
	return Read(ctx, x, "A sample article", "", sample)
}

// Answer is what Read returned as the page wants it without a server: the model
// as JSON, or {"error": …}.
func Answer(m *Model, err error) string {
	var v any = m
	if err != nil {
		v = map[string]string{"error": err.Error()}
	}
	b, err := json.Marshal(v)
	if err != nil {
		return `{"error":"the answer cannot be written"}`
	}
	return string(b)
}
