package entities

import (
	"time"

	"github.com/whosaid/whosaid/internal/timex"
)

// A DateOption changes how dates are read and placed on the calendar;
// extract.WithDates takes it. The zero DateOption changes nothing.
type DateOption timex.Option

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
func Forward() DateOption { return dateOption(func(o *timex.Options) { o.Forward = true }) }

// Backward reads a weekday, a month or a day without more as the last one,
// whatever the tense.
func Backward() DateOption { return dateOption(func(o *timex.Options) { o.Backward = true }) }

// InZone makes days begin at midnight in a zone, for Date.From and Date.To and
// for the day that the document date falls on. Without it that is the zone of
// the document date. A nil zone changes nothing.
func InZone(zone *time.Location) DateOption {
	return dateOption(func(o *timex.Options) { o.Zone = zone })
}

// DayFirst reads 9/12/2015 as the 9th of December, not as September 12.
func DayFirst() DateOption { return dateOption(func(o *timex.Options) { o.DayFirst = true }) }

func dateOption(set func(*timex.Options)) DateOption { return DateOption(timex.NewOption(set)) }
