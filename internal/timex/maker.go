package timex

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

// makers is the table of makers by the names that rules.txt uses.
var makers = map[string]maker{
	"date": makeDate, "iso": makeISO, "slash": makeSlash, "dayonly": makeDate, "bc": makeBC, "ad": makeAD,
	"dayrange": makeDayRange, "yearrange": makeYearRange, "modyear": makeModYear, "monthof": makeMonthOf,
	"weekday": makeWeekday, "weekofday": makeWeekOf, "month": makeMonth, "today": makeToday, "rel": makeRel,
	"dur": makeDuration, "halfunit": makeHalfUnit, "durword": makeDurWord, "vagueunits": makeVague,
	"age": makeDuration, "ageof": makeAgeOf, "yearago": makeYearAgo,
	"decade": makeDecade, "decadeword": makeDecadeWord, "century": makeCentury, "season": makeSeason,
	"quarter": makeQuarter, "half": makeHalf, "fiscal": makeFiscal, "clock": makeClock, "part": makePart,
	"set": makeSet, "setday": makeSetDay, "setn": makeSet, "setword": makeSetWord, "setfreq": makeSetFreq,
	"ref": makeRef, "holiday": makeHoliday, "nothing": makeNothing,
	"lastday": makeLastDay, "nthday": makeNthDay, "weekof": makeWeekDay, "weekno": makeWeekNo, "saidyear": makeSaidYear,
	"dayof": makeDayOf, "dayword": makeDayWord, "yearmonth": makeYearMonth, "slashpair": makeSlashPair,
	"reldir": makeRelDir, "fraction": makeFraction, "spoken": makeSpoken, "pastclock": makePastClock, "bare": makeBare,
}

func makeNothing(*match, *rule) (expr, bool) { return expr{}, false }

// makeDate reads year, month, day and weekday as far as they are given.
func makeDate(m *match, r *rule) (expr, bool) {
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
	e.sibling = r.flag("ctx")
	if has(r.arg("year")) {
		e.yearRel = r.arg("year")
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

func makeMonthOf(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDate)
	e.month, e.day = m.get(cMonth), m.get(cDay)
	e.yearRel = m.direction()
	return e, true
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

// number is the value, in thousandths, of the number that ends at bind k,
// words and digits multiplied: "two hundred".
func (m *match) number(from, to int) (int, bool) {
	n, ok := 1000, false
	for i := from; i < to; i++ {
		b := m.binds[i]
		switch b.sym {
		case cNum:
			switch {
			case ok && b.val == 1 || ok && n >= 20000 && n < 100000 && b.val < 10:
				return 0, false
			case ok && b.val < 100 && n < 100000 && b.val != 12:
				return 0, false
			}
			n, ok = n*int(b.val), true
		case cNumber:
			n, ok = n/1000*int(b.val), true
		case cFraction:
			n, ok = n+int(b.val), true
		case cVague:
			if b.val == 0 {
				return vague, true
			}
			n, ok = n*int(b.val), true
		case cOrdNum, cOrd:
			return 0, false
		}
		if n > 90_000_000 || n < 0 {
			return 0, false
		}
	}
	return n, ok
}

// makeDuration reads one to three lengths: "15 years, 8 months".
func makeDuration(m *match, r *rule) (expr, bool) {
	e := newExpr(shDuration)
	k, from := 0, 0
	for i := range m.n {
		u := m.binds[i].sym
		if u != cUnit && u != cUnits && u != cNight || k == len(e.lengths) {
			continue
		}
		if m.n > 1 && m.yearAlone(i) {
			return e, false
		}
		n, ok := m.number(from, i)
		switch {
		case has(r.arg("n")):
			n, ok = r.arg("n")*1000, true
		case r.flag("vague"):
			n, ok = vague, true
		}
		if !ok {
			return e, false
		}
		e.lengths[k], e.few = length{n: n, unit: unit(m.binds[i].val)}, n == vague
		k, from = k+1, i+1
	}
	if r.flag("half") && k > 0 {
		e.lengths[0].n += 500
	}
	if r.flag("range") {
		e.lengths[0].n = vague
	}
	e.back, e.ahead = has(m.get(cPast)), has(m.get(cNext))
	return e, k > 0
}

// yearAlone reports whether "2018" of "2018 day …" stands before a unit in
// the singular: a year, no number.
func (m *match) yearAlone(i int) bool {
	if i == 0 || m.binds[i-1].sym != cNumber || !m.binds[i].single {
		return false
	}
	v := m.binds[i-1].val / 1000
	return v >= 1000 && v < 2100
}

func makeHalfUnit(m *match, r *rule) (expr, bool) {
	e := newExpr(shDuration)
	e.lengths[0] = length{n: 500, unit: m.unitAt(0)}
	if has(r.arg("u")) {
		e.lengths[0].unit = unit(r.arg("u"))
	}
	return e, true
}

func makeDurWord(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDuration)
	v := m.get(cDurWord)
	if !has(v) {
		v = m.get(cAgeWord)
	}
	e.lengths[0] = length{n: v >> 4, unit: unit(v & 15)}
	return e, true
}

func makeVague(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDuration)
	e.lengths[0] = length{n: vague, unit: m.unitAt(0)}
	return e, true
}

