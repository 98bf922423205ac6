package input

import (
	"bytes"
	"context"
	"errors"

	"github.com/whosaid/whosaid"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// left are the elements whose text is not part of an article.
var left = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true,
	atom.Iframe: true, atom.Svg: true, atom.Template: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Title: true,
}

// plainPage takes the text out of a page tag by tag, without looking at its
// structure: that of the article elements, else of the main elements, else of
// the page, without scripts, menus and forms. Of several articles the longest
// counts if it is longer than the others together, which then are teasers. It is
// linear in the page whatever is nested in what. The page must be UTF-8.
func plainPage(ctx context.Context, b []byte) (list []string, err error) {
	p := &plain{prune: true}
	list, err = p.read(ctx, b)
	if err == nil && len(list) == 0 { // some pages are one form, and some menus never end
		p = &plain{}
		list, err = p.read(ctx, b)
	}
	if err == nil && len(list) == 0 {
		err = errNoArticle
	}
	return list, err
}

var errNoArticle = errors.New("no article in the page")

// plain reads a page tag by tag.
type plain struct {
	prune bool
	lines lines
	skip  string  // the element that is left out, "" outside of one
	inner int     // how many of the same name are open within it
	areas [2]area // article and main
}

// area is what the elements of a name hold.
type area struct {
	open  int            // how many of that name are open
	start int            // of the outermost one that is open
	spans []whosaid.Span // of lines.list
}

// read returns the paragraphs.
func (p *plain) read(ctx context.Context, b []byte) ([]string, error) {
	z := html.NewTokenizer(bytes.NewReader(b))
	inTitle := false
	last := atom.Atom(0) // the end tag just before, 0 if there is none
	for n := 0; ; n++ {
		if n%lookEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		t := z.Next()
		before := last
		last = 0
		switch t {
		case html.ErrorToken:
			return p.text(), nil // there is no other error than the end of b
		case html.TextToken:
			if text := z.Text(); !inTitle && p.skip == "" {
				p.lines.cur.Write(text)
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			b, _ := z.TagName()
			name := atom.Lookup(b)
			inTitle = name == atom.Title && t == html.StartTagToken && p.skip == ""
			if t == html.EndTagToken {
				last = name
			} else if name == atom.A && before == atom.A {
				p.lines.cur.WriteByte(' ') // a row of links
			}
			p.tag(name, t)
		}
	}
}

// tag goes into an element, or out of one.
func (p *plain) tag(name atom.Atom, t html.TokenType) {
	begins := t != html.EndTagToken
	switch {
	case p.skip != "" && name.String() != p.skip:
		return
	case p.skip != "":
		switch t {
		case html.StartTagToken:
			p.inner++
		case html.EndTagToken:
			p.inner--
		}
		if p.inner == 0 {
			p.skip = ""
		}
		return
	case p.prune && left[name] || name == atom.Script || name == atom.Style || name == atom.Noscript:
		if t == html.StartTagToken {
			p.skip, p.inner = name.String(), 1
		}
		return
	}
	if blocks[name] {
		p.lines.end()
	}
	switch name {
	case atom.Article:
		p.areas[0].tag(begins, len(p.lines.list))
	case atom.Main:
		p.areas[1].tag(begins, len(p.lines.list))
	}
}

// tag goes into an element or out of it, after so many paragraphs.
func (a *area) tag(begins bool, paragraphs int) {
	switch {
	case begins:
		if a.open++; a.open == 1 {
			a.start = paragraphs
		}
	case a.open > 0:
		if a.open--; a.open == 0 && paragraphs > a.start {
			a.spans = append(a.spans, whosaid.Span{Start: a.start, End: paragraphs})
		}
	}
}

// text chooses among what was read.
func (p *plain) text() []string {
	p.lines.end()
	list := p.lines.list
	for i := range p.areas {
		a := &p.areas[i]
		if a.open > 0 { // it never ends
			a.open = 1
			a.tag(false, len(list))
		}
		if len(a.spans) > 0 {
			return a.choose(list)
		}
	}
	return list
}

// choose returns the paragraphs of the longest element, or of all of them.
func (a *area) choose(list []string) []string {
	var all []string
	total, most, longest := 0, 0, whosaid.Span{}
	for _, s := range a.spans {
		size := 0
		for _, paragraph := range list[s.Start:s.End] {
			size += len(paragraph)
		}
		all = append(all, list[s.Start:s.End]...)
		if total += size; size > most {
			most, longest = size, s
		}
	}
	if most > total-most {
		return list[longest.Start:longest.End]
	}
	return all
}
