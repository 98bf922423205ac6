package timex

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// allowed reports whether the surroundings of e let it be an expression of
// time: "may" can be a verb, "1984" a number of people, "March" a surname.
func (f *finder) allowed(e *expr, s *whosaid.Sentence) bool {
	one := e.end-e.first == 1
	if f.g.dialogue {
		return f.said(e, s)
	}
	switch {
	case e.shape == shDate && one && has(e.month) && !has(e.year) && e.mod == "":
		return f.monthAlone(e.first, s)
	case e.shape == shDate && has(e.month) && has(e.day) && !has(e.year) && e.end-e.first == 2 && !e.slash:
		return f.isTitle(e.first) || f.isTitle(e.first+1)
	case (e.shape == shMonth || e.shape == shWeekday) && !f.isTitle(e.end-1):
		return has(e.part)
	case e.shape == shWeekday && f.is(e.end-1, cShortDay):
		return false
	case e.shape == shDate && one && has(e.weekday):
		return f.weekdayAlone(e.first, s)
	case e.shape == shDate && one && has(e.year) && !has(e.month) && e.mod == "" && !e.fiscal:
		return f.yearAlone(e.first, s)
	case e.shape == shDate && has(e.day) && !has(e.month) && !has(e.weekday):
		return f.dayAlone(e, s)
	case e.shape == shDate && e.slash && !has(e.year):
		return f.slashAlone(e.first, s)
	case e.shape == shSeason && !has(e.year) && !e.given:
		return f.seasonAlone(e, s)
	case e.shape == shDuration:
		return f.lengthAllowed(e, s)
	case e.shape == shRel && f.is(e.end-1, cUnits) && !f.is(e.end-1, cUnit): // this years winner
		return strings.HasPrefix(f.tag(e.end), "NN") && f.low(e.first-1, s) != "the"
	case e.shape == shRel && e.end-e.first == 2 && f.low(e.first, s) == "the" && (e.unit == quarter || e.unit == year):
		return f.periodAllowed(e, s)
	case e.shape == shWeekday && e.n == 3 && e.end-e.first == 2:
		return f.low(e.first-1, s) != "this"
	case e.shape == shQuarter && !has(e.year) && !has(e.yearRel) && has(e.half) && !f.is(e.end-1, cUnit):
		return f.ofBusiness(e, s)
	case e.shape == shNoDay && has(e.part) && !e.sibling && !has(e.clock):
		return f.partAlone(e, s)
	case e.shape == shNoDay && has(e.clock):
		return f.clockAlone(e, s)
	case e.shape == shHoliday && one: // Easter Island, Noel Christmas
		return !f.named(e.first-1, s) && (!f.named(e.end, s) || !f.isTitle(e.first))
	case e.shape == shSet:
		return f.setAllowed(e, s)
	case e.shape == shRef:
		return f.refAllowed(e, s)
	case e.shape == shRel && e.sibling:
		return f.siblingAllowed(e, s)
	case e.shape == shDecade && one && e.n < 0:
		return f.low(e.first-1, s) == "the" || f.text(e.first)[0] == '\'' || strings.HasPrefix(f.text(e.first), "’") ||
			e.first > 0 && f.tag(e.first-1) == "JJ"
	}
	return true
}

func (f *finder) isTitle(t int) bool {
	c := f.text(t)
	return c != "" && c[0] >= 'A' && c[0] <= 'Z'
}

// named reports whether token t is a part of a name that is no date.
func (f *finder) named(t int, s *whosaid.Sentence) bool {
	return t >= s.FirstToken && t < s.EndToken && strings.HasPrefix(f.tag(t), "NNP") && f.isTitle(t) &&
		!f.is(t, cMonth) && !f.is(t, cWeekday) && !strings.HasSuffix(f.text(t), ".")
}

