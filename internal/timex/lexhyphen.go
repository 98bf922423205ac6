package timex

import "strings"

// hyphens reads a word with a hyphen or a leading apostrophe: four-day,
// mid-1990s, third-quarter, '90s, Q3, FY2016.
func (x *lexer) hyphens(s string) {
	switch {
	case s[0] == '\'' && len(s) >= 3 && isDigit(s[1]) && isDigit(s[2]):
		switch s[3:] {
		case "s":
			x.decade(s[1:3], atoi(s[1:3]))
		case "":
			v := 2000 + atoi(s[1:3])
			if v > 2029 {
				v -= 100
			}
			x.add(cYear, v)
		}
		return
	case s[0] == 'q' && len(s) == 2 && isDigit(s[1]):
		x.quarter(int(s[1] - '0'))
		return
	case s[0] == 'f' && strings.HasPrefix(s, "fy") && allDigits(s[2:]) && (len(s) == 4 || len(s) == 6):
		v := atoi(s[2:])
		if len(s) == 4 {
			v += 2000
		}
		x.add(cFY, v)
		return
	}
	head, rest, ok := strings.Cut(s, "-")
	if !ok {
		return
	}
	if m, ok := prefixMods[head]; ok {
		x.modified(m, rest)
		return
	}
	if v, ok := x.word(head, cNum); ok {
		if w, ok := x.word(rest, cNum); ok && v >= 20 && v < 100 && w < 10 {
			x.add(cNum, int(v+w))
			return
		}
		x.measureWords(int(v)*1000, rest)
	}
	if v, ok := x.word(head, cOrd); ok && v > 0 {
		x.ordinalWord(int(v), rest)
	}
	switch {
	case (head == "year" || head == "month" || head == "week") && (rest == "ago" || rest == "earlier"):
		v, _ := x.word(head, cUnit)
		x.add(cYearAgo, int(v))
	case rest == "long":
		x.unitWord(cDurWord, head)
	case rest == "old":
		x.unitWord(cAgeWord, head)
	case head == "half" && (rest == "hour" || rest == "century" || rest == "year" || rest == "day"):
		v, _ := x.word(rest, cUnit)
		x.add(cDurWord, 500<<4|int(v))
	}
}

// unitWord reads a unit that makes a length by itself: year-long, month-old,
// minutes-long.
func (x *lexer) unitWord(sym symbol, head string) {
	if v, ok := x.word(head, cUnit); ok {
		x.add(sym, 1000<<4|int(v))
	} else if v, ok := x.word(head, cUnits); ok {
		x.add(sym, vague<<4|int(v))
	}
}

// prefixMods are the first halves of mid-August, late-1990s, post-1945.
var prefixMods = map[string]int{"mid": 1, "early": 2, "late": 3, "pre": 4, "post": 5}

func (x *lexer) modified(m int, rest string) {
	switch {
	case len(rest) == 4 && allDigits(rest):
		x.add(cModYear, m<<16|atoi(rest))
	case m <= 3 && strings.HasSuffix(rest, "s") && len(rest) > 2 && allDigits(rest[:len(rest)-1]):
		d := rest[:len(rest)-1]
		v := atoi(d)
		if len(d) == 2 {
			v += 1900
		}
		if v%10 == 0 && v >= 1000 && v < 3000 {
			x.add(cModYear, m<<16|0x8000|v/10)
		}
	case m <= 3:
		if v, ok := x.word(rest, cMonth); ok {
			x.add(cModYear, m<<16|0x4000|int(v))
		} else if v, ok := x.word(rest, cOrd); ok {
			x.add(cOrd, int(v)) // mid-nineteenth
		} else if len(rest) > 2 && isDigit(rest[0]) && !isDigit(rest[len(rest)-1]) {
			x.digits(rest) // mid-19th
		}
	}
}

// measure reads what follows a number and a hyphen: "day", "year-old".
func (x *lexer) measure(digits string, rest []string) {
	if len(digits) > 5 {
		return
	}
	x.measureWords(atoi(digits)*1000, strings.Join(rest, "-"))
}

// measureWords reads "day", "year-old", "and-a-half-year" after a number of
// thousandths.
func (x *lexer) measureWords(n int, rest string) {
	if r := strings.TrimPrefix(rest, "and-a-half-"); r != rest {
		n, rest = n+500, r
	}
	unit, old, _ := strings.Cut(rest, "-")
	v, ok := x.word(unit, cUnits)
	if !ok || n > 99_999_000 {
		return
	}
	switch old {
	case "", "long", "plus":
		x.add(cDurWord, n<<4|int(v))
	case "old", "olds":
		x.add(cAgeWord, n<<4|int(v))
	}
}

func (x *lexer) ordinalWord(n int, what string) {
	switch what {
	case "century":
		x.add(cCentury, n)
	case "quarter":
		x.add(cOrdQuarter, n)
	case "half":
		x.add(cOrdQuarter, 10+n)
	}
}

func (x *lexer) quarter(n int) {
	if n >= 1 && n <= 4 {
		x.add(cQtr, n)
	}
}
