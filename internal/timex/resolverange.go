package timex

import (
	"fmt"

	"github.com/whosaid/whosaid"
)

// momentOf makes d the time that p holds.
func (r *resolver) momentOf(p place, d *whosaid.Date) {
	clock := p.clock - 1
	d.Type, d.Value = whosaid.DateTime, p.point.value()+"T"+clockValue(clock, clock%60 != 0)
	d.From, d.To = r.instant(p.civil, clock), r.instant(p.civil, clock+60)
	clip(d)
}

// dayRange gives "9-12 September" its two ends, and reports whether the month
// has the second.
func (r *resolver) dayRange(e *expr, p place, d *whosaid.Date) bool {
	last := p.point
	last.day = e.day2
	d.Resolved = last.exists()
	if d.Resolved && r.opt.Forward {
		d.Value = rangeValue(end{place: p}, end{place: known(last)})
	}
	return d.Resolved
}

// lastOf is the end of a range over months that begins at p.
func lastOf(e *expr, p place) place {
	y := p.year
	if e.month2 < p.month {
		y++
	}
	if has(e.year2) {
		y = e.year2
	}
	return full(y, e.month2, e.day2)
}

// An end is one end of a range.
type end struct {
	place
	timed bool // p.clock counts
}

// stretch gives d the range e: both ends, each placed by itself, the second
// from the first where it says less.
func (r *resolver) stretch(e *expr, d *whosaid.Date) {
	lo, hi := r.f.pairs[e.pair], r.f.pairs[e.pair+1]
	shareHalves(&lo, &hi)
	if has(hi.year) && !has(lo.year) && lo.shape == shDate && hi.shape == shDate {
		lo.year = hi.year
		if has(hi.month) && has(lo.month) && lo.month > hi.month {
			lo.year--
		}
	}
	a := r.endOf(&lo)
	if hi.shape == shDuration {
		r.lasts(a, &hi, d)
		return
	}
	saved, savedOpt, savedRef := r.dct, r.opt, r.refSentence
	if a.known {
		r.dct, r.refSentence = a.civil, -1000
		r.opt.Forward = true
		if hi.shape == shRef || hi.shape == shRel {
			r.dct = saved
		}
		if hi.shape == shNoDay {
			r.ref, r.refSentence = point{a.civil, byDay, 0}, r.sentence
		}
	}
	var b end
	if e.oneDay {
		b = a
		b.timed, b.clock = true, hi.daytime()+1
	} else {
		b = r.endOf(&hi)
	}
	r.dct, r.opt, r.refSentence = saved, savedOpt, savedRef
	if a.known && b.known && (lo.shape == shNoDay && hi.shape == shNoDay || e.oneDay) && b.clock < a.clock {
		b.civil = b.addDays(1)
	}
	d.Resolved = a.known && b.known && !a.broken && !b.broken
	if a.timed || b.timed {
		d.Type = whosaid.DateTime
	}
	d.Value = rangeValue(a, b)
	if !d.Resolved {
		return
	}
	from, _ := a.interval()
	_, to := b.interval()
	d.From, d.To = r.instant(from, max(0, a.clock-1)), r.instant(to, 0)
	if b.timed {
		d.To = r.instant(b.civil, b.clock-1)
	}
	if d.To.Before(d.From) {
		d.From, d.To = d.To, d.From
	}
	clip(d)
}

// lasts gives d the range of a length that begins at a.
func (r *resolver) lasts(a end, e *expr, d *whosaid.Date) {
	saved := r.dctClock
	r.dctClock = max(0, a.clock-1)
	b := end{place: r.shiftAll(a.point, e.lengths, 1)}
	r.dctClock = saved
	d.Resolved = a.known && b.known && !a.broken && !b.broken
	if b.timed = b.clock > 0; a.timed && !b.timed {
		b.timed, b.clock = true, a.clock
	}
	if a.timed || b.timed {
		d.Type = whosaid.DateTime
	}
	d.Value = "(" + a.stamp(b.timed) + "," + b.stamp(a.timed) + "," + durationValue(e.lengths[:]) + ")"
	if d.Resolved {
		d.From, d.To = r.instant(a.civil, max(0, a.clock-1)), r.instant(b.civil, max(0, b.clock-1))
		clip(d)
	}
}

// shareHalves gives the end without a.m. or p.m. that of the other: from 3 to
// 5 p.m.
func shareHalves(lo, hi *expr) {
	if !has(lo.clock) || !has(hi.clock) {
		return
	}
	lo.clock, hi.clock = lo.daytime(), hi.daytime()
	switch {
	case hi.ampm && !lo.ampm && lo.clock < noon && hi.clock >= noon && lo.clock+noon < hi.clock:
		lo.clock += noon
	case hi.ampm && !lo.ampm && lo.clock >= noon && lo.clock < noon+3600 && hi.clock < noon:
		lo.clock -= noon // 12-3am
	case hi.ampm || hi.clock >= min(lo.clock, noon) || hi.clock+noon <= lo.clock: // 11pm to 3
	case lo.ampm || !has(hi.month): // not of another day
		hi.clock += noon
	}
}

