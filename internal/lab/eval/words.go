package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// outer is what does not count at the bounds of a quote.
const outer = " \t\n\r\"'“”‘’«»„`.,;:!?—–-…"

// core is a quote's span without white space, marks, stops and a leading
// "that"; the span itself where nothing is left.
func core(text string, start, end int) [2]int {
	s := text[start:end]
	l := strings.TrimLeft(s, outer)
	if len(l) >= 5 && strings.EqualFold(l[:5], "that ") && utf8.RuneCountInString(l) > 8 {
		l = strings.TrimLeft(l[5:], outer)
	}
	r := strings.TrimRight(l, outer)
	if r == "" {
		return [2]int{start, end}
	}
	from := end - len(l)
	return [2]int{from, from + len(r)}
}

// fold makes names comparable: ASCII letters in lower case, digits and
// apostrophes, in words with one space between; accents go.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch {
		case r >= utf8.RuneSelf:
			// gone, as an accent is
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '\'':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

// suffixes are no last names.
var suffixes = []string{"jr", "sr", "ii", "iii", "iv"}

// lastWord is the last word of a folded name that is no suffix, without
// apostrophes; "" if there is none.
func lastWord(name string) string {
	s := fold(name)
	if t := strings.TrimSuffix(s, "'s"); t != s {
		s = t
	} else {
		s = strings.TrimSuffix(s, "'")
	}
	words := strings.Fields(strings.ReplaceAll(s, "'", ""))
	for i := len(words) - 1; i >= 0; i-- {
		if !isOneOf(words[i], suffixes) {
			return words[i]
		}
	}
	return ""
}

var (
	pronouns    = strings.Fields("he she they i we it who you him her his their them that which this himself herself one all each")
	determiners = strings.Fields("the a an one some many most several other another his her its their this that these those " +
		"two three all no every each our my fellow")
)

// mentionKind is the form of a source: pronoun, name, nominal, or none.
func mentionKind(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return "none"
	}
	low := strings.ToLower(s)
	if isOneOf(strings.Trim(low, " ,.’'s"), pronouns) || isOneOf(low, pronouns) {
		return "pronoun"
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && (i > 0 || !isOneOf(strings.ToLower(w), determiners)) {
			return "name"
		}
	}
	return "nominal"
}

func isOneOf(s string, list []string) bool {
	for _, t := range list {
		if s == t {
			return true
		}
	}
	return false
}
