package timex

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// cut makes f.d a part whose tokens that hold digits are cut more finely, as
// dialogue runs things together: "3:30-4:30pm", "31-Oct-15", "7p", "2h". The
// tokens beside its sentences are there too.
func (f *finder) cut() {
	d := f.d
	f.fine = whosaid.Document{Text: d.Text, Published: d.Published, Tokens: f.fine.Tokens[:0], Sentences: f.fine.Sentences[:0]}
	at := max(d.Sentences[0].FirstToken, f.cutEnd)
	f.cutTokens(max(0, at-beside), at)
	for _, s := range d.Sentences {
		if len(f.fine.Tokens) >= partTokens {
			break
		}
		first, end := len(f.fine.Tokens), f.breakAfter(at, s.EndToken)
		f.cutTokens(at, end)
		at = end
		s.FirstToken, s.EndToken = first, len(f.fine.Tokens)
		f.fine.Sentences = append(f.fine.Sentences, s)
	}
	f.cutTokens(at, min(at+beside, len(d.Tokens)))
	f.d, f.cutEnd = &f.fine, at
}

// breakAfter is where a part that holds a sentence from token first on ends at
// the latest: with the sentence, or, if that is very long, after a comma, so
// that no expression is torn apart.
func (f *finder) breakAfter(first, end int) int {
	if end-first <= partTokens {
		return end
	}
	end = first + partTokens
	for t := end; t > first+partTokens/2; t-- {
		if span := f.d.Tokens[t-1].Span; f.d.Text[span.Start:span.End] == "," {
			return t
		}
	}
	return end
}

// cutTokens adds the pieces of the tokens [first, end) of the part.
func (f *finder) cutTokens(first, end int) {
	for t := first; t < end; t++ {
		f.cutToken(f.d, f.d.Tokens[t])
	}
}

// cutToken adds the pieces of t.
func (f *finder) cutToken(d *whosaid.Document, t whosaid.Token) {
	s := d.Text[t.Start:t.End]
	if len(s) > maxWord || !holdsDigit(s) || f.whole(s) {
		f.fine.Tokens = append(f.fine.Tokens, t)
		return
	}
	for from := 0; from < len(s); {
		n := pieceLen(s[from:])
		piece := t
		piece.Start, piece.End = t.Start+from, t.Start+from+n
		if isDigit(s[from]) {
			piece.Tag = "CD"
		}
		f.fine.Tokens = append(f.fine.Tokens, piece)
		from += n
	}
}

// wholeSymbols are the readings of tokens that must not be cut.
var wholeSymbols = []symbol{
	cISO, cSlash, cDurWord, cAgeWord, cModYear, cDecade, cOrdNum, cFY, cQtr, cHM, cHMS, cOrdQuarter, cCentury, cNumber, cDay, cYear,
	cAMPM,
}

// whole reports whether a token means something as it stands: a date, a
// length, an ordinal, but no range.
func (f *finder) whole(s string) bool {
	from, at := len(f.readings), len(f.at)
	f.read(s)
	ok := false
	for _, r := range f.readings[from:] {
		ok = ok || slices.Contains(wholeSymbols, r.sym)
	}
	f.readings, f.at = f.readings[:from], f.at[:at]
	return ok
}

func holdsDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}

// pieceLen is the length of the first piece of s: digits with the points,
// colons, commas and slashes inside them; letters; or one sign.
func pieceLen(s string) int {
	n := 0
	if isDigit(s[0]) {
		for n < len(s) && (isDigit(s[n]) || n+1 < len(s) && isDigit(s[n+1]) && strings.IndexByte(".:,/", s[n]) >= 0) {
			n++
		}
		if suffix := ordinalSuffix(s[n:]); suffix > 0 {
			return n + suffix
		}
		return n
	}
	if len(s) > 1 && s[0]|0x20 == 'q' && isDigit(s[1]) {
		return 2
	}
	if isLetter(s[0]) {
		for n < len(s) && (isLetter(s[n]) || s[n] == '.' && n+1 < len(s) && isLetter(s[n+1])) {
			n++
		}
		return n
	}
	_, n = utf8.DecodeRuneInString(s)
	return n
}

// ordinalSuffix is 2 if s begins with st, nd, rd or th and a letter does not
// follow.
func ordinalSuffix(s string) int {
	if len(s) < 2 || len(s) > 2 && isLetter(s[2]) {
		return 0
	}
	switch s[:2] {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return 2
	}
	return 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
