package extract

import (
	"fmt"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/claim"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/quote"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/timex"
)

// layers are those to read, in the order of the constants.
func (c *config) layers() []whosaid.Layer {
	want := slices.Clone(c.only)
	if want == nil {
		want = []whosaid.Layer{whosaid.LayerClaims}
	}
	if c.syntax {
		want = append(want, whosaid.LayerSyntax)
	}
	for i := 0; i < len(want); i++ {
		want = append(want, readFrom(want[i])...)
	}
	return slices.DeleteFunc(whosaid.Layer("").Values(), func(l whosaid.Layer) bool { return !slices.Contains(want, l) })
}

// readFrom are the layers that l is read from.
func readFrom(l whosaid.Layer) []whosaid.Layer {
	switch l {
	case whosaid.LayerSentences:
		return nil
	case whosaid.LayerQuotes:
		return []whosaid.Layer{whosaid.LayerEntities, whosaid.LayerDates}
	case whosaid.LayerClaims:
		return []whosaid.Layer{whosaid.LayerQuotes}
	}
	return []whosaid.Layer{whosaid.LayerSentences}
}

// build opens the stages of the layers to read; those of the others stay nil.
func (c *config) build() (*Extractor, error) {
	x := &Extractor{maxBytes: c.maxBytes, layers: c.layers(), dates: c.dates, fromText: c.fromText, kinds: c.control.Kinds}
	for _, l := range x.layers {
		if err := c.open(x, l); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	return x, nil
}

// open opens the stages of one layer.
func (c *config) open(x *Extractor, l whosaid.Layer) (err error) {
	switch l {
	case whosaid.LayerSentences:
		if x.segmenter, err = segment.New(); err == nil {
			x.tagger, err = tag.New()
		}
	case whosaid.LayerSyntax:
		x.parser, err = syntax.New()
	case whosaid.LayerEntities:
		opts := []entity.ResolveOption{entity.WithDescribed(c.described)}
		if c.gender != nil {
			opts = append(opts, entity.WithGender(c.gender))
		}
		if x.resolver, err = entity.NewResolver(opts...); err == nil {
			err = c.openNames(x)
		}
	case whosaid.LayerDates:
		if x.grammar, err = timex.New(c.dates.Forward); err == nil {
			err = c.openNames(x) // what is in a name is no date
		}
	case whosaid.LayerQuotes:
		x.attributor, err = quote.New()
	case whosaid.LayerClaims:
		x.claims, err = claim.New()
	}
	return err
}

// openNames opens what finds names, once.
func (c *config) openNames(x *Extractor) (err error) {
	if x.recognizer != nil {
		return nil
	}
	if x.recognizer = c.recognizer; x.recognizer == nil {
		if x.recognizer, err = entity.NewTrained(); err != nil {
			return err
		}
	}
	if c.controlled {
		x.recognizer = c.control.Apply(x.recognizer)
	}
	return nil
}
