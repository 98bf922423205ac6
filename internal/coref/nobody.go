package coref

import "math/bits"

// nobody gives the features of the case that a means none of the candidates.
func (w *walk) nobody(a *anaphor, out []uint16) []uint16 {
	out = append(out, feature(tNobody, bit(w.quote != 0)+2*int(a.part)), feature(tCrowd, min(w.near(), 4)+5*min(len(w.cands), 3)))
	if a.class == It {
		out = append(out, feature(tNext, w.next(a)))
	}
	if a.form() != nominal {
		return out
	}
	best := likeness(0)
	for i := range w.cands {
		best = max(best, w.cands[i].like)
	}
	return append(out,
		feature(tNext, 10+int(a.det)*3+int(a.number)),
		feature(tSort, sortNumber(a.sorts)),
		feature(tWords, int(best)*8+int(a.det)),
		feature(tOwner, 100+bit(a.owner >= 0)+2*bit(a.sorts&kin != 0)+4*bit(a.sorts&friend != 0)),
		feature(tAlone, 2*bit(a.end > a.core)+bit(a.head-a.first > 1)+4*bit(w.headline)),
	)
}

// sortNumber is the lowest of the sorts, by number.
func sortNumber(s sort) int { return bits.TrailingZeros64(uint64(s) | 1<<63) }

// near counts the candidates mentioned in this sentence and the one before.
func (w *walk) near() int {
	n := 0
	for i := range w.cands {
		if k := w.cands[i].last; k >= 0 && w.sent-w.history[k].sent <= 1 {
			n++
		}
	}
	return n
}

// next sorts what follows "it": "it is", "it said", "it seems".
func (w *walk) next(a *anaphor) int {
	if a.end >= a.sentence.EndToken {
		return 0
	}
	switch f := w.r.lex.words[w.word(a.end)]; {
	case f&isLink != 0:
		return 1
	case f&isSeems != 0:
		return 2
	case a.says:
		return 3
	case w.verb(a.end):
		return 4
	case w.d.Tokens[a.end].Tag == "TO":
		return 5
	}
	return 6
}
