package modelfile

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

var toyForm = Form{Kind: "toy", Version: 3, Sections: []string{"names", "nothing", "numbers"}}

func toy() []byte { return toyForm.Write([]byte("ab"), nil, []byte{1, 2, 3}) }

func TestOpenReturnsWhatWasWritten(t *testing.T) {
	t.Parallel()
	s, err := toyForm.Open(toy())
	require.NoError(t, err)
	require.Equal(t, [][]byte{[]byte("ab"), {}, {1, 2, 3}}, s)
	require.Equal(t, toy(), toy())
	require.Zero(t, cap(s[1]), "an append to a section leaves the next alone")
}

// Whatever byte of a file changes, Open says so, and which section it is in.
func TestOpenFindsEveryChange(t *testing.T) {
	t.Parallel()
	good := toy()
	first := headerSize + 3*entrySize
	require.Len(t, good, first+5)
	for i := range good {
		for _, x := range []byte{1, 0x80, 0xff} {
			bad := slices.Clone(good)
			bad[i] ^= x
			_, err := toyForm.Open(bad)
			want := Header
			switch {
			case i >= first+2:
				want = "numbers"
			case i >= first:
				want = "names"
			}
			requireDamage(t, err, want)
		}
	}
	for n := range good {
		_, err := toyForm.Open(good[:n])
		require.ErrorIs(t, err, ErrDamaged, n)
	}
	_, err := toyForm.Open(append(good, 0))
	requireDamage(t, err, Header)
}

func requireDamage(t *testing.T, err error, section string) {
	t.Helper()
	require.ErrorIs(t, err, ErrDamaged)
	var damage *DamageError
	require.True(t, errors.As(err, &damage))
	require.Equal(t, section, damage.Section, err)
	require.ErrorContains(t, err, section)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	other := func(change func(f *Form)) []byte {
		f := toyForm
		f.Sections = slices.Clone(f.Sections)
		change(&f)
		return f.Write(make([][]byte, len(f.Sections))...)
	}
	cut := toy()
	cut = cut[:len(cut)-1]
	old := toy()
	old[7] = 1
	vast := toy()
	binary.LittleEndian.PutUint32(vast[headerSize-4:], 1<<31)
	newer := other(func(f *Form) { f.Version++ })
	const otherVersion = ": it was made for another version of this library"
	for want, data := range map[string][]byte{
		`header: 0 bytes that are no model`:                   nil,
		`header: 80 bytes that are no model`:                  make([]byte, 80),
		`header: this is a model of kind "tags"`:              other(func(f *Form) { f.Kind = Tags }),
		`header: 2 sections, want 3`:                          other(func(f *Form) { f.Sections = f.Sections[:2] }),
		`header: 2147483648 sections in a file of 113 bytes`:  vast,
		`header: a file of form 1, want 2` + otherVersion:     old,
		`header: version 4, want 3` + otherVersion:            newer,
		`section "nothing": in its place there is "numbers"`:  other(func(f *Form) { f.Sections[1] = "numbers" }),
		`section "numbers": 3 bytes, of which the file has 2`: cut,
	} {
		_, err := toyForm.Open(data)
		require.EqualError(t, err, `damaged model of kind "toy": `+want)
	}
	require.PanicsWithValue(t, "modelfile: 1 sections for a form of 3", func() { toyForm.Write(nil) })
}

func TestSlotsLeaveRoom(t *testing.T) {
	t.Parallel()
	for _, hashes := range [][]uint32{nil, {0}, {1<<32 - 1}, {0, 1, 2, 1<<32 - 3, 1<<32 - 2, 1<<32 - 1}} {
		s, size := NewSlots(len(hashes))
		taken := make([]bool, size)
		for _, h := range hashes {
			at, ok := s.Next(h)
			require.True(t, ok)
			require.False(t, taken[at])
			taken[at] = true
			for k := h >> s.Shift; k < at; k++ {
				require.True(t, taken[k], "a look from the first slot comes to the hash")
			}
		}
		require.False(t, taken[size-1])
	}
	s, size := NewSlots(4 * maxRun)
	for i := range uint32(maxRun) {
		at, ok := s.Next(1<<32 - 4*maxRun + i)
		require.True(t, ok)
		require.Less(t, int(at), size-1)
	}
	_, ok := s.Next(1<<32 - 1)
	require.False(t, ok, "too many in a run")
}

// FuzzOpen: any bytes are refused with ErrDamaged, or are what Write makes of
// their sections. The checksums are made right where the table allows it, so
// that the fuzzer gets behind them.
func FuzzOpen(f *testing.F) {
	f.Add(toy())
	f.Add([]byte(nil))
	f.Add([]byte("whosaid\x01"))
	f.Add(toyForm.Write(nil, nil, nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, data := range [][]byte{data, summed(slices.Clone(data))} {
			s, err := toyForm.Open(data)
			if err != nil {
				var damage *DamageError
				require.True(t, errors.As(err, &damage))
				require.NotEmpty(t, damage.Section)
				continue
			}
			require.Equal(t, data, toyForm.Write(s...))
		}
	})
}

// summed makes the checksums of a file right, as far as it has what they are
// of.
func summed(data []byte) []byte {
	le := binary.LittleEndian
	end := headerSize + 3*entrySize
	if len(data) < end {
		return data
	}
	rest := data[end:]
	for e := headerSize; e < end; e += entrySize {
		n := min(uint64(le.Uint32(data[e+nameSize:])), uint64(len(rest)))
		le.PutUint32(data[e+nameSize+4:], crc32.Checksum(rest[:n], crc))
		rest = rest[n:]
	}
	le.PutUint32(data[8:], crc32.Checksum(data[summedFrom:end], crc))
	return data
}
