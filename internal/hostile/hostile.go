// Package hostile makes texts that broke other readers of news, for tests of
// linear time and bounded memory.
package hostile

import (
	"fmt"
	"strings"
)

// A Family makes texts of one hostile sort, of about n bytes. The same n gives
// the same text.
type Family struct {
	Name string
	Make func(n int) string
}

// Families returns all families, in a fixed order.
func Families() []Family {
	fs := []Family{
		repeat("dots", "."),
		repeat("spaced dots", ". "),
		repeat("brackets", "[({"),
		repeat("closing brackets", ")]}"),
		repeat("initials", "A. A. "),
		repeat("commas", ","),
		repeat("digits and dates run together", "2015-09-24T10:00Sept241,000.5/9/15"),
		repeat("spaced dates", "from March 2015 to May 1 2016 to "),
		repeat("said", "said "),
		repeat("said that he", "said that he "),
		repeat("pronouns", "he she it they his her "),
		repeat("nominals", "the spokesman said the company and the president "),
		repeat("one word", "x"),
		repeat("one capital word", "Xa"),
		repeat("one cyrillic word", "жЖ"),
		repeat("hyphens", "a-"),
		repeat("apostrophes in a word", "a'"),
		repeat("capitals", "ANN LEE OF ORBIT "),
		repeat("one name", "Ann Lee said Ann Lee. "),
		repeat("combining marks", "e\u0301\u0301\u0301\u0301"),
		repeat("bidi controls", "\u202ea\u2066b\u2069\u202c "),
		repeat("zero width", "\u200b\ufeff\u2060\u00ad"),
		repeat("stray continuation bytes", "\x80\xbf"),
		repeat("cut runes", "\xe2\x82 \xf0\x9f\x98 \xc3"),
		repeat("overlong and surrogates", "\xc0\xaf\xed\xa0\x80\xf5\xff"),
		repeat("cyrillic look-alikes", "Аnn Lее sаid “nо” on Тuesday. "),
		repeat("line ends", "a\n\r\n\n"),
		repeat("short lines", "Ann said\n"),
		repeat("nested quotes", "“a ‘b "),
		repeat("reopened quotes", "“We will not sell.\n\n"),
		repeat("quoted paragraphs", "\"We will not sell, and Ann Lee said we will.\n"),
		repeat("every byte", everyByte()),
		repeat("NULs", "\x00"),
		repeat("spaces", " \t\u00a0\u3000"),
		repeat("joined emoji", "👩‍🚀🇫🇷"),
		repeat("abbreviations", "U.S. Mr. No. Inc. "),
		repeat("addresses", "https://e.example/a?b=c&d@e.f/ "),
		repeat("brackets with words", "(a [b "),
		repeat("colons", "Ann: a; "),
		repeat("dashes", "a — b – c "),
		repeat("relative clauses", "who met Ann Lee, which "),
		repeat("coordinated verbs", "left and met, and said "),
		repeat("negations", "did not deny that she never said that "),
		repeat("roles", "president and director of Orbit and "),
		repeat("lengths", "two weeks and three days after "),
		repeat("numbers in words", "two hundred and five thousand and "),
		{"random bytes", randomBytes},
		{"distinct names", names},
		{"one name in many writings", writings},
		{"parts of one organization", parts},
		{"distinct surnames said", surnames},
		{"minified HTML", html},
	}
	for _, mark := range []string{"\"", "'", "“", "”", "‘", "’", "«", "»", "``", "''", "„", "`"} {
		fs = append(fs, repeat("quote mark "+mark, mark), repeat("spaced quote mark "+mark, mark+" a "))
	}
	return fs
}

func repeat(name, unit string) Family {
	return Family{name, func(n int) string { return strings.Repeat(unit, n/len(unit)+1) }}
}

// syllables spells i as a name, so that different i give different names.
func syllables(i int) string {
	var b strings.Builder
	for _, s := range fmt.Sprintf("%06d", i) {
		b.WriteString([...]string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"}[s-'0'])
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

func build(n int, sentence func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(sentence(i))
	}
	return b.String()
}

func names(n int) string {
	return build(n, func(i int) string {
		return "Ann " + syllables(i) + " met " + syllables(i+1) + " Corp. in " + syllables(i+2) + ". "
	})
}

func surnames(n int) string {
	return build(n, func(i int) string { return "“No,” said Mr. " + syllables(i*7919%1_000_000) + ". He said so. " })
}

// writings spells one name with all choices of capitals and small letters.
func writings(n int) string {
	return build(n, func(i int) string {
		b := []byte("Annabellerosalinde")
		for k := 1; k < len(b); k++ {
			if i>>(k-1)&1 == 1 {
				b[k] -= 'a' - 'A'
			}
		}
		return "Mrs. " + string(b) + " said so. "
	})
}

func parts(n int) string {
	return build(n, func(i int) string { return "Orbit Corp. " + syllables(i) + " Group left Orbit Corp. " })
}

func everyByte() string {
	b := make([]byte, 256)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}

func randomBytes(n int) string {
	b, r := make([]byte, n), dice(1)
	for i := range b {
		b[i] = byte(r.n(256))
	}
	return string(b)
}

func html(n int) string {
	return build(n, func(i int) string {
		return fmt.Sprintf(`<div class="c%d"><a href="https://e.example/%d?x=1&amp;y=2">Ann&nbsp;Lee</a><script>var a={"b":[%d,"c"]};</script></div>`, i, i, i)
	})
}
