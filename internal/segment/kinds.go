package segment

import (
	"context"

	"github.com/whosaid/whosaid"
)

// Most tokens that headlines and bylines have.
const (
	maxHeadline = 30
	maxNote     = 25
	maxByline   = 24
	maxHeading  = 8 // of the heading of a section in ordinary case
)

// kinds sets the kind of each sentence that is no prose. Datelines before a
// text have theirs already.
func (s *splitter) kinds(ctx context.Context) {
	for i := 0; i < len(s.sents) && ctx.Err() == nil; i++ {
		x := &s.sents[i]
		if x.Kind != whosaid.SentenceProse || x.EndToken-x.FirstToken > maxHeadline {
			continue
		}
		before := i == 0 || s.sents[i-1].Paragraph != x.Paragraph
		after := i+1 == len(s.sents) || s.sents[i+1].Paragraph != x.Paragraph
		switch {
		case s.isNote(x):
			x.Kind = whosaid.SentenceNote
		case !before || !after:
		case s.isDate(x):
			x.Kind = whosaid.SentenceDateline
		case s.isByline(x):
			x.Kind = whosaid.SentenceByline
		case s.isHeadline(i):
			x.Kind = whosaid.SentenceHeadline
		}
	}
}

// isNote reports whether x is a remark of the page, not of the text: a
// bracketed line, a credit, a link, a row of symbols.
func (s *splitter) isNote(x *whosaid.Sentence) bool {
	first, last, n := s.word(x.FirstToken), s.word(x.EndToken-1), x.EndToken-x.FirstToken
	second := s.word(x.FirstToken + 1)
	switch {
	case n == 1:
		return s.ruleAt(x.FirstToken) || s.tagAt(x.FirstToken) || s.words.is(first, wNoteAlone)
	case n > maxNote:
		return false
	case s.symbolsOnly(x):
		return true
	case first == "[" && last == "]":
		return true
	case first == "(" && (last == ")" || last == ".") && (s.words.is(second, wNote) || s.words.is(s.word(x.FirstToken+2), wPicture)):
		return true
	case first == "©" || first == "&copy;":
		return true
	}
	if s.words.is(first, wNote) && (second == ":" || s.words.is(second, wBy) || n == 1) {
		return true
	}
	return s.words.is(first, wNoteFirst) && s.words.is(first+" "+second, wNotePhrase)
}

// symbolsOnly reports whether x is a row of symbols with spaces: "* * *".
func (s *splitter) symbolsOnly(x *whosaid.Sentence) bool {
	for k := x.FirstToken; k < x.EndToken; k++ {
		if c := byteClass[s.text[s.toks[k].Start]]; c != symbol && c != hyphen || s.text[s.toks[k].Start] == '&' {
			return false
		}
	}
	return true
}

// isDate reports whether x is nothing but a date: "Friday, January 4, 2019",
// "Published: 24 Sept. 2015, 10:30 p.m. EDT".
func (s *splitter) isDate(x *whosaid.Sentence) bool {
	names, numbers := 0, 0
	for k := x.FirstToken; k < x.EndToken; k++ {
		w := s.word(k)
		switch {
		case s.words.is(w, wMonthName|wWeekday):
			names++
		case isNumericDate(w):
			names, numbers = names+1, numbers+1
		case s.class(k) == digit:
			numbers++
		case !s.words.is(w, wDating):
			return false
		}
	}
	return names > 0 && numbers > 0 && x.EndToken-x.FirstToken <= 16
}

// isByline reports whether x names the authors: "By Ann Lee and Bo Wu",
// "Ann Lee, Staff Writer", "(Reporting by Ann Lee; editing by Bo Wu)".
func (s *splitter) isByline(x *whosaid.Sentence) bool {
	k, n := x.FirstToken, x.EndToken-x.FirstToken
	if s.class(k) == opener {
		k, n = k+1, n-1
	}
	w := s.word(k)
	switch {
	case n < 2 || n > maxByline:
		return false
	case s.words.is(w, wCrediting) && s.words.is(s.word(k+1), wBy):
		return true
	case s.words.is(w, wCredited) && s.words.is(s.word(k+1), wBy):
		k++
	case s.words.is(w, wOpensByline):
	default:
		return s.words.is(s.word(x.EndToken-1), wAuthor) && s.class(k) == upper && s.namesOnly(k, x.EndToken)
	}
	return s.class(k+1) == upper && !s.dateOrTime(s.word(k+1)) && s.namesOnly(k+1, x.EndToken)
}

