package coref

import (
	"github.com/whosaid/whosaid"
)

// onlyBody returns the candidate that "the country" or "the company" means, or -1:
// in "Norway objected, and the country sued", Norway, if there are no others.
func (w *walk) onlyBody(a *anaphor) int {
	if a.class != Body || a.det != definite {
		return -1
	}
	only := -1
	for i, c := range w.cands {
		if w.all[c.ent].entity == nil || c.like < akin || c.last < 0 || !w.ledHere(a, &w.history[c.last]) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = i
	}
	return only
}

// onlyCalled returns the only candidate with a name that was called so, or -1: "The coroner,
// Dr Ann Lee, … The coroner adjourned".
func (w *walk) onlyCalled(a *anaphor) int {
	if a.class != Definite || !a.bareNoun() || w.afterAdverb(a) || a.says && w.sent-w.spoke <= 1 {
		return -1
	}
	only := -1
	for i, c := range w.cands {
		if c.like < equal {
			continue
		}
		if only >= 0 || w.all[c.ent].entity == nil {
			return -1
		}
		only = i
	}
	return only
}

// onlyFirm returns the only body of the text so far that a noun for any body can mean, or -1.
func (w *walk) onlyFirm(a *anaphor) int {
	if a.class != Body || !a.bareNoun() || a.sorts&anyBody == 0 {
		return -1
	}
	only := -1
	for i, c := range w.cands {
		p := &w.all[c.ent]
		if p.kind != whosaid.EntityOrganization || c.like <= contrary {
			continue
		}
		if only >= 0 || p.entity == nil {
			return -1
		}
		only = i
	}
	return only
}

// afterAdverb reports whether a says what somebody was: "Lee, then the mayor".
func (w *walk) afterAdverb(a *anaphor) bool {
	return a.first > a.sentence.FirstToken && (w.d.Tokens[a.first-1].Tag == "RB" || w.d.Tokens[a.first-1].Tag == "NNP")
}

// bareNoun reports whether a is "the" and a noun for one, with nothing else.
func (a *anaphor) bareNoun() bool {
	return a.det == definite && a.core == a.first+2 && a.end == a.core && a.number == One
}
