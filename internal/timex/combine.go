package timex

import "github.com/whosaid/whosaid"

// combine joins the expressions of a sentence with their neighbours and with
// the words around them, in place, and returns how many remain.
func (f *finder) combine(es []expr, s *whosaid.Sentence) int {
	n := 0
	for i := range es {
		e := es[i]
		if n > 0 && e.first < es[n-1].end { // "now" of "two days from now"
			continue
		}
		floor := s.FirstToken
		if n > 0 {
			floor = es[n-1].end
		}
		f.suffix(&e, s)
		f.rate(&e, s)
		f.prefix(&e, floor, s)
		if n > 0 && f.g.dialogue && f.joined(f.g.joins[1], &es[n-1], &e, s) {
			for n > 1 && f.joined(f.g.joins[1], &es[n-2], &es[n-1], s) {
				n--
			}
			continue
		}
		if n > 0 && f.joined(f.g.joins[0], &es[n-1], &e, s) {
			continue
		}
		es[n] = e
		n++
	}
	kept := 0
	for i := range n {
		if f.stands(&es[i], s) {
			es[kept] = es[i]
			kept++
		}
	}
	return kept
}

// stands drops what was only worth keeping as a part of something.
func (f *finder) stands(e *expr, s *whosaid.Sentence) bool {
	if e.shape == shBare || e.weak {
		return false
	}
	return !(e.shape == shDuration && e.end-e.first == 1 && e.lengths[0].n == vague && f.tag(e.first) == "VBZ")
}

// suffix joins "ago", "later", "from now" to a length.
func (f *finder) suffix(e *expr, s *whosaid.Sentence) {
	if e.shape != shDuration || f.g.dialogue && f.ahead(e, s) {
		return
	}
	t := e.end
	if t >= s.EndToken {
		return
	}
	switch w := f.low(t, s); {
	case w == "ago":
		e.anchor(-1, false)
		e.end++
	case f.isWord(w, wEarlier):
		e.anchor(-1, true)
		e.end++
	case f.isWord(w, wLater):
		e.anchor(1, true)
		e.end++
	case f.isWord(w, wBefore):
		if f.endsPhrase(t+1, s) {
			e.anchor(-1, true)
			e.end++
		}
	case w == "after":
		if f.endsPhrase(t+1, s) {
			e.anchor(1, true)
			e.end++
		}
	case w == "hence":
		e.anchor(1, false)
		e.end++
	case w == "from":
		if w := f.low(t+1, s); (w == "now" || w == "today") && t+2 <= s.EndToken {
			e.anchor(1, false)
			e.end += 2
		}
	case w == "back":
		if f.endsPhrase(t+1, s) && f.low(e.first-1, s) != "for" {
			e.anchor(-1, false)
			e.end++
		}
	}
}

// rate makes a set of "a day" behind what there is so much of in one: "$180 a
// day", "30 boats a year".
func (f *finder) rate(e *expr, s *whosaid.Sentence) {
	if e.shape != shDuration || e.end-e.first != 2 || f.g.dialogue || !f.isWord(f.low(e.first, s), wOne) {
		return
	}
	switch t := f.tag(e.first - 1); {
	case e.first == s.FirstToken:
	case t == "CD", t == "NNS", t == "NN" && f.tag(e.first-2) == "CD":
		e.shape = shSet
	}
}

// ahead reads "in three days" and "within an hour" as dialogue does, and
// reports whether it was one of them.
func (f *finder) ahead(e *expr, s *whosaid.Sentence) bool {
	t := e.first - 1
	if w := f.low(t, s); w == "about" || w == "around" {
		t--
	}
	switch f.low(t, s) {
	case "in":
		if e.back || e.ahead || f.isWord(f.low(e.end, s), wCounted) {
			return false
		}
		e.anchor(1, false)
	case "within":
		e.ahead, e.within, e.back = true, true, false
	default:
		return false
	}
	e.first = t
	return true
}

// endsPhrase reports whether nothing follows that "before" could govern.
func (f *finder) endsPhrase(t int, s *whosaid.Sentence) bool {
	if t >= s.EndToken {
		return true
	}
	switch f.tag(t) {
	case ",", ".", ":", "CC", "''", ")", "-RRB-", "VBD", "MD", "IN", "RB":
		return true
	}
	return false
}

