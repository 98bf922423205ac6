// Command eval measures the library against annotated texts.
//
//	eval [flags] GOLD.jsonl ...
//
// runs it over the texts, from raw text, and prints the measures of the layers
// that each file annotates. GOLD may also be one annotated text in a .json
// file, or a .json list of golden rules of sentence splitting.
//
//	eval -records PRED.jsonl [flags] GOLD.jsonl
//
// measures predictions that were made before, or by another system.
//
//	eval -pred OUT.jsonl [-nested] [-dates forward|tempeval] IN.jsonl
//
// writes what the library finds, reading nothing but id, text and dct of each
// line, for other scorers.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/eval"
	"github.com/whosaid/whosaid/internal/timex"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// command is what the command line asks for.
type command struct {
	pred, records string
	json          bool
	opts          eval.Options
	x             *extract.Extractor
	stdout        io.Writer
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	c := &command{stdout: stdout}
	fs := flag.NewFlagSet("eval", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.StringVar(&c.pred, "pred", "", "write what is found in one file to `OUT`, and measure nothing")
	fs.StringVar(&c.records, "records", "", "measure the predictions in `PRED` instead of running the library")
	mistakes := fs.String("mistakes", "", "write what is missed, made up or wrong to `FILE`, as lines of JSON")
	fs.BoolVar(&c.json, "json", false, "print a line of JSON for each file")
	fs.BoolVar(&c.opts.FacAsPlace, "fac-as-place", false, "names: count buildings, airports and roads as places")
	fs.BoolVar(&c.opts.Speech, "speech", false, "quotes: thoughts are neither missed nor spurious")
	fs.BoolVar(&c.opts.Nested, "nested", false, "quotes: those within others count too")
	fs.BoolVar(&c.opts.RawValues, "raw-values", false, "dates: compare values as they stand, T08 is not T08:00")
	types := fs.String("types", "", "quotes and dates: score these `types` only, such as direct,mixed")
	dates := fs.String("dates", "news", "how dates are read: `news`, forward, or tempeval (no bare ages, a week ago is a week)")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *types != "" {
		c.opts.Types = strings.Split(*types, ",")
	}
	if n := fs.NArg(); n == 0 || n > 1 && c.pred+c.records != "" || c.pred != "" && c.records != "" {
		return errors.New("usage: eval [flags] GOLD.jsonl ... | eval -records PRED.jsonl [flags] GOLD.jsonl | " +
			"eval -pred OUT.jsonl IN.jsonl")
	}
	if err := c.build(*dates); err != nil {
		return err
	}
	if c.pred != "" {
		return c.predict(ctx, fs.Arg(0))
	}
	return c.scoreAll(ctx, fs.Args(), *mistakes)
}

// scoreAll prints the measures of the files, and writes the mistakes.
func (c *command) scoreAll(ctx context.Context, files []string, mistakes string) error {
	list := bufio.NewWriter(io.Discard)
	if mistakes != "" {
		w, err := os.Create(mistakes)
		if err != nil {
			return err
		}
		defer w.Close()
		list.Reset(w)
		enc := json.NewEncoder(list)
		enc.SetEscapeHTML(false)
		c.opts.Mistakes = func(m eval.Mistake) { _ = enc.Encode(m) } // Flush reports errors
	}
	for i, file := range files {
		if err := c.score(ctx, i, file); err != nil {
			return err
		}
	}
	return list.Flush()
}

func (c *command) build(dates string) (err error) {
	opts := []extract.Option{extract.WithMaxBytes(1 << 30)}
	if c.pred != "" {
		opts = append(opts, extract.WithSyntax())
	}
	switch dates {
	case "news":
	case "forward":
		opts = append(opts, extract.WithDates(entities.Forward()))
	case "tempeval":
		asTempEval := timex.NewOption(func(o *timex.Options) { o.TempEval = true })
		opts = append(opts, extract.WithDates(entities.DateOption(asTempEval)))
	default:
		return fmt.Errorf("-dates %s: want news, forward or tempeval", dates)
	}
	c.x, err = extract.New(opts...)
	return err
}

func (c *command) predict(ctx context.Context, in string) error {
	r, err := os.Open(in)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.Create(c.pred)
	if err != nil {
		return err
	}
	if err := eval.Predict(ctx, c.x, r, w, c.opts); err != nil {
		w.Close()
		return located(in, err)
	}
	return w.Close()
}

// score prints the measures of the i-th file.
func (c *command) score(ctx context.Context, i int, file string) error {
	r, err := c.measure(ctx, file)
	if err != nil {
		return located(file, err)
	}
	r.File = file
	if c.json {
		return json.NewEncoder(c.stdout).Encode(r)
	}
	if i > 0 {
		fmt.Fprintln(c.stdout)
	}
	return r.WriteTable(c.stdout)
}

func (c *command) measure(ctx context.Context, file string) (*eval.Report, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	switch {
	case c.records != "":
		records, err := readRecords(c.records)
		if err != nil {
			return nil, err
		}
		return eval.ScoreRecords(ctx, records, f, c.opts)
	case strings.HasSuffix(file, ".json"):
		b, err := io.ReadAll(f)
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(bytes.TrimSpace(b), []byte("[")) {
			return eval.ScoreRules(ctx, c.x, b)
		}
		return eval.ScoreDocument(ctx, c.x, b, c.opts)
	}
	return eval.Score(ctx, c.x, f, c.opts)
}

func readRecords(file string) (*eval.Records, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := eval.ReadRecords(f)
	if err != nil {
		return nil, located(file, err)
	}
	return r, nil
}

// A locatedError names the file, and the line if there is one: file:line: …
type locatedError struct {
	where string
	err   error
}

func (e *locatedError) Error() string { return e.where + ": " + e.err.Error() }

func (e *locatedError) Unwrap() error { return e.err }

// located says in which file an error was found, once.
func located(file string, err error) error {
	var done *locatedError
	var path *os.PathError
	if errors.As(err, &done) || errors.As(err, &path) {
		return err
	}
	var line *eval.LineError
	if errors.As(err, &line) {
		return &locatedError{fmt.Sprintf("%s:%d", file, line.Line), line.Err}
	}
	return &locatedError{file, err}
}
