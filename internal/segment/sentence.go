package segment

import (
	"context"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/grow"
)

// A gap is what lies between two tokens.
type gap uint8

const (
	touching  gap = iota // nothing
	spaced               // white space on one line
	lineBreak            // the end of a line
	blankLine            // an empty line, or the end of the text
)

// A splitter groups the tokens of a text into sentences, from left to right.
// What it looks ahead for is bounded by lookahead tokens.
type splitter struct {
	words lexicon
	text  string
	toks  []whosaid.Token
	sents []whosaid.Sentence

	first int // the first token of the open sentence
	para  int // the number of its paragraph, and paraFirst the first token of that

	paraFirst int

	lineFirst int  // the first token of its line
	quoteAt   int  // the token that opened a double quotation in this paragraph, or -1
	single    bool // whether that mark is ‘
	bracketAt int  // the token that opened a bracket in this paragraph, or -1
	// datelineEnd is the last token of the dateline that begins the
	// paragraph, or -1.
	datelineEnd int
	list        list // the inline list that the paragraph is in

	lines layout
}

// lookahead bounds how many tokens are looked at beyond the one in question.
const lookahead = 60

// A sentence ends after maxSentence tokens, and a paragraph at the end of the
// first sentence after maxParagraph tokens, outside quotation marks if there is
// such an end within as many again. No writer comes near; what does is not
// prose, and the later stages take memory for each token of a sentence and,
// beyond a length, of a paragraph.
const (
	maxSentence  = 1 << 12
	maxParagraph = 2 * maxSentence
)

// sentences groups the tokens of text into sentences, until ctx is done.
func (x lexicon) sentences(ctx context.Context, text string, toks []whosaid.Token) []whosaid.Sentence {
	if len(toks) == 0 {
		return nil
	}
	s := splitter{
		words: x, text: text, toks: toks, sents: make([]whosaid.Sentence, 0, len(toks)/tokensPerSentence+1),
		quoteAt: -1, bracketAt: -1,
	}
	s.lines.text = text
	s.startParagraph(0)
	for k := 0; k < len(toks) && ctx.Err() == nil; {
		for before := len(s.sents); k < len(toks) && len(s.sents) == before; {
			k = s.step(k)
		}
	}
	s.kinds(ctx)
	return grow.Fit(s.sents)
}

// step decides what follows token k and returns the next token to look at.
func (s *splitter) step(k int) int {
	if k <= s.datelineEnd {
		if k < s.datelineEnd {
			return k + 1
		}
		return s.closeDateline(k)
	}
	if k+1-s.first >= maxSentence {
		return s.close(k, true)
	}
	g := s.softGap(k)
	if g >= lineBreak {
		if m := s.markAt(k); m == noMark {
			s.enclosing(k)
		}
		return s.close(k, true)
	}
	switch c := byteClass[s.text[s.toks[k].End-1]]; c {
	case stop, high, quote, opener, closer, comma:
		if c == stop || c == high {
			if m := s.markAt(k); m != noMark {
				return s.afterMark(k, m)
			}
		}
		broken := s.brokenOff(k)
		s.enclosing(k)
		if broken {
			return s.close(k, false)
		}
	}
	if g == spaced && (s.startsItem(k+1) || s.separates(k)) {
		return s.close(k, false)
	}
	return k + 1
}

// brokenOff reports whether a sentence ends with the closing quotation mark
// at token k although no stop stands before it, since a dash breaks off what
// is quoted: “But I only—” She left.
func (s *splitter) brokenOff(k int) bool {
	if s.quoteAt < 0 || s.gap(k) != spaced || !s.closes(k, s.gap(k-1)) || s.gap(k-1) != touching {
		return false
	}
	if c := s.class(k - 1); c != dash && s.word(k-1) != "--" {
		return false
	}
	return s.words.starter(s.word(k+1)) && !s.words.is(s.word(k+1), wPronoun) && !s.attributes(k+1)
}

// separates reports whether a sentence ends between the tokens k and k+1
// without a mark, a space standing between them: at a row of symbols, after
// an emoticon, between two links.
func (s *splitter) separates(k int) bool {
	a, b := s.toks[k], s.toks[k+1]
	switch c := byteClass[s.text[a.Start]]; {
	case c == symbol, c == hyphen, c == comma, c == high:
		if s.ruleAt(k) {
			return true
		}
		if next := s.class(k + 1); s.emoticonAt(k) {
			return next.isWord()
		}
	case c == lower && isLink(s.text[a.Start:a.End]):
		return isLink(s.text[b.Start:b.End]) || s.words.starter(s.text[b.Start:b.End])
	}
	switch w := s.text[b.Start:b.End]; w[len(w)-1] {
	case 'y':
		return s.words.is(w, wWeekday) && s.dateBefore(k+1)
	case 'e', 'o':
		return s.creditAt(k+1) && !s.words.is(s.word(k), wOpen)
	}
	return (byteClass[s.text[b.Start]] == symbol || s.text[b.Start] == '-') && s.ruleAt(k+1)
}

// creditAt reports whether a credit begins at token k: "Photo: …".
func (s *splitter) creditAt(k int) bool {
	return s.words.is(s.word(k), wCredit) && s.word(k+1) == ":" && s.gap(k) == touching
}

// ruleAt reports whether token k is a row of symbols that parts texts, such as
// "***" or "-----".
func (s *splitter) ruleAt(k int) bool {
	w := s.word(k)
	switch {
	case len(w) < 3 || w[1] != w[0] || w[2] != w[0]:
		return false
	case w[0] == '-':
		return len(w) >= 5
	}
	return strings.IndexByte("*=_~#/+", w[0]) >= 0
}

