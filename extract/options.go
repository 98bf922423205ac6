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
	"github.com/whosaid/whosaid/internal/timex"
)

// DefaultMaxBytes is the size limit of a text, in bytes, unless [WithMaxBytes]
// sets another.
const DefaultMaxBytes = 4 << 20

// config is what the options ask for.
type config struct {
	maxBytes   int
	recognizer entity.Recognizer
	nameModel  []byte
	control    entity.Control
	controlled bool
	gender     func(string) coref.Gender
	described  int // how many participants without a name
	dates      timex.Options
	fromText   bool            // the day of publication
	only       []whosaid.Layer // nil for all but syntax
	syntax     bool            // LayerSyntax beside the others
}

// An Option changes what New builds. A wrong option makes New fail; the zero
// Option changes nothing.
type Option struct{ set func(*config) error }

// WithMaxBytes sets the size limit of a text, in bytes; it must be at least 1.
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

// WithPublishedFromText makes Extract read the day of publication from the text
// if [Published] does not give it: from a full date in a dateline, a byline or
// a line of its own such as "Posted: 3 March 2026", at the beginning of the
// text or else at its end. The first one counts; one that says when the text
// was updated, only if there is no other. Document.Published is then midnight
// of that day, in the zone of entities.InZone or else UTC, and
// Document.PublishedSpan the words that give it.
func WithPublishedFromText() Option {
	return Option{func(c *config) error {
		c.fromText = true
		return nil
	}}
}

// Only makes Extract read these layers and those that they need, and spend no
// time on others: all need LayerSentences, quotes need entities and dates,
// claims need quotes. Document.Layers lists what was read. Options about other
// layers have no effect. Several Only options add up.
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
		return nil
	}}
}

// WithSyntax adds the grammar of each sentence, Document.Syntax, which is found
// anyway where entities are.
func WithSyntax() Option {
	return Option{func(c *config) error {
		c.syntax = true
		return nil
	}}
}

// WithRecognizer finds names with r in place of the built-in model. Extract
// sorts the names of r, drops those that are out of range, overlap an earlier
// one or have no known kind, keeps scores within [0,1], and returns the errors
// of r.
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

// WithNameModel finds names with a model that you trained, in place of the
// built-in one. model is a file written by internal/cmd/train -task ner -in …,
// and must not change afterwards. If it is damaged or not such a model, the
// error of New wraps [entities.ErrModel] and names the damaged section. A model
// that New accepts cannot make Extract fail.
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

// WithNames adds names of one kind that you know. They are found as those of
// [entities.Names] are, under the same rules, and replace what the model finds
// there. The option may be given several times, but not with one name under two
// kinds.
func WithNames(kind whosaid.EntityKind, names ...string) Option {
	return Option{func(c *config) error {
		if err := c.control.Names.Add(kind, names...); err != nil {
			return fmt.Errorf("extract: WithNames: %w", err)
		}
		c.controlled = true
		return nil
	}}
}

// WithoutNames drops the names that are, letter for letter, one of the list.
// The list is subject to the rules of [entities.Names].
func WithoutNames(names ...string) Option {
	return Option{func(c *config) error {
		if err := c.control.Deny.Add(whosaid.EntityWork, names...); err != nil {
			return fmt.Errorf("extract: WithoutNames: %w", err)
		}
		c.controlled = true
		return nil
	}}
}

// WithGender takes the gender of people from their given names, so that "he" and
// "she" mean nobody whose name tells otherwise; guess returns "" for a name that it
// does not know, and must be safe for concurrent use. A person of whom the text has
// one name only is asked for by that. What the text itself tells ("Mr.",
// "spokeswoman", "his wife") overrules guess, and without this option nothing else
// counts.
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

// DefaultDescribed is how many people and bodies without a name a document has
// at most, unless [WithDescribed] says otherwise: more than any article tells of.
const DefaultDescribed = 200

// WithDescribed sets how many people and bodies without a name
// (Document.Described) a document has at most, in place of DefaultDescribed: those that the
// text refers to most often stay. 0 leaves them out. Quotes of those who are
// left out have a Source but no Speaker.
func WithDescribed(n int) Option {
	return Option{func(c *config) error {
		if n < 0 {
			return fmt.Errorf("extract: WithDescribed(%d): the number must not be negative", n)
		}
		c.described = n
		return nil
	}}
}

// WithKinds keeps only entities of the given kinds. Speakers and claimants are
// chosen among them.
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

// A DocOption describes the text of one call to Extract. The zero DocOption
// changes nothing.
type DocOption struct{ set func(*docConfig) }

// docConfig is what the options of one text say.
type docConfig struct{ published time.Time }

// Published sets the document date, from which "Tuesday" counts. Without it
// relative dates stay unresolved. A date outside the years 1 to 9999, which
// JSON cannot hold, counts as unknown.
func Published(t time.Time) DocOption {
	return DocOption{func(c *docConfig) {
		if _, err := t.MarshalJSON(); err == nil && t.Year() > 0 {
			c.published = t.Round(0)
		}
	}}
}
