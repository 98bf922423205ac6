package timex

import (
	"time"

	"github.com/whosaid/whosaid"
)

// partNames and partHours are the parts of the day: their TIMEX3 names and
// the hours from which and until which they last.
var (
	partNames = [...]string{1: "MO", 2: "AF", 3: "EV", 4: "NI", 5: "MI"}
	partHours = [...][2]int{1: {5, 12}, 2: {12, 18}, 3: {18, 22}, 4: {20, 29}, 5: {11, 14}}
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
		clock := e.daytime()

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
	c := e.clock
	if has(e.part) && !e.ampm && c < 12*3600 && e.part >= 2 && e.part <= 4 && !(e.part == 4 && c < 5*3600) {
		c += 12 * 3600
	}
	return c
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