// makeAgeOf reads "aged 78".
func makeAgeOf(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDuration)
	n, ok := m.number(0, m.n)
	e.lengths[0] = length{n: n, unit: year}
	return e, ok && n > 0 && n < 130_000
}

func makeYearAgo(m *match, r *rule) (expr, bool) {
	e := newExpr(shRel)
	e.n, e.unit, e.given = -1, unit(m.get(cYearAgo)), true
	return e, true
}

func makeDecade(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDecade)
	if e.n = m.get(cDecade); !has(e.n) {
		e.n = m.get(cYear) / 10
		return e, m.get(cYear)%10 == 0
	}
	return e, true
}

func makeDecadeWord(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDecade)
	e.n = -m.get(cDecadeWord)
	return e, true
}

func makeCentury(m *match, r *rule) (expr, bool) {
	e := newExpr(shCentury)
	for _, class := range []symbol{cOrd, cOrdNum, cCentury} {
		if v := m.get(class); has(v) {
			e.n = v
		}
	}
	if r.flag("bc") {
		e.fiscal = true
	}
	return e, e.n > 0 && e.n < 31
}

func makeSeason(m *match, r *rule) (expr, bool) {
	e := newExpr(shSeason)
	e.season, e.year = m.get(cSeason), m.get(cYear)
	if v := m.get(cYearRange); has(v) {
		e.year = v / 100
	}
	e.n, e.sibling = m.direction(), r.flag("ctx")
	if has(r.arg("n")) {
		e.n = r.arg("n")
	}
	e.given = has(e.n)
	return e, true
}

func makeQuarter(m *match, _ *rule) (expr, bool) {
	e := newExpr(shQuarter)
	e.year, e.yearRel = m.get(cYear), m.direction()
	for _, class := range []symbol{cOrd, cQtr, cOrdQuarter} {
		if v := m.get(class); has(v) {
			e.quarter = v
		}
	}
	if e.quarter > 10 {
		e.half, e.quarter = e.quarter-10, absent
		return e, e.half <= 2
	}
	if v := m.get(cOrdNum); !has(e.quarter) && has(v) {
		e.quarter = v
	}
	if e.quarter < 0 {
		e.quarter = 4
	}
	if v := m.get(cYY); !has(e.year) && has(v) {
		e.year = v
	}
	if has(m.get(cYearAgo)) {
		e.yearRel = -1
	}
	return e, e.quarter >= 1 && e.quarter <= 4
}

func makeHalf(m *match, r *rule) (expr, bool) {
	e := newExpr(shQuarter)
	e.year, e.half, e.yearRel = m.get(cYear), m.get(cOrd), m.direction()
	if has(r.arg("half")) {
		e.half = r.arg("half")
	}
	if has(r.arg("n")) {
		e.yearRel = r.arg("n")
	}
	if e.half < 0 {
		e.half = 2
	}
	return e, e.half == 1 || e.half == 2
}

func makeFiscal(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDate)
	for _, class := range []symbol{cYear, cFY} {
		if v := m.get(class); has(v) {
			e.year = v
		}
	}
	if v := m.get(cYearRange); has(v) { // named by the year it ends in
		e.year = v/100 + 1
	}
	e.fiscal = true
	if !has(e.year) {
		e.yearRel = m.direction()
	}
	return e, has(e.year) || has(e.yearRel)
}

