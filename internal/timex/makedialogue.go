package timex

// makeDayOf reads "the 3rd of next month".
func makeDayOf(m *match, r *rule) (expr, bool) {
	e, ok := makeDate(m, r)
	e.n, e.given, e.unit = m.direction(), true, month
	if !has(e.n) {
		e.n = 0
	}
	return e, ok && has(e.day)
}

// makeDayWord reads "May twenty nine".
func makeDayWord(m *match, r *rule) (expr, bool) {
	e, ok := makeDate(m, r)
	e.day = m.get(cNum)
	if v := m.nth(cNum, 1); has(v) {
		if e.day < 20 || e.day > 30 || v > 9 {
			return e, false
		}
		e.day += v
	}
	return e, ok && e.day >= 1 && e.day <= 31
}

// makeYearMonth reads 2015-3 and 12-2015.
func makeYearMonth(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDate)
	e.year, e.month = m.get(cYear), m.get(cDay)
	return e, e.month <= 12
}

// makeSlashPair reads "2 / 15".
func makeSlashPair(m *match, r *rule) (expr, bool) {
	e := newExpr(shDate)
	if r.flag("dash") && m.get(cDay) <= 12 && m.nth(cDay, 1) <= 12 { // hours
		return e, false
	}
	e.month, e.day, e.slash = m.get(cDay), m.nth(cDay, 1), true
	return e, e.month <= 12 || e.day <= 12
}

// makeRelDir reads "next school year".
func makeRelDir(m *match, r *rule) (expr, bool) {
	e := newExpr(shRel)
	e.n, e.given = m.direction(), true
	if e.unit = m.unitAt(0); e.unit == noUnit {
		e.unit = year
	}
	return e, has(e.n)
}

// makeFraction reads "3/4 of an hour".
func makeFraction(m *match, _ *rule) (expr, bool) {
	e := newExpr(shDuration)
	e.lengths[0] = length{n: m.get(cFraction), unit: m.unitAt(0)}
	return e, e.lengths[0].unit > noUnit
}

// makeSpoken reads "ten thirty", "four twenty three a.m.".
func makeSpoken(m *match, _ *rule) (expr, bool) {
	e := newExpr(shNoDay)
	h, minutes := m.get(cNum), m.nth(cNum, 1)
	if v := m.nth(cNum, 2); has(v) {
		if minutes < 20 || v > 9 {
			return e, false
		}
		minutes += v
	}
	if h > 12 || minutes > 59 || minutes < 10 {
		return e, false
	}
	e.clock = h*3600 + minutes*60
	e.halfDay(m.get(cAMPM))
	return e, true
}

// halfDay moves the clock to the half of the day that a.m. (0) or p.m. (12)
// says.
func (e *expr) halfDay(v int) {
	if !has(v) {
		return
	}
	e.ampm = true
	switch h := e.clock / 3600; {
	case h < 12 && v == 12:
		e.clock += 12 * 3600
	case h == 12 && v == 0:
		e.clock -= 12 * 3600
	}
}

// makePastClock reads "20 minutes past eight".
func makePastClock(m *match, r *rule) (expr, bool) {
	e := newExpr(shNoDay)
	v := [2]int{}
	k := 0
	for i := range m.n {
		switch b := m.binds[i]; b.sym {
		case cNum, cHour, cHourWord:
			v[min(k, 1)], k = int(b.val), k+1
		case cNumber:
			v[min(k, 1)], k = int(b.val)/1000, k+1
		}
	}
	if r.flag("to") {
		v[0], e.unit = -v[0], minute
	}
	e.clock = (v[1]*3600 + v[0]*60 + 86400) % 86400
	return e, k == 2 && v[1] <= 24 && v[0] < 60 && v[0] > -60
}

// makeBare reads a number that can be an hour if its neighbours want one; n
// is 1 if it has minutes too.
func makeBare(m *match, _ *rule) (expr, bool) {
	e := newExpr(shBare)
	e.clock, e.n = m.clock(), 0
	if has(m.get(cMilitary)) {
		e.n = 1
	}
	return e, has(e.clock) && e.clock <= 24*3600
}
