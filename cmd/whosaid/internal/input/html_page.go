//go:build !js

package input

import (
	"bytes"
	"errors"
	"fmt"
	nurl "net/url"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// page takes the article out of a web page: the title as a line of its own,
// then the paragraphs. The offsets of everything found count bytes of that text.
func page(b []byte, url string) (*Article, error) {
	r, err := charset.NewReader(bytes.NewReader(b), "text/html")
	if err != nil {
		return nil, err
	}
	opts := trafilatura.Options{ExcludeComments: true, EnableFallback: true}
	if u, err := nurl.Parse(url); err == nil && u.IsAbs() {
		opts.OriginalURL = u
	}
	root, err := html.Parse(r)
	if err != nil {
		return nil, err
	}
	res, err := trafilatura.ExtractDocument(root, opts)
	if err != nil {
		return nil, fmt.Errorf("no article in the page: %w", err)
	}
	body := paragraphs(res.ContentNode)
	if body == "" {
		return nil, errors.New("no article in the page")
	}
	m := res.Metadata
	a := &Article{Title: m.Title, Author: m.Author, URL: m.URL, Published: m.Date}
	if a.URL == "" {
		a.URL = url
	}
	a.head(m.Title, body)
	return a, nil
}
