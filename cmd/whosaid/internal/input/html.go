package input

import (
	"strings"

	"github.com/whosaid/whosaid"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// head makes the text of a title and a body, unless the body begins with it.
func (a *Article) head(title, body string) {
	title = strings.Join(strings.Fields(title), " ")
	a.Text = body
	if title == "" {
		return
	}
	if !strings.HasPrefix(body, title+"\n") {
		a.Text = title + "\n\n" + body
	}
	a.Headline = whosaid.Span{End: len(title)}
}

// blocks are the elements that begin a line of their own.
var blocks = map[atom.Atom]bool{
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.P: true, atom.Blockquote: true, atom.Pre: true,
	atom.Li: true, atom.Ul: true, atom.Ol: true,
	atom.Tr: true, atom.Table: true,
	atom.Div: true, atom.Section: true, atom.Article: true,
}

// lines gathers text in paragraphs, white space as one space.
type lines struct {
	list []string
	cur  strings.Builder
}

func (l *lines) end() {
	if s := strings.Join(strings.Fields(l.cur.String()), " "); s != "" {
		l.list = append(l.list, s)
	}
	l.cur.Reset()
}

// paragraphs writes the text of a node, blocks set off by blank lines.
func paragraphs(n *html.Node) string {
	var l lines
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		block := n.Type == html.ElementNode && (blocks[n.DataAtom] || n.DataAtom == atom.Br)
		switch {
		case n.Type == html.TextNode:
			l.cur.WriteString(n.Data)
		case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
			l.cur.WriteByte(' ')
		case block:
			l.end()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if block {
			l.end()
		}
	}
	if n != nil {
		visit(n)
	}
	l.end()
	return strings.Join(l.list, "\n\n")
}
