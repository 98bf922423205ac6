// Package model holds the bytes of the trained models. MANIFEST.json says what
// each was trained from; go run ./internal/cmd/train makes them anew.
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
	//go:embed ner.bin
	NER []byte
	//go:embed coref.txt
	Coref []byte
	//go:embed quotes.bin
	Quotes []byte
	//go:embed tags.bin
	Tags []byte
)
