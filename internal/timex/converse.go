package timex

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// said reports whether the words around e let it be an expression of time in
// dialogue, where capitals say nothing and tags little.
func (f *finder) said(e *expr, s *whosaid.Sentence) bool {
	one := e.end-e.first == 1
	first, last := f.low(e.first, s), f.low(e.end-1, s)
	switch {
	case e.shape == shDate && last == "may" && e.end-e.first <= 2 && !has(e.day):
		t := f.tag(e.end)
		return (first != "may" || f.isTitle(e.first) || f.isWord(f.low(e.first-1, s), wBeforeTime) || s.EndToken-s.FirstToken < 3) &&
			!strings.HasPrefix(t, "VB") && f.low(e.end, s) != "be" && f.low(e.end, s) != "not" && f.low(e.end, s) != "or"
	case e.shape == shMonth && last == "may":
		t := f.tag(e.end)
		return !strings.HasPrefix(t, "VB") && f.low(e.end, s) != "or" && f.low(e.end, s) != "not"
	case e.shape == shDate && one && has(e.weekday) && (first == "sun" || first == "sat" || first == "wed"):
		return f.low(e.first-1, s) != "the" && !strings.HasPrefix(f.tag(e.end), "VB")
	case e.shape == shDate && has(e.day) && has(e.month) && has(e.year) && f.is(e.end-1, cYear) && f.is(e.end-1, cMilitary):
		return e.year >= 1900 && e.year < 2100
	case e.shape == shBare && f.is(e.first, cYear):
		return !(e.clock >= 19*3600 && e.clock < 21*3600)
	case e.shape == shDate && one && has(e.year) && !has(e.month) && e.mod == "":
		return f.yearAlone(e.first, s)
	case e.shape == shNoDay && f.is(e.end-1, cMilitary) && (one || f.is(e.end-1, cYear) && f.low(e.first, s) != "at" &&
		has(e.clock) && e.clock >= 19*3600 && e.clock < 21*3600):
		return false
	case last == "a" || last == "an" || last == "p":
		return has(e.clock) && !one && f.is(e.end-1, cShortAMPM) && f.d.Tokens[e.end-2].End == f.d.Tokens[e.end-1].Start
	case e.shape == shDuration && one && e.lengths[0].n == vague:
		return f.lengthAllowed(e, s)
	case e.shape == shNoDay && has(e.clock) && !one && !e.ampm &&
		(f.is(e.end, cAMPM) || f.is(e.end, cShortAMPM) && f.d.Tokens[e.end-1].End == f.d.Tokens[e.end].Start) &&
		!f.is(e.first, cHour) && !f.is(e.first, cHM):
		return false // at 9 of "at 9am"
	case e.shape == shDate && has(e.day) && !has(e.month) && !has(e.weekday) && e.unit == noUnit && !f.is(e.end-1, cOrdNum):
		t := f.tag(e.end)
		return !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "CD" && !strings.HasPrefix(t, "VB")
	case e.shape == shDate && has(e.weekday) && !has(e.month) && f.is(e.end-1, cDay) &&
		(f.is(e.end, cAMPM) || last != "m" && f.low(e.end, s) == "p" || f.low(e.end, s) == "oclock" || f.low(e.end, s) == "o'clock"):
		return false // fri 7 of "fri 7p"
	case e.shape == shDate && has(e.weekday) && !has(e.month) && f.is(e.end-1, cDay) &&
		(f.low(e.end, s) == "-" || f.low(e.end, s) == "to") && f.is(e.end+1, cHour) && !f.is(e.end+2, cMonth):
		return false // Monday 11 of "Monday 11-4"
	case e.shape == shDuration && first == "m":
		return false
	case e.shape == shRef:
		return f.refAllowed(e, s)
	case e.shape == shRel && e.sibling:
		return f.siblingAllowed(e, s)
	case e.shape == shSet && first == "any":
		return true
	case e.shape == shSeason && !has(e.year) && !e.given:
		return f.seasonSaid(e, s)
	case e.shape == shRel && e.end-e.first == 2 && first == "the":
		return e.unit > minute && e.unit != weekend && !strings.HasPrefix(f.tag(e.end), "NN") || e.unit == weekend
	}
	return true
}

