package stream

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
)

// Articles answers an article with what is in it, as a line of extract --to ndjson,
// whose "file" and "line" say nothing. If o has no Format, a line is an object with
// the fields of NDJSON; else it is a file of that format in base64, of which the first
// article is read.
func Articles(x safe.Extractor, o input.Options) Answer {
	return func(ctx context.Context, line []byte, w io.Writer) error {
		a, err := article(ctx, line, o)
		if err != nil {
			return reason(err)
		}
		d, err := x.Extract(ctx, a.Text, extract.Published(a.Published))
		if err != nil {
			return err
		}
		form, err := output.Open("ndjson", output.Options{Stdout: w})
		if err != nil {
			return err
		}
		write, err := form.Encode(&output.Record{Article: a, Document: d})
		if err != nil {
			return err
		}
		return errors.Join(write(&record.Entry{Doc: 1}), form.Flush())
	}
}

func article(ctx context.Context, line []byte, o input.Options) (*input.Article, error) {
	if o.Format == "" {
		o.Format = "ndjson"
		return o.First(ctx, "-", line)
	}
	b, err := base64.StdEncoding.AppendDecode(nil, line)
	if err != nil {
		return nil, fmt.Errorf("not a file in base64: %w", err)
	}
	return o.First(ctx, "-", b)
}

// reason is an error without the place of the record, which whoever sent it knows.
func reason(err error) error {
	var re *input.RecordError
	if errors.As(err, &re) {
		return re.Err
	}
	return err
}
