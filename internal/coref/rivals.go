package coref

import "math/bits"

// certain encodes whether it is certain that a candidate is he or she, and whether
// it is of another one mentioned lately.
func (w *walk) certain(a *anaphor, c *candidate) int {
	mine, other := 0, 0
	for i := range w.cands {
		k := &w.cands[i]
		p := &w.all[k.ent]
		switch known := p.gender == a.gender; {
		case k.ent == c.ent:
			mine = bit(known) + bit(known && p.sure)
		case known && k.last >= 0 && w.sent-w.history[k.last].sent <= 2:
			other = max(other, 1+bit(p.sure))
		}
	}
	return mine*3 + other
}

// onlyOther is what certain gives where nothing tells the gender of the candidate,
// and words tell that of another.
const onlyOther = 2

// rivalNoun reports whether another candidate before c in the list fits the noun
// at least as well.
func (w *walk) rivalNoun(c *candidate) bool {
	for i := range w.cands {
		switch {
		case w.cands[i].ent == c.ent:
			return false
		case w.cands[i].like >= c.like:
			return true
		}
	}
	return false
}

// previous encodes how long ago the last pronoun of the same gender meant the
// candidate, or another.
func (w *walk) previous(a *anaphor, c *candidate) int {
	last := w.lastBy[a.gender]
	if last < 0 || a.form() == nominal {
		return 0
	}
	far := int(min(w.sent-w.bySent[a.gender], 4))
	return 1 + far + 5*bit(last == c.ent)
}

// countLately counts how often each candidate was mentioned in this sentence and
// the two before.
func (w *walk) countLately() {
	for i := range w.cands {
		w.all[w.cands[i].ent].lately = 0
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions/2 && w.sent-w.history[k].sent <= 2; k-- {
		w.all[w.history[k].ent].lately++
	}
}

// mostLately is from how many mentions on one more makes no difference.
const mostLately = 5

// someoneHere reports whether a candidate was mentioned in this sentence.
func (w *walk) someoneHere() bool {
	return len(w.cands) > 0 && w.cands[0].last >= 0 && w.history[w.cands[0].last].sent == w.sent
}

// prominent encodes whether a candidate is the person whom the text speaks of most,
// and by how much.
func (w *walk) prominent(c *candidate) int {
	n := w.all[c.ent].count
	if c.ent != w.top {
		return min(int(4*n/max(w.all[w.top].count, 1)), 4)
	}
	return 5 + min(bits.Len32(uint32(n)), 5) + 8*bit(n > 2*w.second)
}

// wasSubject reports whether a participant is the subject of the sentence before,
// the first of its kind.
func (w *walk) wasSubject(ent int32) bool { return ent == w.opener[0] || ent == w.opener[1] }

// rival encodes how a candidate stands as a subject against the others: the
// latest subject of this sentence, an earlier one, none where there is one …
func (w *walk) rival(c *candidate) int {
	mine := w.subjectHere(c.ent)
	switch {
	case mine > 0 && mine == w.leader:
		return 0
	case mine > 0:
		return 1
	case w.leader > 0:
		return 2 + bit(w.wasSubject(c.ent))
	case w.wasSubject(c.ent):
		return 4
	case w.place(w.opener[0]) >= 0 || w.place(w.opener[1]) >= 0:
		return 5
	}
	return 6
}

// latestSubject is where in history, plus 1, the candidate stands who was the
// subject last in this sentence, or 0.
func (w *walk) latestSubject() int32 {
	at := int32(0)
	for i := range w.cands {
		at = max(at, w.subjectHere(w.cands[i].ent))
	}
	return at
}

// subjectHere is where in history, plus 1, a participant was a subject last if
// that was in this sentence, or else 0.
func (w *walk) subjectHere(ent int32) int32 {
	at := w.all[ent].subjectAt
	if at == 0 || w.history[at-1].sent != w.sent || len(w.history)-int(at) >= maxNominal {
		return 0
	}
	return at
}
