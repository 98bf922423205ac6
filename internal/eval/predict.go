package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/whosaid/whosaid/extract"
)

// input is all that Predict reads of a line.
type input struct {
	ID   string  `json:"id"`
	Text string  `json:"text"`
	DCT  *string `json:"dct"`
}

// published is the document date: the first ten bytes of dct, if they are one.
func (in *input) published() time.Time {
	if in.DCT == nil || len(*in.DCT) < 10 {
		return time.Time{}
	}
	t, err := time.Parse("2006-01-02", (*in.DCT)[:10])
	if err != nil {
		return time.Time{}
	}
	return t
}

// job is a line on its way through Predict; out gives its record.
type job struct {
	line int
	text []byte
	out  chan result
}

type result struct {
	record []byte
	err    error
}

// Predict reads JSON Lines with "id", "text" and "dct" from r and writes to w a
// Record for each, in the same order. It holds no more than a few lines in
// memory at a time. Errors name the line.
func Predict(ctx context.Context, x *extract.Extractor, r io.Reader, w io.Writer) error {
	workers := runtime.GOMAXPROCS(0)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs, queue := make(chan job), make(chan job, 2*workers)
	for range workers {
		go func() {
			for j := range jobs {
				b, err := predict(ctx, x, j.text)
				j.out <- result{b, err}
			}
		}()
	}
	read := make(chan error, 1)
	go func() {
		defer close(queue)
		defer close(jobs)
		read <- eachLine(r, func(n int, line []byte) error {
			j := job{n, line, make(chan result, 1)}
			for _, c := range []chan job{queue, jobs} {
				select {
				case c <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}()
	out := bufio.NewWriter(w)
	for j := range queue {
		select {
		case res := <-j.out:
			if res.err != nil {
				return fmt.Errorf("line %d: %w", j.line, res.err)
			}
			if _, err := out.Write(res.record); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if err := <-read; err != nil {
		return err
	}
	return out.Flush()
}

func predict(ctx context.Context, x *extract.Extractor, line []byte) ([]byte, error) {
	var in input
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, err
	}
	d, err := x.Extract(ctx, in.Text, extract.Published(in.published()))
	if err != nil {
		return nil, err
	}
	b, err := json.Marshal(NewRecord(in.ID, d))
	return append(b, '\n'), err
}

// eachLine calls f with each line that is not empty, and its number from 1.
func eachLine(r io.Reader, f func(n int, line []byte) error) error {
	br := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if len(line) > 1 {
			if err := f(n, line); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
}