func (s *splitter) dateOrTime(w string) bool {
	return s.words.is(w, wMonthName) && !s.words.is(w, wGivenName) || s.words.is(w, wWeekday)
}

// namesOnly reports whether the tokens k to end are names, roles and what
// stands between them.
func (s *splitter) namesOnly(k, end int) bool {
	for ; k < end; k++ {
		switch w := s.word(k); s.class(k) {
		case upper, comma, symbol, hyphen, dash, closer, opener:
		case quote:
			if !isApostrophe(w[:min(len(w), 3)]) && w != "'s" && w != "’s" {
				return false
			}
		case lower:
			if !s.words.is(w, wPlace|wAuthor|wByline) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isHeadline reports whether sentence i, a line of its own, is a headline or
// the heading of a section.
func (s *splitter) isHeadline(i int) bool {
	x := s.sents[i]
	last := x.EndToken - 1
	for last > x.FirstToken && (s.class(last) == quote || s.class(last) == closer) {
		last--
	}
	mark := s.markAt(last)
	c := s.class(s.firstWord(x.FirstToken))
	if mark == period || s.word(last) == "." || s.class(last) == comma || s.isDash(last) {
		return false
	}
	if c == lower || !c.isWord() || s.isDash(x.FirstToken) {
		return false
	}
	st, _, _ := s.marker(x.FirstToken)
	if st == bullet {
		return false
	}
	caps, title, words := s.casing(x.FirstToken, x.EndToken)
	switch {
	case words == 0:
		return false
	case caps, title && (words > 1 || i+1 < len(s.sents)):
		return true
	case i == 0:
		return i+1 < len(s.sents) && mark != abbrev
	}
	return mark == noMark && x.EndToken-x.FirstToken <= maxHeading && s.heads(i+1)
}

// heads reports whether running text follows from sentence i on, maybe after
// other headings and captions.
func (s *splitter) heads(i int) bool {
	for j := i; j < min(i+3, len(s.sents)); j++ {
		if s.longParagraph(j) {
			return true
		}
		if x := &s.sents[j]; x.EndToken-x.FirstToken > maxHeading || s.markAt(x.EndToken-1) != noMark {
			return false
		}
	}
	return false
}

// longParagraph reports whether the paragraph that sentence i begins is
// running text.
func (s *splitter) longParagraph(i int) bool {
	x := s.sents[i]
	last := s.markAt(x.EndToken - 1)
	return x.EndToken-x.FirstToken > maxHeading && (last != noMark || s.class(x.EndToken-1) == quote)
}

// casing reports whether the tokens k to end are written in capitals or in
// Title Case, and how many of them are words.
func (s *splitter) casing(k, end int) (caps, title bool, words int) {
	all, capital, content, long := 0, 0, 0, false
	for ; k < end; k++ {
		w := s.word(k)
		c := s.class(k)
		if !c.isLetter() {
			continue
		}
		words++
		if allUpper(w) || len(w) > 2 && w[len(w)-1] == '.' && upperLetters(w) || upperLetters(w) {
			all++
			long = long || len(w) >= 3
		}
		if len(w) >= 4 && !s.words.is(w, wTitleLower) || c == upper {
			content++
			if c == upper {
				capital++
			}
		}
	}
	if words == 0 {
		return false, false, 0
	}
	caps = long && all*10 >= words*8 && (words > 1 || all == 1)
	title = capital*10 >= content*8 && capital*2 >= words && capital > 0
	return caps, title, words
}

// upperLetters reports whether all letters of s are capitals of ASCII.
func upperLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := byteClass[s[i]]; c == lower || c == high {
			return false
		}
	}
	return true
}
