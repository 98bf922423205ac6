// Package whosaid holds the result types of a library that reads English news
// and says who said what, when, about whom.
//
// It is cheap to import: it contains no model and depends on the standard
// library alone. Documents are made by package
// [github.com/whosaid/whosaid/extract]:
//
//	x, err := extract.New()
//	...
//	d, err := x.Extract(ctx, text, extract.Published(day))
//	for _, q := range d.Quotes {
//		fmt.Println(d.Who(&q), "|", d.Slice(q.Cue), "|", d.Words(q.Content...))
//	}
//
// A [Document] holds the text, cut into [Sentence] and [Token]; each [Entity]
// that it names, with its [Role] and every [Mention]; each [Date], placed on
// the calendar; each [Quote], direct or not, with who said it; and each [Claim]
// with who makes it. All are spans of the text, which is never rewritten.
//
// # Notation
//
// A [Span] counts bytes of [Document.Text], half open, on rune boundaries; the
// zero Span means "not in the text". d.Slice(s) is the text of s, and
// d.Words(spans...) that of several pieces as one line to read. Ids count from
// 1, so that the zero id means "none"; d.Entity(id) and d.Quote(id) look them
// up. Other references are indexes into the slices of the Document, which are
// in text order. [Document.Validate] checks all of this.
//
// # Limits
//
// What a Document says is found by models and rules, not known: docs/models.md
// tells how often it is right and where it fails. [Quote], [Mention] and [Claim]
// have a score, a calibrated probability. An open answer (speaker 0, a date that
// is not resolved) is preferred to a guess.
//
// # JSON
//
// A Document is written with a "schema" version, in a fixed order of fields and
// with lower-case names; the same document gives the same bytes.
// docs/document.schema.json is its JSON Schema.
package whosaid
