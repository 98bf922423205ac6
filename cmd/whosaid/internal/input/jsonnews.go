package input

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"
)

// feedItems are the items of a JSON Feed, nil for another object, and its authors,
// which are those of items that have none.
func feedItems(b []byte) (items []json.RawMessage, authors string) {
	if !bytes.Contains(b[:min(len(b), headSize)], []byte("jsonfeed.org/version/")) {
		return nil, ""
	}
	var feed fields
	if json.Unmarshal(recordUTF8(b), &feed) != nil || !strings.Contains(feed.text("version"), "jsonfeed.org") {
		return nil, ""
	}
	if json.Unmarshal(feed["items"], &items) != nil {
		return nil, ""
	}
	return items, feed.authors()
}

// objects yields the articles of objects that were read already. Who wrote those
// that name nobody are the authors.
func (c *cursor) objects(list []json.RawMessage, authors string) error {
	for _, raw := range list {
		c.line++
		err := c.item(raw, func(ctx context.Context) (*Article, error) {
			a, err := c.object(ctx, raw)
			if err == nil {
				a.Author = cmp.Or(a.Author, authors)
			}
			return a, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// The fields that hold the text in ninjs and JSON Feed: as HTML, as plain text, and
// as a list of either.
var (
	newsHTML  = []string{"body_html", "body_xhtml", "content_html"}
	newsPlain = []string{"body_text", "content_text"}
)

const newsBodies = "bodies"

// isNews reports whether an object is one of ninjs or an item of a JSON Feed.
func isNews(m fields) bool {
	for _, name := range slices.Concat(newsHTML, newsPlain, []string{newsBodies}) {
		if _, ok := m[name]; ok {
			return true
		}
	}
	return false
}

// A headed is an element of the lists of ninjs: a headline or body with its role,
// or somebody or something with a name.
type headed struct {
	Role        string `json:"role"`
	ContentType string `json:"contenttype"`
	Value       string `json:"value"`
	Name        string `json:"name"`
}

// list decodes a field that is a list of such elements or one of them.
func (m fields) list(name string) (list []headed) {
	var one headed
	switch {
	case json.Unmarshal(m[name], &list) == nil:
		return list
	case json.Unmarshal(m[name], &one) == nil:
		return []headed{one}
	}
	return nil
}

// word is the first of the fields that is a string or a number, on one line.
func (m fields) word(names ...string) string {
	for _, name := range names {
		if v, ok := m[name]; ok && string(v) != "null" && v[0] != '[' && v[0] != '{' {
			if s := oneLine(words(v)); s != "" {
				return s
			}
		}
	}
	return ""
}

// newsObject reads an object of ninjs or an item of a JSON Feed.
func (o *Options) newsObject(ctx context.Context, m fields) (*Article, error) {
	a := &Article{ID: m.word("uri", "id", "guid"), URL: m.word("url", "external_url"), Author: withoutBy(m.word("byline", "by"))}
	if a.URL == "" && strings.HasPrefix(a.ID, "http") {
		a.URL = a.ID
	}
	title := cmp.Or(m.word("headline", "title"), mainOf(m.list("headlines")).Value)
	lines, err := looseText(ctx, title)
	if err != nil {
		return nil, err
	}
	a.Title = strings.Join(lines, " ")
	a.Author = cmp.Or(a.Author, m.authors())
	for _, name := range []string{"subject", "subjects"} {
		if list := m.list(name); len(list) > 0 {
			a.Section = cmp.Or(a.Section, oneLine(list[0].Name))
		}
	}
	var tags []string
	if json.Unmarshal(m["tags"], &tags) == nil && len(tags) > 0 {
		a.Section = cmp.Or(a.Section, oneLine(tags[0]))
	}
	if s := m.word("versioncreated", "contentcreated", "firstcreated", "date_published", "date_modified"); s != "" {
		a.setDate(s)
	}
	if lines, err = m.newsText(ctx); err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, errors.New("its body is empty")
	}
	if err := a.page(lines); err != nil {
		return nil, err
	}
	return o.finish(a)
}

// authors are the names of the authors of a JSON Feed or an item of one.
func (m fields) authors() string {
	var names []string
	for _, x := range append(m.list("authors"), m.list("author")...) {
		if name := oneLine(x.Name); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// mainOf is the main headline or body of a list, else its first.
func mainOf(list []headed) headed {
	for _, h := range list {
		if strings.HasSuffix(h.Role, "main") {
			return h
		}
	}
	return append(list, headed{})[0]
}

// newsText are the paragraphs of the first field that holds a text.
func (m fields) newsText(ctx context.Context) ([]string, error) {
	for _, name := range newsHTML {
		if s := m.text(name); s != "" {
			if lines, err := fragment(ctx, []byte(s)); !errors.Is(err, errNoArticle) {
				return lines, err
			}
		}
	}
	for _, name := range newsPlain {
		if lines := textLines(m.text(name)); len(lines) > 0 {
			return lines, nil
		}
	}
	body := mainOf(m.list(newsBodies))
	if strings.HasPrefix(body.ContentType, "text/plain") || !markup.MatchString(body.Value) {
		return textLines(body.Value), nil
	}
	return looseText(ctx, body.Value)
}

// blankLine parts the paragraphs of a plain text.
var blankLine = regexp.MustCompile(`\n[ \t\r]*\n`)

// textLines are the paragraphs of a plain text as agencies send it: its lines,
// unless blank lines part them.
func textLines(s string) []string {
	if blankLine.MatchString(s) {
		return plainLines(s)
	}
	var list []string
	for line := range strings.Lines(s) {
		if line = oneLine(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// text is a field that is a string, as it stands.
func (m fields) text(name string) (s string) {
	if json.Unmarshal(m[name], &s) != nil {
		return ""
	}
	return s
}
