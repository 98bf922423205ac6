package coref

import (
	"cmp"
	"context"

	"github.com/whosaid/whosaid"
)

// collected runs w, on which no pronoun decides anything, and returns a walk that
// knows whom many of them tell to be he or she: so that the first of them, linked
// wrongly, does not overrule all others.
func (w *walk) collected(ctx context.Context) *walk {
	w.collects = true
	w.run(ctx)
	next := w.anew()
	for i := range w.ents {
		if p := &w.all[i]; !p.sure {
			next.all[i].gender = cmp.Or(p.strong(), next.all[i].gender)
		}
	}
	return next
}

// again is a second walk, which knows from the first one of whom pronouns told
// their gender later on.
func (w *walk) again() *walk {
	next := w.anew()
	for i := range w.all {
		old := &w.all[i]
		g := cmp.Or(old.denied, old.likely())
		switch {
		case g == 0 || old.sure || old.number > One:
		case i < len(w.ents):
			next.all[i].gender = g
		default:
			next.known[int(old.head)] = g
		}
	}
	next.tellers = w.tellers
	return next
}

// strong is the gender that several pronouns give a participant, and hardly any
// others contradict; 0 if there is none.
func (p *participant) strong() Gender {
	const least, times = 4, 3
	switch {
	case p.he >= least && p.heSum > times*p.sheSum:
		return Male
	case p.she >= least && p.sheSum > times*p.heSum:
		return Female
	}
	return 0
}

// settled is by how much pronouns have to be ahead before they tell a gender.
const settled = Scale

// likely is the gender that pronouns give a participant, those that were
// surest most; 0 if they contradict one another.
func (p *participant) likely() Gender {
	switch {
	case p.heSum > 2*p.sheSum+settled:
		return Male
	case p.sheSum > 2*p.heSum+settled:
		return Female
	}
	return 0
}

// learn takes from an anaphor what it says of whom it means.
func (w *walk) learn(a *anaphor, ent int32, margin int32) {
	p := &w.all[ent]
	if a.form() == nominal {
		if a.noun != "" && a.sorts&generic == 0 {
			w.called(p, a.noun, a.sorts)
		}
		if p.gender == 0 && a.gender != 0 && p.number == One {
			p.gender, p.sure = a.gender, true
		}
		return
	}
	switch a.gender {
	case Male:
		p.he++
		p.heSum += min(margin, 4*sure)
	case Female:
		p.she++
		p.sheSum += min(margin, 4*sure)
	}
	if p.gender == 0 && margin >= sure && !w.collects {
		p.gender = a.gender
	}
	w.lastBy[a.gender], w.bySent[a.gender] = ent, w.sent
}

// told is the gender that words give a participant, or that all pronouns do.
func (p *participant) told() Gender {
	switch {
	case p.kind != whosaid.EntityPerson || p.number != One:
		return 0
	case p.sure:
		return p.gender
	case p.he > 0 && p.she == 0:
		return Male
	case p.she > 0 && p.he == 0:
		return Female
	}
	return 0
}
