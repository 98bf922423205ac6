package entities

import "github.com/whosaid/whosaid"

// A Dater reads the expressions of time in a document. It is safe for
// concurrent use.
type Dater struct{}

// NewDater returns a Dater.
func NewDater() (*Dater, error) { return &Dater{}, nil }

// Dates returns the expressions of time in d, in text order. It needs Text,
// Tokens, Sentences and Published, and does not modify d.
func (t *Dater) Dates(d *whosaid.Document) []whosaid.Date { return nil }
