// Package corrections reads what an editor knows better: who is who, and who said
// what. The database and verify hold to it.
package corrections

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
)

// A Correction is one line of a file of corrections.
type Correction struct {
	Line int
	Text string
	What string
	Args []string
}

// The kinds of corrections, with what follows.
const (
	Same    = "same"           // names of one person, two at least
	Apart   = "not the same"   // names that are not, two at least
	NoName  = "no name"        // what is no name, one at least
	Speaker = "speaker"        // article, words, the name of who says them
	Source  = "missing source" // article, words, what the source is called that has no name
)

var items = map[string]int{Same: 2, Apart: 2, NoName: 1, Speaker: 3, Source: 3}

// Lines are the lines of a file.
func Lines(file []byte) []string {
	return strings.Split(strings.TrimRight(strings.ReplaceAll(string(file), "\r\n", "\n"), "\n"), "\n")
}

// Parse reads lines "kind: item | item". Those that are empty or begin with "#" say
// nothing.
func Parse(lines []string) ([]Correction, error) {
	var out []Correction
	for i, text := range lines {
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		what, rest, _ := strings.Cut(text, ":")
		what = strings.Join(strings.Fields(strings.ToLower(what)), " ")
		least, ok := items[what]
		if !ok {
			return nil, fmt.Errorf("line %d: %q is no correction; there are %s, %s, %s, %s and %s", i+1, text,
				Same, Apart, NoName, Speaker, Source)
		}
		c := Correction{Line: i + 1, Text: text, What: what}
		for item := range strings.SplitSeq(rest, "|") {
			if item = strings.Join(strings.Fields(item), " "); item != "" {
				c.Args = append(c.Args, item)
			}
		}
		if len(c.Args) < least || len(c.Args) > least && least != 2 && what != NoName {
			return nil, fmt.Errorf("line %d: %q takes %d items, set off by \"|\"", i+1, what, least)
		}
		out = append(out, c)
	}
	return out, nil
}

// Names are the names of a correction, as a set of what Fold makes of them.
func (c *Correction) Names() map[string]bool {
	out := map[string]bool{}
	for _, name := range c.Args {
		out[Fold(name)] = true
	}
	return out
}

// Of reports whether a correction of a speaker or source is one of an article.
func (c *Correction) Of(id, url string) bool {
	return c.Args[0] == "*" || c.Args[0] == id || c.Args[0] == url
}

// Begins reports whether the words of a quote begin with those of a correction.
func (c *Correction) Begins(said string) bool {
	return strings.HasPrefix(plain(said)+" ", plain(c.Args[1])+" ")
}

// Fold is a name without its case.
func Fold(name string) string { return cases.Fold().String(name) }

// plain is text without case, marks and signs: words with one blank between.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
}
