package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/extract"
)

func init() { // Beam finds the functions and types of a pipeline by these on its workers
	register.Function3x1(eachLine)
	register.DoFn4x0[context.Context, record, func(string), func(string)](&extractFn{})
	register.Emitter1[record]()
	register.Emitter1[string]()
	beam.RegisterType(reflect.TypeFor[record]())
}

// A record is one line of a file.
type record struct {
	File string
	Line int
	JSON []byte
}

// eachLine emits the lines of a file that are not blank.
func eachLine(ctx context.Context, f fileio.ReadableFile, emit func(record)) error {
	r, err := f.Open(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	br := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			emit(record{f.Metadata.Path, n, line})
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", f.Metadata.Path, n, err)
		}
	}
}

// An article is a line in. The tool knows more names for the fields.
type article struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Author    string `json:"author"`
	Section   string `json:"section"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

// A line is a line out, as docs/formats.md describes it.
type line struct {
	ID        string            `json:"id"`
	File      string            `json:"file"`
	Line      int               `json:"line,omitempty"`
	Title     string            `json:"title,omitempty"`
	Author    string            `json:"author,omitempty"`
	Section   string            `json:"section,omitempty"`
	URL       string            `json:"url,omitempty"`
	Published time.Time         `json:"published,omitzero"`
	Document  *whosaid.Document `json:"document"`
}

// A letter is a line for what could not be read.
type letter struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Error  string `json:"error"`
	Record string `json:"record"`
}

// counters is the namespace of ours.
const counters = "whosaid"

var (
	articles = beam.NewCounter(counters, "articles")
	quotes   = beam.NewCounter(counters, "quotes")
	failures = beam.NewCounter(counters, "dead letters")
	size     = beam.NewCounter(counters, "bytes of text")
)

// An extractFn emits a line for each record, or a letter.
type extractFn struct {
	x *extract.Extractor // unexported, so that Beam does not try to send it
}

// Setup runs once on each worker.
func (f *extractFn) Setup() (err error) {
	f.x, err = extract.New(extract.WithPublishedFromText())
	return err
}

// ProcessElement reads one record. What is wrong with it is no error of the
// pipeline, which would try again and again.
func (f *extractFn) ProcessElement(ctx context.Context, r record, emit, dead func(string)) {
	b, err := f.read(ctx, r)
	if err == nil {
		emit(string(b))
		return
	}
	failures.Inc(ctx, 1)
	b, _ = json.Marshal(letter{r.File, r.Line, err.Error(), string(r.JSON)}) // strings and a number can be written
	dead(string(b))
}

func (f *extractFn) read(ctx context.Context, r record) ([]byte, error) {
	var a article
	if err := json.Unmarshal(r.JSON, &a); err != nil {
		return nil, fmt.Errorf("not an article: %w", err)
	}
	if a.Text == "" {
		return nil, errors.New("there is no text")
	}
	day, err := published(a.Published)
	if err != nil {
		return nil, err
	}
	d, err := f.x.Extract(ctx, a.Text, extract.Published(day))
	if err != nil {
		return nil, err
	}
	if a.ID == "" {
		a.ID = fmt.Sprintf("%s:%d", r.File, r.Line)
	}
	articles.Inc(ctx, 1)
	quotes.Inc(ctx, int64(len(d.Quotes)))
	size.Inc(ctx, int64(len(d.Text)))
	return json.Marshal(line{a.ID, r.File, r.Line, a.Title, a.Author, a.Section, a.URL, d.Published, d})
}

// published is a day or a moment; the tool reads more forms.
func published(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return day, nil
	}
	moment, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("published %q is neither a day such as 2015-09-24 nor a moment of RFC 3339", s)
	}
	return moment, nil
}
