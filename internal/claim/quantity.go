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
			}
			i = max(next, i+1)
		}
	}
	return out
}

// A counter reads the quantities in a list of tokens.
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

// A reckoning is a number that has been read up to token next.
type reckoning struct {
	value float64
	next  int
	unit  string
	about bool // the words give the order of magnitude only
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
// Most words fail it.
func (c *counter) mayOpen(i int) bool {
	return c.r.words[c.toks[i]].pos.in(openers) || isDigit(c.r.text(c.toks[i])[0])
}

var openers = setOf(pNum, pNoun, pName, pAdj, pDet, pOther)

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// opens reports whether a quantity may begin with token i, whose lower-case
// text is s.
func (c *counter) opens(i int, s string) bool {
	if isDigit(s[0]) || c.r.words[c.toks[i]].pos == pNum || c.n.many[s] > 0 || c.n.half[s] || strings.Contains(s, "-") {
		return true
	}
	if c.n.single[s] {
		next := c.lower(i + 1)
		return c.multiplies(next) || c.n.fractions[next] > 0
	}
	_, sign := c.n.signs[s]
	return sign || c.n.numerals[s] > 0
}

// multiplies reports whether s is a scale or a set: "million", "dozen".
func (c *counter) multiplies(s string) bool { return c.n.scales[s] > 0 || c.n.sets[s] > 0 }

// number reads the number that begins at token i.
func (c *counter) number(i int, money bool) (reckoning, bool) {
	s := c.lower(i)
	switch {
	case s == "":
		return reckoning{}, false
	case isDigit(s[0]):
		return c.figures(i, s, money)
	case c.n.single[s] || c.n.half[s]:
		return c.part(i, s)
	case c.n.many[s] > 0:
		k := reckoning{value: c.n.many[s], next: i + 1, about: true}
		for c.n.of[c.lower(k.next)] && c.n.many[c.lower(k.next+1)] > 0 {
			k.value *= c.n.many[c.lower(k.next+1)]
			k.next += 2
		}
		return k, true
	}
	return c.spelt(i)
}

// ratio reads on where k is the first number of "one in five" or "three out of
// ten".
func (c *counter) ratio(k reckoning) reckoning {
	i := k.next
	switch {
	case c.n.ratio[c.lower(i)]:
		i++
	case c.n.pairs[c.lower(i)] && c.n.ratio[c.join(i, i+2)]:
		i += 2
	default:
		return k
	}
	s := c.lower(i)
	if s == "" || c.n.numerals[s] == 0 && (!isDigit(s[0]) || s[0] == '0') || c.r.words[c.toks[i]].date {
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

// isName reports whether the number k from token i on counts nothing: it is a
// year, an hour, an age, a day, or part of a name such as "Category 5". Its figures
// are at j, after a sign of money if there is one.
func (c *counter) isName(i, j int, k *reckoning) bool {
	s, next := c.lower(j), c.lower(k.next)
	switch {
	case k.value >= 1800 && k.value < 2100 && len(s) == 4 && !c.counts(i, k), strings.Contains(s, ":"):
		return true
	case c.month(i-1) || c.month(k.next) || c.n.clock[next]:
		return true
	case k.value == 1 && (c.n.of[next] && k.next == j+1 || c.n.name[c.lower(i-1)]): // "one of the men"
		return true
	case i == 0:
		return false
	case k.next == j+1 && (c.n.labels[c.lower(i-1)] || c.namedBefore(i, k)):
		return true
	}
	for i--; i > 0 && c.r.has(c.toks[i], cApprox); {
		i--
	}
	return c.n.aged[c.lower(i)]
}

// counts reports whether the number k at token i, which could be a year, counts the plural
// behind it: "1912 people", not "in 1912 people".
func (c *counter) counts(i int, k *reckoning) bool {
	if k.next == len(c.toks) || c.r.d.Tokens[c.toks[k.next]].Tag != "NNS" || c.r.words[c.toks[i]].date {
		return false
	}
	return i == 0 || c.r.words[c.toks[i-1]].class&cMeasurePrep == 0 && !c.r.words[c.toks[i-1]].pos.in(setOf(pDet, pName))
}

// namedBefore reports whether a name stands before the number k at token i, and
// no noun that is counted after it.
func (c *counter) namedBefore(i int, k *reckoning) bool {
	before := &c.r.words[c.toks[i-1]]
	counts := k.next < len(c.toks) && c.r.words[c.toks[k.next]].pos.in(setOf(pNoun, pAdj))
	return before.mention && before.pos == pName && !counts
}

func (c *counter) month(i int) bool { return i >= 0 && i < len(c.toks) && c.r.isMonth(c.toks[i]) }

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
	share := ""
	if c.n.pairs[c.lower(i)] {
		share = c.n.shares[c.join(i, i+2)]
	}
	switch {
	case share != "":
		q.Unit = share
		return end(i + 1)
	case i < len(c.toks) && c.r.has(c.toks[i], cPercent):
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
		if !w.pos.in(setOf(pAdj, pName, pDet)) && !c.n.of[s] {
			return i
		}
	}
	return i
}

// bounds reads the words before token i and from token next on: "at least",
// "nearly", "or more".
func (c *counter) bounds(q *whosaid.Quantity, i, next int) {
	if c.n.and[c.lower(i-1)] && c.betweens(i-1) {
		q.Comparison = whosaid.QuantityAtMost
		return
	}
	for range 2 {
		for i > 0 && c.n.articles[c.lower(i-1)] {
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
		if c.r.is(c.toks[k], fBetween) {
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
