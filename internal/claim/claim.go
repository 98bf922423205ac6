// Package claim finds the propositions that a text, or somebody in it, puts
// forward as true.
//
// The contents of quotes, and what is left of the sentences around them, are
// regions with one claimant each. A region is cut into clauses at coordinators
// before a finite verb, with or without a subject of its own; relative clauses that
// state facts of their own are taken out. Each clause that asserts something about
// something definite is a claim. Its type is the first of nine that fits, a grammar
// of numbers reads its quantities, and later responses of others are added to it.
//
// The words are in text files: words.txt has classes of words, verbs.txt
// classes of verbs, grammar.txt function words, tags.txt what taggers miss,
// lemmas.txt the irregular verbs, numbers.txt what quantities are made of.
// weights.txt has the weights of the score.
package claim

import (
	"context"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/grow"
)

// A Finder finds claims. It is safe for concurrent use.
type Finder struct {
	words   map[string]lexeme
	numbers *numbers
	lemmas  map[string]string
	scores  *scorer
}

// New returns the default Finder.
func New() (*Finder, error) {
	words, err := openLexicon()
	if err != nil {
		return nil, err
	}
	numbers, err := openNumbers(numbersText)
	if err != nil {
		return nil, err
	}
	lemmas, err := openLemmas(lemmasText)
	if err != nil {
		return nil, err
	}
	scores, err := openScorer(weightsText)
	if err != nil {
		return nil, err
	}
	return &Finder{words: words, numbers: numbers, lemmas: lemmas, scores: scores}, nil
}

var scratch = sync.Pool{New: func() any { return new(reading) }}

// Find returns the claims of d, in text order. It needs everything but
// Claims, and does not modify d. Its time is linear in the length of the text.
// It fails only if ctx is done, with the error of ctx.
func (f *Finder) Find(ctx context.Context, d *whosaid.Document) ([]whosaid.Claim, error) {
	r := scratch.Get().(*reading)
	defer r.release()
	r.start(d, f)
	for ctx.Err() == nil && r.parts.Next() {
		r.part(ctx)
	}
	if err := ctx.Err(); err != nil || len(r.out) == 0 {
		return nil, err
	}
	return grow.Fit(r.out), nil
}
