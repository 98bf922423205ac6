package syntax

import (
	"math"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
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

// A Learner learns the two models of the parser: averaged perceptrons that go
// through each sentence as the parser does, wrong turns included.
type Learner struct {
	moves perceptron
	names perceptron
	state state
	list  features
	rng   uint64
	bits  [NumRelations]uint32
}

// NewLearner returns a learner of which seed decides when it follows a wrong
// turn. Features that Count met less often than rare are not learned.
func NewLearner(seed uint64, rare int) *Learner {
	l := &Learner{moves: perceptron{classes: numMoves, step: 1}, names: perceptron{classes: int(NumRelations), step: 1}, rng: seed}
	l.moves.rare, l.names.rare = uint8(rare), uint8(rare)
	for r := range NumRelations {
		l.bits[r] = r.bit()
	}
	return l
}

// Margins are by how much the right class must win, lest it is learned again.
const (
	moveMargin  = 20
	nameMargin  = 20
	wrongTurns  = 9 // of ten that it would take
	wrongTurnOf = 10
)

// Learn goes through a sentence, and returns how many of its steps were wrong.
func (l *Learner) Learn(x *Sample) (wrong, steps int) {
	if x.Words() == 0 {
		return 0, 0
	}
	s := &l.state
	s.words = x.words
	s.reset()
	for !s.done() {
		steps++
		s.moveFeatures(&l.list)
		move, right := l.move(s, x)
		if !right {
			wrong++
		}
		if move == shift {
			s.shift()
			continue
		}
		head, child := s.arc(move)
		r := l.name(s, x, head, child)
		s.attach(head, child, int(r), l.bits[r])
	}
	return wrong, steps
}

// move learns from the state and chooses the move to make.
func (l *Learner) move(s *state, x *Sample) (move int, right bool) {
	var scores [numMoves]int32
	l.moves.score(&l.list, scores[:])
	costs := s.costs(x)
	least := math.MaxInt
	for m := range numMoves {
		if s.can(m) {
			least = min(least, costs[m])
		}
	}
	best, good, bad := -1, -1, -1
	for m := range numMoves {
		if !s.can(m) {
			continue
		}
		best = better(scores[:], best, m)
		if costs[m] == least {
			good = better(scores[:], good, m)
		} else {
			bad = better(scores[:], bad, m)
		}
	}
	l.moves.step++
	if bad >= 0 && scores[good]-scores[bad] <= moveMargin {
		l.moves.update(&l.list, good, bad)
	}
	if best == bad && l.random()%wrongTurnOf >= wrongTurns {
		return good, false
	}
	return best, best != bad
}

// better is the class with the higher score, a of equals; -1 is none.
func better(scores []int32, a, b int) int {
	if a < 0 || scores[b] > scores[a] {
		return b
	}
	return a
}

// name learns the relation of an arc, if it is right, and returns the one that
// it would choose.
func (l *Learner) name(s *state, x *Sample, head, child int32) Relation {
	s.arcFeatures(&l.list, head, child)
	var scores [NumRelations]int32
	l.names.score(&l.list, scores[:])
	want := int(x.relations[child])
	best, other := -1, -1
	for r := int(Root) + 1; r < int(NumRelations); r++ {
		best = better(scores[:], best, r)
		if r != want {
			other = better(scores[:], other, r)
		}
	}
	if x.heads[child] == head && want > int(Root) {
		l.names.step++
		if scores[want]-scores[other] <= nameMargin {
			l.names.update(&l.list, want, other)
		}
	}
	return Relation(best)
}

// Count goes through a sentence on the right way and counts the features that
// it meets: those that are too rare would learn the sentences by heart.
func (l *Learner) Count(x *Sample) {
	s := &l.state
	s.words = x.words
	s.reset()
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
		r := x.relations[child]
		s.attach(head, child, int(r), l.bits[r])
	}
}

