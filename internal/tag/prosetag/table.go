package prosetag

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/internal/linear"
)

// ErrDamaged is wrapped by the errors of a table that cannot be read.
var ErrDamaged = errors.New("damaged table")

// A Feature is a feature of prose's tagger with its weights, for Encode.
type Feature struct {
	Name    string // as prose spells it: "i-1 tag+i word DT dog"
	Weights []Weight
}

// A Weight speaks for a tag if positive, against it if negative.
type Weight struct {
	Tag         string
	Thousandths int32
}

// templates are prose's features, by the words that its names begin with. A
// template's place is its number; where a name begins with two, the first
// counts.
var templates = [...]string{
	"i-1 tag+i word ", "i tag+i-2 tag ", "i suffix ", "i pref1 ", "i-1 tag ", "i-2 tag ", "i word ",
	"i-1 word ", "i-1 suffix ", "i-2 word ", "i+1 word ", "i+1 suffix ", "i+2 word ", "bias",
}

// The numbers of the templates.
const (
	tagAndWord = iota
	twoTags
	suffix
	prefix
	tagBefore
	tagBefore2
	word
	wordBefore
	suffixBefore
	wordBefore2
	wordAfter
	suffixAfter
	wordAfter2
	bias
)

func hash1(template int, value uint32) uint32 { return linear.Mix(uint32(template)+1, value) }

func hash2(template int, a, b uint32) uint32 {
	return linear.Mix(linear.Mix(uint32(template)+1, a), b)
}

// nameHash is the hash of a feature that prose spells out.
func nameHash(name string) (uint32, error) {
	for t, begin := range templates {
		value, ok := strings.CutPrefix(name, begin)
		if !ok {
			continue
		}
		if t == tagAndWord || t == twoTags {
			a, b, _ := strings.Cut(value, " ")
			return hash2(t, linear.Hash(a), linear.Hash(b)), nil
		}
		return hash1(t, linear.Hash(value)), nil
	}
	return 0, fmt.Errorf("prosetag: unknown feature %q", name)
}

// The file: magic; CRC-32 of all that follows; as uint32 the bytes of the
// tags, the number of fixed words, of features, of weights; the tags, one a
// line; fixed words (hash, tag); buckets (first feature, one more at the end),
// hashes of the features, their first weights (one more at the end); weights
// (tag in the high byte, thousandths plus 1<<23 in the others). All uint32,
// little-endian, but for the tags.
const (
	bucketBits = 16
	numBuckets = 1 << bucketBits
	headerSize = 8 + 4 + 4*4
	zeroWeight = 1 << 23
)

var magic = [8]byte{'w', 's', 't', 'a', 'g', 's', 0, 1}

// Encode returns the table of a tagger: features, and the words that always
// have one tag.
func Encode(features []Feature, fixed map[string]string) ([]byte, error) {
	tags, number := numberTags(features, fixed)
	type row struct {
		hash    uint32
		weights []Weight
	}
	rows := make([]row, len(features))
	for i, f := range features {
		h, err := nameHash(f.Name)
		if err != nil {
			return nil, err
		}
		rows[i] = row{h, f.Weights}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.hash, b.hash) })
	le := binary.LittleEndian
	var buckets, hashes, firsts, weights []byte
	next := 0
	for b := range numBuckets + 1 {
		buckets = le.AppendUint32(buckets, uint32(next))
		for ; next < len(rows) && int(rows[next].hash>>(32-bucketBits)) == b; next++ {
			hashes = le.AppendUint32(hashes, rows[next].hash)
			firsts = le.AppendUint32(firsts, uint32(len(weights)/4))
			for _, w := range rows[next].weights {
				weights = le.AppendUint32(weights, number[w.Tag]<<24|uint32(w.Thousandths+zeroWeight))
			}
		}
	}
	firsts = le.AppendUint32(firsts, uint32(len(weights)/4))
	words := fixedWords(fixed, number)
	names := strings.Join(tags, "\n")
	var body []byte
	for _, n := range []int{len(names), len(words) / 8, len(rows), len(weights) / 4} {
		body = le.AppendUint32(body, uint32(n))
	}
	body = append(body, names...)
	for _, part := range [][]byte{words, buckets, hashes, firsts, weights} {
		body = append(body, part...)
	}
	return append(le.AppendUint32(magic[:len(magic):len(magic)], crc32.ChecksumIEEE(body)), body...), nil
}

func numberTags(features []Feature, fixed map[string]string) ([]string, map[string]uint32) {
	set := map[string]uint32{}
	for _, f := range features {
		for _, w := range f.Weights {
			set[w.Tag] = 0
		}
	}
	for _, t := range fixed {
		set[t] = 0
	}
	tags := make([]string, 0, len(set))
	for t := range set {
		tags = append(tags, t)
	}
	slices.Sort(tags)
	for i, t := range tags {
		set[t] = uint32(i)
	}
	return tags, set
}

func fixedWords(fixed map[string]string, number map[string]uint32) []byte {
	hashes := make([]uint32, 0, len(fixed))
	tags := map[uint32]uint32{}
	for w, t := range fixed {
		h := linear.Hash(w)
		hashes = append(hashes, h)
		tags[h] = number[t]
	}
	slices.Sort(hashes)
	var out []byte
	for _, h := range hashes {
		out = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(out, h), tags[h])
	}
	return out
}

