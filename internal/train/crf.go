// Package train learns the models of package linear. Everything is
// deterministic: the same data gives the same bytes.
package train

import (
	"math"
)

// A Sequence is one sentence to learn from.
type Sequence struct {
	// Features are the hashed features of each position.
	Features [][]uint32
	// Allowed is the set of labels, one bit each, that a position may have:
	// one bit where the label is known, more where it is not.
	Allowed []uint64
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
	Drop     float32 // how likely each occurrence of a feature is left out
	Average  int     // how many of the last epochs the weights are averaged over
	Seed     uint64
	Progress func(epoch int, loss float64)
}

// A CRF is a linear-chain conditional random field in the making.
type CRF struct {
	opt      CRFOptions
	L        int
	ids      map[uint32]int32
	hashes   []uint32
	w, g     []float32 // weights and AdaGrad sums, id*L+label
	moves    []float32 // from*L+to
	movesG   []float32
	exp      []float32
	scratch  crfScratch
	allowed  []float32 // 1 where a move is possible
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
	c := &CRF{opt: opt, L: len(opt.Labels)}
	c.index(data)
	L := c.L
	c.w, c.g = make([]float32, len(c.hashes)*L), make([]float32, len(c.hashes)*L)
	c.moves, c.movesG, c.exp = make([]float32, L*L), make([]float32, L*L), make([]float32, L*L)
	c.allowed = make([]float32, L*L)
	c.startOK, c.endOK = make([]float32, L), make([]float32, L)
	for i := range L {
		for j := range L {
			if opt.CanMove == nil || opt.CanMove(i, j) {
				c.allowed[i*L+j] = 1
			}
		}
		if opt.CanStart == nil || opt.CanStart(i) {
			c.startOK[i] = 1
		}
		if opt.CanEnd == nil || opt.CanEnd(i) {
			c.endOK[i] = 1
		}
	}
	encoded := make([][][]int32, len(data))
	for i, s := range data {
		encoded[i] = c.encode(s.Features)
	}
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	c.rnd = opt.Seed*2862933555777941757 + 3037000493
	var sum, sumMoves []float32
	for epoch := range opt.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(c.random() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		loss := 0.0
		for _, i := range order {
			loss += c.step(c.drop(encoded[i]), data[i].Allowed, data[i].Weight)
		}
		if epoch >= opt.Epochs-opt.Average {
			if sum == nil {
				sum, sumMoves = make([]float32, len(c.w)), make([]float32, len(c.moves))
			}
			for i, w := range c.w {
				sum[i] += w
			}
			for i, w := range c.moves {
				sumMoves[i] += w
			}
		}
		if opt.Progress != nil {
			opt.Progress(epoch, loss)
		}
	}
	if sum != nil {
		n := 1 / float32(min(opt.Average, opt.Epochs))
		for i := range sum {
			c.w[i] = sum[i] * n
		}
		for i := range sumMoves {
			c.moves[i] = sumMoves[i] * n
		}
	}
	return c
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

// index numbers the features that are seen often enough, in order of their
// first sight.
func (c *CRF) index(data []Sequence) {
	counts := map[uint32]int32{}
	for _, s := range data {
		for _, fs := range s.Features {
			for _, f := range fs {
				counts[f]++
			}
		}
	}
	c.ids = make(map[uint32]int32)
	for _, s := range data {
		for _, fs := range s.Features {
			for _, f := range fs {
				if int(counts[f]) >= c.opt.MinCount {
					if _, seen := c.ids[f]; !seen {
						c.ids[f] = int32(len(c.hashes))
						c.hashes = append(c.hashes, f)
					}
				}
			}
		}
	}
}

func (c *CRF) encode(feats [][]uint32) [][]int32 {
	out := make([][]int32, len(feats))
	for i, fs := range feats {
		ids := make([]int32, 0, len(fs))
		for _, f := range fs {
			if id, ok := c.ids[f]; ok {
				ids = append(ids, id)
			}
		}
		out[i] = ids
	}
	return out
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
func (c *CRF) step(feats [][]int32, allowed []uint64, weight float32) float64 {
	n, L := len(feats), c.L
	if n == 0 {
		return 0
	}
	s := &c.scratch
	s.grow(n, L)
	c.emissions(feats, s.emit)
	for i, m := range c.moves {
		c.exp[i] = c.allowed[i] * exp32(m)
	}
	clear(s.edge)
	free := c.pass(n, s.emit, nil, s.alpha, s.beta, s.scale, s.marg, s.edge, -1)
	held := c.pass(n, s.emit, allowed, s.calpha, s.cbeta, s.cscale, s.cmarg, s.edge, 1)
	if math.IsNaN(held) || math.IsInf(held, 0) { // the labels allow no path
		return 0
	}
	for i, fs := range feats {
		for l := range L {
			grad := (s.cmarg[i*L+l] - s.marg[i*L+l]) * weight * c.scale
			if grad > 1e-5 || grad < -1e-5 {
				for _, f := range fs {
					c.update(c.w, c.g, int(f)*L+l, grad)
				}
			}
		}
	}
	for i, e := range s.edge {
		if e != 0 {
			c.update(c.moves, c.movesG, i, e*weight)
		}
	}
	return (free - held) * float64(weight)
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
	L := c.L
	logZ := 0.0
	for i := range n {
		e, a := emit[i*L:(i+1)*L], alpha[i*L:(i+1)*L]
		top := e[0]
		for _, x := range e {
			top = max(top, x)
		}
		if i == 0 {
			copy(a, c.startOK)
		} else {
			clear(a)
			for from, p := range alpha[(i-1)*L : i*L] {
				if p != 0 {
					for to, m := range c.exp[from*L : from*L+L] {
						a[to] += p * m
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
	// beta holds exp(emission) times what follows, scaled like alpha.
	for i := n - 1; i >= 0; i-- {
		b := beta[i*L : (i+1)*L]
		if i == n-1 {
			for l := range b {
				b[l] = 1
			}
		} else {
			e, nb := emit[(i+1)*L:(i+2)*L], beta[(i+1)*L:(i+2)*L]
			top := e[0]
			for _, x := range e {
				top = max(top, x)
			}
			next := marg[(i+1)*L : (i+2)*L] // free until filled below
			for l := range next {
				next[l] = 0
				if alpha[(i+1)*L+l] != 0 {
					next[l] = nb[l] * exp32(e[l]-top) / scale[i+1]
				}
			}
			for from := range b {
				sum := float32(0)
				for to, m := range c.exp[from*L : from*L+L] {
					sum += m * next[to]
				}
				b[from] = sum
			}
			for from, p := range alpha[i*L : (i+1)*L] {
				if p != 0 {
					p *= sign
					row, m := edge[from*L:from*L+L], c.exp[from*L:from*L+L]
					for to, x := range next {
						row[to] += p * m[to] * x
					}
				}
			}
		}
	}
	for i := range n {
		for l := range L {
			marg[i*L+l] = alpha[i*L+l] * beta[i*L+l]
		}
	}
	return logZ
}

// exp32 is e to the x.
func exp32(x float32) float32 { return float32(math.Exp(float64(x))) }
