package entity

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/whosaid/whosaid"
)

// clean is text on one line, as valid UTF-8.
func clean(text string) string {
	return strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), "\uFFFD")
}

// fold is the form by which names are compared: without case, accents and
// stops.
func fold(text string) string {
	ascii := true
	for i := range len(text) {
		if text[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ReplaceAll(strings.ToLower(text), ".", "")
	}
	text = cases.Fold().String(norm.NFKD.String(text))
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.':
			return -1
		case r == 'ł':
			return 'l'
		case r == 'ø':
			return 'o'
		case r == 'đ':
			return 'd'
		case r == 'ı': // in small letters what "I" is in capitals, whatever the language
			return 'i'
		case unicode.Is(unicode.Pd, r):
			return '-'
		case r == '’' || r == '‘' || r == 'ʼ':
			return '\''
		}
		return r
	}, text)
}

// foldedWords are the words of a name, folded.
func foldedWords(text string) []string {
	return strings.Fields(strings.ReplaceAll(fold(text), ",", " "))
}

// wordsOf folds a name and drops words that do not distinguish it.
func (l *lexicon) wordsOf(kind whosaid.EntityKind, text string) []string {
	return l.telling(kind, foldedWords(text))
}

// telling are the folded words of a name without those that do not distinguish it.
func (l *lexicon) telling(kind whosaid.EntityKind, ws []string) []string {
	var drop class
	switch kind {
	case whosaid.EntityPerson:
		drop = isNameSuffix
	case whosaid.EntityOrganization:
		drop = isLegalForm
	}
	for len(ws) > 1 && l.is(ws[len(ws)-1], drop) {
		ws = ws[:len(ws)-1]
	}
	if len(ws) > 1 && l.is(ws[0], isArticle) {
		ws = ws[1:]
	}
	return ws
}

// initials are the first letters of words, but for those of a class.
func (l *lexicon) initials(words []string, but class) string {
	var b strings.Builder
	for _, w := range words {
		if w != "" && !l.is(w, but) {
			b.WriteString(w[:1])
		}
	}
	return b.String()
}

// isAcronym reports whether a name as written is two to six capitals, with or
// without stops and ampersands.
func isAcronym(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.' && r != '&':
			return false
		}
	}
	return 2 <= n && n <= 6
}

// sameGiven reports whether two given names may be one: equal, or one the
// other's initial.
func sameGiven(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

// isBeginning reports whether a name is short for a longer one that goes on
// behind it: "Orbit" of "Orbit Labs", not "House" of "House of Commons".
func (l *lexicon) isBeginning(short, long []string) bool {
	n := len(short)
	return n < len(long) && slices.Equal(short, long[:n]) && !l.is(long[n], isSmall) && !l.is(long[len(long)-1], isUnit)
}

func isEnd(short, long []string) bool {
	return len(short) < len(long) && slices.Equal(short, long[len(long)-len(short):])
}

// withoutState is a folded name of a place, given as words too, without "republic
// of" and the like. Names in the table of aliases are not for this: the Republic of
// China is not China.
func (l *lexicon) withoutState(form string, words []string) string {
	for i := len(words) - 3; i >= 0; i-- {
		if !l.is(words[i], isState) || !l.is(words[i+1], isOf) {
			continue
		}
		rest := words[i+2:]
		if len(rest) > 1 && l.is(rest[0], isArticle) {
			rest = rest[1:]
		}
		return strings.Join(rest, " ")
	}
	return form
}

func firstWord(name string) string {
	word, _, _ := strings.Cut(name, " ")
	return word
}
