package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/corpus"
)

// input is all that Predict reads of a line.
type input struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	DCT  string `json:"dct"`
}

// Predict reads JSON Lines with "id", "text" and "dct" from r and writes to w a
// Record for each, in the same order. It holds no more than a few lines in
// memory at a time. Quotes within others are left out unless o.Nested is set.
// Errors name the line, as a *LineError.
func Predict(ctx context.Context, x *extract.Extractor, r io.Reader, w io.Writer, o Options) error {
	out := bufio.NewWriter(w)
	err := eachInOrder(ctx, r,
		func(line []byte) ([]byte, error) { return predict(ctx, x, line, o) },
		func(record []byte) error {
			_, err := out.Write(record)
			return err
		})
	if err != nil {
		return err
	}
	return out.Flush()
}

func predict(ctx context.Context, x *extract.Extractor, line []byte, o Options) ([]byte, error) {
	var in input
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, err
	}
	d, err := x.Extract(ctx, in.Text, extract.Published((&corpus.Doc{DCT: in.DCT}).Published()))
	if err != nil {
		return nil, err
	}
	record := NewRecord(in.ID, d)
	if !o.Nested {
		record.outermost()
	}
	b, err := json.Marshal(record)
	return append(b, '\n'), err
}
