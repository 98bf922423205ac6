package entity

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// relative returns the cluster of "the younger Lee" or "the elder Mr. Lee", whose
// name begins at an offset: not the one called Lee alone, and of several Lees
// the text need not say which. Forms that call somebody so are not found otherwise.
func (c *clusters) relative(n *Name, text string, words []string) (int, bool) {
	if n.Kind != whosaid.EntityPerson || len(words) != 1 {
		return 0, false
	}
	age := c.ageBefore(n.Start)
	if age == "" {
		return 0, false
	}
	k := key{n.Kind, age + " " + words[0]}
	at, ok := c.byForm[k]
	if !ok {
		at = len(c.all)
		c.all = append(c.all, cluster{parent: at, kind: n.Kind, name: text, words: words})
		c.byForm[k] = at
	}
	return at, true
}

// ageBefore is the adjective in "the younger", "the elder" before a name that begins
// at an offset, with or without a title between them, or "".
func (c *clusters) ageBefore(start int) string {
	i, _ := c.d.TokensIn(whosaid.Span{Start: start, End: start + 1})
	i--
	if i > 1 && c.lex.is(c.low(i), isHonorific) {
		i--
	}
	if i < 1 || !c.lex.is(c.low(i-1), isArticle) || !c.lex.is(c.low(i), isOfAge) {
		return ""
	}
	return c.low(i)
}

// low is token i in lower case.
func (c *clusters) low(i int) string { return strings.ToLower(c.d.Slice(c.d.Tokens[i].Span)) }

// cueBehind is the gender that an apposition behind a name tells: "Jan Lee, a tall
// man with a dog".
func (c *clusters) cueBehind(name whosaid.Span) Gender {
	const farthest = 6
	_, end := c.d.TokensIn(name)
	i := end
	if i+1 >= len(c.d.Tokens) || c.low(i) != "," || c.d.Tokens[i+1].Tag != "DT" {
		return 0
	}
	var told Gender
	for i += 2; i < min(len(c.d.Tokens), end+farthest) && c.ofNoun(i); i++ {
		told = c.lex.gender(c.low(i)) // of the last noun
	}
	return told
}

// ofNoun reports whether token i can be a noun or stand before one in its phrase.
func (c *clusters) ofNoun(i int) bool {
	tag := c.d.Tokens[i].Tag
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || tag == "HYPH"
}
