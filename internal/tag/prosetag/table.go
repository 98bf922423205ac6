package prosetag

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

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

// form is how the table is laid out: the tags, one a line; the words that
// always have one tag (hash as uint32, tag as byte, each), by their hashes; the
// hashes of the features (uint32 each), ascending; how many weights each has
// (byte); the weights (uint32 each: the tag in the high byte, thousandths plus
// zeroWeight in the others), those of a feature by their tags.
var form = modelfile.Form{Kind: modelfile.Prose, Version: 1, Sections: []string{
	sectionTags, sectionWords, sectionFeatures, sectionCounts, sectionWeights,
}}

const (
	sectionTags     = "tags"
	sectionWords    = "words"
	sectionFeatures = "features"
	sectionCounts   = "counts"
	sectionWeights  = "weights"
)

const (
	wordSize   = 5
	zeroWeight = 1 << 23
)

// pennTags are the tags that there are.
const pennTags = "# $ '' ( ) , - . : CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH " +
	"VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``"

// CheckTags says what is wrong with the labels of a model of tags, or "".
func CheckTags(tags []string) string {
	if wrong := modelfile.CheckNames(tags, maxTags); wrong != "" {
		return wrong
	}
	known := strings.Fields(pennTags)
	for _, t := range tags {
		if !slices.Contains(known, t) {
			return fmt.Sprintf("unknown tag %q", t)
		}
	}
	return ""
}

// Encode returns the file of a tagger: features, and the words that always
// have one tag. Of features that share a hash the one with more weights
// counts.
func Encode(features []Feature, fixed map[string]string) ([]byte, error) {
	tags, number := numberTags(features, fixed)
	type row struct {
		hash uint32
		*Feature
	}
	var rows []row
	for i := range features {
		f := &features[i]
		h, err := nameHash(f.Name)
		if err != nil {
			return nil, err
		}
		if len(f.Weights) > 0 {
			rows = append(rows, row{h, f})
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(len(b.Weights), len(a.Weights)), cmp.Compare(a.Name, b.Name))
	})
	rows = slices.CompactFunc(rows, func(a, b row) bool { return a.hash == b.hash })
	le := binary.LittleEndian
	var hashes, counts, weights []byte
	for _, r := range rows {
		hashes = le.AppendUint32(hashes, r.hash)
		counts = append(counts, byte(len(r.Weights)))
		var packed []uint32
		for _, w := range r.Weights {
			packed = append(packed, number[w.Tag]<<24|uint32(w.Thousandths+zeroWeight))
		}
		slices.Sort(packed)
		for _, w := range packed {
			weights = le.AppendUint32(weights, w)
		}
	}
	return form.Write([]byte(strings.Join(tags, "\n")), fixedWords(fixed, number), hashes, counts, weights), nil
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
		out = append(binary.LittleEndian.AppendUint32(out, h), byte(tags[h]))
	}
	return out
}

// A table is an opened file.
type table struct {
	tags    []string
	fixed   map[uint32]uint8
	weights []byte // a view on the file
	// slots is a hash table of the features; see modelfile.Slots.
	slots []slot
	shift uint
}

// A slot is a feature and the bytes of weights that it has; none: the slot is
// empty.
type slot struct{ hash, first, end uint32 }

// open reads a table, keeping views on data. It proves all that add takes for
// granted.
func open(data []byte) (*table, error) {
	s, err := form.Open(data)
	if err != nil {
		return nil, err
	}
	t := &table{tags: strings.Split(string(s[0]), "\n")}
	if wrong := CheckTags(t.tags); wrong != "" {
		return nil, form.Damaged(sectionTags, "%s", wrong)
	}
	if err := t.readWords(s[1]); err != nil {
		return nil, err
	}
	return t, t.readFeatures(s[2], s[3], s[4])
}

func (t *table) readWords(b []byte) error {
	if len(b)%wordSize != 0 {
		return form.Damaged(sectionWords, "%d bytes, want %d for each", len(b), wordSize)
	}
	t.fixed = make(map[uint32]uint8, len(b)/wordSize)
	for i := 0; i < len(b); i += wordSize {
		if int(b[i+4]) >= len(t.tags) {
			return form.Damaged(sectionWords, "word %d has tag %d of %d", i/wordSize, b[i+4], len(t.tags))
		}
		t.fixed[binary.LittleEndian.Uint32(b[i:])] = b[i+4]
	}
	if len(t.fixed) != len(b)/wordSize {
		return form.Damaged(sectionWords, "%d words, of which %d are different", len(b)/wordSize, len(t.fixed))
	}
	return nil
}

// readFeatures proves the features and their weights, and fills slots.
func (t *table) readFeatures(hashes, counts, weights []byte) error {
	if len(hashes) != 4*len(counts) {
		return form.Damaged(sectionCounts, "%d bytes, but %d for hashes of features", len(counts), len(hashes))
	}
	t.weights = weights
	layout, size := modelfile.NewSlots(len(counts))
	t.shift, t.slots = layout.Shift, make([]slot, size)
	last, first := int64(-1), uint32(0)
	for i, n := range counts {
		s := slot{binary.LittleEndian.Uint32(hashes[4*i:]), first, first + 4*uint32(n)}
		room := (uint64(len(weights)) - uint64(first)) / 4
		at, ok := layout.Next(s.hash)
		switch {
		case int64(s.hash) <= last || !ok:
			return form.Damaged(sectionFeatures, "feature %d is not above the one before, or too many are close to it", i)
		case n == 0 || int(n) > len(t.tags) || uint64(n) > room:
			return form.Damaged(sectionCounts, "feature %d has %d weights, of %d tags and with %d weights left", i, n, len(t.tags), room)
		}
		if err := t.checkWeights(weights[s.first:s.end], i); err != nil {
			return err
		}
		t.slots[at] = s
		last, first = int64(s.hash), s.end
	}
	if uint64(first) != uint64(len(weights)) {
		return form.Damaged(sectionWeights, "%d bytes, but %d belong to features", len(weights), first)
	}
	return nil
}

// checkWeights proves that the weights of feature i are for different tags, in
// their order.
func (t *table) checkWeights(weights []byte, i int) error {
	last := -1
	for k := 3; k < len(weights); k += 4 {
		tag := int(weights[k])
		if tag <= last || tag >= len(t.tags) {
			return form.Damaged(sectionWeights, "feature %d has a weight for tag %d of %d, after one for %d", i, tag, len(t.tags), last)
		}
		last = tag
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
			at++
		}
		for row := t.weights[s.first:s.end]; len(row) >= 4; row = row[4:] {
			w := binary.LittleEndian.Uint32(row)
			scores[w>>24&(maxTags-1)] += int32(w&(1<<24-1)) - zeroWeight
		}
	}
}
