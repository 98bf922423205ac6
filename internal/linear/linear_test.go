package linear

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/modelfile"
)

func toy() []byte {
	return Write(modelfile.Names, []string{"O", "X"}, []int32{0, 5, -3, Never}, 10, []Bin{{10, 400}, {30, 900}}, []Row{
		{Hash("a"), []Cell{{0, 20}}},
		{Hash("b"), []Cell{{0, -7}, {1, 90}}},
	})
}

func TestModelHoldsWhatWasWritten(t *testing.T) {
	t.Parallel()
	m, err := Open(modelfile.Names, toy())
	require.NoError(t, err)
	require.Equal(t, []string{"O", "X"}, m.Labels())
	require.Equal(t, int32(10), m.Scale())
	require.Equal(t, int32(5), m.Move(0, 1))
	require.True(t, m.HasMoves())
	sums := make([]int32, 2)
	m.Score(Hash("a"), sums)
	m.Score(Hash("b"), sums)
	m.Score(Hash("never seen"), sums)
	require.Equal(t, []int32{13, 90}, sums)
	for margin, want := range map[int32]float64{-5: 0.4, 10: 0.4, 11: 0.9, 1000: 0.9} {
		require.Equal(t, want, m.Probability(margin), margin)
	}
	require.Equal(t, toy(), toy())
}

// Decode finds the best of all paths, and margins are what the best path
// without that label falls short by.
func TestDecodeAgainstAllPaths(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(1, 2))
	const L, n = 3, 5
	for range 200 {
		moves := make([]int32, L*L)
		for i := range moves {
			moves[i] = rnd.Int32N(40) - 20
		}
		moves[rnd.IntN(len(moves))] = Never
		m, err := Open(modelfile.Names, Write(modelfile.Names, []string{"O", "X", "Y"}, moves, 1, nil, nil))
		require.NoError(t, err)
		emit := make([]int32, n*L)
		for i := range emit {
			emit[i] = rnd.Int32N(100) - 50
		}
		start, end := []int32{0, rnd.Int32N(9), Never}, []int32{3, 0, 1}
		best, without := bruteForce(m, emit, start, end)
		labels, margins := m.Decode(emit, new(Lattice), start, end)
		require.Equal(t, best, pathScore(m, emit, start, end, labels))
		for i, l := range labels {
			require.Equal(t, best-without[i][l], margins[i], "position %d", i)
		}
	}
}

func pathScore(m *Model, emit, start, end []int32, labels []uint8) int32 {
	L := len(m.Labels())
	sum := start[labels[0]] + end[labels[len(labels)-1]]
	for i, l := range labels {
		sum += emit[i*L+int(l)]
		if i > 0 {
			sum += m.Move(int(labels[i-1]), int(l))
		}
	}
	return sum
}

// bruteForce returns the best score, and for each position and label the best
// score of the paths that have another label there.
func bruteForce(m *Model, emit, start, end []int32) (int32, [][]int32) {
	L := len(m.Labels())
	n := len(emit) / L
	best := int32(-1 << 30)
	without := make([][]int32, n)
	for i := range without {
		without[i] = make([]int32, L)
		for l := range without[i] {
			without[i][l] = -1 << 30
		}
	}
	labels := make([]uint8, n)
	var walk func(i int)
	walk = func(i int) {
		if i == n {
			s := pathScore(m, emit, start, end, labels)
			best = max(best, s)
			for k, l := range labels {
				for other := range L {
					if other != int(l) {
						without[k][other] = max(without[k][other], s)
					}
				}
			}
			return
		}
		for l := range L {
			labels[i] = uint8(l)
			walk(i + 1)
		}
	}
	walk(0)
	return best, without
}

func TestDecodeOfNothing(t *testing.T) {
	t.Parallel()
	m, err := Open(modelfile.Names, toy())
	require.NoError(t, err)
	labels, margins := m.Decode(nil, new(Lattice), nil, nil)
	require.Empty(t, labels)
	require.Empty(t, margins)
}

// sections are those of toy.
func sections(tb testing.TB) [][]byte {
	tb.Helper()
	f := form(modelfile.Names)
	s, err := f.Open(toy())
	require.NoError(tb, err)
	return s
}