func (f *finder) seasonSaid(e *expr, s *whosaid.Sentence) bool {
	w := f.low(e.end-1, s)
	return w == "summer" || w == "winter" || w == "autumn" || f.isWord(f.low(e.first-1, s), wBeforeTime)
}

// converse joins two neighbours as dialogue runs them together, into a: the
// ends of a range, a day and its time, a day said twice.
func (f *finder) converse(a, b *expr, s *whosaid.Sentence) bool {
	switch {
	case f.rangeLink(a, b, s) && f.ends(a, b):
		return f.pairUp(a, b, s)
	case a.shape == shDuration && b.first-a.end <= 2 && f.starts(a.end, b, s) && f.ends(b, b):
		return f.lasting(a, b, a)
	case b.shape == shDuration && !b.back && b.first-a.end == 1 && f.low(a.end, s) == "for" && f.ends(a, a) && a.shape != shBare:
		return f.lasting(a, a, b)
	case !f.near(a.end, b.first, s):
		return false
	case a.shape == shRange && !a.oneDay && b.shape == shNoDay && b.first-a.end <= 1 && f.pairs[a.pair+1].isDay() &&
		!has(f.pairs[a.pair+1].clock):
		f.pairs[a.pair+1].takeTime(b)
		a.end = b.end
		return true
	case a.isDay() && !has(a.clock) && b.shape == shBare && b.n == 1:
		b.shape = shNoDay
		return f.mergeLate(a, b)
	case a.isDay() && !has(a.clock) && f.isTimes(b):
		if b.shape == shRange {
			return f.dayOfRange(b, a, a, b)
		}
		return f.mergeLate(a, b)
	case f.isTimes(a) && b.isDay() && !has(b.clock) && a.shape != shBare:
		if a.shape == shRange {
			return f.dayOfRange(a, b, a, b)
		}
		return f.merge(a, b)
	case (a.shape == shWeekday || a.shape == shDate && has(a.weekday) && !has(a.day)) && !a.given &&
		b.shape == shRel && b.unit == week && b.given && !b.sibling && b.offset[0].unit == noUnit && b.lengths[0].unit == noUnit:
		a.shape, a.n, a.end = shWeekOf, b.n, b.end // Wednesday evening next week
		return true
	case has(a.part) && !has(a.clock) && b.shape == shNoDay && has(b.clock) && !has(b.part):
		part := a.part
		f.mergeLate(a, b)
		a.part = part
		return true
	case has(a.clock) && b.shape == shNoDay && has(b.part) && !has(b.clock):
		a.part, a.end = b.part, b.end
		return true
	case a.isDay() && b.shape == shDate && has(b.day) && (has(b.month) || has(b.weekday)) && !has(a.month) &&
		!has(a.clock) && b.first-a.end <= 1:
		part := a.part
		b.first = a.first
		*a = *b
		if has(part) {
			a.part = part
		}
		return true
	case a.shape == shDate && has(a.day) && has(a.month) && !has(a.weekday) && b.shape == shDate && has(b.weekday) &&
		!has(b.day) && b.first-a.end <= 1:
		clock, part := b.clock, b.part
		a.weekday, a.end = b.weekday, b.end
		if has(clock) {
			a.takeTime(b)
		} else if has(part) {
			a.part = part
		}
		return true
	case a.shape == shDate && has(a.month) && !has(a.year) && b.shape == shDate && has(b.year) && !has(b.month) && b.first == a.end:
		a.year, a.end = b.year, b.end
		return true
	}
	return false
}

// isTimes reports whether e is a time of a day that stands elsewhere, or a
// range of two.
func (f *finder) isTimes(e *expr) bool {
	if e.shape == shRange {
		return f.pairs[e.pair].shape == shNoDay && (f.pairs[e.pair+1].shape == shNoDay || f.pairs[e.pair+1].shape == shDuration)
	}
	return e.shape == shNoDay
}

