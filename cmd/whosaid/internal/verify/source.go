package verify

import (
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
)

// A Source is one article that an answer is checked against.
type Source struct {
	// Name is where it stands: a file, or the id that a database has it under. ID and
	// URL are what corrections call it.
	Name, ID, Title, URL string
	Document             *whosaid.Document

	quotations []whosaid.Span
}

// read looks for what stands in quotation marks.
func (s *Source) read() { s.quotations = attrib.Quotations(s.Document) }

// overlap is how many bytes of s the spans cover.
func overlap(s whosaid.Span, spans []whosaid.Span) int {
	n := 0
	for _, t := range spans {
		n += max(0, min(s.End, t.End)-max(s.Start, t.Start))
	}
	return n
}

// quoted reports whether most of a span stands in quotation marks, or in the
// turn of a transcript.
func (s *Source) quoted(at whosaid.Span) bool {
	if mostly([]whosaid.Span{at}, s.quotations) {
		return true
	}
	q := quoteAt(s.Document, at)
	return q != nil && q.Form == whosaid.QuoteDirect
}

// piece is the part of a span up to the end of the quotation that it begins in, if
// it begins in one: what stands behind that is a cue, and the next quotation.
func (s *Source) piece(at whosaid.Span) whosaid.Span {
	i, _ := slices.BinarySearchFunc(s.quotations, at, func(q, t whosaid.Span) int { return q.End - t.Start - 1 })
	if i < len(s.quotations) && s.quotations[i].Start <= at.Start && s.quotations[i].End < at.End {
		at.End = s.quotations[i].End
	}
	return at
}

// maxNear bounds how many quotations in a row may be pieces of one, and maxAround
// how many quotes before a place are looked at for the one that holds it.
const (
	maxNear   = 32
	maxAround = 128
)

// quoteAt is the quote of d that holds most of a span: not one within another,
// and of several the smallest. It is nil if there is none.
func quoteAt(d *whosaid.Document, at whosaid.Span) *whosaid.Quote {
	var best *whosaid.Quote
	size := 0
	end, _ := slices.BinarySearchFunc(d.Quotes, at.End, func(q whosaid.Quote, t int) int { return q.Start - t })
	for i := max(0, end-maxAround); i < end; i++ {
		q := &d.Quotes[i]
		if q.End <= at.Start || q.Parent != 0 || 2*overlap(at, q.Content) < at.Len() {
			continue
		}
		n := 0
		for _, c := range q.Content {
			n += c.Len()
		}
		if best == nil || n < size {
			best, size = q, n
		}
	}
	return best
}

// denies reports whether a quote says that its content was not said, or is not
// so.
func denies(q *whosaid.Quote) bool {
	if q == nil {
		return false
	}
	if q.Form == whosaid.QuoteDirect { // “I did not,” he denied, are his words
		return q.Negated
	}
	return q.Negated != (q.CueClass == whosaid.CueDeny)
}
