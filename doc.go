// Package whosaid holds the result types of a library that reads English news
// and says who said what, when, about whom.
//
// The types cost nothing to import: this package knows no model and depends on
// the standard library alone. Documents are made by package
// [github.com/whosaid/whosaid/extract]:
//
//	x, err := extract.New()
//	...
//	d, err := x.Extract(ctx, text, extract.Published(day))
//	for _, q := range d.Quotes {
//		fmt.Println(d.SpeakerName(q), "|", d.Slice(q.Cue), "|", d.Slice(q.Span))
//	}
//
// # Notation
//
// A [Span] counts bytes of [Document.Text], half open, on rune boundaries;
// the zero Span means "not in the text". d.Slice(s) is the text of s. Ids
// count from 1, so that the zero id means "none". Slices of a Document are in
// text order. [Document.Validate] checks all of this.
package whosaid
