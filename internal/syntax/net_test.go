package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// toyFeature spreads the features of a toyNet.
func toyFeature(i int) uint32 { return uint32(i+1) * 0x9e3779b1 }

// A toyNet is a net to be written, of so many units.
func toyNet(rnd *rand.Rand, units, classes, known int) *NetFile {
	x := &NetFile{Bias: make([]int32, classes)}
	for c := range classes {
		x.Labels = append(x.Labels, string(rune('a'+c/26))+string(rune('a'+c%26)))
		row := make([]int8, units)
		for u := range row {
			row[u] = int8(rnd.IntN(2*MaxWeights/units) - MaxWeights/units)
		}
		x.Weights, x.Bias[c] = append(x.Weights, row), int32(rnd.IntN(100)-50)
	}
	for range units {
		x.Start = append(x.Start, rnd.IntN(20))
	}
	for i := range known {
		row := make([]int8, units)
		for u := range row {
			row[u] = int8(rnd.IntN(2*MaxWeight+1) - MaxWeight)
		}
		x.Features, x.Rows = append(x.Features, toyFeature(i)), append(x.Rows, row)
	}
	return x
}

// plainly scores as a net does, number by number.
func (x *NetFile) plainly(list []uint32) []int32 {
	out := append([]int32(nil), x.Bias...)
	for u, sum := range x.Start {
		for _, feature := range list {
			for i, f := range x.Features {
				if f == feature {
					sum += int(x.Rows[i][u])
				}
			}
		}
		for c := range out {
			out[c] += int32(min(max(sum, 0)>>UnitShift, maxUnit)) * int32(x.Weights[c][u])
		}
	}
	return out
}

// TestNetScores: sums of eight units at a time, and of three classes, are those
// of one by one.
func TestNetScores(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(5, 6))
	for _, units := range []int{8 * chunk, maxUnits} {
		for _, classes := range []int{1, NumMoves, 7, maxClasses} {
			x := toyNet(rnd, units, classes, 300)
			w, err := openNet(modelfile.Relations, x.Write(modelfile.Relations))
			require.NoError(t, err)
			for _, n := range []int{0, 1, 4, 9, maxFeatures} {
				var f features
				for range n {
					f.list[f.n] = toyFeature(rnd.IntN(400))
					f.n++
				}
				var s, none sums
				var out [maxClasses]int32
				w.add(&f, &s)
				w.score(&s, &out)
				require.Equal(t, x.plainly(f.list[:n]), out[:classes], "%d units, %d features", units, n)
				if classes == NumMoves {
					w.add(&features{}, &none)
					three := w.score3(&none, &s, &none, &none)
					require.Equal(t, x.plainly(f.list[:n]), three[:])
				}
			}
		}
	}
}

// TestNetScoresFarOut: the largest and smallest sums there can be.
func TestNetScoresFarOut(t *testing.T) {
	t.Parallel()
	x := toyNet(rand.New(rand.NewPCG(1, 2)), 8*chunk, NumMoves, 2)
	for u := range x.Start {
		x.Start[u], x.Rows[0][u], x.Rows[1][u] = MaxStart, MaxWeight, -MaxWeight
		for c, w := range []int8{63, -64, 1} {
			x.Weights[c][u] = w
		}
	}
	w, err := openNet(modelfile.Moves, x.Write(modelfile.Moves))
	require.NoError(t, err)
	for _, feature := range x.Features {
		f := features{n: maxFeatures}
		for i := range f.list {
			f.list[i] = feature
		}
		var s sums
		w.add(&f, &s)
		require.Equal(t, x.plainlyFour(feature), w.score3(&s, &s, &s, &s))
	}
}

func (x *NetFile) plainlyFour(feature uint32) [NumMoves]int32 {
	list := make([]uint32, parts*maxFeatures)
	for i := range list {
		list[i] = feature
	}
	return [NumMoves]int32(x.plainly(list))
}

