package attrib

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// A quotation is a stretch of text in quotation marks.
type quotation struct {
	span  whosaid.Span // with its marks
	inner whosaid.Span // without
	// level is the number of quotations around it.
	level  int
	family markFamily
	// closed is false where the closing mark is missing.
	closed bool
	// reopened is true where it goes on from the quotation before it, which
	// was left open at the end of its paragraph.
	reopened bool
}

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

// maxLevel is the deepest nesting of quotations that is followed. Deeper
// marks are passed over.
const maxLevel = 4

// pairMarks finds the quotations of d, in the order of their opening marks.
// Quotations are paired within a paragraph.
func pairMarks(d *whosaid.Document, out []quotation) []quotation {
	p := pairing{out: out}
	for first := 0; first < len(d.Sentences); {
		end := first + 1
		for end < len(d.Sentences) && d.Sentences[end].Paragraph == d.Sentences[first].Paragraph {
			end++
		}
		p.paragraph(d.Text, d.Sentences[first:end])
		first = end
	}
	return p.out
}

// A pairing holds the state between paragraphs.
type pairing struct {
	out   []quotation
	first int // index in out of the paragraph's first quotation
	marks []mark
	stack []int // indexes in out of the open quotations
	// leftOpen is the family of a double quotation left open by the
	// paragraph before, and carry tells whether there is one.
	leftOpen markFamily
	carry    bool
	// closersAfter[i] and openersAfter[i] count the sure marks of the family
	// of marks[i] that follow it in the paragraph.
	closersAfter, openersAfter []int
}

func (p *pairing) paragraph(text string, sents []whosaid.Sentence) {
	start, end := sents[0].Start, sents[len(sents)-1].End
	p.marks = scanMarks(text, start, end, p.marks[:0])
	if len(p.marks) == 0 {
		p.carry = false
		return
	}
	p.count()
	p.stack, p.first = p.stack[:0], len(p.out)
	carried := p.carry && p.marks[0].Start == start && p.marks[0].opens && p.marks[0].family == p.leftOpen
	p.carry = false
	for i := range p.marks {
		p.take(i, sents)
		if i == 0 && carried && len(p.stack) > 0 {
			p.out[p.stack[0]].reopened = true
		}
	}
	p.finish(text, sents)
}

// count fills closersAfter and openersAfter.
func (p *pairing) count() {
	n := len(p.marks)
	p.closersAfter = resize(p.closersAfter, n)
	p.openersAfter = resize(p.openersAfter, n)
	var closers, openers [3]int
	for i := n - 1; i >= 0; i-- {
		m := &p.marks[i]
		p.closersAfter[i], p.openersAfter[i] = closers[m.family], openers[m.family]
		switch {
		case m.closes && !m.opens && !m.weak:
			closers[m.family]++
		case m.opens && !m.closes:
			openers[m.family]++
		}
	}
}

// take opens or closes a quotation with mark i.
func (p *pairing) take(i int, sents []whosaid.Sentence) {
	m := &p.marks[i]
	at := p.openOf(m.family)
	switch {
	case at >= 0 && m.closes && !(m.weak && p.closersAfter[i] > 0):
		p.closeAt(at, m)
	case at >= 0 && m.opens:
		// A second opening mark: nested if there are enough marks left to
		// close both, or the first one lacks its closing mark.
		if p.closersAfter[i]-p.openersAfter[i] < 2 {
			p.cutShort(at, m.Start, sents)
		}
		p.open(m)
	case m.opens:
		p.open(m)
	}
}

// openOf returns the place in the stack of the innermost open quotation of a
// family, or -1. Single marks are too often apostrophes to close anything
// around another quotation.
func (p *pairing) openOf(f markFamily) int {
	for k := len(p.stack) - 1; k >= 0; k-- {
		if p.out[p.stack[k]].family == f {
			return k
		}
		if f == singleMark {
			break
		}
	}
	return -1
}

func (p *pairing) open(m *mark) {
	if len(p.stack) >= maxLevel {
		return
	}
	p.out = append(p.out, quotation{
		span:   whosaid.Span{Start: m.Start},
		inner:  whosaid.Span{Start: m.End},
		family: m.family,
	})
	p.stack = append(p.stack, len(p.out)-1)
}

// closeAt closes the quotation at stack place k; those inside it that are
// still open never were quotations.
func (p *pairing) closeAt(k int, m *mark) {
	q := &p.out[p.stack[k]]
	q.span.End, q.inner.End, q.closed = m.End, m.Start, true
	p.stack = p.stack[:k]
}

// cutShort ends the open quotation at stack place k, whose closing mark is
// missing, with the sentence it begins in, or before limit.
func (p *pairing) cutShort(k, limit int, sents []whosaid.Sentence) {
	q := &p.out[p.stack[k]]
	end := limit
	if i := sort.Search(len(sents), func(i int) bool { return sents[i].End > q.span.Start }); i < len(sents) {
		end = min(end, sents[i].End)
	}
	q.span.End, q.inner.End = end, end
	p.stack = p.stack[:k]
}

// finish ends what the paragraph leaves open and drops what is no quotation.
func (p *pairing) finish(text string, sents []whosaid.Sentence) {
	end := sents[len(sents)-1].End
	for _, i := range p.stack {
		if q := &p.out[i]; q.family != singleMark {
			q.span.End, q.inner.End = end, end
			p.leftOpen, p.carry = q.family, true
			break
		}
	}
	p.out = append(p.out[:p.first], settle(text, p.out[p.first:])...)
}

