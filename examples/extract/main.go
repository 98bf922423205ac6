// Command extract prints what a news article holds: its people and
// organizations with their roles, its dates, and who said what.
//
//	go run ./examples/extract testdata/article.txt
//	go run ./examples/extract -date 2015-09-24 testdata/article.txt
//	curl … | go run ./examples/extract -json
//
// New here: one Extractor made by extract.New, one call of Extract for each
// text, and the fields of the Document that comes back. -date is the day on
// which the text was published; without it "Wednesday" stays unresolved.
// -json prints each Document as one line of JSON.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/whosaid/whosaid/examples/internal/input"
	"github.com/whosaid/whosaid/extract"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

const usage = "usage: extract [-json] [-date YYYY-MM-DD] [file ...]   (standard input if no file is named)"

const help = usage + `

Prints what news texts hold: people and organizations with their roles, dates, and who said what.

  -date YYYY-MM-DD  the day on which the texts were published; without it "Wednesday" stays unresolved
  -json             print each document as one line of JSON instead, with byte offsets

The exit status is 1 if a text could not be read, 2 if the command line is wrong.`

// run is main with its streams given. It returns the exit status: 2 if the
// command line is wrong, 1 if a text could not be read, else 0. Each failure
// is one line on stderr.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(stdout, help)
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "extract: %v; %s\n", err, usage)
		return 2
	}
	if c.x, err = extract.New(); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	c.out = bufio.NewWriter(stdout)
	status := 0
	for i, file := range c.files {
		if err := c.file(i, file, stdin); err != nil {
			fmt.Fprintln(stderr, "extract:", err)
			status = 1
		}
	}
	if err := c.out.Flush(); err != nil {
		fmt.Fprintln(stderr, "extract:", err)
		return 1
	}
	return status
}

// command is what the command line asks for, and what answers it.
type command struct {
	json  bool
	day   time.Time
	files []string // "-" is standard input
	x     *extract.Extractor
	out   *bufio.Writer
}

func parse(args []string) (*command, error) {
	c := &command{}
	fs := flag.NewFlagSet("extract", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // run prints the one line
	fs.BoolVar(&c.json, "json", false, "")
	date := fs.String("date", "", "")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if *date != "" {
		var err error
		if c.day, err = time.Parse(time.DateOnly, *date); err != nil {
			return nil, fmt.Errorf("-date %q is no day such as 2015-09-24", *date)
		}
	}
	if c.files = fs.Args(); len(c.files) == 0 {
		c.files = []string{"-"}
	}
	return c, nil
}

// file prints what the i-th file holds.
func (c *command) file(i int, name string, stdin io.Reader) error {
	text, err := input.Text(name, stdin)
	if err != nil {
		return err
	}
	d, err := c.x.Extract(context.Background(), text, extract.Published(c.day))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if c.json {
		return json.NewEncoder(c.out).Encode(d)
	}
	if i > 0 {
		fmt.Fprintln(c.out)
	}
	if len(c.files) > 1 {
		fmt.Fprintf(c.out, "== %s\n", name)
	}
	return report(c.out, d)
}
