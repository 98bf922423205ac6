// Package paragraphs lets a stage read a long document some paragraphs at a time, so
// that its scratch memory does not grow with the text.
package paragraphs

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// Size is about how many tokens a part has. Few articles are longer.
const Size = 1 << 13

// A Cutter cuts a document into parts, at the ends of paragraphs. Its zero
// value is ready for Start; it may be used again for the next document.
type Cutter struct {
	// Doc is the present part, with the entities and quotes of the whole
	// document. Spans are those of the document, tokens are counted anew.
	Doc whosaid.Document
	// First is the number of the part's first sentence in the document.
	First int

	d     *whosaid.Document
	next  int
	ends  func(sentence, tokens int) bool
	sents []whosaid.Sentence
}

// Start begins with d, which must not change until the last part is done. A
// part of Size tokens or more may end before a sentence that begins a paragraph
// if ends, called with the sentence and the number of tokens so far, allows it;
// ends is called in text order. Nothing of d is kept after Release.
func (c *Cutter) Start(d *whosaid.Document, ends func(sentence, tokens int) bool) {
	c.d, c.next, c.ends = d, 0, ends
}

// Release drops what would keep the document alive.
func (c *Cutter) Release() { c.d, c.ends, c.Doc = nil, nil, whosaid.Document{} }

// Next goes to the next part, if there is one.
func (c *Cutter) Next() bool {
	c.First = c.next
	if c.First == len(c.d.Sentences) {
		return false
	}
	c.next = c.endOf(c.First)
	if c.First == 0 && c.next == len(c.d.Sentences) {
		c.Doc = *c.d
		return true
	}
	sents := c.d.Sentences[c.First:c.next]
	from, to := sents[0].FirstToken, sents[len(sents)-1].EndToken
	c.sents = append(c.sents[:0], sents...)
	for i := range c.sents {
		c.sents[i].FirstToken -= from
		c.sents[i].EndToken -= from
	}
	start, end := sents[0].Start, sents[len(sents)-1].End
	c.Doc = *c.d
	c.Doc.Tokens, c.Doc.Sentences = c.d.Tokens[from:to], c.sents
	c.Doc.Mentions = Within(c.d.Mentions, start, end, func(m *whosaid.Mention) int { return m.Start })
	c.Doc.Dates = Within(c.d.Dates, start, end, func(x *whosaid.Date) int { return x.Start })
	return true
}

// Within returns those of items, which are in text order, that begin from
// start on and before end.
func Within[T any](items []T, start, end int, at func(*T) int) []T {
	place := func(offset int) int {
		i, _ := slices.BinarySearchFunc(items, offset, func(x T, offset int) int { return at(&x) - offset })
		return i
	}
	return items[place(start):place(end)]
}

// endOf returns the sentence before which the part that begins with sentence
// first ends.
func (c *Cutter) endOf(first int) int {
	sents := c.d.Sentences
	for i := first + 1; i < len(sents); i++ {
		n := sents[i].FirstToken - sents[first].FirstToken
		if n >= Size && sents[i].Paragraph != sents[i-1].Paragraph && c.ends(i, n) {
			return i
		}
	}
	return len(sents)
}
