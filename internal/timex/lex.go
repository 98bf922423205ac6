package timex

import (
	"strings"
	"unicode/utf8"
)

// A lexer gives tokens their readings.
type lexer struct {
	g   *Grammar
	buf []byte
	// readings of the tokens from first on; token first+i has
	// readings[at[i]:at[i+1]].
	readings []reading
	at       []int32
	first    int
}

// maxWord is the longest token, in bytes, that can be of interest.
const maxWord = 32

// read appends the readings of a token.
func (x *lexer) read(tok string) {
	if len(tok) <= maxWord && x.g.mayRead(tok) {
		low := x.lower(tok)
		if rs, ok := x.g.words[string(low)]; ok {
			x.readings = append(x.readings, rs...)
			x.short(rs, tok)
		}
		if c := low[0]; c >= '0' && c <= '9' {
			x.digits(string(low))
		} else if len(low) > 2 && (c == '\'' || c == 'q' || c == 'f' || hasByte(low, '-')) {
			x.hyphens(string(low))
		} else if c == 'q' && len(low) == 2 {
			x.hyphens(string(low))
		}
	}
	x.at = append(x.at, int32(len(x.readings)))
}

// mayRead is false of most tokens that have no reading, at little cost: words
// of letters whose first letter and length are those of no word of the tables.
func (g *Grammar) mayRead(tok string) bool {
	c := tok[0] | 0x20
	if c < 'a' || c > 'z' || c == 'q' || c == 'f' || g.lengths[c-'a']&(1<<len(tok)) != 0 {
		return true
	}
	for i := 1; i < len(tok); i++ {
		if tok[i] == '-' || tok[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func hasByte(b []byte, c byte) bool {
	for _, d := range b {
		if d == c {
			return true
		}
	}
	return false
}

// lower returns tok in lower case with straight apostrophes and hyphens. The
// result is valid until the next call.
func (x *lexer) lower(tok string) []byte {
	b := x.buf[:0]
	for i := 0; i < len(tok); {
		c := tok[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(tok[i:])
		switch r {
		case '’', '‘':
			b = append(b, '\'')
		case '–', '—', '‐', '‑', '−':
			b = append(b, '-')
		default:
			b = append(b, tok[i:i+n]...)
		}
		i += n
	}
	x.buf = b
	return b
}

func (x *lexer) add(sym symbol, val int) { x.readings = append(x.readings, reading{sym, int32(val)}) }

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

// clock reads 8:30, 16:00, 2:17:01 and 16:00gmt.
func (x *lexer) clock(s string) {
	end := len(s)
	for end > 0 && !isDigit(s[end-1]) {
		end--
	}
	zone := s[end:]
	if zone != "" && zone != "gmt" && zone != "utc" && zone != "z" && zone != "am" && zone != "pm" && zone != "a.m" &&
		zone != "p.m" && zone != "a.m." && zone != "p.m." {
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

// dayMonthYear reads p as a date whose order the option tells: the value
// holds both numbers and the year.
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
		y += 2000
		if y > 2069 {
			y -= 100
		}
	}
	if strings.IndexByte(s, '.') > 0 && b <= 12 {
		a, b = b, a // points: the day stands first
	}
	if a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return
	}
	x.add(cSlash, y*10000+a*100+b)
}

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
		if v, ok := x.word(head, cUnit); ok {
			x.add(cDurWord, 1000<<4|int(v))
		}
	case head == "half" && (rest == "hour" || rest == "century" || rest == "year" || rest == "day"):
		v, _ := x.word(rest, cUnit)
		x.add(cDurWord, 500<<4|int(v))
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

// word returns the value of a word as a member of class.
func (x *lexer) word(s string, class symbol) (int32, bool) {
	for _, r := range x.g.words[s] {
		if r.sym == class {
			return r.val, true
		}
	}
	return 0, false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// atoi reads digits; more than nine give a number too big for any use.
func atoi(s string) int {
	if len(s) > 9 {
		return 999_999_999
	}
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
