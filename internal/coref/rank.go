package coref

import (
	"github.com/whosaid/whosaid/internal/syntax"
)

// rank returns the best candidate, or -1 for none, and by how much it is
// ahead of the next.
func (w *walk) rank(a *anaphor) (best int, margin int32) {
	best = -1
	w.feats = w.nobody(a, w.feats[:0])
	top := w.r.weights.sum(a.class, w.feats)
	second := int32(-1 << 30)
	for i := range w.cands {
		w.feats = w.features(a, i, w.feats[:0])
		s := w.r.weights.sum(a.class, w.feats)
		switch {
		case s > top:
			best, top, second = i, s, top
		case s > second:
			second = s
		}
	}
	if k := w.speaksOn(a); k >= 0 && best >= 0 {
		return k, max(top-second, sure)
	}
	for _, k := range [...]int{w.introduced(a), w.tellsOfSelf(a)} {
		switch {
		case k >= 0 && k == best:
			return k, top - second
		case k >= 0:
			return k, 0 // not sure enough to tell anybody's gender
		}
	}
	if k := w.surer(a, best); k >= 0 {
		return k, sure
	}
	for _, k := range [...]int{w.represented(a), w.client(a), w.thanked(a), w.addsTo(a), w.titled(a)} {
		if k >= 0 {
			return k, max(top-second, sure)
		}
	}
	if best < 0 {
		for _, k := range [...]int{w.onlyBody(a), w.onlyCalled(a), w.onlyFirm(a)} {
			if k >= 0 {
				return k, sure
			}
		}
	}
	return best, top - second
}

