package timex

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A civil is a day of the calendar.
type civil struct{ year, month, day int }

func civilOf(t time.Time) civil { return civil{t.Year(), int(t.Month()), t.Day()} }

// utc is midnight of c; days and months out of range carry over.
func (c civil) utc() time.Time {
	return time.Date(c.year, time.Month(c.month), c.day, 0, 0, 0, 0, time.UTC)
}

// exists reports whether the calendar has the day.
func (c civil) exists() bool {
	return c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= daysIn(c.year, c.month)
}

func daysIn(year, month int) int {
	return civil{year, month + 1, 0}.utc().Day()
}

func (c civil) addDays(n int) civil { return civilOf(civil{c.year, c.month, c.day + n}.utc()) }

// addMonths keeps the day where the month has it, else takes its last.
func (c civil) addMonths(n int) civil {
	m := c.year*12 + c.month - 1 + n
	r := civil{floorDiv(m, 12), m - 12*floorDiv(m, 12) + 1, c.day}
	r.day = min(r.day, daysIn(r.year, r.month))
	return r
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && a < 0 {
		q--
	}
	return q
}

// weekday is 1 for Monday to 7 for Sunday.
func (c civil) weekday() int { return (int(c.utc().Weekday())+6)%7 + 1 }

func (c civil) before(d civil) bool {
	if c.year != d.year {
		return c.year < d.year
	}
	if c.month != d.month {
		return c.month < d.month
	}
	return c.day < d.day
}

// daysTo counts the days from c to d.
func (c civil) daysTo(d civil) int { return int((d.utc().Unix() - c.utc().Unix()) / 86400) }

// monday is the first day of c's week.
func (c civil) monday() civil { return c.addDays(1 - c.weekday()) }

// quarter is 1 to 4.
func (c civil) quarter() int { return (c.month-1)/3 + 1 }

// A grain is the precision of a point.
type grain uint8

const (
	noGrain grain = iota
	byDay
	byWeek
	byWeekend
	byMonth
	byQuarter
	byHalf
	bySeason
	byYear
	byDecade
	byCentury
	byMillennium
)

// A point is a stretch of the calendar: a day, a week, a year.
type point struct {
	civil       // its first day, or a day in it
	grain grain // how long it is
	part  int   // season, quarter or half, where the grain is one
}

var seasonNames = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}

// value is the TIMEX3 value of p.
func (p point) value() string {
	var buf [24]byte
	b := buf[:0]
	switch p.grain {
	case byDay:
		b = padded(append(padded(append(padded(b, p.year, 4), '-'), p.month, 2), '-'), p.day, 2)
	case byWeek, byWeekend:
		y, w := p.utc().ISOWeek()
		b = padded(append(padded(b, y, 4), "-W"...), w, 2)
		if p.grain == byWeekend {
			b = append(b, "-WE"...)
		}
	case byMonth:
		b = padded(append(padded(b, p.year, 4), '-'), p.month, 2)
	case byQuarter:
		b = padded(append(padded(b, p.year, 4), "-Q"...), p.part, 1)
	case byHalf:
		b = padded(append(padded(b, p.year, 4), "-H"...), p.part, 1)
	case bySeason:
		b = append(append(padded(b, p.year, 4), '-'), seasonNames[p.part]...)
	case byYear:
		b = padded(b, p.year, 4)
	case byDecade:
		b = padded(b, p.year/10, 3)
	case byCentury:
		b = padded(b, p.year/100, 2)
	case byMillennium:
		b = padded(b, p.year/1000, 1)
	}
	return string(b)
}

// padded appends n with at least so many digits.
func padded(b []byte, n, width int) []byte {
	for limit := 10; width > 1; width-- {
		if n < limit {
			for range width - 1 {
				b = append(b, '0')
			}
			break
		}
		limit *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// interval returns the first day of p and the day after its last.
func (p point) interval() (from, to civil) {
	switch p.grain {
	case byWeek:
		m := p.monday()
		return m, m.addDays(7)
	case byWeekend:
		m := p.monday()
		return m.addDays(5), m.addDays(7)
	case byMonth:
		return civil{p.year, p.month, 1}, civil{p.year, p.month, 1}.addMonths(1)
	case byQuarter:
		return civil{p.year, 3*p.part - 2, 1}, civil{p.year, 3*p.part - 2, 1}.addMonths(3)
	case byHalf:
		return civil{p.year, 6*p.part - 5, 1}, civil{p.year, 6*p.part - 5, 1}.addMonths(6)
	case bySeason: // by the calendar of the weather services; winter begins in the year it is named by
		return civil{p.year, 3 * p.part, 1}, civil{p.year, 3 * p.part, 1}.addMonths(3)
	case byYear:
		return civil{p.year, 1, 1}, civil{p.year + 1, 1, 1}
	case byDecade:
		return civil{p.year / 10 * 10, 1, 1}, civil{p.year/10*10 + 10, 1, 1}
	case byCentury:
		return civil{p.year / 100 * 100, 1, 1}, civil{p.year/100*100 + 100, 1, 1}
	case byMillennium:
		return civil{p.year / 1000 * 1000, 1, 1}, civil{p.year/1000*1000 + 1000, 1, 1}
	}
	return p.civil, p.addDays(1)
}

// holidayOf returns the day of a holiday in a year by the arguments of its
// rule (holidays.txt).
func holidayOf(r *rule, y int) civil {
	if r.days != nil {
		return r.days[y]
	}
	c := civil{y, r.args["month"], r.args["day"]}
	if n, ok := r.args["easter"]; ok {
		c = easterOf(y).addDays(n)
	} else if n, ok := r.args["nth"]; ok {
		c = nthWeekday(y, c.month, r.args["weekday"], n)
	}
	if plus := r.args["plus"]; plus != 0 {
		c = c.addDays(plus)
	}
	return c
}

// fallsOnADay fails unless the arguments of a holiday's rule give it one day a
// year: month and day, month, weekday and nth, or easter.
func (r *rule) fallsOnADay() error {
	given := ""
	for _, key := range []string{"month", "day", "weekday", "nth", "easter"} {
		if _, ok := r.args[key]; ok {
			given += key + " "
		}
	}
	if r.text != "" {
		given += "other "
	}
	switch given {
	case "other ":
		return nil
	case "month day ":
		if c := (civil{2001, r.args["month"], r.args["day"]}); !c.exists() {
			return fmt.Errorf("month %d has no day %d", c.month, c.day)
		}
		return nil
	case "month weekday nth ":
		if r.args["nth"] == 0 {
			return errors.New("nth=0: want 1 to 5, or -1 for the last")
		}
		return nil
	case "easter ":
		return nil
	}
	return fmt.Errorf("no day a year from keys %q: want month and day, month, weekday and nth, or easter", strings.TrimSpace(given))
}

// nthWeekday is the n-th such weekday of a month, its last if n is negative.
func nthWeekday(y, m, weekday, n int) civil {
	if n < 0 {
		last := civil{y, m, daysIn(y, m)}
		return last.addDays(-((last.weekday() - weekday + 7) % 7))
	}
	first := civil{y, m, 1}
	return first.addDays((weekday-first.weekday()+7)%7 + 7*(n-1))
}

// easterOf is Easter Sunday of the western churches (the anonymous Gregorian
// computus).
func easterOf(y int) civil {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month := (h + l - 7*m + 114) / 31
	return civil{y, month, (h+l-7*m+114)%31 + 1}
}
