// Package quotes finds what a text attributes to somebody: content, cue,
// source, speaker.
package quotes

import "github.com/whosaid/whosaid"

// An Attributor finds quotes. It is safe for concurrent use.
type Attributor struct{}

// New returns the default Attributor.
func New() (*Attributor, error) { return &Attributor{}, nil }

// Attribute returns the quotes of d, in text order. It needs everything but
// Quotes and Claims, and does not modify d.
func (a *Attributor) Attribute(d *whosaid.Document) []whosaid.Quote { return nil }
