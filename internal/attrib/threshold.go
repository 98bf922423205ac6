package attrib

import "github.com/whosaid/whosaid"

// threshold is the sum above which the frame f of candidate c is kept.
func (a *analysis) threshold(c candidate, f *Frame) int32 {
	if a.isTopic(c, f) || a.isRelative(c, f) || a.isSilence(c, f) {
		return refused
	}
	if c.entry == &colonEntry && a.announces(c) {
		return -refused
	}
	if a.isLabelled(c) {
		return refused
	}
	if a.isJudged(c) {
		return -refused
	}
	t := int32(frameThreshold)
	if !c.entry.class.Speech() {
		t = thoughtThreshold
	}
	if a.isLoose(c, f) {
		t += looseNoun
	}
	if a.isAccusation(c, f) {
		t -= gerundBonus
	}
	switch {
	case a.saysThat(c, f):
		t -= thatBonus
	case c.entry.refuses && a.isIntent(c, f), a.isAct(c):
		t -= refusalBonus
	case a.isPlain(c, f) || a.isIntent(c, f) || a.hasAgent(c, f):
		t -= plainBonus
	}
	if a.seqs[c.seq].kind != whosaid.SentenceHeadline || f.Source.Empty() {
		return t
	}
	switch {
	case a.endsHeadline(c), c.entry == &colonEntry && a.speaks(c):
		return labelThreshold
	case c.entry != &colonEntry:
		return t - headlineBonus
	}
	return t
}

// endsHeadline reports whether c is a verb of saying that ends a headline with its
// speaker: "Bridge shut, say engineers".
func (a *analysis) endsHeadline(c candidate) bool {
	s := a.seqs[c.seq]
	return s.kind == whosaid.SentenceHeadline && c.entry.says() && s.end-c.unit <= trailReach && a.isInverted(c.unit, s.first, s.end)
}

// saysThat reports whether f has a verb of saying and its "that".
func (a *analysis) saysThat(c candidate, f *Frame) bool {
	p := &f.Content[0]
	if !c.entry.says() || f.Source.Empty() || p.first < c.unit+2 || !a.is(p.first-1, hashThat) {
		return false
	}
	return a.clauseFollows(c.unit, p.first-1)
}

// isLabelled reports whether c is the word before a colon that announces what it says:
// in "Report: bridge is safe" the colon is the cue.
func (a *analysis) isLabelled(c candidate) bool {
	next := candidate{seq: c.seq, unit: c.unit + 1}
	return c.entry != &colonEntry && next.unit < a.seqs[c.seq].end && a.tagged(next.unit, colons) && a.announces(next)
}

// isSure reports whether c is a cue by its grammar, whatever the model of cues
// says: a verb of saying with a clause that "that" opens, a verb that promises or
// refuses an act, or a colon after a word for a speaker.
func (a *analysis) isSure(c candidate) bool {
	if c.entry == &colonEntry {
		return a.announces(c)
	}
	if a.isJudged(c) {
		return true
	}
	if !c.entry.says() {
		return false
	}
	if a.isAct(c) || a.endsHeadline(c) {
		return true
	}
	for k := c.unit + 1; k < min(c.unit+trailReach, a.seqs[c.seq].end-1); k++ {
		if a.is(k, hashThat) {
			return a.head(k).tag == tagIN && a.clauseFollows(c.unit, k)
		}
	}
	return false
}

// isJudged reports whether c is a verb that says what somebody calls something, with
// the words and who they are by: "was called “a sham” by teachers".
func (a *analysis) isJudged(c candidate) bool {
	s := &a.seqs[c.seq]
	_, by := a.judgedBy(c.unit, s.first, s.end)
	return !by.empty() && c.entry.part == verbPart
}

// isAct reports whether c promises or refuses the act of the infinitive behind it.
func (a *analysis) isAct(c candidate) bool {
	u := c.unit
	return (c.entry.refuses || c.entry.class == whosaid.CuePromise) && u+2 < a.seqs[c.seq].end &&
		a.tagged(u, verbs) && a.tagged(u+1, setOf(tagTO)) && a.tagged(u+2, setOf(tagVB))
}

// clauseFollows reports whether nothing but time, place and addressee stands
// between the verb of saying at unit u and the "that" at unit that.
func (a *analysis) clauseFollows(u, that int) bool {
	for k := u + 1; k < that; k++ {
		if !a.plain(k) || a.head(k).tag.in(finites|commas|colons) {
			return false
		}
	}
	return that-u <= trailReach
}

// isPlain reports whether source, verb and a clause stand in f one after another.
func (a *analysis) isPlain(c candidate, f *Frame) bool {
	p := &f.Content[0]
	if !c.entry.says() || p.first != c.unit+1 || f.Source.Empty() || !a.head(c.unit).tag.finite() {
		return false
	}
	if lo := a.seqs[c.seq].first; !a.afterSource(c.unit, lo, f) {
		return false
	}
	for k := p.first; k < min(p.end, p.first+plainReach); k++ {
		switch {
		case !a.plain(k) || a.head(k).tag.in(noPlainClause):
			return false
		case a.head(k).tag.finite():
			return k > p.first
		}
	}
	return false
}

