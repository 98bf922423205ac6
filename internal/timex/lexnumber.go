package timex

import "strings"

// digits reads a token that begins with a digit.
func (x *lexer) digits(s string) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	head := atoi(s[:n])
	rest := s[n:]
	switch {
	case rest == "":
		x.integer(s, head)
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		if n <= 2 && head > 0 {
			x.add(cOrdNum, head)
		}
	case rest[0] == ',' || rest[0] == '.':
		x.decimal(s, n)
	case n == 4 && head/100 < 24 && head%100 < 60 && x.isZone(rest):
		x.clockOf(head/100, head%100, 0, false)
	case rest == "s" || rest == "'s":
		x.decade(s[:n], head)
	case rest[0] == ':':
		x.clock(s)
	case rest[0] == 'h' && n <= 2 && len(rest) == 3 && isDigit(rest[1]) && isDigit(rest[2]):
		x.clockOf(head, atoi(rest[1:]), 0, false)
	case rest[0] == '-':
		x.dashed(s, n, head)
	case rest[0] == '/':
		x.slashed(s)
	case n == 1 && rest == "q":
		x.quarter(head)
	case strings.HasPrefix(rest, "st-") || strings.HasPrefix(rest, "nd-") || strings.HasPrefix(rest, "rd-") ||
		strings.HasPrefix(rest, "th-"):
		x.ordinalWord(head, rest[3:])
	}
}

// integer reads a token of digits alone.
func (x *lexer) integer(s string, v int) {
	if len(s) > 9 {
		return
	}
	if v < 2_000_000 {
		x.add(cNumber, v*1000)
	}
	if len(s) <= 2 {
		if v >= 1 && v <= 31 {
			x.add(cDay, v)
		}
		if v <= 24 {
			x.add(cHour, v)
		}
	}
	if x.g.dialogue {
		x.shortNumber(s, v)
	}
	if len(s) == 4 {
		if v >= 1000 && v < 3000 {
			x.add(cYear, v)
		}
		if v/100 < 24 && v%100 < 60 {
			x.add(cMilitary, v)
		}
	}
}

// decimal reads "1,984", "40.2", "10.30" and "24.09.2015".
func (x *lexer) decimal(s string, n int) {
	if p := strings.Split(s, "."); len(p) == 3 && n <= 2 {
		x.dayMonthYear(p, s)
		return
	} else if len(p) == 2 && x.g.dialogue && n <= 2 && len(p[1]) <= 2 && allDigits(p[1]) {
		if d, m := atoi(p[0]), atoi(p[1]); d >= 1 && d <= 31 && m >= 1 && m <= 12 {
			x.add(cDayMonth, m*100+d)
		}
	}
	whole, frac, hasFrac := strings.Cut(s, ".")
	whole = strings.ReplaceAll(whole, ",", "")
	if !allDigits(whole) || hasFrac && !allDigits(frac) || len(whole) > 6 || len(frac) > 6 {
		return
	}
	v := atoi(whole) * 1000
	if v > 2_000_000_000 {
		return
	}
	for i, scale := 0, 100; i < min(3, len(frac)); i, scale = i+1, scale/10 {
		v += int(frac[i]-'0') * scale
	}
	x.add(cNumber, v)
	if hasFrac && len(frac) == 2 && len(whole) <= 2 && atoi(whole) < 24 && atoi(frac) < 60 {
		x.add(cHour, 100+atoi(whole)*60+atoi(frac)) // 10.30 a.m.
	}
}

func (x *lexer) decade(digits string, v int) {
	switch {
	case len(digits) == 4 && v >= 1000 && v < 3000 && v%10 == 0:
		x.add(cDecade, v/10)
	case len(digits) == 2 && v%10 == 0 && v >= 20:
		x.add(cDecade, -v/10) // the century is open
	}
}

// isZone reports whether a word is universal time.
func (x *lexer) isZone(s string) bool {
	east, ok := x.word(s, cZone)
	return ok && east == 0
}

// clock reads 8:30, 16:00, 2:17:01 and 16:00gmt.
func (x *lexer) clock(s string) {
	end := len(s)
	for end > 0 && !isDigit(s[end-1]) {
		end--
	}
	zone := s[end:]
	if _, halved := x.word(zone, cAMPM); zone != "" && !halved && !x.isZone(zone) {
		return
	}
	p := strings.Split(s[:end], ":")
	for _, f := range p {
		if !allDigits(f) || len(f) > 2 {
			return
		}
	}
	if len(p) < 2 || len(p) > 3 || len(p[1]) != 2 {
		return
	}
	h, m, sec := atoi(p[0]), atoi(p[1]), 0
	if len(p) == 3 {
		sec = atoi(p[2])
	}
	switch {
	case strings.HasPrefix(zone, "p") && h < 12:
		h += 12
	case strings.HasPrefix(zone, "a") && h == 12:
		h = 0
	}
	x.clockOf(h, m, sec, len(p) == 3)
}

