package claim

import "slices"

// trim takes marks, coordinators and "that" off the ends of a clause.
func (r *reading) trim(cl *clause) {
	n := 0
	for n < len(cl.toks) && r.loose(cl.toks[n], n == 0 || r.at(cl, n-1).pos != pPrep) {
		n++
	}
	if n+1 < cl.verb.head && n+1 == cl.verb.first && r.at(cl, n).pos == pWh && r.at(cl, n+1).pos.finite() {
		n++ // "who make up a third", by somebody's account
	}
	cl.toks = cl.toks[n:]
	cl.verb.first -= n
	cl.verb.head -= n
	if cl.verb.first < 0 {
		cl.verb.ok = false
	}
	for len(cl.toks) > 0 && r.looseEnd(cl.toks[len(cl.toks)-1]) {
		cl.toks = cl.toks[:len(cl.toks)-1]
	}
	if cl.verb.head >= len(cl.toks) {
		cl.verb.ok = false
	}
	for len(cl.shared) > 0 && r.loose(cl.shared[0], true) {
		cl.shared = cl.shared[1:]
	}
	for n := len(cl.shared) - 1; n >= 0 && (r.looseEnd(cl.shared[n]) || r.words[cl.shared[n]].pos == pAdv); n-- {
		cl.shared = cl.shared[:n]
	}
}

// loose reports whether token t does not belong to a clause that it begins. first
// says that nothing but such tokens, and no preposition, stands before it.
func (r *reading) loose(t int, first bool) bool {
	if first && r.has(t, cLink) {
		return true
	}
	switch w := &r.words[t]; w.pos {
	case pComma, pStop, pColon, pClose, pQuote:
		return true
	case pConj:
		return w.class&cConj != 0 // not "neither" or "both"
	case pPrep:
		return first && r.is(t, fComplementizer)
	case pOther:
		return w.class&^grammatical == 0 && !hasLetter(r.text(t))
	}
	return r.text(t) == "]"
}

// looseEnd reports whether token t does not belong to a clause that it ends.
func (r *reading) looseEnd(t int) bool {
	switch r.words[t].pos {
	case pComma, pColon, pOpen, pQuote, pConj, pStop:
		return true
	case pOther:
		return !hasLetter(r.text(t))
	}
	return r.text(t) == "["
}

// closeMarks adds the mark that ends a quotation to a clause of the narrator whose last
// words open one, if it stands before token end.
func (r *reading) closeMarks(cl *clause, end int) {
	n := len(cl.toks)
	if n == 0 || !r.oddMarks(cl) {
		return
	}
	first := cl.toks[n-1] + 1
	next := first
	if next < end && r.words[next].pos.in(setOf(pComma, pStop)) {
		next++
	}
	if next >= end || r.words[next].pos != pQuote {
		return
	}
	cl.toks = slices.Concat(cl.toks, run(first, next+1))
}

// oddMarks reports whether a clause has one mark of a pair without the other: then some
// of it is somebody's words.
func (r *reading) oddMarks(cl *clause) bool {
	odd := false
	for _, toks := range [2][]int{cl.shared, cl.toks} {
		for _, t := range toks {
			odd = odd != (r.words[t].pos == pQuote)
		}
	}
	return odd
}
