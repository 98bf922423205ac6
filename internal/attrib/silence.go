package attrib

import "github.com/whosaid/whosaid"

// Verbs of saying also stand where nothing is said: "declined to comment", "asked
// not to be named", "announced a plan".

// isSilence reports whether nothing is said by the frame f of candidate c.
func (a *analysis) isSilence(c candidate, f *Frame) bool {
	p := soleIndirect(c, f)
	if p == nil {
		return a.isActor(c, f)
	}
	switch {
	case a.isItem(c, p), a.isSevered(c, p), a.isMute(c, p), a.isNaming(c, p), a.isThing(c, p), a.isUnsaid(c, f, p),
		a.isRequest(c, p), a.isAnswer(c, p), a.isAside(c, p):
		return true
	}
	return false
}

// isActor reports whether a quotation without a mark at its end is the subject of
// the verb c, which is none of saying: “Mother said no” won the prize.
func (a *analysis) isActor(c candidate, f *Frame) bool {
	p := &f.Content[len(f.Content)-1]
	if c.entry != &verbEntry || p.end != c.unit || a.plain(p.end-1) {
		return false
	}
	return (a.quoteForm(p.end-1, 0, len(a.units))-1)&2 == 0
}

// isItem reports whether the content p is what a list says of the name before its
// colon, a paragraph for each: "Tom Pell: theft, held without bond". Somebody who
// speaks says more than nouns.
func (a *analysis) isItem(c candidate, p *Piece) bool {
	if c.entry != &colonEntry || p.first != c.unit+1 || a.seqs[c.seq].kind == whosaid.SentenceHeadline || !a.isLabel(c.seq, c.unit) {
		return false
	}
	for k := p.first; k < p.end; k++ {
		w := a.head(k)
		participle := w.tag == tagVBD && (k == p.first || a.tagged(k-1, joints))
		if w.tag == tagPRP || w.tag.finite() && !participle {
			return false
		}
	}
	return a.labelBeside(c.seq, -1) || a.labelBeside(c.seq, 1)
}

// isLabel reports whether the sequence si begins its paragraph with a label whose
// colon is unit colon, or any if that is negative.
func (a *analysis) isLabel(si, colon int) bool {
	if si > 0 && a.seqs[si-1].paragraph == a.seqs[si].paragraph {
		return false
	}
	t, ok := a.turnAt(si)
	return ok && (colon < 0 || t.colon == colon)
}

// labelBeside reports whether the next paragraph in a direction, one sentence,
// begins with a label too.
func (a *analysis) labelBeside(si, step int) bool {
	next := si + step
	if next < 0 || next == len(a.seqs) || a.seqs[next].paragraph != a.seqs[si].paragraph+step {
		return false
	}
	return a.isLabel(next, -1)
}

// isSevered reports whether the content p of a participle is the predicate of the
// noun that it describes: "Tom Bell, accused of fraud, was freed".
func (a *analysis) isSevered(c candidate, p *Piece) bool {
	return a.head(c.unit).tag == tagVBN && a.tagged(p.first, finites) && a.tagged(p.first-1, commas) &&
		!a.isPassive(c.unit, a.seqs[c.seq].first)
}

// isMute reports whether the content p is a refusal to speak, or what was not
// spoken of: "declined to say how much", "would not say how much", "refused to
// comment".
func (a *analysis) isMute(c candidate, p *Piece) bool {
	if c.entry.refuses {
		k := a.infinitive(p)
		return k >= 0 && (a.head(k).entry != nil && a.head(k).entry.says() || a.lex.has(a.head(k).low, cMute))
	}
	u := c.unit
	if u-2 < a.seqs[c.seq].first || !a.plain(u-1) || !a.plain(u-2) {
		return false
	}
	asked := a.tagged(p.first, whWords) || a.is(p.first, hashWhether)
	if a.tagged(u-2, setOf(tagMD)) && a.lex.has(a.head(u-1).low, cNegation) {
		return asked
	}
	e := a.head(u - 2).entry
	return a.tagged(u-1, setOf(tagTO)) && e != nil && e.refuses && (asked || !a.hasVerb(*p))
}

// infinitive is the verb of the infinitive that p begins with, or -1.
func (a *analysis) infinitive(p *Piece) int {
	for k := p.first; k < p.end && k < p.first+4; k++ {
		switch {
		case a.tagged(k, setOf(tagVB)):
			return k
		case !a.tagged(k, adverbs|setOf(tagTO)):
			return -1
		}
	}
	return -1
}

