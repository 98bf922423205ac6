package entities

import (
	"time"

	"github.com/whosaid/whosaid/internal/timex"
)

// A DateOption changes how dates are read and placed on the calendar;
// extract.WithDates takes it. The zero DateOption changes nothing.
type DateOption timex.Option

// By default the verb decides whether a bare weekday, month or day of a month
// lies back or ahead: with a past tense "on Wednesday" is the last one, with
// "will", "is to" or a plan the next, and with neither the nearest. In texts
// about other years than the document's, the last date named counts, not the
// document's.

// Forward reads texts as calendars and dialogues mean them, not as news: a bare
// weekday, month or day is the next one, lower case and short forms are
// accepted ("fri", "7p", "3h"), a bare number beside a day is an hour, an
// ordinal alone is a day, and a range is one expression, whose Value is
// "(first,last,period)". "In three days" and "two months ago" are days, and "a
// few" is three.
func Forward() DateOption { return dateOption(func(o *timex.Options) { o.Forward = true }) }

// Backward reads a bare weekday, month or day as the last one, whatever the
// tense.
func Backward() DateOption { return dateOption(func(o *timex.Options) { o.Backward = true }) }

// InZone makes days begin at midnight in zone, for Date.From, Date.To and the
// day on which the document was published. The default is the zone of the
// document date. A nil zone changes nothing.
func InZone(zone *time.Location) DateOption {
	return dateOption(func(o *timex.Options) { o.Zone = zone })
}

// DayFirst reads 9/12/2015 as the 9th of December, not as September 12.
func DayFirst() DateOption { return dateOption(func(o *timex.Options) { o.DayFirst = true }) }

func dateOption(set func(*timex.Options)) DateOption { return DateOption(timex.NewOption(set)) }
