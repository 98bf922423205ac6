package input

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// maxHead bounds the head of a record or of an HTTP answer, in bytes.
const maxHead = 1 << 20

// errNoRecord reports bytes between two records that belong to none.
var errNoRecord = errors.New("not a record of a web archive")

// errHead reports a malformed head.
var errHead = errors.New("the head of the record cannot be read")

// warc yields the web pages among the responses of a web archive, as Common
// Crawl's CC-NEWS keeps them. Line counts the records of the archive. A record
// that is no record is an error, and the search goes on for the next.
func (c *cursor) warc() error {
	br := newCrawl(c.r, c.limit())
	for {
		c.line++
		passed, err := nextRecord(br.Reader)
		var broken *memberError
		switch {
		case errors.As(err, &broken): // what was read before it ended in the midst
			if c.line > 1 {
				c.line--
			}
			if err := c.broken(broken); err != nil {
				return err
			}
			continue
		case err == io.EOF && c.line == 1:
			return errors.New("not a web archive")
		case err == io.EOF && passed == 0:
			return nil
		case err == io.EOF:
			return fmt.Errorf("%w: %d bytes at the end", errNoRecord, passed)
		case err != nil:
			return fmt.Errorf("the rest of the archive cannot be read: %w", err)
		case passed > 0:
			if err := c.bad(fmt.Errorf("%w: %d bytes skipped", errNoRecord, passed)); err != nil {
				return err
			}
			c.line++
		}
		err = c.warcRecord(br)
		if errors.As(err, &broken) {
			err = c.broken(broken)
		}
		if err != nil {
			return err
		}
	}
}

// broken yields what is wrong with a member, and goes on behind it.
func (c *cursor) broken(err *memberError) error {
	err.passed = true
	return c.bad(fmt.Errorf("packed bytes are damaged or cut off: %w", err))
}

// nextRecord goes on to the line that begins the next record, and returns how
// many bytes before it are neither a record nor the blank lines between two.
func nextRecord(br *bufio.Reader) (passed int, err error) {
	atLine := true
	for {
		head, err := br.Peek(5)
		var broken *memberError
		switch {
		case errors.As(err, &broken):
			return passed, err
		case atLine && string(head) == "WARC/":
			return passed, nil
		}
		part, err := br.ReadSlice('\n')
		if err != nil && err != bufio.ErrBufferFull {
			if err == io.EOF {
				passed += len(bytes.TrimSpace(part))
			}
			return passed, err
		}
		if atLine = err == nil; passed > 0 || len(bytes.TrimSpace(part)) > 0 {
			passed += len(part)
		}
	}
}

// warcRecord reads one record. What is wrong with it alone is yielded, or is a
// *memberError.
func (c *cursor) warcRecord(br *crawl) error {
	head, err := readHead(br.Reader)
	if errors.Is(err, errHead) {
		return c.bad(err)
	}
	if err != nil {
		return err
	}
	length, err := strconv.ParseInt(head.get("content-length"), 10, 64)
	if err != nil || length < 0 {
		return c.bad(fmt.Errorf("%w: its Content-Length is %q", errHead, head.get("content-length")))
	}
	block := &block{LimitedReader: io.LimitedReader{R: br, N: length}, limit: c.limit()}
	load, page, bad := c.response(head, block)
	var broken *memberError
	if errors.As(bad, &broken) { // what follows is the next member
		return bad
	}
	if _, err := io.Copy(io.Discard, block); err != nil {
		return fmt.Errorf("the rest of the record cannot be read: %w", err)
	}
	if err := block.ends(br.Reader, length); err != nil {
		br.again(block.kept)
		return c.bad(err)
	}
	switch {
	case bad != nil:
		err = c.bad(bad)
	case load != nil:
		err = c.item(page, load, []byte(head.get("warc-record-id")))
	}
	return err
}

// response reads the page out of the answer of a web server. load is nil for
// other records.
func (c *cursor) response(head heads, r io.Reader) (load func(context.Context) (*Article, error), page []byte, err error) {
	if head.get("warc-type") != "response" {
		return nil, nil, nil
	}
	block := bufio.NewReader(r)
	http, err := readHead(block)
	if err != nil {
		return nil, nil, err
	}
	status := strings.Fields(http.first)
	kind := http.get("content-type")
	if len(status) < 2 || !strings.HasPrefix(status[0], "HTTP/") || status[1] != "200" || kind != "" && !strings.Contains(kind, "html") {
		return nil, nil, nil
	}
	unpacked, free, err := unpack(block) // some crawlers keep what was sent packed
	if err != nil {
		return nil, nil, err
	}
	b, err := readAll(unpacked, c.limit())
	free()
	if err != nil {
		return nil, nil, err
	}
	url := strings.Trim(head.get("warc-target-uri"), "<>")
	id := strings.Trim(head.get("warc-record-id"), "<>")
	fetched, _ := time.Parse(time.RFC3339, head.get("warc-date")) // zero if it is none
	return func(ctx context.Context) (*Article, error) {
		if own := c.encoding(); own != nil {
			b = decoded(own, b)
		}
		a, err := c.Parse(ctx, "html", b, Origin{URL: url, ContentType: kind})
		if err != nil {
			return nil, err
		}
		a.ID = id
		if a.Published.IsZero() {
			a.Published = fetched // no earlier day is known
		}
		return a, nil
	}, b, nil
}

// heads are the first line and the fields of a record or an HTTP answer.
type heads struct {
	first  string
	fields map[string]string // by their names in lower case, the first of each name
}

func (h heads) get(name string) string { return h.fields[name] }

// readHead reads lines up to a blank one.
func readHead(br *bufio.Reader) (heads, error) {
	h := heads{fields: map[string]string{}}
	size := 0
	for name := ""; ; {
		line, err := br.ReadSlice('\n')
		size += len(line)
		switch {
		case err == io.EOF:
			return h, fmt.Errorf("%w: it does not end", errHead)
		case err == bufio.ErrBufferFull || size > maxHead:
			return h, fmt.Errorf("%w: it is too long", errHead)
		case err != nil:
			return h, err
		}
		text := strings.TrimRight(string(line), "\r\n")
		switch field, value, ok := strings.Cut(text, ":"); {
		case text == "":
			return h, nil
		case h.first == "":
			h.first = text
		case text[0] == ' ' || text[0] == '\t': // the line before goes on
			h.fields[name] += " " + strings.TrimSpace(text)
		case ok:
			name = strings.ToLower(strings.TrimSpace(field))
			if _, there := h.fields[name]; !there {
				h.fields[name] = strings.TrimSpace(value)
			}
		}
	}
}
