// Package input reads articles from the files that newsrooms keep: text,
// Markdown, saved web pages, feeds, JSON Lines, JSON, CSV and WARC, plain or
// compressed, one by one or by the folder.
package input

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
)

// A Place says where a record stands: the file, and the line, element or WARC
// record in it, counted from 1. Line 0 means the whole file.
type Place struct {
	File string
	Line int
}

// String is "file:line", which is also the key of a record.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// An Article is one text with what its file says about it.
type Article struct {
	Place     Place
	ID        string // the file's own name for it, else that of the place
	Title     string
	Author    string
	Section   string // of the paper, such as "Politics"
	URL       string
	Published time.Time // zero if unknown
	Text      string
	// Warnings say what could not be read of it, such as a date.
	Warnings []error
	// Headline is where the title stands in Text; zero if it does not.
	Headline whosaid.Span
	// Entry is by what an output knows it again.
	Entry record.Entry
}

// An Item is a record that was found but not read yet. Load does the work of
// reading it, and may be called on any goroutine.
type Item struct {
	Place Place
	// Size is how many bytes the record keeps until it is read.
	Size int
	// Raw stands for the bytes of the record, zero if they are not known.
	Raw  record.Hash
	at   record.Hash // the file that it is the whole of
	load func(context.Context) (*Article, error)
	warn func(error)
}

// NewItem is an item of size bytes that load reads.
func NewItem(p Place, size int, load func(context.Context) (*Article, error)) Item {
	return Item{Place: p, Size: size, load: load}
}

// Load reads the article. Its error is a *RecordError, also where the libraries
// that take files apart panic, which are not proof against every file.
func (it Item) Load(ctx context.Context) (*Article, error) {
	var a *Article
	err := safe.Do(func() (err error) {
		a, err = it.load(ctx)
		return err
	})
	if err != nil {
		return nil, &RecordError{it.Place, err}
	}
	a.Place = it.Place
	a.Entry = a.entry(it)
	for _, w := range a.Warnings {
		if it.warn != nil {
			it.warn(&RecordError{it.Place, w})
		}
	}
	if a.ID == "" {
		a.ID = it.Place.String()
	}
	return a, nil
}

// entry says who the article is: by its id, within its outlet, since ids may be mere
// numbers; by its address; or else by what it says.
func (a *Article) entry(it Item) record.Entry {
	text := record.Sum(a.Title, a.Text, a.Published.UTC().Format(time.RFC3339))
	e := record.Entry{Raw: it.Raw, Text: text, At: it.at, Place: it.Place.String(), Named: true}
	host, path := Address(a.URL)
	switch {
	case a.ID != "":
		e.Key = record.Sum("id", host, a.ID)
	case path != "":
		e.Key = record.Sum("url", host, path)
	default:
		e.Key, e.Named = record.Sum("text", string(text[:])), false
	}
	return e
}

// Address is an address without what may differ where the page does not. The path
// is "" of what is none, and of the first page of a site, which many pages of
// careless ones give as their own.
func Address(s string) (host, path string) {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return "", ""
	}
	path = strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), path
}

// A RecordError is what is wrong with one record, and where it stands.
type RecordError struct {
	Place Place
	Err   error
}

func (e *RecordError) Error() string {
	var pe *fs.PathError
	if errors.As(e.Err, &pe) {
		return e.Place.String() + ": " + pe.Err.Error() // the path is said once
	}
	return e.Place.String() + ": " + e.Err.Error()
}

func (e *RecordError) Unwrap() error { return e.Err }
