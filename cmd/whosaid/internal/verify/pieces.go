package verify

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// A piece is a part of a quotation that claims to be words in a row.
type piece struct {
	words []token
	ids   []int32
	// gap is how many words of the source may stand between this piece and the one
	// before it.
	gap int
}

// How many words of a source an ellipsis may leave out, and words in brackets may
// stand for.
const (
	ellipsisGap = 400
	bracketGap  = 8
)

// maxPiece is the longest piece, in words; a longer quotation is compared part by
// part.
const maxPiece = 500

// pieces cuts a quotation at ellipses ("…", "...", "[…]") and at words in brackets,
// which are the writer's: "[the mayor]", "[sic]".
func pieces(text string, s whosaid.Span) []piece {
	var out []piece
	gap, start := 0, s.Start
	cut := func(end, next, g int) {
		if words := tokens(text, start, end); len(words) > 0 {
			out = appendPiece(out, words, gap)
			gap = 0
		}
		gap, start = max(gap, g), next
	}
	for i := s.Start; i < s.End; {
		n, g := interruption(text[i:s.End])
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:s.End])
		} else {
			cut(i, i+n, g)
		}
		i += n
	}
	cut(s.End, s.End, 0)
	if len(out) > 0 {
		out[0].gap = 0
	}
	return out
}

func appendPiece(out []piece, words []token, gap int) []piece {
	for len(words) > maxPiece {
		out = append(out, piece{words: words[:maxPiece], gap: gap})
		words, gap = words[maxPiece:], 0
	}
	return append(out, piece{words: words, gap: gap})
}

// interruption is the length of the ellipsis or bracket that s begins with, and
// how many words may stand in its place; 0 if there is none.
func interruption(s string) (length, gap int) {
	if n := ellipsis(s); n > 0 {
		return n, ellipsisGap
	}
	if s[0] != '[' && s[0] != '(' {
		return 0, 0
	}
	closing := map[byte]byte{'[': ']', '(': ')'}[s[0]]
	end := strings.IndexByte(s[:min(len(s), maxBracket)], closing)
	if end < 0 {
		return 0, 0
	}
	if n := ellipsis(strings.TrimSpace(s[1:end])); n > 0 && n == len(strings.TrimSpace(s[1:end])) {
		return end + 1, ellipsisGap
	}
	if s[0] == '(' {
		return 0, 0
	}
	return end + 1, bracketGap
}

// maxBracket is the longest that is taken for a bracket, in bytes.
const maxBracket = 120

// ellipsis is the length of the ellipsis that s begins with.
func ellipsis(s string) int {
	if strings.HasPrefix(s, "…") {
		return len("…")
	}
	n, points := 0, 0
	for n < len(s) && (s[n] == '.' || points > 0 && s[n] == ' ' && n+1 < len(s) && s[n+1] == '.') {
		if s[n] == '.' {
			points++
		}
		n++
	}
	if points < 3 {
		return 0
	}
	return n
}
