package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/align"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/diff"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
)

func diffCommand() *cobra.Command {
	var asJSON bool
	var layers []string
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "What changed between two versions of an article",
		Long: `Compares two articles, in any form that extract reads, or Documents (extract --to json): two versions of an article, or two
readings by versions of the library. It goes by the words, not their offsets: [-gone-] {+new+} in sentences and quotes, with their
speakers; claims stand side by side. The exit status is 1 if anything changed, 2 if a file cannot be read.`,
		Example: `  whosaid diff monday.html tuesday.html
  whosaid diff --layers quotes,claims draft.txt printed.html
  whosaid extract --to json -o a.json monday.html && whosaid diff a.json tuesday.html --json`,
		Args: usage(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			chosen, err := diffLayers(layers)
			if err != nil {
				return usageError{err}
			}
			x, err := extract.New(extract.WithPublishedFromText())
			if err != nil {
				return err
			}
			var docs [2]*whosaid.Document
			for i, name := range args {
				if docs[i], err = readDocument(c, x, name); err != nil {
					return usageError{err}
				}
			}
			changes := diff.Documents(docs[0], docs[1], chosen...)
			if asJSON {
				err = jsonLines(c.OutOrStdout(), changes)
			} else {
				err = printChanges(c.OutOrStdout(), changes)
			}
			if err == nil && len(changes) > 0 {
				err = errSome
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print lines of JSON")
	c.Flags().StringSliceVar(&layers, "layers", nil, "compare only these `layers`: "+valueList(diff.Parts()))
	completes(c, "layers", strings.Split(valueList(diff.Parts()), ", "))
	return c
}

func diffLayers(names []string) ([]diff.Part, error) {
	if len(names) == 0 {
		return diff.Parts(), nil
	}
	var out []diff.Part
	for _, l := range diff.Parts() {
		if slices.Contains(names, string(l)) {
			out = append(out, l)
		}
	}
	for _, n := range names {
		if !slices.Contains(diff.Parts(), diff.Part(n)) {
			return nil, fmt.Errorf("--layers: no layer %q; there are %s", n, valueList(diff.Parts()))
		}
	}
	return out, nil
}

// readDocument reads Document JSON, a line of extract --to ndjson, or an article.
func readDocument(c *cobra.Command, x safe.Extractor, name string) (*whosaid.Document, error) {
	b, err := readFile(c.InOrStdin(), name)
	if err != nil {
		return nil, err
	}
	if d, err := documentOf(name, b); d != nil || err != nil {
		return d, err
	}
	var found *whosaid.Document
	n := 0
	keep := func(_ *input.Article, d *whosaid.Document) error {
		n++
		found = d
		return nil
	}
	if name == "-" {
		c.SetIn(strings.NewReader(string(b)))
	}
	if err := readArticles(c, x, []string{name}, keep); err != nil {
		return nil, err
	}
	if n != 1 {
		return nil, fmt.Errorf("%s: holds %d articles; diff compares one with one", name, n)
	}
	return found, nil
}

// documentOf is the Document that b holds as JSON, nil if it holds none.
func documentOf(name string, b []byte) (*whosaid.Document, error) {
	var said struct {
		Schema   string          `json:"schema"`
		Document json.RawMessage `json:"document"`
	}
	if json.Unmarshal(b, &said) != nil || said.Schema == "" && said.Document == nil {
		return nil, nil
	}
	var d whosaid.Document
	var err error
	if said.Document != nil {
		b = said.Document
	}
	if err = json.Unmarshal(b, &d); err == nil {
		err = d.Validate()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &d, nil
}

func printChanges(w io.Writer, changes []diff.Change) error {
	layer := diff.Part("")
	for i := range changes {
		x := &changes[i]
		if x.Part != layer {
			layer = x.Part
			if _, err := fmt.Fprintln(w, layer); err != nil {
				return err
			}
		}
		switch {
		case x.Part == diff.Claims:
			sideBySide(w, read(x.Old, x.OldRead), read(x.New, x.NewRead))
		case x.Old != "" && x.New != "":
			how := x.OldRead
			if x.NewRead != x.OldRead {
				how += " → " + x.NewRead
			}
			fmt.Fprintf(w, "  ~ %s\n", output.Clean(read(changedWords(x.Words), how)))
		case x.Old != "":
			fmt.Fprintf(w, "  - %s\n", output.Clean(read(x.Old, x.OldRead)))
		default:
			fmt.Fprintf(w, "  + %s\n", output.Clean(read(x.New, x.NewRead)))
		}
	}
	return nil
}

// read is something found with how it is read.
func read(words, how string) string {
	if how == "" {
		return words
	}
	return words + " [" + how + "]"
}

// changedWords writes a change as one line: [-gone-] {+new+}.
func changedWords(list []diff.Edit) string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = markWords(e.Op, e.Words)
	}
	return strings.Join(out, " ")
}

// markWords marks a stretch of words that is gone or new.
func markWords(op align.Op, words string) string {
	switch op {
	case align.Gone:
		return "[-" + words + "-]"
	case align.New:
		return "{+" + words + "+}"
	}
	return words
}

// half is the width of a column, in characters.
const half = 58

// sideBySide prints two texts in columns.
func sideBySide(w io.Writer, old, new string) {
	a, b := wrap(output.Clean(old)), wrap(output.Clean(new))
	for i := range max(len(a), len(b)) {
		var left, right string
		if i < len(a) {
			left = a[i]
		}
		if i < len(b) {
			right = b[i]
		}
		sign := " "
		if i == 0 {
			sign = map[bool]string{true: "~", false: "+"}[old != ""]
			if new == "" {
				sign = "-"
			}
		}
		line := fmt.Sprintf("  %s %s%s | %s", sign, left, strings.Repeat(" ", max(0, half-utf8.RuneCountInString(left))), right)
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// wrap breaks a text into lines of a column. A longer word has a line of its own.
func wrap(s string) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(s) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= half:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