// TestWriteNet: few features are lost for want of room, and few that were never
// learned are taken for others.
func TestWriteNet(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(7, 8))
	x := toyNet(rnd, 8*chunk, 1, 0)
	for range 5000 {
		x.Features, x.Rows = append(x.Features, rnd.Uint32()), append(x.Rows, make([]int8, 8*chunk))
	}
	file := x.Write(modelfile.Moves)
	require.Equal(t, file, x.Write(modelfile.Moves))
	w, err := openNet(modelfile.Moves, file)
	require.NoError(t, err)
	lost, found := 0, 0
	for _, feature := range x.Features {
		var rows rowList
		if w.find(&features{n: 1, list: [maxFeatures]uint32{feature}}, &rows); rows[0] == 0 {
			lost++
		}
		if w.find(&features{n: 1, list: [maxFeatures]uint32{rnd.Uint32()}}, &rows); rows[0] != 0 {
			found++
		}
	}
	require.Less(t, lost, 500)
	require.Less(t, found, 5)
}

func TestOpenNetRejects(t *testing.T) {
	t.Parallel()
	form := netForm(modelfile.Moves)
	whole := func() [][]byte {
		s, err := form.Open(toyNet(rand.New(rand.NewPCG(3, 4)), 8*chunk, 2, 20).Write(modelfile.Moves))
		require.NoError(t, err)
		for i := range s {
			s[i] = append([]byte(nil), s[i]...)
		}
		return s
	}
	_, err := openNet(modelfile.Moves, form.Write(whole()...))
	require.NoError(t, err)
	const features, rows, units, weights, bias, labels, habits = 0, 1, 2, 3, 4, 5, 6
	for _, c := range []struct {
		section int
		edit    func(b []byte) []byte
	}{
		{features, func(b []byte) []byte { return b[:0] }},
		{features, func(b []byte) []byte { return b[:len(b)-1] }},
		{features, func([]byte) []byte { return make([]byte, (maxGroups+1)*groupSize) }},
		{features, func(b []byte) []byte { b[8] = 21; return b }}, // no such row
		{rows, func(b []byte) []byte { return b[:0] }},
		{rows, func(b []byte) []byte { return b[:len(b)-1] }},
		{rows, func(b []byte) []byte { b[0]++; return b }}, // row 0 weighs
		{rows, func(b []byte) []byte { b[packed*chunk] |= 63; return b }},
		{units, func(b []byte) []byte { return b[:0] }},
		{units, func(b []byte) []byte { return b[:len(b)-2] }},
		{units, func([]byte) []byte { return make([]byte, 16*chunk*(maxWidth+1)) }},
		{units, func(b []byte) []byte { b[1] = 0x80; return b }},
		{units, func(b []byte) []byte { b[1] = 0x7f; return b }},
		{weights, func(b []byte) []byte { return b[:len(b)-1] }},
		{bias, func(b []byte) []byte { return b[:len(b)-1] }},
		{bias, func(b []byte) []byte { b[3] = 0x7f; return b }},
		{bias, func(b []byte) []byte { b[3] = 0x80; return b }},
		{labels, func([]byte) []byte { return []byte("a") }},
		{labels, func([]byte) []byte { return []byte("a\n") }},
		{habits, func(b []byte) []byte { return b[:0] }},
		{habits, func(b []byte) []byte { b[8] = 3; return b }}, // no such label
	} {
		s := whole()
		s[c.section] = c.edit(s[c.section])
		_, err := openNet(modelfile.Moves, form.Write(s...))
		var damage *modelfile.DamageError
		require.ErrorAs(t, err, &damage)
	}
	heavy := toyNet(rand.New(rand.NewPCG(3, 4)), maxUnits, 1, 1)
	for u := range heavy.Weights[0] {
		heavy.Weights[0][u] = 127
	}
	_, err = openNet(modelfile.Moves, heavy.Write(modelfile.Moves))
	require.ErrorContains(t, err, "together")
}

// BenchmarkScore scores random features over a net as large as the built-in one.
func BenchmarkScore(b *testing.B) {
	rnd := rand.New(rand.NewPCG(7, 8))
	x := toyNet(rnd, 128, NumMoves, 20_000)
	w, err := openNet(modelfile.Moves, x.Write(modelfile.Moves))
	if err != nil {
		b.Fatal(err)
	}
	lists := make([]features, 256)
	for i := range lists {
		lists[i].n = 60
		for k := range lists[i].n {
			lists[i].list[k] = x.Features[rnd.IntN(len(x.Features))]
		}
	}
	var s sums
	n := 0
	for b.Loop() {
		w.add(&lists[n&255], &s)
		w.score3(&s, &s, &s, &s)
		n++
	}
}
