package input

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"html"
	"net/mail"
	"regexp"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/xmltext"
)

// feedBodies are the elements of an item that hold its text, the fullest first.
var feedBodies = []string{"content:encoded", "content", "description", "summary", "dc:description"}

// feedDates are those that say when it was published, or else changed.
var feedDates = []string{"pubDate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "updated", "modified"}

// feedItem reads an item of RSS or an entry of Atom.
func feedItem(ctx context.Context, n *xmltext.Node) (*Article, error) {
	a := &Article{ID: n.First("guid").Words(), URL: feedLink(n), Section: feedSection(n)}
	a.Author = cmp.Or(feedAuthor(n), feedAuthor(n.First("source")))
	if id := n.First("id"); a.ID == "" {
		a.ID = id.Words()
	}
	title, err := feedText(ctx, n.First("title"))
	if err != nil {
		return nil, err
	}
	a.Title = strings.Join(title, " ")
	for _, name := range feedDates {
		if s := n.First(name).Words(); s != "" {
			a.setDate(s)
			break
		}
	}
	for _, name := range feedBodies {
		list, err := feedText(ctx, n.First(name))
		if err != nil {
			return nil, err
		}
		if len(list) > 0 {
			return a, a.page(list)
		}
	}
	if a.Title == "" {
		return nil, errors.New("neither a title nor a text")
	}
	a.head(a.Title, a.Title) // a feed of headlines
	return a, nil
}

// setDate sets the day of publication. One that cannot be read, or is none, is a
// warning.
func (a *Article) setDate(s string) {
	t, err := ParseDate(s)
	if err == nil && isPlaceholder(t) {
		err = fmt.Errorf("%q stands for no date", s)
	}
	if err != nil {
		a.Warnings = append(a.Warnings, err)
		return
	}
	a.Published = t
}

// markup is how a text in HTML is known from a plain one.
var markup = regexp.MustCompile(`<(?:[A-Za-z][A-Za-z0-9]*[\s/>]|/[A-Za-z]|!--)`)

// feedText are the paragraphs of a text in a feed, which is XHTML, HTML in
// escapes, or plain, as it says or looks.
func feedText(ctx context.Context, n *xmltext.Node) ([]string, error) {
	if n == nil {
		return nil, nil
	}
	kind := strings.ToLower(n.Attr("type"))
	s := n.Content()
	switch {
	case n.Elements():
		return xmlLines(n), nil
	case strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.Contains(kind, "xml"):
		return nil, nil // an image, in base64
	case kind == "text" || kind == "text/plain":
		return plainLines(s), nil
	}
	return looseText(ctx, s)
}

// looseText are the paragraphs of a text that may be HTML.
func looseText(ctx context.Context, s string) ([]string, error) {
	if !markup.MatchString(s) {
		return plainLines(html.UnescapeString(s)), nil
	}
	list, err := fragment(ctx, []byte(s))
	if errors.Is(err, errNoArticle) { // an image alone
		return nil, nil
	}
	return list, err
}

// plainLines are the paragraphs of a plain text, which blank lines part.
func plainLines(s string) []string {
	var l lines
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			l.end()
		}
		l.cur.WriteString(line)
	}
	l.end()
	return l.list
}

// feedLink is the address of an item.
func feedLink(n *xmltext.Node) string {
	if l := n.First("feedburner:origLink").Words(); l != "" {
		return l
	}
	for _, l := range n.All("link") {
		if rel := l.Attr("rel"); rel != "" && rel != "alternate" {
			continue
		}
		if s := cmp.Or(l.Words(), strings.TrimSpace(l.Attr("href"))); s != "" {
			return s
		}
	}
	if id := cmp.Or(n.First("guid").Words(), n.First("id").Words()); strings.HasPrefix(id, "http") {
		return id
	}
	return ""
}

// feedAuthor are the authors of an item.
func feedAuthor(n *xmltext.Node) string {
	var list []string
	for _, a := range n.All("dc:creator", "author") {
		if s := authorName(a); s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, ", ")
}

// authorName is the name of an author.
func authorName(n *xmltext.Node) string {
	if name := n.First("name"); name != nil {
		n = name
	}
	return person(n.Words())
}

// inBrackets is the name behind an address, as RSS has it: "lee@example.org (Ann Lee)".
var inBrackets = regexp.MustCompile(`^\S+@\S+\s+\((.+)\)$`)

// person is the name in an address, or what stands there.
func person(s string) string {
	s = html.UnescapeString(s)
	if m := inBrackets.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	if a, err := mail.ParseAddress(s); err == nil && a.Name != "" {
		return a.Name
	}
	return s
}

// feedSection is the first category of an item.
func feedSection(n *xmltext.Node) string {
	for _, c := range n.All("category", "dc:subject") {
		if s := cmp.Or(c.Words(), c.Attr("label"), c.Attr("term")); s != "" {
			return html.UnescapeString(s)
		}
	}
	return ""
}
