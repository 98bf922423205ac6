package train

import (
	"cmp"
	"math"
	"slices"

	"github.com/whosaid/whosaid/internal/lab/random"
	"github.com/whosaid/whosaid/internal/syntax"
)

// A layer is a net of the parser while it learns: in floats, each product
// converted explicitly so that no machine fuses it with the sum.
// The rate of each weight falls as it is changed (AdaGrad); all weights of a
// feature share theirs.
type layer struct {
	units, classes int
	rare           int
	full           bool // no more features become known
	rate, drop     float32
	rng            *dice

	numbers  numbers
	counts   []uint8 // of features, by their first bits
	features []uint32
	rows     []float32 // units of each feature
	seen     []float32 // how often each was learned from
	changes  []float32 // of each feature: the sum of what the squares of its changes were on average

	weights, weightChanges []float32 // units of each class
	bias, biasChanges      []float32

	// Of the step that is learned from: the numbers of its features, what its
	// units say, by how much each was raised, 0 for those left out, the scores,
	// and the gradients of units and scores.
	known     []int32
	hidden    []float32
	kept      []float32
	scores    []float32
	gradient  []float32
	gradients []float32
}

const (
	// unitStart is what a unit has before any feature.
	unitStart = 0.1
	// firstRow bounds the weights that a feature starts with.
	firstRow = 0.03
	// fewChanges keep the first steps short.
	fewChanges    = 1e-4
	fewRowChanges = 1e-6
	// surely is how probable a class is that need not be learned any more.
	surely = 0.99
)

func newLayer(units, classes, rare int, drop float64, rng *dice) *layer {
	n := &layer{units: units, classes: classes, rare: rare, drop: float32(drop), rng: rng}
	of := func(n int) []float32 { return make([]float32, n) }
	n.weights, n.weightChanges, n.bias, n.biasChanges = of(classes*units), of(classes*units), of(classes), of(classes)
	n.hidden, n.kept, n.scores, n.gradient, n.gradients = of(units), of(units), of(classes), of(units), of(classes)
	r := float32(math.Sqrt(6 / float64(units+classes)))
	for i := range n.weights {
		n.weights[i] = rng.uniform() * r
	}
	return n
}

// countBits is how many bits of a feature choose its counter.
const countBits = 27

func (n *layer) count(list []uint32) {
	if n.counts == nil {
		n.counts = make([]uint8, 1<<countBits)
	}
	for _, feature := range list {
		if c := &n.counts[feature>>(32-countBits)]; *c < math.MaxUint8 {
			*c++
		}
	}
}

func (n *layer) isRare(feature uint32) bool {
	return n.counts != nil && int(n.counts[feature>>(32-countBits)]) < n.rare
}

// find lists the features that are known. Those that are new become so if they
// are to be learned.
func (n *layer) find(list []uint32, learn bool) {
	n.known = n.known[:0]
	for _, feature := range list {
		id := n.numbers.get(feature)
		if id < 0 && learn && !n.full && !n.isRare(feature) {
			id = n.numbers.add(feature)
			n.features = append(n.features, feature)
			n.seen, n.changes = append(n.seen, 0), append(n.changes, 0)
			for range n.units {
				n.rows = append(n.rows, n.rng.uniform()*firstRow)
			}
		}
		if id >= 0 {
			n.known = append(n.known, int32(id))
			if learn {
				n.seen[id]++
			}
		}
	}
}

// row are the weights of a feature.
func (n *layer) row(id int32) []float32 { return n.rows[int(id)*n.units:][:n.units] }

