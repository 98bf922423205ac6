// Package entities controls how names are found ([Recognizer], [Join], [Names],
// [Without]) and how dates are read ([DateOption]), joins the entities of many
// documents ([Merger]), and writes TimeML ([WriteTIMEX3]).
//
// Its values go into an Extractor, or take Documents that one made:
//
//	builtIn, err := entities.NewRecognizer()
//	...
//	mills, err := entities.Names(whosaid.EntityOrganization, "Dorn Mill", "blue harbour")
//	...
//	x, err := extract.New(extract.WithRecognizer(entities.Join(mills, builtIn)),
//		extract.WithDates(entities.DayFirst()))
//	...
//	m, err := entities.NewMerger()
//	...
//	for _, text := range texts {
//		d, err := x.Extract(ctx, text)
//		...
//		m.Add(d)
//	}
//	for _, e := range m.Entities() {
//		fmt.Println(e.Kind, e.Name, len(e.Refs))
//	}
//
// # Promises
//
// The recognizers of this package are safe for concurrent use and give the same
// names on every run and machine. Scores are calibrated probabilities, and 1 for
// a name of a list. A model of somebody else's that [OpenModel] accepts cannot
// make Extract fail. Options of dates change values, never spans.
//
// # Limits
//
// A [Merger] goes by names alone, without a knowledge base: it cannot tell two
// people of one name apart, and keeps the names of all documents in memory.
// Dates are those of the Gregorian calendar.
package entities

import (
	"context"

	"github.com/whosaid/whosaid"
)

// A Name is a stretch of text that a Recognizer takes for a name.
type Name struct {
	// Span is the name alone: no title, no leading "the", no possessive 's.
	whosaid.Span
	Kind whosaid.EntityKind
	// Score is the calibrated probability in [0,1] that span and kind are
	// right.
	Score float64
}

// A Recognizer finds the names in a document whose Text, Tokens (tagged) and
// Sentences are set. Names come in text order and do not overlap. Recognize
// must be safe for concurrent use and must not modify d.
type Recognizer interface {
	Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error)
}
