// Package linear holds linear models over hashed features: sequence labellers
// and classifiers with int8 weights in one flat table.
//
// A feature is a uint32 hash, made by the caller with Hash and Mix. The table
// keeps, for each known feature, the few labels that it speaks for or against,
// with their weights; unknown features weigh nothing. All sums are integers,
// so that a model gives the same answer on every machine.
//
// The weights of a model are used as they stand in its bytes; Open makes an
// index of the features in one piece. A Model may be shared by any number of
// goroutines.
package linear

import "github.com/whosaid/whosaid/internal/modelfile"

// A Model scores labels by features. Its zero value is of no use; see Open.
type Model struct {
	form   modelfile.Form
	labels []string
	// moves holds the weight of label j after label i at i*len(labels)+j;
	// empty for classifiers.
	moves []int32
	// before and after hold, for each label, the moves to it and from it.
	before, after []arcs
	scale         int32  // an integer score of this much is 1.0 in log-odds
	cells         []byte // (label, weight) each; a view on the model's bytes
	calibration   []Bin
	// slots is a hash table of the known features by their first bits, with
	// open addressing: one look where the model's own tables take three.
	slots []slot
	shift uint // of a feature, to its place in slots
	// rows holds the weights of the features that speak of many labels in a
	// form that is quick to add up; see pack. A row has width words.
	rows  []uint64
	width int
}

// A slot is a known feature: times 256, where its cells begin, plus how many
// there are. No cells: the slot is empty. If there are Model.packs or more,
// the first part is the number of its row instead.
type slot struct{ feature, cells uint32 }

// An arc is a move from or to a label.
type arc struct {
	label  uint8
	weight int32
}

// arcs are the moves of a label that can be.
type arcs struct {
	all   []arc
	other []arc // those that label 0 does not have too
	lead  int32 // the most by which one of all beats that of label 0
}

// maxCells is how many cells a slot can distinguish.
const maxCells = 1<<24 - 1

// A Bin is one step of a calibration table: integer margins up to Margin have
// the probability Permille/1000.
type Bin struct {
	Margin   int32
	Permille uint16
}

// Labels are the names of the labels, by their numbers.
func (m *Model) Labels() []string { return m.labels }

// Scale is the integer score that stands for 1.0 in log-odds.
func (m *Model) Scale() int32 { return m.scale }

// Calibration is the table behind Probability. It must not be modified.
func (m *Model) Calibration() []Bin { return m.calibration }

// Probability is the calibrated probability, in [0,1] by steps of 1/1000, of
// a decision that was taken with the given integer margin.
func (m *Model) Probability(margin int32) float64 {
	for _, b := range m.calibration {
		if margin <= b.Margin {
			return float64(b.Permille) / 1000
		}
	}
	if n := len(m.calibration); n > 0 {
		return float64(m.calibration[n-1].Permille) / 1000
	}
	return 0.5
}

// Score adds the weights of a feature to sums, one for each label.
func (m *Model) Score(feature uint32, sums []int32) {
	var one [1]uint32
	one[0] = feature
	m.ScoreAll(one[:], sums)
}

// batch is how many features ScoreAll has in hand at once.
const batch = 64

// ScoreAll is Score for each of the features. The looks into the tables, which
// miss the processor's caches, do not wait for one another.
func (m *Model) ScoreAll(features []uint32, sums []int32) {
	var slots [batch]slot
	var rows [batch]uint32
	for len(features) > 0 {
		now := features[:min(batch, len(features))]
		features = features[len(now):]
		for i, f := range now {
			slots[i&(batch-1)] = m.slots[f>>m.shift]
		}
		n := 0
		for i, f := range now {
			s := m.find(slots[i&(batch-1)], f)
			if s&0xff >= m.packs() {
				rows[n&(batch-1)] = s >> 8
				n++
				continue
			}
			m.addCells(s, sums)
		}
		if n > 0 {
			m.addRows(rows[:n], sums)
		}
	}
}

// find returns the cells of the slot that holds the feature, 0 if there is
// none; s is the first slot that may.
func (m *Model) find(s slot, feature uint32) uint32 {
	if s.feature == feature || s.cells == 0 {
		return s.cells
	}
	for at := feature >> m.shift; s.cells != 0 && s.feature != feature; s = m.slots[at] {
		at++
	}
	return s.cells
}

// addCells adds the weights of a feature's cells to sums.
func (m *Model) addCells(s uint32, sums []int32) {
	cell, n := 2*(s>>8), 2*(s&0xff)
	cells := m.cells[cell : cell+n]
	for i := 0; i+1 < len(cells); i += 2 {
		sums[cells[i]] += int32(int8(cells[i+1]))
	}
}

// HasMoves reports whether the model is one of sequences.
func (m *Model) HasMoves() bool { return len(m.moves) > 0 }

// Move is the weight of label to right after label from.
func (m *Model) Move(from, to int) int32 { return m.moves[from*len(m.labels)+to] }

// Hash is the hash of a feature's name or of a word, by FNV-1a with a final
// mix, so that its high and low bits are both good.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return finish(h)
}

// Mix joins two hashes into that of the pair.
func Mix(a, b uint32) uint32 { return finish(a*0x9e3779b1 ^ b) }

func finish(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}

// HashBytes is Hash of a byte slice.
func HashBytes(s []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	return finish(h)
}
