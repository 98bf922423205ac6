package train

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A context is one of habit if it came so often at least, and but for one in
// so many times the same was chosen.
const (
	habitCount = 20
	habitShare = 300
)

// withHabits adds to the models of a parser what they choose in some contexts
// always.
func withHabits(set model.Set, data []*treeSample, report NERReport) (moves, relations []byte, err error) {
	p, err := syntax.Open(set)
	if err != nil {
		return nil, nil, err
	}
	chosen, named := map[syntax.Habit]int{}, map[syntax.Habit]int{}
	for _, x := range data {
		if x.words.Len() == 0 {
			continue
		}
		p.Decisions(x.words, func(contexts []uint32, move int) {
			for _, c := range contexts {
				chosen[syntax.Habit{Context: c, Class: move}]++
			}
		}, func(context uint32, label int) { named[syntax.Habit{Context: context, Class: label}]++ })
	}
	m, r := habitual(chosen), habitual(named)
	report("syntax: %d contexts of moves and %d of relations decide alone", len(m), len(r))
	if moves, err = syntax.WithHabits(modelfile.Moves, set.Moves, m); err != nil {
		return nil, nil, err
	}
	relations, err = syntax.WithHabits(modelfile.Relations, set.Relations, r)
	return moves, relations, err
}

// habitual are the contexts in which the choice is the same, the most frequent
// first.
func habitual(counts map[syntax.Habit]int) []syntax.Habit {
	all := map[uint32]int{}
	for h, n := range counts {
		all[h.Context] += n
	}
	var list []syntax.Habit
	for h, n := range counts {
		if t := all[h.Context]; t >= habitCount && (t-n)*habitShare <= t {
			list = append(list, h)
		}
	}
	slices.SortFunc(list, func(a, b syntax.Habit) int {
		return cmp.Or(cmp.Compare(all[b.Context], all[a.Context]), cmp.Compare(a.Context, b.Context))
	})
	return list
}