// clock is the time of day of a match in seconds, or absent.
func (m *match) clock() int {
	if v := m.get(cHM); has(v) {
		return v
	}
	if v := m.get(cHMS); has(v) {
		return v
	}
	if v := m.get(cMilitary); has(v) {
		return v/100*3600 + v%100*60
	}
	if v := m.get(cHour); has(v) {
		if v >= 100 {
			return (v - 100) * 60
		}
		return v * 3600
	}
	if v := m.get(cClockWord); has(v) {
		return v * 3600
	}
	if v := m.get(cNum); has(v) {
		return v * 3600
	}
	return absent
}

func makeClock(m *match, r *rule) (expr, bool) {
	e := newExpr(shNoDay)
	e.clock, e.seconds = m.clock(), has(m.get(cHMS))
	if has(r.arg("h")) {
		e.clock = r.arg("h") * 3600
	}
	if v := m.get(cPart); has(v) {
		e.part = v
	}
	if has(m.get(cTonight)) {
		e.part, e.n, e.unit, e.shape, e.given = 4, 0, day, shRel, true
	}
	v := m.get(cAMPM)
	if !has(v) {
		v = m.get(cShortAMPM)
	}
	if has(v) {
		e.ampm = true
		h := e.clock / 3600
		if h > 12 && v == 0 {
			return e, false
		}
		if h < 12 && v == 12 {
			e.clock += 12 * 3600
		} else if h == 12 && v == 0 {
			e.clock -= 12 * 3600
		}
	}
	e.zone = m.get(cZone)
	if has(r.arg("past")) { // half past, a quarter to
		e.clock += r.arg("past") * 60
		e.clock = (e.clock + 86400) % 86400
	}
	return e, e.clock >= 0 && e.clock <= 86400
}

// part is the part of the day of a match.
func (m *match) part() int {
	for _, class := range []symbol{cPart, cTonight} {
		if v := m.get(class); has(v) {
			return v
		}
	}
	if has(m.get(cNight)) {
		return 4
	}
	return absent
}

// makePart reads "Tuesday morning", "last night", "the morning of May 3".
func makePart(m *match, r *rule) (expr, bool) {
	e := newExpr(shNoDay)
	e.part, e.sibling = m.part(), r.flag("ctx")
	switch {
	case has(m.get(cMonth)) && (has(m.get(cDay)) || has(m.get(cOrdNum))):
		e.shape, e.month, e.day, e.year = shDate, m.get(cMonth), m.get(cDay), m.get(cYear)
		if !has(e.day) {
			e.day = m.get(cOrdNum)
		}
	case has(m.get(cMonth)):
		return e, false
	case has(m.get(cWeekday)):
		e.shape, e.weekday = shWeekday, m.get(cWeekday)
		e.n = m.direction()
		e.given = has(e.n)
	case has(r.arg("n")):
		e.shape, e.n, e.unit, e.given = shRel, r.arg("n"), day, true
	}
	return e, has(e.part)
}

func makeSet(m *match, r *rule) (expr, bool) {
	e := newExpr(shSet)
	n, ok := m.number(0, m.n)
	if !ok {
		n = 1000
	}
	if has(r.arg("n")) {
		n = r.arg("n") * 1000
	}
	u := m.unitAt(0)
	if u == noUnit {
		u = day
	}
	if u == night {
		u = day
	}
	if has(m.get(cSeason)) || has(m.get(cMonth)) {
		u = year
	}
	e.lengths[0] = length{n: n, unit: u}
	return e, n > 0
}

// makeSetDay reads "every Monday", "Mondays".
func makeSetDay(m *match, _ *rule) (expr, bool) {
	e := newExpr(shSet)
	e.weekday = m.get(cWeekday)
	if !has(e.weekday) {
		e.weekday = m.get(cWeekdays)
	}
	e.part = m.part()
	return e, true
}

func makeSetWord(_ *match, r *rule) (expr, bool) {
	e := newExpr(shSet)
	e.lengths[0] = length{n: 1000, unit: unit(r.arg("u"))}
	return e, true
}

// makeSetFreq reads "twice a week": the period counts.
func makeSetFreq(m *match, _ *rule) (expr, bool) {
	e := newExpr(shSet)
	u := m.unitAt(0)
	e.lengths[0] = length{n: 1000, unit: u}
	return e, u > noUnit
}

func makeRef(_ *match, r *rule) (expr, bool) {
	e := newExpr(shRef)
	e.text = r.text
	return e, true
}

func makeHoliday(m *match, r *rule) (expr, bool) {
	e := newExpr(shHoliday)
	e.holiday, e.year = r.index, m.get(cYear)
	e.n = m.direction()
	e.given = has(e.n)
	return e, true
}
