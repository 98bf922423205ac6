package timex

// makeDayRange reads "9-12 September": the first day, with the last beside
// it.
func makeDayRange(m *match, r *rule) (expr, bool) {
	e, ok := makeDate(m, r)
	if v := m.get(cDayRange); has(v) {
		e.day, e.day2 = v/100, v%100
		return e, ok
	}
	e.day, e.day2 = m.get(cDay), m.nth(cDay, 1)
	if !has(e.day) {
		e.day, e.day2 = m.get(cOrdNum), m.nth(cOrdNum, 1)
	}
	return e, ok && has(e.day2) && e.day < e.day2
}

// makeMonthRange reads "Aug. 30-Sept. 2" and "December 1979-February 1980": the
// first, with the last beside it.
func makeMonthRange(m *match, r *rule) (expr, bool) {
	e, ok := makeDate(m, r)
	if v := m.get(cDayTo); has(v) {
		e.day, e.month2, e.day2 = v/100, v%100, m.get(cDay)
	}
	if v := m.get(cYearTo); has(v) {
		e.year2, e.year, e.month2 = e.year, v/100, v%100
	}
	if has(e.year) && !has(e.year2) && e.month2 < e.month {
		e.year--
	}
	return e, ok && (!has(e.year2) || e.year2 >= e.year)
}

// makeLastDay reads "last October 23".
func makeLastDay(m *match, r *rule) (expr, bool) {
	e, ok := makeDate(m, r)
	e.given, e.n = true, -1
	return e, ok
}

// makeNthDay reads "the first Tuesday of October".
func makeNthDay(m *match, r *rule) (expr, bool) {
	e := newExpr(shNthDay)
	e.nth, e.weekday, e.month, e.year = m.get(cOrd), m.get(cWeekday), m.get(cMonth), m.get(cYear)
	return e, e.nth <= 5
}

// makeWeekDay reads "the week of October 21".
func makeWeekDay(m *match, r *rule) (expr, bool) {
	e, ok := makeDate(m, r)
	e.shape = shWeekNo
	e.n = r.arg("n")
	if has(r.arg("u")) {
		e.unit = unit(r.arg("u"))
	}
	return e, ok
}

// makeWeekNo reads "the second week of March", "week 31".
func makeWeekNo(m *match, r *rule) (expr, bool) {
	e := newExpr(shWeekNo)
	e.month, e.year, e.nth = m.get(cMonth), m.get(cYear), r.arg("n")
	for _, class := range []symbol{cOrd, cOrdNum} {
		if v := m.get(class); has(v) {
			e.nth = v
		}
	}
	if v := m.get(cNumber); has(v) {
		e.nth = v / 1000
	}
	return e, e.nth >= -1 && e.nth != 0 && e.nth <= 53
}

// makeSaidYear reads "nineteen eighty-four", "two thousand and fifteen".
func makeSaidYear(m *match, r *rule) (expr, bool) {
	e := newExpr(shDate)
	e.month, e.day = m.get(cMonth), m.get(cDay)
	if !has(e.day) {
		e.day = m.get(cOrdNum)
	}
	a, b, c := m.get(cNum), m.nth(cNum, 1), m.nth(cNum, 2)
	if r.flag("thousand") {
		if a != 2 || b >= 100 {
			return e, false
		}
		e.year = 2000 + b
	} else {
		e.year = 100*a + b
		if a < 15 || a > 20 || b < 10 || b > 99 || b == 12 && a == 20 {
			return e, false
		}
	}
	if has(c) && c >= 0 {
		if b < 20 || b%10 != 0 || c > 9 {
			return e, false
		}
		e.year += c
	}
	return e, e.year < 2100
}

// makeMonthOf reads "March 3 last year", "March of that year".
func makeMonthOf(m *match, r *rule) (expr, bool) {
	e := newExpr(shDate)
	e.month, e.day = m.get(cMonth), m.get(cDay)
	if !has(e.day) {
		e.day = m.get(cOrdNum)
	}
	if e.yearRel = m.direction(); r.flag("ctx") {
		e.yearRel, e.sibling, e.unit = 0, true, year
	}
	return e, true
}
