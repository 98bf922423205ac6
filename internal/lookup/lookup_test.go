package lookup

import (
	"encoding/binary"
	"hash/crc32"
	"testing"

	"github.com/stretchr/testify/require"
)

func entries(n int) []Entry {
	out := make([]Entry, n)
	for i := range out {
		out[i] = Entry{Hash: uint32(i) * 2654435761, Value: []byte{byte(i), byte(i >> 8), byte(i >> 16)}}
	}
	return out
}

func TestTableHoldsWhatWasWritten(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 5000} {
		in := entries(n)
		table, err := Open(Write(3, in))
		require.NoError(t, err)
		require.LessOrEqual(t, table.Len(), n)
		for _, e := range in[:min(n, 50)] {
			require.Equal(t, e.Value, table.Get(e.Hash))
		}
		require.Nil(t, table.Get(12345))
	}
}

func TestWriteIsDeterministicAndTheFirstWins(t *testing.T) {
	t.Parallel()
	require.Equal(t, Write(3, entries(100)), Write(3, entries(100)))
	table, err := Open(Write(1, []Entry{{7, []byte{1}}, {7, []byte{2}}}))
	require.NoError(t, err)
	require.Equal(t, []byte{1}, table.Get(7))
	require.Equal(t, 1, table.Len())
}

func TestOpenRejects(t *testing.T) {
	t.Parallel()
	good := Write(3, entries(100))
	for name, change := range map[string]func([]byte) []byte{
		"empty":        func([]byte) []byte { return nil },
		"another file": func([]byte) []byte { return []byte("GIF89a, which is no table at all") },
		"cut short":    func(b []byte) []byte { return b[:len(b)-1] },
		"too long":     func(b []byte) []byte { return append(b, 0) },
		"a bit flipped": func(b []byte) []byte {
			b[len(b)/2] ^= 4
			return b
		},
		"a vast count, summed right": func(b []byte) []byte {
			binary.LittleEndian.PutUint32(b[16:], 1<<31)
			return resum(b)
		},
		"buckets out of order, summed right": func(b []byte) []byte {
			binary.LittleEndian.PutUint32(b[headerSize+8:], 1<<30)
			return resum(b)
		},
	} {
		_, err := Open(change(append([]byte(nil), good...)))
		require.ErrorIs(t, err, ErrDamaged, name)
	}
}

// resum makes the checksum right again.
func resum(b []byte) []byte {
	binary.LittleEndian.PutUint32(b[8:], crc32.ChecksumIEEE(b[12:]))
	return b
}

// Whatever the bytes, Open fails with ErrDamaged or Get is safe.
func FuzzOpen(f *testing.F) {
	f.Add(Write(3, entries(20)), uint32(7))
	f.Add(Write(0, nil), uint32(0))
	f.Add([]byte("wslook"), uint32(1))
	f.Fuzz(func(t *testing.T, data []byte, hash uint32) {
		if len(data) >= headerSize {
			data = resum(append([]byte(nil), data...)) // look behind the checksum
		}
		table, err := Open(data)
		if err != nil {
			require.ErrorIs(t, err, ErrDamaged)
			return
		}
		if v := table.Get(hash); v != nil {
			require.LessOrEqual(t, len(v), len(data))
		}
	})
}
