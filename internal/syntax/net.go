package syntax

import (
	"encoding/binary"
	"math/bits"
	"strings"

	"github.com/whosaid/whosaid/internal/modelfile"
)

// A net scores classes by features: a layer of hidden units, each of which adds
// up its weights of all features, and over those that come out above zero a
// linear layer. All of it is whole numbers. The weights of a feature are a row,
// a byte for each unit, so that one addition of words adds up eight of them.
type net struct {
	features table    // the rows of features
	habits   table    // contexts that decide alone, as far as the net was seen to do: the class, from 1
	rows     []words  // width of them each
	width    int      // how many words a row is
	start    sums     // what the units have before any feature
	weights  []int64  // of the classes, perWord of them in a word, for each unit
	bias     []int32  // of the classes
	words    int      // of the classes of a unit
	labels   []string // the names of the classes
}

// units is how many units there are.
func (w *net) units() int { return 8 * chunk * w.width }

const maxUnits = 8 * chunk * maxWidth

const (
	// A weight from -MaxWeight to MaxWeight is kept as one from 0 to 2*MaxWeight, so that
	// rowsAtOnce of them can be added up in a byte.
	MaxWeight  = 31
	rowsAtOnce = 4
	_          = uint(255 - rowsAtOnce*2*MaxWeight)

	chunk    = 8 // words of 64 bits in words
	maxWidth = 2 // words of a row
	maxRows  = 1 << 16

	// Sums of units are kept in lanes of 16 bits, four in a word. zero stands
	// for 0 in each: more than a list of features can take from it.
	zero     = 0x1000
	MaxStart = zero / 2
	_        = uint(zero - MaxWeight*(maxFeatures+rowsAtOnce))
	parts    = 4 // sums that are added up for a score
	_        = uint(1<<16 - parts*2*zero - MaxStart)

	// A unit says its sum shifted by UnitShift, up to maxUnit. The weights of a
	// class must not be more than MaxWeights together, so that what all units
	// say of it stays within its lane.
	UnitShift  = 1
	maxUnit    = 255
	laneBits   = 21
	MaxWeights = (1<<(laneBits-1) - 1) / maxUnit
	perWord    = 3
	maxWords   = 16 // of the classes of a unit

	evenBytes = 0x00ff00ff00ff00ff
	lanes     = 0x0001000100010001
	lowBits   = 0x0101010101010101
)

// words are the weights of 64 units: a number that the compiler knows, so that
// the loops over them check nothing.
type words [chunk]uint64

// sums are those of the units, four to a word: of a word of a row first the
// even bytes, then the odd ones.
type sums [2 * chunk * maxWidth]uint64

// unitAt is the byte of a row where the weight of the unit is that comes at
// place i of the sums.
func unitAt(i int) int { return i/8*8 + i%4*2 + i/4%2 }

// A table holds a number above zero for some hashes, in groups of four: first 16
// bits of each hash, by which it is known, and then the numbers. The first bits
// of a hash choose its group. One that is not there is taken for another about
// once in ten thousand times.
type table [][2]uint64

const (
	groupSize = 16
	groupRoom = 4
	maxGroups = 1 << 15
	laneWidth = 16
)

// group is where a hash is, if it is there.
func (t table) group(hash uint32) *[2]uint64 { return &t[uint64(hash)*uint64(len(t))>>32] }

// get is the number of a hash, 0 if there is none. It does not branch, so that no
// look into memory waits for another.
func (t table) get(hash uint32) uint64 {
	g := t.group(hash)
	x := g[0] ^ uint64(uint16(hash))*lanes
	found := (x - lanes) &^ x & (lanes << (laneWidth - 1)) // the first bit that is set is that of a lane that is 0
	return g[1] >> (bits.TrailingZeros64(found) &^ (laneWidth - 1)) & 0xffff
}

// openTable proves that a table has no numbers above most.
func openTable(form *modelfile.Form, section string, b []byte, most int) (table, error) {
	n := len(b) / groupSize
	if len(b)%groupSize != 0 || n == 0 || n > maxGroups {
		return nil, form.Damaged(section, "%d bytes, want 1 to %d groups of %d", len(b), maxGroups, groupSize)
	}
	t := make(table, n)
	for i := range t {
		t[i] = [2]uint64{binary.LittleEndian.Uint64(b[i*groupSize:]), binary.LittleEndian.Uint64(b[i*groupSize+8:])}
		for k := range groupRoom {
			if number := t[i][1] >> (laneWidth * k) & 0xffff; number > uint64(most) {
				return nil, form.Damaged(section, "%d, want %d at most", number, most)
			}
		}
	}
	return t, nil
}

// rowList are numbers of rows, more than there are features so that it can be
// filled up.
type rowList [maxFeatures + rowsAtOnce]uint16

