package train

import (
	"math"

	"github.com/whosaid/whosaid/internal/coref"
)

// A lean is by how much the candidates of each class are preferred to none of them.
// Likelihood counts an anaphor left open that has an antecedent as it counts any
// other error, and many an "it" and "they" mean nobody, so that the weights that are
// likely leave too many open.
type lean [coref.NumClasses]int32

// leaning are the classes that lean: those that no person with a name is meant by. "He"
// and "she" hardly gain. Noun phrases gain by themselves, but not in whole texts, where
// each wrong link leads to others.
var leaning = []coref.Class{coref.It, coref.Its, coref.They, coref.Their, coref.Few}

// maxLean bounds a lean, and leanStep is what it is counted in.
const (
	maxLean  = 3 * leanStep
	leanStep = coref.Scale / 4
)

// leanOf returns the lean with the best F1 of links, by what weights say of examples
// that they have not seen.
func leanOf(held []decision) (out lean) {
	for _, c := range leaning {
		best := score(held, c, 0)
		for by := int32(leanStep); by <= maxLean; by += leanStep {
			if f := score(held, c, by); f > best {
				best, out[c] = f, by
			}
		}
	}
	return out
}

// score is the F1 of the links of a class with a lean.
func score(held []decision, c coref.Class, by int32) float64 {
	gold, linked, right := 0, 0, 0
	for i := range held {
		d := &held[i]
		if d.class != c {
			continue
		}
		if !d.new {
			gold++
		}
		if d.top.ahead+by <= 0 {
			continue
		}
		linked++
		if d.top.right {
			right++
		}
	}
	return 2 * float64(right) / float64(max(gold+linked, 1))
}

// apply changes weights by a lean: those of no candidate, one of which each example has.
func (l *lean) apply(w []int16) {
	for c, by := range l {
		for value := 0; ; value++ {
			at := coref.Places(coref.Class(c).String(), "nobody", value)
			if at == nil {
				break
			}
			for _, i := range at {
				w[i] = int16(max(math.MinInt16, int32(w[i])-by))
			}
		}
	}
}
