package input

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

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

// isTitle reports whether a list is the title element alone, as of a page that a
// program fills.
func (a *about) isTitle(list []string) bool {
	return len(list) == 1 && len(a.h1) == 0 && list[0] == a.title
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
