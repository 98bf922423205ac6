package linear

// A packed row holds a byte for each label, eight to a word: the weight plus
// zero, so that no byte is negative. With a row, sums of 16 bits take two
// additions for eight labels, where each cell takes one.
const (
	inWord = 8   // labels in a word
	zero   = 128 // stands for no weight
	empty  = 0x8080808080808080
	lanes  = 0x00ff00ff00ff00ff // every other byte of a word
	// group is how many words are added up at once; rows wider than one word
	// are a multiple of it.
	group = 4
)

// makeRows chooses how many words a row has, and makes room for those of
// features with so many cells.
func (m *Model) makeRows(counts []byte) {
	m.width = 1
	if len(m.labels) > inWord {
		m.width = (len(m.labels) + group*inWord - 1) / (group * inWord) * group
	}
	n := 0
	for _, cells := range counts {
		if uint32(cells) >= m.packs() {
			n++
		}
	}
	m.rows = make([]uint64, 0, n*m.width)
}

// packs is from how many cells on a feature has a row: fewer are added up as
// quickly.
func (m *Model) packs() uint32 { return uint32(m.width) }

// pack makes a row of n cells and returns its number.
func (m *Model) pack(cell, n uint32) uint32 {
	at := len(m.rows)
	m.rows = m.rows[:at+m.width]
	row := m.rows[at:]
	for i := range row {
		row[i] = empty
	}
	for cells := m.cells[2*cell : 2*(cell+n)]; len(cells) > 0; cells = cells[2:] {
		label, weight := cells[0], int8(cells[1])
		row[label/inWord] += uint64(int64(weight)) << (8 * (label % inWord))
	}
	return uint32(at / m.width)
}

// addRows adds the weights of rows, at most batch of them, to sums.
func (m *Model) addRows(rows []uint32, sums []int32) {
	if m.width == 1 {
		var even, odd uint64
		for _, r := range rows {
			w := m.rows[r]
			even += w & lanes
			odd += w >> 8 & lanes
		}
		unpack(even, odd, len(rows), sums)
		return
	}
	for from := 0; from < m.width; from += group {
		m.addGroup(rows, from, sums[from*inWord:])
	}
}

// addGroup is addRows for a group of the rows' words.
func (m *Model) addGroup(rows []uint32, from int, sums []int32) {
	var e0, e1, e2, e3, o0, o1, o2, o3 uint64
	for _, r := range rows {
		at := int(r)*m.width + from
		w := (*[group]uint64)(m.rows[at : at+group])
		e0 += w[0] & lanes
		o0 += w[0] >> 8 & lanes
		e1 += w[1] & lanes
		o1 += w[1] >> 8 & lanes
		e2 += w[2] & lanes
		o2 += w[2] >> 8 & lanes
		e3 += w[3] & lanes
		o3 += w[3] >> 8 & lanes
	}
	n := len(rows)
	even, odd := [group]uint64{e0, e1, e2, e3}, [group]uint64{o0, o1, o2, o3}
	for k := 0; k < group && k*inWord < len(sums); k++ {
		unpack(even[k], odd[k], n, sums[k*inWord:])
	}
}

// unpack adds the sums of n words to those of up to eight labels.
func unpack(even, odd uint64, n int, sums []int32) {
	base := int32(zero * n)
	if len(sums) >= inWord {
		s := (*[inWord]int32)(sums)
		s[0] += int32(even&0xffff) - base
		s[1] += int32(odd&0xffff) - base
		s[2] += int32(even>>16&0xffff) - base
		s[3] += int32(odd>>16&0xffff) - base
		s[4] += int32(even>>32&0xffff) - base
		s[5] += int32(odd>>32&0xffff) - base
		s[6] += int32(even>>48) - base
		s[7] += int32(odd>>48) - base
		return
	}
	for i := range sums {
		lane := even
		if i%2 == 1 {
			lane = odd
		}
		sums[i] += int32(lane>>(16*(i/2))&0xffff) - base
	}
}
