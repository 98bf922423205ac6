package syntax

import (
	"encoding/binary"
	"strings"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// A NetFile is what a net is written of.
type NetFile struct {
	Labels   []string // of the classes
	Features []uint32 // the most important first
	Rows     [][]int8 // for each feature, the weights of the units, up to MaxWeight either way
	Start    []int    // of the units, up to MaxStart
	Weights  [][]int8 // of each class, for the units, up to MaxWeights together
	Bias     []int32  // of the classes
}

// Write returns the file of a net. Features for which there is no room are left
// out; there are few of them.
func (x *NetFile) Write(kind modelfile.Kind) []byte {
	units := len(x.Start)
	features, rows := newTable(len(x.Features)), pack(nil, make([]int8, units))
	size := len(rows)
	for i, f := range x.Features {
		if len(rows) < maxRows*size && features.put(f, len(rows)/size) {
			rows = pack(rows, x.Rows[i])
		}
	}
	var start, weights, bias []byte
	for i := range units {
		start = binary.LittleEndian.AppendUint16(start, uint16(x.Start[i]))
	}
	for c := range x.Labels {
		for _, w := range x.Weights[c] {
			weights = append(weights, byte(w))
		}
		bias = binary.LittleEndian.AppendUint32(bias, uint32(x.Bias[c]))
	}
	form := netForm(kind)
	none := newTable(0)
	return form.Write(features.bytes(), rows, start, weights, bias, []byte(strings.Join(x.Labels, "\n")), none.bytes())
}

// A Habit is a context in which a net always chose the same class.
type Habit struct {
	Context uint32
	Class   int
}

// WithHabits returns the file of a net with these habits, the most important
// first.
func WithHabits(kind modelfile.Kind, file []byte, list []Habit) ([]byte, error) {
	form := netForm(kind)
	sections, err := form.Open(file)
	if err != nil {
		return nil, err
	}
	t := newTable(len(list))
	for _, h := range list {
		t.put(h.Context, h.Class+1)
	}
	sections[len(sections)-1] = t.bytes()
	return form.Write(sections...), nil
}

// newTable has room for n hashes.
func newTable(n int) table { return make(table, max(1, min(n*2/5, maxGroups))) }

// put gives a hash its number, if there is room.
func (t table) put(hash uint32, number int) bool {
	g := t.group(hash)
	for shift := 0; shift < groupRoom*laneWidth; shift += laneWidth {
		switch {
		case g[1]>>shift&0xffff == 0:
			g[0] |= uint64(uint16(hash)) << shift
			g[1] |= uint64(number) << shift
			return true
		case uint16(g[0]>>shift) == uint16(hash):
			return false
		}
	}
	return false
}

// bytes are those of the table in a file.
func (t table) bytes() []byte {
	var b []byte
	for _, g := range t {
		b = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, g[0]), g[1])
	}
	return b
}

// pack is the reverse of unpack.
func pack(b []byte, row []int8) []byte {
	var word [8]int8
	for i := range row {
		word[unitAt(i)%8] = row[i] + MaxWeight
		if i%8 == 7 {
			for k := 0; k < 8; k += 4 {
				x := uint32(word[k]) | uint32(word[k+1])<<6 | uint32(word[k+2])<<12 | uint32(word[k+3])<<18
				b = append(b, byte(x), byte(x>>8), byte(x>>16))
			}
		}
	}
	return b
}
