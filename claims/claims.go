// Package claims finds the propositions that a text, or somebody in it, puts
// forward as true.
package claims

import "github.com/whosaid/whosaid"

// A Finder finds claims. It is safe for concurrent use.
type Finder struct{}

// New returns the default Finder.
func New() (*Finder, error) { return &Finder{}, nil }

// Find returns the claims of d, in text order. It needs everything but
// Claims, and does not modify d.
func (f *Finder) Find(d *whosaid.Document) []whosaid.Claim { return nil }
