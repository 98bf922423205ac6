package claim

import "strings"

// part reads what begins with "a" or "half": "a dozen", "a third", "half a
// million", "half of".
func (c *counter) part(i int, s string) (reckoning, bool) {
	next := c.lower(i + 1)
	if c.n.single[s] {
		switch {
		case c.multiplies(next):
			return c.scaled(1, i+1), true
		case c.n.fractions[next] > 0 && c.divides(i, i+2):
			return reckoning{value: 1 / c.n.fractions[next], next: i + 2}, true
		}
		return reckoning{}, false
	}
	switch {
	case c.n.single[next] && c.multiplies(c.lower(i+2)):
		k := c.scaled(1, i+2)
		k.value /= 2
		return k, true
	case i > 0 && c.r.words[c.toks[i-1]].pos == pAdj || !c.divides(i, i+1) && !c.n.halved[next]:
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
	for ; i < len(c.toks) && i < first+12; i++ {
		s := c.lower(i)
		v, known := c.n.numerals[s]
		if !known {
			var part bool
			if v, part, known = c.n.compound(s); part {
				return reckoning{value: v, next: i + 1}, i == first
			}
		}
		if known {
			last += v
			continue
		}
		if i == first {
			return reckoning{value: total, next: i}, false
		}
		switch {
		case c.n.scales[s] == 2 || c.n.sets[s] > 0:
			last = c.scaled(last, i).value
		case c.n.scales[s] > 2:
			total += c.scaled(last, i).value
			last = 0
		case c.n.and[s] && c.n.single[c.lower(i+1)] && c.n.half[c.lower(i+2)]:
			last += .5
			i += 2
		case c.n.and[s] && c.joins(i):
		case i == first+1 && c.n.fractions[s] > 0 && last > 0:
			return reckoning{value: last / c.n.fractions[s], next: i + 1}, true
		default:
			return reckoning{value: total + last, next: i}, true
		}
	}
	return reckoning{value: total + last, next: i}, i > first
}

// joins reports whether the "and" at i joins a scale and the rest of a number.
func (c *counter) joins(i int) bool {
	next := c.lower(i + 1)
	return c.n.scales[c.lower(i-1)] > 0 && (c.n.numerals[next] > 0 || strings.Contains(next, "-"))
}

// compound reads "twenty-one", "two-thirds", "three-quarters".
func (n *numbers) compound(s string) (v float64, fraction, ok bool) {
	a, b, cut := strings.Cut(s, "-")
	if !cut {
		return 0, false, false
	}
	x, known := n.numerals[a]
	if y, ok := n.numerals[b]; ok && known && x >= 20 && y > 0 && y < 10 {
		return x + y, false, true
	}
	if y, ok := n.fractions[b]; ok && known && x > 0 && (x == 1 || strings.HasSuffix(b, "s")) {
		return x / y, true, true
	}
	return 0, false, false
}
