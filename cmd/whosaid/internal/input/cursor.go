package input

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
)

// errStop ends a file early because no more records are wanted.
var errStop = errors.New("stop")

// A cursor goes through the records of one file.
type cursor struct {
	*Options
	ctx   context.Context
	file  string
	from  Origin      // of the file, if it is one article
	named *sitemap    // what the file is, if it is one
	whole record.Hash // stands for the file by any of its names, zero for a pipe
	line  int         // of the record at hand
	r     io.Reader
	yield func(Item, error) bool
	// outside is true while yield runs.
	outside bool
}

// records yields the records of the file. What it returns ends the file.
func (c *cursor) records(format string) error {
	switch format {
	case "ndjson":
		return c.ndjson()
	case "json", "ninjs", "jsonfeed":
		return c.json()
	case "csv":
		return c.csv(',')
	case "tsv":
		return c.csv('\t')
	case "warc":
		return c.warc()
	}
	if slices.Contains(xmlFormats, format) {
		return c.xml(format)
	}
	if format == "mbox" {
		return c.mbox()
	}
	b, err := readAll(c.r, c.limit())
	if err != nil {
		return err
	}
	return c.item(b, func(ctx context.Context) (*Article, error) { return c.Parse(ctx, format, b, c.from) })
}

// item yields the record of the bytes b, and of what else is known of it, that load
// reads.
func (c *cursor) item(b []byte, load func(context.Context) (*Article, error), known ...[]byte) error {
	it := NewItem(Place{c.file, c.line}, len(b), load)
	it.warn = c.Warn
	it.Raw = record.Sum(append(known, b)...)
	if c.line == 0 {
		it.at = c.whole
	}
	return c.give(it, nil)
}

// bad yields an error in place of a record.
func (c *cursor) bad(err error) error {
	return c.give(Item{}, &RecordError{Place{c.file, c.line}, err})
}

// give yields an item or an error. What panics meanwhile is not the reader.
func (c *cursor) give(it Item, err error) error {
	c.outside = true
	more := c.yield(it, err)
	c.outside = false
	if err := c.ctx.Err(); err != nil || !more {
		return errStop
	}
	return nil
}
