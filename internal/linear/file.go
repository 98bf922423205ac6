package linear

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
)

// The file: magic; CRC-32 of all that follows; then as uint32 the sizes of
// labels, moves, calibration, entries, cells, and the scale; then labels (one
// a line), moves (int32 each), calibration (int32, uint16 each), buckets (two
// uint32 each, one more at the end), prints (uint16), counts (byte), cells
// (label and int8 weight). All little-endian.
const (
	headerSize = 8 + 4 + 6*4
	numBuckets = 1 << bucketBits
)

// Open reads a model, keeping views on data, which must not change any more.
// Errors wrap ErrDamaged.
func Open(data []byte) (*Model, error) {
	if len(data) < headerSize || [8]byte(data[:8]) != magic {
		return nil, fmt.Errorf("linear: %w: no model file of version %d (%d bytes)", ErrDamaged, magic[7], len(data))
	}
	if got, want := crc32.ChecksumIEEE(data[12:]), binary.LittleEndian.Uint32(data[8:]); got != want {
		return nil, fmt.Errorf("linear: %w: checksum %08x, want %08x", ErrDamaged, got, want)
	}
	var size [6]uint64
	for i := range size {
		size[i] = uint64(binary.LittleEndian.Uint32(data[12+4*i:]))
	}
	r := reader{rest: data[headerSize:]}
	m := &Model{scale: int32(size[5])}
	labels := r.take(size[0])
	moves := r.take(4 * size[1])
	calibration := r.take(6 * size[2])
	e := entries{buckets: r.take(8 * (numBuckets + 1)), prints: r.take(2 * size[3]), counts: r.take(size[3])}
	m.cells = r.take(2 * size[4])
	if r.short || len(r.rest) != 0 {
		return nil, fmt.Errorf("linear: %w: its parts do not fill its %d bytes", ErrDamaged, len(data))
	}
	m.labels = strings.Split(string(labels), "\n")
	for i := 0; i < len(moves); i += 4 {
		m.moves = append(m.moves, int32(binary.LittleEndian.Uint32(moves[i:])))
	}
	for i := 0; i < len(calibration); i += 6 {
		m.calibration = append(m.calibration, Bin{int32(binary.LittleEndian.Uint32(calibration[i:])), binary.LittleEndian.Uint16(calibration[i+4:])})
	}
	if err := m.check(&e); err != nil {
		return nil, err
	}
	m.neighbours()
	m.index(&e)
	return m, nil
}

// entries are views on the table of features in a file: the first entry and
// cell of each bucket, the entries' fingerprints, and how many cells each has.
type entries struct{ buckets, prints, counts []byte }

// index fills slots and rows. Features come in ascending order, and so do
// their slots.
func (m *Model) index(e *entries) {
	bits := uint(1)
	for 3<<bits < 4*len(e.counts) {
		bits++
	}
	m.shift = 32 - bits
	m.slots = make([]slot, 1<<bits)
	m.makeRows(e.counts)
	entry, cell := uint32(0), uint32(0)
	for b := range uint32(numBuckets) {
		for last := binary.LittleEndian.Uint32(e.buckets[8*b+8:]); entry < last; entry++ {
			n := uint32(e.counts[entry])
			m.put(b<<(32-bucketBits)|uint32(binary.LittleEndian.Uint16(e.prints[2*entry:])), cell, n)
			cell += n
		}
	}
}

// put adds a feature to the index. Of two that are equal the first counts.
func (m *Model) put(feature, cell, n uint32) {
	if n == 0 {
		return
	}
	at := feature >> m.shift
	for m.slots[at].cells != 0 {
		if m.slots[at].feature == feature {
			return
		}
		at = (at + 1) & uint32(len(m.slots)-1)
	}
	if n >= m.packs() {
		m.slots[at] = slot{feature, m.pack(cell, n)<<8 | n}
		return
	}
	m.slots[at] = slot{feature, cell<<8 | n}
}

// neighbours lists the moves that can be.
func (m *Model) neighbours() {
	if len(m.moves) == 0 {
		return
	}
	L := len(m.labels)
	m.before, m.after = make([]arcs, L), make([]arcs, L)
	for label := range L {
		m.after[label] = newArcs(L, func(l int) (int32, int32) { return m.Move(label, l), m.Move(0, l) })
		m.before[label] = newArcs(L, func(l int) (int32, int32) { return m.Move(l, label), m.Move(l, 0) })
	}
}

// newArcs lists the moves of a label, where move gives the weight of that from
// or to another, and of the same for label 0.
func newArcs(labels int, move func(l int) (own, first int32)) arcs {
	a := arcs{lead: never}
	for l := range labels {
		own, first := move(l)
		if own <= never {
			continue
		}
		a.all = append(a.all, arc{uint8(l), own})
		if first <= never {
			a.other = append(a.other, arc{uint8(l), own})
		} else {
			a.lead = max(a.lead, own-first)
		}
	}
	return a
}