// A table is an opened file; its slices are views on the bytes.
type table struct {
	tags                             []string
	fixed                            map[uint32]uint8
	buckets, hashes, firsts, weights []byte
	// slots is a hash table of the features by their first bits, with open
	// addressing: one look where the file's own tables take three.
	slots []slot
	shift uint // of a hash, to its place in slots
}

// A slot is a feature and the bytes of weights that it has; none: the slot is
// empty.
type slot struct{ hash, first, end uint32 }

// open reads a table, keeping views on data.
func open(data []byte) (*table, error) {
	if len(data) < headerSize || [8]byte(data[:8]) != magic {
		return nil, fmt.Errorf("prosetag: %w: no table of version %d (%d bytes)", ErrDamaged, magic[7], len(data))
	}
	le := binary.LittleEndian
	if got, want := crc32.ChecksumIEEE(data[12:]), le.Uint32(data[8:]); got != want {
		return nil, fmt.Errorf("prosetag: %w: checksum %08x, want %08x", ErrDamaged, got, want)
	}
	nNames, nFixed, nFeatures, nWeights := uint64(le.Uint32(data[12:])), uint64(le.Uint32(data[16:])), uint64(le.Uint32(data[20:])), uint64(le.Uint32(data[24:]))
	rest := data[headerSize:]
	if nNames+8*nFixed+4*(numBuckets+1)+4*nFeatures+4*(nFeatures+1)+4*nWeights != uint64(len(rest)) {
		return nil, fmt.Errorf("prosetag: %w: its parts do not fill its %d bytes", ErrDamaged, len(data))
	}
	take := func(n uint64) []byte {
		part := rest[:n]
		rest = rest[n:]
		return part
	}
	t := &table{tags: strings.Split(string(take(nNames)), "\n"), fixed: make(map[uint32]uint8, nFixed)}
	words := take(8 * nFixed)
	t.buckets, t.hashes, t.firsts, t.weights = take(4*(numBuckets+1)), take(4*nFeatures), take(4*(nFeatures+1)), take(4*nWeights)
	for i := 0; i < len(words); i += 8 {
		if le.Uint32(words[i+4:]) >= uint32(len(t.tags)) {
			return nil, fmt.Errorf("prosetag: %w: a word has tag %d of %d", ErrDamaged, le.Uint32(words[i+4:]), len(t.tags))
		}
		t.fixed[le.Uint32(words[i:])] = uint8(le.Uint32(words[i+4:]))
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	t.index()
	return t, nil
}

// index fills slots. Of two features with one hash the first counts.
func (t *table) index() {
	le := binary.LittleEndian
	bits := uint(1)
	for 3<<bits < len(t.hashes) { // 4 bytes each: at most three quarters full
		bits++
	}
	t.shift = 32 - bits
	t.slots = make([]slot, 1<<bits)
	for i := 0; i < len(t.hashes); i += 4 {
		s := slot{le.Uint32(t.hashes[i:]), 4 * le.Uint32(t.firsts[i:]), 4 * le.Uint32(t.firsts[i+4:])}
		at := s.hash >> t.shift
		for t.slots[at].end != t.slots[at].first && t.slots[at].hash != s.hash {
			at = (at + 1) & uint32(len(t.slots)-1)
		}
		if t.slots[at].end == t.slots[at].first {
			t.slots[at] = s
		}
	}
}

// check makes sure that add can never leave the table.
func (t *table) check() error {
	if len(t.tags) > maxTags {
		return fmt.Errorf("prosetag: %w: %d tags", ErrDamaged, len(t.tags))
	}
	for _, part := range []struct {
		b     []byte
		limit int
	}{{t.buckets, len(t.hashes) / 4}, {t.firsts, len(t.weights) / 4}} {
		last := uint32(0)
		for i := 0; i < len(part.b); i += 4 {
			at := binary.LittleEndian.Uint32(part.b[i:])
			if at < last || uint64(at) > uint64(part.limit) {
				return fmt.Errorf("prosetag: %w: index %d after %d of %d", ErrDamaged, at, last, part.limit)
			}
			last = at
		}
	}
	for i := 3; i < len(t.weights); i += 4 {
		if int(t.weights[i]) >= len(t.tags) {
			return fmt.Errorf("prosetag: %w: a weight for tag %d of %d", ErrDamaged, t.weights[i], len(t.tags))
		}
	}
	return nil
}

// numFeatures is how many features a word has.
const numFeatures = 14

// add adds the weights of the features to the scores. The looks into slots,
// which miss the processor's caches, do not wait for one another.
func (t *table) add(features *[numFeatures]uint32, scores *[maxTags]int32) {
	var found [numFeatures]slot
	for i, f := range features {
		found[i] = t.slots[f>>t.shift]
	}
	for i, f := range features {
		s := found[i]
		for at := f >> t.shift; s.hash != f && s.end != s.first; s = t.slots[at] {
			at = (at + 1) & uint32(len(t.slots)-1)
		}
		for row := t.weights[s.first:s.end]; len(row) >= 4; row = row[4:] {
			w := binary.LittleEndian.Uint32(row)
			scores[w>>24&(maxTags-1)] += int32(w&(1<<24-1)) - zeroWeight
		}
	}
}
