package segment

import "strings"

// A layout knows the lines of a text: whether their ends are those of
// paragraphs, or of lines that were wrapped at a width.
type layout struct {
	text     string
	blockEnd int // the end of the block of lines without a blank line that was last looked at
	width    int // the width its lines are wrapped at, or 0

	// The line that lineEnd last looked for is text[lineFrom:lineBreak], and
	// lineStop is its end without the spaces there.
	lineFrom, lineStop, lineBreak int
}

// Widths, in bytes, that texts are wrapped at by hand and by mail programs.
const minWidth, maxWidth = 40, 132

// joins reports whether the line that ends after token k of s goes on in the
// next line.
func (l *layout) joins(s *splitter, k int) bool {
	start, end, next := s.toks[s.lineFirst].Start, s.toks[k].End, s.toks[k+1].Start
	if next >= l.blockEnd {
		l.block(start)
	}
	if l.width > 0 {
		return l.tight(start, end, next)
	}
	return s.brokenLine(k)
}

// Lengths in bytes of lines that may have been broken in mid-sentence: one
// before a word in lower case, and one that ends with a comma.
const (
	shortLine = 40
	longLine  = 60
)

// brokenLine reports whether the line break after token k falls in the middle
// of a sentence, in a text that is not wrapped at a width.
func (s *splitter) brokenLine(k int) bool {
	if s.glued(k + 1) {
		return true
	}
	if m := s.markAt(k); m != noMark && m != abbrev {
		return false
	}
	start, end, next := s.toks[s.lineFirst].Start, s.toks[k].End, s.toks[k+1].Start
	rest := s.text[next:s.lines.lineEnd(next)]
	open := s.word(k) == "," || s.words.is(s.word(k), wOpen)
	padded := s.text[end] == ' '
	switch c := s.class(k + 1); {
	case c == lower:
		return end-start >= shortLine || open || k-s.lineFirst >= 2 && padded ||
			k-s.lineFirst >= 3 && rest[len(rest)-1] == '.'
	case c == opener || c == digit:
		return padded && end-start >= shortLine && !isItem(s, k+1)
	case c == upper:
		return open && end-start >= longLine && len(rest) >= shortLine
	}
	return false
}

// lineEnd is the end of the line that the token at offset i is part of, without
// the spaces there. Other marks than \n may break a line into any number of
// pieces, so that it is looked for once only.
func (l *layout) lineEnd(i int) int {
	if i < l.lineFrom || i >= l.lineBreak {
		j := strings.IndexByte(l.text[i:], '\n')
		if j < 0 {
			j = len(l.text) - i
		}
		l.lineFrom, l.lineBreak = i, i+j
		l.lineStop = i + len(strings.TrimRight(l.text[i:i+j], " \t\r"))
	}
	return l.lineStop
}

// glued reports whether the line that begins with token k cannot stand alone:
// it holds HTML tags only, a row of symbols under a title, or begins with the
// punctuation that ends the line before; or both are pieces of a word whose
// letters stand in a column.
func (s *splitter) glued(k int) bool {
	if c := s.class(k); c == closer && s.bracketAt >= 0 || s.gap(k) >= lineBreak && (s.word(k) == "." || s.ruleAt(k)) {
		return true
	}
	if s.gap(k) == spaced && s.word(k) == "." {
		return true
	}
	tags := k
	for tags < len(s.toks) && tags < k+lookahead && s.tagAt(tags) {
		if s.gap(tags) >= lineBreak {
			return true
		}
		tags++
	}
	return s.fragment(k-1) && s.fragment(k) && s.gap(k) >= lineBreak && s.lineFirst == k-1
}

// fragment reports whether token k is one or two capital letters.
func (s *splitter) fragment(k int) bool { w := s.word(k); return len(w) <= 2 && allUpper(w) }

func isItem(s *splitter, k int) bool {
	st, _, _ := s.marker(k)
	return st != noList
}

// block measures the block of lines around i.
func (l *layout) block(start int) {
	l.blockEnd, l.width = len(l.text), 0
	lines, wide := 0, 0
	i := start
	for i < len(l.text) {
		j := strings.IndexByte(l.text[i:], '\n')
		if j < 0 {
			j = len(l.text) - i
		}
		n := len(strings.TrimRight(l.text[i:i+j], " \t\r"))
		if n == 0 && lines > 0 {
			l.blockEnd = i
			break
		}
		lines++
		wide = max(wide, n)
		i += j + 1
	}
	if lines < 3 || wide < minWidth || wide > maxWidth {
		return
	}
	if l.wrapped(start, wide) {
		l.width = wide
	}
}

// wrapped reports whether most lines of the block are as long as the width
// lets them be.
func (l *layout) wrapped(start, width int) bool {
	tight, loose := 0, 0
	l.width = width
	for i := start; i < l.blockEnd; {
		j := strings.IndexByte(l.text[i:], '\n')
		if j < 0 || i+j+1 >= l.blockEnd {
			break
		}
		if l.tight(i, i+len(strings.TrimRight(l.text[i:i+j], " \t\r")), i+j+1) {
			tight++
		} else {
			loose++
		}
		i += j + 1
	}
	l.width = 0
	return tight >= 2 && tight >= 3*loose
}

// tight reports whether the first word at next would not have fitted in the
// line text[start:end].
func (l *layout) tight(start, end, next int) bool {
	rest := l.text[next:min(len(l.text), next+maxWidth)]
	word := strings.IndexAny(rest, " \t\r\n")
	if word < 0 {
		word = len(rest)
	}
	return end-start+1+word > l.width-1
}
