// Command quotes writes who said what as CSV, all quotes of one speaker together.
//
//	go run ./examples/quotes testdata/article.txt > quotes.csv
//
// Read after examples/extract. New here: package quotes. Rows makes plain
// words of quotes, and BySpeaker gathers them under those who speak, found
// through names, pronouns ("he") and descriptions ("the spokesman").
package main

import (
	"context"
	"encoding/csv"
	"io"

	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/quotes"
)

func main() { input.Main("quotes", run) }

func run(files []string, stdin io.Reader, stdout io.Writer) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	records := [][]string{append([]string{"file"}, quotes.Columns()...)}
	err = input.Each(files, stdin, func(file, text string) error {
		d, err := x.Extract(context.Background(), text)
		if err != nil {
			return err
		}
		rows := quotes.Rows(d)
		for _, s := range quotes.BySpeaker(d) {
			for _, q := range s.Quotes {
				row := rows[q.ID-1]
				row.Speaker = s.Name // of a joint statement, each speaker's
				records = append(records, append([]string{file}, row.Record()...))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return csv.NewWriter(stdout).WriteAll(records)
}