// monthAlone judges a month without day or year. Most are plain; May, March
// and the months that are names of people too need more.
func (f *finder) monthAlone(t int, s *whosaid.Sentence) bool {
	w := f.low(t, s)
	prev := f.low(t-1, s)
	if !f.isTitle(t) {
		return len(w) > 5 && w != "march" && w != "august" && (prev == "in" || prev == "since" || prev == "until" || prev == "by")
	}
	if f.isWord(w, wDoubtfulMonth) {
		if f.tag(t) == "MD" || strings.HasPrefix(f.tag(t), "VB") && !f.isWord(prev, wBeforeTime) {
			return false
		}
		if t == s.FirstToken && !f.is(t+1, f.g.symbols[","]) && !f.isDigitAt(t+1) {
			return false
		}
	}
	switch {
	case f.isWord(w, wNameMonth):
		loose := !f.isWord(prev, wBeforeTime) || prev == "and" || prev == "or" || prev == "as" || prev == "than"
		if f.named(t-1, s) || f.named(t+1, s) && loose || f.isWord(f.low(t+1, s), wFamily) {
			return false
		}
		if prev == "mr." || prev == "ms." || prev == "mrs." || prev == "dr." {
			return false
		}
		return f.isWord(prev, wBeforeTime) || t == s.FirstToken || !f.possessive(t+1, s)
	case f.isWord(w, wShortMonth):
		return f.isWord(prev, wBeforeTime) || strings.HasSuffix(f.text(t), ".")
	}
	return true
}

func (f *finder) possessive(t int, s *whosaid.Sentence) bool {
	return t < s.EndToken && f.tag(t) == "POS"
}

func (f *finder) isDigitAt(t int) bool {
	c := f.text(t)
	return c != "" && isDigit(c[0])
}

func (f *finder) weekdayAlone(t int, s *whosaid.Sentence) bool {
	prev := f.low(t-1, s)
	if !f.isTitle(t) {
		return f.is(t, cWeekday) && !f.is(t, cShortDay) && (prev == "on" || prev == "by" || prev == "since" || prev == "until")
	}
	if f.isWord(prev, wNamedDay) {
		return false
	}
	w := f.text(t)
	if w == "Sun" || w == "Mon" || w == "Sat" || w == "Wed" || w == "Sat." || w == "Sun." || w == "Mon." {
		return f.isWord(f.low(t-1, s), wBeforeTime) && strings.HasSuffix(w, ".")
	}
	// "The Sunday Times", "Black Friday"
	return !(prev == "the" && f.named(t+1, s))
}

// yearAlone judges four digits.
func (f *finder) yearAlone(t int, s *whosaid.Sentence) bool {
	w := f.text(t)
	v := atoi(strings.TrimLeft(w, "'’"))
	if len(w) != 4 {
		return strings.ContainsAny(w, "-/") || w[0] == '\'' || w[0] > 127
	}
	prev, next := f.low(t-1, s), f.low(t+1, s)
	if prev == "over" && (next == "-" || next == "–" || next == "to") && f.is(t+2, cYear) {
		return true
	}
	if f.isWord(prev, wNumberBefore) || f.isWord(next, wNumberAfter) {
		return false
	}
	if v >= 1900 && f.named(t+1, s) && f.edition(t+1, s) {
		return false // the 2012 Orbit Games
	}
	switch {
	case v >= 1900 && v <= 2059:
		return !strings.HasPrefix(f.tag(t+1), "NNS") || f.isWord(prev, wBeforeTime) || v > 1990 && v < 2030
	case v < 1900 && (strings.HasPrefix(f.tag(t+1), "NNS") || prev == "of" && f.tag(t+1) == "NN"):
		return false
	case v >= 1400 && v < 1900:
		return f.isWord(prev, wBeforeTime) || prev == "(" || next == ")" || next == "," && prev == ","
	default:
		return (prev == "in" || prev == "since" || prev == "until" || prev == "(") && !strings.HasPrefix(f.tag(t+1), "NN")
	}
}

// edition reports whether the name that begins at token t is that of
// something held again and again, which a year before it tells apart.
func (f *finder) edition(t int, s *whosaid.Sentence) bool {
	for k := t; k < min(s.EndToken, t+7); k++ {
		if f.isWord(f.low(k, s), wEdition) {
			return true
		}
		if tag := f.tag(k); !strings.HasPrefix(tag, "NN") && tag != "JJ" && tag != "POS" {
			return false
		}
	}
	return false
}

