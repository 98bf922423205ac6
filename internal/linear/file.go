package linear

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// form is how a model of some kind is laid out: the labels, one a line; moves
// (int32 each, none for a classifier); the scale (uint32); calibration (int32
// and uint16 each); the features, as modelfile.Hashes has them; how many cells
// each feature has (byte); cells (label and int8 weight).
func form(kind modelfile.Kind) modelfile.Form {
	return modelfile.Form{Kind: kind, Version: 1, Sections: []string{
		sectionLabels, sectionMoves, sectionScale, sectionCalibration, "buckets", "prints", sectionCounts, sectionCells,
	}}
}

// The sections that errors are about.
const (
	sectionLabels      = "labels"
	sectionMoves       = "moves"
	sectionScale       = "scale"
	sectionCalibration = "calibration"
	sectionCounts      = "counts"
	sectionCells       = "cells"
)

// features keeps all 32 bits of a feature.
var features = modelfile.Hashes{Bits: 16, Most: 1 << 16}

const (
	maxLabels = 255
	// maxMove and maxScale bound what is added up over a sequence, so that a
	// few hundred moves stay far above never.
	maxMove  = 1 << 16
	maxScale = 1 << 16
)

// Open reads a model of the given kind. It keeps views on data, which must not
// change afterwards, and proves all that Score, Decode and Probability take for
// granted. Errors are of type *modelfile.DamageError.
func Open(kind modelfile.Kind, data []byte) (*Model, error) {
	m := &Model{form: form(kind)}
	s, err := m.form.Open(data)
	if err != nil {
		return nil, err
	}
	for _, read := range []func() error{
		func() error { return m.readLabels(s[0]) },
		func() error { return m.readMoves(s[1]) },
		func() error { return m.readScale(s[2]) },
		func() error { return m.readCalibration(s[3]) },
		func() error { return m.readFeatures(s[4], s[5], s[6], s[7]) },
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Damaged returns a *modelfile.DamageError about one of the sections "labels",
// "moves", "scale" and "calibration", for readers that know what there must be.
func (m *Model) Damaged(section, format string, args ...any) error {
	return m.form.Damaged(section, format, args...)
}

// CheckMoves proves that of the first n labels exactly those may follow one
// another that allowed says, and that the others are in no sequence.
func (m *Model) CheckMoves(n int, allowed func(from, to int) bool) error {
	if !m.HasMoves() {
		return m.Damaged(sectionMoves, "none, but this is a model of sequences")
	}
	for from := range m.labels {
		for to := range m.labels {
			may := from < n && to < n && allowed(from, to)
			if can := m.Move(from, to) != never; can != may {
				return m.Damaged(sectionMoves, "%s after %s: possible is %t, want %t", m.labels[to], m.labels[from], can, may)
			}
		}
	}
	return nil
}

func (m *Model) readLabels(b []byte) error {
	m.labels = strings.Split(string(b), "\n")
	if wrong := modelfile.CheckNames(m.labels, maxLabels); wrong != "" {
		return m.Damaged(sectionLabels, "%s", wrong)
	}
	return nil
}

func (m *Model) readMoves(b []byte) error {
	n := len(m.labels)
	if len(b) != 0 && len(b) != 4*n*n {
		return m.Damaged(sectionMoves, "%d bytes for %d labels, want none or %d", len(b), n, 4*n*n)
	}
	for i := 0; i < len(b); i += 4 {
		w := int32(binary.LittleEndian.Uint32(b[i:]))
		if w != never && (w < -maxMove || w > maxMove) {
			return m.Damaged(sectionMoves, "weight %d after label %d", w, i/4/n)
		}
		m.moves = append(m.moves, w)
	}
	m.neighbours()
	return nil
}

func (m *Model) readScale(b []byte) error {
	if len(b) != 4 {
		return m.Damaged(sectionScale, "%d bytes, want 4", len(b))
	}
	scale := binary.LittleEndian.Uint32(b)
	if scale == 0 || scale > maxScale {
		return m.Damaged(sectionScale, "%d, want 1 to %d", scale, maxScale)
	}
	m.scale = int32(scale)
	return nil
}

func (m *Model) readCalibration(b []byte) error {
	if len(b)%6 != 0 {
		return m.Damaged(sectionCalibration, "%d bytes, want 6 for each step", len(b))
	}
	for i := 0; i < len(b); i += 6 {
		bin := Bin{int32(binary.LittleEndian.Uint32(b[i:])), binary.LittleEndian.Uint16(b[i+4:])}
		if bin.Permille > 1000 {
			return m.Damaged(sectionCalibration, "step %d has %d permille", i/6, bin.Permille)
		}
		if i > 0 && bin.Margin <= m.calibration[i/6-1].Margin {
			return m.Damaged(sectionCalibration, "step %d is not above the one before", i/6)
		}
		m.calibration = append(m.calibration, bin)
	}
	return nil
}

// readFeatures proves the table of features and makes the index of it.
func (m *Model) readFeatures(buckets, prints, counts, cells []byte) error {
	n, err := features.Check(&m.form, buckets, prints)
	if err != nil {
		return err
	}
	if len(counts) != n {
		return m.Damaged(sectionCounts, "%d bytes for %d features", len(counts), n)
	}
	m.cells = cells
	if err := m.checkCells(counts); err != nil {
		return err
	}
	return m.index(buckets, prints, counts)
}

// checkCells proves that each feature has a weight for some of the labels, in
// their order, and that these are all cells. It compares neighbours among all
// cells and among those that features begin with, which is quicker than
// looking at one feature after another.
func (m *Model) checkCells(counts []byte) error {
	falls := 0 // labels that are not above the one before
	for k := 2; k < len(m.cells); k += 2 {
		if m.cells[k] <= m.cells[k-2] {
			falls++
		}
	}
	cell := 0
	for i, n := range counts {
		if left := (len(m.cells) - cell) / 2; n == 0 || int(n) > len(m.labels) || int(n) > left {
			return m.Damaged(sectionCounts, "feature %d has %d weights, of %d labels and with %d weights left", i, n, len(m.labels), left)
		}
		if cell > 0 && m.cells[cell] <= m.cells[cell-2] {
			falls--
		}
		cell += 2 * int(n)
		if last := m.cells[cell-2]; int(last) >= len(m.labels) {
			return m.Damaged(sectionCells, "feature %d has a weight for label %d of %d", i, last, len(m.labels))
		}
	}
	switch {
	case cell != len(m.cells):
		return m.Damaged(sectionCells, "%d bytes, but %d belong to features", len(m.cells), cell)
	case cell/2 > maxCells:
		return m.Damaged(sectionCells, "%d weights, at most %d are possible", cell/2, maxCells)
	case falls != 0:
		return m.Damaged(sectionCells, "%d weights of a feature are not for a label above the one before", falls)
	}
	return nil
}

// index fills slots and rows.
func (m *Model) index(buckets, prints, counts []byte) error {
	layout, size := modelfile.NewSlots(len(counts))
	m.shift, m.slots = layout.Shift, make([]slot, size)
	m.makeRows(counts)
	entry, cell := uint32(0), uint32(0)
	for b := range uint32(1) << features.Bits {
		for last := binary.LittleEndian.Uint32(buckets[4*b+4:]); entry < last; entry++ {
			feature, n := b<<16|uint32(binary.LittleEndian.Uint16(prints[2*entry:])), uint32(counts[entry])
			at, ok := layout.Next(feature)
			if !ok {
				return m.Damaged("prints", "more features close to feature %d than hashes can be", entry)
			}
			m.slots[at] = m.slot(feature, cell, n)
			cell += n
		}
	}
	return nil
}

// slot makes the slot of a feature with n cells, and its row if it has one.
func (m *Model) slot(feature, cell, n uint32) slot {
	if n >= m.packs() {
		return slot{feature, m.pack(cell, n)<<8 | n}
	}
	return slot{feature, cell<<8 | n}
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

// Write returns the file of a model. Rows need no order, nor have their cells,
// of which a row has one a label at most; moves are empty for a classifier. Of
// two rows of one feature the one with more weight wins.
func Write(kind modelfile.Kind, labels []string, moves []int32, scale int32, calibration []Bin, rows []Row) []byte {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return len(r.Cells) == 0 })
	slices.SortFunc(rows, compareRows)
	rows = slices.CompactFunc(rows, func(a, b Row) bool { return a.Feature == b.Feature })
	le := binary.LittleEndian
	var moveBytes, steps, counts, cellBytes []byte
	for _, w := range moves {
		moveBytes = le.AppendUint32(moveBytes, uint32(w))
	}
	for _, b := range calibration {
		steps = le.AppendUint16(le.AppendUint32(steps, uint32(b.Margin)), b.Permille)
	}
	hashes := make([]uint32, len(rows))
	for i, r := range rows {
		hashes[i] = r.Feature
		counts = append(counts, byte(len(r.Cells)))
		for _, c := range slices.SortedFunc(slices.Values(r.Cells), func(a, b Cell) int { return cmp.Compare(a.Label, b.Label) }) {
			cellBytes = append(cellBytes, c.Label, byte(c.Weight))
		}
	}
	buckets, prints := features.Sections(hashes)
	f := form(kind)
	names, scaleBytes := []byte(strings.Join(labels, "\n")), le.AppendUint32(nil, uint32(scale))
	return f.Write(names, moveBytes, scaleBytes, steps, buckets, prints, counts, cellBytes)
}

func compareRows(a, b Row) int {
	return cmp.Or(cmp.Compare(a.Feature, b.Feature), cmp.Compare(weight(b), weight(a)))
}

func weight(r Row) int {
	sum := 0
	for _, c := range r.Cells {
		sum += max(int(c.Weight), -int(c.Weight))
	}
	return sum
}
