package attrib

import "github.com/whosaid/whosaid"

// Quotations returns what stands in quotation marks in d, without the marks,
// in text order: whatever it is, words that somebody said, a title or a word at
// arm's length. What stands in marks within other marks is part of these. It
// reads the sentences and tokens of d alone.
func Quotations(d *whosaid.Document) []whosaid.Span {
	var out []whosaid.Span
	for _, q := range pairMarks(d, nil) {
		if q.level == 0 {
			out = append(out, q.inner)
		}
	}
	return out
}
