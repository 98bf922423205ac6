package input

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of what a page says about itself. Those of newspapers have some
// hundred such elements and 20 KB of JSON-LD.
const (
	maxMeta      = 1000
	maxMetaBytes = 1 << 20
)

// metadata reads what a page over the bounds of scan.go says about itself. Its
// head and its JSON-LD are read as those of other pages are, without the body
// around them.
func metadata(ctx context.Context, b []byte) (*about, error) {
	head, err := aboutItself(ctx, b)
	if err != nil {
		return nil, err
	}
	root, err := parse(ctx, head)
	if err != nil {
		return &about{}, ctx.Err() // its head is over the bounds too
	}
	return aboutPage(root), ctx.Err()
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
