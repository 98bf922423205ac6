// Package quote finds what a text attributes to somebody: content, cue,
// source, speaker.
//
// Quotation marks are paired by exact rules. A linear model judges which words
// are cues ("said", "according to", "the claim that"), a sequence model labels
// the words around each cue as content or source, rules of grammar mend what it
// leaves out, and a last model judges what came out as a whole. The speaker is
// the entity that the source means; where the document has no mention for a
// pronoun or a noun, who spoke last decides. Scores are calibrated on parts of
// the training data that the models had not seen.
package quote

import (
	"context"
	"fmt"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/grow"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// An Attributor finds quotes. It is safe for concurrent use.
type Attributor struct {
	reader *attrib.Reader
	words  words
}

// New returns the Attributor of the built-in model.
func New() (*Attributor, error) { return Open(model.BuiltIn()) }

// Open returns the Attributor of the Quotes model and the Clusters of a set. It
// fails if one of them is damaged. It is for the training program and for
// tests.
func Open(s model.Set) (*Attributor, error) {
	m, err := linear.Open(modelfile.Quotes, s.Quotes)
	if err != nil {
		return nil, fmt.Errorf("quote: %w", err)
	}
	clusters, err := feature.OpenClusters(s.Clusters)
	if err != nil {
		return nil, fmt.Errorf("quote: %w", err)
	}
	r, err := attrib.NewReader(m, clusters)
	if err != nil {
		return nil, fmt.Errorf("quote: %w", err)
	}
	words, err := builtinWords()
	if err != nil {
		return nil, err
	}
	return &Attributor{r, words}, nil
}

// Attribute returns the quotes of d, in text order. It needs everything but
// Quotes and Claims, and does not modify d. Its time is linear in the length
// of the text. It fails only if ctx is done, with the error of ctx.
func (a *Attributor) Attribute(ctx context.Context, d *whosaid.Document) ([]whosaid.Quote, error) {
	b := newBuilder(d, a)
	if err := a.reader.Read(ctx, d, func(frames []attrib.Frame) { b.add(ctx, frames) }); err != nil {
		return nil, err
	}
	return grow.Fit(b.quotes), nil
}