// dayAlone judges "the 24th".
func (f *finder) dayAlone(e *expr, s *whosaid.Sentence) bool {
	if e.end-e.first < 2 || !f.is(e.end-1, cOrdNum) {
		return false
	}
	prev, next := f.low(e.first-1, s), f.tag(e.end)
	if strings.HasPrefix(next, "NN") || strings.HasPrefix(next, "JJ") || next == "CD" || next == "VBG" || next == "VBN" {
		return false
	}
	return prev == "on" || prev == "by" || prev == "until" || prev == "since" || prev == "of" || prev == "till"
}

// slashAlone judges "9/24": a score, a fraction or a date.
func (f *finder) slashAlone(t int, s *whosaid.Sentence) bool {
	p := f.low(t-1, s)
	return p == "on" || p == "since" || p == "until" || p == "by" || p == "before" || p == "after" ||
		t == s.FirstToken && s.EndToken-t == 1 || f.is(t-1, cWeekday) || f.is(t-2, cWeekday)
}

func (f *finder) seasonAlone(e *expr, s *whosaid.Sentence) bool {
	last := f.text(e.end - 1)
	if f.tag(e.end) == "NNP" || f.isTitle(e.end-1) && e.first > s.FirstToken {
		return false
	}
	p := f.low(e.first-1, s)
	if e.end-e.first > 1 { // the fall of Rome, the spring in her step
		return strings.EqualFold(last, "summer") || strings.EqualFold(last, "winter") || strings.EqualFold(last, "autumn") ||
			f.isWord(p, wBeforeTime) && f.low(e.end, s) != "of" && f.low(e.end, s) != "in"
	}
	return (p == "in" || p == "by" || p == "until" || p == "since" || p == "of" || p == "early" || p == "late" || p == "mid") &&
		f.tag(e.first) != "VB"
}

// lengthAllowed judges durations.
func (f *finder) lengthAllowed(e *expr, s *whosaid.Sentence) bool {
	l := e.lengths[0]
	prev, next := f.low(e.first-1, s), f.low(e.end, s)
	if e.end-e.first == 1 && l.n == vague { // years
		if f.is(e.first, cUnit) {
			return next == "ago" || next == "later" || next == "earlier"
		}
		if prev == "the" {
			return l.unit >= day && l.unit != quarter && (next == "before" || next == "after" || next == "ahead" ||
				next == "following" || next == "leading" || next == "since")
		}
		if strings.HasPrefix(f.tag(e.first-1), "VB") && l.unit >= week && l.unit != quarter {
			return true
		}
		if (prev == "and" || prev == "or") && !f.is(e.first-2, cUnits) { // letters and minutes
			return false
		}
		if f.isWord(prev, wLengthBefore) {
			return l.unit >= day && l.unit != quarter && l.unit != weekend || prev != "of" && prev != "by" &&
				l.unit < day && l.unit > second && next != "of"
		}
		return (next == "ago" || next == "later" || next == "earlier") && l.unit > noUnit
	}
	switch l.unit {
	case second:
		if f.is(e.end-1, cUnit) && l.n == 1000 {
			return false // a second, one second chance
		}
	case quarter:
		return f.is(e.end-1, cUnits) && l.n != vague || strings.HasSuffix(f.text(e.end-1), "quarters")
	}
	if prev == "day" && f.is(e.end-1, cUnit) {
		return false
	}
	if f.text(e.end-1) == "minute" && next == "details" {
		return false
	}
	return true
}

// periodAllowed judges "the quarter" and "the year", which reports of
// companies speak of.
func (f *finder) periodAllowed(e *expr, s *whosaid.Sentence) bool {
	prev, next := f.low(e.first-1, s), f.tag(e.end)
	if strings.HasPrefix(next, "NN") || strings.HasPrefix(next, "JJ") || next == "CD" || next == "IN" && f.low(e.end, s) == "of" {
		return false
	}
	return prev == "for" || e.unit == quarter && (prev == "in" || prev == "during") || prev == "of" && f.is(e.first-2, cUnits)
}

