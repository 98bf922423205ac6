package timex

// A unit is a unit of time, as words.txt numbers them.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	week
	month
	year
	decade
	century
	quarter
	weekend
	fortnight
	millennium
	night
)

// A shape is the kind of meaning that an expression has.
type shape uint8

const (
	shDate     shape = iota // year, month, day and weekday as far as given
	shRel                   // n units from the reference
	shWeekday               // a weekday: the last, the next
	shWeekOf                // a weekday of the week n from now
	shMonth                 // a month: the last, the next
	shSeason                // a season, of a year if given
	shQuarter               // a quarter or half, of a year if given
	shDecade                // 199
	shCentury               // 19
	shHoliday               // Christmas
	shDuration              // a length of time
	shSet                   // every Monday
	shRef                   // PAST_REF
	shNoDay                 // a time of a day that stands elsewhere
	shBC                    // a year before Christ
	shNthDay                // the first Tuesday of October
	shWeekNo                // a week by its number in a year or month, or by a day in it
	shRange                 // from one to another, in dialogue
	shBare                  // a number that can be an hour, in dialogue
)

// absent marks a field of expr that is not given.
const absent = -1 << 15

// A length is a number of units, in thousandths; none means a vague number.
type length struct {
	n       int
	unit    unit
	counted bool // from a point: two decades ago
}

const vague = -1

// An expr is the meaning of an expression, whatever the document date.
type expr struct {
	first, end int // tokens
	// start and stop are byte offsets where the expression begins or ends
	// inside a token; else -1.
	start, stop int

	// sibling: counts from the last date of the text, not from the document
	// date.
	sibling bool
	// fixed: counts from the document date even in a narrative.
	fixed bool
	// given: the text itself says the direction (last, next).
	given      bool
	slash      bool // day and month are open
	weak       bool // of a shRange: numbers that are hours only beside a day
	oneDay     bool // the ends of a shRange lie on one day
	fiscal     bool
	seconds    bool // clock holds seconds
	ampm       bool
	offsetBack bool
	few        bool // a vague word told the number: "a few days"
	back       bool // the length or night ends at the reference: "the past three years", "overnight"
	ahead      bool // "the next three years"
	within     bool // "within three years": ahead, and today counts
	age        bool // how old somebody or something is
	movable    bool // a holiday of another calendar
	ends       bool // two expressions: the ends of a range

	shape shape
	unit  unit
	n     int

	year, month, day, weekday int
	yearRel                   int // year counts from the reference
	season, quarter, half     int
	holiday                   int // the rule that says when it falls
	nth                       int // of a shNthDay or shWeekNo, -1 the last
	day2                      int // the last day of "9-12 September"
	month2                    int // the last month of "Aug. 30-Sept. 2"
	year2                     int // the last year of "2010-14"
	pair                      int // of a shRange: the place of its ends in finder.pairs

	clock  int    // seconds of the day
	clock2 int    // the end of "3 to 4 p.m.", or 0
	part   int    // of the day, 1 morning to 5 midday
	zone   int    // of the clock, as words.txt counts
	text   string // the value of a shRef

	lengths [3]length
	// offset is what lies between the expression and the point it names:
	// two weeks before Christmas.
	offset [3]length
	mod    string
}

func newExpr(s shape) expr {
	return expr{
		start: -1, stop: -1, shape: s, year: absent, month: absent, day: absent, weekday: absent,
		yearRel: absent, season: absent, quarter: absent, half: absent, clock: absent, part: absent,
		nth: absent, day2: absent, month2: absent, year2: absent, zone: absent,
	}
}

// has reports whether a field is given.
func has(v int) bool { return v != absent }

// isTime reports whether the expression is shorter than a day.
func (e *expr) isTime() bool {
	return has(e.clock) || has(e.part) || e.shape == shRel && e.unit < day && e.unit > noUnit
}

// isDay reports whether the expression is a day, to which a time can belong.
func (e *expr) isDay() bool {
	switch e.shape {
	case shDate:
		return has(e.day) || has(e.weekday)
	case shRel:
		return e.unit == day
	case shWeekday, shWeekOf, shHoliday, shNthDay:
		return true
	}
	return false
}