// score scores the classes. Where it is to learn from them, it leaves some
// units out, so that no two rely on one another.
func (n *layer) score(list []uint32, learn bool) []float32 {
	n.find(list, learn)
	n.addUp()
	hidden := n.hidden
	for i := range hidden {
		n.kept[i] = 1
		if learn && n.drop > 0 {
			n.kept[i] = 0
			if float32(n.rng.below(1<<16)) >= n.drop*(1<<16) {
				n.kept[i] = 1 / (1 - n.drop)
			}
		}
		hidden[i] = max(hidden[i], 0) * n.kept[i]
	}
	for c := range n.classes {
		s := n.bias[c]
		w := n.weights[c*n.units:][:len(hidden)]
		for i, x := range hidden {
			s += float32(x * w[i])
		}
		n.scores[c] = s
	}
	return n.scores
}

// addUp adds up the units, four rows at a time, which is faster than one.
func (n *layer) addUp() {
	hidden, left := n.hidden, n.known
	for i := range hidden {
		hidden[i] = unitStart
	}
	for ; len(left) >= 4; left = left[4:] {
		a, b := n.row(left[0])[:len(hidden)], n.row(left[1])[:len(hidden)]
		c, d := n.row(left[2])[:len(hidden)], n.row(left[3])[:len(hidden)]
		for i := range hidden {
			hidden[i] += (a[i] + b[i]) + (c[i] + d[i])
		}
	}
	for _, id := range left {
		for i, x := range n.row(id)[:len(hidden)] {
			hidden[i] += x
		}
	}
}

// learn makes those of the classes that may win more probable among those that
// can.
func (n *layer) learn(can, may []bool) {
	top := float32(math.Inf(-1))
	for c, s := range n.scores {
		if can[c] {
			top = max(top, s)
		}
	}
	all, good := float32(0), float32(0)
	for c, s := range n.scores {
		n.gradients[c] = 0
		if !can[c] {
			continue
		}
		p := float32(math.Exp(float64(s - top)))
		n.gradients[c] = p
		all += p
		if may[c] {
			good += p
		}
	}
	if good > surely*all {
		return
	}
	good = max(good, 1e-6)
	for c, p := range n.gradients {
		n.gradients[c] = p / all
		if may[c] {
			n.gradients[c] -= p / good
		}
	}
	n.change()
}

// change goes down the gradients.
func (n *layer) change() {
	clear(n.gradient)
	for c, g := range n.gradients {
		if g > -1e-3 && g < 1e-3 {
			continue
		}
		n.biasChanges[c] += float32(g * g)
		n.bias[c] -= float32(n.rate * g / root(n.biasChanges[c]+fewChanges))
		n.changeClass(n.weights[c*n.units:], n.weightChanges[c*n.units:], g)
	}
	sum := float32(0)
	for i, d := range n.gradient {
		d = float32(d * n.kept[i])
		n.gradient[i] = d
		sum += float32(d * d)
	}
	if sum == 0 {
		return
	}
	sum /= float32(n.units)
	gradient := n.gradient
	for _, id := range n.known {
		n.changes[id] += sum
		step := n.rate / root(n.changes[id]+fewRowChanges)
		row := n.row(id)[:len(gradient)]
		for i := 0; i+3 < len(gradient); i += 4 {
			row[i] -= float32(step * gradient[i])
			row[i+1] -= float32(step * gradient[i+1])
			row[i+2] -= float32(step * gradient[i+2])
			row[i+3] -= float32(step * gradient[i+3])
		}
	}
}

