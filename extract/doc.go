// Package extract reads a news text into a [whosaid.Document]: sentences,
// names, dates, quotes with their speakers, and claims.
//
//	x, err := extract.New() // once
//	...
//	d, err := x.Extract(ctx, text, extract.Published(day))
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
package extract