// dayOfRange gives both ends of the range of times t the day.
func (f *finder) dayOfRange(t, d, a, b *expr) bool {
	for k := range 2 {
		if f.pairs[t.pair+k].shape == shDuration {
			break
		}
		at := *d
		at.takeTime(&f.pairs[t.pair+k])
		if !has(f.pairs[t.pair+k].part) && has(d.part) {
			at.part = d.part
		}
		f.pairs[t.pair+k] = at
	}
	r := *t
	r.oneDay, r.weak = f.pairs[t.pair+1].shape != shDuration, false
	r.first, r.end = min(a.first, b.first), max(a.end, b.end)
	*a = r
	return true
}

// near reports whether the tokens [from, to) only link a day and a time.
func (f *finder) near(from, to int, s *whosaid.Sentence) bool {
	if to-from > 3 || to < from {
		return false
	}
	for t := from; t < to; t++ {
		if !f.isWord(f.low(t, s), wLink) {
			return false
		}
	}
	return true
}

// rangeLink reports whether what stands between a and b makes them the ends
// of a range.
func (f *finder) rangeLink(a, b *expr, s *whosaid.Sentence) bool {
	gap := b.first - a.end
	if gap < 1 || gap > 2 {
		return false
	}
	if gap == 2 {
		switch f.low(a.end+1, s) {
		case "the", "from", ",":
		default:
			return false
		}
	}
	w := f.low(a.end, s)
	if f.isWord(w, wRange) {
		return true
	}
	if w == "and" {
		for t := a.first - 1; t < a.end; t++ {
			if f.low(t, s) == "between" {
				return true
			}
		}
	}
	return false
}

// ends reports whether a and b can be the ends of one range.
func (f *finder) ends(a, b *expr) bool {
	plain := func(e *expr) bool {
		switch e.shape {
		case shDuration, shSet, shRange, shBC:
			return false
		case shRef:
			return e.text == "PRESENT_REF"
		}
		return true
	}
	if !plain(a) || !plain(b) {
		return false
	}
	switch {
	case a.isTime() && b.shape == shRel && b.unit > day, b.isTime() && a.shape == shRel && a.unit > day:
		return false
	case a.shape == shBare && b.shape == shBare:
		return true // hours, if a day stands beside them
	case a.shape == shBare:
		return has(b.clock)
	case b.shape == shBare:
		return has(a.clock)
	}
	return true
}

// starts reports whether the tokens from from to b say that a length begins
// with b.
func (f *finder) starts(from int, b *expr, s *whosaid.Sentence) bool {
	to := b.first
	if to == from {
		return false
	}
	switch w := f.low(from, s); w {
	case "starting", "beginning", "from":
		if w == "from" && !has(b.clock) {
			return false
		}
		w := f.low(from+1, s)
		return to-from == 1 || w == "from" || w == "on" || w == "at" || w == "the"
	case ",":
		return to-from == 2 && f.low(from+1, s) == "from"
	}
	return false
}

// lasting makes a the range of the length that begins at start.
func (f *finder) lasting(a, start, length *expr) bool {
	lo, hi := *start, *length
	r := newExpr(shRange)
	r.first, r.end, r.pair = min(lo.first, hi.first), max(lo.end, hi.end), len(f.pairs)
	if lo.shape == shBare {
		lo.shape = shNoDay
	}
	hi.shape = shDuration
	f.pairs = append(f.pairs, lo, hi)
	*a = r
	return true
}

// pairUp makes a the range from a to b.
func (f *finder) pairUp(a, b *expr, s *whosaid.Sentence) bool {
	r := newExpr(shRange)
	if a.shape == shBare && b.shape == shBare { // 555-1212 is no range of hours
		w := f.low(a.first-1, s)
		r.weak = a.n+b.n < 2 || w != "from" && w != "between"
	}
	for _, e := range []*expr{a, b} {
		if e.shape == shBare {
			e.shape = shNoDay
		}
	}
	r.first, r.end, r.pair = a.first, b.end, len(f.pairs)
	if w := f.low(r.first-1, s); (w == "from" || w == "between") && r.first > s.FirstToken {
		r.first--
	}
	lo := *a
	if b.shape == shNoDay && lo.isDay() && has(lo.clock) { // Tuesday from 2 to 3: one day
		hi := lo
		hi.part = absent
		hi.takeTime(b)
		*b, b.end, r.oneDay = hi, r.end, true
	}
	f.pairs = append(f.pairs, lo, *b)
	*a = r
	return true
}
