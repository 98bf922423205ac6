// Package examples holds small programs, each of which teaches one thing. In
// the order to read them:
//
//   - extract: the whole of it, one Extractor and the fields of a Document
//   - quotes: who said what by speaker, as CSV
//   - timeline: the day of publication, and dates on the calendar
//   - names: a recognizer and names of one's own, words that are none, and the
//     entities of many files
//   - service: Documents over HTTP
//   - claims: what is put forward as true, and by whom
//   - audit: counting over many texts
//   - stream: many texts over all processors, JSON Lines in and out
//   - beam: the same as a pipeline of Apache Beam, in a module of its own
//   - spark: a package in Python that runs the tool on Apache Spark
//
// Most read files, or standard input if none is named:
//
//	go run ./examples/quotes testdata/article.txt
package examples
