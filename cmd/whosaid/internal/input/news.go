package input

import (
	"cmp"
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/xmltext"
)

// newsItem reads an item of NewsML-G2.
func newsItem(ctx context.Context, n *xmltext.Node) (*Article, error) {
	item, content := n.First("itemMeta"), n.First("contentMeta")
	a := &Article{
		ID: n.Attr("guid"), Section: newsSection(content), Author: newsAuthor(content),
		Title: cmp.Or(content.First("headline").Words(), item.First("title").Words()),
	}
	if strings.HasPrefix(a.ID, "http") {
		a.URL = a.ID
	}
	if s := cmp.Or(item.First("versionCreated").Words(), content.First("contentModified").Words(),
		content.First("contentCreated").Words(), item.First("firstCreated").Words()); s != "" {
		a.setDate(s)
	}
	list, err := a.newsContent(ctx, n.First("contentSet"))
	switch {
	case err != nil:
		return nil, err
	case len(list) > 0:
		return a, a.page(list)
	}
	return nil, errors.New("no text in it, in XML or plain: " + cmp.Or(item.First("itemClass").Attr("qcode"), "of no itemClass"))
}

// newsContent are the paragraphs of the first content of an item that is a text.
func (a *Article) newsContent(ctx context.Context, set *xmltext.Node) ([]string, error) {
	for _, x := range set.All("inlineXML") {
		nitfs, list := x.Find("nitf"), xmlLines(x)
		if len(nitfs) > 0 {
			b, err := nitf(nitfs[0])
			if err != nil {
				return nil, err
			}
			a.lend(b)
			list = b.lines
		} else if body := x.First("html", "body"); body != nil {
			list = xmlLines(body)
		}
		if len(list) > 0 {
			return list, nil
		}
	}
	for _, x := range set.All("inlineData") {
		if x.Attr("encoding") != "" { // packed, in base64
			continue
		}
		if strings.Contains(x.Attr("contenttype"), "html") {
			return looseText(ctx, x.Content())
		}
		if list := textLines(x.Content()); len(list) > 0 {
			return list, nil
		}
	}
	return nil, nil
}

// lend fills in what an article does not say with what the text in it does.
func (a *Article) lend(b *nitfText) {
	a.Title, a.Author, a.Section = cmp.Or(a.Title, b.Title), cmp.Or(a.Author, b.Author), cmp.Or(a.Section, b.Section)
	a.URL = cmp.Or(a.URL, b.URL)
	if a.Published.IsZero() {
		a.Published = b.Published
	}
	a.Warnings = append(a.Warnings, b.Warnings...)
}

// newsAuthor are the authors of an item, from its byline or else its creators.
func newsAuthor(content *xmltext.Node) string {
	if by := withoutBy(content.First("by").Words()); by != "" {
		return by
	}
	var list []string
	for _, c := range content.All("creator", "contributor") {
		if s := c.First("name").Words(); s != "" && c.Name == "creator" {
			list = append(list, s)
		}
	}
	return strings.Join(list, ", ")
}

// topic are the codes of topics.
var topic = regexp.MustCompile(`^(?:medtop|subj):|/mediatopic/`)

// newsSection is the first subject of an item that is a topic of the IPTC, else
// the first of all.
func newsSection(content *xmltext.Node) (section string) {
	for _, s := range content.All("subject") {
		name, code := s.First("name").Words(), cmp.Or(s.Attr("qcode"), s.Attr("uri"))
		if name != "" && topic.MatchString(code) {
			return name
		}
		section = cmp.Or(section, name)
	}
	return section
}

// withoutBy is a byline without "By".
func withoutBy(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		return strings.TrimSpace(s[3:])
	}
	return s
}

// nitfText is an article in NITF: what it says of itself, and its paragraphs.
type nitfText struct {
	Article
	lines []string
}

// nitfItem reads a document in NITF.
func nitfItem(_ context.Context, n *xmltext.Node) (*Article, error) {
	b, err := nitf(n)
	if err != nil {
		return nil, err
	}
	return &b.Article, b.page(b.lines)
}

func nitf(n *xmltext.Node) (*nitfText, error) {
	data, pub, head := n.First("head", "docdata"), n.First("head", "pubdata"), n.First("body", "body.head")
	b := &nitfText{}
	b.ID = data.First("doc-id").Attr("id-string")
	b.URL = pub.Attr("ex-ref")
	b.Section = cmp.Or(pub.Attr("position.section"), n.First("head", "tobject", "tobject.subject").Attr("tobject.subject.type"))
	b.Title = cmp.Or(head.First("hedline", "hl1").Words(), head.First("hedline").Words(), n.First("head", "title").Words())
	for _, by := range head.All("byline") {
		s := withoutBy(strings.Join(xmlLines(by, "byttl"), " "))
		b.Author = strings.Trim(b.Author+", "+s, ", ")
	}
	if s := cmp.Or(data.First("date.issue").Attr("norm"), data.First("date.release").Attr("norm"), pub.Attr("date.publication"),
		head.First("dateline", "story.date").Attr("norm")); s != "" {
		b.setDate(s)
	}
	content := n.First("body", "body.content")
	if content == nil {
		return nil, errors.New("no <body.content>")
	}
	b.lines = append(xmlLines(head.First("dateline")), nitfLines(content)...)
	if len(b.lines) == 0 {
		return nil, errors.New("no text in <body.content>")
	}
	return b, nil
}

// nitfLines are the paragraphs of the content, without what describes pictures. A
// lead that stands apart from the full text stands in it again.
func nitfLines(content *xmltext.Node) (list []string) {
	blocks := content.All("block")
	full := slices.ContainsFunc(blocks, func(b *xmltext.Node) bool { return b.Attr("class") == "full_text" })
	if !full {
		return xmlLines(content, "media-metadata", "media-object", "media-producer", "media-reference")
	}
	for _, b := range blocks {
		if b.Attr("class") != "lead_paragraph" {
			list = append(list, xmlLines(b)...)
		}
	}
	return list
}
