package attrib

import (
	"slices"
	"sort"
	"strings"
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

// maxLevel is the deepest nesting of quotations that is followed. Deeper
// marks are passed over.
const maxLevel = 4

// pairMarks finds the quotations of d, in the order of their opening marks.
// Quotations are paired within a paragraph.
func pairMarks(d *whosaid.Document, out []quotation) []quotation {
	p := pairing{out: out, scanner: scanner{text: d.Text, tokens: d.Tokens}}
	for first := 0; first < len(d.Sentences); {
		end := first + 1
		for end < len(d.Sentences) && d.Sentences[end].Paragraph == d.Sentences[first].Paragraph {
			end++
		}
		p.next = len(d.Text)
		if end < len(d.Sentences) {
			p.next = d.Sentences[end].Start
		}
		p.paragraph(d.Sentences[first:end])
		first = end
	}
	return p.out
}

// A pairing holds the state between paragraphs.
type pairing struct {
	scanner
	out   []quotation
	first int   // index in out of the paragraph's first quotation
	stack []int // indexes in out of the open quotations
	next  int   // where the next paragraph begins
	// leftOpen is the family of a quotation left open by the paragraph before, and
	// carry says whether there is one.
	leftOpen markFamily
	carry    bool
	// closersAfter[i] and openersAfter[i] count the sure marks of the family
	// of marks[i] that follow it in the paragraph.
	closersAfter, openersAfter []int
}

func (p *pairing) paragraph(sents []whosaid.Sentence) {
	start := sents[0].Start
	p.scan(start, sents[len(sents)-1].End)
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
	p.finish(sents)
}

// count fills closersAfter and openersAfter.
func (p *pairing) count() {
	n := len(p.marks)
	p.closersAfter = slices.Grow(p.closersAfter[:0], n)[:n]
	p.openersAfter = slices.Grow(p.openersAfter[:0], n)[:n]
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
func (p *pairing) finish(sents []whosaid.Sentence) {
	end := sents[len(sents)-1].End
	for _, i := range p.stack {
		if q := &p.out[i]; q.family != singleMark || p.goesOn(q) {
			q.span.End, q.inner.End = end, end
			p.leftOpen, p.carry = q.family, true
			break
		}
	}
	p.out = append(p.out[:p.first], settle(p.text, p.out[p.first:])...)
}

// goesOn reports whether the quotation in single marks that q opens, and the
// paragraph leaves open, goes on in the next one: speech begins with q's mark, and
// the next paragraph begins with one too. Any other is an apostrophe.
func (p *pairing) goesOn(q *quotation) bool {
	before := strings.TrimRight(p.text[p.start:q.span.Start], " ")
	if before != "" && !strings.ContainsRune(beforeSpeech, rune(before[len(before)-1])) {
		return false
	}
	r, n := utf8.DecodeRuneInString(p.text[p.next:])
	after, _ := utf8.DecodeRuneInString(p.text[p.next+n:])
	return strings.ContainsRune(openSingle, r) && isWord(after)
}

// What stands before the opening mark of speech, and the single marks that open it.
const (
	beforeSpeech = ":,"
	openSingle   = "'‘"
)

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
