package attrib

import "github.com/whosaid/whosaid"

// mendInverted finds the content before the cue where the model took what
// follows the source for it: "The talks failed, said Ann Lee, a lawyer".
func (a *analysis) mendInverted(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if len(r.Content) > 0 && r.Content[0].first <= u && !a.sourceFirst(f, r) || !a.isInverted(u, lo, hi) {
		return
	}
	n := a.phraseAfter(u+1, hi)
	if n.empty() || n.end < hi && !a.tagged(n.end, commas) && !a.trails(n.end, hi) {
		return
	}
	headline := a.seqs[f.c.seq].kind == whosaid.SentenceHeadline
	if !headline && (!a.canSpeak(n) || !a.isClause(lo, u-1)) {
		return
	}
	a.frame.runs = append(a.frame.runs[:0], run{beginContent, lo, u - 1}, run{outside, u, u + 1}, n)
	a.setSource(f, r, n)
	r.Content = append(r.Content[:0], a.pieceOf(lo, u-1))
	if a.goesOn(n.end, hi) {
		r.Content = append(r.Content, a.pieceOf(n.end+1, hi))
	}
}

// mendMiddle finds the content around a cue that stands with its source between the
// subject and its verb: "The key, says Ann Lee, is patience".
func (a *analysis) mendMiddle(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if !f.c.entry.says() || u-1 <= lo || !a.head(u).tag.finite() || !a.tagged(u-1, commas) {
		return
	}
	n := a.phraseAfter(u+1, hi)
	if n.empty() || !a.canSpeak(n) || n.end+2 >= hi || !a.tagged(n.end, commas) || !a.tagged(n.end+1, finites) {
		return
	}
	if !a.isNominal(lo) || a.isClause(lo, u-1) || a.anyQuoted(lo, hi) {
		return
	}
	a.frame.runs = append(a.frame.runs[:0], run{beginContent, lo, u - 1}, run{outside, u, u + 1}, n, run{beginContent, n.end + 1, hi})
	a.setSource(f, r, n)
	end := hi
	if a.tagged(end-1, stops) {
		end--
	}
	r.Content = append(r.Content[:0], a.pieceOf(lo, u-1), a.pieceOf(n.end+1, end))
}

// mendAround adds what goes on behind a cue that stands between commas with its
// source, and with whom it is told, where the model has only what stands before
// it, and that is no clause: "The car, she told police, was blue".
func (a *analysis) mendAround(f *frameContext, r *Frame) {
	u, lo, hi, n := f.c.unit, f.w.first, f.w.end, a.frame.last.source
	if len(r.Content) != 1 || r.Source.Empty() || !f.c.entry.says() || !a.head(u).tag.finite() {
		return
	}
	p := r.Content[0]
	if p.Form != whosaid.QuoteIndirect || p.first != lo || p.end != n.first-1 || n.end > u || a.isClause(p.first, p.end) {
		return
	}
	k := u + 1
	for k < hi && k-u < trailReach && a.plain(k) && !a.tagged(k, commas|finites) {
		k++
	}
	if k+2 >= hi || !a.tagged(k, commas) || a.tagged(k+1, coordinators|whWords) || !a.isClause(k+1, hi) {
		return
	}
	a.frame.runs = append(a.frame.runs, run{beginContent, k + 1, hi})
	r.Content = append(r.Content, a.pieceOf(k+1, hi))
}

// isInverted reports whether the verb at u follows a comma and stands before its
// subject.
func (a *analysis) isInverted(u, lo, hi int) bool {
	t := a.head(u).tag
	return u-2 > lo && (t.finite() || t == tagVBN) && a.tagged(u-1, commas) && a.inverted(u, hi)
}

// goesOn reports whether a comma, "and" and a verb that is no cue stand at unit k,
// so that the content goes on behind its source: "Dorn lost, said Ann Lee, and
// has closed".
func (a *analysis) goesOn(k, hi int) bool {
	return k+2 < hi && a.tagged(k, commas) && a.is(k+1, hashAnd) && a.tagged(k+2, finites) && a.units[k+2].cue < 2
}

// sourceFirst reports whether the model gave r a source that opens the sentence
// and content up to the comma before the cue: it took "Dorn makes boxes" for who
// speaks in "Dorn makes boxes, Hale makes sheets, said Ann Lee".
func (a *analysis) sourceFirst(f *frameContext, r *Frame) bool {
	n := a.frame.last.source
	if len(r.Content) != 1 || r.Content[0].Form != whosaid.QuoteIndirect || r.Source.Empty() {
		return false
	}
	return n.first == f.w.first && n.end <= r.Content[0].first && r.Content[0].end == f.c.unit-1
}

// wholeSentence extends content that ends with the comma before an inverted cue
// back to the beginning of the sentence: "Dorn makes boxes, Hale makes sheets,
// said Ann Lee".
func (a *analysis) wholeSentence(f *frameContext, r *Frame) {
	u, lo := f.c.unit, f.w.first
	p := &r.Content[0]
	if len(r.Content) > 1 || p.Form != whosaid.QuoteIndirect || p.end != u-1 || p.first <= lo+1 || !a.tagged(p.first-1, commas) {
		return
	}
	if n := a.frame.last.source; r.Source.Empty() || n.first != u+1 || !a.head(u).tag.finite() ||
		a.mainClause(lo, p.first) != lo || !a.isClause(lo, p.first-1) {
		return
	}
	*p = a.pieceOf(lo, p.end)
}

