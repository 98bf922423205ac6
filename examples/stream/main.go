// Command stream reads many texts as JSON Lines and writes their Documents as
// JSON Lines, in the same order, on all processors.
//
//	go run ./examples/stream < texts.jsonl > documents.jsonl
//
// Each line in is {"id": …, "text": …, "published": "2015-09-24"}; each line out
// is {"id": …, "document": …} or {"id": …, "line": …, "error": …}: a bad line
// does not stop the others.
//
// Read after examples/audit. New here: one Extractor shared by many goroutines, a context that stops them
// all, and the JSON of a Document, which is the same bytes on every run.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "stream:", err)
		os.Exit(1)
	}
}

// A record is one line in.
type record struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Published string `json:"published"`
}

// An answer is one line out.
type answer struct {
	ID       string            `json:"id,omitempty"`
	Line     int               `json:"line,omitempty"`
	Error    string            `json:"error,omitempty"`
	Document *whosaid.Document `json:"document,omitempty"`
}

// run answers each line in the order of the lines. It reads no further ahead
// than there are workers to answer, so that memory does not grow with the input.
func run(ctx context.Context, r io.Reader, w io.Writer) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// Each line has a channel for its answer; the channels queue up in order.
	queue := make(chan chan []byte, runtime.GOMAXPROCS(0))
	failed := make(chan error, 1)
	go func() {
		defer close(queue)
		failed <- eachLine(r, func(n int, line []byte) error {
			out := make(chan []byte, 1)
			select {
			case queue <- out:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() { out <- reply(ctx, x, n, line) }()
			return nil
		})
	}()
	bw := bufio.NewWriter(w)
	for out := range queue {
		if _, err := bw.Write(<-out); err != nil {
			return err
		}
	}
	return errors.Join(<-failed, ctx.Err(), bw.Flush())
}

// reply is the line out for the n-th line in.
func reply(ctx context.Context, x *extract.Extractor, n int, line []byte) []byte {
	a, err := read(ctx, x, line)
	if err != nil {
		a.Line, a.Error = n, err.Error()
	}
	b, err := json.Marshal(a)
	if err != nil {
		b, _ = json.Marshal(answer{ID: a.ID, Line: n, Error: err.Error()})
	}
	return append(b, '\n')
}

func read(ctx context.Context, x *extract.Extractor, line []byte) (a answer, err error) {
	var in record
	if err := json.Unmarshal(line, &in); err != nil {
		return a, err
	}
	a.ID = in.ID
	var day time.Time
	if in.Published != "" {
		if day, err = time.Parse(time.DateOnly, in.Published); err != nil {
			return a, fmt.Errorf("published %q is no day such as 2015-09-24", in.Published)
		}
	}
	a.Document, err = x.Extract(ctx, in.Text, extract.Published(day))
	return a, err
}

// eachLine calls f with each line that is not blank, and its number from 1.
func eachLine(r io.Reader, f func(n int, line []byte) error) error {
	br := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := f(n, line); err != nil {
				return err
			}
		}
		if err != nil {
			if err == io.EOF {
				return nil
			}
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
}
