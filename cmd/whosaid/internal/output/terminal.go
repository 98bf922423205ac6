package output

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// raw reports whether a terminal may obey a character rather than show it, or show
// others elsewhere for it.
func raw(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// Shown is a text as a line of a terminal: control characters, ends of lines among
// them, are written as Go writes them, and broken bytes too, so that a name can be
// told from another.
func Shown(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "\\x%02x", s[0])
		case r == '\n':
			b.WriteString("\\n")
		case raw(r):
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// Terminal is a writer for a terminal, that writes control characters but for ends of
// lines and tabs as JSON does in its strings.
func Terminal(w io.Writer) io.Writer { return &terminal{w: w} }

type terminal struct {
	w    io.Writer
	rest []byte // the beginning of a character whose end is to come
}

func (t *terminal) Write(p []byte) (int, error) {
	b := append(t.rest, p...)
	out := make([]byte, 0, len(b))
	for len(b) > 0 && utf8.FullRune(b) {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1: // which some terminals take for a control character
			out = utf8.AppendRune(out, utf8.RuneError)
		case r != '\n' && r != '\t' && raw(r):
			out = fmt.Appendf(out, "\\u%04x", r)
		default:
			out = append(out, b[:size]...)
		}
		b = b[size:]
	}
	t.rest = append(t.rest[:0], b...)
	if _, err := t.w.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}
