// Package strings is the standard library's, counting: each function adds the
// bytes that it looks at to [work.Count]. It has what the library uses; for
// more, add more.
package strings

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/internal/lab/work"
)

// Builder is strings.Builder: what it holds shows in the bytes allocated.
type Builder = strings.Builder

// found counts a search through s that ended at i, or nowhere if i is less
// than 0, and returns i.
func found(s string, i int) int {
	if i < 0 {
		work.Add(len(s))
	} else {
		work.Add(i + 1)
	}
	return i
}

// whole counts all of s.
func whole(s string) string {
	work.Add(len(s))
	return s
}

func Contains(s, sub string) bool                   { return found(s, strings.Index(s, sub)) >= 0 }
func ContainsAny(s, chars string) bool              { return found(s, strings.IndexAny(s, chars)) >= 0 }
func ContainsFunc(s string, f func(rune) bool) bool { return found(s, strings.IndexFunc(s, f)) >= 0 }
func ContainsRune(s string, r rune) bool            { return found(s, strings.IndexRune(s, r)) >= 0 }
func Count(s, sub string) int                       { return strings.Count(whole(s), sub) }
func EqualFold(s, t string) bool                    { return strings.EqualFold(whole(s), t) }
func Fields(s string) []string                      { return strings.Fields(whole(s)) }
func FieldsSeq(s string) iter.Seq[string]           { return strings.FieldsSeq(whole(s)) }
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return strings.FieldsFuncSeq(whole(s), f)
}
func HasPrefix(s, prefix string) bool                 { return strings.HasPrefix(s, whole(prefix)) }
func HasSuffix(s, suffix string) bool                 { return strings.HasSuffix(s, whole(suffix)) }
func Index(s, sub string) int                         { return found(s, strings.Index(s, sub)) }
func IndexAny(s, chars string) int                    { return found(s, strings.IndexAny(s, chars)) }
func IndexByte(s string, c byte) int                  { return found(s, strings.IndexByte(s, c)) }
func IndexFunc(s string, f func(rune) bool) int       { return found(s, strings.IndexFunc(s, f)) }
func Lines(s string) iter.Seq[string]                 { return strings.Lines(whole(s)) }
func Map(f func(rune) rune, s string) string          { return strings.Map(f, whole(s)) }
func ReplaceAll(s, old, new string) string            { return strings.ReplaceAll(whole(s), old, new) }
func Split(s, sep string) []string                    { return strings.Split(whole(s), sep) }
func ToLower(s string) string                         { return strings.ToLower(whole(s)) }
func ToUpper(s string) string                         { return strings.ToUpper(whole(s)) }
func ToValidUTF8(s, replacement string) string        { return strings.ToValidUTF8(whole(s), replacement) }
func TrimPrefix(s, prefix string) string              { return strings.TrimPrefix(s, whole(prefix)) }
func TrimSuffix(s, suffix string) string              { return strings.TrimSuffix(s, whole(suffix)) }
func CutPrefix(s, prefix string) (string, bool)       { return strings.CutPrefix(s, whole(prefix)) }
func CutSuffix(s, suffix string) (string, bool)       { return strings.CutSuffix(s, whole(suffix)) }
func Trim(s, cutset string) string                    { return trimmed(s, strings.Trim(s, cutset)) }
func TrimLeft(s, cutset string) string                { return trimmed(s, strings.TrimLeft(s, cutset)) }
func TrimRight(s, cutset string) string               { return trimmed(s, strings.TrimRight(s, cutset)) }
func TrimSpace(s string) string                       { return trimmed(s, strings.TrimSpace(s)) }
func TrimLeftFunc(s string, f func(rune) bool) string { return trimmed(s, strings.TrimLeftFunc(s, f)) }
func TrimRightFunc(s string, f func(rune) bool) string {
	return trimmed(s, strings.TrimRightFunc(s, f))
}

// trimmed counts what was cut off from s, which left rest.
func trimmed(s, rest string) string {
	work.Add(len(s) - len(rest) + utf8.UTFMax)
	return rest
}

func Cut(s, sep string) (before, after string, ok bool) {
	i := Index(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func LastIndexByte(s string, c byte) int {
	i := strings.LastIndexByte(s, c)
	work.Add(len(s) - i)
	return i
}

func Join(elems []string, sep string) string {
	s := strings.Join(elems, sep)
	work.Add(len(elems) + len(s))
	return s
}
