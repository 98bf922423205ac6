package timex

// number is the value, in thousandths, of the number that ends at bind k,
// words and digits multiplied: "two hundred".
func (m *match) number(from, to int) (int, bool) {
	n, ok := int64(1000), false
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
			n, ok = n*int64(b.val), true
		case cNumber:
			n, ok = n/1000*int64(b.val), true
		case cFraction:
			n, ok = n+int64(b.val), true
		case cVague:
			if b.val == 0 {
				return vague, true
			}
			n, ok = n*int64(b.val), true
		case cOrdNum, cOrd:
			return 0, false
		}
		if n > 90_000_000 || n < 0 {
			return 0, false
		}
	}
	return int(n), ok
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
		if r.flag("range") { // two to three weeks are at least two
			n, ok = m.firstNumber()
		}
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
	e.back, e.ahead = has(m.get(cPast)) || r.flag("back"), has(m.get(cNext))
	return e, k > 0
}

// firstNumber is the value of the first number of a match.
func (m *match) firstNumber() (int, bool) {
	for i := range m.n {
		if s := m.binds[i].sym; s == cNum || s == cNumber {
			return m.number(i, i+1)
		}
	}
	return 0, false
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
		v, e.age = m.get(cAgeWord), true
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

func makeSet(m *match, r *rule) (expr, bool) {
	e := newExpr(shSet)
	n, ok := m.number(0, m.n)
	if !ok {
		n = 1000
	}
	if has(r.arg("n")) {
		n = r.arg("n") * 1000
	}
	if r.flag("half") {
		n = 500
	}
	u := m.unitAt(0)
	if has(r.arg("u")) {
		u = unit(r.arg("u"))
	}
	if u == noUnit || u == night {
		u = day
	}
	e.season, e.month = m.get(cSeason), m.get(cMonth)
	if has(e.season) || has(e.month) {
		u = year
	}
	e.lengths[0] = length{n: n, unit: u}
	return e, n != 0
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
	e.lengths[0], e.unit = length{n: 1000, unit: u}, u
	return e, u > noUnit
}