// find lists the rows of those features that are known and fills the list up
// with row 0, which weighs nothing, to a multiple of rowsAtOnce.
func (w *net) find(f *features, rows *rowList) int {
	n := 0
	for _, feature := range f.list[:min(f.n, maxFeatures)] {
		row := w.features.get(feature)
		rows[n&(maxFeatures-1)] = uint16(row)
		n += int((row + 0xffff) >> 16) // 1 unless row is 0
	}
	for i := n; i < n+rowsAtOnce; i++ {
		rows[i] = 0
	}
	return (n + rowsAtOnce - 1) / rowsAtOnce * rowsAtOnce
}

// add computes the sums of the features alone.
func (w *net) add(f *features, to *sums) {
	var list rowList
	rows := list[:w.find(f, &list)]
	start := uint64(zero-MaxWeight*len(rows)) * lanes
	for i := range to[:w.units()/4] {
		to[i] = start
	}
	for i := range w.width {
		to, left := (*[2 * chunk]uint64)(to[2*chunk*i:]), rows
		row := func(k int) *words { return &w.rows[int(left[k])*w.width+i] }
		for ; len(left) >= 2*rowsAtOnce; left = left[2*rowsAtOnce:] {
			addEight(to, row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7))
		}
		if len(left) >= rowsAtOnce {
			addFour(to, row(0), row(1), row(2), row(3))
		}
	}
}

func addFour(to *[2 * chunk]uint64, a, b, c, d *words) {
	for i := range a {
		x := a[i] + b[i] + c[i] + d[i]
		to[2*i] += x & evenBytes
		to[2*i+1] += x >> 8 & evenBytes
	}
}

func addEight(to *[2 * chunk]uint64, a, b, c, d, e, f, g, h *words) {
	for i := range a {
		x := a[i] + b[i] + c[i] + d[i]
		y := e[i] + f[i] + g[i] + h[i]
		to[2*i] += x&evenBytes + y&evenBytes
		to[2*i+1] += x>>8&evenBytes + y>>8&evenBytes
	}
}

// score3 scores three classes by the sums of four lists of features.
func (w *net) score3(a, b, c, d *sums) [perWord]int32 {
	t := int64(0)
	weights := w.weights
	for i := range a[:w.units()/4] {
		s := a[i] + b[i] + c[i] + d[i] + w.start[i]
		four := weights[4*i:][:4]
		t += said(s, parts*zero) * four[0]
		t += said(s>>16, parts*zero) * four[1]
		t += said(s>>32, parts*zero) * four[2]
		t += said(s>>48, parts*zero) * four[3]
	}
	var out [perWord]int32
	for i := range out {
		out[i] = w.bias[i] + low(&t)
	}
	return out
}

// score scores all classes, in out.
func (w *net) score(a *sums, out *[maxClasses]int32) {
	var said unitList
	n := w.listen(a, &said)
	var total [maxWords]int64
	words := w.words
	for i := 0; i < n; i += unitsAtOnce {
		u := said[i:][:unitsAtOnce]
		a, b := w.weights[u[0].weights:][:words], w.weights[u[1].weights:][:words]
		c, d := w.weights[u[2].weights:][:words], w.weights[u[3].weights:][:words]
		for k := range a {
			total[k&(maxWords-1)] += u[0].says*a[k] + u[1].says*b[k] + u[2].says*c[k] + u[3].says*d[k]
		}
	}
	for k := range words {
		for i := range perWord {
			out[perWord*k+i] = low(&total[k]) + w.bias[perWord*k+i]
		}
	}
}

// unitsAtOnce is how many units are taken together.
const unitsAtOnce = 4

// A unitList is what units say that are above zero, and where their weights
// begin; more than there are so that it can be filled up with such that say
// nothing.
type unitList [maxUnits + unitsAtOnce]struct{ says, weights int64 }

// listen lists the units that are above zero. Nothing branches on which these
// are.
func (w *net) listen(a *sums, list *unitList) int {
	n, at := 0, int64(0)
	for i, s := range a[:w.units()/4] {
		s += w.start[i]
		for range 4 {
			v := said(s, zero)
			list[n].says, list[n].weights = v, at
			n += int(uint64(-v) >> 63) // 1 unless v is 0
			at += int64(w.words)
			s >>= 16
		}
	}
	for i := n; i < n+unitsAtOnce; i++ {
		list[i].says, list[i].weights = 0, 0
	}
	return n
}

// maxClasses is how many classes there may be.
const maxClasses = perWord * maxWords

// said is what the unit says whose sum is in the lowest lane.
func said(s uint64, base int64) int64 {
	return min(max(int64(s&0xffff)-base, 0)>>UnitShift, maxUnit)
}

// low takes the lowest lane out of a word of classes.
func low(t *int64) int32 {
	x := *t << (64 - laneBits) >> (64 - laneBits)
	*t = (*t - x) >> laneBits
	return int32(x)
}