// isIntent reports whether source, a verb of saying and an infinitive stand in f
// one after another: "Lee has not promised to leave".
func (a *analysis) isIntent(c candidate, f *Frame) bool {
	p, lo := &f.Content[0], a.seqs[c.seq].first
	if !c.entry.says() || p.first != c.unit+1 || p.end < p.first+2 || f.Source.Empty() {
		return false
	}
	if !a.tagged(p.first, setOf(tagTO)) || !a.tagged(p.first+1, setOf(tagVB)) {
		return false
	}
	return a.afterSource(c.unit, lo, f)
}

// afterSource reports whether the verb group that ends with u follows the source
// of f: "Lee has not promised".
func (a *analysis) afterSource(u, lo int, f *Frame) bool {
	verb := a.verbGroup(u, lo)
	return verb > lo && a.span(verb-1, verb).End == f.Source.End
}

// hasAgent reports whether the source of f is the agent of its passive verb of
// saying: "was reported by local media to have left".
func (a *analysis) hasAgent(c candidate, f *Frame) bool {
	u, s := c.unit, &a.seqs[c.seq]
	if !c.entry.says() || f.Source.Empty() || u+2 >= s.end || !a.is(u+1, hashBy) {
		return false
	}
	return a.span(u+2, u+3).Start == f.Source.Start && a.isPassive(u, s.first)
}

// plainReach is how many units from the cue the verb of a plain clause stands
// at most.
const plainReach = 8

// refused is a threshold that no frame reaches; all frames are above -refused.
const refused = 1 << 28

// isLoose reports whether the cue is a noun and the content does not follow it as
// in "the claim that …", "a plan to …".
func (a *analysis) isLoose(c candidate, f *Frame) bool {
	p := &f.Content[0]
	return c.entry.part == nounPart && a.plain(p.first) && (p.first <= c.unit || p.first > c.unit+2)
}

// isAccusation reports whether the content is a gerund after "of": "accused Italy
// of closing the border".
func (a *analysis) isAccusation(c candidate, f *Frame) bool {
	p := &f.Content[0]
	return c.entry.class == whosaid.CueClaim && p.first > c.unit+1 && a.tagged(p.first, gerunds) && a.is(p.first-1, hashOf)
}

// isTopic reports whether the content of f only names what was spoken of:
// "discussed the budget".
func (a *analysis) isTopic(c candidate, f *Frame) bool {
	if !c.entry.topical {
		return false
	}
	for i := range f.Content {
		p := &f.Content[i]
		if p.Form != whosaid.QuoteIndirect || a.head(p.first).tag == tagW || a.head(p.first).low == hashWhether {
			return false
		}
	}
	return true
}

// soleIndirect returns the content of f if it is one piece without marks after
// the cue, else nil.
func soleIndirect(c candidate, f *Frame) *Piece {
	if p := &f.Content[0]; len(f.Content) == 1 && p.Form == whosaid.QuoteIndirect && p.first > c.unit {
		return p
	}
	return nil
}

// isRelative reports whether the content of f is a relative clause: "told a story
// that moved the crowd".
func (a *analysis) isRelative(c candidate, f *Frame) bool {
	p := soleIndirect(c, f)
	if p == nil || p.first < c.unit+2 || a.head(p.first).low != hashThat || a.head(p.first).tag != tagW {
		return false
	}
	before := a.head(p.first - 1)
	return before.tag.noun() && before.ent == entNone && !before.date
}

// announces reports whether the colon c follows a word for a speaker, with no more
// than two others before it in the sentence, and a verb follows: "Police: two men
// held", but not "Mayor: Ann Lee".
func (a *analysis) announces(c candidate) bool {
	s := a.seqs[c.seq]
	if c.unit == s.first || c.unit > s.first+3 || !a.plain(c.unit-1) || !a.lex.has(a.head(c.unit-1).low, cVoice) {
		return false
	}
	for k := c.unit + 1; k < min(s.end, c.unit+1+announceReach); k++ {
		if a.tagged(k, verbs) {
			return true
		}
	}
	return false
}

// announceReach is how many units after such a colon the verb stands at most.
const announceReach = 16

// speaks reports whether the words before the colon c of a headline, from its
// beginning, name a speaker: a person, an organization, or a word such as police.
func (a *analysis) speaks(c candidate) bool {
	first := a.seqs[c.seq].first
	if c.unit == first || c.unit-first > 5 {
		return false
	}
	for u := first; u < c.unit; u++ {
		if !a.plain(u) {
			return false
		}
		if w := a.head(u); w.ent == entPerson || w.ent == entOrg || a.lex.has(w.low, cVoice) {
			return true
		}
	}
	return false
}

// The thresholds of sums. The training articles mark few thoughts and have one
// headline each, so sums are low for both.
const (
	cueThreshold     = -112 // a candidate above it is worth a frame
	frameThreshold   = -24
	thoughtThreshold = -48
	labelThreshold   = -160 // of "Police: two men held", in a headline

	headlineBonus = 96  // in other headlines
	plainBonus    = 48  // source, verb and clause in that order: "Lee warned the move would hurt firms"
	thatBonus     = 96  // a clause with "that": "Lee warned on Monday that the move would hurt firms"
	refusalBonus  = 128 // "Lee refused to leave"
	gerundBonus   = 64  // "accused Italy of closing the border"
	looseNoun     = 96  // content that does not follow its noun
)
