package syntax

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// weights hold, for each feature of a state, how it speaks for the moves. They
// are used as they stand in their file: groups of 16 bytes, which a look takes
// out of memory at once. The first bits of a feature choose its group. A group
// has room for four features: four bytes by which it knows them, 0 for none,
// and for each the weights of the three moves. A feature that was never learned
// is taken for another about once in a hundred times, which training lives
// with.
type weights struct {
	groups []byte
	n      uint64 // how many groups there are, but for the last, which is padding
}

const (
	groupSize  = 16
	groupRoom  = 4
	maxGroups  = 1 << 20
	groupBytes = groupRoom * (1 + numMoves)
	_          = uint(groupSize - groupBytes) // a group is no larger than it should be
)

var movesForm = modelfile.Form{Kind: modelfile.Moves, Version: 1, Sections: []string{"groups"}}

// openWeights reads a file of weights, keeping a view on it. All bytes make
// sense as weights.
func openWeights(file []byte) (*weights, error) {
	sections, err := movesForm.Open(file)
	if err != nil {
		return nil, err
	}
	w := &weights{groups: sections[0], n: uint64(len(sections[0])/groupSize) - 1}
	if n := len(w.groups); n%groupSize != 0 || n < 2*groupSize || n > (maxGroups+1)*groupSize {
		return nil, movesForm.Damaged("groups", "%d bytes, want 2 to %d groups of %d", n, maxGroups+1, groupSize)
	}
	return w, nil
}

// group is where the group of a feature begins.
func group(feature uint32, n uint64) uint64 { return uint64(feature) * n >> 32 * groupSize }

// check is what a group knows a feature by.
func check(feature uint32) uint32 { return max(feature&0xff, 1) }

// score adds up the weights of the features. All groups are asked for before
// any is used, and nothing branches on what is in them, so that the looks into
// memory do not wait for one another.
func (w *weights) score(f *features) [numMoves]int32 {
	const ones, tops = 0x01010101, 0x80808080
	var a, b, c int32
	var known [maxFeatures]uint32
	list := f.list[:min(f.n, maxFeatures)]
	for i, feature := range list {
		known[i] = binary.LittleEndian.Uint32(w.groups[group(feature, w.n):])
	}
	for i, feature := range list {
		g := w.groups[group(feature, w.n):]
		g = g[: groupSize+4 : groupSize+4]
		x := known[i] ^ check(feature)*ones
		found := (x - ones) &^ x & tops // the first bit that is set is that of a byte that is 0
		at := bits.TrailingZeros32(found) / 8 & (groupRoom - 1)
		three := binary.LittleEndian.Uint32(g[groupRoom+numMoves*at:])
		three &= uint32(int32(found|-found) >> 31) // nothing if none is found
		a += int32(int8(three))
		b += int32(int8(three >> 8))
		c += int32(int8(three >> 16))
	}
	return [numMoves]int32{a, b, c}
}

// A Weight is how a feature speaks for the moves, before it is written.
type Weight struct {
	Feature uint32
	Moves   [numMoves]int8
}

func (w Weight) size() int {
	sum := 0
	for _, m := range w.Moves {
		sum += max(int(m), -int(m))
	}
	return sum
}

// WriteMoves returns the file of the weights, in so many groups. Where there is
// no room, those that weigh the least are left out.
func WriteMoves(list []Weight, groups int) []byte {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Weight) int {
		return cmp.Or(cmp.Compare(b.size(), a.size()), cmp.Compare(a.Feature, b.Feature))
	})
	out := make([]byte, (groups+1)*groupSize)
	for _, x := range list {
		put(out[group(x.Feature, uint64(groups)):][:groupSize], x)
	}
	return movesForm.Write(out)
}

func put(group []byte, x Weight) {
	for i := range groupRoom {
		switch uint32(group[i]) {
		case check(x.Feature):
			return // taken for another, which weighs more
		case 0:
			group[i] = byte(check(x.Feature))
			for m, w := range x.Moves {
				group[groupRoom+numMoves*i+m] = byte(w)
			}
			return
		}
	}
}
