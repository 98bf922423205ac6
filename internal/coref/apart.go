package coref

import "github.com/whosaid/whosaid"

// toldApart reports whether the words beside one noun tell a phrase and a participant
// without a name apart: "a bus driver" is not "the driver of the lorry".
func (w *walk) toldApart(a *anaphor, p *participant) bool {
	own := w.specific(a.first, a.head, a.end)
	return own != "" && w.specific(int(p.first), int(p.head), int(p.end)) != "" && !w.anyIs(int(p.first), int(p.end), own)
}

// specific is the noun right before the head of a phrase, or that of its "of", in small
// letters, or "": "bus" of a bus driver, and of the driver of the bus.
func (w *walk) specific(first, head, end int) string {
	if head > first && w.d.Tokens[head-1].Tag == "NN" {
		return w.low(head - 1)
	}
	if head+1 >= end || w.low(head+1) != "of" {
		return ""
	}
	noun := ""
	for i := head + 2; i < end && (ofNoun(w.d.Tokens[i].Tag) || w.d.Tokens[i].Tag == "DT"); i++ {
		if w.d.Tokens[i].Tag == "NN" {
			noun = w.low(i)
		}
	}
	return noun
}

// anyIs reports whether a word is one of the tokens from first to end.
func (w *walk) anyIs(first, end int, word string) bool {
	for i := first; i < end; i++ {
		if w.low(i) == word {
			return true
		}
	}
	return false
}

// ofOtherNation reports whether two owners are of two nations: the Kenyan government
// is not that of Norway.
func (w *walk) ofOtherNation(a, b int32) bool {
	return w.nation(a) >= 0 && w.nation(b) >= 0 && w.nation(a) != w.nation(b)
}

// nation is the nation that a participant is, or whose people, or -1.
func (w *walk) nation(ent int32) int {
	e := w.all[ent].entity
	if e == nil || e.Kind != whosaid.EntityPlace && e.Kind != whosaid.EntityGroup {
		return -1
	}
	return e.Home
}

// countedApart reports whether the text says that a participant and those of a
// phrase are not as many: "two officers", "the three officers".
func (p *participant) countedApart(a *anaphor) bool {
	return p.exact != a.exact && p.exact > 0 && a.exact > 0
}
