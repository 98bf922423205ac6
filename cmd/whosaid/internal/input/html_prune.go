package input

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxBeside is the longest text that is left out for a class, in bytes: "share"
// is also the class of articles that can be shared.
const maxBeside = 200

// prune takes out of a page what stands beside the article.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && isBeside(c) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

func isBeside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Article, atom.Main, atom.H1, atom.P, atom.Script:
		return false
	case atom.Noscript: // "Please enable JavaScript"
		return true
	case atom.Ul, atom.Ol:
		if isMenu(n) {
			return true
		}
	}
	switch strings.ToLower(attr(n, "role")) {
	case "navigation", "search", "menu", "menubar":
		return true
	}
	if !slices.ContainsFunc(classWords(attr(n, "class")+" "+attr(n, "id")), func(w string) bool { return is(w, wBeside) }) {
		return false
	}
	size, nodes := 0, 0
	return short(n, &size, &nodes)
}

// short reports whether the text of a node is at most maxBeside bytes, without
// looking at more of it.
func short(n *html.Node, size, nodes *int) bool {
	if n.Type == html.TextNode {
		*size += len(strings.TrimSpace(n.Data))
	}
	if *nodes++; *size > maxBeside || *nodes > 4*maxBeside {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !short(c, size, nodes) {
			return false
		}
	}
	return true
}

// isMenu reports whether a list has several elements and no text but in links.
func isMenu(list *html.Node) bool {
	items, linked := 0, false
	var bare func(*html.Node) bool
	bare = func(n *html.Node) bool {
		switch {
		case n.DataAtom == atom.A:
			linked = true
			return false
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			return true
		case n.DataAtom == atom.Li:
			items++
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if bare(c) {
				return true
			}
		}
		return false
	}
	return !bare(list) && linked && items > 1
}

// classWords splits names of classes: "post-shareBar" is post, share, bar.
func classWords(s string) []string {
	var b strings.Builder
	for _, r := range s[:min(len(s), 1000)] {
		if unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return append(strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) }),
		strings.FieldsFunc(strings.ToLower(s[:min(len(s), 1000)]), func(r rune) bool { return !unicode.IsLetter(r) })...)
}

// isShareLine reports whether a paragraph is the label of a button, or of a row
// of them.
func isShareLine(s string) bool {
	if len(s) > 60 {
		return false
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if !is(w, wShareVerb) && (i == 0 || !is(w, wShareObject)) {
			return false
		}
	}
	return len(words) > 0
}
