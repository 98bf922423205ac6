package coref

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// learnFrom has the walk make examples.
func (w *walk) learnFrom(gold Gold, follow bool, example func(Example)) {
	w.gold, w.follow, w.example, w.most = gold, follow, example, maxTaught
	for i := range w.ents {
		w.all[i].gold = gold.Name(i)
	}
}

// teach makes an example of a and returns the candidate to go on with, or -1.
func (w *walk) teach(a *anaphor, guess int) int {
	whom := w.gold.Anaphor(a.first, a.end)
	if whom < 0 {
		if w.follow {
			return -1
		}
		return guess
	}
	ex := Example{Class: a.class, Near: w.near()}
	ex.add(w.nobody(a, nil), true, false)
	right := -1
	for i := range w.cands {
		p := &w.all[w.cands[i].ent]
		ok := whom > 0 && p.gold == whom
		if ok && right < 0 {
			right = i
		}
		ex.Right[0] = ex.Right[0] && !ok
		ex.add(w.features(a, i, nil), ok, p.entity != nil && p.kind == whosaid.EntityPerson)
	}
	w.example(ex)
	if w.follow {
		return right
	}
	return guess
}

// add adds a candidate.
func (ex *Example) add(features []uint16, right, named bool) {
	ex.Candidates = append(ex.Candidates, slices.Clone(features))
	ex.Right = append(ex.Right, right)
	ex.Named = append(ex.Named, named)
}