// mendLast finds the content before a cue that ends its sentence, but for the
// time and the addressee, where the model found none: "The talks failed, Ann Lee,
// a lawyer, said", "The talks failed, she told reporters on Monday".
func (a *analysis) mendLast(f *frameContext, r *Frame) {
	u, lo, hi := f.c.unit, f.w.first, f.w.end
	if len(r.Content) > 0 || !a.head(u).tag.finite() || !f.c.entry.class.Speech() || !a.ends(f, u+1, hi) {
		return
	}
	comma := func(k int) bool { return k > lo && a.tagged(k, commas) }
	n := a.phraseBefore(u, lo)
	if n.empty() && comma(u-1) {
		n = a.phraseWithApposition(u, u-1, lo)
	}
	if n.empty() || !comma(n.first-1) || f.c.entry.class != whosaid.CueSay && !a.canSpeak(n) {
		return
	}
	end := n.first - 1
	if !a.isClause(a.mainClause(lo, end), end) {
		return
	}
	r.Content = append(r.Content, a.pieceOf(lo, end))
	a.frame.runs = append(a.frame.runs[:0], run{beginContent, lo, end}, n, run{outside, u, u + 1})
	a.setSource(f, r, n)
}

// addOpening adds the words that open the sentence to the content that goes on
// after a cue between commas: "In so doing, he added, the two sides ...".
func (a *analysis) addOpening(f *frameContext, r *Frame) {
	u, lo := f.c.unit, f.w.first
	p := &r.Content[0]
	if p.first <= u || r.Source.Empty() || a.speechLike(p.first) {
		return
	}
	comma := func(k int) bool { return k >= lo && a.tagged(k, commas) }
	n := a.frame.last.source
	left, right := min(n.first, u), max(n.end, u+1)
	if f.part == uint32(prepPart) {
		for left = u; left > lo && !comma(left-1); left-- {
		}
	}
	if n.empty() || p.first != right+1 || !comma(right) || !comma(left-1) || left-1 <= lo {
		return
	}
	if a.opens(lo, left-1) {
		r.Content = append([]Piece{a.pieceOf(lo, left-1)}, r.Content...)
	}
}

// opens reports whether the units [lo, end) can open somebody's words: they
// hold no other cue, and do not just say where the words were spoken.
func (a *analysis) opens(lo, end int) bool {
	verb, occasion := false, false
	for k := lo; k < end; k++ {
		if !a.plain(k) || a.units[k].cue >= 2 || a.head(k).tag == tagColon {
			return false
		}
		verb = verb || a.head(k).tag.finite()
		occasion = occasion || a.lex.has(a.head(k).low, cOccasion)
	}
	return verb || !occasion && end-lo <= 16
}

// isClause reports whether the units [lo, end) hold a verb, but neither a
// quotation nor another cue.
func (a *analysis) isClause(lo, end int) bool {
	verb := false
	for k := lo; k < end; k++ {
		if !a.plain(k) || a.units[k].cue >= 2 {
			return false
		}
		verb = verb || a.head(k).tag.finite()
	}
	return verb
}

// mainClause is where the main clause of the units [lo, end) may begin: after the
// comma that ends a clause with "if" or "despite" if they open with one, at end if
// no comma ends it.
func (a *analysis) mainClause(lo, end int) int {
	if !a.plain(lo) || !a.lex.has(a.head(lo).low, cOpener) {
		return lo
	}
	for k := lo + 1; k+1 < end; k++ {
		if a.tagged(k, commas) && a.head(k+1).tag != tagW {
			return k + 1
		}
	}
	return end
}

// ends reports whether nothing that could be content stands from unit k, the one
// after the cue, to the end of the sentence: "on Monday", "reporters in Paris".
func (a *analysis) ends(f *frameContext, k, hi int) bool {
	if k >= hi || a.tagged(k, stops) {
		return f.c.entry.class == whosaid.CueSay
	}
	if a.trails(k, hi) {
		return true
	}
	if f.c.entry.hash != hashTell {
		return false
	}
	n := a.phraseAfter(k, hi)
	return !n.empty() && a.canHear(n) && (n.end == hi || a.trails(n.end, hi))
}

// trails reports whether the units from k on, to the end of the sentence, say
// at most when, where or how the words were spoken.
func (a *analysis) trails(k, hi int) bool {
	w := a.head(k)
	if !a.plain(k) || hi-k > trailReach || !w.date && !a.lex.has(w.low, cTrailing) && w.tag != tagStop {
		return false
	}
	for i := k; i < hi; i++ {
		if !a.plain(i) || a.head(i).tag.finite() || a.head(i).tag == tagColon {
			return false
		}
	}
	return true
}

// trailReach is the most units that may follow a cue which ends its sentence.
const trailReach = 14