// isNaming reports whether p is what a source asks for or agrees to: "not to be
// named", "that she not be identified", but not "to be named captain".
func (a *analysis) isNaming(c candidate, p *Piece) bool {
	to := p.first
	if a.is(to, hashNot) {
		to++
	}
	if !commands(c.entry.class) && (to == p.end || !a.tagged(to, setOf(tagTO))) {
		return false
	}
	for k := p.first + 1; k < p.end && k < p.first+6; k++ {
		switch {
		case !a.plain(k):
			return false
		case a.lex.has(a.head(k).low, cNamed):
			return a.lex.has(a.head(k-1).low, cBe) && (k+1 == p.end || !a.isNominal(k+1))
		}
	}
	return false
}

// isRequest reports whether the content p is a thing that somebody asks for: "asked
// for water", but not "asked for the match to be moved".
func (a *analysis) isRequest(c candidate, p *Piece) bool {
	if c.entry.class != whosaid.CueAsk || p.first != c.unit+1 || !a.is(p.first, hashFor) {
		return false
	}
	for k := p.first; k < p.end && !a.tagged(k, commas|coordinators); k++ {
		if a.tagged(k, setOf(tagTO)) {
			return false
		}
	}
	return true
}

// isAnswer reports whether the content p is "yes" or "no" with what that goes to, and
// no clause: "said no again", "said yes to the plan", but not "said no one came".
func (a *analysis) isAnswer(c candidate, p *Piece) bool {
	if p.first != c.unit+1 || !a.lex.has(a.head(p.first).low, cAnswer) {
		return false
	}
	return p.first+1 == p.end || a.tagged(p.first+1, adverbs|coordinators|setOf(tagTO))
}

// isAside reports whether the content p only says when or why somebody spoke, or goes on after
// that: "laughed when it was put to her", "complained after the mill had closed", "she
// recognised that, and so do we".
func (a *analysis) isAside(c candidate, p *Piece) bool {
	switch {
	case a.is(p.first, hashWhen):
		return p.first == c.unit+1 && !a.lex.has(c.entry.hash, cTiming)
	case p.first == c.unit+2:
		return a.lex.has(a.head(c.unit+1).low, cMeanwhile) && a.head(p.first).tag != tagVBG && a.hasFinite(p)
	}
	return c.entry != &colonEntry && a.is(p.first, hashAnd)
}

// hasFinite reports whether a finite verb stands in p behind its first word.
func (a *analysis) hasFinite(p *Piece) bool {
	for k := p.first + 1; k < p.end; k++ {
		if a.tagged(k, finites) {
			return true
		}
	}
	return false
}

// isUnsaid reports whether the content p of f is an infinitive after a passive verb
// of thinking, telling or asking without an agent, so that nobody says it: "is
// expected to resign", "was told to leave". "Is reported to have left" is left to
// the model.
func (a *analysis) isUnsaid(c candidate, f *Frame, p *Piece) bool {
	e := c.entry
	if !f.Source.Empty() || e.part != verbPart || e.says() && !e.addressed && !commands(e.class) {
		return false
	}
	return a.head(p.first).tag == tagTO && a.isPassive(c.unit, a.seqs[c.seq].first)
}

// commands reports whether verbs of the class want somebody to do something.
func commands(class whosaid.CueClass) bool {
	return class == whosaid.CueOrder || class == whosaid.CueAsk
}

// isThing reports whether the content p is a noun phrase, the object of a verb of
// saying: "denies the charge", "announced a plan that would cost millions". "He
// said two feet" has a clause of which the rest is left out. A bare noun is as
// often the subject of a verb that the tagger takes for a noun.
func (a *analysis) isThing(c candidate, p *Piece) bool {
	if !c.entry.says() || c.entry.class == whosaid.CueCall || c.entry.hash == hashSay {
		return false
	}
	if p.first != c.unit+1 || !a.tagged(p.first, modifiers|names) {
		return false
	}
	relative, verb := false, false // of its clause
	for k := p.first; k < p.end; k++ {
		switch w := a.head(k); {
		case w.tag.in(whWords):
			relative = true
		case relative && w.tag.finite():
			if verb {
				return false
			}
			verb = true
		case !relative && (w.tag.in(verbal) || w.low == hashAs), w.tag.adjective() && k == p.end-1:
			return false
		}
	}
	return true
}
