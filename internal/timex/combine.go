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

// stands reports whether an expression counts by itself; some are kept only to
// join others.
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
	row, ok := f.behind(e.end, s)
	switch {
	case !ok,
		row.is(ifClosed) && !f.endsPhrase(e.end+row.words, s),
		row.is(ifOpen) && f.isWord(f.low(e.first-1, s), wFor):
		return
	}
	e.anchor(row.sign, row.sibling)
	e.end += row.words
}

// rate makes a set of the unit in a rate: "$180 a day", "30 boats a year".
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
	row, ok := f.before(inDialogue, e.first-1, s.FirstToken, s)
	switch {
	case !ok:
		return false
	case row.is(inside):
		e.ahead, e.within, e.back = true, true, false
	case e.back || e.ahead || f.isWord(f.low(e.end, s), wCounted):
		return false
	default:
		e.anchor(row.sign, row.sibling)
	}
	e.first -= row.words
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

// anchor turns a length into a point at that distance from the reference.
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
	row, ok := f.before(ofPoint, t, floor, s)
	switch {
	case !ok, row.is(ifClock) && !has(e.clock), row.is(ifFree) && t > floor && f.is(t-1, cUnits):
		return
	}
	e.first -= row.words
	if row.mod != "" {
		e.mod = row.mod
	}
	if row.is(withArticle) && e.first > floor && f.isWord(f.low(e.first-1, s), wArticle) {
		e.first--
	}
}

// approx takes in "about", "more than", "at least" before a length.
func (f *finder) approx(e *expr, t, floor int, s *whosaid.Sentence) {
	row, ok := f.before(ofLength, t, floor, s)
	switch {
	case !ok,
		row.is(ifCounted) && e.lengths[0].n == vague,
		row.is(ifFull) && e.end-e.first < 2,
		row.is(ifLocal) && (e.back || e.ahead),
		row.is(ifSpan) && e.shape == shDuration && !f.isWord(f.low(t-1, s), wMoreBefore):
		return
	}
	e.mod = row.mod
	if !row.is(outside) {
		e.first -= row.words
	}
}
