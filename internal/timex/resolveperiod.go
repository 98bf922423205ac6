package timex

import (
	"fmt"
	"strconv"
)

// weekday places "last Friday", "this Friday", "Friday night".
func (r *resolver) weekday(e *expr) place {
	from, ok := r.from(e)
	if !ok {
		return place{value: fmt.Sprintf("XXXX-WXX-%d", e.weekday)}
	}
	ahead := (e.weekday - from.weekday() + 7) % 7
	switch {
	case r.restates(e):
		return known(r.ref)
	case e.n == -1:
		if ahead == 0 {
			ahead = 7
		} else {
			ahead = 7 - ahead
		}
		return known(point{from.addDays(-ahead), byDay, 0})
	case e.n == 2 || e.n == 3: // the second, the next to come
		if ahead == 0 {
			ahead = 7
		}
		return known(point{from.addDays(ahead + 7*(3-e.n)), byDay, 0})
	case e.n == 1 && e.sibling:
		if ahead == 0 {
			ahead = 7
		}
		return known(point{from.addDays(ahead), byDay, 0})
	case e.n == 1:
		return known(point{from.monday().addDays(6 + e.weekday), byDay, 0})
	case e.n == 0 && e.sibling && from.civil == r.dct && !r.opt.Forward: // nothing to count from
		return r.weekdayNear(e.weekday, -1)
	case e.n == 0 && e.sibling:
		return known(point{from.addDays(ahead), byDay, 0})
	case e.n == 0:
		c := from.monday().addDays(e.weekday - 1)
		if dir := r.direction(e); dir > 0 && c.before(from.civil) && !r.opt.Forward {
			c = c.addDays(7) // this week's has gone by: it will be next week's
		}
		return known(point{c, byDay, 0})
	}
	return r.weekdayNear(e.weekday, r.direction(e))
}

// restates reports whether e is the weekday of the day just named: "July 10, a
// Tuesday".
func (r *resolver) restates(e *expr) bool {
	s := r.sentenceAt()
	return r.inSameSentence() && r.ref.grain == byDay && r.ref.weekday() == e.weekday && e.first-r.refToken == 1 &&
		r.f.low(e.first-1, s) == "," && r.f.isWord(r.f.low(e.first, s), wOne)
}

// month places "last August", "that March".
func (r *resolver) month(e *expr) place {
	from, ok := r.from(e)
	if !ok {
		return place{value: unknownYear(e.month, absent)}
	}
	y := from.year
	switch {
	case e.n < 0 && e.month >= from.month:
		y--
	case e.n > 0 && e.month <= from.month:
		y++
	}
	return full(y, e.month, absent)
}

// season places "last summer", "the winter of 2006".
func (r *resolver) season(e *expr) place {
	if has(e.year) {
		return known(point{civil{e.year, 3 * e.season, 1}, bySeason, e.season})
	}
	from, ok := r.from(e)
	if !ok {
		return place{value: "XXXX-" + seasonNames[e.season]}
	}
	y := from.year
	if e.sibling && from.grain >= byYear && has(e.n) { // in 2019 … the following spring
		return known(point{civil{y + e.n, 3 * e.season, 1}, bySeason, e.season})
	}
	begins := 3 * e.season // month
	dir := e.n
	if !has(dir) {
		dir = r.direction(e)
		if r.narrative && r.ref.grain != noGrain {
			from, dir = r.ref, 0
			y = from.year
		}
	}
	switch {
	case dir < 0 && begins > from.month:
		y--
	case dir < 0 && e.n < 0 && has(e.n) && from.month < begins+3 && e.season != 4 && from.month >= begins:
		y-- // the one that is running is not the last one
	case dir > 0 && begins+3 <= from.month:
		y++
	case dir > 0 && has(e.n) && from.month >= begins:
		y++
	}
	return known(point{civil{y, begins, 1}, bySeason, e.season})
}

