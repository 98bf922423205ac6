// Package textpos turns byte offsets of a text into the units that other
// worlds count in: characters (Unicode code points) and UTF-16 code units.
package textpos

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// step is the distance of the known offsets, in bytes. Between them is counted.
const step = 64

// An Index answers for one text in constant time. Each byte of invalid UTF-8
// counts as one character, as which Clean writes it.
type Index struct {
	text  string
	ascii bool
	runes []int32 // characters before byte i*step, or before the next one that begins a character
	units []int32
	at    []int32 // the byte from which they are counted
}

// New reads a text once.
func New(text string) *Index {
	x := &Index{text: text, ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			x.ascii = false
			break
		}
	}
	if x.ascii {
		return x
	}
	var runes, units int32
	for i := 0; i < len(text); {
		if i >= len(x.at)*step {
			x.at, x.runes, x.units = append(x.at, int32(i)), append(x.runes, runes), append(x.units, units)
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		runes++
		units += int32(width(r))
		i += n
	}
	return x
}

func width(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// count returns the characters and code units before byte i, which is on a
// boundary.
func (x *Index) count(i int) (runes, units int) {
	i = min(max(i, 0), len(x.text))
	if x.ascii || i == 0 {
		return i, i
	}
	k := min(i/step, len(x.at)-1)
	for k > 0 && int(x.at[k]) > i {
		k--
	}
	runes, units = int(x.runes[k]), int(x.units[k])
	for _, r := range x.text[x.at[k]:i] {
		runes++
		units += width(r)
	}
	return runes, units
}

// Runes is s in characters.
func (x *Index) Runes(s whosaid.Span) (start, end int) {
	start, _ = x.count(s.Start)
	end, _ = x.count(s.End)
	return start, end
}

// UTF16 is s in UTF-16 code units, as JavaScript counts.
func (x *Index) UTF16(s whosaid.Span) (start, end int) {
	_, start = x.count(s.Start)
	_, end = x.count(s.End)
	return start, end
}

// Clean writes U+FFFD for each byte of invalid UTF-8, so that characters count
// the same.
func Clean(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 64)
	for _, r := range text {
		b.WriteRune(r)
	}
	return b.String()
}
