package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// ndjson yields an article for each line of JSON; blank lines are passed over.
func (c *cursor) ndjson() error {
	br := bufio.NewReaderSize(c.r, 256<<10)
	for {
		line, err := c.readLine(br)
		if err == io.EOF {
			return nil
		}
		switch {
		case errors.Is(err, errTooLong):
			err = c.bad(err)
		case err == nil && len(bytes.TrimSpace(line)) > 0:
			err = c.item(func() (*Article, error) { return c.object(line) })
		}
		if err != nil {
			return err
		}
	}
}

// readLine returns the next line, which is the caller's to keep. A line over
// the limit is passed over with errTooLong.
func (c *cursor) readLine(br *bufio.Reader) ([]byte, error) {
	c.line++
	var line []byte
	long := false
	for {
		part, err := br.ReadSlice('\n')
		long = long || len(line)+len(part) > maxRecord
		if !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) == 0 && !long:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			return nil, errTooLong
		}
		return line, nil
	}
}

// json yields the elements of an array of objects, or one object.
func (c *cursor) json() error {
	br := bufio.NewReader(c.r)
	if head, _ := br.Peek(64); !bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"), []byte("[")) {
		b, err := readAll(br)
		if err != nil {
			return err
		}
		return c.item(func() (*Article, error) { return c.object(b) })
	}
	if head, _ := br.Peek(3); string(head) == "\ufeff" {
		br.Discard(3)
	}
	dec := json.NewDecoder(br)
	if _, err := dec.Token(); err != nil {
		return err
	}
	for dec.More() {
		c.line++
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return fmt.Errorf("the rest cannot be read: %w", err)
		}
		if err := c.item(func() (*Article, error) { return c.object(raw) }); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("the list does not end: %w", err)
	}
	return nil
}

// fieldNames are the names that fields go by unless Options.Fields says
// otherwise, the first that is there counts.
var fieldNames = map[string][]string{
	"text":      {"text", "body", "content", "maintext"},
	"id":        {"id", "uuid", "guid"},
	"title":     {"title", "headline"},
	"author":    {"author", "authors", "byline"},
	"url":       {"url", "link"},
	"published": {"published", "date", "dct", "published_at", "date_publish", "pubDate"},
}

// object reads an article from an object.
func (o *Options) object(b []byte) (*Article, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("no JSON object: %w", err)
	}
	return o.fromFields(func(name string) (string, bool) {
		v, ok := lookup(m, name)
		if !ok || v == nil {
			return "", false
		}
		return plain(v), true
	})
}

// lookup finds a field by its name, or by its path where dots are in it.
func lookup(m map[string]any, name string) (any, bool) {
	if v, ok := m[name]; ok {
		return v, true
	}
	first, rest, dotted := strings.Cut(name, ".")
	if !dotted {
		return nil, false
	}
	inner, ok := m[first].(map[string]any)
	if !ok {
		return nil, false
	}
	return lookup(inner, rest)
}

// plain writes a value of JSON as a string; lists are joined by commas.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = plain(v[i])
		}
		return strings.Join(parts, ", ")
	case float64:
		return strings.TrimSuffix(fmt.Sprintf("%.0f", v), ".")
	}
	return fmt.Sprint(v)
}

// fromFields makes an article of named fields. get returns false for a field
// that is not there.
func (o *Options) fromFields(get func(string) (string, bool)) (*Article, error) {
	field := func(name string) (string, bool) {
		if own := o.Fields[name]; own != "" {
			return get(own)
		}
		for _, n := range fieldNames[name] {
			if v, ok := get(n); ok {
				return v, true
			}
		}
		return "", false
	}
	a := &Article{}
	var ok bool
	if a.Text, ok = field("text"); !ok {
		return nil, errors.New("no field holds the text; --field text=NAME tells which")
	}
	a.ID, _ = field("id")
	a.Title, _ = field("title")
	a.Author, _ = field("author")
	a.URL, _ = field("url")
	if s, _ := field("published"); s != "" {
		t, err := ParseDate(s)
		if err != nil {
			return nil, err
		}
		a.Published = t
	}
	return o.finish(a)
}

// layouts are the forms of dates that ParseDate knows.
var layouts = []string{
	time.RFC3339, time.DateOnly, time.DateTime, "2006-01-02T15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04", "2006/01/02", "20060102", "20060102150405",
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700",
}

// ParseDate reads a date as files and command lines write it.
func ParseDate(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no date such as 2015-09-24", s)
}
