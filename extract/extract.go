package extract

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/truecase"
	"github.com/whosaid/whosaid/quotes"
)

// An Extractor reads texts. Build it once, with New, and share it: it is safe
// for any number of goroutines.
type Extractor struct {
	maxBytes   int
	tagger     *tag.Tagger
	recognizer entities.Recognizer
	resolver   *entities.Resolver
	dater      *entities.Dater
	attributor *quotes.Attributor
	claims     *claims.Finder
}

// New returns an Extractor with the built-in models, changed by opts. It fails
// if an option is wrong or a model is damaged.
func New(opts ...Option) (*Extractor, error) {
	c := config{maxBytes: DefaultMaxBytes}
	for _, o := range opts {
		if err := o(&c); err != nil {
			return nil, err
		}
	}
	return c.build()
}

// Extract reads text, which may be any bytes. It fails only if ctx is done or
// if text is over the limit of WithMaxBytes, with an *InputError.
func (x *Extractor) Extract(ctx context.Context, text string, opts ...DocOption) (*whosaid.Document, error) {
	if len(text) > x.maxBytes {
		return nil, &InputError{Size: len(text), Limit: x.maxBytes}
	}
	d := &whosaid.Document{Text: text}
	for _, o := range opts {
		o(d)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d.Tokens, d.Sentences = segment.Split(text)
	if err := x.tag(ctx, d); err != nil {
		return nil, err
	}
	names, err := x.recognizer.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	d.Dates = x.dater.Dates(d, names)
	d.Entities, d.Mentions = x.resolver.Resolve(d, names)
	d.Quotes = x.attributor.Attribute(d)
	d.Claims = x.claims.Find(d)
	return d, nil
}

// tag gives the tokens their parts of speech.
func (x *Extractor) tag(ctx context.Context, d *whosaid.Document) error {
	forms := truecase.Forms(d)
	for i := range d.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		x.tagger.TagSentence(d, &d.Sentences[i], forms)
	}
	return nil
}
