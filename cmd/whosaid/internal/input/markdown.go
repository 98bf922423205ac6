package input

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// markdown takes the running text out of Markdown: headings, paragraphs,
// lists and quotations, without marks, addresses and code. Front matter gives
// title, author, section, url and date; else the first heading is the title. What
// is tangled is taken as it stands.
func markdown(src []byte) *Article {
	a := &Article{}
	src = a.frontMatter(src)
	if tangled(src) {
		a.head(a.Title, string(src))
		return a
	}
	doc := goldmark.DefaultParser().Parse(text.NewReader(src))
	var list []string
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock:
			return ast.WalkSkipChildren, nil
		case ast.KindHeading, ast.KindParagraph, ast.KindTextBlock:
			s := strings.TrimSpace(inline(n, src))
			if h, ok := n.(*ast.Heading); ok && h.Level == 1 && a.Title == "" {
				a.Title = s
			}
			if s != "" {
				list = append(list, s)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	a.head(a.Title, strings.Join(list, "\n\n"))
	return a
}

// The bounds of Markdown that is parsed: the parser is worse than linear in
// how many quotations and lists begin within each other on one line, in links
// whose addresses do not end before the line does, and in addresses of references.
const (
	maxMarkers    = 100
	maxLinks      = 50 << 20 // beginnings of addresses times bytes of their line, added up
	maxReferences = 5000
)

// tangled reports whether Markdown is over the bounds.
func tangled(src []byte) bool {
	work, references := 0, 0
	for line := range bytes.Lines(src) {
		work += bytes.Count(line, []byte("](")) * len(line)
		if bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("[")) && bytes.Contains(line, []byte("]:")) {
			references++
		}
		if markers(line) > maxMarkers || work > maxLinks || references > maxReferences {
			return true
		}
	}
	return false
}

// markers counts the quotations and lists that a line begins within each other.
func markers(line []byte) (n int) {
	for i, c := range line {
		switch {
		case c == '>', bytes.IndexByte([]byte("-*+.)"), c) >= 0 && bytes.HasPrefix(line[i+1:], []byte(" ")):
			n++
		case bytes.IndexByte([]byte(" \t0123456789"), c) < 0:
			return n
		}
	}
	return n
}

// inline is the text within a block. A line break in the file is a space.
func inline(n ast.Node, src []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Value(src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(src))
		case *ast.Image, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
