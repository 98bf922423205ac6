package whosaid

import "time"

// A DateType is the type of a TIMEX3 expression.
type DateType string

// The types of TIMEX3.
const (
	DateDate     DateType = "DATE"     // a day or longer: "Tuesday", "2015", "the 1990s"
	DateTime     DateType = "TIME"     // shorter than a day: "8 p.m.", "Tuesday morning"
	DateDuration DateType = "DURATION" // "three days", "four-day"
	DateSet      DateType = "SET"      // "every Monday", "twice a week"
)

// A Date is an expression of time in the text, read as a calendar value
// (TIMEX3 of TimeML).
type Date struct {
	Span
	Type DateType `json:"type"`
	// Value is the TIMEX3 value: "2019-01-29", "2019-W05", "P3D", "PAST_REF".
	// A range of days or hours ("9-12 September") has that of its first, and
	// both in From and To; in dialogue (entities.Forward) a range is
	// "(first,last,period)".
	Value string `json:"value"`
	// Mod is the TIMEX3 modifier, such as START, MID, END, APPROX; often "".
	Mod string `json:"mod,omitempty"`
	// From and To are the interval [From, To) that Value covers on the
	// calendar; zero if it covers none, as for durations and PAST_REF.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Resolved is false where the expression could not be placed on the
	// calendar: there is no document date, or there is no such day.
	Resolved bool `json:"resolved"`
}
