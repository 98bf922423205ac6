package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/internal/coref"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/syntax"
	"github.com/whosaid/whosaid/internal/timex"
)

// DefaultMaxBytes is the limit on a text's size unless WithMaxBytes sets
// another.
const DefaultMaxBytes = 4 << 20

// config is what the options ask for.
type config struct {
	maxBytes   int
	recognizer entity.Recognizer
	nameModel  []byte
	control    entity.Control
	controlled bool
	gender     func(string) coref.Gender
	dates      timex.Options
	fromText   bool            // the day of publication
	only       []whosaid.Layer // nil for all but syntax
	// parser opens the parser, nil without LayerSyntax. Only the options that ask
	// for it name its constructor, so that other programs do not hold its models.
	parser func() (*syntax.Parser, error)
}

// An Option changes what New builds. A wrong option makes New fail; the zero
// Option changes nothing.
type Option struct{ set func(*config) error }

// WithMaxBytes sets the largest text that Extract takes, in bytes.
func WithMaxBytes(n int) Option {
	return Option{func(c *config) error {
		if n < 1 {
			return fmt.Errorf("extract: WithMaxBytes(%d): the limit must be at least 1", n)
		}
		c.maxBytes = n
		return nil
	}}
}

// WithDates changes how dates are placed on the calendar.
func WithDates(opts ...entities.DateOption) Option {
	return Option{func(c *config) error {
		for _, o := range opts {
			timex.Option(o).Apply(&c.dates)
		}
		return nil
	}}
}

// WithPublishedFromText has Extract read the day of publication from the text
// where Published does not give it: from a dateline, a byline, or a line of its
// own such as "Posted: 3 March 2026", at the beginning of the text or else at
// its end, if the date there is full. Of several the first counts; one that
// says when the text was updated only if there is no other.
// Document.Published is then midnight of that day, in the zone of
// entities.InZone or else UTC, and Document.PublishedSpan the words that give it.
func WithPublishedFromText() Option {
	return Option{func(c *config) error {
		c.fromText = true
		return nil
	}}
}

// Only has Extract read these layers and what they are read from, and no others,
// at their price alone: all are read from LayerSentences, quotes from entities
// and dates, claims from quotes. Document.Layers lists what was read. Options
// about what is left out change nothing. Given several times, it adds up.
func Only(layers ...whosaid.Layer) Option {
	return Option{func(c *config) error {
		if len(layers) == 0 {
			return errors.New("extract: Only: no layers")
		}
		for _, l := range layers {
			if !slices.Contains(l.Values(), l) {
				return fmt.Errorf("extract: Only: unknown layer %q", l)
			}
		}
		c.only = append(c.only, layers...)
		if slices.Contains(layers, whosaid.LayerSyntax) {
			c.parser = syntax.New
		}
		return nil
	}}
}

// WithSyntax adds the grammar of each sentence, Document.Syntax. It takes about
// twice as long as finding the names.
func WithSyntax() Option {
	return Option{func(c *config) error {
		c.parser = syntax.New
		return nil
	}}
}

// WithRecognizer has r find the names in place of the built-in model: a model of
// another kind, or of a service. Its names are put in order and what cannot be
// a name is left out; its errors become those of Extract.
func WithRecognizer(r entities.Recognizer) Option {
	return Option{func(c *config) error {
		if r == nil {
			return errors.New("extract: WithRecognizer: no recognizer")
		}
		if c.nameModel != nil {
			return errors.New("extract: WithRecognizer: there is a WithNameModel already")
		}
		c.recognizer, c.controlled = callers{r}, true
		return nil
	}}
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
	return Option{func(c *config) error {
		r, err := entity.OpenTrained(model)
		if err != nil {
			return fmt.Errorf("extract: WithNameModel: %w", err)
		}
		if c.recognizer != nil {
			return errors.New("extract: WithNameModel: there is another model or recognizer already")
		}
		c.recognizer, c.nameModel = r, model
		return nil
	}}
}

// WithNames adds names that the caller knows, of one kind. They are found
// wherever they stand letter for letter, capitals included, from the beginning of
// a token to the end of one, with white space taken for one space; they take the
// place of what the model finds there, and have the score 1. A million names load
// in less than a second and cost nothing to speak of later. It may be given
// several times, but not with one name under two kinds. A name begins with a
// letter or digit and has no more than 400 bytes.
func WithNames(kind whosaid.EntityKind, names ...string) Option {
	return Option{func(c *config) error {
		if err := c.control.Names.Add(kind, names...); err != nil {
			return fmt.Errorf("extract: WithNames: %w", err)
		}
		c.controlled = true
		return nil
	}}
}

// WithoutNames says what is no name, whatever the model holds it for: a name
// that reads so as a whole, letter for letter, is left out.
func WithoutNames(names ...string) Option {
	return Option{func(c *config) error {
		if err := c.control.Deny.Add(whosaid.EntityWork, names...); err != nil {
			return fmt.Errorf("extract: WithoutNames: %w", err)
		}
		c.controlled = true
		return nil
	}}
}

// WithGender lets given names tell the gender of people, for whom "he" and "she"
// mean; guess is asked for each and returns "" where it does not know. Without
// this option only the text tells it: "Mr.", "spokeswoman", "his wife". Guess
// must be safe for concurrent use.
func WithGender(guess func(givenName string) whosaid.Gender) Option {
	return Option{func(c *config) error {
		if guess == nil {
			return errors.New("extract: WithGender: no function")
		}
		c.gender = func(givenName string) coref.Gender {
			switch guess(givenName) {
			case whosaid.GenderFemale:
				return coref.Female
			case whosaid.GenderMale:
				return coref.Male
			}
			return 0
		}
		return nil
	}}
}

// WithKinds keeps the entities of the given kinds only. Speakers and claimants
// are looked for among them.
func WithKinds(kinds ...whosaid.EntityKind) Option {
	return Option{func(c *config) error {
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
	}}
}

// A DocOption tells Extract about the one text at hand. The zero DocOption tells
// nothing.
type DocOption struct{ set func(*docConfig) }

// docConfig is what is told of one text.
type docConfig struct{ published time.Time }

// Published gives the document date, which "Tuesday" counts from. Without it
// relative dates stay unresolved. A date outside the years 1 to 9999, which
// JSON cannot hold, counts as unknown.
func Published(t time.Time) DocOption {
	return DocOption{func(c *docConfig) {
		if _, err := t.MarshalJSON(); err == nil && t.Year() > 0 {
			c.published = t.Round(0)
		}
	}}
}