// surer returns the only candidate of the sentence whose words tell that he or she is
// what a possessive says, where nothing tells it of the best one, or -1: "Lee met
// Ms. Day in front of her house".
func (w *walk) surer(a *anaphor, best int) int {
	if a.class != Possessive || best < 0 || w.certain(a, &w.cands[best]) != onlyOther || w.ownsHere(a, &w.cands[best]) {
		return -1
	}
	only := -1
	for i, c := range w.cands {
		p := &w.all[c.ent]
		if !p.sure || p.gender != a.gender || c.last < 0 || w.history[c.last].sent != w.sent {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = i
	}
	return only
}

// ownsHere reports whether a candidate is the subject of the clause of a possessive within
// another: "Ms. Lee said the nurse had lost her keys".
func (w *walk) ownsHere(a *anaphor, c *candidate) bool {
	if c.last < 0 || w.tree.Head(int(a.seat.clause)) < 0 {
		return false
	}
	m := &w.history[c.last]
	subj := m.part == subject || m.seat.argument == syntax.Subject || m.seat.argument == syntax.PassiveSubject
	return m.sent == w.sent && subj && m.seat.clause == a.seat.clause
}

// ledHere reports whether a mention is the subject of the clause that the one with
// a is joined to.
func (w *walk) ledHere(a *anaphor, m *mention) bool {
	return m.sent == w.sent && m.seat.argument == syntax.Subject &&
		w.tree.LinkOf(w.tree.ClauseOf(a.head), int(m.seat.clause)) == syntax.JoinedTo
}

// speaksOn returns the candidate who says all of the sentence where the words
// "which he said" only mark what is said as his, or -1: "Lee said the house,
// which he said was empty, …".
func (w *walk) speaksOn(a *anaphor) int {
	if a.class != Subject || !a.says || w.quote != 0 || a.first == a.sentence.FirstToken || w.d.Tokens[a.first-1].Tag != "WDT" {
		return -1
	}
	if w.spoke != w.sent {
		return -1
	}
	return w.place(w.speaker)
}

// introduced returns the candidate of whom the sentence before a tells, or that before the
// quotation which ended right before a, or -1: "His editor, Jo Day, remembers it. “It was
// late,” she said."
func (w *walk) introduced(a *anaphor) int {
	switch {
	case a.class != Subject || w.quote != 0:
	case a.says && a.first == a.sentence.FirstToken && w.goesOn(a):
		return w.place(w.lead)
	case w.intro >= 0 && w.closed > w.sentence0 && w.followsQuote(a.first) && (a.says || w.utters(a.first, a.end, a.sentence)):
		return w.place(w.intro)
	}
	return -1
}

// goesOn reports whether the sentence of a follows one of its paragraph that tells of a
// person, does not begin with a quotation, and has no pronoun for another whom a may mean.
func (w *walk) goesOn(a *anaphor) bool {
	if w.sent == 0 || w.lead < 0 {
		return false
	}
	before := &w.d.Sentences[w.sent-1]
	if before.Paragraph != a.sentence.Paragraph || w.closed > before.FirstToken && w.opened <= before.FirstToken {
		return false
	}
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent >= w.sent-1; k-- {
		if m := &w.history[k]; m.form == pronoun && m.ent != w.lead && w.place(m.ent) >= 0 {
			return false
		}
	}
	return true
}

// tellsOfSelf returns the candidate who tells somebody right before a what a does, or -1: in
// "Lee told Day that he was sorry" that is Lee, unless he is she. "Told Day that he said"
// reminds Day of that.
func (w *walk) tellsOfSelf(a *anaphor) int {
	last := len(w.history) - 1
	if a.class != Subject || a.says || last < 0 {
		return -1
	}
	m := &w.history[last]
	gap := a.first - int(m.end)
	if m.form == pronoun || m.sent != w.sent || gap > 1 || gap == 1 && w.low(a.first-1) != "that" || !w.tree.HasSubject(int(m.seat.top)) {
		return -1
	}
	if w.place(m.ent) < 0 || w.all[m.ent].gender != 0 { // "told Mr. Day that he"
		return -1
	}
	for k := last - 1; k >= 0 && last-k <= maxMentions && w.history[k].sent == w.sent; k-- {
		if n := &w.history[k]; n.says && !w.all[n.ent].advocate && w.tree.IsObjectOf(int(m.seat.top), int(n.seat.top)) {
			return w.place(n.ent)
		}
	}
	return -1
}

// thanked returns the candidate who is thanked or blamed for what a owns, or -1: "Lee thanked
// Day for his service".
func (w *walk) thanked(a *anaphor) int {
	if a.class != Possessive || w.quote != 0 {
		return -1
	}
	of := w.tree.Head(a.first)
	for k := len(w.history) - 1; k >= 0 && len(w.history)-k <= maxMentions && w.history[k].sent == w.sent; k-- {
		top := int(w.history[k].seat.top)
		if v := w.tree.Head(top); v >= 0 && of >= 0 && w.is(v, isJudging) && w.tree.BesideObject(of, top) {
			return w.place(w.history[k].ent)
		}
	}
	return -1
}

// client returns the candidate for whom somebody speaks in this sentence of whom nothing
// tells that he or she is what a pronoun says, or -1: "Lee's attorney, Jo Day, said she
// was ill".
func (w *walk) client(a *anaphor) int {
	if a.class > Reflexive || w.quote != 0 || w.spoke != w.sent || w.speaker < 0 {
		return -1
	}
	p := &w.all[w.speaker]
	if !p.advocate || p.owner < 0 || p.gender == a.gender || !w.all[p.owner].person() {
		return -1
	}
	return w.place(p.owner)
}

// addsTo returns the candidate who spoke last, where a verb says that he or she goes
// on, or -1: "Lee said his client was sorry. He had paid, he added."
func (w *walk) addsTo(a *anaphor) int {
	if !w.saysMore(a) {
		return -1
	}
	k := w.place(w.speaker)
	for i := range w.cands {
		if a.class != Subject && i != k && w.cands[i].like == equal {
			return -1 // "Lee said it was late. The nurse added"
		}
	}
	return k
}

// saysMore reports whether a, or the phrase with "the" that it is, is the subject of a
// verb that says that who spoke last goes on.
func (w *walk) saysMore(a *anaphor) bool {
	if w.speaker < 0 || w.sent-w.spoke > 1 {
		return false
	}
	v := w.verbAfter(a.end, a.sentence)
	switch {
	case v < 0:
		return false
	case a.class == Subject && w.is(a.end, isToo):
		return w.is(v, isSay|isDemanding)
	case a.class != Subject && (a.det != definite || a.class != Definite && a.class != Body):
		return false
	}
	return a.says && w.is(v, isAdding)
}

// titled returns the candidate who was called so, of the same body or nation, or
// -1: "French President Bo Day … the French president".
func (w *walk) titled(a *anaphor) int {
	if a.class != Definite || a.owner < 0 || a.det != definite || a.number > One {
		return -1
	}
	only, others := -1, 0
	for i, c := range w.cands {
		p := &w.all[c.ent]
		switch {
		case c.like < equal:
		case p.entity != nil && (p.owner == a.owner || w.roleOf(p, a.owner)):
			return i
		default:
			only, others = i, others+1
		}
	}
	if others == 1 && w.all[w.cands[only].ent].entity != nil && w.all[w.cands[only].ent].owner < 0 {
		return only // "Rep. Bo Day … the California congressman"
	}
	return -1
}
