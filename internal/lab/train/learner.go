package train

import (
	"github.com/whosaid/whosaid/internal/lab/random"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A learner learns the two nets of the parser: it goes through each sentence as
// the parser does, wrong turns included.
type learner struct {
	opt   LearnOptions
	moves *layer
	names *layer
	walk  syntax.Walk
	rng   dice
}

// LearnOptions tune how the parser is learned.
type LearnOptions struct {
	Seed       uint64
	MoveUnits  int // hidden ones, a multiple of 8
	NameUnits  int
	MoveRare   int // features that are met less often are not learned
	NameRare   int
	Rate       float64 // of learning
	Drop       float64 // how many of the units are left out of a step
	WrongTurns int     // of a hundred that it would take, so many are taken
}

// numClasses is how many relations an arc may have.
const numClasses = int(syntax.NumRelations - syntax.FirstRelation)

// newLearner returns a learner that has learned nothing.
func newLearner(o LearnOptions) *learner {
	l := &learner{opt: o, rng: dice{random.Source(o.Seed)}}
	l.moves = newLayer(o.MoveUnits, syntax.NumMoves, o.MoveRare, o.Drop, &l.rng)
	l.names = newLayer(o.NameUnits, numClasses, o.NameRare, o.Drop, &l.rng)
	return l
}

// setRate sets the rate of learning to a share of what it is at first.
func (l *learner) setRate(share float64) {
	l.moves.rate, l.names.rate = float32(l.opt.Rate*share), float32(l.opt.Rate*share)
}

// count goes through a sentence on the right way and counts the features that
// it meets: those that are too rare would learn the sentences by heart.
func (l *learner) count(x *treeSample) {
	w := &l.walk
	w.Start(x.words)
	for x.words.Len() > 0 && !w.Done() {
		l.moves.count(w.MoveFeatures())
		move := leastCost(w, x)
		if move == syntax.Shift {
			w.Shift()
			continue
		}
		head, child := w.Arc(move)
		l.names.count(w.ArcFeatures(head, child))
		w.Attach(head, child, max(x.relations[child], syntax.FirstRelation))
	}
}

// learn goes through a sentence, and returns how many of its steps were wrong.
func (l *learner) learn(x *treeSample) (wrong, steps int) {
	if x.words.Len() == 0 {
		return 0, 0
	}
	w := &l.walk
	w.Start(x.words)
	for !w.Done() {
		steps++
		move, right := l.move(x)
		if !right {
			wrong++
		}
		if move == syntax.Shift {
			w.Shift()
			continue
		}
		head, child := w.Arc(move)
		w.Attach(head, child, l.name(x, head, child))
	}
	return wrong, steps
}

// move learns from the state and chooses the move to make. Where only one can
// be made there is nothing to learn.
func (l *learner) move(x *treeSample) (move int, right bool) {
	w := &l.walk
	switch {
	case len(w.Stack()) == 0:
		return syntax.Shift, true
	case !w.Can(syntax.Shift):
		return syntax.AttachRight, true
	}
	scores := l.moves.score(w.MoveFeatures(), true)
	costs := costs(w, x)
	least := costs[leastCost(w, x)]
	best, good := -1, -1
	var can, may [syntax.NumMoves]bool
	for m := range syntax.NumMoves {
		if can[m] = w.Can(m); !can[m] {
			continue
		}
		best = better(scores, best, m)
		if may[m] = costs[m] == least; may[m] {
			good = better(scores, good, m)
		}
	}
	l.moves.learn(can[:], may[:])
	if !may[best] && l.rng.below(100) >= l.opt.WrongTurns {
		return good, false
	}
	return best, may[best]
}

// better is the class with the higher score, a of equals; -1 is none.
func better(scores []float32, a, b int) int {
	if a < 0 || scores[b] > scores[a] {
		return b
	}
	return a
}

// name learns the relation of an arc, if it is right, and returns the one that
// it would choose.
func (l *learner) name(x *treeSample, head, child int32) syntax.Relation {
	want := x.relations[child]
	learn := x.heads[child] == head && want >= syntax.FirstRelation
	scores := l.names.score(l.walk.ArcFeatures(head, child), learn)
	best := -1
	var can, may [numClasses]bool
	for c := range numClasses {
		best = better(scores, best, c)
		can[c], may[c] = true, syntax.Relation(c)+syntax.FirstRelation == want
	}
	if learn {
		l.names.learn(can[:], may[:])
	}
	return syntax.Relation(best) + syntax.FirstRelation
}

// keep has the learner go on with so many features of moves and of relations,
// those that weigh the most.
func (l *learner) keep(moves, relations int) {
	l.moves.keep(moves)
	l.names.keep(relations)
}

// compile returns the files of the nets.
func (l *learner) compile() (moves, relations []byte) {
	m := l.moves.file()
	m.Labels = syntax.MoveNames[:]
	n := l.names.file()
	for r := syntax.FirstRelation; r < syntax.NumRelations; r++ {
		n.Labels = append(n.Labels, r.String())
	}
	return m.Write(modelfile.Moves), n.Write(modelfile.Relations)
}