// anchor turns a length into a point so far from the reference.
func (e *expr) anchor(sign int, sibling bool) {
	e.shape, e.n, e.unit, e.sibling, e.given = shRel, sign, e.lengths[0].unit, sibling, true
}

// prefix takes in the words before an expression that belong to it.
func (f *finder) prefix(e *expr, floor int, s *whosaid.Sentence) {
	t := e.first - 1
	if t < floor {
		return
	}
	switch e.shape {
	case shDuration:
		f.approx(e, t, floor, s)
		return
	case shSet, shRef:
		return
	case shRel:
		if e.lengths[0].unit != noUnit {
			f.approx(e, t, floor, s)
		}
	}
	w := f.low(t, s)
	if has(e.clock) && t-1 >= floor && f.shortly(e, t, s) {
		return
	}
	if w == "-" && f.low(t-1, s) == "mid" && t-1 >= floor {
		e.first, e.mod = t-1, "MID"
		return
	}
	if w == "the" && f.low(t-1, s) == "of" {
		t, w = t-1, "of"
	}
	if (w == "on" || w == "in") && t-1 >= floor { // late on Monday, earlier in the morning
		v, ok := f.pointMod(f.low(t-1, s))
		if w1 := f.low(t-1, s); ok && (w1 == "early" || w1 == "late" || w1 == "earlier" || w1 == "later") {
			e.first = t - 1
			if v != "" {
				e.mod = v
			}
		}
		return
	}
	if w == "of" && t-1 >= floor {
		w = f.low(t-1, s)
		if v, _ := f.pointMod(w); f.isWord(w, wModNoun) && w != "dawn" {
			t--
			e.mod, e.first = v, t
			f.article(e, floor, s)
		}
		return
	}
	if v, ok := f.pointMod(w); ok && !f.isWord(w, wModNoun) {
		if w == "later" && t > floor && f.is(t-1, cUnits) {
			return
		}
		if v != "" {
			e.mod = v
		}
		e.first = t
		if f.low(t-1, s) == "very" && t-1 >= floor {
			e.first--
		}
		f.article(e, floor, s)
	}
}

// shortly takes in "shortly before" and "shortly after" a time, whose second
// word is token t, and reports whether one was there.
func (f *finder) shortly(e *expr, t int, s *whosaid.Sentence) bool {
	mod, ok := nearMods[f.low(t, s)]
	if !ok || f.low(t-1, s) != "shortly" {
		return false
	}
	e.first, e.mod = t-1, mod
	return true
}

// nearMods are the words between "shortly" and a time, and the Mod of it.
var nearMods = map[string]string{"after": "AFTER", "before": "BEFORE"}

// article takes in "the" before a modified expression.
func (f *finder) article(e *expr, floor int, s *whosaid.Sentence) {
	if e.first > floor && f.low(e.first-1, s) == "the" {
		e.first--
	}
}

// approx takes in "about", "more than", "at least" before a length.
func (f *finder) approx(e *expr, t, floor int, s *whosaid.Sentence) {
	w := f.low(t, s)
	if v, ok := f.lengthMod(w); ok && !(w == "over" && e.lengths[0].n == vague) && !(w == "some" && e.end-e.first < 2) {
		if w == "over" && e.shape == shDuration && !f.isWord(f.low(t-1, s), wMoreBefore) || f.isWord(w, wLocal) && (e.back || e.ahead) {
			return // paid over three years, over the past year
		}
		e.first, e.mod = t, v
		return
	}
	if t-1 < floor {
		return
	}
	switch prev := f.low(t-1, s); {
	case w == "than" && prev == "more":
		e.first, e.mod = t-1, "MORE_THAN"
	case w == "than" && (prev == "less" || prev == "fewer"):
		e.first, e.mod = t-1, "LESS_THAN"
	case w == "least" && prev == "at":
		e.first, e.mod = t-1, "EQUAL_OR_MORE"
	case w == "most" && prev == "at":
		e.first, e.mod = t-1, "EQUAL_OR_LESS"
	case w == "to" && prev == "up":
		e.mod = "EQUAL_OR_LESS" // the words stay outside
	}
}
