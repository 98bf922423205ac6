package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/claim"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/quote"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/internal/timex"
)

// DefaultMaxBytes is the limit on a text's size unless WithMaxBytes sets
// another.
const DefaultMaxBytes = 4 << 20

type config struct {
	maxBytes   int
	recognizer entity.Recognizer
	nameModel  []byte
	control    entity.Control
	controlled bool
	dates      timex.Options
	syntax     bool
}

// An Option changes what New builds. A wrong option makes New fail.
type Option func(*config) error

// WithMaxBytes sets the largest text that Extract takes, in bytes.
func WithMaxBytes(n int) Option {
	return func(c *config) error {
		if n < 1 {
			return fmt.Errorf("extract: WithMaxBytes(%d): the limit must be at least 1", n)
		}
		c.maxBytes = n
		return nil
	}
}

// WithDates changes how dates are placed on the calendar.
func WithDates(opts ...entities.DateOption) Option {
	return func(c *config) error {
		for _, o := range opts {
			timex.Option(o).Apply(&c.dates)
		}
		return nil
	}
}

// WithSyntax adds the grammar of each sentence, Document.Syntax. It takes about
// twice as long as finding the names.
func WithSyntax() Option {
	return func(c *config) error {
		c.syntax = true
		return nil
	}
}

// WithRecognizer has r find the names in place of the built-in model: a model of
// another kind, or of a service. Its names are put in order and what cannot be
// a name is left out; its errors become those of Extract.
func WithRecognizer(r entities.Recognizer) Option {
	return func(c *config) error {
		if r == nil {
			return errors.New("extract: WithRecognizer: no recognizer")
		}
		if c.nameModel != nil {
			return errors.New("extract: WithRecognizer: there is a WithNameModel already")
		}
		c.recognizer, c.controlled = callers{r}, true
		return nil
	}
}

// callers is a Recognizer of the caller's.
type callers struct{ r entities.Recognizer }

// Recognize implements entity.Recognizer.
func (c callers) Recognize(ctx context.Context, d *whosaid.Document) ([]entity.Name, error) {
	found, err := c.r.Recognize(ctx, d)
	if err != nil {
		return nil, err
	}
	return entity.Names[entity.Name](found), nil
}

// WithNameModel has a model that the caller trained find the names in place of
// the built-in one. model is the file that internal/cmd/train -task ner -in …
// wrote; it must not change any more. If it is damaged or none, the error wraps
// [entities.ErrModel] and names the section that is wrong. A file that is
// accepted cannot make Extract fail, whatever it says.
func WithNameModel(model []byte) Option {
	return func(c *config) error {
		r, err := entity.OpenTrained(model)
		if err != nil {
			return fmt.Errorf("extract: WithNameModel: %w", err)
		}
		if c.recognizer != nil {
			return errors.New("extract: WithNameModel: there is another model or recognizer already")
		}
		c.recognizer, c.nameModel = r, model
		return nil
	}
}

// WithNames adds names that the caller knows, of one kind. They are found
// wherever they stand letter for letter, capitals included, from the beginning of
// a token to the end of one, with white space taken for one space; they take the
// place of what the model finds there, and have the score 1. A million names load
// in less than a second and cost nothing to speak of later. It may be given
// several times, but not with one name under two kinds. A name begins with a
// letter or digit and has no more than 400 bytes.
func WithNames(kind whosaid.EntityKind, names ...string) Option {
	return func(c *config) error {
		if err := c.control.Names.Add(kind, names...); err != nil {
			return fmt.Errorf("extract: WithNames: %w", err)
		}
		c.controlled = true
		return nil
	}
}

// WithoutNames says what is no name, whatever the model holds it for: a name
// that reads so as a whole, letter for letter, is left out.
func WithoutNames(names ...string) Option {
	return func(c *config) error {
		if err := c.control.Deny.Add(whosaid.EntityWork, names...); err != nil {
			return fmt.Errorf("extract: WithoutNames: %w", err)
		}
		c.controlled = true
		return nil
	}
}

// WithKinds keeps the entities of the given kinds only. Speakers and claimants
// are looked for among them.
func WithKinds(kinds ...whosaid.EntityKind) Option {
	return func(c *config) error {
		if len(kinds) == 0 {
			return errors.New("extract: WithKinds: no kinds")
		}
		for _, k := range kinds {
			if !slices.Contains(k.Values(), k) {
				return fmt.Errorf("extract: WithKinds: unknown kind %q", k)
			}
		}
		c.control.Kinds, c.controlled = append(c.control.Kinds, kinds...), true
		return nil
	}
}

// A DocOption tells Extract about the one text at hand.
type DocOption func(*whosaid.Document)

// Published gives the document date, which "Tuesday" counts from. Without it
// relative dates stay unresolved. A date outside the years 1 to 9999, which
// JSON cannot hold, counts as unknown.
func Published(t time.Time) DocOption {
	return func(d *whosaid.Document) {
		if _, err := t.MarshalJSON(); err == nil && t.Year() > 0 {
			d.Published = t.Round(0)
		}
	}
}

func (c *config) build() (*Extractor, error) {
	x := &Extractor{maxBytes: c.maxBytes, recognizer: c.recognizer, dates: c.dates}
	var err error
	if x.segmenter, err = segment.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.tagger, err = tag.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if c.syntax {
		if x.parser, err = syntax.New(); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	if x.recognizer == nil {
		if x.recognizer, err = entity.NewTrained(); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	if c.controlled {
		x.recognizer = c.control.Apply(x.recognizer)
	}
	if x.resolver, err = entity.NewResolver(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.grammar, err = timex.New(c.dates.Forward); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.attributor, err = quote.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.claims, err = claim.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	return x, nil
}
