package timex

import (
	"time"

	"github.com/whosaid/whosaid"
)

// The parts of the day, as words.txt numbers them.
const (
	morning = 1 + iota
	afternoon
	evening
	atNight
	midday
)

// partNames and partHours are the TIMEX3 names of the parts of the day and the
// hours from which and until which they last.
var (
	partNames = [...]string{morning: "MO", afternoon: "AF", evening: "EV", atNight: "NI", midday: "MI"}
	partHours = [...][2]int{morning: {5, 12}, afternoon: {12, 18}, evening: {18, 22}, atNight: {20, 29}, midday: {11, 14}}
)

// time gives d the value of a time of the day p.
func (r *resolver) time(e *expr, p place, d *whosaid.Date) {
	d.Type = whosaid.DateTime
	day := p.text()
	if !p.known && p.value == "" || p.grain != byDay && p.known {
		day = "XXXX-XX-XX"
	}
	d.Resolved = p.known && !p.broken && p.grain == byDay
	var from, to int
	if has(e.clock) {
		clock := r.secondOf(e, p.civil)
		d.Value = day + "T" + clockValue(clock, e.seconds) + zoneOf(e)
		from, to = clock, clock+60
		if e.seconds {
			to = clock + 1
		}
		if e.clock2 > clock {
			to = e.clock2
		}
		if d.Resolved {
			r.remember(p.point, clock)
		}
	} else {
		d.Value = day + "T" + partNames[e.part]
		from, to = partHours[e.part][0]*3600, partHours[e.part][1]*3600
		if d.Resolved {
			r.remember(p.point, absent)
		}
	}
	if d.Resolved {
		d.From, d.To = r.instant(p.civil, from), r.instant(p.civil, to)
		if has(e.zone) {
			c := p.civil
			d.From = time.Date(c.year, time.Month(c.month), c.day, 0, -minutesEast(e.zone, c), from, 0, time.UTC).In(r.zone)
			d.To = d.From.Add(time.Duration(to-from) * time.Second)
		}
		clip(d)
	}
}

// daytime is the second of the day of an expression with a clock; "3 in the
// afternoon" is 15:00.
func (e *expr) daytime() int {
	const dawn = 5 * 3600
	if e.ampm || e.clock >= noon {
		return e.clock
	}
	switch e.part {
	case afternoon, evening:
		return e.clock + noon
	case atNight:
		if e.clock >= dawn {
			return e.clock + noon
		}
	}
	return e.clock
}

func clockValue(s int, seconds bool) string {
	var buf [12]byte
	b := padded(append(padded(buf[:0], s/3600, 2), ':'), s/60%60, 2)
	if seconds {
		b = padded(append(b, ':'), s%60, 2)
	}
	return string(b)
}

// zoneOf is "Z" where the expression names universal time.
func zoneOf(e *expr) string {
	if e.zone == 0 {
		return "Z"
	}
	return ""
}

// minutesEast is the offset of a zone of words.txt on a day; those that
// summer time moves follow the rule of the United States.
func minutesEast(zone int, c civil) int {
	if zone < 1000 {
		return zone
	}
	east := 1000 - zone
	if !c.before(nthWeekday(c.year, 3, 7, 2)) && c.before(nthWeekday(c.year, 11, 7, 1)) {
		east += 60
	}
	return east
}
