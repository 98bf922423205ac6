package timex

import "fmt"

// calendarDate places a date by its fields.
func (r *resolver) calendarDate(e *expr) place {
	m, d := r.monthDay(e)
	y := e.year
	if !has(y) && !has(e.yearRel) && has(m) {
		if n := r.yearBehind(e); n != nil {
			return r.sharedYear(e, n)
		}
	}
	if has(e.yearRel) {
		from, ok := r.from(e)
		if !ok {
			return place{value: unknownYear(m, d)}
		}
		y = from.year + e.yearRel
	}
	if has(y) {
		return full(y, m, d)
	}
	if e.unit == month { // the 3rd of next month
		from, ok := r.from(e)
		if !ok {
			return place{value: unknownYear(absent, d)}
		}
		c := civil{from.year, from.month, 1}.addMonths(e.n)
		return full(c.year, c.month, d)
	}
	dir := r.direction(e)
	switch {
	case has(m) && e.given:
		return r.lastDay(m, d)
	case has(m):
		return r.nearest(e, dir)
	case has(e.weekday) && has(d):
		return r.weekdayThe(e.weekday, d, dir)
	case has(e.weekday):
		return r.weekdayNear(e.weekday, dir)
	}
	return r.dayOfMonth(d, dir)
}

// yearBehind is the date that shares its year with e: "between March and June
// of last year".
func (r *resolver) yearBehind(e *expr) *expr {
	if len(r.next) == 0 {
		return nil
	}
	n := &r.next[0]
	if n.shape != shDate || !has(n.month) || !has(n.year) && !has(n.yearRel) || n.first-e.end != 1 {
		return nil
	}
	if r.f.isWord(r.f.text(e.end), wJoint) {
		return n
	}
	return nil
}

// sharedYear places e in the year of n, or in the year before if its month is
// the later one.
func (r *resolver) sharedYear(e, n *expr) place {
	next := r.next
	r.next = nil
	p := r.calendarDate(n)
	r.next = next
	if !p.known {
		return place{value: unknownYear(e.month, e.day)}
	}
	if e.month > n.month {
		p.year--
	}
	return full(p.year, e.month, e.day)
}

// lastDay places "last October 23": the latest before the document date.
func (r *resolver) lastDay(m, d int) place {
	if !r.hasDCT {
		return place{value: unknownYear(m, d)}
	}
	y := r.dct.year
	if !(civil{y, m, d}).before(r.dct) {
		y--
	}
	return full(y, m, d)
}

// monthDay is the month and day of e; of 9/12 as the option says.
func (r *resolver) monthDay(e *expr) (m, d int) {
	m, d = e.month, e.day
	if e.slash && (r.opt.DayFirst && d <= 12 || m > 12) {
		m, d = d, m
	}
	return m, d
}

// full is a date with its year.
func full(y, m, d int) place {
	switch {
	case has(m) && has(d):
		c := civil{y, m, d}
		return place{point: point{c, byDay, 0}, known: true, broken: !c.exists()}
	case has(m):
		return known(point{civil{y, m, 1}, byMonth, 0})
	}
	return known(point{civil{y, 1, 1}, byYear, 0})
}

func unknownYear(m, d int) string {
	switch {
	case has(m) && has(d):
		return fmt.Sprintf("XXXX-%02d-%02d", m, d)
	case has(m):
		return fmt.Sprintf("XXXX-%02d", m)
	case has(d):
		return fmt.Sprintf("XXXX-XX-%02d", d)
	}
	return "XXXX"
}

// direction is where e lies: -1 before, 1 after the document date, 0 unknown.
func (r *resolver) direction(e *expr) int {
	switch {
	case r.opt.Forward:
		return 1
	case r.opt.Backward:
		return -1
	}
	return r.f.tense(e, r.sentenceAt())
}

