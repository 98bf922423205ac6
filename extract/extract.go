package extract

import (
	"context"
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

// An Extractor reads texts. Build it once, with New, and share it: it is safe
// for any number of goroutines.
type Extractor struct {
	maxBytes  int
	layers    []whosaid.Layer
	segmenter *segment.Segmenter
	tagger    *tag.Tagger

	// What no layer needs is nil.
	parser     *syntax.Parser
	recognizer entity.Recognizer
	grammar    *timex.Grammar
	dates      timex.Options
	fromText   bool
	resolver   *entity.Resolver
	kinds      []whosaid.EntityKind // nil for all
	attributor *quote.Attributor
	claims     *claim.Finder
}

// New returns an Extractor with the built-in models, changed by opts. It fails
// if an option is wrong or a model is damaged.
func New(opts ...Option) (*Extractor, error) {
	c := config{maxBytes: DefaultMaxBytes, described: DefaultDescribed}
	for _, o := range opts {
		if o.set == nil {
			continue
		}
		if err := o.set(&c); err != nil {
			return nil, err
		}
	}
	return c.build()
}

// Extract reads text, which may be any bytes. It fails only with an
// *InputError, if text is over the limit of WithMaxBytes; with the error of
// ctx, if that is done; or with an error of the recognizer of WithRecognizer.
func (x *Extractor) Extract(ctx context.Context, text string, opts ...DocOption) (*whosaid.Document, error) {
	if len(text) > x.maxBytes {
		return nil, &InputError{Size: len(text), Limit: x.maxBytes}
	}
	var c docConfig
	for _, o := range opts {
		if o.set != nil {
			o.set(&c)
		}
	}
	d := &whosaid.Document{Text: text, Published: c.published, Layers: slices.Clone(x.layers)}
	if err := x.read(ctx, d); err != nil {
		return nil, err
	}
	return d, nil
}

// read runs the stages on d, each of which looks at ctx as it goes.
func (x *Extractor) read(ctx context.Context, d *whosaid.Document) (err error) {
	if d.Tokens, d.Sentences, err = x.segmenter.Split(ctx, d.Text); err != nil {
		return err
	}
	if x.tagger.Tag(ctx, d); ctx.Err() != nil {
		return ctx.Err()
	}
	if err = x.parse(ctx, d); err != nil || x.recognizer == nil {
		return err
	}
	names, err := x.recognizer.Recognize(ctx, d)
	if err != nil {
		return err
	}
	if x.grammar != nil {
		if err = x.readDates(ctx, d, entity.NoDates(names)); err != nil {
			return err
		}
	}
	if x.resolver != nil {
		if d.Entities, d.Mentions, err = x.resolver.Resolve(ctx, d, names); err != nil {
			return err
		}
		keepKinds(d, x.kinds)
	}
	if x.attributor != nil {
		if d.Quotes, err = x.attributor.Attribute(ctx, d); err != nil {
			return err
		}
	}
	if x.claims != nil {
		d.Claims, err = x.claims.Find(ctx, d)
	}
	return err
}

// readDates adds the dates, and the day of publication if it is to be read from
// the text.
func (x *Extractor) readDates(ctx context.Context, d *whosaid.Document, names []whosaid.Span) (err error) {
	if x.fromText && d.Published.IsZero() {
		if d.Published, d.PublishedSpan, err = x.grammar.Published(ctx, d, names, x.dates); err != nil {
			return err
		}
	}
	d.Dates, err = x.grammar.Dates(ctx, d, names, x.dates)
	return err
}

// parse adds the grammar of the sentences if it was asked for; coreference then
// takes it from d.
func (x *Extractor) parse(ctx context.Context, d *whosaid.Document) error {
	if x.parser == nil {
		return nil
	}
	tree, err := x.parser.Parse(ctx, d)
	if err != nil {
		return err
	}
	d.Syntax = make([]whosaid.Dependency, len(d.Tokens))
	for i := range d.Syntax {
		d.Syntax[i] = whosaid.Dependency{Head: tree.Head(i), Relation: tree.Relation(i).String()}
	}
	return nil
}
