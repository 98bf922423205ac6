package entity

import (
	"context"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// MaxNameBytes is the longest name that a Table takes, in bytes.
const MaxNameBytes = 400

// A Table is a set of names with their kinds, as large as memory allows: a
// name takes about 20 bytes whatever its length, a million load in less than a
// second, and looking for them costs one probe for each word of a text.
//
// A name is found where it stands letter for letter, capitals included, from
// the beginning of a token to the end of one; runs of white space are all one
// space. Names are known by 64-bit hashes. Once filled, a Table is safe for
// concurrent use.
type Table struct {
	names hashTable // hash of a whole name → its kind
	heads hashTable // hash of the letters that names begin with → the longest of these names
}

// tableKinds numbers the kinds of entities in a Table.
var tableKinds = append([]whosaid.EntityKind{""}, whosaid.EntityKind.Values("")...)

func kindIndex(k whosaid.EntityKind) (uint16, error) {
	for i := 1; i < len(tableKinds); i++ {
		if tableKinds[i] == k {
			return uint16(i), nil
		}
	}
	return 0, fmt.Errorf("unknown kind %q", k)
}

// Add enters names of one kind. It fails, and enters no more, at a name that is
// empty, has no letter or digit at its beginning, is longer than MaxNameBytes,
// or is there with another kind.
func (t *Table) Add(kind whosaid.EntityKind, names ...string) error {
	k, err := kindIndex(kind)
	if err != nil {
		return err
	}
	t.names.reserve(len(names))
	for _, n := range names {
		if err := t.add(k, n); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) add(kind uint16, name string) error {
	if len(name) > MaxNameBytes {
		return fmt.Errorf("name %.20q… has %d bytes, limit %d", name, len(name), MaxNameBytes)
	}
	head := headLen(name)
	if head == 0 {
		return fmt.Errorf("name %q does not begin with a letter or digit", name)
	}
	h := newSpelling()
	h.write(name)
	if at := t.names.put(h.sum()); *at == 0 {
		*at = kind
	} else if *at != kind {
		return fmt.Errorf("name %q is a %s and a %s", name, tableKinds[*at], tableKinds[kind])
	}
	first := newSpelling()
	first.write(name[:head])
	if at := t.heads.put(first.sum()); int(*at) < h.n {
		*at = uint16(h.n)
	}
	return nil
}

// Len is the number of names.
func (t *Table) Len() int { return t.names.n }

// kind is the kind of a text that is a name as a whole, or "".
func (t *Table) kind(text string) whosaid.EntityKind {
	if len(text) > 2*MaxNameBytes || t.names.n == 0 {
		return ""
	}
	h := newSpelling()
	h.write(text)
	return tableKinds[t.names.get(h.sum())]
}

// Recognize implements Recognizer: names have the score 1.
func (t *Table) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	return t.find(d), ctx.Err()
}

// find returns the longest names at each place of d, from left to right.
func (t *Table) find(d *whosaid.Document) []Name {
	if t.names.n == 0 {
		return nil
	}
	var out []Name
	for _, s := range d.Sentences {
		for i := s.FirstToken; i < s.EndToken; i++ {
			if end, kind := t.longest(d, i, s.EndToken); end > i {
				out = append(out, Name{Span: whosaid.Span{Start: d.Tokens[i].Start, End: d.Tokens[end-1].End}, Kind: kind, Score: 1})
				i = end - 1
			}
		}
	}
	return out
}

// longest returns the end of the longest name that begins with token i, or 0.
func (t *Table) longest(d *whosaid.Document, i, last int) (int, whosaid.EntityKind) {
	start := d.Tokens[i].Start
	head := headLen(d.Text[start:min(len(d.Text), start+MaxNameBytes)])
	if head == 0 {
		return 0, ""
	}
	first := newSpelling()
	first.write(d.Text[start : start+head])
	limit := int(t.heads.get(first.sum()))
	h, from, end, kind := newSpelling(), start, 0, uint16(0)
	for j := i; j < last && h.n < limit; j++ {
		if d.Tokens[j].End-from > 2*MaxNameBytes {
			break
		}
		h.write(d.Text[from:d.Tokens[j].End])
		from = d.Tokens[j].End
		if k := t.names.get(h.sum()); k != 0 {
			end, kind = j+1, k
		}
	}
	return end, tableKinds[kind]
}

// headLen is how many bytes of letters and digits s begins with.
func headLen(s string) int {
	for i, r := range s {
		if r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return len(s)
}

// A spelling hashes a text piece by piece, with white space made one space.
type spelling struct {
	h     uint64
	n     int // bytes hashed
	space bool
}

func newSpelling() spelling { return spelling{h: 14695981039346656037} }

func (s *spelling) write(text string) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			s.space = true
			continue
		case c == 0xc2 && i+1 < len(text) && text[i+1] == 0xa0: // no-break space
			s.space = true
			i++
			continue
		}
		if s.space && s.n > 0 {
			s.h = (s.h ^ ' ') * 1099511628211
			s.n++
		}
		s.space = false
		s.h = (s.h ^ uint64(c)) * 1099511628211
		s.n++
	}
}

// sum is never 0.
func (s *spelling) sum() uint64 {
	h := s.h
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return h | 1
}

// A hashTable maps hashes, which are never 0, to small numbers. With Go's map in
// its place a million names take 38 bytes each rather than 21 and 1.7 times as
// long to load (BenchmarkTableAdd), and a text is read a tenth slower
// (BenchmarkTableFind).
type hashTable struct {
	keys   []uint64
	values []uint16
	n      int
}

func (t *hashTable) get(key uint64) uint16 {
	if len(t.keys) == 0 {
		return 0
	}
	mask := uint64(len(t.keys) - 1)
	for i := key >> 8 & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case key:
			return t.values[i]
		case 0:
			return 0
		}
	}
}

// put returns the place of a key's value, 0 at first. It is good until the
// next call.
func (t *hashTable) put(key uint64) *uint16 {
	t.reserve(1)
	mask := uint64(len(t.keys) - 1)
	i := key >> 8 & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	if t.keys[i] == 0 {
		t.keys[i] = key
		t.n++
	}
	return &t.values[i]
}

// reserve makes room for n more keys.
func (t *hashTable) reserve(n int) {
	size := max(64, len(t.keys))
	for 4*(t.n+n+1) > 3*size {
		size *= 2
	}
	if size > len(t.keys) {
		t.resize(size)
	}
}

// resize moves the keys to a table of the given size, a power of two.
func (t *hashTable) resize(size int) {
	old := *t
	t.keys, t.values, t.n = make([]uint64, size), make([]uint16, size), 0
	for i, k := range old.keys {
		if k != 0 {
			*t.put(k) = old.values[i]
		}
	}
}
