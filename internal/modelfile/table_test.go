package modelfile

import (
	"encoding/binary"
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
		table, err := OpenTable(Lists, 3, WriteTable(Lists, 3, in))
		require.NoError(t, err)
		require.LessOrEqual(t, table.Len(), n)
		for _, e := range in[:min(n, 50)] {
			require.Equal(t, e.Value, table.Get(e.Hash))
		}
		require.Nil(t, table.Get(12345))
	}
}

func TestWriteTableIsDeterministicAndTheFirstWins(t *testing.T) {
	t.Parallel()
	require.Equal(t, WriteTable(Lists, 3, entries(100)), WriteTable(Lists, 3, entries(100)))
	table, err := OpenTable(Lists, 1, WriteTable(Lists, 1, []Entry{{7, []byte{1}}, {7, []byte{2}}}))
	require.NoError(t, err)
	require.Equal(t, []byte{1}, table.Get(7))
	require.Equal(t, 1, table.Len())
}

func TestOpenTableRejects(t *testing.T) {
	t.Parallel()
	f := tableForm(Lists)
	for want, change := range map[string]func(s [][]byte){
		`section "buckets": 4 bytes`:                  func(s [][]byte) { s[0] = s[0][:4] },
		`section "buckets": from hash 0 to 100, want`: func(s [][]byte) { s[1] = s[1][2:] },
		`section "buckets": bucket 1 is from hash 1 to 1073741824`: func(s [][]byte) {
			binary.LittleEndian.PutUint32(s[0][8:], 1<<30)
		},
		`section "values": 299 bytes for 100 hashes`: func(s [][]byte) { s[2] = s[2][1:] },
	} {
		s, err := f.Open(WriteTable(Lists, 3, entries(100)))
		require.NoError(t, err)
		change(s)
		_, err = OpenTable(Lists, 3, f.Write(s...))
		require.ErrorIs(t, err, ErrDamaged)
		require.ErrorContains(t, err, want)
	}
	_, err := OpenTable(Lists, 2, WriteTable(Lists, 3, entries(100)))
	require.ErrorContains(t, err, `section "values": 300 bytes for 100 hashes, want 2 for each`)
	_, err = OpenTable(Clusters, 3, WriteTable(Lists, 3, nil))
	require.ErrorContains(t, err, `this is a model of kind "lists"`)
}

// Of hashes in one bucket, no more than a look may take time for, each once.
func TestOpenTableRefusesACrowd(t *testing.T) {
	t.Parallel()
	f := tableForm(Lists)
	with := func(n int) []byte {
		entries := make([]Entry, n)
		for i := range entries {
			entries[i] = Entry{uint32(i), []byte{1}}
		}
		return WriteTable(Lists, 1, entries)
	}
	_, err := OpenTable(Lists, 1, with(1024))
	require.NoError(t, err)
	_, err = OpenTable(Lists, 1, with(1025))
	require.ErrorContains(t, err, `section "buckets": bucket 0`)
	s, err := f.Open(with(2))
	require.NoError(t, err)
	s[1][2] = 0
	_, err = OpenTable(Lists, 1, f.Write(s...))
	require.ErrorContains(t, err, `section "prints": those of bucket 0 do not ascend`)
}

// Whatever the sections, OpenTable fails with ErrDamaged or Get is safe.
func FuzzOpenTable(f *testing.F) {
	form := tableForm(Lists)
	for _, n := range []int{0, 20} {
		s, err := form.Open(WriteTable(Lists, 3, entries(n)))
		require.NoError(f, err)
		f.Add(s[0], s[1], s[2], uint32(7))
	}
	f.Fuzz(func(t *testing.T, buckets, prints, values []byte, hash uint32) {
		table, err := OpenTable(Lists, 3, form.Write(buckets, prints, values))
		if err != nil {
			require.ErrorIs(t, err, ErrDamaged)
			return
		}
		if v := table.Get(hash); v != nil {
			require.Len(t, v, 3)
		}
	})
}
