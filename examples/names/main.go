// Command names counts in how many of its files each name stands. New here: a
// recognizer of one's own, names that one knows, words that are none, a Merger.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"regexp"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		log.Fatal("names: ", err)
	}
}

// tickers finds the signs of firms: ORB in "(NYSE: ORB)".
type tickers struct{ sign *regexp.Regexp }

func (t tickers) Recognize(_ context.Context, d *whosaid.Document) (names []entities.Name, _ error) {
	for _, m := range t.sign.FindAllStringSubmatchIndex(d.Text, -1) {
		names = append(names, entities.Name{Span: whosaid.Span{Start: m[2], End: m[3]}, Kind: whosaid.EntityOrganization, Score: 0.9})
	}
	return names, nil
}

func run(files []string, w io.Writer) error {
	builtIn, err := entities.NewRecognizer()
	merger, err2 := entities.NewMerger()
	x, err3 := extract.New(extract.Only(whosaid.LayerEntities),
		extract.WithRecognizer(entities.Join(tickers{regexp.MustCompile(`\((?:NYSE|Nasdaq): ([A-Z]{1,5})\)`)}, builtIn)),
		extract.WithNames(whosaid.EntityOrganization, "blue harbour", "Übel & Söhne"), extract.WithoutNames("Internet"))
	if err := errors.Join(err, err2, err3); err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		d, err := x.Extract(context.Background(), string(text))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		merger.Add(d)
	}
	for _, e := range merger.Entities() {
		fmt.Fprintf(w, "%d\t%s\t%q\n", len(e.Refs), e.Kind, e.Name)
	}
	return nil
}
