package verify

import (
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/corrections"
)

// Wanted is what to look for in a collection that is too large to hold: the
// articles that have a phrase, those with most of some words, and those that have
// a name.
type Wanted struct {
	Phrase []string // the first words of a quotation
	Any    []string // words that carry meaning
	Names  []string // of the speaker
}

// The most words of one search.
const (
	maxPhrase = 12
	maxAny    = 12
)

// Want lists what to look for to check an answer, once each. Who has other names by
// a correction is looked for by these too.
func Want(answer *whosaid.Document, fixes ...corrections.Correction) ([]Wanted, error) {
	lex, err := lexiconOf()
	if err != nil {
		return nil, err
	}
	var out []Wanted
	for _, it := range items(answer) {
		var w Wanted
		for _, s := range it.content {
			for _, p := range pieces(answer.Text, s) {
				for _, t := range p.words {
					if it.kind == Quotation && len(w.Phrase) < maxPhrase && p.gap == 0 {
						w.Phrase = append(w.Phrase, t.form)
					}
					if lex.classes[t.form]&(wFunction|wNegation) == 0 && len(w.Any) < maxAny && !slices.Contains(w.Any, t.form) {
						w.Any = append(w.Any, t.form)
					}
				}
			}
		}
		for _, e := range answer.Speakers(it.quote) {
			if e.Name != "" {
				w.Names = append(w.Names, e.Name)
			}
			for i := range fixes {
				if c := &fixes[i]; c.What == corrections.Same && c.Names()[corrections.Fold(e.Name)] {
					w.Names = append(w.Names, c.Args...)
				}
			}
		}
		out = append(out, w)
	}
	return out, nil
}
