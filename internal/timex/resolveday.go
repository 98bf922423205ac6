package timex

import "fmt"

// weekdayNear is the last or next such weekday; the document's own day is
// both.
func (r *resolver) weekdayNear(w, dir int) place {
	base := r.dct
	if r.narrative && r.ref.grain == byDay && r.far(r.ref.civil) {
		base, dir = r.ref.civil, 1
	} else if !r.hasDCT {
		return place{value: fmt.Sprintf("XXXX-WXX-%d", w)}
	}
	ahead := (w - base.weekday() + 7) % 7
	if dir > 0 {
		if ahead == 0 && r.opt.Forward {
			ahead = 7
		}
		return known(point{base.addDays(ahead), byDay, 0})
	}
	return known(point{base.addDays(-((7 - ahead) % 7)), byDay, 0})
}

// dayOfMonth places "the 24th".
func (r *resolver) dayOfMonth(d, dir int) place {
	base := r.dct
	if r.ref.grain != noGrain && r.ref.grain <= byMonth && (r.narrative || r.refSentence >= r.sentence-refReach) {
		base = r.ref.civil
	} else if !r.hasDCT {
		return place{value: fmt.Sprintf("XXXX-XX-%02d", d)}
	}
	c := civil{base.year, base.month, d}
	switch {
	case dir > 0 && d < base.day:
		c = nextMonth(c, 1)
	case dir < 0 && d > base.day && base == r.dct:
		c = nextMonth(c, -1)
	}
	return full(c.year, c.month, d)
}

// weekdayThe places "Friday the 13th": in the month of the last date or that
// behind it, else the nearest on the side of the direction.
func (r *resolver) weekdayThe(w, d, dir int) place {
	if !r.opt.Forward && r.ref.grain != noGrain && r.ref.grain <= byMonth && r.refSentence >= r.sentence-refReach {
		for n := range 2 {
			c := nextMonth(civil{r.ref.year, r.ref.month, d}, n)
			if c.exists() && c.weekday() == w {
				return known(point{c, byDay, 0})
			}
		}
	}
	if !r.hasDCT {
		return place{value: unknownYear(absent, d)}
	}
	step := 1
	if dir < 0 {
		step = -1
	}
	for i := range 14 {
		c := civil{r.dct.year, r.dct.month, 1}.addMonths(step * i)
		c.day = d
		gone := step > 0 && c.before(r.dct) || step < 0 && r.dct.before(c)
		if c.exists() && c.weekday() == w && (i > 0 || !gone) {
			return known(point{c, byDay, 0})
		}
	}
	return r.dayOfMonth(d, dir)
}

func nextMonth(c civil, n int) civil {
	m := civil{c.year, c.month, 1}.addMonths(n)
	return civil{m.year, m.month, c.day}
}
