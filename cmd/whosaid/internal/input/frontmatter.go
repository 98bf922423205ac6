package input

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// matter is the front matter of a Markdown file: YAML between two lines "---".
var matter = regexp.MustCompile(`(?s)\A---[ \t]*\r?\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)`)

// maxMatter bounds front matter, in bytes.
const maxMatter = 64 << 10

// matterNames are the fields of front matter, the best first, as the makers of
// sites call them.
var matterNames = map[string][]string{
	"title":     {"title", "headline"},
	"author":    {"author", "authors", "byline"},
	"section":   {"section", "category", "categories"},
	"url":       {"url", "link", "canonical", "canonical_url", "permalink"},
	"published": {"date", "published", "publishdate", "pubdate"},
}

// frontMatter takes off the front matter. What of it cannot be read is a warning.
func (a *Article) frontMatter(src []byte) []byte {
	m := matter.FindSubmatch(src[:min(len(src), maxMatter)])
	if m == nil {
		return src
	}
	fields, err := matterFields(m[1])
	switch {
	case err != nil:
		a.Warnings = append(a.Warnings, fmt.Errorf("the front matter is not YAML, only its lines are read: %w", err))
		fields = matterLines(string(m[1]))
	case fields == nil:
		return src
	}
	field := func(name string, join bool) (value string) {
		for _, n := range matterNames[name] {
			if list := values(fields[n]); len(list) > 0 && join {
				value = cmp.Or(value, strings.Join(list, ", "))
			} else if len(list) > 0 {
				value = cmp.Or(value, list[0])
			}
		}
		return value
	}
	a.Title, a.URL, a.Section, a.Author = field("title", true), field("url", false), field("section", false), field("author", true)
	if s := field("published", false); s != "" {
		a.setDate(s)
	}
	return bytes.TrimLeft(src[len(m[0]):], "\r\n")
}

// matterFields are the fields by their names in small letters, nil for a text that
// stands between two rules.
func matterFields(b []byte) (map[string]*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	fields := map[string]*yaml.Node{}
	switch {
	case len(doc.Content) == 0:
		return fields, nil
	case doc.Content[0].Kind != yaml.MappingNode:
		return nil, nil
	}
	list := doc.Content[0].Content
	for i := 0; i+1 < len(list); i += 2 {
		fields[strings.ToLower(list[i].Value)] = list[i+1]
	}
	return fields, nil
}

// matterLines are the lines "name: value" of what is not YAML, such as a title
// with a colon in it.
func matterLines(s string) map[string]*yaml.Node {
	fields := map[string]*yaml.Node{}
	for line := range strings.Lines(s) {
		if name, value, ok := strings.Cut(line, ":"); ok {
			value = strings.Trim(strings.TrimSpace(value), `"'`)
			fields[strings.ToLower(strings.TrimSpace(name))] = &yaml.Node{Kind: yaml.ScalarNode, Value: value}
		}
	}
	return fields
}

// values are the values of a field: one, or those of a list, or the names in it.
func values(n *yaml.Node) (list []string) {
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode && n.Tag != "!!null":
		if s := oneLine(n.Value); s != "" {
			list = append(list, s)
		}
	case n.Kind == yaml.SequenceNode:
		for _, k := range n.Content {
			list = append(list, values(k)...)
		}
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "name" {
				list = append(list, values(n.Content[i+1])...)
			}
		}
	}
	return list
}
