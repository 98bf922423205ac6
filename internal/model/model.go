// Package model holds the files of the trained models and tables, all of the
// form that package modelfile describes. MANIFEST.json says what each was made
// from; go run ./internal/cmd/train makes most of them anew, genprose and
// gentruecase the others.
package model

import (
	_ "embed"
)

// The models and tables.
var (
	//go:embed clusters.bin
	Clusters []byte
	//go:embed lists.bin
	Lists []byte
	//go:embed case.bin
	Case []byte
	//go:embed prose.bin
	Prose []byte
	//go:embed tags.bin
	Tags []byte
	//go:embed ner.bin
	NER []byte
	//go:embed coref.bin
	Coref []byte
	//go:embed quotes.bin
	Quotes []byte
	//go:embed moves.bin
	Moves []byte
	//go:embed relations.bin
	Relations []byte
)

// A Set is the files that a stage may read, so that one of them can be
// replaced.
type Set struct{ Clusters, Lists, Case, Prose, Tags, NER, Coref, Quotes, Moves, Relations []byte }

// BuiltIn is the set of the files in this package, less those of the parser: the
// linker leaves out of a program what nothing in it reaches, and not every
// program parses.
func BuiltIn() Set {
	return Set{Clusters: Clusters, Lists: Lists, Case: Case, Prose: Prose, Tags: Tags, NER: NER, Coref: Coref, Quotes: Quotes}
}

// Parsing is BuiltIn with the files of the parser.
func Parsing() Set {
	s := BuiltIn()
	s.Moves, s.Relations = Moves, Relations
	return s
}
