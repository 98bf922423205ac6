package claim

import (
	"strconv"
	"strings"
)

// A figure is a number in figures, as far as one token has it.
type figure struct {
	decimal string // "1.2"
	ten     int    // exponent of ten
	percent bool
	unit    string // "seat" in "30-seat"
}

func (f figure) value() (float64, bool) {
	v, err := strconv.ParseFloat(f.decimal+"e"+strconv.Itoa(f.ten), 64)
	return v, err == nil && v < 1e18
}

// figure reads "1,200", "3.5", "2bn", "20-million", "12%", "30-seat". After a
// sign of money, a lone letter is a scale too: "3m".
func (n *numbers) figure(s string, scaled bool) (figure, bool) {
	end := 0
	for end < len(s) && (isDigit(s[end]) || isPoint(s, end)) {
		end++
	}
	f := figure{decimal: strings.ReplaceAll(s[:end], ",", "")}
	if end == 0 || len(s) > 32 || strings.Count(f.decimal, ".") > 1 {
		return f, false
	}
	rest := strings.TrimPrefix(s[end:], "-")
	if ten, ok := n.scales[rest]; ok {
		f.ten = ten
		return f, true
	}
	if ten, ok := n.suffixes[rest]; ok && len(rest) == len(s)-end && (scaled || len(rest) > 1) {
		f.ten = ten
		return f, true
	}
	switch {
	case rest == "":
		return f, len(s) == end
	case rest == "%":
		f.percent = true
		return f, true
	case len(rest) < len(s)-end && isWord(rest):
		f.unit = rest
		return f, true
	}
	return f, false
}

// isPoint reports whether s[i] is a point or comma before a digit.
func isPoint(s string, i int) bool {
	return (s[i] == ',' || s[i] == '.') && i+1 < len(s) && isDigit(s[i+1])
}

// isWord reports whether s is letters alone.
func isWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}

// figures reads a number in figures, with the scales after it.
func (c *counter) figures(i int, s string, money bool) (reckoning, bool) {
	if v, ok := c.fraction(s); ok {
		return reckoning{value: v, next: i + 1}, true
	}
	counted := i+1 < len(c.toks) && c.r.words[c.toks[i+1]].pos == pNoun
	f, ok := c.n.figure(s, money || counted)
	if !ok {
		return reckoning{}, false
	}
	k := reckoning{next: i + 1, unit: f.unit}
	if f.percent {
		k.unit = percent
	}
	for f.unit == "" && c.n.scales[c.lower(k.next)] > 0 {
		f.ten += c.n.scales[c.lower(k.next)]
		k.next++
	}
	k.value, ok = f.value()
	if half, part := c.fraction(c.lower(k.next)); part && ok && f.ten == 0 && k.unit == "" {
		k.value += half // "1 1/2"
		k.next++
	}
	return k, ok
}

// fraction reads "3/4".
func (c *counter) fraction(s string) (float64, bool) {
	if len(s) != 3 || s[1] != '/' || !isDigit(s[0]) || !isDigit(s[2]) || s[2] == '0' {
		return 0, false
	}
	return float64(s[0]-'0') / float64(s[2]-'0'), true
}
