package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/verify"
	"github.com/whosaid/whosaid/extract"
)

// take is a function as an output: it gets the articles in their order.
type take func(*input.Article, *whosaid.Document) error

func (t take) Encode(r *output.Record) (output.Write, error) {
	return func() error { return t(r.Article, r.Document) }, nil
}
func (take) Done() (map[string]bool, int) { return nil, 0 }
func (take) Flush() error                 { return nil }
func (take) Close() error                 { return nil }

// readArticles reads what the arguments name, as extract does, and gives each
// article to do, in order. Where one cannot be read it fails.
func readArticles(c *cobra.Command, x safe.Extractor, args []string, do take) error {
	warn := func(err error) { fmt.Fprintln(c.ErrOrStderr(), "whosaid: warning:", err) }
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

// How many articles of a database are read to check one quotation: those that
// have its first words, those that have most of its words, those that name its
// speaker. And how many for a whole answer.
const (
	withPhrase  = 8
	withWords   = 8
	withName    = 2
	maxArticles = 400
)

// fromDatabase reads the articles of a database that may have what the answer
// says.
func fromDatabase(ctx context.Context, x safe.Extractor, path string, answer *whosaid.Document) ([]*verify.Source, error) {
	wanted, err := verify.Want(answer)
	if err != nil {
		return nil, err
	}
	d, err := db.Open(path)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	docs, err := candidates(ctx, d, wanted)
	if err != nil {
		return nil, err
	}
	var out []*verify.Source
	for _, doc := range docs {
		a, err := d.Article(ctx, doc)
		if err != nil {
			return nil, err
		}
		published, err := input.ParseDate(a.Published)
		if a.Published != "" && err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, a.ID, err)
		}
		var found *whosaid.Document
		err = safe.Do(func() (err error) {
			found, err = x.Extract(ctx, a.Text, extract.Published(published))
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, a.ID, err)
		}
		out = append(out, &verify.Source{Name: a.ID, Title: a.Title, URL: a.URL, Document: found})
	}
	return out, nil
}

// candidates are the numbers of the articles to look at, ascending.
func candidates(ctx context.Context, d *db.DB, wanted []verify.Wanted) ([]int64, error) {
	var docs []int64
	add := func(search string, n int) error {
		found, err := d.Nearest(ctx, search, n)
		for _, doc := range found {
			if !slices.Contains(docs, doc) && len(docs) < maxArticles {
				docs = append(docs, doc)
			}
		}
		return err
	}
	for _, w := range wanted {
		if len(w.Phrase) > 0 {
			if err := add(db.Phrase(w.Phrase...), withPhrase); err != nil {
				return nil, err
			}
		}
		if len(w.Any) > 0 {
			if err := add(db.AnyOf(w.Any...), withWords); err != nil {
				return nil, err
			}
		}
		for _, name := range w.Names {
			if err := add(db.Phrase(name), withName); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(docs)
	return docs, nil
}
