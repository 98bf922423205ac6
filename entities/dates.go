package entities

import (
	"context"
	"fmt"
	"time"

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

// By default the verb tells where a weekday, a month or a day of a month lies:
// with a past tense "on Wednesday" is the last one, with "will", "is to" or a
// plan the next, and with neither the nearest. In texts that tell of other
// years than the document's the last date named counts, not the document's.

// Forward reads texts as calendars and dialogues mean them, not as news: a
// weekday, a month or a day without more is the next one, small letters and
// short forms will do ("fri", "7p", "3h"), a bare number beside a day is an
// hour, an ordinal alone a day, and a range is one expression, whose Value is
// "(first,last,period)". "In three days" and "two months ago" are days, and "a
// few" is three.
func Forward() DateOption { return func(o *timex.Options) { o.Forward = true } }

// Backward reads a weekday, a month or a day without more as the last one,
// whatever the tense.
func Backward() DateOption { return func(o *timex.Options) { o.Backward = true } }

// InZone makes days begin at midnight in a zone, for Date.From and Date.To and
// for the day that the document date falls on. Without it that is the zone of
// the document date. A nil zone changes nothing.
func InZone(zone *time.Location) DateOption { return func(o *timex.Options) { o.Zone = zone } }

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
// May". It fails only if ctx is done, with the error of ctx.
func (t *Dater) Dates(ctx context.Context, d *whosaid.Document, names []Name) ([]whosaid.Date, error) {
	spans := make([]whosaid.Span, 0, len(names))
	for _, n := range names {
		switch n.Kind {
		case whosaid.Person, whosaid.Organization, whosaid.Work, whosaid.Product:
			spans = append(spans, n.Span)
		}
	}
	return t.grammar.Dates(ctx, d, spans, t.options)
}