// endOf places one end of a range.
func (r *resolver) endOf(e *expr) end {
	if e.shape == shRef { // now
		return end{place: place{point: point{r.dct, byDay, 0}, known: r.hasDCT}}
	}
	p := r.place(e)
	if p.known && !p.broken {
		r.remember(p.point, absent)
	}
	if has(e.clock) {
		p.clock = e.daytime() + 1
	} else if has(e.part) {
		p.clock = partHours[e.part][0]*3600 + 1
	}
	return end{p, p.clock > 0}
}

// rangeValue is (first,last,period), as the range attribute of TIMEX3 is
// written.
func rangeValue(a, b end) string {
	return "(" + a.stamp(b.timed) + "," + b.stamp(a.timed) + "," + periodOf(a, b) + ")"
}

// stamp is an end to the day or the minute.
func (e end) stamp(timed bool) string {
	if !e.known {
		return e.text()
	}
	from, _ := e.interval()
	if e.grain == noGrain || e.grain == byDay || e.grain == byWeek {
		from = e.civil
	}
	v := point{from, byDay, 0}.value()
	if e.timed {
		v += "T" + clockValue(e.clock-1, (e.clock-1)%60 != 0)
		if (e.clock-1)%3600 == 0 {
			v = v[:len(v)-3]
		}
	} else if timed {
		v += "T00"
	}
	return v
}

// periodOf is the length from a to b in the unit of the finer of the two.
func periodOf(a, b end) string {
	if !a.known || !b.known {
		return "PX"
	}
	from, _ := a.interval()
	to, _ := b.interval()
	days := from.daysTo(to)
	months := (to.year-from.year)*12 + to.month - from.month
	switch {
	case a.timed || b.timed:
		seconds := int64(days)*86400 + int64(b.clock-a.clock)
		if seconds < 0 {
			return "PX"
		}
		v := "PT"
		if h := seconds / 3600; h > 0 {
			v += fmt.Sprintf("%dH", h)
		}
		if m := seconds / 60 % 60; m > 0 {
			v += fmt.Sprintf("%dM", m)
		}
		if v == "PT" {
			v += fmt.Sprintf("%dS", seconds)
		}
		return v
	case days < 0:
		return "PX"
	case a.grain == byYear && b.grain == byYear:
		return fmt.Sprintf("P%dY", to.year-from.year)
	case a.grain >= byMonth && b.grain >= byMonth:
		return fmt.Sprintf("P%dM", months)
	case a.grain == byWeek && b.grain == byWeek:
		return fmt.Sprintf("P%dW", days/7)
	}
	return fmt.Sprintf("P%dD", days)
}

// anchoredRange gives d the range of a length that the reference bounds, as
// dialogue means it: "the next three days" begin tomorrow. It reports whether e
// is one, which the reference does not change.
func (r *resolver) anchoredRange(e *expr, d *whosaid.Date) bool {
	if !e.back && !e.ahead {
		return false
	}
	if e.timed() {
		d.Type = whosaid.DateTime
	}
	sign := 1
	if e.back {
		sign = -1
	}
	from := end{place: known(point{r.dct, byDay, 0})}
	to := end{place: r.shiftAll(from.point, e.lengths, sign)}
	period := durationValue(e.lengths[:])
	if !r.hasDCT || !to.known || to.broken {
		d.Value, d.Resolved = "("+unknownUnit(day)+","+unknownUnit(day)+","+period+")", false
		return true
	}
	switch u := e.lengths[0].unit; {
	case to.clock > 0:
		from.timed, to.timed, from.clock = true, true, r.dctClock+1
	case sign > 0 && !e.within:
		from.civil, to.civil = from.addDays(1), to.addDays(1)
		if u == quarter {
			first := civil{r.dct.year, 3*r.dct.quarter() + 1, 1}
			from.civil = civilOf(first.utc())
			to.civil = from.addMonths(3 * e.lengths[0].n / 1000)
		}
	case u == quarter && sign < 0:
		from.civil = civil{r.dct.year, 3*r.dct.quarter() - 2, 1}
		to.civil = from.addMonths(-3 * e.lengths[0].n / 1000)
	}
	if sign < 0 {
		from, to = to, from
	}
	d.Value = "(" + from.stamp(to.timed) + "," + to.stamp(from.timed) + "," + period + ")"
	d.From, d.To = r.instant(from.civil, max(0, from.clock-1)), r.instant(to.civil, max(0, to.clock-1))
	clip(d)
	return true
}
