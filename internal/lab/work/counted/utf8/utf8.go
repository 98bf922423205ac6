// Package utf8 is the standard library's, counting: what looks at one rune
// counts nothing, what looks at all of a string its bytes. It has what the
// library uses; for more, add more.
package utf8

import (
	"unicode/utf8"

	"github.com/whosaid/whosaid/internal/lab/work"
)

// Constants of unicode/utf8.
const (
	RuneError = utf8.RuneError
	RuneSelf  = utf8.RuneSelf
	MaxRune   = utf8.MaxRune
	UTFMax    = utf8.UTFMax
)

func AppendRune(p []byte, r rune) []byte          { return utf8.AppendRune(p, r) }
func DecodeRuneInString(s string) (rune, int)     { return utf8.DecodeRuneInString(s) }
func DecodeLastRuneInString(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }
func RuneStart(b byte) bool                       { return utf8.RuneStart(b) }

func ValidString(s string) bool {
	work.Add(len(s))
	return utf8.ValidString(s)
}

func RuneCountInString(s string) int {
	work.Add(len(s))
	return utf8.RuneCountInString(s)
}
