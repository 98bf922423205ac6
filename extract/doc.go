// Package extract reads a news text into a [whosaid.Document]: sentences,
// names, dates, quotes with their speakers, and claims.
//
//	x, err := extract.New() // once
//	...
//	d, err := x.Extract(ctx, text, extract.Published(day))
//	...
//	for _, q := range d.Quotes {
//		fmt.Println(d.Who(&q), "|", d.Slice(q.Cue), "|", d.Words(q.Content...))
//	}
//
// In goes the plain text of an article, paragraphs parted by blank lines, as it
// was printed: headlines, bylines and datelines are recognized. Web pages, mails
// and feeds are for the command line tool, cmd/whosaid. [New] takes the options
// that hold for all texts: names of your own, which layers to read ([Only]), how
// dates are read; Extract those of one text, such as [Published].
//
// Notation is that of package whosaid: d.Slice(s) is the text of the span s.
//
// # Promises
//
// Any bytes are valid input: invalid UTF-8, quotation marks that never close,
// megabytes without a space. The result is always a Document for which
// [whosaid.Document.Validate] returns nil. Extract fails only if its context is
// done, if the text is over the limit of [WithMaxBytes], or if a recognizer of
// yours fails; it does not panic.
//
// The same text, options and day of publication give the same Document on every
// run, machine and number of processors. It reads no clock and no file, and
// uses no network. The day of publication changes the values of dates and
// nothing else.
//
// Time and memory are linear in the length of the text. Whatever the text, one
// call allocates in total, garbage included, less than 1,000 bytes per byte of
// text plus 4 MB. At any time it uses, the Document included, less than 40
// bytes per byte of text plus 4 MB, or a quarter more than the Document itself
// if that is larger; how long garbage stays is up to GOGC and GOMEMLIMIT. An
// [Extractor] is safe for any number of goroutines, and leaves none behind.
//
// Every stage checks the context as it goes. Once it is done, Extract returns
// within 250 ms for a text of up to 4 MB, the default limit, provided that a
// processor is free.
//
// # Limits
//
// Every text is read as English prose of newspapers. Text in another language,
// in verse or in tables gives a valid Document, of little use. How good the
// results are, and where they fail, is in docs/models.md.
package extract
