package timex

import "github.com/whosaid/whosaid"

// ofTimes reports whether the range e is one of times, of a day that stands
// elsewhere.
func (f *finder) ofTimes(e *expr) bool {
	lo, hi := &f.pairs[e.pair], &f.pairs[e.pair+1]
	return lo.shape == shNoDay && (hi.shape == shNoDay || hi.shape == shDuration)
}

// lastDayOpen reports whether the range e ends on a day without a time.
func (f *finder) lastDayOpen(e *expr) bool {
	hi := &f.pairs[e.pair+1]
	return hi.isDay() && !has(hi.clock)
}

// dayOfRange gives both ends of the range of times t the day.
func (f *finder) dayOfRange(t, d, a, b *expr) {
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
		if w := f.low(a.end+1, s); w != "," && !f.isWord(w, wArticle|wFrom) {
			return false
		}
	}
	w := f.low(a.end, s)
	if f.isWord(w, wRange) {
		return true
	}
	if f.isWord(w, wAnd) {
		for t := a.first - 1; t < a.end; t++ {
			if f.isWord(f.low(t, s), wBetween) {
				return true
			}
		}
	}
	return false
}

// canRange reports whether a and b can be the ends of one range.
func canRange(a, b *expr) bool {
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
	w, next := f.low(from, s), f.low(from+1, s)
	switch {
	case f.isWord(w, wFrom) && !has(b.clock):
		return false
	case f.isWord(w, wFrom|wStarting):
		return to-from == 1 || f.isWord(next, wFrom|wArticle|wDayOrClock)
	case w == ",":
		return to-from == 2 && f.isWord(next, wFrom)
	}
	return false
}

// lasting makes a the range of the length that begins at start.
func (f *finder) lasting(a, start, length *expr) {
	lo, hi := *start, *length
	r := newExpr(shRange)
	r.first, r.end, r.pair = min(lo.first, hi.first), max(lo.end, hi.end), len(f.pairs)
	if lo.shape == shBare {
		lo.shape = shNoDay
	}
	hi.shape = shDuration
	f.pairs = append(f.pairs, lo, hi)
	*a = r
}

// pairUp makes a the range from a to b.
func (f *finder) pairUp(a, b *expr, s *whosaid.Sentence) {
	r := newExpr(shRange)
	if a.shape == shBare && b.shape == shBare { // 555-1212 is no range of hours
		r.weak = a.n+b.n < 2 || !f.isWord(f.low(a.first-1, s), wFrom|wBetween)
	}
	for _, e := range []*expr{a, b} {
		if e.shape == shBare {
			e.shape = shNoDay
		}
	}
	r.first, r.end, r.pair = a.first, b.end, len(f.pairs)
	if f.isWord(f.low(r.first-1, s), wFrom|wBetween) {
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
}
