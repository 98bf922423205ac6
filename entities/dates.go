package entities

import (
	"fmt"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/timex"
)

// A Dater reads the expressions of time in a document. It is safe for
// concurrent use.
type Dater struct {
	grammar *timex.Grammar
	options timex.Options
}

// A DateOption changes how a Dater places expressions on the calendar.
type DateOption func(*timex.Options)

// Forward reads a weekday, a month or a day as the next one, as calendars and
// dialogues do. By default the verb decides: news looks back ("on Wednesday",
// "in March") unless the verb is about the future.
func Forward() DateOption { return func(o *timex.Options) { o.Forward = true } }

// DayFirst reads 9/12/2015 as the 9th of December, not as September 12.
func DayFirst() DateOption { return func(o *timex.Options) { o.DayFirst = true } }

// NewDater returns a Dater.
func NewDater(opts ...DateOption) (*Dater, error) {
	d := new(Dater)
	for _, o := range opts {
		o(&d.options)
	}
	g, err := timex.New(d.options.Forward)
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	d.grammar = g
	return d, nil
}

// Dates returns the expressions of time in d, in text order. It needs Text,
// Tokens (tagged), Sentences and Published, and does not modify d. An
// expression inside one of names is no date: "The Sunday Times", "Theresa
// May".
func (t *Dater) Dates(d *whosaid.Document, names []Name) []whosaid.Date {
	spans := make([]whosaid.Span, 0, len(names))
	for _, n := range names {
		switch n.Kind {
		case whosaid.Person, whosaid.Organization, whosaid.Work, whosaid.Product:
			spans = append(spans, n.Span)
		}
	}
	return t.grammar.Dates(d, spans, t.options)
}
