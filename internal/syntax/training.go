package syntax

import (
	"cmp"
	"math"
	"slices"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/random"
)

// A Sample is a sentence to learn from, without its punctuation.
type Sample struct {
	words     []word
	heads     []int32 // by word; 0 is the root, unknown is not known
	relations []Relation
	children  [][]int32
}

const unknown = -1

// Unknown is the head of a token of which nothing is known.
const Unknown = -2

// NewSample returns a sentence of d to learn from. heads are those of its
// tokens, as indexes in the sentence, -1 for the root, or Unknown.
func NewSample(clusters *modelfile.Table, d *whosaid.Document, s *whosaid.Sentence, heads []int, relations []Relation) *Sample {
	p := &Parser{clusters: clusters}
	var mem scratch
	p.read(&mem, d, s.FirstToken, s.EndToken)
	st := &mem.state
	x := &Sample{words: st.words, heads: make([]int32, st.n+1), relations: make([]Relation, st.n+1), children: make([][]int32, st.n+1)}
	word := make([]int32, len(heads)) // of a token; 0 is punctuation
	for i := int32(1); i <= st.n; i++ {
		word[st.place[i]] = i
	}
	for i := int32(1); i <= st.n; i++ {
		token := st.place[i]
		x.relations[i] = relations[token]
		switch h := heads[token]; {
		case h == -1:
			x.heads[i] = 0
		case h == Unknown || word[h] == 0:
			x.heads[i] = unknown
		default:
			x.heads[i] = word[h]
			x.children[word[h]] = append(x.children[word[h]], i)
		}
	}
	return x
}

// Words is how many words there are.
func (x *Sample) Words() int { return len(x.heads) - 1 }

// costs are, for each move, how many arcs of x that could still be made it
// makes impossible: the dynamic oracle of Goldberg and Nivre (2013).
func (s *state) costs(x *Sample) [numMoves]int {
	var c [numMoves]int
	n := len(s.stack)
	if n == 0 {
		return c
	}
	top, below := s.stack[n-1], int32(0)
	if n > 1 {
		below = s.stack[n-2]
	}
	for _, k := range x.children[top] {
		if k >= s.next {
			c[attachL]++
			c[attachR]++
		}
	}
	h := x.heads[top]
	root := h == 0 && n == 1 // the only one on the stack may become the root
	if h > s.next || h > 0 && h == below || root {
		c[attachL]++
	}
	if h >= s.next || root {
		c[attachR]++
	}
	if s.next <= s.n {
		c[shift] = s.shiftCost(x, top)
	}
	return c
}

// shiftCost is the cost of putting the next word on a stack that is not empty.
func (s *state) shiftCost(x *Sample, top int32) int {
	cost := 0
	for _, k := range x.children[s.next] {
		if k < s.next && s.nodes[k].head == 0 {
			cost++
		}
	}
	if h := x.heads[s.next]; h == 0 || h > 0 && h < s.next && h != top && s.nodes[h].head == 0 {
		cost++
	}
	return cost
}

// A Learner learns the two nets of the parser: it goes through each sentence as
// the parser does, wrong turns included.
type Learner struct {
	opt   LearnOptions
	moves *layer
	names *layer
	state state
	list  features
	rng   dice
	bits  [NumRelations]uint32
}

// LearnOptions tune how a Learner learns.
type LearnOptions struct {
	Seed       uint64
	MoveUnits  int // hidden ones, a multiple of 8
	NameUnits  int
	MoveRare   int // features that Count met less often are not learned
	NameRare   int
	Rate       float64 // of learning
	Drop       float64 // how many of the units are left out of a step
	WrongTurns int     // of a hundred that it would take, so many are taken
}

// classes of relations are counted from the first that an arc may have.
const (
	firstName  = Root + 1
	numClasses = int(NumRelations - firstName)
)

// NewLearner returns a learner that has learned nothing.
func NewLearner(o LearnOptions) *Learner {
	l := &Learner{opt: o, rng: dice{random.Source(o.Seed)}}
	l.moves = newLayer(o.MoveUnits, numMoves, o.MoveRare, o.Drop, &l.rng)
	l.names = newLayer(o.NameUnits, numClasses, o.NameRare, o.Drop, &l.rng)
	for r := range NumRelations {
		l.bits[r] = r.bit()
	}
	return l
}

// SetRate sets the rate of learning to a share of what it is at first.
func (l *Learner) SetRate(share float64) {
	l.moves.rate, l.names.rate = float32(l.opt.Rate*share), float32(l.opt.Rate*share)
}

// moveFeatures are the features of a state for its next move, in one list.
func (s *state) moveFeatures(f *features) {
	v := s.focus()
	var all features
	add := func() {
		all.n += copy(all.list[all.n:], f.list[:f.n])
	}
	s.front(f)
	add()
	s.top(f, v.i0, topFeatures)
	add()
	s.top(f, v.i1, belowFeatures)
	add()
	s.rest(f)
	add()
	*f = all
}

// start begins with the sentence.
func (l *Learner) start(x *Sample) *state {
	s := &l.state
	s.words = x.words
	s.reset()
	return s
}

