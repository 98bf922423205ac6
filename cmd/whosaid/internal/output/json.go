package output

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
)

// indented is Document JSON for people and files.
func indented(r *Record) ([]byte, error) {
	b, err := r.Document.MarshalJSON() // json.Marshal would make two copies more
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Indent(&out, b, "", "  ")
	out.WriteByte('\n')
	return out.Bytes(), err
}

// A Line is one article as a line of JSON: what its file says about it, and
// what was found.
type Line struct {
	ID        string            `json:"id"`
	File      string            `json:"file"`
	Line      int               `json:"line,omitempty"`
	Title     string            `json:"title,omitempty"`
	Author    string            `json:"author,omitempty"`
	URL       string            `json:"url,omitempty"`
	Published time.Time         `json:"published,omitzero"`
	Document  *whosaid.Document `json:"document"`
}

func ndjson(r *Record) ([]byte, error) {
	const none = "null}"
	head, err := json.Marshal(Line{r.ID, r.Place.File, r.Place.Line, r.Title, r.Author, r.URL, r.Document.Published, nil})
	if err != nil {
		return nil, err
	}
	doc, err := r.Document.MarshalJSON()
	if err != nil {
		return nil, err
	}
	head = bytes.TrimSuffix(head, []byte(none)) // the document comes last
	return slices.Concat(head, doc, []byte("}\n")), nil
}
