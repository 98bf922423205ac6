package attrib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// The families of marks: those of one family may close one another.
type markFamily uint8

const (
	doubleMark markFamily = iota
	singleMark
	guillemet
)

// A mark is one quotation mark and what it can be where it stands.
type mark struct {
	whosaid.Span
	family markFamily
	opens  bool
	closes bool
	weak   bool // a closing mark that may as well be an apostrophe
}

// mayPrecede reports whether an opening mark may follow r directly.
func mayPrecede(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(beforeMarks, r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// settleSingle settles what the single mark r can be, which is an apostrophe more
// often than not.
func (s *scanner) settleSingle(m *mark, r, before, after rune) {
	apostrophe := m.opens && strings.ContainsRune("'’‘", r)
	switch {
	case isWord(before) && isWord(after), apostrophe && s.elides(m): // "don't", "the '90s"
		m.opens, m.closes = false, false
	case apostrophe && !isWord(after) && !strings.ContainsRune(afterSingle, after):
		m.opens = false
	}
	if m.closes && unicode.IsDigit(before) && !unicode.IsSpace(after) {
		m.closes = false
	}
	m.weak = unicode.IsSpace(after) && strings.ContainsRune("sSno", before)
}

// elides reports whether m is the apostrophe of a word whose beginning was left
// out: the segmenter makes one token of both.
func (s *scanner) elides(m *mark) bool {
	for len(s.tokens) > 0 && s.tokens[0].End <= m.Start {
		s.tokens = s.tokens[1:]
	}
	return len(s.tokens) > 0 && s.tokens[0].Start == m.Start && s.tokens[0].End > m.End
}

// A scanner collects the quotation marks of a text, one stretch after another.
type scanner struct {
	text   string
	tokens []whosaid.Token // those that end after the last mark
	marks  []mark
	start  int // of the stretch
	end    int
}

// scan collects the marks of text[start:end].
func (s *scanner) scan(start, end int) {
	s.marks, s.start, s.end = s.marks[:0], start, end
	for i := start; i < end; {
		c := s.text[i]
		twice := i+1 < end && s.text[i+1] == c
		switch {
		case c == '"':
			s.add(i, 1, doubleMark)
			i++
		case c == '\'' && twice:
			s.add(i, 2, doubleMark)
			i += 2
		case c == '`' && twice:
			s.marks = append(s.marks, mark{Span: whosaid.Span{Start: i, End: i + 2}, family: doubleMark, opens: true})
			i += 2
		case c == '\'' || c == '`':
			s.add(i, 1, singleMark)
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(s.text[i:end])
			if f, ok := families[r]; ok {
				s.add(i, n, f)
			}
			i += n
		}
	}
}

// families are those of the marks beyond ASCII.
var families = map[rune]markFamily{
	'“': doubleMark, '”': doubleMark, '„': doubleMark, '‟': doubleMark, '＂': doubleMark, '〝': doubleMark, '〞': doubleMark,
	'‘': singleMark, '’': singleMark, '‚': singleMark, '‛': singleMark,
	'«': guillemet, '»': guillemet, '‹': guillemet, '›': guillemet,
}

// The characters that are made to open and to close a quotation, those that an
// opening mark may follow directly, and those but letters and digits that may
// follow a single mark that opens one.
const (
	openingMarks = "“„‟〝‘‚‛«‹`"
	closingMarks = "”〞’»›"
	beforeMarks  = "([{-–—/:“‘«\"'`=>…*|"
	afterSingle  = "[“\"$£…."
)

// add adds the mark at text[i:i+n] if it can be one there.
func (s *scanner) add(i, n int, f markFamily) {
	before, after := ' ', ' '
	if i > s.start {
		before, _ = utf8.DecodeLastRuneInString(s.text[s.start:i])
	}
	if i+n < s.end {
		after, _ = utf8.DecodeRuneInString(s.text[i+n : s.end])
	}
	m := mark{Span: whosaid.Span{Start: i, End: i + n}, family: f}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	m.opens, m.closes = sides(r, before, after)
	if f == singleMark {
		s.settleSingle(&m, r, before, after)
	}
	if m.opens || m.closes {
		s.marks = append(s.marks, m)
	}
}

// sides says by its form and its neighbours whether a mark can open or close.
func sides(r, before, after rune) (opens, closes bool) {
	freeLeft, freeRight := mayPrecede(before), unicode.IsSpace(after)
	switch {
	case strings.ContainsRune(openingMarks, r):
		reversed := !freeLeft && !isWord(after) && r != '«' && r != '‹'
		return !reversed, reversed
	case r == '”' || r == '〞':
		reversed := unicode.IsSpace(before) && isWord(after)
		return reversed, !reversed
	case strings.ContainsRune(closingMarks, r):
		return r == '’' && freeLeft && isWord(after), true
	case freeLeft && freeRight:
		return unicode.IsSpace(before), true
	case freeLeft:
		return true, before != ' ' && mayPrecede(before) && !isWord(after)
	case freeRight:
		return false, !unicode.IsDigit(before) || r != '\''
	}
	// Between two signs: "yes"—"no", ("so"), "a"s.
	return !isWord(before) && isWord(after), !isWord(after) || isWord(before)
}