// Count goes through a sentence on the right way and counts the features that
// it meets: those that are too rare would learn the sentences by heart.
func (l *Learner) Count(x *Sample) {
	s := l.start(x)
	for x.Words() > 0 && !s.done() {
		s.moveFeatures(&l.list)
		l.moves.count(&l.list)
		costs := s.costs(x)
		best := -1
		for m := range numMoves {
			if s.can(m) && (best < 0 || costs[m] < costs[best]) {
				best = m
			}
		}
		if best == shift {
			s.shift()
			continue
		}
		head, child := s.arc(best)
		s.arcFeatures(&l.list, head, child)
		l.names.count(&l.list)
		l.attach(head, child, max(x.relations[child], firstName))
	}
}

func (l *Learner) attach(head, child int32, r Relation) {
	l.state.attach(head, child, int(r-firstName), l.bits[r])
}

// Learn goes through a sentence, and returns how many of its steps were wrong.
func (l *Learner) Learn(x *Sample) (wrong, steps int) {
	if x.Words() == 0 {
		return 0, 0
	}
	s := l.start(x)
	for !s.done() {
		steps++
		move, right := l.move(s, x)
		if !right {
			wrong++
		}
		if move == shift {
			s.shift()
			continue
		}
		head, child := s.arc(move)
		l.attach(head, child, l.name(s, x, head, child))
	}
	return wrong, steps
}

// move learns from the state and chooses the move to make. Where only one can
// be made there is nothing to learn.
func (l *Learner) move(s *state, x *Sample) (move int, right bool) {
	switch {
	case len(s.stack) == 0:
		return shift, true
	case s.next > s.n:
		return attachR, true
	}
	s.moveFeatures(&l.list)
	scores := l.moves.score(&l.list, true)
	costs := s.costs(x)
	least := math.MaxInt
	for m := range numMoves {
		if s.can(m) {
			least = min(least, costs[m])
		}
	}
	best, good := -1, -1
	var can, may [numMoves]bool
	for m := range numMoves {
		if can[m] = s.can(m); !can[m] {
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
func (l *Learner) name(s *state, x *Sample, head, child int32) Relation {
	s.arcFeatures(&l.list, head, child)
	want := x.relations[child]
	learn := x.heads[child] == head && want >= firstName
	scores := l.names.score(&l.list, learn)
	best := -1
	var can, may [numClasses]bool
	for c := range numClasses {
		best = better(scores, best, c)
		can[c], may[c] = true, Relation(c)+firstName == want
	}
	if learn {
		l.names.learn(can[:], may[:])
	}
	return Relation(best) + firstName
}

// Keep has the learner go on with so many features of moves and of relations,
// those that weigh the most.
func (l *Learner) Keep(moves, relations int) {
	l.moves.keep(moves)
	l.names.keep(relations)
}

// Compile returns the files of the nets.
func (l *Learner) Compile() (moves, relations []byte) {
	m := l.moves.file()
	m.labels = moveNames[:]
	n := l.names.file()
	for r := firstName; r < NumRelations; r++ {
		n.labels = append(n.labels, r.String())
	}
	return m.write(modelfile.Moves), n.write(modelfile.Relations)
}

// Habits counts what a parser chooses in which contexts.
type Habits struct {
	p            *Parser
	moves, names map[choice]int
}

type choice struct {
	context uint32
	class   int
}

// A context is one of habit if it came so often at least, and but for one in
// so many times the same was chosen.
const (
	habitCount = 20
	habitShare = 300
)

// NewHabits counts for a parser without habits.
func NewHabits(p *Parser) *Habits {
	return &Habits{p, map[choice]int{}, map[choice]int{}}
}

// Count parses a sentence.
func (h *Habits) Count(x *Sample) {
	if x.Words() == 0 {
		return
	}
	s := h.p.scratch.Get().(*scratch)
	defer h.p.scratch.Put(s)
	st := &s.state
	st.words = append(st.words[:0], x.words...)
	st.reset()
	s.sums.reset()
	for !st.done() {
		best := h.p.choose(s)
		if len(st.stack) > 0 && st.next <= st.n {
			for _, context := range st.moveContexts() {
				h.moves[choice{context, best}]++
			}
		}
		if best == shift {
			st.shift()
			continue
		}
		head, child := st.arc(best)
		label := h.p.label(s, head, child)
		h.names[choice{st.arcContext(head, child), label}]++
		st.attach(head, child, label, h.p.bits[label])
	}
}

// Len is how many contexts of moves and of relations are of habit.
func (h *Habits) Len() (moves, relations int) { return len(habitual(h.moves)), len(habitual(h.names)) }

// Add returns the files of the parser with its habits.
func (h *Habits) Add(moves, relations []byte) ([]byte, []byte, error) {
	moves, err := withHabits(modelfile.Moves, moves, habitual(h.moves))
	if err != nil {
		return nil, nil, err
	}
	relations, err = withHabits(modelfile.Relations, relations, habitual(h.names))
	return moves, relations, err
}

// habitual are the contexts in which the choice is the same, the most frequent
// first.
func habitual(counts map[choice]int) []habit {
	all := map[uint32]int{}
	for c, n := range counts {
		all[c.context] += n
	}
	var list []habit
	for c, n := range counts {
		if t := all[c.context]; t >= habitCount && (t-n)*habitShare <= t {
			list = append(list, habit(c))
		}
	}
	slices.SortFunc(list, func(a, b habit) int {
		return cmp.Or(cmp.Compare(all[b.context], all[a.context]), cmp.Compare(a.context, b.context))
	})
	return list
}
