package input

import (
	"cmp"
	"encoding/json"
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// about is what a page says of itself to search engines and other sites, and in
// its headings.
type about struct {
	said     map[string]string // the properties of meta elements, the first of each name
	news     linked
	title    string   // of the title element
	h1       []string // the headings of the first level, those of the article first
	time     string   // of the first time element that says it is that of publication
	link     string   // the canonical address
	articles int      // how many of h1 are in an article
}

// linked is what JSON-LD says of an article.
type linked struct {
	headline, author, site, section, url, published string
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
		if a.time == "" && (hasAttr(n, "pubdate") || strings.EqualFold(attr(n, "itemprop"), "datePublished")) {
			a.time = attr(n, "datetime")
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), jsonLD) {
			a.jsonLD(textOf(n))
		}
		return
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

// jsonLD is the type of scripts that describe their page.
const jsonLD = "application/ld+json"

// jsonLD takes the first article that a script describes.
func (a *about) jsonLD(script string) {
	var v any
	if a.news != (linked{}) || json.Unmarshal([]byte(script), &v) != nil {
		return
	}
	if news := findArticle(v, 0); news != nil {
		a.news = linked{
			headline: names(news["headline"]), author: names(news["author"]), site: names(news["publisher"]),
			section: names(news["articleSection"]), url: names(news["url"]), published: names(news["datePublished"]),
		}
	}
}

// maxGraph is how deep lists and graphs are looked into for an article.
const maxGraph = 8

func findArticle(v any, depth int) map[string]any {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if depth < maxGraph {
				if found := findArticle(e, depth+1); found != nil {
					return found
				}
			}
		}
	case map[string]any:
		kind := names(v["@type"])
		for _, k := range []string{"Article", "Report", "BlogPosting"} {
			if strings.Contains(kind, k) { // NewsArticle, ReportageNewsArticle, LiveBlogPosting
				return v
			}
		}
		if depth < maxGraph {
			return findArticle(v["@graph"], depth+1)
		}
	}
	return nil
}

// names writes a value of JSON-LD: a string, what has a name, or a list of either.
func names(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(html.UnescapeString(v))
	case map[string]any:
		name, _ := v["name"].(string)
		return oneLine(html.UnescapeString(name))
	case []any:
		var list []string
		for _, e := range v[:min(len(v), maxHeadings)] {
			if _, nested := e.([]any); nested {
				continue
			}
			if s := names(e); s != "" {
				list = append(list, s)
			}
		}
		return strings.Join(list, ", ")
	}
	return ""
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
}

func (a *about) dates() (list []string) {
	for _, name := range dateNames {
		list = append(list, a.said[name])
	}
	return append(list, a.time)
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

// headline is the title of the article, without the name of the outlet. A
// heading that says the same in other words is what the reader sees.
func (a *about) headline(address string) string {
	title := ""
	for _, t := range []string{a.news.headline, a.first(titleNames), a.title} {
		t = a.withoutOutlet(t, address)
		for _, h := range a.h1 {
			if alike(h, t) {
				return withoutKicker(h, t)
			}
		}
		title = cmp.Or(title, t)
	}
	if title == "" && len(a.h1) > 0 {
		return a.h1[0]
	}
	return title
}

// withoutKicker is a heading, or the title if the heading says it behind or before
// more: "Weather Rain in Lund".
func withoutKicker(heading, title string) string {
	h, t := strings.ToLower(heading), strings.ToLower(title)
	if len(strings.Fields(t)) > 2 && (strings.HasSuffix(h, " "+t) || strings.HasPrefix(h, t+" ")) {
		return title
	}
	return heading
}

// titles are the words in which a page may say its headline again: those of the
// title element, and of the headings like it.
func (a *about) titles(headline string) []string {
	list := []string{a.title}
	for _, h := range a.h1 {
		if alike(h, headline) {
			list = append(list, h)
		}
	}
	return list
}

// separators stand between a headline and the name of an outlet.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • "}

// withoutOutlet cuts the name of the outlet, and what stands between, off a title.
func (a *about) withoutOutlet(title, address string) string {
	for range separators { // "Mayor to go | Politics | The Daily Zork"
		cut := a.cutOutlet(title, address)
		if cut == title {
			break
		}
		title = cut
	}
	return title
}

func (a *about) cutOutlet(title, address string) string {
	at, sep := -1, ""
	for _, s := range separators {
		if i := strings.LastIndex(title, s); i > at {
			at, sep = i, s
		}
	}
	if at < 0 {
		return title
	}
	front, back := strings.TrimSpace(title[:at]), strings.TrimSpace(title[at+len(sep):])
	if first, rest, ok := strings.Cut(title, sep); ok && a.isOutlet(first, address) && !a.isOutlet(back, address) {
		return strings.TrimSpace(rest)
	}
	if sep == " | " || a.isOutlet(back, address) || slices.Contains(a.h1, front) {
		return front
	}
	return title
}

// isOutlet reports whether a part of a title names the outlet: as the page calls
// itself, as its address does, or by the words that newspapers are called by.
func (a *about) isOutlet(part, address string) bool {
	part = strings.TrimSpace(part)
	for _, site := range []string{a.first(siteNames), a.news.site} {
		if site != "" && letters(site) == letters(part) {
			return true
		}
	}
	u, err := url.Parse(address)
	if l := letters(part); err == nil && len(l) > 3 && strings.Contains(letters(u.Hostname()), l) {
		return true
	}
	words := strings.Fields(strings.TrimPrefix(part, "The "))
	if len(words) == 0 || len(words) > 5 || !unicode.IsUpper(rune(part[0])) {
		return false
	}
	last := words[len(words)-1]
	for i := range len(last) {
		if last[i] == '.' && is(last[i:], wOutletDomain) {
			return true
		}
	}
	return is(last, wOutlet) || is(words[0], wOutlet)
}

// letters are the letters and digits of s, small.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// alike reports whether a heading has half of the words of a title, and the
// title half of its.
func alike(heading, title string) bool {
	a, b := wordsOf(heading), wordsOf(title)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return 2*n >= len(a) && 2*n >= len(b)
}

func wordsOf(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		if w = letters(w); w != "" {
			set[w] = true
		}
	}
	return set
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
