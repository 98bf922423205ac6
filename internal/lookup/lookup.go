// Package lookup is a compact read-only hash table from hashed strings to
// small fixed-size values, used where it stands in the bytes of a file.
package lookup

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
)

// ErrDamaged is wrapped by the errors of Open.
var ErrDamaged = errors.New("damaged table")

const (
	bucketBits = 14
	numBuckets = 1 << bucketBits
	headerSize = 8 + 4 + 4 + 4
)

var magic = [8]byte{'w', 's', 'l', 'o', 'o', 'k', 0, 1}

// A Table maps hashes to values of a fixed number of bytes. It knows a hash
// by 30 of its bits, so that a string that was never entered is found about
// once in 2^30 looks times the number of entries in its bucket.
type Table struct {
	width                   int
	buckets, prints, values []byte
}

// Open reads a table, keeping views on data. Errors wrap ErrDamaged.
func Open(data []byte) (*Table, error) {
	if len(data) < headerSize || [8]byte(data[:8]) != magic {
		return nil, fmt.Errorf("lookup: %w: no table of version %d (%d bytes)", ErrDamaged, magic[7], len(data))
	}
	if got, want := crc32.ChecksumIEEE(data[12:]), binary.LittleEndian.Uint32(data[8:]); got != want {
		return nil, fmt.Errorf("lookup: %w: checksum %08x, want %08x", ErrDamaged, got, want)
	}
	width, n := uint64(binary.LittleEndian.Uint32(data[12:])), uint64(binary.LittleEndian.Uint32(data[16:]))
	const bucketBytes = 4 * (numBuckets + 1)
	if width > 64 || uint64(len(data)) != headerSize+bucketBytes+n*(2+width) {
		return nil, fmt.Errorf("lookup: %w: %d entries of %d bytes do not fill its %d bytes", ErrDamaged, n, width, len(data))
	}
	body := data[headerSize:]
	t := &Table{int(width), body[:bucketBytes], body[bucketBytes:][:2*n], body[bucketBytes+2*n:]}
	last := uint32(0)
	for b := 0; b <= numBuckets; b++ {
		at := binary.LittleEndian.Uint32(t.buckets[4*b:])
		if at < last || uint64(at) > n {
			return nil, fmt.Errorf("lookup: %w: bucket %d begins at entry %d of %d", ErrDamaged, b, at, n)
		}
		last = at
	}
	return t, nil
}

// Get returns the value of a hash, or nil.
func (t *Table) Get(hash uint32) []byte {
	b := int(hash>>(32-bucketBits)) * 4
	first, last := binary.LittleEndian.Uint32(t.buckets[b:]), binary.LittleEndian.Uint32(t.buckets[b+4:])
	print := uint16(hash)
	for i := int(first); i < int(last); i++ {
		if binary.LittleEndian.Uint16(t.prints[2*i:]) == print {
			return t.values[i*t.width : (i+1)*t.width]
		}
	}
	return nil
}

// Len is the number of entries.
func (t *Table) Len() int { return len(t.prints) / 2 }

// An Entry is a hash with its value.
type Entry struct {
	Hash  uint32
	Value []byte
}

// Write returns the file of a table whose values all have width bytes. Of
// entries that share a place the first wins.
func Write(width int, entries []Entry) []byte {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(place(a.Hash), place(b.Hash)) })
	entries = slices.CompactFunc(entries, func(a, b Entry) bool { return place(a.Hash) == place(b.Hash) })
	le := binary.LittleEndian
	body := le.AppendUint32(le.AppendUint32(nil, uint32(width)), uint32(len(entries)))
	next := 0
	for b := 0; b <= numBuckets; b++ {
		body = le.AppendUint32(body, uint32(next))
		for next < len(entries) && int(entries[next].Hash>>(32-bucketBits)) == b {
			next++
		}
	}
	for _, e := range entries {
		body = le.AppendUint16(body, uint16(e.Hash))
	}
	for _, e := range entries {
		body = append(body, e.Value[:width]...)
	}
	return append(le.AppendUint32(magic[:len(magic):len(magic)], crc32.ChecksumIEEE(body)), body...)
}

func place(hash uint32) uint32 { return hash>>(32-bucketBits)<<16 | hash&0xffff }
