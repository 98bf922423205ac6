// Package sources reads what a text is to be checked against: articles as they are
// given, or those of a database that may have what the text says.
package sources

import (
	"context"
	"fmt"
	"slices"

	"github.com/whosaid/whosaid"
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
// says.
func FromDatabase(ctx context.Context, x safe.Extractor, path string, answer *whosaid.Document) ([]*verify.Source, error) {
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
		spoken, err := d.Spoken(ctx, doc)
		if err != nil {
			return nil, err
		}
		correct(found, spoken)
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
