package coref

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
)

// maxGroup is how many people that stand in a row are taken together.
const maxGroup = 6

// group brings in those who stand in a row up to the mention at hand: "Ann Lee,
// Bo Day and a nurse".
func (w *walk) group() {
	last := len(w.history) - 1
	if last < 0 || !w.single(w.history[last].ent) {
		return
	}
	k := last
	i := w.rowStart(&w.history[k]) - 1
	if i <= w.sentence0 || w.low(i) != "and" {
		return
	}
	members := []int32{w.history[last].ent}
	for len(members) < maxGroup {
		k = w.rowBefore(k, i)
		if k < 0 || slices.Contains(members, w.history[k].ent) {
			break
		}
		members = append(members, w.history[k].ent)
		if i = w.rowStart(&w.history[k]) - 1; i <= w.sentence0 || w.d.Tokens[i].Tag != "," {
			break
		}
	}
	if len(members) > 1 {
		for i, j := 0, len(members)-1; i < j; i, j = i+1, j-1 {
			members[i], members[j] = members[j], members[i]
		}
		w.together(members, last)
	}
}

// rowBefore is the mention in history before the one at k that ends where "and",
// or the comma, at token i begins, or -1: "Ann Lee (43) and".
func (w *walk) rowBefore(k, i int) int {
	for ; i > w.sentence0+3; i -= 3 {
		open, tag := w.word(i-3), w.d.Tokens[i-2].Tag
		if tag != "CD" || !(w.word(i-1) == ")" && open == "(") && !(w.word(i-1) == "," && open == ",") {
			break
		}
	}
	if i > w.sentence0 && w.d.Tokens[i-1].Tag == "," {
		i-- // "Lee, Day, and Fox"
	}
	start := w.history[k].first
	for n := 0; n < maxGroup && k > 0; n++ {
		switch m := &w.history[k-1]; {
		case m.first >= start:
			k-- // what stands inside a phrase
		case int(m.end) == i && m.sent == w.sent && w.single(m.ent):
			return k - 1
		default:
			return -1
		}
	}
	return -1
}

// couple brings in a relative together with whose relative that is: "Lee … her
// husband … they".
func (w *walk) couple(ent int32) {
	p := &w.all[ent]
	last := len(w.history) - 1
	if p.sorts&kin == 0 || p.count > 1 || w.history[last].ent != ent || !w.single(ent) {
		return
	}
	if p.owner >= 0 && w.single(p.owner) && w.all[p.owner].last >= 0 {
		w.together([]int32{p.owner, ent}, last)
	}
}

// together brings in those of a row that ends with the last mention.
func (w *walk) together(members []int32, last int) {
	q := newParticipant(whosaid.EntityPerson, Several)
	q.members, q.exact = members, len(members)
	if w.gold != nil {
		var of []int
		for _, e := range members {
			of = append(of, w.all[e].gold)
		}
		q.gold = w.gold.Together(of)
	}
	w.all = append(w.all, q)
	m := w.history[last]
	first := w.history[w.all[members[0]].last]
	m.ent, m.first, m.part = int32(len(w.all)-1), first.first, first.part
	m.form, m.quote, m.says = row, w.quote, false
	w.remember(m)
}

// single reports whether a participant can be one of a row.
func (w *walk) single(ent int32) bool {
	return w.all[ent].person() && w.all[ent].members == nil
}

// rowStart is where the words of a mention begin, titles before a name included:
// "and Mr. Day", "and coach Bo Day".
func (w *walk) rowStart(m *mention) int {
	const longestTitle = 4
	i := int(m.first)
	if m.form != name {
		return i
	}
	for n := 0; n < longestTitle && i > w.sentence0 && w.at[i-1] == 0 && w.ofTitle(i-1); n++ {
		i--
	}
	return i
}

// ofTitle reports whether token i can be part of a title before a name.
func (w *walk) ofTitle(i int) bool {
	tag := w.d.Tokens[i].Tag
	return tag == "DT" || strings.HasPrefix(tag, "NN")
}
