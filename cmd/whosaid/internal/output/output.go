// Package output writes what was found in the forms that other tools read.
package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// A Record is one article with what was found in it.
type Record struct {
	*input.Article
	Document *whosaid.Document
}

// A Write puts one record into the output as e, whose number is known only now: a
// record that fails has none. It is called in the order of the records, never
// twice at once, and may set e.Name.
type Write func(e *record.Entry) error

// A Writer makes one output.
type Writer interface {
	// Encode does the work that one record needs, on any goroutine, and returns
	// what is left to do in order.
	Encode(r *Record) (Write, error)
	// Index knows the records that are in the output. It is nil for one that is
	// gone as it is written, such as a pipe.
	Index() *record.Index
	// Flush makes sure that what was written outlives the process, and a power cut.
	Flush() error
	// Close ends the output. It flushes first. If ctx is done, what the next run can
	// make up for is left to it.
	Close(ctx context.Context) error
}

// Options say where and how to write.
type Options struct {
	Path   string // "" or "-" is Stdout
	Stdout io.Writer
	Resume bool // continue the output that is there
	Force  bool // overwrite the output that is there
	// Update goes on as Resume does, and puts records that have changed in the place of
	// what they were.
	Update bool
	// Warn, if not nil, is called with what was found wrong with the output.
	Warn func(error)
}

// goesOn reports whether the output that is there is continued.
func (o *Options) goesOn() bool { return o.Resume || o.Update }

// warn tells what is wrong with the output.
func (o *Options) warn(format string, args ...any) {
	if o.Warn != nil {
		o.Warn(fmt.Errorf(format, args...))
	}
}

// An ExistsError reports an output that is there already.
type ExistsError struct{ Path string }

func (e *ExistsError) Error() string {
	return e.Path + " exists: --resume adds what is missing, --force overwrites it"
}

// ErrNeedsPath reports a form that cannot go to standard output.
var ErrNeedsPath = errors.New("this form needs a path: -o PATH")

// ErrNoFile reports a device, folder or pipe where there must be a file.
var ErrNoFile = errors.New("is not a regular file")

// ErrNoUpdate reports a form that only grows.
var ErrNoUpdate = errors.New("--update: this form only grows, and nothing can be taken out of it; " +
	"sqlite can, and so can json, ninjs, webanno, schemaorg and timeml with a folder (-o ends in /), and brat")

// ErrNoForm reports a name that no form has.
var ErrNoForm = errors.New("no form")

// A format opens its writer.
type format struct {
	name, about string
	open        func(Options) (Writer, error)
}

// formats lists them in the order in which help shows them.
func formats() []format {
	return []format{
		{"pretty", "a report for people to read", lines(pretty)},
		{"json", "Document JSON, indented; one file for each article if -o ends in /", documents(".json", indented)},
		{"ndjson", "one line of JSON for each article", lines(ndjson)},
		{"csv", "a folder of six tables", openCSV},
		{"parquet", "a folder of six tables, in parts, for DuckDB, Spark, pandas", openParquet},
		{"brat", "a folder of standoff files for brat", openBrat},
		{"conllu", "CoNLL-U Plus, with columns for names and quotes", headed(conlluHead, conllu)},
		{"webanno", "W3C Web Annotation, a page of annotations a line", documents(".jsonld", webAnnotation)},
		{"schemaorg", "schema.org NewsArticle with Quotation and Claim, a line each", documents(".jsonld", schemaOrg)},
		{"ninjs", "ninjs 1.5 of the IPTC with people, bodies, places and quotes, a line each", documents(".json", ninjs)},
		{"bulk", "for the bulk API of Elasticsearch and OpenSearch: quotes to search, two lines each", lines(bulk)},
		{"timeml", "TimeML with TIMEX3; a folder with a file for each article if -o ends in /", documents(".tml", timeML)},
	}
}

// Formats are the names of the forms, with a line about each.
func Formats() (names, about []string) {
	for _, f := range formats() {
		names, about = append(names, f.name), append(about, f.about)
	}
	return names, about
}

// Open opens the output of a form.
func Open(name string, o Options) (Writer, error) {
	all := formats()
	i := slices.IndexFunc(all, func(f format) bool { return f.name == name })
	if i < 0 {
		names, _ := Formats()
		return nil, fmt.Errorf("%w %q; there are %s", ErrNoForm, name, strings.Join(names, ", "))
	}
	return all[i].open(o)
}
