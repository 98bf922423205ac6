package whosaid

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

// SchemaVersion names the form of a Document's JSON. It changes when a field
// changes its name or meaning, not when one is added.
const SchemaVersion = "whosaid/1"

// plain is Document without its methods, so that encoding/json does not call
// them again.
type plain Document

// envelope is the JSON form of a Document, for reading.
type envelope struct {
	Schema string `json:"schema"`
	// Bytes is Text once more, in base64, where Text is no valid UTF-8: JSON
	// cannot hold such text, and offsets would no longer fit.
	Bytes []byte `json:"textBytes,omitempty"`
	*plain
}

// MarshalJSON writes d with a "schema" version before the fields, which come
// in a fixed order; nil slices become []. A field of type Span that may be
// zero is left out where it is, since that means "not in the text": each span
// that is written covers text. A text that is no valid UTF-8 stands
// in "textBytes" as base64, beside a "text" in which U+FFFD replaces what is
// wrong. The same document gives the same bytes.
func (d Document) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.Grow(len(d.Text) + 64*len(d.Tokens)) // about what comes, so that it is seldom copied
	if err := d.WriteJSON(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// WriteJSON writes the bytes of MarshalJSON to w piece by piece: it holds a few
// kilobytes of them at a time, where the whole may take twenty times the text.
// An error is that of w, or of a value that JSON cannot hold; part of the
// document may be written by then.
func (d *Document) WriteJSON(w io.Writer) error {
	j := &jsonWriter{w: w}
	j.encoder = json.NewEncoder(&j.piece)
	j.field("schema", SchemaVersion)
	text := d.Text
	if !utf8.ValidString(text) {
		j.bytes("textBytes", text)
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	j.text("text", text)
	if !d.Published.IsZero() {
		j.field("published", d.Published)
	}
	if d.PublishedSpan != (Span{}) {
		j.field("publishedSpan", d.PublishedSpan)
	}
	if len(d.Layers) > 0 {
		j.field("layers", d.Layers)
	}
	writeList(j, "sentences", d.Sentences)
	writeList(j, "tokens", d.Tokens)
	if len(d.Syntax) > 0 {
		writeList(j, "syntax", d.Syntax)
	}
	writeList(j, "entities", d.Entities)
	writeList(j, "mentions", d.Mentions)
	writeList(j, "dates", d.Dates)
	writeList(j, "quotes", d.Quotes)
	writeList(j, "claims", d.Claims)
	j.raw("}")
	return j.err
}

// The sizes of the pieces that WriteJSON holds.
const (
	jsonText  = 8 << 10 // bytes of text
	jsonItems = 64      // elements of a list
)

// jsonWriter writes the fields of one object. After an error it does nothing.
type jsonWriter struct {
	w       io.Writer
	open    bool // the object has a field
	piece   bytes.Buffer
	encoder *json.Encoder // writes into piece
	err     error
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, s)
	}
}

// name begins a field.
func (j *jsonWriter) name(name string) {
	before := "{\""
	if j.open {
		before = ",\""
	}
	j.open = true
	j.raw(before + name + "\":")
}

// value writes v without its first and last cut bytes.
func (j *jsonWriter) value(v any, cut int) {
	if j.err != nil {
		return
	}
	j.piece.Reset()
	if j.err = j.encoder.Encode(v); j.err != nil {
		return
	}
	b := j.piece.Bytes()
	_, j.err = j.w.Write(b[cut : len(b)-cut-len("\n")])
}

func (j *jsonWriter) field(name string, v any) {
	j.name(name)
	j.value(v, 0)
}

// text writes a string, cut between characters.
func (j *jsonWriter) text(name, s string) {
	j.name(name)
	j.raw(`"`)
	for s != "" {
		n := min(jsonText, len(s))
		for n < len(s) && !utf8.RuneStart(s[n]) {
			n++
		}
		j.value(s[:n], len(`"`))
		s = s[n:]
	}
	j.raw(`"`)
}

// bytes writes s in base64.
func (j *jsonWriter) bytes(name, s string) {
	j.name(name)
	j.raw(`"`)
	enc := base64.NewEncoder(base64.StdEncoding, j.w)
	for s != "" && j.err == nil {
		n := min(jsonText, len(s))
		_, j.err = enc.Write([]byte(s[:n]))
		s = s[n:]
	}
	if err := enc.Close(); j.err == nil {
		j.err = err
	}
	j.raw(`"`)
}

func writeList[T any](j *jsonWriter, name string, list []T) {
	j.name(name)
	j.raw("[")
	for i := 0; i < len(list); i += jsonItems {
		if i > 0 {
			j.raw(",")
		}
		j.value(list[i:min(i+jsonItems, len(list))], len("["))
	}
	j.raw("]")
}

// UnmarshalJSON reads what MarshalJSON wrote. It returns a *SchemaError for
// another schema version. It does not call Validate.
func (d *Document) UnmarshalJSON(b []byte) error {
	e := envelope{plain: &plain{}}
	if err := json.Unmarshal(b, &e); err != nil {
		return err
	}
	if e.Schema != SchemaVersion {
		return &SchemaError{Got: e.Schema}
	}
	*d = Document(*e.plain)
	if len(e.Bytes) > 0 {
		d.Text = string(e.Bytes)
	}
	return nil
}
