package linear

// A Lattice is scratch memory for Decode. It grows as needed and may be used
// again; one goroutine at a time.
type Lattice struct {
	best, rest []int32 // best scores of paths up to, and from, each position and label
	back       []uint8
	ahead      []int32
	keys       []int64
	path       []uint8
	margins    []int32
}

// never is the weight of what cannot be. It may be added up a few times
// without leaving int32.
const never = -1 << 28

// Never is the weight of a move or label that cannot be.
const Never int32 = never

// Decode finds the best path through n positions, where emit holds the score
// of label l at position i at i*L+l, by the moves of m. It returns the labels
// and, for each position, by how much the best path beats the best path that
// has another label there. Both are good until the Lattice is used again.
// start and end weigh the first and last label; nil means 0.
func (m *Model) Decode(emit []int32, lat *Lattice, start, end []int32) ([]uint8, []int32) {
	L := len(m.labels)
	n := len(emit) / L
	if n == 0 {
		return nil, nil
	}
	lat.grow(n, L)
	m.forward(emit, lat, start, end, n)
	m.backward(emit, lat, end, n)
	at := 0
	last := lat.best[(n-1)*L : n*L]
	for l := range last {
		if last[l] > last[at] {
			at = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		lat.path[i] = uint8(at)
		at = int(lat.back[i*L+at])
	}
	for i := range n {
		lat.margins[i] = margin(lat.best[i*L:(i+1)*L], lat.rest[i*L:(i+1)*L], int(lat.path[i]), i == n-1)
	}
	return lat.path[:n], lat.margins[:n]
}

func (lat *Lattice) grow(n, L int) {
	if len(lat.best) < n*L {
		lat.best, lat.rest, lat.back = make([]int32, n*L), make([]int32, n*L), make([]uint8, n*L)
	}
	if len(lat.ahead) < L {
		lat.ahead, lat.keys = make([]int32, L), make([]int64, L)
	}
	if len(lat.path) < n {
		lat.path, lat.margins = make([]uint8, n), make([]int32, n)
	}
}

// key orders scores and, among equals, labels from the first on, so that the
// best is found without a branch.
func key(score int32, label int) int64 { return int64(score)<<8 | int64(^uint8(label)) }

// forward fills best and back; the weight of the end is part of best at the
// last position.
func (m *Model) forward(emit []int32, lat *Lattice, start, end []int32, n int) {
	L := len(m.labels)
	for l := range L {
		lat.best[l] = emit[l]
		if start != nil {
			lat.best[l] = max(lat.best[l]+start[l], never)
		}
	}
	keys := lat.keys[:L]
	for i := 1; i < n; i++ {
		before, now := lat.best[(i-1)*L:i*L], lat.best[i*L:(i+1)*L]
		m.step(before, keys)
		for to, best := range keys {
			lat.back[i*L+to] = ^uint8(best)
			now[to] = max(int32(best>>8)+emit[i*L+to], never)
		}
	}
	if end != nil {
		last := lat.best[(n-1)*L : n*L]
		for l := range last {
			last[l] = max(last[l]+end[l], never)
		}
	}
}

// step finds the best move to each label. Most labels are decided by their
// score alone not to be the best before any label that label 0, which most
// tokens have, may stand before too.
func (m *Model) step(before []int32, best []int64) {
	for to := range best {
		best[to] = key(never, 0)
	}
	for from, score := range before {
		k := key(score, from)
		arcs := m.after[from].other
		if from == 0 || score+m.after[from].lead > before[0] {
			arcs = m.after[from].all
		}
		for _, a := range arcs {
			best[a.label] = max(best[a.label], k+int64(a.weight)<<8)
		}
	}
}

// backward fills rest: the best score of what follows a label.
func (m *Model) backward(emit []int32, lat *Lattice, end []int32, n int) {
	L := len(m.labels)
	for l := range L {
		lat.rest[(n-1)*L+l] = 0
		if end != nil {
			lat.rest[(n-1)*L+l] = end[l]
		}
	}
	ahead := lat.ahead[:L]
	for i := n - 2; i >= 0; i-- {
		for to := range L {
			ahead[to] = emit[(i+1)*L+to] + lat.rest[(i+1)*L+to]
		}
		m.stepBack(ahead, lat.rest[i*L:(i+1)*L])
	}
}

// stepBack finds the best move from each label, as step does.
func (m *Model) stepBack(ahead, best []int32) {
	for from := range best {
		best[from] = never
	}
	for to, score := range ahead {
		arcs := m.before[to].other
		if to == 0 || score+m.before[to].lead > ahead[0] {
			arcs = m.before[to].all
		}
		for _, a := range arcs {
			best[a.label] = max(best[a.label], a.weight+score)
		}
	}
}

// margin is how far the path through label at beats the best other one. At
// the last position best has the end in it already.
func margin(best, rest []int32, at int, last bool) int32 {
	total := func(l int) int32 {
		if last {
			return best[l]
		}
		return max(best[l]+rest[l], never)
	}
	other := int32(never)
	for l := range best {
		if l != at {
			other = max(other, total(l))
		}
	}
	return total(at) - other
}
