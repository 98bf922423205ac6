package extract

import (
	"fmt"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/claims"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/tag"
	"github.com/whosaid/whosaid/quotes"
)

// DefaultMaxBytes is the limit on a text's size unless WithMaxBytes sets
// another.
const DefaultMaxBytes = 4 << 20

type config struct {
	maxBytes   int
	recognizer entities.Recognizer
	dates      []entities.DateOption
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
		c.dates = append(c.dates, opts...)
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
	x := &Extractor{maxBytes: c.maxBytes, recognizer: c.recognizer}
	var err error
	if x.tagger, err = tag.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.recognizer == nil {
		if x.recognizer, err = entities.NewTrained(); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	if x.resolver, err = entities.NewResolver(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.dater, err = entities.NewDater(c.dates...); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.attributor, err = quotes.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	if x.claims, err = claims.New(); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	return x, nil
}