func (x *lexer) clockOf(h, m, s int, withSeconds bool) {
	if h > 24 || m > 59 || s > 59 {
		return
	}
	sym := cHM
	if withSeconds {
		sym = cHMS
	}
	x.add(sym, h*3600+m*60+s)
}

// dashed reads 2015-09-24, 2014-15, 9-12, 40-year-old and 24-hour.
func (x *lexer) dashed(s string, n, head int) {
	p := strings.Split(s, "-")
	if m, ok := x.word(p[1], cMonth); ok {
		x.dashedMonth(p, n, head, int(m))
		return
	}
	switch {
	case n == 4 && len(p) >= 3 && len(p[1]) == 2 && allDigits(p[1]) && len(p[2]) >= 2:
		x.iso(s, p)
	case n == 4 && len(p) == 3 && len(p[1]) <= 2 && len(p[2]) <= 2 && allDigits(p[1]) && allDigits(p[2]):
		x.iso(s, []string{p[0], pad2(p[1]), pad2(p[2])})
	case n == 4 && len(p) == 2 && allDigits(p[1]) && len(p[1]) == 2 && head >= 1000 && head < 2999:
		if atoi(p[1]) == (head+1)%100 || atoi(p[1]) > 12 {
			x.add(cYearRange, head*100+atoi(p[1]))
		} else {
			x.add(cISO, head*10000+atoi(p[1])*100)
		}
	case len(p) == 2 && n <= 2 && allDigits(p[1]) && len(p[1]) <= 2:
		if a, b := head, atoi(p[1]); a > 0 && a < b && b <= 31 {
			x.add(cDayRange, a*100+b)
		}
	case len(p) == 3 && n <= 2 && allDigits(p[1]) && allDigits(p[2]):
		x.dayMonthYear(p, s)
	case len(p) >= 2:
		x.measure(s[:n], p[1:])
	}
}

// dashedMonth reads 19-Nov-12, 30-Sept. and 1979-February.
func (x *lexer) dashedMonth(p []string, n, head, month int) {
	switch {
	case len(p) == 3 && n <= 2 && allDigits(p[2]) && (len(p[2]) == 2 || len(p[2]) == 4):
		y := atoi(p[2])
		if len(p[2]) == 2 {
			y = fullYear(y)
		}
		x.add(cISO, y*10000+month*100+head)
	case len(p) == 2 && n <= 2:
		x.add(cDayTo, head*100+month)
	case len(p) == 2 && n == 4:
		x.add(cYearTo, head*100+month)
	}
}

// fullYear is the year that two digits mean.
func fullYear(yy int) int {
	if yy > 69 {
		return 1900 + yy
	}
	return 2000 + yy
}

func (x *lexer) iso(s string, p []string) {
	day := p[2]
	if len(day) > 2 && day[2] != 't' {
		return
	}
	m, d := atoi(p[1]), atoi(day[:2])
	if !allDigits(day[:2]) || m < 1 || m > 12 || d < 1 || d > 31 {
		return
	}
	x.add(cISO, atoi(p[0])*10000+m*100+d)
}

// slashed reads 9/24/15, 9/11, 2015/09/24 and 2019/20.
func (x *lexer) slashed(s string) {
	p := strings.Split(s, "/")
	for _, f := range p {
		if !allDigits(f) || len(f) > 4 {
			return
		}
	}
	switch {
	case len(p) == 2 && len(p[0]) == 4 && len(p[1]) == 2:
		x.add(cYearRange, atoi(p[0])*100+atoi(p[1]))
	case len(p) == 2 && len(p[0]) <= 2 && len(p[1]) == 4 && atoi(p[0]) >= 1 && atoi(p[0]) <= 12:
		x.add(cISO, atoi(p[1])*10000+atoi(p[0])*100)
	case len(p) == 3 && len(p[0]) == 4:
		x.iso(s, []string{p[0], pad2(p[1]), pad2(p[2])})
	case len(p) == 2 && len(p[0]) <= 2 && len(p[1]) <= 2:
		if p[0] == "9" && p[1] == "11" {
			x.add(cISO, 20010911)
		} else {
			x.add(cSlash, atoi(p[0])*100+atoi(p[1]))
		}
		if a, b := atoi(p[0]), atoi(p[1]); a > 0 && a < b && b <= 8 && len(s) == 3 {
			x.add(cFraction, a*1000/b)
		}
	case len(p) == 3:
		x.dayMonthYear(p, s)
	}
}

func pad2(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// dayMonthYear reads p as a date whose order an option decides: the value holds
// both numbers and the year.
func (x *lexer) dayMonthYear(p []string, s string) {
	for _, f := range p {
		if !allDigits(f) {
			return
		}
	}
	if len(p[0]) > 2 || len(p[1]) > 2 || len(p[2]) != 2 && len(p[2]) != 4 {
		return
	}
	a, b, y := atoi(p[0]), atoi(p[1]), atoi(p[2])
	if len(p[2]) == 2 {
		y = fullYear(y)
	}
	if strings.IndexByte(s, '.') > 0 && b <= 12 {
		a, b = b, a // points: the day stands first
	}
	if a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return
	}
	x.add(cSlash, y*10000+a*100+b)
}
