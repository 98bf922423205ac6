// Command names finds the names that the user knows beside those that the
// library knows, and leaves out what the user says is none.
//
//	go run ./examples/names -organizations ours.txt -not none.txt testdata/article.txt
//
// A list is a text file with one name a line; "#" begins a comment.
//
// Read after examples/timeline. New here: options of extract.New that change
// what is found. extract.WithNames adds names of one kind, a million if need be;
// extract.WithoutNames removes false hits. A wrong option fails in New, not in
// the middle of the work.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	var opts []extract.Option
	fs := flag.NewFlagSet("names", flag.ExitOnError)
	list := func(name, usage string, option func(names []string) extract.Option) {
		fs.Func(name, usage, func(file string) error {
			names, err := read(file)
			opts = append(opts, option(names))
			return err
		})
	}
	of := func(k whosaid.EntityKind) func([]string) extract.Option {
		return func(names []string) extract.Option { return extract.WithNames(k, names...) }
	}
	list("people", "a `file` with names of people", of(whosaid.EntityPerson))
	list("organizations", "a `file` with names of organizations", of(whosaid.EntityOrganization))
	list("places", "a `file` with names of places", of(whosaid.EntityPlace))
	list("not", "a `file` with words that are no names", func(names []string) extract.Option { return extract.WithoutNames(names...) })
	_ = fs.Parse(args) // exits on an error
	x, err := extract.New(opts...)
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
		if err := write(stdout, d); err != nil {
			return err
		}
	}
	return nil
}

// read returns the lines of a list that are names.
func read(file string) ([]string, error) {
	text, err := input.Text(file, nil)
	if err != nil {
		return nil, err
	}
	var names []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			names = append(names, line)
		}
	}
	return names, nil
}

// write prints a line for each entity: kind, name, and how sure its surest
// name is.
func write(w io.Writer, d *whosaid.Document) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, e := range d.Entities {
		score, named := 0.0, 0
		for _, m := range e.Mentions {
			if d.Mentions[m].Form == whosaid.MentionName {
				score = max(score, d.Mentions[m].Score)
				named++
			}
		}
		fmt.Fprintf(tw, "%s\t%s\t%d\t%.2f\n", e.Kind, input.Clean(e.Name), named, score)
	}
	return tw.Flush()
}
