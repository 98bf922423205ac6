// Command timeline puts the dates of a text in the order of the calendar, each
// with its sentence.
//
//	go run ./examples/timeline -date 2015-09-24 testdata/article.txt
//
// Read after examples/quotes. New here: extract.Published, the day that "Wednesday" counts from, and
// Date.From and Date.To, the interval [From, To) on the calendar. Durations and
// dates that have no place there are left out. Document.SentenceAt finds the
// sentence of an offset.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
)

func main() { input.Main("timeline", run) }

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	fs := flag.NewFlagSet("timeline", flag.ExitOnError)
	date := fs.String("date", "", "the `day` on which the text was published, such as 2015-09-24")
	_ = fs.Parse(args) // exits on an error
	var day time.Time  // zero is unknown
	if *date != "" {
		var err error
		if day, err = time.Parse(time.DateOnly, *date); err != nil {
			return fmt.Errorf("-date %q is no day such as 2015-09-24", *date)
		}
	}
	x, err := extract.New()
	if err != nil {
		return err
	}
	return input.Each(fs.Args(), stdin, func(_, text string) error {
		d, err := x.Extract(context.Background(), text, extract.Published(day))
		if err != nil {
			return err
		}
		write(stdout, d)
		return nil
	})
}

func write(w io.Writer, d *whosaid.Document) {
	dates := slices.DeleteFunc(slices.Clone(d.Dates), func(t whosaid.Date) bool { return t.From.IsZero() })
	slices.SortStableFunc(dates, func(a, b whosaid.Date) int { return a.From.Compare(b.From) })
	for _, t := range dates {
		sentence := ""
		if i := d.SentenceAt(t.Start); i >= 0 {
			sentence = input.Clean(d.Slice(d.Sentences[i].Span))
		}
		fmt.Fprintf(w, "%-10s  %s\n            %s\n", t.Value, input.Clean(d.Slice(t.Span)), sentence)
	}
}
