package verify

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Plain returns a text of the same length without what is no part of its words:
// the signs of Markdown for headings, lists, quoted lines, emphasis and code, and brackets
// that only change a letter ("[T]he"). Blanks stand in their place, so that
// offsets stay those of the text.
func Plain(text string) string {
	b := []byte(text)
	lineStart := true
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\n':
			lineStart = true
			continue
		case c == ' ' || c == '\t':
			continue
		case lineStart && (c == '#' || c == '>'):
			blank(b[i : i+1])
			continue
		case lineStart && listSign(b[i:]) > 0:
			n := listSign(b[i:])
			blank(b[i : i+n])
			i += n - 1
		case c == '`' || bytes.HasPrefix(b[i:], []byte("**")) || bytes.HasPrefix(b[i:], []byte("__")):
			blank(b[i:min(i+len("**"), len(b))][:markLength(c)])
		case (c == '*' || c == '_') && emphasis(b, i):
			blank(b[i : i+1])
		case c == '[':
			unbracket(b, i)
		}
		lineStart = false
	}
	return string(b)
}

// listSign is the length of the sign of an element of a list that b begins with:
// "- ", "* ", "+ ", "• ", "12. ", "3) ".
func listSign(b []byte) int {
	n := 0
	switch {
	case len(b) > 0 && bytes.IndexByte([]byte("-*+"), b[0]) >= 0:
		n = 1
	case bytes.HasPrefix(b, []byte("•")):
		n = len("•")
	default:
		for n < len(b) && n < 3 && '0' <= b[n] && b[n] <= '9' {
			n++
		}
		if n == 0 || n == len(b) || b[n] != '.' && b[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(b) && (b[n] == ' ' || b[n] == '\t') {
		return n
	}
	return 0
}

// markLength is how many bytes the sign has that begins with c.
func markLength(c byte) int {
	if c == '`' {
		return 1
	}
	return 2
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

// emphasis reports whether the sign at i begins or ends emphasis: it touches a
// word, or a mark, on one side alone.
func emphasis(b []byte, i int) bool {
	before, _ := utf8.DecodeLastRune(b[:i])
	after, _ := utf8.DecodeRune(b[i+1:])
	left := i > 0 && !unicode.IsSpace(before)
	right := i+1 < len(b) && !unicode.IsSpace(after)
	return (left || right) && !(left && right && isWord(before) && isWord(after))
}

// unbracket takes a bracket out that holds the first letter of a word.
func unbracket(b []byte, i int) {
	if before, _ := utf8.DecodeLastRune(b[:i]); i > 0 && isWord(before) {
		return
	}
	r, n := utf8.DecodeRune(b[i+1:])
	end := i + 1 + n
	if !unicode.IsLetter(r) || end >= len(b) || b[end] != ']' {
		return
	}
	if next, _ := utf8.DecodeRune(b[end+1:]); !unicode.IsLetter(next) {
		return
	}
	copy(b[i+2:], b[i+1:end]) // the letter moves to its word
	blank(b[i : i+2])
}
