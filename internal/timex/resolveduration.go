package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
)

// anchorLength gives "the past three years" its interval.
func (r *resolver) anchorLength(e *expr, d *whosaid.Date) {
	l := e.lengths[0]
	if !r.hasDCT || l.n == vague || !e.back && !e.ahead || l.unit < day {
		return
	}
	sign := 1
	if e.back {
		sign = -1
	}
	p := r.shift(point{r.dct, byDay, 0}, l, sign)
	if !p.known || p.broken {
		return
	}
	end := p.civil
	if l.unit == decade { // shift gives the decade's first day
		end = r.dct.addMonths(sign * 120 * l.n / 1000)
	}
	if l.unit > decade && l.unit != quarter && l.unit != fortnight {
		return
	}
	from, to := r.dct, end
	if sign < 0 {
		from, to = end, r.dct
	}
	d.From, d.To = r.instant(from, 0), r.instant(to, 0)
	clip(d)
}

var unitLetters = [...]string{
	second: "S", minute: "M", hour: "H", day: "D", week: "W", month: "M", year: "Y", decade: "DE", century: "CE", quarter: "Q",
	weekend: "WE", fortnight: "W", millennium: "L", night: "D",
}

// durationValue is PnU…, with T before hours.
func durationValue(ls []length) string {
	b := []byte{'P'}
	inTime := false
	for _, l := range ls {
		if l.unit == noUnit {
			break
		}
		n, u := l.n, l.unit
		if u <= hour && !inTime {
			b, inTime = append(b, 'T'), true
		}
		if n != vague {
			n, u = wholeUnits(n, u)
			if n > 1000 && n%1000 == 500 && halves[u] > 0 { // an hour and a half
				b = strconv.AppendInt(b, int64(n/1000), 10)
				b = append(b, unitLetters[u]...)
				if u == day {
					b, inTime = append(b, 'T'), true
				}
				n, u = 1000*halves[u], smaller(u)
			}
		}
		if n == vague {
			b = append(b, 'X')
		} else {
			b = strconv.AppendInt(b, int64(n/1000), 10)
			if f := n % 1000; f != 0 {
				b = append(b, '.')
				b = append(b, strings.TrimRight(fmt.Sprintf("%03d", f), "0")...)
			}
		}
		b = append(b, unitLetters[u]...)
	}
	return string(b)
}

// wholeUnits writes decades and centuries in years, fortnights in weeks, and
// halves in the next smaller unit.
func wholeUnits(n int, u unit) (int, unit) {
	switch {
	case u == decade:
		return 10 * n, year
	case u == century:
		return 100 * n, year
	case u == millennium:
		return 1000 * n, year
	case u == fortnight:
		return 2 * n, week
	case u == quarter:
		return 3 * n, month
	case n == 500 && halves[u] > 0:
		return 1000 * halves[u], smaller(u)
	}
	return n, u
}

// halves is how many of the next smaller unit make half of one.
var halves = [millennium + 1]int{year: 6, hour: 30, day: 12}

func smaller(u unit) unit { return u - 1 }

// setValue is the period of a set, or the day it falls on.
func setValue(e *expr) string {
	if has(e.weekday) {
		v := fmt.Sprintf("XXXX-WXX-%d", e.weekday)
		if has(e.part) {
			v += "T" + partNames[e.part]
		}
		return v
	}
	switch {
	case has(e.month):
		return unknownYear(e.month, absent)
	case has(e.season):
		return "XXXX-" + seasonNames[e.season]
	}
	return durationValue(e.lengths[:1])
}
