package linear

import (
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func toy() []byte {
	return Write([]string{"O", "X"}, []int32{0, 5, -3, Never}, 10, []Bin{{10, 400}, {30, 900}}, []Row{
		{Hash("a"), []Cell{{0, 20}}},
		{Hash("b"), []Cell{{0, -7}, {1, 90}}},
	})
}

func TestModelHoldsWhatWasWritten(t *testing.T) {
	t.Parallel()
	m, err := Open(toy())
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
		m, err := Open(Write([]string{"O", "X", "Y"}, moves, 1, nil, nil))
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
	m, err := Open(toy())
	require.NoError(t, err)
	labels, margins := m.Decode(nil, new(Lattice), nil, nil)
	require.Empty(t, labels)
	require.Empty(t, margins)
}

func TestOpenRejects(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func([]byte) []byte{
		"empty":         func([]byte) []byte { return nil },
		"another file":  func([]byte) []byte { return make([]byte, 200) },
		"cut short":     func(b []byte) []byte { return b[:len(b)-1] },
		"a bit flipped": func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		"a label that is not there, summed right": func(b []byte) []byte {
			b[len(b)-2] = 9
			return resum(b)
		},
		"vast sizes, summed right": func(b []byte) []byte {
			binary.LittleEndian.PutUint32(b[20:], 1<<31)
			return resum(b)
		},
	} {
		_, err := Open(change(toy()))
		require.ErrorIs(t, err, ErrDamaged, name)
	}
}

func resum(b []byte) []byte {
	binary.LittleEndian.PutUint32(b[8:], crc32.ChecksumIEEE(b[12:]))
	return b
}

// Whatever the bytes, Open fails with ErrDamaged or the model can be used.
func FuzzOpen(f *testing.F) {
	f.Add(toy(), uint32(1))
	f.Add(Write([]string{"O"}, nil, 1, nil, nil), Hash("a"))
	f.Add([]byte("whosaid\x01"), uint32(0))
	f.Fuzz(func(t *testing.T, data []byte, feature uint32) {
		if len(data) >= headerSize {
			data = resum(append([]byte(nil), data...)) // look behind the checksum
		}
		m, err := Open(data)
		if err != nil {
			require.ErrorIs(t, err, ErrDamaged)
			return
		}
		sums := make([]int32, len(m.Labels()))
		m.Score(feature, sums)
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
	m, err := Open(Write([]string{"a", "b", "c"}, nil, 1, nil, rows))
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
