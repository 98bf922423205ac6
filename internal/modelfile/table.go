package modelfile

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// tableHashes keeps 30 bits of a hash: a string that was never entered is found
// about once in 2^30 looks times the number of entries in its bucket.
var tableHashes = Hashes{Bits: 14, Most: 1 << 10}

// tableForm is how a table of some kind is laid out: the hashes, and the value
// of each, all of one size.
func tableForm(kind Kind) Form {
	return Form{Kind: kind, Version: 1, Sections: []string{"buckets", "prints", "values"}}
}

// A Table is a compact read-only hash table from hashed strings to values of a
// fixed number of bytes, used where it stands in the bytes of a file.
type Table struct {
	form                    Form
	width                   int
	buckets, prints, values []byte
}

// OpenTable reads a table of the given kind whose values have width bytes, at
// least one, keeping views on data. Errors are of type *DamageError.
func OpenTable(kind Kind, width int, data []byte) (*Table, error) {
	t := &Table{form: tableForm(kind), width: width}
	s, err := t.form.Open(data)
	if err != nil {
		return nil, err
	}
	t.buckets, t.prints, t.values = s[0], s[1], s[2]
	n, err := tableHashes.Check(&t.form, t.buckets, t.prints)
	if err != nil {
		return nil, err
	}
	if len(t.values) != n*width {
		return nil, t.form.Damaged("values", "%d bytes for %d hashes, want %d for each", len(t.values), n, width)
	}
	return t, nil
}

// Damaged returns a *DamageError about the value of an entry, for
// readers that know what values there can be.
func (t *Table) Damaged(format string, args ...any) error {
	return t.form.Damaged("values", format, args...)
}

// Get returns the value of a hash, or nil.
func (t *Table) Get(hash uint32) []byte {
	b := int(hash>>(32-tableHashes.Bits)) * 4
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

// Value is the value of the i-th entry.
func (t *Table) Value(i int) []byte { return t.values[i*t.width : (i+1)*t.width] }

// An Entry is a hash with its value.
type Entry struct {
	Hash  uint32
	Value []byte
}

// WriteTable returns the file of a table whose values all have width bytes. Of
// entries that share a place the first wins.
func WriteTable(kind Kind, width int, entries []Entry) []byte {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(tableHashes.Place(a.Hash), tableHashes.Place(b.Hash)) })
	entries = slices.CompactFunc(entries, func(a, b Entry) bool { return tableHashes.Place(a.Hash) == tableHashes.Place(b.Hash) })
	kept := make([]uint32, len(entries))
	var values []byte
	for i, e := range entries {
		kept[i] = e.Hash
		values = append(values, e.Value[:width]...)
	}
	buckets, prints := tableHashes.Sections(kept)
	f := tableForm(kind)
	return f.Write(buckets, prints, values)
}