func TestOpenRejects(t *testing.T) {
	t.Parallel()
	le := binary.LittleEndian
	f := form(modelfile.Names)
	for want, change := range map[string]func(s [][]byte){
		`section "labels": name 0 has 0 bytes`:                    func(s [][]byte) { s[0] = nil },
		`section "labels": "O" is there twice`:                    func(s [][]byte) { s[0] = []byte("O\nO") },
		`section "labels": name 1 is "X\t"`:                       func(s [][]byte) { s[0] = []byte("O\nX\t") },
		`section "labels": 256 names, at most 255`:                func(s [][]byte) { s[0] = []byte(strings.Join(labelNames(256), "\n")) },
		`section "moves": 16 bytes for 3 labels`:                  func(s [][]byte) { s[0] = []byte("O\nX\nY") },
		`section "moves": weight -268435455 after label 1`:        func(s [][]byte) { s[1] = le.AppendUint32(s[1][:12:12], 0xf0000001) },
		`section "scale": 0, want 1 to`:                           func(s [][]byte) { s[2] = make([]byte, 4) },
		`section "scale": 3 bytes`:                                func(s [][]byte) { s[2] = make([]byte, 3) },
		`section "calibration": 7 bytes`:                          func(s [][]byte) { s[3] = make([]byte, 7) },
		`section "calibration": step 0 has 1001 permille`:         func(s [][]byte) { s[3] = le.AppendUint16(make([]byte, 4), 1001) },
		`section "calibration": step 1 is not above`:              func(s [][]byte) { s[3] = make([]byte, 12) },
		`section "buckets": 8 bytes`:                              func(s [][]byte) { s[4] = make([]byte, 8) },
		`section "buckets": from hash 1 to 2, want 0 to 2`:        func(s [][]byte) { s[4][0] = 1 },
		`section "buckets": from hash 0 to 4294967295`:            func(s [][]byte) { le.PutUint32(s[4][len(s[4])-4:], math.MaxUint32) },
		`section "buckets": bucket 7 is from hash 0 to 9`:         func(s [][]byte) { s[4][4*8] = 9 },
		`section "buckets": bucket 7 is from hash 0 to 4294967`:   func(s [][]byte) { le.PutUint32(s[4][4*8:], math.MaxUint32) },
		`section "prints": 3 bytes`:                               func(s [][]byte) { s[5] = s[5][:3] },
		`section "counts": 1 bytes for 2 features`:                func(s [][]byte) { s[6] = s[6][:1] },
		`section "counts": feature 0 has 0 weights`:               func(s [][]byte) { s[6][0] = 0 },
		`section "counts": feature 1 has 3 weights, of 2 labels`:  func(s [][]byte) { s[6][1] = 3 },
		`feature 1 has 2 weights, of 2 labels and with 1 weights`: func(s [][]byte) { s[7] = s[7][:4] },
		`section "cells": 7 bytes, but 6 belong to features`:      func(s [][]byte) { s[7] = append(s[7], 0) },
		`section "cells": 8 bytes, but 6 belong to features`:      func(s [][]byte) { s[7] = append(s[7], 1, 1) },
		`a weight for label 2 of 2`:                               func(s [][]byte) { s[7][0], s[7][2], s[7][4] = 2, 2, 2 },
	} {
		s := sections(t)
		for i := range s {
			s[i] = slices.Clone(s[i])
		}
		change(s)
		_, err := Open(modelfile.Names, f.Write(s...))
		require.ErrorIs(t, err, modelfile.ErrDamaged)
		require.ErrorContains(t, err, want)
	}
	_, err := Open(modelfile.Tags, toy())
	require.ErrorContains(t, err, `kind "tags": header: this is a model of kind "names"`)
}

// Features that no hash would make are refused: a look would take very long.
func TestOpenRefusesFeaturesInACrowd(t *testing.T) {
	t.Parallel()
	var rows []Row
	for i := range uint32(1 << 13) {
		rows = append(rows, Row{i, []Cell{{0, 1}}})
	}
	_, err := Open(modelfile.Names, Write(modelfile.Names, []string{"O"}, nil, 1, nil, rows))
	require.ErrorContains(t, err, `section "prints": more features close to feature 2048`)
}

// Whatever the sections, Open fails with ErrDamaged or the model can be used.
// The features are sorted, since the fuzzer would hardly ever find a table of
// them; package modelfile has its own tests for what else they may be.
func FuzzOpen(f *testing.F) {
	s := sections(f)
	hashes := binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, Hash("a")), Hash("b"))
	f.Add(s[0], s[1], s[2], s[3], hashes, s[6], s[7], Hash("b"))
	f.Add([]byte("O"), []byte(nil), s[2], []byte(nil), []byte(nil), []byte(nil), []byte(nil), Hash("a"))
	form := form(modelfile.Names)
	f.Fuzz(func(t *testing.T, labels, moves, scale, calibration, hashes, counts, cells []byte, feature uint32) {
		var known []uint32
		for ; len(hashes) >= 4; hashes = hashes[4:] {
			known = append(known, binary.LittleEndian.Uint32(hashes))
		}
		slices.Sort(known)
		buckets, prints := features.Sections(slices.Compact(known))
		m, err := Open(modelfile.Names, form.Write(labels, moves, scale, calibration, buckets, prints, counts, cells))
		if err != nil {
			require.ErrorIs(t, err, modelfile.ErrDamaged)
			return
		}
		sums := make([]int32, len(m.Labels()))
		m.ScoreAll(append(known, feature), sums)
		m.Probability(int32(feature))
		if m.HasMoves() {
			labels, _ := m.Decode(append(sums, sums...), new(Lattice), nil, nil)
			require.Len(t, labels, 2)
		}
	})
}

// TestScoreAll: many features at once weigh what they weigh one by one, known
// ones and unknown.
func TestScoreAll(t *testing.T) {
	t.Parallel()
	var rows []Row
	for i := range uint32(500) {
		rows = append(rows, Row{Hash(string(rune('a' + i))), []Cell{{uint8(i % 3), int8(i%200) - 100}}})
	}
	m, err := Open(modelfile.Names, Write(modelfile.Names, []string{"a", "b", "c"}, nil, 1, nil, rows))
	require.NoError(t, err)
	for _, n := range []int{0, 1, batch - 1, batch, batch + 1, 3*batch + 7} {
		features := make([]uint32, n)
		for i := range features {
			features[i] = Hash(string(rune('a' + 3*i)))
		}
		one, all := make([]int32, 3), make([]int32, 3)
		for _, f := range features {
			m.Score(f, one)
		}
		m.ScoreAll(features, all)
		require.Equal(t, one, all, n)
	}
}
