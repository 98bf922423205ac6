package whosaid

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// SchemaVersion names the form of a Document's JSON. It changes when a field
// changes its name or meaning, not when one is added.
const SchemaVersion = "whosaid/1"

// plain is Document without its methods, so that encoding/json does not call
// them again.
type plain Document

// envelope is the JSON form of a Document.
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
	e := envelope{Schema: SchemaVersion, plain: (*plain)(&d)}
	if !utf8.ValidString(d.Text) {
		e.Bytes = []byte(d.Text)
		d.Text = strings.ToValidUTF8(d.Text, "\uFFFD")
	}
	d.Sentences = orEmpty(d.Sentences)
	d.Tokens = orEmpty(d.Tokens)
	d.Entities = orEmpty(d.Entities)
	d.Mentions = orEmpty(d.Mentions)
	d.Dates = orEmpty(d.Dates)
	d.Quotes = orEmpty(d.Quotes)
	d.Claims = orEmpty(d.Claims)
	return json.Marshal(e)
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

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
