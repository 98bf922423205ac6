package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/lock"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/extract"
)

// extractFlags are the flags of extract.
type extractFlags struct {
	to, from, date string
	encoding       string
	fields         map[string]string
	out            output.Options
	workers        int
	maxBytes       int
	maxRecord      int
	quiet          bool
	only           []string
	syntax         bool
	described      int
}

func extractCommand() *cobra.Command {
	f := &extractFlags{}
	c := &cobra.Command{
		Use:   "extract [FILE|FOLDER|PATTERN|-]...",
		Short: "Read articles and write what is in them",
		Long: `Reads text, Markdown, saved web pages (their article only), feeds (RSS, Atom, JSON Feed), news formats (NewsML-G2, NITF,
ninjs), mails (EML, mbox), JSON Lines, JSON lists, CSV and web archives (WARC), plain or packed with gzip, zstd, bzip2
or xz; standard input if no file is given. Pages that a sitemap in their folder names get its title and day. What is not UTF-8 is read by
its byte order mark, its HTTP header or its <meta>, else as windows-1252. PDF, Word and other binary files are refused by
name.

Forms (--to):
` + formList() + `
A record that fails is reported in one line with its file and line, and the rest goes on; the summary counts the
failures, and --resume retries them. --resume also continues a run that was killed: no record is lost or written
twice. A record is known again by its id, else its address, else its text, wherever it stands: files may be renamed,
feeds go on, and a pipe begin elsewhere. One that has changed stays as it was, and is counted; --update reads it anew,
in an output that something can be taken out of: sqlite, or a folder with files for each article. One process at a
time writes an output. Memory is bounded: a record over --max-record fails, and a page with too many elements, or nested too
deeply, is read as plain text with the metadata of its head.

--only reads some layers and those that they depend on: ` + strings.Join(layerNames(), ", ") + `.
Quotes depend on entities and dates, claims on quotes. The other tables and columns stay empty.

` + statusHelp,
		Example: `  whosaid extract article.txt --date 2015-09-24
  whosaid extract saved-page.html
  whosaid extract --only entities,dates --to ndjson saved/
  whosaid extract --to sqlite -o news.db saved/
  whosaid extract --to ndjson -o out.ndjson CC-NEWS-*.warc.gz --resume
  zcat dump.jsonl.gz | whosaid extract --from ndjson --field text=body --to csv -o tables -`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	f.register(c)
	c.MarkFlagsMutuallyExclusive("resume", "force")
	c.MarkFlagsMutuallyExclusive("update", "force")
	names, _ := forms()
	c.RegisterFlagCompletionFunc("to", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	c.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(input.Formats(), cobra.ShellCompDirectiveNoFileComp))
	c.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(layerNames(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// register defines the flags.
func (f *extractFlags) register(c *cobra.Command) {
	fl := c.Flags()
	fl.StringVarP(&f.to, "to", "t", "pretty", "`form` of the output")
	fl.StringVarP(&f.out.Path, "output", "o", "", "`path` of the output (default standard output)")
	fl.StringVar(&f.from, "from", "", "`format` of the input: "+strings.Join(input.Formats(), ", ")+" (default by name and first bytes)")
	fl.StringVar(&f.encoding, "encoding", "", "`encoding` of the input, such as windows-1252, utf-16le, macintosh (default found out)")
	fl.StringVar(&f.date, "date", "", "`day` of publication, such as 2015-09-24, of articles that do not give one")
	fl.StringToStringVar(&f.fields, "field", nil,
		"names of `fields`: text=body,published=meta.date; known are text, id, title, author, section, url, published")
	fl.StringSliceVar(&f.only, "only", nil, "read only these `layers`: "+strings.Join(layerNames(), ", "))
	fl.BoolVar(&f.syntax, "syntax", false, "parse the sentences too: HEAD and DEPREL of conllu, \"syntax\" of JSON")
	fl.IntVar(&f.described, "described", extract.DefaultDescribed, "most people and bodies without a name of an article; 0 for none")
	fl.BoolVar(&f.out.Resume, "resume", false, "continue the existing output: add what is missing")
	fl.BoolVar(&f.out.Update, "update", false, "as --resume, and read anew what has changed")
	fl.BoolVar(&f.out.Force, "force", false, "overwrite the existing output")
	fl.IntVarP(&f.workers, "workers", "w", runtime.GOMAXPROCS(0), "how many articles to read at once")
	fl.IntVar(&f.maxBytes, "max-bytes", extract.DefaultMaxBytes, "longest text to read, in bytes")
	fl.IntVar(&f.maxRecord, "max-record", input.DefaultMaxRecord,
		"longest record to read, in uncompressed `bytes`: a line, an element of a list, a row, a page")
	fl.BoolVarP(&f.quiet, "quiet", "q", false, "no progress and no summary")
}

// layerNames are the values of --only.
func layerNames() (names []string) {
	for _, l := range whosaid.Layer("").Values() {
		names = append(names, string(l))
	}
	return names
}

// options are those of the Extractor.
func (f *extractFlags) options() ([]extract.Option, error) {
	options := []extract.Option{extract.WithMaxBytes(f.maxBytes), extract.WithPublishedFromText(), extract.WithDescribed(f.described)}
	if f.syntax {
		options = append(options, extract.WithSyntax())
	}
	var layers []whosaid.Layer
	for _, name := range f.only {
		if !slices.Contains(layerNames(), name) {
			return nil, fmt.Errorf("--only: no layer %q; there are %s", name, strings.Join(layerNames(), ", "))
		}
		layers = append(layers, whosaid.Layer(name))
	}
	if len(layers) > 0 {
		if f.syntax {
			layers = append(layers, whosaid.LayerSyntax)
		}
		options = append(options, extract.Only(layers...))
	}
	return options, nil
}

// forms are the forms of output, the database among them.
func forms() (names, about []string) {
	names, about = output.Formats()
	return append(names, "sqlite"), append(about, "a database, for who, quotes, claims, dates, search, audit, verify")
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
	var p *progress
	src, err := f.source(c.InOrStdin(), args, func(err error) { p.warn(err) })
	if err != nil {
		return usageError{err}
	}
	if err := f.check(); err != nil {
		return usageError{err}
	}
	options, err := f.options()
	if err != nil {
		return usageError{err}
	}
	x, err := extract.New(options...)
	if err != nil {
		return err
	}
	p = newProgress(c.ErrOrStderr(), src, f.quiet || toStdout(f.out.Path) && f.to == "pretty")
	f.out.Stdout, f.out.Warn = c.OutOrStdout(), p.warn
	w, release, err := f.open()
	if err != nil {
		return err
	}
	start := time.Now()
	sum, err := batch.Run(c.Context(), src.Items(c.Context()), batch.Options{
		Extractor: x, Writer: w, Workers: f.workers, Update: f.out.Update,
		Failed:  func(err error) { p.line("whosaid: " + err.Error()) },
		Written: func(input.Place) { p.step() },
		Warn:    p.warn,
	})
	if cerr := errors.Join(w.Close(c.Context()), release()); err == nil && cerr != nil {
		err = &batch.WriteError{Err: cerr}
	}
	if toStdout(f.out.Path) && errors.Is(err, syscall.EPIPE) { // nobody reads any more
		return err
	}
	p.end(sum, time.Since(start))
	if err == nil && sum.Failed > 0 {
		err = errSome
	}
	return err
}

// check refuses values that no run can have.
func (f *extractFlags) check() error {
	if f.workers < 1 {
		return errors.New("--workers must be at least 1")
	}
	if names, _ := forms(); !slices.Contains(names, f.to) {
		return fmt.Errorf("--to: no form %q; there are %s", f.to, strings.Join(names, ", "))
	}
	return f.checkReading()
}

// checkReading refuses those that no reading of articles can have.
func (f *extractFlags) checkReading() error {
	for _, name := range slices.Sorted(maps.Keys(f.fields)) {
		if !slices.Contains(input.FieldNames(), name) {
			return fmt.Errorf("--field: no %q; there are %s", name, strings.Join(input.FieldNames(), ", "))
		}
	}
	switch {
	case f.maxRecord < 1:
		return errors.New("--max-record must be at least 1")
	case f.maxBytes < 1:
		return errors.New("--max-bytes must be at least 1")
	case f.described < 0:
		return errors.New("--described must not be negative")
	}
	return nil
}

// reading says how to read.
func (f *extractFlags) reading() (input.Options, error) {
	o := input.Options{Format: f.from, Encoding: f.encoding, Fields: f.fields, MaxRecord: f.maxRecord}
	if f.date != "" {
		var err error
		if o.Published, err = input.ParseDate(f.date); err != nil {
			return o, fmt.Errorf("--date: %w", err)
		}
	}
	return o, nil
}

func (f *extractFlags) source(stdin io.Reader, args []string, warn func(error)) (*input.Source, error) {
	if len(args) == 0 {
		args = []string{"-"}
	}
	o, err := f.reading()
	if err != nil {
		return nil, err
	}
	o.Stdin, o.Warn = stdin, warn
	return input.Open(args, o)
}

// toStdout reports whether an output goes to standard output.
func toStdout(path string) bool { return path == "" || path == "-" }

// open opens the output, which nobody else then writes until it is released.
func (f *extractFlags) open() (w output.Writer, release func() error, err error) {
	release, err = f.lock()
	if err == nil {
		if f.to == "sqlite" {
			w, err = db.Create(f.out)
		} else {
			w, err = output.Open(f.to, f.out)
		}
		if err != nil {
			err = errors.Join(err, release())
		}
	}
	switch {
	case wrongOutput(err):
		err = usageError{err}
	case err != nil:
		err = &batch.WriteError{Err: err}
	}
	return w, release, err
}

// lock keeps others from the output. Of a device or a pipe nobody is kept.
func (f *extractFlags) lock() (release func() error, err error) {
	path := filepath.Clean(f.out.Path)
	st, err := os.Stat(path)
	if toStdout(f.out.Path) || err == nil && !st.Mode().IsRegular() && !st.IsDir() {
		return func() error { return nil }, nil
	}
	return lock.Take(path)
}

// wrongOutput reports whether an error of opening the output is the command
// line's.
func wrongOutput(err error) bool {
	for _, wrong := range []error{output.ErrNeedsPath, output.ErrNoFile, output.ErrNoForm, output.ErrNoUpdate} {
		if errors.Is(err, wrong) {
			return true
		}
	}
	var exists *output.ExistsError
	return errors.As(err, &exists)
}