// quarter places quarters and halves of years.
func (r *resolver) quarter(e *expr) place {
	y, known1 := e.year, has(e.year)
	grainOf, part, now := byQuarter, e.quarter, r.dct.quarter()
	if has(e.half) {
		grainOf, part, now = byHalf, e.half, (r.dct.month-1)/6+1
	}
	switch {
	case known1:
	case !r.hasDCT:
		return place{value: "XXXX-" + string("QH"[b2i(grainOf == byHalf)]) + strconv.Itoa(part)}
	case has(e.yearRel):
		y = r.dct.year + e.yearRel
	default:
		y = r.dct.year
		if part > now && r.direction(e) <= 0 {
			y--
		}
		if part < now && (r.opt.Forward || r.f.isWord(r.f.low(e.first-1, r.sentenceAt()), wDeadline) && r.direction(e) > 0) {
			y++ // by the second quarter
		}
	}
	month := 3*part - 2
	if grainOf == byHalf {
		month = 6*part - 5
	}
	return known(point{civil{y, month, 1}, grainOf, part})
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// decade places "the 1990s", "the nineties".
func (r *resolver) decade(e *expr) place {
	n := e.n
	if n < 0 { // of the last hundred years
		n = 190 - n
		if r.hasDCT && r.dct.year < 1950 {
			n -= 10
		}
	}
	return known(point{civil{n * 10, 1, 1}, byDecade, 0})
}

func (r *resolver) holiday(e *expr) place {
	if has(e.year) {
		if c := holidayOf(&r.f.g.rules[e.holiday], e.year); c.exists() {
			return known(point{c, byDay, 0})
		}
		return full(e.year, absent, absent)
	}
	if !r.hasDCT {
		return place{value: "XXXX-XX-XX"}
	}
	dir := e.n
	if !has(dir) {
		dir = r.direction(e)
	}
	due := dir > 0 && r.f.isWord(r.f.low(e.first-1, r.sentenceAt()), wUntil)
	best, cost := civil{}, 1<<30
	for y := r.dct.year - 1; y <= r.dct.year+1; y++ {
		c := holidayOf(&r.f.g.rules[e.holiday], y)
		gap := r.dct.daysTo(c)
		if !c.exists() || has(e.n) && gap == 0 {
			continue
		}
		if g := weigh(gap, dir, r.softness(!has(e.n) && !due, holidaySoft)); g < cost {
			best, cost = c, g
		}
	}
	if !best.exists() {
		return place{value: "XXXX-XX-XX"}
	}
	return known(point{best, byDay, 0})
}

// nthDay places "the first Tuesday of October".
func (r *resolver) nthDay(e *expr) place {
	p := r.monthOf(e)
	if !p.known {
		return p
	}
	return known(point{nthWeekday(p.year, p.month, e.weekday, e.nth), byDay, 0})
}

// monthOf is the month of an expression, with its year if given.
func (r *resolver) monthOf(e *expr) place {
	if has(e.year) {
		return full(e.year, e.month, absent)
	}
	month := *e
	month.day = absent
	return r.nearest(&month, r.direction(e))
}

// weekNo places "the week of October 21", "the second week of March", "week
// 31".
func (r *resolver) weekNo(e *expr) place {
	switch {
	case has(e.day):
		p := r.calendarDate(e)
		if !p.known || p.broken {
			return p
		}
		if p.grain = byWeek; e.unit == weekend {
			p.grain = byWeekend
		}
		if e.n < 0 && has(e.n) { // the week that ends on the day
			p.civil = p.addDays(-1)
		}
		return p
	case has(e.month):
		p := r.monthOf(e)
		if !p.known {
			return p
		}
		first := nthWeekday(p.year, p.month, 4, e.nth) // the week that holds the Thursday
		return known(point{first.monday(), byWeek, 0})
	}
	y := e.year
	if !has(y) {
		if !r.hasDCT {
			return place{value: fmt.Sprintf("XXXX-W%02d", e.nth)}
		}
		y = r.dct.year
	}
	first := civil{y, 1, 4}.monday() // week 1 holds January 4
	if e.nth < 0 {
		return known(point{civil{y, 12, 28}, byWeek, 0})
	}
	return known(point{first.addDays(7 * (e.nth - 1)), byWeek, 0})
}

// beforeChrist is the value of a year, month or day BC.
func beforeChrist(e *expr) string {
	v := fmt.Sprintf("BC%04d", e.year)
	if has(e.month) {
		v += fmt.Sprintf("-%02d", e.month)
	}
	if has(e.day) {
		v += fmt.Sprintf("-%02d", e.day)
	}
	return v
}
