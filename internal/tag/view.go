package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// A view is what features see of a word. Hashes are of its normal form: small
// letters, 0 for digits, straight apostrophes, no invisible characters.
type view struct {
	word    uint32
	prefix  uint32    // the first three bytes
	suffix  [3]uint32 // the last two, three and four bytes
	cluster uint32    // of 256, 0 if unknown
	shape   shape
	hint    uint32 // the tag that prose gives
}

// A shape is a set of facts about how a word is written.
type shape uint8

const (
	upper   shape = 1 << iota // begins with a capital
	caps                      // two letters or more, all capitals
	digits                    // has a digit
	letters                   // has a letter
	hyphens                   // has a hyphen inside
	dots                      // has a dot
	first                     // the first of its sentence
	outside                   // no word
)

// maxWord bounds the bytes of a word that are looked at.
const maxWord = 64

// look is the view of w.
func look(w string, clusters *modelfile.Table) view {
	var buf [maxWord + utf8.UTFMax]byte
	norm, sh := normal(buf[:0], w)
	n := len(norm)
	v := view{word: linear.HashBytes(norm), prefix: linear.HashBytes(norm[:min(n, 3)]), shape: sh}
	v.suffix = [3]uint32{linear.HashBytes(norm[max(0, n-2):]), linear.HashBytes(norm[max(0, n-3):]), linear.HashBytes(norm[max(0, n-4):])}
	if sh&digits == 0 {
		if c := clusters.Get(v.word); c != nil {
			v.cluster = (uint32(c[0])|uint32(c[1])<<8)>>6&255 + 1
		}
	}
	return v
}

// normal appends the normal form of w to dst and returns its shape.
func normal(dst []byte, w string) ([]byte, shape) {
	var sh shape
	small, capital := 0, 0
	for i := 0; i < len(w) && len(dst) < maxWord; i++ {
		c := w[i]
		switch {
		case 'a' <= c && c <= 'z':
			small++
		case 'A' <= c && c <= 'Z':
			capital++
			if len(dst) == 0 {
				sh |= upper
			}
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			sh |= digits
			c = '0'
		case c == '-' && i > 0:
			sh |= hyphens
		case c == '.':
			sh |= dots
		case c == '&':
			if n := apostropheReference(w[i:]); n > 0 {
				c = '\''
				i += n - 1
			}
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(w[i:])
			i += n - 1
			switch {
			case r == '’' || r == '‘':
				dst = append(dst, '\'')
			case r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF:
			case unicode.IsUpper(r):
				capital++
				if len(dst) == 0 {
					sh |= upper
				}
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
			default:
				small++
				dst = utf8.AppendRune(dst, r)
			}
			continue
		}
		dst = append(dst, c)
	}
	if small+capital > 0 {
		sh |= letters
	}
	if capital > 1 && small == 0 {
		sh |= caps
	}
	return dst, sh
}

// apostropheReference is the length of the HTML reference to an apostrophe
// that s begins with, or 0.
func apostropheReference(s string) int {
	for _, ref := range [...]string{"&#39;", "&#8217;", "&rsquo;", "&apos;", "&#x27;", "&#x2019;"} {
		if strings.HasPrefix(s, ref) {
			return len(ref)
		}
	}
	return 0
}

// MaxNormal is the most bytes of what Normal appends.
const MaxNormal = maxWord + utf8.UTFMax

// Normal appends to dst the normal form of a token, by which the tagger knows
// it: small letters, 0 for digits, straight apostrophes, no invisible
// characters, and no more than its first bytes.
func Normal(dst []byte, token string) []byte {
	dst, _ = normal(dst, token)
	return dst
}
