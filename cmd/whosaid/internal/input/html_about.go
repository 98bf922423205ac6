package input

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// about is what a page says of itself to search engines and other sites, and in
// its headings.
type about struct {
	said      map[string]string // the properties of meta elements, the first of each name
	news      linked
	title     string   // of the title element
	h1        []string // the headings of the first level, those of the article first
	time      string   // of the first time element that says it is that of publication
	pageTime  string   // of the page around the article, as JSON-LD says it
	shown     string   // of the first time element, in an article if there is one in it
	inArticle bool     // shown is in one
	link      string   // the canonical address
	articles  int      // how many of h1 are in an article
}

// The names of meta elements, the best first.
var (
	titleNames  = []string{"og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"}
	authorNames = []string{
		"author", "article:author", "og:article:author", "byl", "byline", "dc.creator", "dcterms.creator",
		"parsely-author", "sailthru.author",
	}
	sectionNames = []string{"article:section", "og:section", "section", "parsely-section"}
	siteNames    = []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"}
	urlNames     = []string{"og:url", "twitter:url", "parsely-link"}
	dateNames    = []string{
		"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
		"parsely-pub-date", "sailthru.date", "pubdate",
		"publishdate",
		"publish-date", "publish_date", "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
		"dcterms.issued", "cxenseparse:recs:publishtime", "originalpublicationdate",
	}
)

// maxHeadings bounds the headings that are compared with the title.
const maxHeadings = 20

// aboutPage reads what a page within the bounds says of itself.
func aboutPage(root *nethtml.Node) *about {
	a := &about{said: map[string]string{}}
	a.visit(root, false)
	return a
}

func (a *about) visit(n *nethtml.Node, inArticle bool) {
	switch n.DataAtom {
	case atom.Meta:
		a.meta(n)
	case atom.Title:
		if a.title == "" && !within(n, atom.Svg) {
			a.title = oneLine(textOf(n))
		}
	case atom.Link:
		if a.link == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			a.link = attr(n, "href")
		}
	case atom.H1:
		a.heading(oneLine(textOf(n)), inArticle)
	case atom.Time:
		a.moment(n, inArticle)
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), jsonLD) {
			a.jsonLD(textOf(n))
		}
		return
	default:
		if a.time == "" && isPublication(n) {
			a.time = cmp.Or(attr(n, "content"), attr(n, "title"), dayShown(n))
		}
	}
	inArticle = inArticle || n.DataAtom == atom.Article
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		a.visit(c, inArticle)
	}
}

func (a *about) meta(n *nethtml.Node) {
	value := oneLine(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if _, there := a.said[name]; name != "" && !there {
			a.said[name] = value
		}
	}
}

// moment looks at a time element.
func (a *about) moment(n *nethtml.Node, inArticle bool) {
	s := attr(n, "datetime")
	if a.time == "" && (hasAttr(n, "pubdate") || isPublication(n)) {
		a.time = s
	}
	if s != "" && (a.shown == "" || inArticle && !a.inArticle) {
		a.shown, a.inArticle = s, inArticle
	}
}

// isPublication reports whether an element says that it is the day of publication.
func isPublication(n *nethtml.Node) bool {
	return slices.ContainsFunc(strings.Fields(attr(n, "itemprop")), func(s string) bool { return strings.EqualFold(s, "datePublished") })
}

func (a *about) heading(s string, inArticle bool) {
	switch {
	case s == "" || len(a.h1) >= maxHeadings:
	case inArticle:
		a.h1 = slices.Insert(a.h1, a.articles, s)
		a.articles++
	default:
		a.h1 = append(a.h1, s)
	}
}

func (a *about) first(list []string, before ...string) string {
	for _, s := range before {
		if s != "" {
			return s
		}
	}
	for _, name := range list {
		if s := a.said[name]; s != "" {
			return s
		}
	}
	return ""
}

// set fills in the article.
func (a *about) set(to *Article, from Origin) {
	to.URL = from.URL
	for _, s := range []string{a.link, a.first(urlNames), a.news.url} {
		if u, err := url.Parse(s); err == nil && u.IsAbs() && u.Host != "" {
			to.URL = s
			break
		}
	}
	to.Title = cmp.Or(a.headline(to.URL), oneLine(from.Title))
	to.Section = a.first(sectionNames, a.news.section)
	to.Author = a.author()
	for _, s := range append([]string{a.news.published}, a.dates()...) {
		if t, err := ParseDate(s); err == nil && !isPlaceholder(t) {
			to.Published = t
			break
		}
	}
	if to.Published.IsZero() {
		to.Published = from.Published
	}
	a.setShown(to)
}

// setShown takes the day of the first time element where nothing else says one.
func (a *about) setShown(to *Article) {
	if t, err := ParseDate(a.shown); to.Published.IsZero() && err == nil && !isPlaceholder(t) {
		to.Published = t
	}
}

func (a *about) dates() (list []string) {
	for _, name := range dateNames {
		list = append(list, a.said[name])
	}
	return append(list, a.time, a.pageTime)
}

// author leaves out addresses of profiles, and "By".
func (a *about) author() string {
	list := []string{a.news.author}
	for _, name := range authorNames {
		list = append(list, a.said[name])
	}
	for _, s := range list {
		if s == "" || strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
			continue
		}
		if rest, ok := strings.CutPrefix(strings.ToLower(s), "by "); ok {
			s = s[len(s)-len(rest):]
		}
		return s
	}
	return ""
}

// oneLine is s with white space as one space, and without what cannot be seen and
// keeps words from being known: soft hyphens, and spaces of no width.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\u00ad\u200b\u2060\ufeff") {
		s = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "").Replace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

func attr(n *nethtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *nethtml.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a nethtml.Attribute) bool { return a.Key == key })
}

func within(n *nethtml.Node, a atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == a {
			return true
		}
	}
	return false
}

// textOf is the text of a node, as it stands.
func textOf(n *nethtml.Node) string {
	var b strings.Builder
	var visit func(*nethtml.Node)
	visit = func(n *nethtml.Node) {
		switch {
		case n.Type == nethtml.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(n)
	return b.String()
}
