//go:build !js

package input

import (
	"bytes"
	"context"
	nurl "net/url"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of what a page says about itself. Those of newspapers have some
// hundred such elements and 20 KB of JSON-LD.
const (
	maxMeta      = 1000
	maxMetaBytes = 1 << 20
)

// article is a page for the sake of its metadata alone: without an article no
// library looks at them.
const article = "<article><p>This page is too large for its structure to be looked at, so that its text is read tag by tag.</p>" +
	"<p>What it says about itself stands in its head, and in the scripts that describe it to search engines.</p>" +
	"<p>That is read as it is for any other page: who wrote the article, when it was published, and under which address.</p></article>"

// metadata reads what a page over the bounds of scan.go says about itself:
// title, author, day and address. Its head and its JSON-LD are read as those of
// other pages are, without the body around them.
func metadata(ctx context.Context, b []byte, url string) (*Article, error) {
	head, err := aboutItself(ctx, b)
	if err != nil {
		return nil, err
	}
	a := &Article{URL: url}
	root, err := parse(ctx, []byte("<html><head>"+string(head)+"</head><body>"+article+"</body></html>"))
	if err != nil {
		return a, ctx.Err() // its head is over the bounds too
	}
	if m, err := trafilatura.ExtractDocument(root, pageOptions(url)); err == nil {
		a.setMetadata(&m.Metadata)
	}
	return a, ctx.Err()
}

// aboutItself returns the elements that describe a page, wherever in it they
// stand, as they are written.
func aboutItself(ctx context.Context, b []byte) ([]byte, error) {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(b))
	inside := atom.Atom(0) // the element whose text is next, a title or a script
	for n, found := 0, 0; found < maxMeta; n++ {
		if n%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := z.Raw()
		fits := out.Len()+len(raw) <= maxMetaBytes
		if inside != 0 {
			if kind == html.TextToken && fits {
				out.Write(raw)
			}
			out.WriteString("</" + inside.String() + ">")
			inside = 0
		}
		if fits && (kind == html.StartTagToken || kind == html.SelfClosingTagToken) {
			var tag string
			if tag, inside = describes(z, string(raw)); tag != "" { // a copy, since z folds letters as it reads
				out.WriteString(tag)
				found++
			}
		}
	}
	return out.Bytes(), nil
}

// describes returns the start tag at hand if it describes its page, and its name
// if its text does so.
func describes(z *html.Tokenizer, raw string) (tag string, inside atom.Atom) {
	b, more := z.TagName()
	switch name := atom.Lookup(b); name {
	case atom.Meta, atom.Link:
		return raw, 0
	case atom.Title:
		return raw, name
	case atom.Script:
		for more {
			var key, value []byte
			key, value, more = z.TagAttr()
			if string(key) == "type" && strings.EqualFold(strings.TrimSpace(string(value)), jsonLD) {
				return `<script type="` + jsonLD + `">`, name // in small letters, as the library looks for it
			}
		}
	}
	return "", 0
}

const jsonLD = "application/ld+json"

// pageOptions are the settings for a page at an address, "" if it is unknown.
func pageOptions(url string) trafilatura.Options {
	opts := trafilatura.Options{ExcludeComments: true, EnableFallback: true}
	if u, err := nurl.Parse(url); err == nil && u.IsAbs() {
		opts.OriginalURL = u
	}
	return opts
}

// setMetadata sets what a page says about itself; the address stays if it does
// not give one.
func (a *Article) setMetadata(m *trafilatura.Metadata) {
	a.Title, a.Author, a.Published = m.Title, m.Author, m.Date
	if m.URL != "" {
		a.URL = m.URL
	}
}
