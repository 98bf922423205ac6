package claims

import (
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
)

// quantities reads the numbers of a clause that count something: not dates,
// ages in years of the calendar, or ordinals.
func (r *reading) quantities(cl *clause) []whosaid.Quantity {
	var out []whosaid.Quantity
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for i := 0; i < len(toks); {
			q, next := r.quantityAt(toks, i)
			if next > i {
				out = append(out, q)
				i = next
				continue
			}
			i++
		}
	}
	return out
}

// scales are the words that multiply the number before them.
var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "dozen": 12,
}

var numerals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var fractions = map[string]float64{
	"half": 1.0 / 2, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 1.0 / 4, "quarters": 1.0 / 4, "fifth": 1.0 / 5, "fifths": 1.0 / 5, "tenth": 1.0 / 10, "tenths": 1.0 / 10,
}

var currencies = map[string]string{
	"$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR",
	"pound": "GBP", "pounds": "GBP", "yuan": "CNY", "yen": "JPY", "a$": "AUD", "c$": "CAD", "hk$": "HKD",
}

// quantityAt reads the quantity whose number begins at toks[i]. It returns i
// if there is none.
func (r *reading) quantityAt(toks []int, i int) (whosaid.Quantity, int) {
	w := &r.words[toks[i]]
	if w.date || w.pos != pNum && w.class&cMoney == 0 && !startsFraction(r.text(toks[i])) || w.mention {
		return whosaid.Quantity{}, i
	}
	q := whosaid.Quantity{Span: r.d.Tokens[toks[i]].Span}
	j := i
	if u, ok := currencies[lower(r.text(toks[j]))]; ok && j+1 < len(toks) && r.words[toks[j+1]].pos == pNum {
		q.Unit = u
		j++
	}
	value, ok := number(r.text(toks[j]))
	if !ok || q.Unit == "" && r.isCalendar(toks, j, value) {
		return whosaid.Quantity{}, i
	}
	j++
	for j < len(toks) {
		s, known := scales[lower(r.text(toks[j]))]
		if !known || len(r.text(toks[j])) < 3 && q.Unit == "" {
			break
		}
		value *= s
		j++
	}
	q.Value = value
	q.End = r.d.Tokens[toks[j-1]].End
	j = r.unit(&q, toks, j)
	r.bound(&q, toks, i)
	return q, j
}

// isCalendar reports whether a number is a year, a day of a month, an hour or
// an age.
func (r *reading) isCalendar(toks []int, j int, value float64) bool {
	if value >= 1800 && value < 2100 && len(r.text(toks[j])) == 4 {
		return true
	}
	if strings.Contains(r.text(toks[j]), ":") {
		return true
	}
	for _, k := range [2]int{j - 1, j + 1} {
		if k >= 0 && k < len(toks) && r.words[toks[k]].class&cMonth != 0 {
			return true
		}
	}
	if j+1 < len(toks) {
		switch lower(r.text(toks[j+1])) {
		case "a.m.", "p.m.", "am", "pm", "a.m", "p.m":
			return true
		}
	}
	if j > 0 {
		if p := &r.words[toks[j-1]]; p.pos == pName && p.mention {
			return true
		}
	}
	k := j - 1
	for k > 0 && r.words[toks[k]].class&cApprox != 0 {
		k--
	}
	return k >= 0 && lower(r.text(toks[k])) == "aged"
}

// unit reads what is counted, after the number.
func (r *reading) unit(q *whosaid.Quantity, toks []int, j int) int {
	for k := j; k < len(toks) && k < j+3; k++ {
		w := &r.words[toks[k]]
		s := lower(r.text(toks[k]))
		switch {
		case w.class&cPercent != 0 && k == j:
			q.Unit, q.End = "percent", r.d.Tokens[toks[k]].End
			return k + 1
		case q.Unit != "":
			return j
		case currencies[s] != "":
			q.Unit, q.End = currencies[s], r.d.Tokens[toks[k]].End
			return k + 1
		case w.pos == pNoun:
			q.Unit = s
			return j
		case w.pos == pAdj || w.pos == pName || s == "of" || w.pos == pDet:
		default:
			return j
		}
	}
	return j
}

// bound reads the words before a quantity: "at least", "nearly", "more than".
func (r *reading) bound(q *whosaid.Quantity, toks []int, i int) {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := &r.words[toks[k]]
		s := lower(r.text(toks[k]))
		prev := ""
		if k > 0 {
			prev = lower(r.text(toks[k-1]))
		}
		switch {
		case s == "least" && prev == "at":
			q.Comparison = whosaid.AtLeast
		case s == "most" && prev == "at", s == "to" && prev == "up", s == "than" && prev == "more" && r.negatedAt(toks, k-1):
			q.Comparison = whosaid.AtMost
		case s == "than" && (prev == "more" || prev == "greater" || prev == "higher"), s == "over", s == "exceeding":
			q.Comparison = whosaid.MoreThan
		case s == "than" && (prev == "less" || prev == "fewer" || prev == "lower"), s == "under", s == "below":
			q.Comparison = whosaid.LessThan
		case s == "nearly" || s == "almost":
			q.Comparison, q.Approximate = whosaid.LessThan, true
		case w.class&cApprox != 0:
			q.Approximate = true
		case w.pos == pDet || s == "than" || w.pos == pAdv:
			continue
		}
		return
	}
}

func (r *reading) negatedAt(toks []int, k int) bool {
	return k > 0 && lower(r.text(toks[k-1])) == "no"
}

func startsFraction(s string) bool {
	s = lower(s)
	_, ok := fractions[s]
	return ok && (s == "half" || s == "thirds") || strings.HasSuffix(s, "-thirds") || strings.HasSuffix(s, "-quarters") || strings.HasSuffix(s, "-third")
}

// number reads "1,200", "3.5", "twenty-one", "two-thirds".
func number(s string) (float64, bool) {
	s = lower(s)
	if len(s) > 32 {
		return 0, false
	}
	if v, ok := numerals[s]; ok {
		return v, true
	}
	if v, ok := scales[s]; ok && len(s) > 3 {
		return v, true
	}
	if v, ok := fractions[s]; ok {
		return v, true
	}
	if a, b, ok := strings.Cut(s, "-"); ok {
		x, okx := numerals[a]
		if y, oky := numerals[b]; okx && oky && x >= 20 && y < 10 {
			return x + y, true
		}
		if y, oky := fractions[b]; oky && okx {
			return x * y, true
		}
	}
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil && v < 1e15
}
