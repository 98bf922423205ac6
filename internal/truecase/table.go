package truecase

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"unicode"
	"unicode/utf8"
)

// data holds three lists of hashes, each ascending, as little-endian numbers
// of 32 bits, after the numbers of their entries. See Encode.
//
//go:generate go run ../cmd/gentruecase -data ../../../shared/data/train -out words.bin
//go:embed words.bin
var data string

// A list is one of the lists in data, which is read where it lies.
type list int

const (
	lowerWords list = iota // words usually in lower case
	acronyms               // words usually in capitals
	namePairs              // pairs of words that are a name together: "white house"
	listCount
)

// number is the i-th number of data.
func number(i int) uint32 {
	b := data[4*i : 4*i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// has reports whether l holds h.
func (l list) has(h uint32) bool {
	lo := int(listCount)
	for i := range l {
		lo += int(number(int(i)))
	}
	hi := lo + int(number(int(l)))
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch n := number(mid); {
		case n == h:
			return true
		case n < h:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return false
}

// hash is FNV-1a over s in lower case.
func hash(s string) uint32 { return extend(2166136261, s) }

// hashPair is the hash of two words that follow one another.
func hashPair(a, b string) uint32 { return extend(extend(hash(a), " "), b) }

func extend(h uint32, s string) uint32 {
	for _, r := range s {
		switch {
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		}
		for ; r > 0xFF; r >>= 8 {
			h = (h ^ uint32(r&0xFF)) * 16777619
		}
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}

// Encode makes the table that this package embeds, from words usually in lower
// case, words usually in capitals, and pairs of words that are a name together.
func Encode(lower, upper []string, pairs [][2]string) []byte {
	hashes := make([][]uint32, listCount)
	for _, w := range lower {
		hashes[lowerWords] = append(hashes[lowerWords], hash(w))
	}
	for _, w := range upper {
		hashes[acronyms] = append(hashes[acronyms], hash(w))
	}
	for _, p := range pairs {
		hashes[namePairs] = append(hashes[namePairs], hashPair(p[0], p[1]))
	}
	var out []byte
	for l := range hashes {
		slices.Sort(hashes[l])
		hashes[l] = slices.Compact(hashes[l])
		out = binary.LittleEndian.AppendUint32(out, uint32(len(hashes[l])))
	}
	for _, hs := range hashes {
		for _, h := range hs {
			out = binary.LittleEndian.AppendUint32(out, h)
		}
	}
	return out
}