func (l *Learner) random() uint64 {
	l.rng += 0x9e3779b97f4a7c15
	z := l.rng
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// CompileOptions tune how weights become integers of a byte.
type CompileOptions struct {
	MoveScale, NameScale float64 // steps for one update
	MoveGroups           int     // see WriteMoves
	NameLeast            int     // names' weights below so many steps are left out
	NameUpdates          int     // and features that were learned from less often
}

// Compile returns the files of the averaged weights.
func (l *Learner) Compile(o CompileOptions) (moves, relations []byte) {
	var list []Weight
	for id, f := range l.moves.features {
		w := Weight{Feature: f}
		for m := range numMoves {
			w.Moves[m] = steps(l.moves.average(id, m) * o.MoveScale)
		}
		if w.size() > 0 {
			list = append(list, w)
		}
	}
	var rows []linear.Row
	for id, f := range l.names.features {
		row := linear.Row{Feature: f}
		if int(l.names.updates[id]) < o.NameUpdates {
			continue
		}
		for r := int(Root) + 1; r < int(NumRelations); r++ {
			if q := steps(l.names.average(id, r) * o.NameScale); int(q) >= o.NameLeast || int(q) <= -o.NameLeast {
				row.Cells = append(row.Cells, linear.Cell{Label: uint8(r - int(Root) - 1), Weight: q})
			}
		}
		rows = append(rows, row)
	}
	var names []string
	for r := Root + 1; r < NumRelations; r++ {
		names = append(names, r.String())
	}
	return WriteMoves(list, o.MoveGroups), linear.Write(modelfile.Relations, names, nil, int32(o.NameScale), nil, rows)
}

func steps(w float64) int8 { return int8(max(-127, min(127, math.Round(w)))) }

// A perceptron holds the weights of some classes for each feature that it
// learned from. sums holds, for the average, each change times the step at
// which it came.
type perceptron struct {
	classes  int
	numbers  numbers
	features []uint32
	updates  []uint16
	weights  []int32
	sums     []int64
	step     int64
	counts   []uint8 // of features, by their first bits
	rare     uint8   // features that were counted less often are not learned
}

// countBits is how many bits of a feature choose its counter.
const countBits = 27

func (p *perceptron) count(f *features) {
	if p.counts == nil {
		p.counts = make([]uint8, 1<<countBits)
	}
	for _, feature := range f.list[:f.n] {
		if c := &p.counts[feature>>(32-countBits)]; *c < math.MaxUint8 {
			*c++
		}
	}
}

func (p *perceptron) isRare(feature uint32) bool {
	return p.counts != nil && p.counts[feature>>(32-countBits)] < p.rare
}

// score adds the weights of the features to out. Most of its time goes into
// waiting for memory, so each loop makes looks that do not wait for one
// another.
func (p *perceptron) score(f *features, out []int32) {
	if len(p.numbers.slots) == 0 {
		return
	}
	var slots [maxFeatures]numbered
	mask := uint32(len(p.numbers.slots) - 1)
	for i, feature := range f.list[:f.n] {
		slots[i] = p.numbers.slots[feature&mask]
	}
	n := 0
	var ids [maxFeatures]int
	for i, feature := range f.list[:f.n] {
		s := slots[i]
		if s.number != 0 && s.feature != feature {
			s = p.numbers.slots[p.numbers.find(feature)]
		}
		if s.number != 0 {
			ids[n] = (int(s.number) - 1) * p.classes
			n++
		}
	}
	for _, at := range ids[:n] {
		for c, w := range p.weights[at : at+p.classes] {
			out[c] += w
		}
	}
}

func (p *perceptron) update(f *features, good, bad int) {
	for _, feature := range f.list[:f.n] {
		id := p.numbers.get(feature)
		if id < 0 && p.isRare(feature) {
			continue
		}
		if id < 0 {
			id = p.numbers.add(feature)
			p.features = append(p.features, feature)
			p.updates = append(p.updates, 0)
			for range p.classes {
				p.weights, p.sums = append(p.weights, 0), append(p.sums, 0)
			}
		}
		p.updates[id] = min(p.updates[id]+1, math.MaxUint16-1)
		p.weights[id*p.classes+good]++
		p.sums[id*p.classes+good] += p.step
		p.weights[id*p.classes+bad]--
		p.sums[id*p.classes+bad] -= p.step
	}
}

// average is a weight's average over all steps.
func (p *perceptron) average(id, class int) float64 {
	at := id*p.classes + class
	return float64(p.weights[at]) - float64(p.sums[at])/float64(p.step)
}

// numbers count features from 0 on: a hash table with open addressing.
type numbers struct {
	slots []numbered
	n     int
}

type numbered struct{ feature, number uint32 } // number counts from 1; 0 is an empty slot

// get is the number of a feature, -1 if it has none.
func (t *numbers) get(feature uint32) int {
	if len(t.slots) == 0 {
		return -1
	}
	return int(t.slots[t.find(feature)].number) - 1
}

func (t *numbers) find(feature uint32) uint32 {
	mask := uint32(len(t.slots) - 1)
	at := feature & mask
	for t.slots[at].number != 0 && t.slots[at].feature != feature {
		at = (at + 1) & mask
	}
	return at
}

// add gives the next number to a feature that has none.
func (t *numbers) add(feature uint32) int {
	if 2*t.n >= len(t.slots) {
		old := t.slots
		t.slots = make([]numbered, max(1<<16, 2*len(old)))
		for _, s := range old {
			if s.number != 0 {
				t.slots[t.find(s.feature)] = s
			}
		}
	}
	t.n++
	t.slots[t.find(feature)] = numbered{feature, uint32(t.n)}
	return t.n - 1
}