// nearest finds the year of a month or a day of a month: the one nearest to
// the document date (in a narrative, to the last date), where the tense
// makes the other side count more.
func (r *resolver) nearest(e *expr, dir int) place {
	m, d := r.monthDay(e)
	if y, ok := r.yearOfWeekday(e, m, d); ok {
		return full(y, m, d)
	}
	base := r.dct
	if r.narrative && r.ref.grain != noGrain {
		base = r.ref.civil
		if r.ref.grain >= byYear {
			return full(r.ref.year, m, d)
		}
		dir = 0
	} else if dir <= 0 && r.inSameSentence() && e.first-r.refToken <= yearReach && r.hasDCT &&
		(r.ref.year < r.dct.year-1 || r.ref.year > r.dct.year+1) {
		base, dir = r.ref.civil, 0
		if r.ref.grain >= byYear {
			return full(r.ref.year, m, d)
		}
	} else if !r.hasDCT {
		if !r.mayShareYear(dir) {
			return place{value: unknownYear(m, d)}
		}
		if r.ref.grain >= byYear {
			return full(r.ref.year, m, d)
		}
		if base = r.ref.civil; !r.opens() {
			dir = 0
		}
	}
	best, cost := 0, 1<<30
	for y := base.year - 1; y <= base.year+1; y++ {
		c := civil{y, m, d}
		var gap int
		if has(d) {
			c.day = min(d, daysIn(y, m))                    // for the distance only
			if gap = base.daysTo(c); c.day < d && d == 29 { // no leap year
				continue
			}
		} else {
			gap = 30 * ((y-base.year)*12 + m - base.month)
		}
		if g := weigh(gap, dir, r.softness(has(d), daySoft)); g < cost {
			best, cost = y, g
		}
	}
	return full(best, m, d)
}

// openingSentences may hold the day of an undated text, as its dateline does.
const openingSentences = 3

// mayShareYear reports whether, in a text without a document date, a month or day
// may be of the year of the last date: not what is to come, unless that date
// opens the text; nor does a year alone, "since 2015", hold for long.
func (r *resolver) mayShareYear(dir int) bool {
	switch {
	case r.ref.grain == noGrain:
		return false
	case r.refSentence == r.sentence:
		return true
	case dir > 0:
		return r.opens()
	}
	return r.ref.grain < byYear || r.refSentence >= r.sentence-refReach
}

// opens reports whether the last date is a day that opens the text.
func (r *resolver) opens() bool { return r.ref.grain == byDay && r.refSentence < openingSentences }

// yearOfWeekday is the year, of those beside the document's, in which the day
// falls on the weekday that the expression names.
func (r *resolver) yearOfWeekday(e *expr, m, d int) (int, bool) {
	if !r.hasDCT || r.narrative || r.opt.Forward || !has(e.weekday) || !has(d) {
		return 0, false
	}
	for _, y := range []int{r.dct.year, r.dct.year - 1, r.dct.year + 1} {
		if c := (civil{y, m, d}); c.exists() && c.weekday() == e.weekday {
			return y, true
		}
	}
	return 0, false
}

// yearReach is for how many tokens a year holds for the days behind it in its
// sentence.
const yearReach = 10

// How many times farther a day on the wrong side of the verb's tense counts:
// papers name days within the running year, and holidays to come, whatever the
// tense. On the wrong side of a month nothing is.
const (
	daySoft     = 5
	holidaySoft = 3
	hard        = 1000
)

// softness is the factor for what may be on the wrong side, if it may.
func (r *resolver) softness(may bool, soft int) int {
	if may && !r.opt.Forward {
		return soft
	}
	return hard
}

// weigh is the cost of a gap of days for a direction.
func weigh(gap, dir, soft int) int {
	cost := 2 * max(gap, -gap)
	switch {
	case dir < 0 && gap > 0 || dir > 0 && gap < 0:
		cost *= soft
	case dir == 0 && gap > 0:
		cost++
	}
	return cost
}

func (r *resolver) inSameSentence() bool {
	return r.ref.grain != noGrain && r.refSentence == r.sentence
}
