package claim

import (
	"strings"

	"github.com/whosaid/whosaid"
)

// quantities reads the numbers of a clause that count something: not dates,
// hours, ages, ordinals, or numbers that are names.
func (r *reading) quantities(cl *clause) []whosaid.Quantity {
	var out []whosaid.Quantity
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		c := counter{r, toks, r.f.numbers}
		for i := 0; i < len(toks); {
			q, next := c.quantity(i)
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

// A counter reads the quantities of a row of tokens.
type counter struct {
	r    *reading
	toks []int
	n    *numbers
}

// lower is the text of token i, or "" beyond the ends.
func (c *counter) lower(i int) string {
	if i < 0 || i >= len(c.toks) {
		return ""
	}
	return strings.ToLower(c.r.text(c.toks[i]))
}

// A reckoning is a number as it is being read: tokens up to next.
type reckoning struct {
	value float64
	next  int
	unit  string
	about bool // the words tell the size only
}

// quantity reads the quantity whose first token is i. It returns i if there is
// none.
func (c *counter) quantity(i int) (whosaid.Quantity, int) {
	w := &c.r.words[c.toks[i]]
	if w.date || w.mention && w.pos == pName || !c.mayOpen(i) {
		return whosaid.Quantity{}, i
	}
	s := c.lower(i)
	if !c.opens(i, s) {
		return whosaid.Quantity{}, i
	}
	j, money := i, ""
	if code, ok := c.n.signs[s]; ok {
		money = code
		j++
	}
	k, ok := c.number(j, money != "")
	if ok && money == "" {
		k = c.ratio(k)
	}
	if !ok || money == "" && c.isName(i, j, &k) {
		return whosaid.Quantity{}, i
	}
	q := whosaid.Quantity{Value: k.value, Unit: money, Approximate: k.about}
	if k.about {
		q.Comparison = whosaid.QuantityAtLeast
	}
	q.Start, q.End = c.r.d.Tokens[c.toks[i]].Start, c.r.d.Tokens[c.toks[k.next-1]].End
	if k.unit != "" && k.unit != percent && !strings.HasSuffix(c.r.text(c.toks[i]), k.unit) {
		return whosaid.Quantity{}, i // "2019-nCoV"
	}
	if k.unit != "" && money == "" {
		q.Unit = k.unit
	}
	next := c.unit(&q, k.next)
	c.bounds(&q, i, next)
	return q, next
}

// mayOpen reports whether token i is of a part of speech that opens quantities.
// It is what most words fail.
func (c *counter) mayOpen(i int) bool {
	switch c.r.words[c.toks[i]].pos {
	case pNum, pNoun, pName, pAdj, pDet, pOther:
		return true
	}
	b := c.r.text(c.toks[i])[0]
	return b >= '0' && b <= '9'
}

// opens reports whether a quantity may begin with token i, whose lower-case
// text is s.
func (c *counter) opens(i int, s string) bool {
	if s[0] >= '0' && s[0] <= '9' || c.r.words[c.toks[i]].pos == pNum || c.n.many[s] > 0 || s == "half" || strings.Contains(s, "-") {
		return true
	}
	if s == "a" {
		return c.n.scales[c.lower(i+1)] > 0 || c.n.sets[c.lower(i+1)] > 0 || c.n.fractions[c.lower(i+1)] > 0
	}
	_, sign := c.n.signs[s]
	return sign || c.n.numerals[s] > 0
}

// number reads the number that begins at token i.
func (c *counter) number(i int, money bool) (reckoning, bool) {
	s := c.lower(i)
	switch {
	case s == "":
		return reckoning{}, false
	case s[0] >= '0' && s[0] <= '9':
		return c.figures(i, s, money)
	case s == "a" || s == "half":
		return c.part(i, s)
	case c.n.many[s] > 0:
		k := reckoning{value: c.n.many[s], next: i + 1, about: true}
		for c.lower(k.next) == "of" && c.n.many[c.lower(k.next+1)] > 0 {
			k.value *= c.n.many[c.lower(k.next+1)]
			k.next += 2
		}
		return k, true
	}
	return c.spelt(i)
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
	if len(s) != 3 || s[1] != '/' || s[0] < '0' || s[0] > '9' || s[2] < '1' || s[2] > '9' {
		return 0, false
	}
	return float64(s[0]-'0') / float64(s[2]-'0'), true
}

// ratio reads on where k is the first number of "one in five" or "three out of
// ten".
func (c *counter) ratio(k reckoning) reckoning {
	i := k.next
	switch {
	case c.lower(i) == "in":
		i++
	case c.lower(i) == "out" && c.lower(i+1) == "of":
		i += 2
	default:
		return k
	}
	s := c.lower(i)
	if c.n.numerals[s] == 0 && (s == "" || s[0] < '1' || s[0] > '9') || c.r.words[c.toks[i]].date {
		return k
	}
	if whole, ok := c.number(i, false); ok && whole.unit == "" && whole.value > k.value && whole.value < 1800 {
		return reckoning{value: k.value / whole.value, next: whole.next}
	}
	return k
}

// The units of shares.
const (
	percent = "percent"
	points  = "percentage points"
)

// part reads what begins with "a" or "half": "a dozen", "a third", "half a
// million", "half of".
func (c *counter) part(i int, s string) (reckoning, bool) {
	next := c.lower(i + 1)
	if s == "a" {
		switch {
		case c.n.scales[next] > 0 || c.n.sets[next] > 0:
			return c.scaled(1, i+1), true
		case c.n.fractions[next] > 0 && c.divides(i, i+2):
			return reckoning{value: 1 / c.n.fractions[next], next: i + 2}, true
		}
		return reckoning{}, false
	}
	switch {
	case next == "a" && (c.n.scales[c.lower(i+2)] > 0 || c.n.sets[c.lower(i+2)] > 0):
		k := c.scaled(1, i+2)
		k.value /= 2
		return k, true
	case i > 0 && c.r.words[c.toks[i-1]].pos == pAdj || !c.divides(i, i+1) && next != "the" && next != "its" && next != "their":
		return reckoning{}, false // "the second half", "a half brother"
	}
	return reckoning{value: .5, next: i + 1}, true
}

// divides reports whether a fraction in toks[i:end] is one, and no ordinal as
// in "a third term": "of" follows, or the like, or nothing, or a word such as
// "nearly" stands before it.
func (c *counter) divides(i, end int) bool {
	if b, ok := c.n.before[c.lower(i-1)]; ok && b.about {
		return true
	}
	next := c.lower(end)
	return next == "" || c.n.divided[next]
}

// scaled multiplies v by the scales and sets from token i on.
func (c *counter) scaled(v float64, i int) reckoning {
	for {
		s := c.lower(i)
		switch {
		case c.n.scales[s] > 0:
			for range c.n.scales[s] {
				v *= 10
			}
		case c.n.sets[s] > 0:
			v *= c.n.sets[s]
		default:
			return reckoning{value: v, next: i}
		}
		i++
	}
}

// spelt reads a number in words: "twenty-one", "two hundred and five", "two
// thirds", "three dozen", "two and a half million".
func (c *counter) spelt(i int) (reckoning, bool) {
	total, last := 0.0, 0.0
	first := i
	for i < len(c.toks) && i < first+12 {
		s := c.lower(i)
		v, known := c.n.numerals[s]
		if !known {
			var part bool
			if v, part, known = c.n.compound(s); part {
				return reckoning{value: v, next: i + 1}, i == first
			}
		}
		switch {
		case known:
			last += v
		case i > first && c.n.scales[s] == 2, i > first && c.n.sets[s] > 0:
			last = c.scaled(last, i).value
		case i > first && c.n.scales[s] > 2:
			total += c.scaled(last, i).value
			last = 0
		case i > first && s == "and" && c.lower(i+1) == "a" && c.lower(i+2) == "half":
			last += .5
			i += 2
		case i > first && s == "and" && c.n.scales[c.lower(i-1)] > 0 && (c.n.numerals[c.lower(i+1)] > 0 || strings.Contains(c.lower(i+1), "-")):
		case i == first+1 && c.n.fractions[s] > 0 && last > 0:
			return reckoning{value: last / c.n.fractions[s], next: i + 1}, true
		default:
			return reckoning{value: total + last, next: i}, i > first
		}
		i++
	}
	return reckoning{value: total + last, next: i}, i > first
}

// isName reports whether the number k from token i on counts nothing: it is a
// year, an hour, an age, a day, or part of a name such as "Category 5".
func (c *counter) isName(i, j int, k *reckoning) bool {
	s, next := c.lower(j), c.lower(k.next)
	if k.value >= 1800 && k.value < 2100 && len(s) == 4 || strings.Contains(s, ":") {
		return true
	}
	if c.month(i-1) || c.month(k.next) {
		return true
	}
	if c.n.clock[next] || next == "of" && k.value == 1 && k.next == j+1 { // "one of the men"
		return true
	}
	if k.value == 1 && c.lower(i-1) == "no" {
		return true
	}
	if i == 0 {
		return false
	}
	before := &c.r.words[c.toks[i-1]]
	noun := k.next < len(c.toks) && (c.r.words[c.toks[k.next]].pos == pNoun || c.r.words[c.toks[k.next]].pos == pAdj)
	if k.next == j+1 && (c.n.labels[c.lower(i-1)] || before.mention && before.pos == pName && !noun) {
		return true
	}
	for i--; i > 0 && (c.r.words[c.toks[i]].class&cApprox != 0); {
		i--
	}
	return c.lower(i) == "aged"
}

func (c *counter) month(i int) bool {
	return i >= 0 && i < len(c.toks) && c.r.words[c.toks[i]].class&cMonth != 0 && c.r.words[c.toks[i]].pos != pModal
}

// unit reads what is counted, from token i on, and returns the token after the
// quantity.
func (c *counter) unit(q *whosaid.Quantity, i int) int {
	if q.Unit != "" {
		return i
	}
	end := func(k int) int {
		q.End = c.r.d.Tokens[c.toks[k]].End
		return k + 1
	}
	switch s := c.lower(i); {
	case s == "per" && c.lower(i+1) == "cent":
		q.Unit = percent
		return end(i + 1)
	case s == "percentage" && strings.HasPrefix(c.lower(i+1), "point"):
		q.Unit = points
		return end(i + 1)
	case i < len(c.toks) && c.r.words[c.toks[i]].class&cPercent != 0:
		q.Unit = percent
		return end(i)
	}
	for k := i; k < len(c.toks) && k < i+4; k++ {
		w := &c.r.words[c.toks[k]]
		s := c.lower(k)
		if code := c.n.currencies[s]; code != "" {
			q.Unit = code
			return end(k)
		}
		if w.pos == pNoun && !w.date {
			q.Unit = s
			return i
		}
		if w.pos != pAdj && w.pos != pName && s != "of" && w.pos != pDet {
			return i
		}
	}
	return i
}

// bounds reads the words before token i and from token next on: "at least",
// "nearly", "or more".
func (c *counter) bounds(q *whosaid.Quantity, i, next int) {
	if c.lower(i-1) == "and" && c.betweens(i-1) {
		q.Comparison = whosaid.QuantityAtMost
		return
	}
	for range 2 {
		for i > 0 && (c.lower(i-1) == "a" || c.lower(i-1) == "the") {
			i--
		}
		n := c.before(i)
		if n == 0 {
			break
		}
		c.apply(q, c.n.before[c.join(i-n, i)])
		i -= n
	}
	if b, ok := c.n.after[c.join(next, next+2)]; ok {
		c.apply(q, b)
	}
	if c.lower(next) == "" || q.Unit == "" || q.Unit == percent {
		return
	}
	if b, ok := c.n.after[c.join(next+1, next+3)]; ok {
		c.apply(q, b) // "30 people or more"
	}
}

// betweens reports whether "between" and a number stand before the "and" at i.
func (c *counter) betweens(i int) bool {
	for k := i - 2; k >= 0 && k >= i-5; k-- {
		if c.lower(k) == "between" {
			return true
		}
	}
	return false
}

// before is the number of tokens of the longest bound that ends before token i.
func (c *counter) before(i int) int {
	for n := min(3, i); n > 0; n-- {
		if _, ok := c.n.before[c.join(i-n, i)]; ok {
			return n
		}
	}
	return 0
}

// join is the lower-case text of toks[i:end], or "" if they reach beyond it.
func (c *counter) join(i, end int) string {
	if i < 0 || end > len(c.toks) {
		return ""
	}
	switch end - i {
	case 1:
		return c.lower(i)
	case 2:
		return c.lower(i) + " " + c.lower(i+1)
	}
	return c.lower(i) + " " + c.lower(i+1) + " " + c.lower(i+2)
}

func (c *counter) apply(q *whosaid.Quantity, b bound) {
	if b.compare != "" {
		q.Comparison = b.compare
	}
	q.Approximate = q.Approximate || b.about
}
