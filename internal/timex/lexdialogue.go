package timex

// short adds the readings of short forms: "Tue" is a weekday in dialogue or
// in capitals, "h" a unit in dialogue.
func (x *lexer) short(rs []reading, tok string) {
	for _, r := range rs {
		switch {
		case r.sym == cShortDay && (x.g.dialogue || tok[0] >= 'A' && tok[0] <= 'Z'):
			x.add(cWeekday, int(r.val))
		case r.sym == cShortUnit && x.g.dialogue:
			x.add(cUnits, int(r.val))
		}
	}
}

// shortNumber adds what digits mean in dialogue: 815 is a time, 96 a year,
// 20201003 a day.
func (x *lexer) shortNumber(s string, v int) {
	switch len(s) {
	case 2:
		x.add(cYY, fullYear(v))
	case 3:
		if v%100 < 60 {
			x.add(cMilitary, v)
		}
	case 8:
		if m, d := v/100%100, v%100; m >= 1 && m <= 12 && d >= 1 && d <= 31 && v >= 19000000 && v < 21000000 {
			x.add(cISO, v)
		}
	}
}
