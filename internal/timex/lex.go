package timex

import "unicode/utf8"

// A lexer gives tokens their readings.
type lexer struct {
	g   *Grammar
	buf []byte
	// readings of the tokens from first on; token first+i has
	// readings[at[i]:at[i+1]].
	readings []reading
	at       []int32
	first    int
}

// maxWord is the longest token, in bytes, that can be of interest.
const maxWord = 32

// read appends the readings of a token.
func (x *lexer) read(tok string) {
	if len(tok) <= maxWord && x.g.mayRead(tok) {
		low := x.lower(tok)
		if rs, ok := x.g.words[string(low)]; ok {
			x.readings = append(x.readings, rs...)
			x.short(rs, tok)
		}
		if c := low[0]; c >= '0' && c <= '9' {
			x.digits(string(low))
		} else if len(low) > 2 && (c == '\'' || c == 'q' || c == 'f' || hasByte(low, '-')) {
			x.hyphens(string(low))
		} else if c == 'q' && len(low) == 2 {
			x.hyphens(string(low))
		}
	}
	x.at = append(x.at, int32(len(x.readings)))
}

// mayRead cheaply rules out most tokens without a reading: words whose first
// letter and length are those of no word in the tables.
func (g *Grammar) mayRead(tok string) bool {
	c := tok[0] | 0x20
	if c < 'a' || c > 'z' || c == 'q' || c == 'f' || g.lengths[c-'a']&(1<<len(tok)) != 0 {
		return true
	}
	for i := 1; i < len(tok); i++ {
		if tok[i] == '-' || tok[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func hasByte(b []byte, c byte) bool {
	for _, d := range b {
		if d == c {
			return true
		}
	}
	return false
}

// lower returns tok in lower case with straight apostrophes and hyphens. The
// result is valid until the next call.
func (x *lexer) lower(tok string) []byte {
	b := x.buf[:0]
	for i := 0; i < len(tok); {
		c := tok[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(tok[i:])
		switch r {
		case '’', '‘':
			b = append(b, '\'')
		case '–', '—', '‐', '‑', '−':
			b = append(b, '-')
		default:
			b = append(b, tok[i:i+n]...)
		}
		i += n
	}
	x.buf = b
	return b
}

func (x *lexer) add(sym symbol, val int) { x.readings = append(x.readings, reading{sym, int32(val)}) }

// word returns the value of a word as a member of class.
func (x *lexer) word(s string, class symbol) (int32, bool) {
	for _, r := range x.g.words[s] {
		if r.sym == class {
			return r.val, true
		}
	}
	return 0, false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// atoi reads digits; more than nine give a number too big for any use.
func atoi(s string) int {
	if len(s) > 9 {
		return 999_999_999
	}
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
