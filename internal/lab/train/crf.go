// Package train learns the models of package linear. Everything is
// deterministic: the same data gives the same bytes.
package train

import (
	"math"
	mathbits "math/bits"
	"slices"
)

// A Sequence is one sentence to learn from.
type Sequence struct {
	// Features are the hashed features of each position.
	Features [][]uint32
	// Allowed is the set of labels, one bit each, that a position may have:
	// one bit where the label is known, more where it is not.
	Allowed []uint64
	// Base is the scores of the labels that are given beforehand, position by
	// position, or nil.
	Base []float32
	// Weight multiplies what is learnt; gold counts more than silver.
	Weight float32
}

// CRFOptions tune CRF.
type CRFOptions struct {
	Labels   []string
	CanMove  func(from, to int) bool // whether label to may follow label from
	CanStart func(l int) bool
	CanEnd   func(l int) bool
	MinCount int // features seen less often are dropped
	Epochs   int
	Rate     float32 // of AdaGrad
	L2       float32
	Ridge    float32   // how strongly weights are drawn to 0 after each epoch
	Moves    []float32 // weights of the moves that are given and stay as they are, or nil
	Drop     float32   // how likely each occurrence of a feature is left out
	// Small is how small a gradient is left out; 0 means 1e-5.
	Small float32
	// Easy is the loss below which a sequence is looked at in every third
	// epoch only, once two epochs are over; 0 looks at all.
	Easy     float64
	Average  int // how many of the last epochs the weights are averaged over
	Seed     uint64
	Progress func(epoch int, loss float64)
}

// A CRF is a linear-chain conditional random field in the making.
type CRF struct {
	opt      CRFOptions
	L        int
	hashes   []uint32
	w, g     []float32 // weights and AdaGrad sums, id*L+label
	moves    []float32 // from*L+to
	movesG   []float32
	exp      []float32
	scratch  crfScratch
	allowed  []float32 // 1 where a move is possible
	next     [][]int32 // of each label, those that may follow
	startOK  []float32
	endOK    []float32
	rnd      uint64
	scale    float32
	kept     []int32
	keptRows [][]int32
}

type crfScratch struct {
	emit, alpha, beta, calpha, cbeta, marg, cmarg []float32
	scale, cscale                                 []float32
	edge                                          []float32
}

// TrainCRF learns a CRF by AdaGrad on the log-likelihood of the allowed
// labels.
func TrainCRF(data []Sequence, opt CRFOptions) *CRF {
	x := encode(data, opt.MinCount)
	return x.train(nil, opt)
}

// train learns from the examples of the given numbers, all if nil.
func (x *examples) train(subset []int, opt CRFOptions) *CRF {
	c := newCRF(x.hashes, opt)
	order := slices.Clone(subset)
	if subset == nil {
		order = make([]int, len(x.data))
		for i := range order {
			order[i] = i
		}
	}
	var mean average
	losses := make([]float64, len(x.data))
	for epoch := range opt.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(c.random() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		loss := 0.0
		for _, i := range order {
			if epoch > 1 && losses[i] < opt.Easy && (epoch+i)%3 != 0 {
				continue
			}
			losses[i] = c.step(c.drop(x.feats[i]), &x.data[i])
			loss += losses[i]
		}
		c.shrink()
		if epoch >= opt.Epochs-opt.Average {
			mean.add(c)
		}
		if opt.Progress != nil {
			opt.Progress(epoch, loss)
		}
	}
	mean.set(c)
	return c
}

// nameSeeds is how many times a model of names is trained.
const nameSeeds = 4

// mean is meanOf for models of names, whose progress is that of the first.
func (x *examples) mean(opt CRFOptions) *CRF {
	return meanOf(nameSeeds, func(seed uint64) *CRF {
		o := opt
		o.Seed = seed
		c := x.train(nil, o)
		c.g = nil
		return c
	})
}

func newCRF(hashes []uint32, opt CRFOptions) *CRF {
	L := len(opt.Labels)
	if opt.Small == 0 {
		opt.Small = 1e-5
	}
	c := &CRF{opt: opt, L: L, hashes: hashes, rnd: opt.Seed*2862933555777941757 + 3037000493}
	c.w, c.g = make([]float32, len(c.hashes)*L), make([]float32, len(c.hashes)*L)
	c.moves, c.movesG, c.exp = make([]float32, L*L), make([]float32, L*L), make([]float32, L*L)
	copy(c.moves, opt.Moves)
	c.allowed = make([]float32, L*L)
	c.next = make([][]int32, L)
	c.startOK, c.endOK = make([]float32, L), make([]float32, L)
	for i := range L {
		for j := range L {
			if opt.CanMove == nil || opt.CanMove(i, j) {
				c.allowed[i*L+j] = 1
				c.next[i] = append(c.next[i], int32(j))
			}
		}
		if opt.CanStart == nil || opt.CanStart(i) {
			c.startOK[i] = 1
		}
		if opt.CanEnd == nil || opt.CanEnd(i) {
			c.endOK[i] = 1
		}
	}
	return c
}

