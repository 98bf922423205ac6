package modelfile

import (
	"encoding/binary"
	"fmt"
)

// Hashes describes how a table keeps hashes of 32 bits, in ascending order, in
// two sections: the first Bits bits of a hash choose its bucket, and the last
// 16 are kept. The bits between are lost. One section has, for each bucket and
// for the end, the number of the hash that it begins with, as uint32; the
// other the 16 bits of each hash.
type Hashes struct {
	Bits int
	// Most is how many hashes a bucket may hold, so that a look into one takes
	// no longer than it should.
	Most uint32
}

// Place is what is kept of a hash. Hashes are written in the order of their
// places, each place once.
func (t Hashes) Place(hash uint32) uint32 { return hash>>(32-t.Bits)<<16 | hash&0xffff }

// Sections lays out hashes, whose places ascend.
func (t Hashes) Sections(hashes []uint32) (buckets, prints []byte) {
	next := 0
	for b := range 1<<t.Bits + 1 {
		buckets = binary.LittleEndian.AppendUint32(buckets, uint32(next))
		for ; next < len(hashes) && int(hashes[next]>>(32-t.Bits)) == b; next++ {
			prints = binary.LittleEndian.AppendUint16(prints, uint16(hashes[next]))
		}
	}
	return buckets, prints
}

// Check proves that two sections hold hashes, and returns how many. Else it
// says what is wrong with which of the two; they are called "buckets" and
// "prints".
func (t Hashes) Check(f *Form, buckets, prints []byte) (int, error) {
	if want := 4 * (1<<t.Bits + 1); len(buckets) != want {
		return 0, f.Damaged("buckets", "%d bytes, want %d", len(buckets), want)
	}
	if len(prints)%2 != 0 {
		return 0, f.Damaged("prints", "%d bytes, an odd number", len(prints))
	}
	n := len(prints) / 2
	if first, end := t.bucket(buckets, 0), t.bucket(buckets, 1<<t.Bits); first != 0 || uint64(end) != uint64(n) {
		return 0, f.Damaged("buckets", "from hash %d to %d, want 0 to %d", first, end, n)
	}
	at := uint32(0)
	for b := range 1 << t.Bits {
		end := t.bucket(buckets, b+1)
		if end < at || uint64(end) > uint64(n) || end-at > t.Most {
			return 0, f.Damaged("buckets", "bucket %d is from hash %d to %d", b, at, end)
		}
		if !ascend(prints[2*at : 2*end]) {
			return 0, f.Damaged("prints", "those of bucket %d do not ascend", b)
		}
		at = end
	}
	return n, nil
}

// ascend reports whether each number of 16 bits is above the one before.
func ascend(b []byte) bool {
	for ; len(b) >= 4; b = b[2:] {
		if x := binary.LittleEndian.Uint32(b); x>>16 <= x&0xffff {
			return false
		}
	}
	return true
}

func (t Hashes) bucket(buckets []byte, b int) uint32 {
	return binary.LittleEndian.Uint32(buckets[4*b:])
}

// CheckNames says what is wrong with a list of names, such as a model's labels:
// there must be at least one and at most most of them, each once, of 1 to 64
// visible ASCII characters. It returns "" if they are right.
func CheckNames(names []string, most int) string {
	if len(names) > most {
		return fmt.Sprintf("%d names, at most %d are possible", len(names), most)
	}
	seen := make(map[string]bool, len(names))
	for i, n := range names {
		if len(n) == 0 || len(n) > 64 {
			return fmt.Sprintf("name %d has %d bytes", i, len(n))
		}
		for _, c := range []byte(n) {
			if c <= ' ' || c > '~' {
				return fmt.Sprintf("name %d is %q", i, n)
			}
		}
		if seen[n] {
			return fmt.Sprintf("%q is there twice", n)
		}
		seen[n] = true
	}
	return ""
}

// Slots lays distinct ascending hashes out as a hash table with open
// addressing, of which at most three quarters are taken: a hash stands at
// hash>>Shift or in one of the slots behind that, before any that is free.
type Slots struct {
	Shift     uint
	next, run uint32
}

// maxRun is how many slots that are taken may stand one after another, so that
// no look takes longer. Hashes of a million words leave it at a few hundred.
const maxRun = 1 << 11

// NewSlots returns the layout of n hashes, and how many slots to make for it.
// The last one stays free, so that looks end.
func NewSlots(n int) (Slots, int) {
	bits := uint(1)
	for 3<<bits < 4*n {
		bits++
	}
	return Slots{Shift: 32 - bits}, 1<<bits + maxRun + 1
}

// Next is where the next hash stands. It fails if too many stand there.
func (s *Slots) Next(hash uint32) (at uint32, ok bool) {
	at = hash >> s.Shift
	if at > s.next {
		s.run = 0
	}
	at = max(at, s.next)
	s.run++
	s.next = at + 1
	return at, s.run <= maxRun
}
