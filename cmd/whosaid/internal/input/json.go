package input

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ndjson yields an article for each line of JSON; blank lines are skipped.
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
			err = c.item(line, func(ctx context.Context) (*Article, error) { return c.object(ctx, line) })
		}
		if err != nil {
			return err
		}
	}
}

// readLine returns the next line that is not blank, which is the caller's to
// keep. A line over the limit is skipped with errTooLong.
func (c *cursor) readLine(br *bufio.Reader) ([]byte, error) {
	c.line++
	var line []byte
	size := 0
	for {
		part, err := br.ReadSlice('\n')
		if size == 0 && err == nil && len(bytes.TrimSpace(part)) == 0 {
			c.line++
			continue
		}
		if size += len(part); size <= c.limit() {
			line = append(line, part...)
		} else {
			line = nil
		}
		switch {
		case size/passedRecords > c.limit():
			return nil, errGivenUp
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && size == 0:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		case size > c.limit():
			return nil, tooLong(c.limit())
		}
		return line, nil
	}
}

// json yields the elements of an array of objects, or one object.
func (c *cursor) json() error {
	br := bufio.NewReaderSize(c.r, 64<<10)
	if head, _ := br.Peek(3); string(head) == "\ufeff" {
		br.Discard(3)
	}
	if first, err := firstByte(br); err != nil || first != '[' {
		b, err := readAll(br, c.limit())
		if err != nil {
			return err
		}
		if items, authors := feedItems(b); items != nil {
			return c.objects(items, authors)
		}
		return c.item(b, func(ctx context.Context) (*Article, error) { return c.object(ctx, b) })
	}
	br.Discard(1)
	for {
		c.line++
		raw, end, err := element(br, c.limit())
		switch blank := len(bytes.TrimSpace(raw)) == 0; {
		case errors.Is(err, errTooLong):
			err = c.bad(err)
		case err != nil:
		case end == ']' && blank: // an empty list, or a comma too many
			return afterList(br)
		case end == '}':
			return errors.New("the rest cannot be read: unmatched closing brace")
		default:
			err = c.item(raw, func(ctx context.Context) (*Article, error) { return c.object(ctx, raw) })
		}
		if err != nil {
			return err
		}
		if end == ']' {
			return afterList(br)
		}
	}
}

// firstByte skips white space and returns the byte behind it, which is
// still to be read.
func firstByte(br *bufio.Reader) (byte, error) {
	for {
		b, err := br.ReadByte()
		if err != nil {
			return 0, err
		}
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return b, br.UnreadByte()
		}
	}
}

// afterList makes sure that nothing follows a list.
func afterList(br *bufio.Reader) error {
	switch _, err := firstByte(br); err {
	case io.EOF:
		return nil
	case nil:
		return errors.New("data after the list is not read")
	default:
		return err
	}
}

// element returns the next element of a list, which is the caller's to keep,
// and the comma or bracket that ends it. It looks at strings and brackets alone;
// whether the element is valid JSON turns out when it is read. One over the limit
// is skipped with errTooLong.
func element(br *bufio.Reader, limit int) (raw []byte, end byte, err error) {
	depth, inString := 0, false
	for size := 0; ; size++ {
		b, err := br.ReadByte()
		switch {
		case err == io.EOF:
			return nil, 0, errors.New("the list does not end")
		case err != nil:
			return nil, 0, fmt.Errorf("the rest cannot be read: %w", err)
		case size/passedRecords > limit:
			return nil, 0, errGivenUp
		}
		switch {
		case b == '"':
			inString = !inString
		case inString && b == '\\':
			if size < limit {
				raw = append(raw, b)
			}
			if b, err = br.ReadByte(); err != nil {
				continue // the same error comes again
			}
			size++
		case inString:
		case b == '[' || b == '{':
			depth++
		case depth == 0 && (b == ',' || b == ']' || b == '}'):
			if size > limit {
				return nil, b, tooLong(limit)
			}
			return raw, b, nil
		case b == ']' || b == '}':
			depth--
		}
		if size < limit {
			raw = append(raw, b)
		} else {
			raw = nil
		}
	}
}

// object reads an article from an object.
func (o *Options) object(ctx context.Context, b []byte) (*Article, error) {
	b = recordUTF8(b)
	var m fields
	var other *json.UnmarshalTypeError
	switch err := json.Unmarshal(b, &m); {
	case errors.As(err, &other):
		return nil, fmt.Errorf("not a JSON object but a %s", other.Value)
	case err != nil:
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	if o.Fields["text"] == "" && isNews(m) {
		return o.newsObject(ctx, m)
	}
	return o.fromFields(ctx, func(name string) (string, bool) {
		v, ok := m.lookup(name)
		if !ok || string(v) == "null" {
			return "", false
		}
		var wordPress struct{ Rendered *string }
		if v[0] == '{' && json.Unmarshal(v, &wordPress) == nil && wordPress.Rendered != nil {
			return *wordPress.Rendered, true
		}
		return words(v), true
	})
}

// fields are the fields of an object, not decoded: one that is not used takes no
// more memory than its bytes.
type fields map[string]json.RawMessage

// lookup finds a field by its name, or by its path where dots are in it.
func (m fields) lookup(name string) (json.RawMessage, bool) {
	if v, ok := m[name]; ok {
		return v, true
	}
	first, rest, dotted := strings.Cut(name, ".")
	if !dotted {
		return nil, false
	}
	var inner fields
	if json.Unmarshal(m[first], &inner) != nil {
		return nil, false
	}
	return inner.lookup(rest)
}

// words writes a value of JSON as a string: the values of lists and objects,
// however they are nested, with commas between them; numbers as they stand.
func words(v json.RawMessage) string {
	var s string
	if json.Unmarshal(v, &s) == nil {
		return s
	}
	dec := json.NewDecoder(bytes.NewReader(v))
	dec.UseNumber()
	var b strings.Builder
	var objects []bool // of the lists and objects around: whether it is an object
	isName := false    // whether a name of a field is next
	for {
		t, err := dec.Token()
		if err != nil { // the end, since v is valid
			return b.String()
		}
		inObject := len(objects) > 0 && objects[len(objects)-1]
		switch t {
		case json.Delim('{'), json.Delim('['):
			isName = t == json.Delim('{')
			objects = append(objects, isName)
			continue
		case json.Delim('}'), json.Delim(']'):
			objects = objects[:len(objects)-1]
			isName = len(objects) > 0 && objects[len(objects)-1]
			continue
		}
		if !isName && t != nil {
			if b.Len() > 0 {
				b.WriteString(", ")
			}
			fmt.Fprint(&b, t)
		}
		isName = inObject && !isName
	}
}