// isLink reports whether s is a URL.
func isLink(s string) bool {
	return len(s) > 8 && (s[:4] == "http" && (s[4] == ':' || s[5] == ':') || s[:4] == "www.")
}

// gap says what lies between token k and the next.
func (s *splitter) gap(k int) gap {
	if k+1 >= len(s.toks) {
		return blankLine
	}
	i, j := s.toks[k].End, s.toks[k+1].Start
	switch {
	case i == j:
		return touching
	case i+1 == j && s.text[i] == ' ':
		return spaced
	}
	return gapOf(s.text[i:j])
}

// opens reports whether the straight quotation mark at token k opens a
// quotation: by the spaces around it, or else because none is open.
func (s *splitter) opens(k int) bool {
	before, after := k > 0 && s.gap(k-1) == touching && s.class(k-1) != opener, s.gap(k) == touching
	if before != after {
		return after
	}
	return s.quoteAt < 0
}

// softGap is gap, with spaced for the end of a line that goes on in the next.
func (s *splitter) softGap(k int) gap {
	g := s.gap(k)
	if g != lineBreak {
		return g
	}
	if k+1 != s.lineFirst && s.lines.joins(s, k) {
		s.lineFirst = k + 1
	}
	if k+1 == s.lineFirst {
		return spaced
	}
	return g
}

// far reports whether the gap after token k ends what may be looked ahead
// to: the end of a paragraph, as far as it is known.
func (s *splitter) far(k int) bool {
	g := s.gap(k)
	return g == blankLine || g == lineBreak && s.lines.width == 0
}

// gapOf says what the white space between two tokens is.
func gapOf(white string) gap {
	g := touching
	for i := 0; i < len(white); i++ {
		switch c := white[i]; c {
		case '\r':
			if i+1 < len(white) && white[i+1] == '\n' {
				continue
			}
			fallthrough
		case '\n', '\v', '\f':
			if g == lineBreak {
				return blankLine
			}
			g = lineBreak
		case 0xE2: // U+2028 and U+2029, line and paragraph separator
			if strings.HasPrefix(white[i:], "\u2028") || strings.HasPrefix(white[i:], "\u2029") {
				g = max(g, lineBreak)
			}
			g = max(g, spaced)
		default:
			g = max(g, spaced)
		}
	}
	return g
}

// word is the text of token k, or "" beyond the ends.
func (s *splitter) word(k int) string {
	if k < 0 || k >= len(s.toks) {
		return ""
	}
	t := s.toks[k]
	return s.text[t.Start:t.End]
}

// class is the class of the first character of token k, which may be written
// as an HTML reference; space beyond the ends.
func (s *splitter) class(k int) class {
	if k < 0 || k >= len(s.toks) {
		return space
	}
	i := s.toks[k].Start
	if s.text[i] == '&' {
		if ref := reference(s.text, i); ref.end > i {
			return ref.class
		}
	}
	c, _ := classAt(s.text, i)
	return c
}

// close ends the open sentence after token k, and with paragraph the
// paragraph too. It returns k+1.
func (s *splitter) close(k int, paragraph bool) int {
	if k >= s.first {
		s.sents = grow.For(s.sents, 1, k, len(s.toks))
		s.sents = append(s.sents, whosaid.Sentence{
			Span: whosaid.Span{Start: s.toks[s.first].Start, End: s.toks[k].End},
			Kind: whosaid.SentenceProse, Paragraph: s.para, FirstToken: s.first, EndToken: k + 1,
		})
	}
	s.first = k + 1
	if paragraph || s.fullParagraph(k+1) {
		s.para++
		s.startParagraph(k + 1)
	} else {
		s.startItem(k + 1)
	}
	return k + 1
}

// fullParagraph reports whether the paragraph is too long to go on with token k.
func (s *splitter) fullParagraph(k int) bool {
	n := k - s.paraFirst
	return n >= 2*maxParagraph || n >= maxParagraph && s.quoteAt < 0
}

// startParagraph resets what does not outlive a paragraph; k is the first
// token of the new one.
func (s *splitter) startParagraph(k int) {
	s.lineFirst, s.quoteAt, s.bracketAt, s.list = k, -1, -1, list{}
	s.datelineEnd, s.paraFirst = -1, k
	if k < len(s.toks) {
		s.datelineEnd = s.dateline(k)
	}
	s.startItem(k)
}

// closeDateline ends the dateline that stands before a text at token k.
func (s *splitter) closeDateline(k int) int {
	next := s.close(k, false)
	s.sents[len(s.sents)-1].Kind = whosaid.SentenceDateline
	s.datelineEnd = -1
	return next
}

// enclosing keeps count of the quotation marks and brackets at token k.
func (s *splitter) enclosing(k int) {
	switch w := s.word(k); w {
	case "(", "[", "{":
		if s.bracketAt < 0 {
			s.bracketAt = k
		}
		return
	case ")", "]", "}":
		s.bracketAt = -1
		return
	case "‘", "&lsquo;", "&#8216;":
		if s.quoteAt < 0 && s.gap(k) == touching {
			s.quoteAt, s.single = k, true
		}
		return
	case "’", "&rsquo;", "&#8217;":
		if s.single {
			s.quoteAt = -1
		}
	case "“", "``", "«", "„", "&ldquo;", "&#8220;":
		s.quoteAt = k
	case "”", "''", "»", "&rdquo;", "&#8221;":
		s.quoteAt = -1
	case "\"", "&quot;", "&#34;":
		if s.opens(k) {
			s.quoteAt = k
		} else {
			s.quoteAt = -1
		}
	default:
		return
	}
	s.single = false
}
