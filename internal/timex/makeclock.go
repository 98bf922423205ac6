package timex

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
	if v := m.get(cHourWord); has(v) {
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
	if r.flag("night") {
		e.part = 4
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

// makeClockRange reads "3 to 4:30 p.m.": the first, with the second beside it.
func makeClockRange(m *match, _ *rule) (expr, bool) {
	ends := [2]expr{newExpr(shNoDay), newExpr(shNoDay)}
	k := 0
	for i := range m.n {
		switch b := m.binds[i]; b.sym {
		case cHour, cHM:
			if ends[k].clock != absent {
				k = 1
			}
			ends[k].clock = (&match{n: 1, binds: [maxPattern]bind{b}}).clock()
		case cAMPM:
			ends[k].halfDay(int(b.val))
		}
	}
	e := ends[0]
	shareHalves(&e, &ends[1])
	e.clock2, e.ampm, e.zone = ends[1].clock, true, m.get(cZone)
	return e, e.clock2 > e.clock && e.clock2 <= 86400
}

// part is the part of the day of a match.
func (m *match) part() int {
	for _, class := range []symbol{cPart, cParts, cTonight} {
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
	e.part, e.sibling, e.back = m.part(), r.flag("ctx"), r.flag("back")
	if has(r.arg("part")) {
		e.part = r.arg("part")
	}
	switch {
	case has(m.get(cMonth)) && (has(m.get(cDay)) || has(m.get(cOrdNum))):
		e.shape, e.month, e.day, e.year = shDate, m.get(cMonth), m.get(cDay), m.get(cYear)
		if !has(e.day) {
			e.day = m.get(cOrdNum)
		}
	case has(m.get(cMonth)) && has(m.get(cDayRange)): // the night from the first to the second
		e.shape, e.month, e.day, e.year = shDate, m.get(cMonth), m.get(cDayRange)/100, m.get(cYear)
	case has(m.get(cMonth)):
		return e, false
	case has(m.get(cOrdNum)):
		e.shape, e.day = shDate, m.get(cOrdNum)
	case has(m.get(cWeekday)):
		e.shape, e.weekday = shWeekday, m.get(cWeekday)
		e.n = m.direction()
		e.given = has(e.n)
	case has(r.arg("n")):
		e.shape, e.n, e.unit, e.given = shRel, r.arg("n"), day, true
	}
	return e, has(e.part)
}
