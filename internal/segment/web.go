package segment

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

func isMark(r rune) bool { return unicode.IsMark(r) }

// A charRef is an HTML character reference, "&#8217;" or "&quot;".
type charRef struct {
	end   int   // its end, or the offset of its "&" if it is none
	class class // what its character is
	r     rune
}

// maxReference bounds the length of a character reference in bytes.
const maxReference = 10

// reference reads the HTML character reference at text[i] = '&'.
func reference(text string, i int) charRef {
	none := charRef{end: i}
	limit := min(len(text), i+maxReference)
	semi := strings.IndexByte(text[i:limit], ';')
	if semi < 3 {
		return none
	}
	// What UnescapeString reads only in part, "&notit;" as "¬it;", is no one
	// rune.
	c := html.UnescapeString(text[i : i+semi+1])
	r, n := utf8.DecodeRuneInString(c)
	if n < len(c) || r == utf8.RuneError {
		return none
	}
	return charRef{end: i + semi + 1, class: runeOrByteClass(r), r: r}
}

func runeOrByteClass(r rune) class {
	if r < utf8.RuneSelf {
		return byteClass[r]
	}
	return runeClass(r)
}

// referenceToken cuts a character reference that no word begins with.
func (t *tokenizer) referenceToken(i int, ref charRef) int {
	switch {
	case ref.class.isWord():
		return t.word(i)
	case ref.r == '’' || ref.r == '\'':
		if t.touches(i) {
			if j := t.clitic(i, ref.end); j > i {
				return t.emit(i, j)
			}
		} else if j := t.elision(ref.end); j > ref.end {
			return t.emit(i, j)
		}
	}
	return t.emit(i, ref.end)
}

// maxTag bounds the length of an HTML tag in bytes: what is longer is text
// with a stray "<".
const maxTag = 2048

// tag returns the end of the HTML tag at i, or i.
func (t *tokenizer) tag(i int) int {
	rest := t.text[i+1 : min(len(t.text), i+maxTag)]
	name := strings.TrimPrefix(rest, "/")
	if name == "" || !(byteClass[name[0]].isLetter() && name[0] != '_' || strings.HasPrefix(name, "!--")) {
		return i
	}
	if end := strings.IndexAny(rest, "<>"); end > 0 && rest[end] == '>' {
		return i + 1 + end + 1
	}
	return i
}

// address returns the end of the URL, the e-mail address or the domain name
// at i, or i. It looks at no chunk twice.
func (t *tokenizer) address(i int) int {
	if i < t.examined {
		return i
	}
	j, at, dots, slash := i, -1, 0, -1
scan:
	for j < len(t.text) {
		switch c := t.text[j]; {
		case c >= utf8.RuneSelf:
			if k, n := classAt(t.text, j); k.isWord() {
				j += n - 1
				break
			}
			break scan
		case c == '@':
			if at < 0 {
				at = j
			}
		case c == '.':
			dots++
		case c == '/':
			if slash < 0 {
				slash = j
			}
		case !addressByte(c):
			break scan
		}
		j++
	}
	t.examined = j
	if end := t.link(i, j, slash); end > i {
		return end
	}
	if at > i && dots > 0 {
		return t.email(i, at, j)
	}
	if dots > 0 {
		return t.domain(i, j)
	}
	return i
}

// addressByte reports whether an address may hold c.
func addressByte(c byte) bool {
	if byteClass[c].isWord() {
		return true
	}
	switch c {
	case '-', '+', '%', '~', ':', '?', '=', '&', '#', ',', ';', '!', '$', '*':
		return true
	}
	return false
}

// trimAddress moves the end j of an address back over closing punctuation.
func (t *tokenizer) trimAddress(i, j int) int {
	for j > i {
		switch t.text[j-1] {
		case '.', ',', ';', ':', '!', '?', '*', '-', '&':
			j--
		default:
			return j
		}
	}
	return j
}

// link returns the end of "http://…" or "www.…" in text[i:j], or i.
func (t *tokenizer) link(i, j, slash int) int {
	s := t.text[i:j]
	scheme := slash > i+2 && t.text[slash-1] == ':' && strings.HasPrefix(t.text[slash:j], "//") && slash-i <= 8
	if !scheme && !(len(s) > 6 && (s[:4] == "www." || s[:4] == "WWW." || s[:4] == "Www.")) {
		return i
	}
	end := t.trimAddress(i, j)
	if scheme && end <= slash+2 {
		return i
	}
	return end
}

// email returns the end of the address in text[i:j] with its "@" at at, or i.
func (t *tokenizer) email(i, at, j int) int {
	for k := i; k < at; k++ {
		if c := t.text[k]; !byteClass[c].isWord() && byteClass[c] != high && c != '.' && c != '-' && c != '+' {
			return i
		}
	}
	end := at + 1
	lastDot := -1
	for end < j && (byteClass[t.text[end]].isWord() || t.text[end] == '.' || t.text[end] == '-') {
		if t.text[end] == '.' {
			lastDot = end
		}
		end++
	}
	end = t.trimAddress(at+1, end)
	if lastDot < 0 || end <= at+3 {
		return i
	}
	return end
}

// domain returns the end of the domain name that begins text[i:j], with the
// path that follows it, or i.
func (t *tokenizer) domain(i, j int) int {
	label, end, labels := i, i, 0
	for k := i; k <= j; k++ {
		if k < j && (byteClass[t.text[k]].isWord() || t.text[k] == '-') {
			continue
		}
		if k == label {
			break
		}
		labels++
		if labels > 1 && t.words.topLevel(t.text[label:k], labels) {
			end = k
		}
		if k == j || t.text[k] != '.' {
			break
		}
		label = k + 1
	}
	if end < j && end > i && t.text[end] == '/' {
		return t.trimAddress(end, j)
	}
	return end
}

// topLevel reports whether s ends domain names of n labels.
func (x lexicon) topLevel(s string, n int) bool {
	return x.is(s, wDomain) || n > 2 && x.is(s, wCountryDomain)
}