// shrink draws the weights to 0, those of rare features most.
func (c *CRF) shrink() {
	if c.opt.Ridge == 0 {
		return
	}
	for i, w := range c.w {
		if w != 0 {
			c.w[i] = w / (1 + c.opt.Rate*c.opt.Ridge/float32(math.Sqrt(float64(c.g[i])+1e-2)))
		}
	}
}

// An average sums up the weights after some epochs.
type average struct {
	w, moves []float32
	n        int
}

func (a *average) add(c *CRF) {
	if a.n == 0 {
		a.w, a.moves = make([]float32, len(c.w)), make([]float32, len(c.moves))
	}
	a.n++
	for i, w := range c.w {
		a.w[i] += w
	}
	for i, w := range c.moves {
		a.moves[i] += w
	}
}

// set gives c the mean weights.
func (a *average) set(c *CRF) {
	if a.n == 0 {
		return
	}
	for i, w := range a.w {
		c.w[i] = w / float32(a.n)
	}
	for i, w := range a.moves {
		c.moves[i] = w / float32(a.n)
	}
}

// examples are sequences with their features numbered.
type examples struct {
	data   []Sequence // without features
	feats  [][][]int32
	hashes []uint32 // of each number
}

// encode numbers the features that are seen at least least times, in order of
// their first sight.
func encode(data []Sequence, least int) *examples {
	counts := map[uint32]int32{}
	for _, s := range data {
		for _, fs := range s.Features {
			for _, f := range fs {
				counts[f]++
			}
		}
	}
	x := &examples{data: slices.Clone(data), feats: make([][][]int32, len(data))}
	ids := make(map[uint32]int32, len(counts)/4)
	for i, s := range data {
		rows := make([][]int32, len(s.Features))
		for k, fs := range s.Features {
			row := make([]int32, 0, len(fs))
			for _, f := range fs {
				if int(counts[f]) < least {
					continue
				}
				id, seen := ids[f]
				if !seen {
					id = int32(len(x.hashes))
					ids[f] = id
					x.hashes = append(x.hashes, f)
				}
				row = append(row, id)
			}
			rows[k] = row
		}
		x.feats[i], x.data[i].Features = rows, nil
	}
	return x
}

func (c *CRF) random() uint64 {
	c.rnd = c.rnd*6364136223846793005 + 1442695040888963407
	return c.rnd >> 33
}

// drop leaves out some of the features.
func (c *CRF) drop(feats [][]int32) [][]int32 {
	c.scale = 1
	if c.opt.Drop == 0 {
		return feats
	}
	c.scale = 1 / (1 - c.opt.Drop)
	limit := uint64(c.opt.Drop * (1 << 16))
	c.kept, c.keptRows = c.kept[:0], c.keptRows[:0]
	need := 0
	for _, fs := range feats {
		need += len(fs)
	}
	if cap(c.kept) < need {
		c.kept = make([]int32, 0, need*2)
	}
	for _, fs := range feats {
		from := len(c.kept)
		for _, f := range fs {
			if c.random()&0xffff >= limit {
				c.kept = append(c.kept, f)
			}
		}
		c.keptRows = append(c.keptRows, c.kept[from:])
	}
	return c.keptRows
}

func (s *crfScratch) grow(n, L int) {
	if len(s.emit) < n*L {
		for _, p := range []*[]float32{&s.emit, &s.alpha, &s.beta, &s.calpha, &s.cbeta, &s.marg, &s.cmarg} {
			*p = make([]float32, n*L)
		}
	}
	if len(s.scale) < n {
		s.scale, s.cscale = make([]float32, n), make([]float32, n)
	}
	if len(s.edge) < L*L {
		s.edge = make([]float32, L*L)
	}
}

// step learns from one sequence and returns its loss.
func (c *CRF) step(feats [][]int32, seq *Sequence) float64 {
	allowed, weight := seq.Allowed, seq.Weight
	n, L := len(feats), c.L
	if n == 0 {
		return 0
	}
	s := &c.scratch
	s.grow(n, L)
	c.emissions(feats, s.emit)
	for i, b := range seq.Base {
		s.emit[i] += b
	}
	for i, m := range c.moves {
		c.exp[i] = c.allowed[i] * exp32(m)
	}
	clear(s.edge)
	free := c.pass(n, s.emit, nil, s.alpha, s.beta, s.scale, s.marg, s.edge, -1)
	var held float64
	if certain(allowed) {
		held = c.follow(s.emit, allowed, s.cmarg, s.edge)
	} else {
		held = c.pass(n, s.emit, allowed, s.calpha, s.cbeta, s.cscale, s.cmarg, s.edge, 1)
	}
	if math.IsNaN(held) || math.IsInf(held, 0) { // the labels allow no path
		return 0
	}
	for i, fs := range feats {
		for l := range L {
			grad := (s.cmarg[i*L+l] - s.marg[i*L+l]) * weight * c.scale
			if grad > c.opt.Small || grad < -c.opt.Small {
				for _, f := range fs {
					c.update(c.w, c.g, int(f)*L+l, grad)
				}
			}
		}
	}
	for i, e := range s.edge {
		if e != 0 && c.opt.Moves == nil {
			c.update(c.moves, c.movesG, i, e*weight)
		}
	}
	return (free - held) * float64(weight)
}

