package timex

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/internal/wordfile"
)

// A maker builds an expression of a match, or says that it is none.
type maker func(m *match, r *rule) (expr, bool)

// A bind is a reading at its place in a match.
type bind struct {
	reading
	tok    int
	single bool // a unit in the singular
}

// A match is a row of tokens that a rule fits.
type match struct {
	rule  int
	first int
	n     int
	binds [maxPattern]bind
}

// get returns the value of the first reading of a class, or absent.
func (m *match) get(class symbol) int { return m.nth(class, 0) }

// nth returns the value of reading k of a class.
func (m *match) nth(class symbol, k int) int {
	for i := range m.n {
		if m.binds[i].sym == class {
			if k == 0 {
				return int(m.binds[i].val)
			}
			k--
		}
	}
	return absent
}

// arg returns an argument of a rule, or absent.
func (r *rule) arg(name string) int {
	if v, ok := r.args[name]; ok {
		return v
	}
	return absent
}

func (r *rule) flag(name string) bool { return r.args[name] != 0 }

// intKeys are the keys of rules whose values are integers. Flags are 1, or left
// out.
var intKeys = map[string]limits{
	"back": {1, 1}, "bc": {1, 1}, "ctx": {1, 1}, "dash": {1, 1}, "dct": {1, 1}, "news": {1, 1}, "night": {1, 1},
	"range": {1, 1}, "split": {1, 1}, "thousand": {1, 1},
	"to": {1, 1}, "vague": {1, 1},
	"n": {-2, 15}, "u": {int(second), int(night)}, "h": {0, 23}, "past": {-59, 59}, "half": {1, 2},
	"part": {1, 5}, "month": {1, 12}, "day": {1, 31}, "weekday": {1, 7}, "nth": {-1, 5}, "easter": {-80, 80}, "plus": {-7, 7},
}

// textKeys are those whose values are words.
var textKeys = map[string][]string{
	"mod":   {"START", "MID", "END"},
	"other": movables,
	"value": {"PAST_REF", "PRESENT_REF", "FUTURE_REF"},
}

// readArgs reads "key=value …" of a rule whose maker knows these keys.
func (r *rule) readArgs(fields []string, keys string) error {
	return wordfile.Args(fields, func(key, value string) error {
		if key != "news" && key != "split" && !slices.Contains(strings.Fields(keys), key) {
			return fmt.Errorf("unknown key %q", key)
		}
		if words, ok := textKeys[key]; ok {
			if !slices.Contains(words, value) {
				return fmt.Errorf("%s=%s: want one of %q", key, value, words)
			}
			r.text = value
			return nil
		}
		n, err := strconv.Atoi(value)
		if l := intKeys[key]; err != nil || n < l.min || n > l.max {
			return fmt.Errorf("%s=%s: want an integer from %d to %d", key, value, l.min, l.max)
		}
		r.args[key] = n
		return nil
	})
}

// makers is the table of makers by the names that rules.txt uses.
var makers = map[string]struct {
	make maker
	keys string // those that its rules may have, besides news and split
}{
	"date": {makeDate, ""}, "iso": {makeISO, ""}, "slash": {makeSlash, ""}, "dayonly": {makeDate, ""}, "bc": {makeBC, ""},
	"ad": {makeAD, ""}, "dayrange": {makeDayRange, ""}, "monthrange": {makeMonthRange, ""}, "yearrange": {makeYearRange,
		""}, "modyear": {makeModYear, ""},
	"monthof": {makeMonthOf, "ctx"}, "weekday": {makeWeekday, "n ctx"}, "weekofday": {makeWeekOf, "n"},
	"month": {makeMonth, "n ctx"}, "today": {makeToday, "mod"}, "rel": {makeRel, "n u dct ctx mod"},
	"dur": {makeDuration, "range half vague n back"}, "halfunit": {makeHalfUnit, "u"}, "durword": {makeDurWord, ""},
	"vagueunits": {makeVague, ""}, "age": {makeDuration, ""}, "ageof": {makeAgeOf, ""}, "yearago": {makeYearAgo, ""},
	"decade": {makeDecade, ""}, "decadeword": {makeDecadeWord, ""}, "century": {makeCentury, "bc"},
	"season": {makeSeason, "n ctx"}, "quarter": {makeQuarter, "n"}, "half": {makeHalf, "half n"}, "fiscal": {makeFiscal, ""},
	"clock": {makeClock, "night past h"}, "clockrange": {makeClockRange, ""}, "part": {makePart, "n ctx part back"}, "set": {makeSet, ""},
	"setday": {makeSetDay, ""}, "setn": {makeSet, "n u half"}, "setword": {makeSetWord, "u"}, "setfreq": {makeSetFreq, ""},
	"ref": {makeRef, "value"}, "holiday": {makeHoliday, "month day weekday nth easter plus other"}, "nothing": {makeNothing, ""},
	"lastday": {makeLastDay, ""}, "nthday": {makeNthDay, ""}, "weekof": {makeWeekDay, "n u"}, "weekno": {makeWeekNo, "n"},
	"saidyear": {makeSaidYear, "thousand"}, "dayof": {makeDayOf, ""}, "dayword": {makeDayWord, ""},
	"yearmonth": {makeYearMonth, ""}, "slashpair": {makeSlashPair, "dash"}, "reldir": {makeRelDir, ""},
	"fraction": {makeFraction, ""}, "spoken": {makeSpoken, ""}, "pastclock": {makePastClock, "to"}, "bare": {makeBare, ""},
}

func makeNothing(*match, *rule) (expr, bool) { return expr{}, false }

