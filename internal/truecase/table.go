package truecase

import (
	"encoding/binary"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
)

//go:generate go run ../cmd/gentruecase -data ../../../shared/data/train -out ../model

// form is how the table is laid out: three lists of hashes (uint32 each),
// ascending.
var form = modelfile.Form{Kind: modelfile.Case, Version: 1, Sections: []string{
	"lower",    // words usually in lower case
	"acronyms", // words usually in capitals
	"pairs",    // pairs of words that are a name together: "white house"
}}

// A Table knows how words are usually capitalized. It is safe for concurrent
// use.
type Table struct {
	lower, acronyms, pairs list

	affixes *affixes
}

// New returns the built-in table.
func New() (*Table, error) { return Open(model.Case) }

// Open opens a table that Encode made. It keeps data, which must not change
// afterwards. Errors about data are of type *modelfile.DamageError.
func Open(data []byte) (*Table, error) {
	s, err := form.Open(data)
	if err != nil {
		return nil, err
	}
	for i, l := range s {
		if len(l)%4 != 0 {
			return nil, form.Damaged(form.Sections[i], "%d bytes, want 4 for each hash", len(l))
		}
		for k := 1; k < len(l)/4; k++ {
			if list(l).at(k-1) >= list(l).at(k) {
				return nil, form.Damaged(form.Sections[i], "hash %d is not above the one before", k)
			}
		}
	}
	a, err := builtinAffixes()
	if err != nil {
		return nil, err
	}
	return &Table{s[0], s[1], s[2], a}, nil
}

// A list is ascending hashes in the bytes of a file.
type list []byte

func (l list) at(i int) uint32 { return binary.LittleEndian.Uint32(l[4*i:]) }

// has reports whether l holds h.
func (l list) has(h uint32) bool {
	n := len(l) / 4
	i := sort.Search(n, func(i int) bool { return l.at(i) >= h })
	return i < n && l.at(i) == h
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

// Encode returns the file of a table, from words usually in lower case, words
// usually in capitals, and pairs of words that are a name together.
func Encode(lower, upper []string, pairs [][2]string) []byte {
	var hashes [3][]uint32
	for _, w := range lower {
		hashes[0] = append(hashes[0], hash(w))
	}
	for _, w := range upper {
		hashes[1] = append(hashes[1], hash(w))
	}
	for _, p := range pairs {
		hashes[2] = append(hashes[2], hashPair(p[0], p[1]))
	}
	var lists [3][]byte
	for i, l := range hashes {
		slices.Sort(l)
		for _, h := range slices.Compact(l) {
			lists[i] = binary.LittleEndian.AppendUint32(lists[i], h)
		}
	}
	return form.Write(lists[:]...)
}
