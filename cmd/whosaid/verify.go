package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/sources"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/verify"
	"github.com/whosaid/whosaid/extract"
)

// verifyFlags are the flags of verify.
type verifyFlags struct {
	sources       []string
	corrections   string
	asJSON, asCSV bool
	wrong, strict bool
}

func verifyCommand() *cobra.Command {
	f := &verifyFlags{}
	c := &cobra.Command{
		Use:   "verify ANSWER --source FILE|DATABASE...",
		Short: "Check what a text quotes against the articles that it goes by",
		Long: `Checks each quotation and each attribution of a text (a draft, a translation back, the answer of a language model; - is
standard input) against articles: files and folders as extract reads them, or databases that it made (--to sqlite).

  verbatim       the sources have the same words, of the same speaker
  faithful       an indirect quote that the sources have in other words, of the same speaker
  not checked    nothing decides it: it may be right; the reason is given
  unquoted       the sources have the words, but outside quotation marks: they are nobody's own
  altered        the sources have other words, shown as [-theirs-] {+ours+}, or the words stand in several places
  denied         the sources have it as denied or not said, or have the opposite
  other speaker  the sources have it of somebody else, or do not know the speaker
  not found      no source has the words

Quotation marks, spaces, case, the punctuation at the ends, Markdown, ellipses ("…", "[...]") and words in brackets ("[the mayor]")
make no difference; an ellipsis that leaves out a "not" does. Speakers are the same under short forms of their names ("Lee", "Ann
Lee"). An indirect quote is judged only where a passage has most of its words that carry meaning. Places are lines, columns in
characters and offsets in bytes. What an editor has corrected holds: the corrections of the databases, and of --corrections.

Exit status: 0 nothing is wrong (verbatim, faithful, or not checked); 1 something is, or, with --strict, was not checked;
2 usage error, or the answer or a source cannot be read.`,
		Example: `  whosaid verify answer.txt --source article.html
  whosaid verify draft.md --source news.db --source interview.txt --wrong
  ask-a-model | whosaid verify - --source saved/ --json`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	fl := c.Flags()
	fl.StringArrayVarP(&f.sources, "source", "s", nil, "`file`, folder, pattern or database to check against; may be given again")
	fl.StringVar(&f.corrections, "corrections", "", "`file` of corrections, as correct takes them, for the sources and the text")
	fl.BoolVar(&f.asJSON, "json", false, "print lines of JSON")
	fl.BoolVar(&f.asCSV, "csv", false, "print CSV")
	fl.BoolVar(&f.wrong, "wrong", false, "print only what is wrong (with --strict, also what was not checked)")
	fl.BoolVar(&f.strict, "strict", false, "what was not checked counts as wrong")
	c.MarkFlagsMutuallyExclusive("json", "csv")
	return c
}

func (f *verifyFlags) run(c *cobra.Command, name string) error {
	if len(f.sources) == 0 {
		return usageError{fmt.Errorf("--source is missing: what to check against; see %s --help", c.CommandPath())}
	}
	piped := 0
	for _, s := range append([]string{name, f.corrections}, f.sources...) {
		if s == "-" {
			piped++
		}
	}
	if piped > 1 {
		return usageError{errors.New("standard input can be the text, a source or the corrections, not two of these")}
	}
	x, err := extract.New(extract.WithPublishedFromText())
	if err != nil {
		return err
	}
	answer, err := f.answer(c, x, name)
	if err != nil {
		return usageError{err}
	}
	fixes, err := f.fixes(c)
	if err != nil {
		return usageError{err}
	}
	against, fixes, err := f.read(c, x, answer, fixes)
	if err != nil {
		return err
	}
	list, err := verify.Check(c.Context(), answer, against, fixes...)
	if err != nil {
		return usageError{err}
	}
	return f.report(c, name, list)
}

// answer reads the text to check. Its offsets are those of the file, but for web
// pages, of which the article is read.
func (f *verifyFlags) answer(c *cobra.Command, x *extract.Extractor, name string) (*whosaid.Document, error) {
	b, err := readFile(c.InOrStdin(), name)
	if err != nil {
		return nil, err
	}
	format := input.Single(name, b)
	if format == "markdown" {
		format = "text"
	}
	var opts input.Options
	a, err := opts.Parse(c.Context(), format, b, input.Origin{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d, err := x.Extract(c.Context(), verify.Plain(a.Text), extract.Published(a.Published))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// fixes are the corrections of the file of corrections.
func (f *verifyFlags) fixes(c *cobra.Command) ([]corrections.Correction, error) {
	if f.corrections == "" {
		return nil, nil
	}
	b, err := readFile(c.InOrStdin(), f.corrections)
	if err != nil {
		return nil, err
	}
	fixes, err := corrections.Parse(corrections.Lines(b))
	if err != nil {
		err = fmt.Errorf("%s: %w", f.corrections, err)
	}
	return fixes, err
}

// read reads the sources: files whole, of databases what may have what the answer
// says. It adds the corrections of the databases.
func (f *verifyFlags) read(c *cobra.Command, x *extract.Extractor, answer *whosaid.Document, fixes []corrections.Correction) (
	[]*verify.Source, []corrections.Correction, error,
) {
	var files []string
	var out []*verify.Source
	for _, name := range f.sources {
		if !isDatabase(name) {
			files = append(files, name)
			continue
		}
		found, theirs, err := sources.FromDatabase(c.Context(), x, name, answer)
		if err != nil {
			return nil, nil, usageError{err}
		}
		out, fixes = append(out, found...), append(fixes, theirs...)
	}
	if len(files) == 0 {
		return out, fixes, nil
	}
	err := readArticles(c, x, files, func(a *input.Article, d *whosaid.Document) error {
		out = append(out, &verify.Source{Name: a.Place.String(), ID: a.ID, Title: a.Title, URL: a.URL, Document: d})
		return nil
	})
	return out, fixes, err
}

func (f *verifyFlags) report(c *cobra.Command, name string, list []verify.Finding) error {
	shown, bad := list[:0:0], false
	for _, x := range list {
		wrong := x.Verdict.Wrong() || f.strict && x.Verdict == verify.NotChecked
		bad = bad || wrong
		if wrong || !f.wrong {
			shown = append(shown, x)
		}
	}
	w := c.OutOrStdout()
	var err error
	switch {
	case f.asJSON:
		err = jsonLines(w, shown)
	case f.asCSV:
		err = findingsCSV(w, shown)
	default:
		for i := range shown {
			printFinding(w, name, &shown[i])
		}
		_, err = fmt.Fprintln(w, verify.Summary(list))
	}
	if err == nil && bad {
		err = errSome
	}
	return err
}

func printFinding(w io.Writer, name string, f *verify.Finding) {
	words := output.Clean(f.Words)
	if f.Kind == verify.Quotation {
		words = "“" + words + "”"
	}
	if f.Speaker != "" {
		words += " (" + output.Clean(f.Speaker) + ")"
	}
	fmt.Fprintf(w, "%s:%d:%d: %s: %s\n", output.Clean(name), f.Line, f.Column, f.Verdict.Text(), words)
	if f.Reason != "" {
		fmt.Fprintf(w, "    %s\n", output.Clean(f.Reason))
	}
	if diff := marked(f.Diff); diff != "" && f.Verdict == verify.Altered {
		fmt.Fprintf(w, "    %s\n", output.Clean(diff))
	}
	for i, p := range f.Places {
		if i > 0 && p.Source == f.Places[i-1].Source && p.Sentence == f.Places[i-1].Sentence {
			continue
		}
		head := []string{p.Source}
		for _, s := range []string{p.Title, p.Published, p.Speaker} {
			if s != "" {
				head = append(head, s)
			}
		}
		fmt.Fprintf(w, "    %s\n      %s\n", output.Clean(strings.Join(head, " · ")), output.Clean(p.Sentence))
	}
}

// marked writes a difference as one line: [-gone-] {+new+}.
func marked(list []verify.Edit) string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = markWords(e.Op, e.Words)
	}
	return strings.Join(out, " ")
}

// findingsCSV writes a row for each finding and place.
func findingsCSV(w io.Writer, list []verify.Finding) error {
	rows := [][]string{{"verdict", "kind", "line", "column", "start", "end", "words", "speaker", "reason", "diff",
		"source", "title", "url", "published", "sentence", "source_start", "source_end", "source_words", "source_speaker", "source_cue"}}
	for _, f := range list {
		head := []string{string(f.Verdict), string(f.Kind), strconv.Itoa(f.Line), strconv.Itoa(f.Column), strconv.Itoa(f.Start),
			strconv.Itoa(f.End), f.Words, f.Speaker, f.Reason, marked(f.Diff)}
		if len(f.Places) == 0 {
			rows = append(rows, append(head, make([]string, len(rows[0])-len(head))...))
		}
		for _, p := range f.Places {
			rows = append(rows, append(head[:len(head):len(head)], p.Source, p.Title, p.URL, p.Published, p.Sentence,
				strconv.Itoa(p.Start), strconv.Itoa(p.End), p.Words, p.Speaker, p.Cue))
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = output.Cell(row[i])
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}