// makeDate reads year, month, day and weekday as far as they are given.
func makeDate(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDate)
	e.year, e.month, e.weekday, e.day = m.get(cYear), m.get(cMonth), m.get(cWeekday), m.get(cDay)
	if !has(e.day) {
		e.day = m.get(cOrdNum)
	}
	if !has(e.day) {
		if e.day = m.get(cOrd); has(e.day) && has(m.get(cNum)) { // twenty first
			e.day += m.get(cNum)
		}
	}
	if yy := m.get(cYY); !has(e.year) && has(yy) {
		e.year = yy
		if !has(e.day) && yy >= 2000 && yy <= 2031 { // June 14 is a day
			return e, false
		}
	}
	if has(e.day) && (e.day < 1 || e.day > 31) {
		return e, false
	}
	return e, true
}

// makeISO reads 2015-09-24; a day of 0 is a month.
func makeISO(m *match, _ *rule) (expr, bool) {
	v := m.get(cISO)
	e := newExpr(shDate)
	e.year, e.month, e.day = v/10000, v/100%100, v%100
	if e.day == 0 {
		e.day = absent
	}
	return e, e.month <= 12
}

// makeSlash reads 9/24/15; which of the two is the day is settled with the
// document's option.
func makeSlash(m *match, _ *rule) (expr, bool) {
	v := m.get(cSlash)
	e := newExpr(shDate)
	if dm := m.get(cDayMonth); has(dm) {
		e.month, e.day = dm/100, dm%100
		return e, true
	}
	if v >= 10000 {
		e.year = v / 10000
	}
	e.month, e.day = v/100%100, v%100
	e.slash = true
	if w := m.get(cWeekday); has(w) {
		e.weekday = w
	}
	return e, e.month >= 1 && e.day >= 1 && e.month <= 31 && e.day <= 31 && (e.month <= 12 || e.day <= 12)
}

func makeBC(m *match, _ *rule) (expr, bool) {
	e := newExpr(shBC)
	e.month, e.day = m.get(cMonth), m.get(cDay)
	e.year = m.yearBefore()
	return e, e.year > 0 && e.year < 10000
}

// yearBefore is the last number of a match: the year before AD or BC.
func (m *match) yearBefore() int {
	for i := m.n - 1; i >= 0; i-- {
		switch m.binds[i].sym {
		case cYear:
			return int(m.binds[i].val)
		case cNumber:
			return int(m.binds[i].val) / 1000
		}
	}
	return 0
}

func makeAD(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDate)
	e.month, e.day = m.get(cMonth), m.get(cDay)
	e.year = m.yearBefore()
	return e, e.year > 0 && e.year < 3000
}

func makeYearRange(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDate)
	v := m.get(cYearRange)
	e.year, e.year2 = v/100, v/100-v/100%100+v%100
	return e, e.year2 > e.year
}

// makeModYear reads mid-2014, late-1990s, post-1945, early-March.
func makeModYear(m *match, _ *rule) (expr, bool) {
	v := m.get(cModYear)
	mods := [...]string{1: "MID", 2: "START", 3: "END", 4: "BEFORE", 5: "AFTER"}
	e := newExpr(shDate)
	switch n := v & 0x3fff; {
	case v&0x8000 != 0:
		e.shape, e.n = shDecade, n
	case v&0x4000 != 0:
		e.month = n
	default:
		e.year = n
	}
	e.mod = mods[v>>16]
	return e, e.shape != shDate || has(e.month) || e.year >= 1000 && e.year < 3000
}

// direction is -1, 0 or 1 by the words last, this and next.
func (m *match) direction() int {
	for _, class := range []symbol{cPast, cNext, cThis} {
		if v := m.get(class); has(v) {
			return v
		}
	}
	return absent
}

func makeWeekday(m *match, r *rule) (expr, bool) {
	e := newExpr(shWeekday)
	e.weekday, e.month, e.day, e.year = m.get(cWeekday), m.get(cMonth), m.get(cDay), m.get(cYear)
	if has(e.month) && has(e.day) {
		e.shape = shDate // the day of the month says it all
	}
	e.n, e.sibling, e.given = r.arg("n"), r.flag("ctx"), true
	return e, true
}

func makeWeekOf(m *match, r *rule) (expr, bool) {
	e := newExpr(shWeekOf)
	e.weekday, e.n = m.get(cWeekday), r.arg("n")
	e.part = m.part()
	return e, true
}

func makeMonth(m *match, r *rule) (expr, bool) {
	e := newExpr(shMonth)
	e.month, e.n, e.sibling, e.given = m.get(cMonth), r.arg("n"), r.flag("ctx"), true
	return e, true
}

func makeToday(_ *match, r *rule) (expr, bool) {
	e := newExpr(shRel)
	e.text = present // if the sentence speaks of these times
	e.n, e.unit, e.given, e.mod, e.fixed = 0, day, true, r.text, true
	return e, true
}

// makeRel reads "last week", "the day before", "this weekend".
func makeRel(m *match, r *rule) (expr, bool) {
	e := newExpr(shRel)
	e.n, e.unit, e.sibling, e.given = r.arg("n"), unit(r.arg("u")), r.flag("ctx"), true
	if !has(r.arg("u")) {
		e.unit = m.unitAt(0)
	}
	e.mod, e.fixed = r.text, r.flag("dct")
	if e.unit == night {
		e.unit, e.part = day, 4
	}
	return e, e.unit > noUnit
}

func (m *match) unitAt(k int) unit {
	if v := m.nth(cUnit, k); has(v) {
		return unit(v)
	}
	if v := m.nth(cUnits, k); has(v) {
		return unit(v)
	}
	if has(m.nth(cNight, k)) {
		return night
	}
	return noUnit
}
