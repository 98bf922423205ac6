//go:build !js

package input

import (
	"net/url"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// article separates the article of a page from its surroundings, and fills in
// what the page does not say where others would look. The list is empty if there
// is none.
func (a *Article) article(root *html.Node) []string {
	opts := trafilatura.Options{ExcludeComments: true, EnableFallback: true}
	if u, err := url.Parse(a.URL); err == nil && u.IsAbs() {
		opts.OriginalURL = u
	}
	res, err := trafilatura.ExtractDocument(root, opts)
	if err != nil {
		return nil
	}
	m := &res.Metadata
	if a.Title == "" {
		a.Title = oneLine(m.Title)
	}
	if a.Author == "" {
		a.Author = m.Author
	}
	if a.URL == "" {
		a.URL = m.URL
	}
	if a.Published.IsZero() {
		a.Published = m.Date
	}
	return paragraphs(res.ContentNode)
}
