//go:build !js

package input

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/nlnwa/gowarc/v3"
)

// warc yields the web pages among the responses of a web archive, as Common
// Crawl's CC-NEWS keeps them. Line counts the records of the archive.
func (c *cursor) warc() error {
	r, err := gowarc.NewWarcFileReaderFromStream(c.r, 0)
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		c.line++
		rec, err := r.Next()
		switch {
		case errors.Is(err, io.EOF) && c.line == 1:
			return errors.New("no web archive")
		case errors.Is(err, io.EOF):
			return nil
		}
		if err != nil {
			return fmt.Errorf("the rest of the archive cannot be read: %w", err)
		}
		err = c.warcRecord(rec)
		rec.Close()
		if err != nil {
			return err
		}
	}
}

func (c *cursor) warcRecord(rec gowarc.Record) error {
	w := rec.WarcRecord
	if w.Type() == 0 {
		return c.bad(errors.New("no record of a web archive"))
	}
	block, ok := w.Block().(gowarc.HttpResponseBlock)
	if w.Type() != gowarc.Response || !ok || block.HttpStatusCode() != 200 || !isHTML(block) {
		return nil
	}
	body, err := block.PayloadBytes()
	if err != nil {
		return c.bad(err)
	}
	plain, _, err := decode(body, "", "html") // some crawlers keep what was sent packed
	if err != nil {
		return c.bad(err)
	}
	b, err := readAll(plain)
	plain.Close()
	if err != nil {
		return c.bad(err)
	}
	url := w.WarcHeader().Get(gowarc.WarcTargetURI)
	id := strings.Trim(w.RecordId(), "<>")
	fetched, _ := w.Date()
	return c.item(func() (*Article, error) {
		a, err := c.Parse("html", b, url)
		if err != nil {
			return nil, err
		}
		a.ID = id
		if a.Published.IsZero() {
			a.Published = fetched // no earlier day is known
		}
		return a, nil
	})
}

func isHTML(b gowarc.HttpResponseBlock) bool {
	kind := b.HttpHeader().Get("Content-Type")
	return kind == "" || strings.Contains(kind, "html")
}