// certain reports whether only one path is allowed.
func certain(allowed []uint64) bool {
	for _, a := range allowed {
		if a&(a-1) != 0 {
			return false
		}
	}
	return true
}

// follow is pass for labels that allow one path only.
func (c *CRF) follow(emit []float32, allowed []uint64, marg, edge []float32) float64 {
	L := c.L
	clear(marg[:len(allowed)*L])
	score, last := 0.0, -1
	for i, a := range allowed {
		l := mathbits.TrailingZeros64(a)
		if i == 0 && c.startOK[l] == 0 || i == len(allowed)-1 && c.endOK[l] == 0 {
			return math.Inf(-1)
		}
		if last >= 0 {
			if c.allowed[last*L+l] == 0 {
				return math.Inf(-1)
			}
			score += float64(c.moves[last*L+l])
			edge[last*L+l]++
		}
		score += float64(emit[i*L+l])
		marg[i*L+l] = 1
		last = l
	}
	return score
}

func (c *CRF) update(w, g []float32, i int, grad float32) {
	grad -= c.opt.L2 * w[i]
	g[i] += grad * grad
	w[i] += c.opt.Rate * grad / float32(math.Sqrt(float64(g[i])+1e-2))
}

func (c *CRF) emissions(feats [][]int32, emit []float32) {
	L := c.L
	for i, fs := range feats {
		row := emit[i*L : (i+1)*L]
		clear(row)
		for _, f := range fs {
			for l, w := range c.w[int(f)*L : int(f)*L+L] {
				row[l] += w
			}
		}
		if c.scale != 1 {
			for l := range row {
				row[l] *= c.scale
			}
		}
	}
}

// pass runs forward and backward over the allowed labels (all if nil), fills
// marg with the marginals, adds sign times the expected moves to edge, and
// returns the log of the sum over all paths.
func (c *CRF) pass(n int, emit []float32, allowed []uint64, alpha, beta, scale, marg, edge []float32, sign float32) float64 {
	logZ := c.forward(n, emit, allowed, alpha, scale)
	if math.IsInf(logZ, -1) {
		return logZ
	}
	c.backward(n, emit, alpha, beta, scale, marg, edge, sign)
	for i := range marg[:n*c.L] {
		marg[i] = alpha[i] * beta[i]
	}
	return logZ
}

// forward fills alpha with the scaled sums over all paths up to a label.
func (c *CRF) forward(n int, emit []float32, allowed []uint64, alpha, scale []float32) float64 {
	L := c.L
	logZ := 0.0
	for i := range n {
		e, a := emit[i*L:(i+1)*L], alpha[i*L:(i+1)*L]
		top := slices.Max(e)
		if i == 0 {
			copy(a, c.startOK)
		} else {
			clear(a)
			for from, p := range alpha[(i-1)*L : i*L] {
				if p != 0 {
					row := c.exp[from*L : from*L+L]
					for _, to := range c.next[from] {
						a[to] += p * row[to]
					}
				}
			}
		}
		sum := float32(0)
		for l := range a {
			if allowed != nil && allowed[i]>>l&1 == 0 || i == n-1 && c.endOK[l] == 0 {
				a[l] = 0
			} else {
				a[l] *= exp32(e[l] - top)
			}
			sum += a[l]
		}
		if sum == 0 {
			return math.Inf(-1)
		}
		for l := range a {
			a[l] /= sum
		}
		scale[i] = sum
		logZ += math.Log(float64(sum)) + float64(top)
	}
	return logZ
}

// backward fills beta with what follows each label, scaled like alpha, and adds
// the expected moves to edge. free is scratch memory.
func (c *CRF) backward(n int, emit, alpha, beta, scale, free, edge []float32, sign float32) {
	L := c.L
	last := beta[max(0, n-1)*L : n*L]
	for l := range last {
		last[l] = 1
	}
	for i := n - 2; i >= 0; i-- {
		b, e, after := beta[i*L:(i+1)*L], emit[(i+1)*L:(i+2)*L], beta[(i+1)*L:(i+2)*L]
		top := slices.Max(e)
		next := free[:L] // exp(emission) times what follows
		for l := range next {
			next[l] = 0
			if alpha[(i+1)*L+l] != 0 {
				next[l] = after[l] * exp32(e[l]-top) / scale[i+1]
			}
		}
		for from := range b {
			sum := float32(0)
			row := c.exp[from*L : from*L+L]
			for _, to := range c.next[from] {
				sum += row[to] * next[to]
			}
			b[from] = sum
		}
		for from, p := range alpha[i*L : (i+1)*L] {
			if p != 0 {
				p *= sign
				row, m := edge[from*L:from*L+L], c.exp[from*L:from*L+L]
				for _, to := range c.next[from] {
					row[to] += p * m[to] * next[to]
				}
			}
		}
	}
}

// exp32 is e to the x.
func exp32(x float32) float32 { return float32(math.Exp(float64(x))) }
