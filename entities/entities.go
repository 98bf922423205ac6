// Package entities controls how names are found ([Recognizer], [Join], [Names],
// [Without]) and how dates are read ([DateOption]), joins the entities of many
// documents ([Merger]), and writes TimeML ([WriteTIMEX3]).
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
