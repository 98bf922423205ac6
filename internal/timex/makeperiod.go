package timex

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
	if v := m.get(cHalf); has(v) {
		e.half = v
	}
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

func makeRef(_ *match, r *rule) (expr, bool) {
	e := newExpr(shRef)
	e.text = r.text
	return e, true
}

func makeHoliday(m *match, r *rule) (expr, bool) {
	e := newExpr(shHoliday)
	e.holiday, e.year, e.movable = r.index, m.get(cYear), r.days != nil
	e.n = m.direction()
	e.given = has(e.n)
	return e, true
}
