package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
)

// take is a function as an output: it gets the articles in their order.
type take func(*input.Article, *whosaid.Document) error

func (t take) Encode(r *output.Record) (output.Write, error) {
	return func(*record.Entry) error { return t(r.Article, r.Document) }, nil
}
func (take) Index() *record.Index        { return nil }
func (take) Flush() error                { return nil }
func (take) Close(context.Context) error { return nil }

// readArticles reads what the arguments name, as extract does, and gives each
// article to do, in order. Where one cannot be read it fails.
func readArticles(c *cobra.Command, x safe.Extractor, args []string, do take) error {
	warn := func(err error) { fmt.Fprintln(c.ErrOrStderr(), "whosaid: warning:", output.Shown(err.Error())) }
	src, err := input.Open(args, input.Options{Stdin: c.InOrStdin(), Warn: warn})
	if err != nil {
		return usageError{err}
	}
	var failed error
	_, err = batch.Run(c.Context(), src.Items(c.Context()), batch.Options{
		Extractor: x, Writer: do, Workers: runtime.GOMAXPROCS(0),
		Failed: func(err error) {
			if failed == nil {
				failed = usageError{err}
			}
		},
		Written: func(input.Place) {},
	})
	if err == nil {
		err = failed
	}
	return err
}

// isDatabase reports whether a file is one of SQLite.
func isDatabase(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := io.ReadFull(f, head)
	return db.Is(head[:n])
}
