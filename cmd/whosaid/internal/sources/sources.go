// Package sources reads what a text is to be checked against: articles as they are
// given, or those of a database that may have what the text says.
package sources

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/verify"
	"github.com/whosaid/whosaid/extract"
)

// How many articles of a database are read to check one quotation: those that
// have its first words, those that have most of its words, those that name its
// speaker. And how many for a whole answer.
const (
	withPhrase  = 8
	withWords   = 8
	withName    = 2
	maxArticles = 400
)

// FromDatabase reads the articles of a database that may have what the answer
// says, and the corrections that the database has.
func FromDatabase(ctx context.Context, x safe.Extractor, path string, answer *whosaid.Document) (
	out []*verify.Source, fixes []corrections.Correction, err error,
) {
	d, err := db.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer d.Close()
	lines, err := d.Corrections()
	if err != nil {
		return nil, nil, err
	}
	if fixes, err = corrections.Parse(lines); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	wanted, err := verify.Want(answer, fixes...)
	if err != nil {
		return nil, nil, err
	}
	docs, err := candidates(ctx, d, wanted)
	if err != nil {
		return nil, nil, err
	}
	for _, doc := range docs {
		a, err := d.Article(ctx, doc)
		if err != nil {
			return nil, nil, err
		}
		found, err := read(ctx, x, a)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", path, a.ID, err)
		}
		out = append(out, &verify.Source{Name: a.ID, ID: a.ID, Title: a.Title, URL: a.URL, Document: found})
	}
	return out, fixes, nil
}

// read reads an article of a database.
func read(ctx context.Context, x safe.Extractor, a *db.Article) (d *whosaid.Document, err error) {
	var published time.Time
	if a.Published != "" {
		if published, err = input.ParseDate(a.Published); err != nil {
			return nil, err
		}
	}
	err = safe.Do(func() (err error) {
		d, err = x.Extract(ctx, a.Text, extract.Published(published))
		return err
	})
	return d, err
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
