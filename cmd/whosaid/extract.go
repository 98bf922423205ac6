package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/extract"
)

// extractFlags are the flags of extract.
type extractFlags struct {
	to, from, date string
	fields         map[string]string
	out            output.Options
	workers        int
	maxBytes       int
	maxRecord      int
	quiet          bool
	syntax         bool
}

func extractCommand() *cobra.Command {
	f := &extractFlags{}
	c := &cobra.Command{
		Use:   "extract [FILE|FOLDER|PATTERN|-]...",
		Short: "Read articles and write what is in them",
		Long: `Reads text, Markdown, saved web pages (the article is taken out of them), JSON Lines, JSON lists, CSV and
web archives (WARC), plain or packed with gzip or zstd; standard input if nothing is named.

Forms (--to):
` + formList() + `
A record that fails, whatever the reason, gives one line with its file and line, and the rest goes on; the
summary counts them, and --resume tries them again. A run that was killed goes on with --resume: no record is
lost or doubled. Memory is bounded: a record over --max-record fails, and of a page whose elements are too many
or too deep within each other the text is read without its structure.

` + statusHelp,
		Example: `  whosaid extract article.txt --date 2015-09-24
  whosaid extract saved-page.html
  whosaid extract --to sqlite -o news.db saved/
  whosaid extract --to ndjson -o out.ndjson CC-NEWS-*.warc.gz --resume
  zcat dump.jsonl.gz | whosaid extract --from ndjson --field text=body --to csv -o tables -`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	fl := c.Flags()
	fl.StringVarP(&f.to, "to", "t", "pretty", "`form` of the output")
	fl.StringVarP(&f.out.Path, "output", "o", "", "`path` of the output; standard output if none is given")
	fl.StringVar(&f.from, "from", "", "`format` of the input: "+strings.Join(input.Formats(), ", ")+"; told by name and first bytes if not given")
	fl.StringVar(&f.date, "date", "", "`day` on which articles were published that tell none, such as 2015-09-24")
	fl.StringToStringVar(&f.fields, "field", nil, "names of `fields`: text=body,published=meta.date; known are text, id, title, author, url, published")
	fl.BoolVar(&f.out.Resume, "resume", false, "go on with the output that is there: add what is missing")
	fl.BoolVar(&f.out.Force, "force", false, "begin the output that is there anew")
	fl.IntVarP(&f.workers, "workers", "w", runtime.GOMAXPROCS(0), "how many articles to read at once")
	fl.IntVar(&f.maxBytes, "max-bytes", extract.DefaultMaxBytes, "longest text to read, in bytes")
	fl.IntVar(&f.maxRecord, "max-record", input.DefaultMaxRecord, "longest record to read, in `bytes` unpacked: a line, an element of a list, a row, a page")
	fl.BoolVar(&f.syntax, "syntax", false, "parse the sentences too: HEAD and DEPREL of conllu, \"syntax\" of JSON")
	fl.BoolVarP(&f.quiet, "quiet", "q", false, "no progress and no summary")
	c.MarkFlagsMutuallyExclusive("resume", "force")
	names, _ := forms()
	c.RegisterFlagCompletionFunc("to", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	c.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(input.Formats(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// forms are the forms of output, the database among them.
func forms() (names, about []string) {
	names, about = output.Formats()
	return append(names, "sqlite"), append(about, "a database, for who, quotes and audit, with full-text search")
}

func formList() string {
	var b strings.Builder
	names, about := forms()
	for i := range names {
		fmt.Fprintf(&b, "  %-10s %s\n", names[i], about[i])
	}
	return b.String()
}

func (f *extractFlags) run(c *cobra.Command, args []string) error {
	src, err := f.source(c.InOrStdin(), args)
	if err != nil {
		return usageError{err}
	}
	switch {
	case f.workers < 1:
		return usageError{errors.New("--workers must be at least 1")}
	case f.maxRecord < 1:
		return usageError{errors.New("--max-record must be at least 1")}
	}
	options := []extract.Option{extract.WithMaxBytes(f.maxBytes), extract.WithPublishedFromText()}
	if f.syntax {
		options = append(options, extract.WithSyntax())
	}
	x, err := extract.New(options...)
	if err != nil {
		return err
	}
	f.out.Stdout = c.OutOrStdout()
	w, err := f.open()
	if err != nil {
		return err
	}
	p := newProgress(c.ErrOrStderr(), src, f.quiet || f.out.Path == "" && f.to == "pretty")
	start := time.Now()
	sum, err := batch.Run(c.Context(), src.Items(c.Context()), batch.Options{
		Extractor: x, Writer: w, Workers: f.workers,
		Failed:  func(err error) { p.line("whosaid: " + err.Error()) },
		Written: func(input.Place) { p.step() },
	})
	if cerr := w.Close(); err == nil && cerr != nil {
		err = &batch.WriteError{Err: cerr}
	}
	p.end(sum, time.Since(start))
	if err == nil && sum.Failed > 0 {
		err = errSome
	}
	return err
}

func (f *extractFlags) source(stdin io.Reader, args []string) (*input.Source, error) {
	if len(args) == 0 {
		args = []string{"-"}
	}
	opts := input.Options{Format: f.from, Fields: f.fields, MaxRecord: f.maxRecord, Stdin: stdin}
	if f.date != "" {
		var err error
		if opts.Published, err = input.ParseDate(f.date); err != nil {
			return nil, fmt.Errorf("--date: %w", err)
		}
	}
	return input.Open(args, opts)
}

func (f *extractFlags) open() (output.Writer, error) {
	var w output.Writer
	var err error
	if f.to == "sqlite" {
		w, err = db.Create(f.out)
	} else {
		w, err = output.Open(f.to, f.out)
	}
	var exists *output.ExistsError
	if errors.As(err, &exists) || errors.Is(err, output.ErrNeedsPath) || errors.Is(err, output.ErrNoFile) || errors.Is(err, output.ErrNoForm) {
		err = usageError{err}
	}
	return w, err
}
