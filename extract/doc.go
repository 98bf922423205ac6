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
// Any bytes are a text: what is no UTF-8, unbalanced or megabytes without a
// space gives a Document for which [whosaid.Document.Validate] returns nil.
// Extract fails only if its context is done, or if the text is over the limit
// of [WithMaxBytes]; it does not panic.
//
// The same text, options and day of publication give the same Document on
// every run, machine and number of processors. There is no clock, no network,
// and no file that is read at run time unless an option names it. The day of
// publication changes values of dates and nothing else.
//
// Time and memory are linear in the length of the text. Whatever the text, one
// call allocates in all, garbage included, less than 1,000 bytes for each byte
// of it and 4 MB besides. In use at a time, the Document included, are less than
// 40 bytes for each byte of it and 4 MB besides, or a quarter more than the
// Document takes if that is more; how much of the garbage stays for a while is
// for GOGC and GOMEMLIMIT to say. An [Extractor] is safe for any number of
// goroutines, and leaves none behind.
//
// Every stage looks at the context as it goes. Once it is done, Extract returns
// within 250 ms, where the text has no more than the default limit of 4 MB, a
// processor is free, and the garbage collector needs none.
package extract