// ofBusiness reports whether the words around e are of money: the first half
// of a match is none of the year.
func (f *finder) ofBusiness(e *expr, s *whosaid.Sentence) bool {
	for t := max(s.FirstToken, e.first-20); t < min(s.EndToken, e.end+20); t++ {
		if f.isWord(f.low(t, s), wBusiness) {
			return true
		}
	}
	return false
}

// partAlone judges "the morning", "afternoon".
func (f *finder) partAlone(e *expr, s *whosaid.Sentence) bool {
	p := f.low(e.first-1, s)
	if f.isTitle(e.end-1) && e.end-1 > s.FirstToken {
		return false
	}
	if e.end-e.first > 1 {
		return !strings.HasPrefix(f.tag(e.end), "NN") && (p == "in" || p == "during" || p == "for" || p == "of" ||
			p == "throughout" || p == "through" || p == "by" || p == "all" || p == "into" || p == "until")
	}
	w := f.low(e.first, s)
	if w == "overnight" {
		return f.tag(e.first) == "RB" || !strings.HasPrefix(f.tag(e.end), "NN")
	}
	if f.isWord(w, wPartAt) {
		return p == "at" || p == "by" || p == "before" || p == "until" || p == "after" || p == "from"
	}
	if strings.HasPrefix(w, "mid-") {
		p = f.low(e.first-1, s)
		return p == "by" || p == "in" || p == "until" || p == "at" || p == "around"
	}
	return p == "early" || p == "late" || p == "mid"
}

// clockAlone judges 3:15 without anything that makes it a time of day: it may
// be a score, a verse or a duration.
func (f *finder) clockAlone(e *expr, s *whosaid.Sentence) bool {
	if e.seconds && e.end-e.first == 1 && e.clock < 10*3600 {
		return false
	}
	if f.is(e.first, cClockWord) {
		return !f.isTitle(e.first) || e.first == s.FirstToken
	}
	if f.is(e.first, cMilitary) && e.end-e.first == 2 && f.low(e.first+1, s) == "hours" {
		return len(f.text(e.first)) == 4
	}
	if f.is(e.first, cNum) && e.end-e.first == 2 && f.is(e.first+1, cAMPM) {
		return f.low(e.first, s) != "a" && f.low(e.first, s) != "an"
	}
	return !f.isWord(f.low(e.first-1, s), wNoClock)
}

// setAllowed judges sets: "Daily" is the name of papers.
func (f *finder) setAllowed(e *expr, s *whosaid.Sentence) bool {
	if e.end-e.first > 1 || has(e.weekday) {
		return true
	}
	if f.isTitle(e.first) && (e.first > s.FirstToken || f.named(e.first+1, s)) {
		return false
	}
	return f.low(e.first, s) != "quarterly" || !strings.HasPrefix(f.tag(e.end), "NN")
}

// refAllowed judges the words for past, present and future.
func (f *finder) refAllowed(e *expr, s *whosaid.Sentence) bool {
	w := f.low(e.end-1, s)
	switch w {
	case "moment":
		return e.end-e.first == 3 || f.low(e.first-1, s) == "for"
	case "future", "past", "present":
		if e.end-e.first == 1 {
			return w == "future" && (f.tag(e.first) == "JJ" || strings.HasPrefix(f.tag(e.end), "NN"))
		}
		return !strings.HasPrefix(f.tag(e.end), "NN") && f.low(e.end, s) != "of" && f.tag(e.end) != "CD"
	case "current":
		return f.tag(e.first) == "JJ"
	case "soon":
		return f.low(e.end, s) != "as" && f.low(e.end, s) != "after" && f.tag(e.end) != "VBD"
	}
	return true
}

// siblingAllowed judges "the day before": what follows may say before what.
func (f *finder) siblingAllowed(e *expr, s *whosaid.Sentence) bool {
	w := f.low(e.end-1, s)
	if w != "before" && w != "after" {
		return true
	}
	switch t := f.tag(e.end); t {
	case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "WDT", "EX":
		return e.end >= s.EndToken
	}
	return true
}
