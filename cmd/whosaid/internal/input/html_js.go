package input

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is the page of the browser's build, which would be a third larger with
// the libraries that tell an article from what stands around it: it takes the
// text of the first article or main element, else of the body, without
// scripts, menus and forms. The page must be UTF-8.
func page(b []byte, url string) (*Article, error) {
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	title, body := "", ""
	for _, want := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		if n := first(root, want); n != nil && body == "" {
			prune(n)
			body = paragraphs(n)
		}
	}
	if body == "" {
		return nil, errors.New("no article in the page")
	}
	if n := first(root, atom.Title); n != nil && n.FirstChild != nil {
		title = n.FirstChild.Data
	}
	a := &Article{Title: strings.TrimSpace(title), URL: url}
	a.head(title, body)
	return a, nil
}

// first is the first element of that name in n, nil if there is none.
func first(n *html.Node, name atom.Atom) *html.Node {
	if n.Type == html.ElementNode && n.DataAtom == name {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := first(c, name); found != nil {
			return found
		}
	}
	return nil
}

// prune takes out of n what is not text of an article.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch c.DataAtom {
		case atom.Script, atom.Style, atom.Noscript, atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Iframe, atom.Svg, atom.Template, atom.Button:
			n.RemoveChild(c)
		default:
			prune(c)
		}
		c = next
	}
}
