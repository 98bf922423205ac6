// Command quotes lists who said what, a quote a line.
//
//	go run ./examples/quotes testdata/article.txt
//	go run ./examples/quotes -by Lin testdata/article.txt
//
// Read after examples/extract. New here: the parts of a Quote. Speaker is the entity that speaks, found
// through names, pronouns ("he") and descriptions ("the spokesman"); Source is
// what the text calls it; Cue is the attributing word; Content has one Span for
// each piece. Document.Who names the speaker, Document.Words joins the pieces,
// Document.QuotesBy gives the quotes of one entity.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quotes:", err)
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	fs := flag.NewFlagSet("quotes", flag.ExitOnError)
	by := fs.String("by", "", "only those of people and organizations with this `word` in their name")
	_ = fs.Parse(args) // exits on an error
	x, err := extract.New()
	if err != nil {
		return err
	}
	for _, file := range input.Files(fs.Args()) {
		text, err := input.Text(file, stdin)
		if err != nil {
			return err
		}
		d, err := x.Extract(context.Background(), text)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if *by == "" {
			for i := range d.Quotes {
				show(stdout, d, &d.Quotes[i])
			}
			continue
		}
		for _, e := range d.Entities {
			if strings.Contains(" "+e.Name+" ", " "+*by+" ") {
				for q := range d.QuotesBy(e.ID) {
					show(stdout, d, q)
				}
			}
		}
	}
	return nil
}

// show prints "Ann Lee | said | We will not sell".
func show(w io.Writer, d *whosaid.Document, q *whosaid.Quote) {
	fmt.Fprintf(w, "%s | %s | %s\n", input.Clean(d.Who(q)), input.Clean(d.Slice(q.Cue)), input.Clean(d.Words(q.Content...)))
}
