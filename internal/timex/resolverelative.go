package timex

// relative places "last week", "two months ago", "the day before".
func (r *resolver) relative(e *expr) place {
	l := e.lengths[0]
	l.counted = l.unit != noUnit // a decade ago is a year, last decade is not
	if l.unit == noUnit {
		l = length{n: 1000, unit: e.unit}
		if e.n == 0 {
			l.n = 0
		} else if e.n < 0 {
			l.n = -1000 * e.n
		} else {
			l.n = 1000 * e.n
		}
	}
	if l.n == vague && e.few && r.opt.Forward {
		l.n = few
	}
	if l.n == vague {
		if e.n < 0 {
			return place{value: "PAST_REF", known: true}
		}
		return place{value: "FUTURE_REF", known: true}
	}
	from, ok := r.from(e)
	if !ok {
		return place{value: unknownUnit(l.unit), timed: r.opt.Forward && e.timed()}
	}
	sign := 1
	if e.n < 0 {
		sign = -1
	}
	if l.unit == weekend && e.n == 0 && !e.sibling {
		return r.theWeekend(e)
	}
	if r.opt.Forward && e.lengths[0].unit != noUnit {
		p := r.shiftAll(from, e.lengths, sign)
		p.timed = e.timed()
		return p
	}
	if p, ok := r.yearApart(e, from, l, sign); ok {
		return p
	}
	return r.shift(from, l, sign)
}

// yearApart places "a year earlier" behind a month or quarter of its sentence,
// with which it compares the same one of another year: "rose in May from a year
// earlier".
func (r *resolver) yearApart(e *expr, from point, l length, sign int) (place, bool) {
	if !e.sibling || !l.counted || l.unit != year || l.n%1000 != 0 || l.n > farthest {
		return place{}, false
	}
	if from.grain != byMonth && from.grain != byQuarter && from.grain != byHalf || r.narrative || !r.inSameSentence() {
		return place{}, false
	}
	p := at(from.addMonths(12*sign*l.n/1000), from.grain)
	p.part = from.part
	return p, true
}

// shiftAll moves a point by lengths and keeps the day, as dialogue counts:
// two months ago is a day.
func (r *resolver) shiftAll(p point, ls [3]length, sign int) place {
	c, clock, timed := p.civil, r.dctClock, false
	for _, l := range ls {
		if l.unit == noUnit {
			break
		}
		if l.n == vague {
			l.n = few
		}
		if l.n > farthest || l.n > farthest/10 && l.unit > month {
			return place{value: "XXXX", broken: true}
		}
		n := sign * l.n
		switch l.unit {
		case second, minute, hour:
			clock, timed = clock+n/1000*secondsOf[l.unit]+n%1000*secondsOf[l.unit]/1000, true
		case week, weekend:
			c = c.addDays(7 * n / 1000)
		case fortnight:
			c = c.addDays(14 * n / 1000)
		case month:
			c = c.addMonths(n / 1000)
		case quarter:
			c = c.addMonths(3 * n / 1000)
		case year:
			c = c.addMonths(12 * n / 1000)
		case decade:
			c = c.addMonths(120 * n / 1000)
		default:
			c = c.addDays(n / 1000)
		}
		if c.year < 1 || c.year > 9998 {
			return place{value: "XXXX", broken: true}
		}
	}
	if !timed {
		return known(point{c, byDay, 0})
	}
	days := floorDiv(clock, 86400)
	q := known(point{c.addDays(days), byDay, 0})
	q.clock = clock - 86400*days + 1
	return q
}

// timed reports whether the lengths of e count hours, minutes or seconds.
func (e *expr) timed() bool {
	for _, l := range e.lengths {
		if l.unit == hour || l.unit == minute || l.unit == second {
			return true
		}
	}
	return false
}

// theWeekend is the one of this week, or of the week before if the week has
// only begun and the verb looks back.
func (r *resolver) theWeekend(e *expr) place {
	c := r.dct
	if c.weekday() < 6 && r.direction(e) < 0 {
		c = c.addDays(-7)
	}
	return known(point{c, byWeekend, 0})
}

func unknownUnit(u unit) string {
	switch u {
	case week, weekend, fortnight:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case year:
		return "XXXX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	case quarter:
		return "XXXX-QX"
	}
	return "XXXX-XX-XX"
}

var secondsOf = [...]int{second: 1, minute: 60, hour: 3600}

// farthest bounds counts of units, so that years stay within those that the
// calendar can hold.
const farthest = 9_000_000 // thousandths

// shift moves a point by a length; the grain follows the unit.
func (r *resolver) shift(p point, l length, sign int) place {
	if l.n > farthest*10 || l.n > farthest && l.unit > month {
		return place{value: "XXXX", broken: true}
	}
	n := sign * l.n
	whole := n % 1000
	switch l.unit {
	case second, minute, hour:
		return r.shiftClock(p, l, sign)
	case day, night:
		return at(p.addDays(n/1000), byDay)
	case week, fortnight, weekend:
		step := 7
		if l.unit == fortnight {
			step = 14
		}
		grainOf := byWeek
		if l.unit == weekend {
			grainOf = byWeekend
		}
		if l.counted && l.unit != weekend && p.grain == byDay && !r.opt.TempEval {
			grainOf = byDay // a week ago
		}
		return at(p.addDays(step*n/1000), grainOf)
	case month:
		return at(p.addMonths(n/1000), byMonth)
	case quarter:
		c := p.addMonths(3 * n / 1000)
		return known(point{c, byQuarter, c.quarter()})
	case year:
		if whole != 0 {
			return at(p.addMonths(12*n/1000), byMonth)
		}
		return at(p.addMonths(12*(n/1000)), byYear)
	case decade:
		if l.counted {
			return at(civil{p.year + 10*n/1000, 1, 1}, byYear)
		}
		return at(civil{p.year + 10*n/1000, 1, 1}, byDecade)
	case century:
		return at(civil{p.year + 100*n/1000, 1, 1}, byCentury)
	case millennium:
		return at(civil{p.year + n, 1, 1}, byMillennium)
	}
	return place{}
}

func at(c civil, g grain) place {
	if c.year < 1 || c.year > 9998 {
		return place{value: "XXXX", broken: true}
	}
	return known(point{c, g, 0})
}

// shiftClock moves by hours, minutes or seconds: a time if the time of the
// point is known, else its day. Within a year or a month that day is unknown.
func (r *resolver) shiftClock(p point, l length, sign int) place {
	seconds := l.n / 1000 * secondsOf[l.unit]
	if p.grain > byDay {
		return place{value: unknownUnit(l.unit)}
	}
	if !has(r.refClock) || p != r.ref || p.grain != byDay {
		return known(point{p.civil, byDay, 0})
	}
	s := r.refClock + sign*seconds
	days := floorDiv(s, 86400)
	s -= 86400 * days
	c := p.addDays(days)
	return place{point: point{c, byDay, 0}, known: true, value: point{c, byDay, 0}.value() + "T" + clockValue(s, false)}
}
