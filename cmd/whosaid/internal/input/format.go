package input

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/language"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/xmltext"
	"golang.org/x/text/encoding"
)

// byExtension are the formats that names end in.
var byExtension = map[string]string{
	".txt": "text", ".text": "text",
	".md": "markdown", ".markdown": "markdown",
	".html": "html", ".htm": "html", ".xhtml": "html",
	".ndjson": "ndjson", ".jsonl": "ndjson",
	".json": "json",
	".csv":  "csv", ".tsv": "tsv",
	".warc": "warc",
	".eml":  "eml", ".mbox": "mbox",
	".nitf": "xml", ".xml": "xml", ".rss": "xml", ".atom": "xml", ".rdf": "xml",
}

// packedExtensions are those of packed files.
var packedExtensions = []string{".gz", ".zst", ".bz2", ".xz"}

// byName returns the format that the name of a file stands for, "" if none.
func byName(name string) string {
	name = strings.ToLower(name)
	for _, packed := range packedExtensions {
		name = strings.TrimSuffix(name, packed)
	}
	return byExtension[filepath.Ext(name)]
}

// A decoder is a file on its way to its records: unpacked, and decoded if all
// of it has one encoding.
type decoder struct {
	*bufio.Reader
	format string
	close  func()
}

// decode opens r. A file that is no text is refused.
func (o *Options) decode(r io.Reader, name string) (*decoder, error) {
	br, free, err := unpack(r)
	if err != nil {
		return nil, err
	}
	d := &decoder{br, o.Format, free}
	if d.format == "" {
		d.format = byName(name)
	}
	if err := d.decode(o.encoding()); err != nil {
		free()
		return nil, err
	}
	return d, nil
}

func (d *decoder) decode(own encoding.Encoding) error {
	head := headOf(d.Reader, d.format)
	if err := refuse(head); err != nil {
		return err
	}
	if d.format == "" {
		d.format = ownEncodings(head)
	}
	switch d.format {
	case "warc", "eml", "mbox": // each of its parts has an encoding of its own
		return nil
	}
	d.Reader = streamed(d.Reader, d.format, own)
	head = headOf(d.Reader, d.format)
	if d.format == "" || d.format == "xml" && xmltext.Root(trimSpace(head)) == "html" {
		d.format = Sniff(head)
	}
	if binary(head) {
		return errBinary
	}
	return nil
}

func trimSpace(head []byte) []byte { return bytes.TrimLeft(head, " \t\r\n") }

// ownEncodings is the format of a file whose parts have encodings of their own, ""
// for another.
func ownEncodings(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return "warc"
	case bytes.HasPrefix(head, mboxLine):
		if _, rest, _ := bytes.Cut(head, []byte("\n")); isMail(rest) {
			return "mbox"
		}
	case isMail(head):
		return "eml"
	}
	return ""
}

// Sniff guesses the format from the first bytes of a file.
func Sniff(head []byte) string {
	head = trimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	low := bytes.ToLower(head)
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return "warc"
	case bytes.HasPrefix(low, []byte("<!doctype html")), bytes.HasPrefix(low, []byte("<html")):
		return "html"
	case xmltext.Root(head) == "html":
		return "html"
	case bytes.HasPrefix(low, []byte("<?xml")), xmlKinds()[xmltext.Root(head)].format != "":
		return "xml"
	case len(head) > 1 && head[0] == '{' && bytes.ContainsAny(head[1:2], "\"\r\n \t}"):
		return "ndjson"
	case len(head) > 1 && head[0] == '[' && bytes.ContainsAny(head[1:2], "{\r\n \t]"):
		return "json"
	}
	return "text"
}

// An Origin is what is known of a file besides its bytes.
type Origin struct {
	URL         string
	ContentType string // as a server said it
	// Title and Published, as a sitemap said them, count where the file does not
	// say them.
	Title     string
	Published time.Time
	Warning   error // what could not be read of them
}

// Parse reads one article from the bytes of a file: "text", "markdown" or
// "html".
func (o *Options) Parse(ctx context.Context, format string, b []byte, from Origin) (*Article, error) {
	if format == "eml" {
		return o.mail(ctx, b)
	}
	var a *Article
	b, err := plainText(b, saidByServer(from.ContentType), saidInside(b))
	if err != nil {
		return nil, err
	}
	switch format {
	case "html":
		a, err = page(ctx, b, from)
	case "markdown":
		a = markdown(b)
	default:
		a = &Article{Text: string(b)}
	}
	if err != nil {
		return nil, err
	}
	a.lendFrom(from)
	return o.finish(a)
}

// lendFrom fills in what the file does not say with what is known of it besides.
func (a *Article) lendFrom(from Origin) {
	a.URL = cmp.Or(a.URL, from.URL)
	if a.Published.IsZero() {
		a.Published = from.Published
	}
	if from.Warning != nil {
		a.Warnings = append(a.Warnings, from.Warning)
	}
	if a.Title == "" && from.Title != "" {
		a.Title = from.Title
		a.head(a.Title, a.Text)
	}
}

// finish fills in what the file does not say, and refuses an empty article.
func (o *Options) finish(a *Article) (*Article, error) {
	day := dayInURL(a.URL)
	a.Published = localDay(a.Published, day)
	if a.Published.IsZero() {
		a.Published = day
	}
	if a.Published.IsZero() {
		a.Published = o.Published
	}
	if strings.TrimSpace(a.Text) == "" {
		return nil, errors.New("the text is empty")
	}
	if l := language.Guess(a.Text); l != "" {
		const warning = "the text seems to be in %s: whosaid reads English, and what it finds here is not to be relied on"
		a.Warnings = append(a.Warnings, fmt.Errorf(warning, l))
	}
	return a, nil
}

// passedRecords bounds how much of a record that is too long is skipped in
// search of its end, in records as long as may be: a packed file of a few bytes
// may hold any number of them.
const passedRecords = 16

var (
	errTooLong = errors.New("the record is too long")
	errGivenUp = errors.New("the record is too long and its end was not found: the rest is not read")
)

// tooLong is errTooLong with the limit.
func tooLong(limit int) error {
	return fmt.Errorf("%w: more than %d bytes (--max-record)", errTooLong, limit)
}

func readAll(r io.Reader, limit int) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(b) > limit {
		err = tooLong(limit)
	}
	return b, err
}

// Single returns the format of a file that holds one article, by its name and
// first bytes: text, markdown or html.
func Single(name string, b []byte) string {
	format := byName(name)
	if format == "" {
		format = Sniff(toUTF8(b[:min(len(b), 1024)]))
	}
	if format != "html" && format != "markdown" {
		return "text"
	}
	return format
}
