package input

import (
	"context"
	"errors"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// fieldNames are the names that fields go by unless Options.Fields says
// otherwise, the first that is there counts.
var fieldNames = map[string][]string{
	"text":      {"text", "body", "content", "maintext"},
	"id":        {"id", "uuid", "guid"},
	"title":     {"title", "headline"},
	"author":    {"author", "authors", "byline"},
	"section":   {"section", "category"},
	"url":       {"url", "link"},
	"published": {"published", "date", "dct", "published_at", "date_publish", "pubDate"},
}

// FieldNames are the names that Options.Fields maps, in order.
func FieldNames() []string { return slices.Sorted(maps.Keys(fieldNames)) }

// inHTML is how a field in HTML is known from one that is plain: by the elements
// that paragraphs are made of.
var inHTML = regexp.MustCompile(`(?i)<(?:p|br|div|h[1-6]|ul|ol|blockquote|article|section|table)(?:\s[^<>]*)?/?>`)

// fromFields makes an article of named fields. get returns false for a field
// that is not there. Of a text in HTML, as content systems keep it, the text is its
// paragraphs.
func (o *Options) fromFields(ctx context.Context, get func(string) (string, bool)) (*Article, error) {
	field := func(name string) (string, bool) {
		if own := o.Fields[name]; own != "" {
			return get(own)
		}
		for _, n := range fieldNames[name] {
			if v, ok := get(n); ok {
				return v, true
			}
		}
		return "", false
	}
	a := &Article{}
	var ok bool
	if a.Text, ok = field("text"); !ok {
		return nil, errors.New("no field holds the text; name it with --field text=NAME")
	}
	a.ID, _ = field("id")
	a.Title, _ = field("title")
	a.Author, _ = field("author")
	a.Section, _ = field("section")
	a.URL, _ = field("url")
	if s, _ := field("published"); s != "" {
		a.setDate(s)
	}
	if inHTML.MatchString(a.Text) {
		list, err := fragment(ctx, []byte(a.Text))
		if err != nil {
			return nil, err
		}
		a.Text, a.Title = strings.Join(list, "\n\n"), oneLine(html.UnescapeString(a.Title))
	}
	return o.finish(a)
}