// changeClass changes the weights of a class, and adds to the gradient of the
// units.
func (n *layer) changeClass(weights, changes []float32, g float32) {
	for i, x := range n.hidden {
		if x > 0 {
			n.gradient[i] += float32(g * weights[i])
			d := float32(g * x)
			changes[i] += float32(d * d)
			weights[i] -= float32(n.rate * d / root(changes[i]+fewChanges))
		}
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// file is what to write of a layer: its weights as whole numbers, of each unit
// by a scale of its own, which the classes' weights take back.
func (n *layer) file() *syntax.NetFile {
	ids := n.heaviest(len(n.features))
	x := &syntax.NetFile{Bias: make([]int32, n.classes)}
	scale := make([]float64, n.units)
	for u := range scale {
		scale[u] = n.scale(ids, u)
		x.Start = append(x.Start, min(syntax.MaxStart, int(math.Round(unitStart*scale[u]))))
	}
	for _, id := range ids {
		row := make([]int8, n.units)
		for u, w := range n.row(id) {
			row[u] = whole(w, scale[u])
		}
		x.Features, x.Rows = append(x.Features, n.features[id]), append(x.Rows, row)
	}
	n.classWeights(x, scale)
	return x
}

func whole(w float32, scale float64) int8 {
	return int8(max(-syntax.MaxWeight, min(syntax.MaxWeight, math.Round(float64(w)*scale))))
}

// scales are how many scales are tried, each by scaleStep more than the last.
const (
	scales    = 12
	scaleStep = 1.25
)

// scale is the one that loses the least of the weights of a unit by rounding
// and by what goes beyond syntax.MaxWeight, each as often as it was learned from.
func (n *layer) scale(ids []int32, u int) float64 {
	top := 1e-3
	for _, id := range ids {
		top = max(top, math.Abs(float64(n.row(id)[u])))
	}
	best, least := 0.0, math.Inf(1)
	for k := range scales {
		scale, lost := syntax.MaxWeight/top*math.Pow(scaleStep, float64(k)), 0.0
		for _, id := range ids {
			w := n.row(id)[u]
			d := float64(w) - float64(whole(w, scale))/scale
			lost += d * d * float64(n.seen[id])
		}
		if lost < least {
			best, least = scale, lost
		}
	}
	return best
}

// classWeights rounds the weights of the classes, all by one scale, so that
// they stay within their bounds.
func (n *layer) classWeights(x *syntax.NetFile, scale []float64) {
	weight := func(c, u int) float64 { return float64(n.weights[c*n.units+u]) / scale[u] * (1 << syntax.UnitShift) }
	all := math.Inf(1)
	for c := range n.classes {
		sum, top := 0.0, 0.0
		for u := range n.units {
			w := math.Abs(weight(c, u))
			sum, top = sum+w, max(top, w)
		}
		all = min(all, (syntax.MaxWeights-float64(n.units)/2)/sum, math.MaxInt8/top)
	}
	for c := range n.classes {
		row := make([]int8, n.units)
		for u := range row {
			row[u] = int8(math.Round(weight(c, u) * all))
		}
		x.Weights = append(x.Weights, row)
		x.Bias[c] = int32(math.Round(float64(n.bias[c]) * all))
	}
}

// heaviest are the numbers of the features that weigh the most, each as often
// as it was learned from.
func (n *layer) heaviest(most int) []int32 {
	ids, size := make([]int32, len(n.features)), make([]float64, len(n.features))
	for i := range n.features {
		ids[i] = int32(i)
		for _, w := range n.row(int32(i)) {
			size[i] += float64(w) * float64(w)
		}
		size[i] *= float64(n.seen[i])
	}
	slices.SortStableFunc(ids, func(a, b int32) int { return cmp.Compare(size[b], size[a]) })
	return ids[:min(len(ids), most)]
}

// keep forgets all features but so many of the heaviest, and takes no new ones:
// so what is learned from now on makes up for what is left out.
func (n *layer) keep(most int) {
	old := *n
	n.full, n.numbers, n.features, n.rows, n.seen, n.changes = true, numbers{}, nil, nil, nil, nil
	for _, id := range old.heaviest(most) {
		n.numbers.add(old.features[id])
		n.features, n.rows = append(n.features, old.features[id]), append(n.rows, old.row(id)...)
		n.seen, n.changes = append(n.seen, old.seen[id]), append(n.changes, old.changes[id])
	}
}

// A dice is a generator of random numbers.
type dice struct{ random.Source }

// below is a number from 0 to n-1.
func (r *dice) below(n int) int { return int(r.Next() >> 32 * uint64(n) >> 32) }

// uniform is a number from -1 to 1.
func (r *dice) uniform() float32 { return float32(int64(r.Next()>>40)-1<<23) / (1 << 23) }

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