// settle drops the quotations without an end or without a word and those that
// cross another, and sets the levels of the rest. It works in place.
func settle(text string, qs []quotation) []quotation {
	kept := qs[:0]
	var ends [maxLevel]int
	depth := 0
	for _, q := range qs {
		if q.inner.End <= q.inner.Start || strings.TrimSpace(text[q.inner.Start:q.inner.End]) == "" {
			continue
		}
		for depth > 0 && ends[depth-1] <= q.span.Start {
			depth--
		}
		if depth == maxLevel || depth > 0 && q.span.End > ends[depth-1] {
			continue
		}
		q.level = depth
		ends[depth] = q.span.End
		depth++
		kept = append(kept, q)
	}
	return kept
}

func resize(s []int, n int) []int {
	if cap(s) < n {
		return make([]int, n, 2*n)
	}
	return s[:n]
}

// scanMarks collects the quotation marks of text[start:end].
func scanMarks(text string, start, end int, out []mark) []mark {
	for i := start; i < end; {
		c := text[i]
		switch {
		case c == '"':
			out = appendMark(out, text, start, end, i, 1, doubleMark)
			i++
		case c == '\'' && i+1 < end && text[i+1] == '\'':
			out = appendMark(out, text, start, end, i, 2, doubleMark)
			i += 2
		case c == '`' && i+1 < end && text[i+1] == '`':
			out = append(out, mark{Span: whosaid.Span{Start: i, End: i + 2}, family: doubleMark, opens: true})
			i += 2
		case c == '\'' || c == '`':
			out = appendMark(out, text, start, end, i, 1, singleMark)
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(text[i:end])
			if f, ok := markRune(r); ok {
				out = appendMark(out, text, start, end, i, n, f)
			}
			i += n
		}
	}
	return out
}

func markRune(r rune) (markFamily, bool) {
	switch r {
	case '“', '”', '„', '‟', '＂', '〝', '〞':
		return doubleMark, true
	case '‘', '’', '‚', '‛':
		return singleMark, true
	case '«', '»', '‹', '›':
		return guillemet, true
	}
	return 0, false
}

// appendMark adds the mark at text[i:i+n] if it can be one there.
func appendMark(out []mark, text string, start, end, i, n int, f markFamily) []mark {
	before, after := ' ', ' '
	if i > start {
		before, _ = utf8.DecodeLastRuneInString(text[start:i])
	}
	if i+n < end {
		after, _ = utf8.DecodeRuneInString(text[i+n : end])
	}
	m := mark{Span: whosaid.Span{Start: i, End: i + n}, family: f}
	r, _ := utf8.DecodeRuneInString(text[i:])
	m.opens, m.closes = sides(r, before, after)
	if f == singleMark && !singleSides(&m, r, text[i+n:end], before, after) {
		return out
	}
	if !m.opens && !m.closes {
		return out
	}
	return append(out, m)
}

// sides tells by its form and its neighbours whether a mark can open or close.
func sides(r, before, after rune) (opens, closes bool) {
	freeLeft := unicode.IsSpace(before) || openingContext(before)
	freeRight := unicode.IsSpace(after)
	switch r {
	case '“', '„', '‟', '〝', '‘', '‚', '‛', '«', '‹', '`':
		if !freeLeft && !isWord(after) && r != '«' && r != '‹' {
			return false, true // set the wrong way round
		}
		return true, false
	case '”', '〞', '’', '»', '›':
		if freeLeft && !freeRight && unicode.IsSpace(before) && r != '’' && r != '»' && r != '›' && isWord(after) {
			return true, false
		}
		return r == '’' && freeLeft && isWord(after), true
	}
	switch {
	case freeLeft && freeRight:
		return unicode.IsSpace(before), true
	case freeLeft:
		return true, before != ' ' && openingContext(before) && !isWord(after)
	case freeRight:
		return false, !unicode.IsDigit(before) || r != '\''
	}
	// Between two signs: "yes"—"no", ("so"), "a"s.
	return !isWord(before) && isWord(after), !isWord(after) || isWord(before)
}

// openingContext reports whether an opening mark may follow r directly.
func openingContext(r rune) bool {
	switch r {
	case '(', '[', '{', '-', '–', '—', '/', ':', '“', '‘', '«', '"', '\'', '`', '=', '>', '…', '*', '|':
		return true
	}
	return unicode.IsSpace(r)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// singleSides settles a single mark, which is an apostrophe more often than
// not, and reports whether it may be a quotation mark.
func singleSides(m *mark, r rune, rest string, before, after rune) bool {
	if isWord(before) && isWord(after) {
		return false // don't
	}
	if m.opens && (r == '\'' || r == '’' || r == '‘') {
		if elided(rest) {
			return false
		}
		if !isWord(after) && after != '[' && after != '“' && after != '"' && after != '$' && after != '£' && after != '…' && after != '.' {
			m.opens = false
		}
	}
	if m.closes {
		if unicode.IsDigit(before) && !unicode.IsSpace(after) {
			m.closes = false
		}
		m.weak = isWord(before) && unicode.IsSpace(after) && (before == 's' || before == 'S' || before == 'n' || before == 'o')
	}
	return m.opens || m.closes
}

// elided reports whether what follows an apostrophe is a word that begins
// with one: 'em, 'tis, '90s.
func elided(rest string) bool {
	n := 0
	for n < len(rest) && n < 6 && (rest[n]|0x20 >= 'a' && rest[n]|0x20 <= 'z' || rest[n] >= '0' && rest[n] <= '9') {
		n++
	}
	switch rest[:n] {
	case "em", "tis", "Tis", "twas", "Twas", "til", "cause", "n", "bout", "round":
		return true
	}
	return n >= 2 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9' && (n == 2 || n == 3 && rest[2] == 's')
}
