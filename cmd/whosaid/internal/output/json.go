package output

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"iter"
	"time"

	"github.com/whosaid/whosaid"
)

// indented is Document JSON for people and files.
func indented(w io.Writer, r *Record) error {
	n := &indenter{w: bufio.NewWriter(w)}
	if err := r.Document.WriteJSON(n); err != nil {
		return err
	}
	n.w.WriteByte('\n')
	return n.w.Flush()
}

// An indenter sets JSON without white space on lines, as json.Indent does, but
// holds none of it.
type indenter struct {
	w        *bufio.Writer
	depth    int
	fresh    bool // a brace or bracket was just opened, and may close at once
	inString bool
	escaped  bool // the byte at hand stands behind a backslash
}

func (n *indenter) Write(p []byte) (int, error) {
	for i, c := range p {
		if err := n.put(c); err != nil {
			return i, err
		}
	}
	return len(p), nil
}

func (n *indenter) put(c byte) error {
	if n.inString {
		n.inString = c != '"' || n.escaped
		n.escaped = c == '\\' && !n.escaped
		return n.w.WriteByte(c)
	}
	closes := c == '}' || c == ']'
	if closes {
		n.depth--
	}
	if n.fresh != closes { // an empty object or list stays on its line
		n.line()
	}
	n.fresh = c == '{' || c == '['
	n.inString = c == '"'
	err := n.w.WriteByte(c)
	switch c {
	case '{', '[':
		n.depth++
	case ',':
		n.line()
	case ':':
		err = n.w.WriteByte(' ')
	}
	return err
}

// line begins a line. An error is that of the next byte too.
func (n *indenter) line() {
	n.w.WriteByte('\n')
	for range n.depth {
		n.w.WriteString("  ")
	}
}

// A Line is one article as a line of JSON: what its file says about it, and
// what was found.
type Line struct {
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

func ndjson(w io.Writer, r *Record) error {
	o := beginObject(w, Line{r.ID, r.Place.File, r.Place.Line, r.Title, r.Author, r.Section, r.URL, r.Document.Published, nil}, "null}")
	if o.err == nil {
		o.err = r.Document.WriteJSON(w) // the document comes last
	}
	return o.end()
}

// object writes a JSON object piece by piece, on one line. After an error it
// does nothing.
type object struct {
	w   io.Writer
	err error
}

// beginObject writes head but for what it ends in.
func beginObject(w io.Writer, head any, without string) *object {
	b, err := json.Marshal(head)
	o := &object{w, err}
	o.raw(bytes.TrimSuffix(b, []byte(without)))
	return o
}

func (o *object) raw(b []byte) {
	if o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

// addList adds a list as the next field.
func addList[T any](o *object, name string, items iter.Seq[T]) {
	o.raw([]byte(`,"` + name + `":[`))
	first := true
	for item := range items {
		if o.err != nil {
			return
		}
		b, err := json.Marshal(item)
		if !first {
			o.raw([]byte(","))
		}
		o.raw(b)
		first, o.err = false, cmp.Or(o.err, err)
	}
	o.raw([]byte("]"))
}

// end ends the object and its line.
func (o *object) end() error {
	o.raw([]byte("}\n"))
	return o.err
}
