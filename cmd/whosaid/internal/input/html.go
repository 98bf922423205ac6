package input

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// head makes the text of a title and a body, unless the body begins with it.
func (a *Article) head(title, body string) {
	title = oneLine(title)
	a.Text = body
	if title == "" {
		return
	}
	if body != title && !strings.HasPrefix(body, title+"\n") {
		a.Text = title + "\n\n" + body
	}
	a.Headline = whosaid.Span{End: len(title)}
}

// page makes the text of the paragraphs of a page, the title as the first. Where
// the page says it again at its beginning, with the name of the outlet or
// without, it is left out, and so are the labels of buttons.
func (a *Article) page(list []string, titles ...string) error {
	titles = append(titles, a.Title)
	var body []string
	for i, s := range list {
		again := i < headLines && (slices.ContainsFunc(titles, func(t string) bool { return sameTitle(s, t) }))
		if !again && !isShareLine(s) {
			body = append(body, s)
		}
	}
	switch {
	case len(body) == 0 && len(list) == 0:
		return errNoArticle
	case len(body) == 0:
		body = list
	}
	a.head(a.Title, strings.Join(body, "\n\n"))
	return nil
}

// headLines is how far down a page its headline stands: below a kicker and the
// name of the outlet.
const headLines = 6

func sameTitle(s, title string) bool { return title != "" && strings.EqualFold(s, title) }

// blocks are the elements that begin a line of their own. Cells do: a row of a
// table is no sentence.
var blocks = map[atom.Atom]bool{
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hgroup: true,
	atom.P: true, atom.Blockquote: true, atom.Pre: true, atom.Hr: true, atom.Address: true, atom.Center: true,
	atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Menu: true,
	atom.Tr: true, atom.Table: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
	atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true,
	atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Aside: true,
	atom.Figure: true, atom.Figcaption: true, atom.Details: true, atom.Summary: true, atom.Form: true,
	atom.Fieldset: true, atom.Legend: true,
	atom.Option: true, atom.Button: true, atom.Body: true, atom.Title: true, atom.Br: true,
}

// lines gathers text in paragraphs, white space as one space.
type lines struct {
	list []string
	cur  strings.Builder
}

func (l *lines) end() {
	if s := oneLine(l.cur.String()); s != "" {
		l.list = append(l.list, s)
	}
	l.cur.Reset()
}

// paragraphs are the lines of the text of a node. Libraries rename nodes, so it
// is their names that count.
func paragraphs(n *html.Node) []string {
	var l lines
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		name := atom.Atom(0)
		if n.Type == html.ElementNode {
			name = atom.Lookup([]byte(n.Data))
		}
		switch {
		case name == atom.Script || name == atom.Style:
			return
		case n.Type == html.TextNode:
			l.cur.WriteString(n.Data)
		case name == atom.A && n.PrevSibling != nil && n.PrevSibling.Data == "a":
			l.cur.WriteByte(' ') // a row of links
		case blocks[name]:
			l.end()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if blocks[name] {
			l.end()
		}
	}
	if n != nil {
		visit(n)
	}
	l.end()
	return l.list
}