func netForm(kind modelfile.Kind) modelfile.Form {
	return modelfile.Form{Kind: kind, Version: 2, Sections: []string{"features", "rows", "units", "weights", "bias", "labels", "habits"}}
}

// openNet reads a net and proves that nothing in it can be out of bounds. It
// keeps a view on the file.
func openNet(kind modelfile.Kind, file []byte) (*net, error) {
	form := netForm(kind)
	s, err := form.Open(file)
	if err != nil {
		return nil, err
	}
	w := &net{}
	if err := w.openUnits(&form, s[2]); err != nil {
		return nil, err
	}
	if err := w.openRows(&form, s[1]); err != nil {
		return nil, err
	}
	if w.features, err = openTable(&form, "features", s[0], len(w.rows)/w.width-1); err != nil {
		return nil, err
	}
	if err := w.openClasses(&form, s[3], s[4], s[5]); err != nil {
		return nil, err
	}
	if w.habits, err = openTable(&form, "habits", s[6], len(w.labels)); err != nil {
		return nil, err
	}
	return w, nil
}

// openUnits reads the start of each unit, 16 bits in the order of the sums.
func (w *net) openUnits(form *modelfile.Form, units []byte) error {
	n := len(units) / 2
	w.width = n / 8 / chunk
	if len(units)%(16*chunk) != 0 || w.width == 0 || w.width > maxWidth {
		return form.Damaged("units", "%d bytes, want %d for each %d units, of %d at most", len(units), 16*chunk, 8*chunk, maxUnits)
	}
	for i := range n {
		b := int16(binary.LittleEndian.Uint16(units[2*i:]))
		if b < 0 || b > MaxStart {
			return form.Damaged("units", "unit %d starts with %d, want 0 to %d", i, b, MaxStart)
		}
		w.start[i/4] |= uint64(b) << (i % 4 * 16)
	}
	return nil
}

func (w *net) openRows(form *modelfile.Form, rows []byte) error {
	size := packed * chunk * w.width
	n := len(rows) / size
	if len(rows)%size != 0 || n == 0 || n > maxRows {
		return form.Damaged("rows", "%d bytes, want 1 to %d rows of %d", len(rows), maxRows, size)
	}
	w.rows = make([]words, n*w.width)
	for i := range len(rows) / packed {
		x := unpack(rows[packed*i:])
		w.rows[i/chunk][i%chunk] = x
		if (x+lowBits)&(lowBits<<6) != 0 || i < chunk*w.width && x != MaxWeight*lowBits {
			return form.Damaged("rows", "%#x in row %d", x, i/chunk/w.width)
		}
	}
	return nil
}

func (w *net) openClasses(form *modelfile.Form, weights, bias, labels []byte) error {
	w.labels = strings.Split(string(labels), "\n")
	if wrong := modelfile.CheckNames(w.labels, maxClasses); wrong != "" {
		return form.Damaged("labels", "%s", wrong)
	}
	n, units := len(w.labels), w.units()
	if len(weights) != n*units {
		return form.Damaged("weights", "%d bytes, want %d for each of %d labels", len(weights), units, n)
	}
	if len(bias) != 4*n {
		return form.Damaged("bias", "%d bytes for %d labels", len(bias), n)
	}
	w.words = (n + perWord - 1) / perWord
	w.weights, w.bias = make([]int64, units*w.words), make([]int32, w.words*perWord)
	for c := range n {
		w.bias[c] = int32(binary.LittleEndian.Uint32(bias[4*c:]))
		if w.bias[c] > maxClassBias || w.bias[c] < -maxClassBias {
			return form.Damaged("bias", "%d for label %d", w.bias[c], c)
		}
		sum := 0
		for u := range units {
			x := int(int8(weights[c*units+u]))
			sum += max(x, -x)
			w.weights[u*w.words+c/perWord] += int64(x) << (c % perWord * laneBits)
		}
		if sum > MaxWeights {
			return form.Damaged("weights", "those of label %d are %d together, want %d at most", c, sum, MaxWeights)
		}
	}
	return nil
}

// packed is how many bytes the eight weights of a word take in the file, six
// bits for each: _ proves that these are enough.
const (
	packed = 6
	_      = uint(1<<6 - 1 - 2*MaxWeight)
)

// unpack gives each weight its byte.
func unpack(b []byte) uint64 {
	x := uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint16(b[4:]))<<32
	x = x&0xffffff | x>>24<<32
	x = x&0x00000fff00000fff | x&0x00fff00000fff000<<4
	return x&0x003f003f003f003f | x&0x0fc00fc00fc00fc0<<2
}

// maxClassBias is how much a class may have before any unit speaks.
const maxClassBias = 1 << 24
