package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/table"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/textpos"
)

// The documents of the bulk form, as far as they are not lists.
type (
	bulkDocument struct {
		ID        string `json:"id"`
		File      string `json:"file"`
		Line      int    `json:"line,omitempty"`
		Title     string `json:"title,omitempty"`
		Author    string `json:"author,omitempty"`
		Section   string `json:"section,omitempty"`
		URL       string `json:"url,omitempty"`
		Published string `json:"published,omitempty"` // names, text, dates, quotes and claims follow
	}
	bulkDate struct {
		Text  string `json:"text"`
		Value string `json:"value"`
		From  string `json:"from,omitempty"`
		To    string `json:"to,omitempty"`
	}
	bulkClaim struct {
		Text    string `json:"text"`
		Who     string `json:"who,omitempty"`
		Type    string `json:"type"`
		Negated bool   `json:"negated,omitempty"`
	}
)

// bulkID is the same for the same article on every run: by its address, or else by
// its text, so that what is sent again takes the place of what was there.
func bulkID(r *Record) string {
	sum := sha256.Sum256([]byte(cmp.Or(address(r), r.Document.Text)))
	return hex.EncodeToString(sum[:16])
}

// bulk writes an article for the bulk API of Elasticsearch and OpenSearch: a line
// that says what to do, and one with the document.
func bulk(to io.Writer, r *Record) error {
	d := r.Document
	if _, err := fmt.Fprintf(to, "{\"index\":{\"_id\":%q}}\n", bulkID(r)); err != nil {
		return err
	}
	o := beginObject(to, bulkDocument{
		ID: textpos.Clean(r.ID), File: textpos.Clean(r.Place.File), Line: r.Place.Line, Title: textpos.Clean(r.Title),
		Author: textpos.Clean(r.Author), Section: textpos.Clean(r.Section), URL: textpos.Clean(r.URL), Published: table.Day(d.Published),
	}, "}")
	for _, kind := range whosaid.EntityKind.Values("") {
		addList(o, string(kind), func(yield func(string) bool) {
			for e := range d.OfKind(kind) {
				if !yield(textpos.Clean(e.Name)) {
					return
				}
			}
		})
	}
	o.addText("text", d.Text)
	addList(o, "dates", each(d.Dates, func(t *whosaid.Date) bulkDate {
		return bulkDate{textpos.Clean(d.Slice(t.Span)), t.Value, table.Day(t.From), table.Day(t.To)}
	}))
	x := textpos.New(d.Text)
	addList(o, "quotes", each(d.Quotes, func(q *whosaid.Quote) cited { return cite(d, x, q) }))
	addList(o, "claims", each(d.Claims, func(c *whosaid.Claim) bulkClaim {
		return bulkClaim{textpos.Clean(claims.Text(d, c)), textpos.Clean(d.WhoClaims(c)), string(c.Type), c.Negated}
	}))
	return o.end()
}