type reader struct {
	rest  []byte
	short bool
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.short = true
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

// check makes sure that Score can never leave the tables.
func (m *Model) check(e *entries) error {
	if n := len(m.labels); n > 255 || len(m.moves) != 0 && len(m.moves) != n*n {
		return fmt.Errorf("linear: %w: %d labels, %d moves", ErrDamaged, n, len(m.moves))
	}
	var entry, cell uint32
	for b := 0; b <= numBuckets; b++ {
		first, at := binary.LittleEndian.Uint32(e.buckets[8*b:]), binary.LittleEndian.Uint32(e.buckets[8*b+4:])
		if first < entry || first > uint32(len(e.counts)) {
			return fmt.Errorf("linear: %w: bucket %d begins at entry %d", ErrDamaged, b, first)
		}
		for ; entry < first; entry++ {
			cell += uint32(e.counts[entry])
		}
		if at != cell || cell > maxCells || uint64(cell)*2 > uint64(len(m.cells)) {
			return fmt.Errorf("linear: %w: bucket %d begins at cell %d", ErrDamaged, b, at)
		}
	}
	return m.checkCells(e.counts)
}

// checkCells makes sure that each feature has at most one weight for a label,
// which its row takes for granted.
func (m *Model) checkCells(counts []byte) error {
	var last [256]int // of each label, the entry that had it last
	cell := 0
	for entry := 1; entry <= len(counts); entry++ {
		end := min(cell+2*int(counts[entry-1]), len(m.cells))
		for ; cell < end; cell += 2 {
			label := m.cells[cell]
			switch {
			case int(label) >= len(m.labels):
				return fmt.Errorf("linear: %w: a weight for label %d of %d", ErrDamaged, label, len(m.labels))
			case last[label] == entry:
				return fmt.Errorf("linear: %w: two weights of a feature for label %d", ErrDamaged, label)
			}
			last[label] = entry
		}
	}
	return nil
}

// A Row is the weights of one feature, for some of the labels.
type Row struct {
	Feature uint32
	Cells   []Cell
}

// A Cell is the weight of one label.
type Cell struct {
	Label  uint8
	Weight int8
}

// Write returns the file of a model. Rows need no order; moves are empty for a
// classifier. Of two features that share a fingerprint the one with more
// weight wins.
func Write(labels []string, moves []int32, scale int32, calibration []Bin, rows []Row) []byte {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, compareRows)
	rows = slices.CompactFunc(rows, func(a, b Row) bool { return place(a.Feature) == place(b.Feature) })
	var buckets, prints, counts, cells []byte
	le := binary.LittleEndian
	next, cell := 0, uint32(0)
	for b := 0; b <= numBuckets; b++ {
		buckets = le.AppendUint32(le.AppendUint32(buckets, uint32(next)), cell)
		for ; next < len(rows) && int(rows[next].Feature>>(32-bucketBits)) == b; next++ {
			prints = le.AppendUint16(prints, uint16(rows[next].Feature))
			counts = append(counts, byte(len(rows[next].Cells)))
			for _, c := range rows[next].Cells {
				cells = append(cells, c.Label, byte(c.Weight))
			}
			cell += uint32(len(rows[next].Cells))
		}
	}
	names := strings.Join(labels, "\n")
	body := make([]byte, 0, len(prints)*3+len(cells)+len(buckets)+1024)
	for _, n := range []int{len(names), len(moves), len(calibration), len(counts), int(cell), int(scale)} {
		body = le.AppendUint32(body, uint32(n))
	}
	body = append(body, names...)
	for _, w := range moves {
		body = le.AppendUint32(body, uint32(w))
	}
	for _, b := range calibration {
		body = le.AppendUint16(le.AppendUint32(body, uint32(b.Margin)), b.Permille)
	}
	for _, part := range [][]byte{buckets, prints, counts, cells} {
		body = append(body, part...)
	}
	return append(le.AppendUint32(magic[:len(magic):len(magic)], crc32.ChecksumIEEE(body)), body...)
}

// place is what the table knows a feature by.
func place(feature uint32) uint32 {
	return feature>>(32-bucketBits)<<16 | feature&0xffff
}

func compareRows(a, b Row) int {
	if pa, pb := place(a.Feature), place(b.Feature); pa != pb {
		if pa < pb {
			return -1
		}
		return 1
	}
	return weight(b) - weight(a)
}

func weight(r Row) int {
	sum := 0
	for _, c := range r.Cells {
		sum += max(int(c.Weight), -int(c.Weight))
	}
	return sum
}
