package syntax

// maxFeatures is the most features of a state or an arc; a power of two.
const maxFeatures = 128

// A features is a list of hashed features. Each is made by a template, which
// has a number, of what it looks at.
type features struct {
	n    int
	list [maxFeatures]uint32
}

// Odd numbers with well mixed bits, one for each place in a template.
const (
	k0 = 0xa0761d6478bd642f
	k1 = 0x9e3779b97f4a7c15
	k2 = 0xbf58476d1ce4e5b9
	k3 = 0x94d049bb133111eb
	k4 = 0xd6e8feb86659fd93
)

func (f *features) one(template uint64, a uint32) { f.put(template*k0 + uint64(a)*k1) }

func (f *features) two(template uint64, a, b uint32) {
	f.put(template*k0 + uint64(a)*k1 + uint64(b)*k2)
}

func (f *features) three(template uint64, a, b, c uint32) {
	f.put(template*k0 + uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3)
}

func (f *features) four(template uint64, a, b, c, d uint32) {
	f.put(template*k0 + uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3 + uint64(d)*k4)
}

func (f *features) put(h uint64) {
	h ^= h >> 29
	f.list[f.n&(maxFeatures-1)] = uint32(h * k3 >> 32)
	f.n++
}

// distance is how far b stands after a, by steps that grow.
func distance(a, b int32) uint32 {
	d := b - a
	switch {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

func few(from, to uint16) uint32 { return uint32(min(to-from, 2)) }

// between tells what stands between two words, a before b.
func (s *state) between(a, b int32) uint32 {
	if b <= a {
		return 0
	}
	x, y, z := &s.words[a].marks, &s.words[b-1].marks, &s.words[b].marks
	quoted := uint32((z.quotes - x.quotes) & 1)
	return few(x.commas, z.commas) + 3*few(x.verbs, y.verbs) + 9*few(x.joins, y.joins) + 27*few(x.stops, z.stops) + 81*quoted
}

// A focus is the part of a state that moves are chosen by: the upper three of
// the stack and the next three words.
type focus struct {
	i0, i1, j              int32 // the top, the one below, the next word
	s0, s1, s2, b0, b1, b2 *word
	n0, n1, nb             *node
	d0, d1                 uint32 // how far the next word is from the top, and that from the one below
	x0, x1                 uint32 // what stands between them
}

func (s *state) focus() focus {
	var v focus
	i2, n := int32(0), len(s.stack)
	if n > 0 {
		v.i0 = s.stack[n-1]
	}
	if n > 1 {
		v.i1 = s.stack[n-2]
	}
	if n > 2 {
		i2 = s.stack[n-3]
	}
	v.j = s.next
	v.s0, v.s1, v.s2 = &s.words[v.i0], &s.words[v.i1], &s.words[i2]
	v.b0, v.b1, v.b2 = &s.words[v.j], &s.words[v.j+1], &s.words[v.j+2]
	v.n0, v.n1, v.nb = &s.nodes[v.i0], &s.nodes[v.i1], &s.nodes[v.j]
	v.d0, v.d1 = distance(v.i0, v.j), distance(v.i1, v.i0)
	v.x0, v.x1 = s.between(v.i0, v.j), s.between(v.i1, v.i0)
	return v
}

// moveFeatures are the features of the state for its next move.
func (s *state) moveFeatures(f *features) {
	v := s.focus()
	f.n = 0
	v.single(f)
	v.pairs(f)
	v.triples(f)
	s.children(&v, f)
	v.relations(f)
	s.surroundings(&v, f)
	s.ahead(&v, f)
	v.likeness(f)
}

// ahead looks at the finite verb that comes next after the next word, which
// tells whether "briefed" in "people briefed on it said" may be one.
func (s *state) ahead(v *focus, f *features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	next := &s.words[b0.verb]
	gap := distance(v.j, b0.verb) | few(b0.marks.commas, next.marks.commas)<<4 | few(b0.marks.joins, next.marks.joins)<<6
	f.three(120, s0.lex, b0.lex, next.tag)
	f.four(121, s0.tag, b0.tag, next.lex, gap)
	f.four(122, s1.tag, s0.tag, b0.tag, next.tag)
	f.three(123, b0.form, next.tag, s0.tag)
	f.four(124, s0.mid, b0.mid, next.tag, gap)
	f.four(128, b0.tag, v.b1.tag, v.b2.tag, s.words[min(v.j+3, s.n+1)].tag)
	low := int32(0) // the finite verb nearest to the top of the stack, below s1
	for i := len(s.stack) - 3; i >= max(0, len(s.stack)-6) && low == 0; i-- {
		if s.words[s.stack[i]].finite {
			low = s.stack[i]
		}
	}
	f.four(129, s.words[low].lex, s1.tag, s0.tag, b0.tag)
	f.four(130, s.words[low].tag, s0.lex, b0.lex, s1.tag)
}

// likeness tells how alike words are that may be joined: "the mayor and the
// governor".
func (v *focus) likeness(f *features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	left, right := alike(s0, b0), alike(s1, s0)
	f.four(125, left, s0.tag, b0.tag, v.nb.lset)
	f.four(126, right, s1.tag, s0.tag, v.n0.lset)
	f.three(127, left, s0.lex, b0.lex)
	f.four(131, right, alike(v.s2, s0), s0.tag, v.n0.lset)
}

func alike(a, b *word) uint32 {
	x := uint32(0)
	for i, same := range [...]bool{a.tag == b.tag, a.c8 == b.c8, a.c10 == b.c10, a.tail == b.tail, a.shape == b.shape} {
		if same {
			x |= 1 << i
		}
	}
	return x
}

func (v *focus) single(f *features) {
	s0, s1, b0, b1 := v.s0, v.s1, v.b0, v.b1
	f.two(1, s0.form, s0.tag)
	f.one(2, s0.form)
	f.two(3, s0.c8, s0.tag)
	f.one(4, s0.c10)
	f.two(5, s1.form, s1.tag)
	f.two(6, s1.c8, s1.tag)
	f.one(7, s1.form)
	f.two(8, b0.form, b0.tag)
	f.one(9, b0.form)
	f.two(10, b0.c8, b0.tag)
	f.one(11, b0.c10)
	f.two(12, b1.form, b1.tag)
	f.one(13, b1.c10)
	f.two(14, v.b2.lex, v.b2.c8)
	f.one(15, v.s2.lex)
	f.two(16, s0.tail, s0.tag)
	f.two(17, b0.tail, b0.tag)
	f.two(103, s0.form, v.d0)
	f.two(104, b0.form, v.d0)
	f.two(105, s0.form, v.d1)
	f.two(106, s1.form, v.d1)
}

func (v *focus) pairs(f *features) {
	s0, s1, b0, b1 := v.s0, v.s1, v.b0, v.b1
	f.two(20, s0.form, b0.form)
	f.three(21, s0.form, s0.tag, b0.tag)
	f.three(22, s0.tag, b0.form, b0.tag)
	f.three(23, s0.c10, b0.c10, v.d0)
	f.three(24, s0.c8, b0.c8, b0.tag)
	f.two(25, s0.form, b0.c8)
	f.two(26, s0.c8, b0.form)
	f.three(27, s0.mid, b0.mid, v.d0)
	f.three(28, s0.lex, b0.lex, v.d0)
	f.three(29, s0.lex, b0.lex, v.x0)
	f.two(30, s1.form, s0.form)
	f.three(31, s1.form, s1.tag, s0.tag)
	f.three(32, s1.tag, s0.form, s0.tag)
	f.three(33, s1.c10, s0.c10, v.d1)
	f.three(34, s1.c8, s0.c8, s0.tag)
	f.two(35, s1.form, s0.c8)
	f.two(36, s1.c8, s0.form)
	f.three(37, s1.mid, s0.mid, v.d1)
	f.three(38, s1.lex, s0.lex, v.d1)
	f.three(39, s1.lex, s0.lex, v.x1)
	f.two(40, s1.mid, b0.mid)
	f.two(42, s0.mid, b1.mid)
	f.two(43, b0.mid, b1.mid)
	f.two(44, b0.form, b1.form)
	f.three(45, b0.form, b0.tag, b1.tag)
	f.three(46, b0.tag, b1.form, b1.tag)
	f.two(47, s1.form, b0.form)
	f.three(101, s0.mid, b0.mid, v.x0)
	f.three(102, s1.mid, s0.mid, v.x1)
}

func (v *focus) triples(f *features) {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	f.three(50, s0.lex, b0.lex, b1.lex)
	f.three(51, b0.lex, b1.lex, b2.lex)
	f.three(52, s1.lex, s0.lex, b0.lex)
	f.three(53, s2.lex, s1.lex, s0.lex)
	f.four(54, s1.lex, s0.lex, b0.lex, b1.lex)
	f.four(55, s0.tag, b0.tag, b1.tag, b2.tag)
	f.three(56, s1.mid, s0.mid, b0.mid)
	f.three(57, s0.mid, b0.mid, b1.mid)
	f.four(58, s2.tag, s1.tag, s0.tag, b0.tag)
}

func (s *state) children(v *focus, f *features) {
	w := s.words
	s0, s1, b0 := v.s0, v.s1, v.b0
	l0, r0, l1, r1, lb := &w[v.n0.left], &w[v.n0.right], &w[v.n1.left], &w[v.n1.right], &w[v.nb.left]
	f.three(60, s0.lex, l0.lex, b0.lex)
	f.three(61, s0.lex, r0.lex, b0.lex)
	f.three(62, s0.lex, b0.lex, lb.lex)
	f.three(63, s1.lex, r1.lex, s0.lex)
	f.three(64, s1.lex, s0.lex, l0.lex)
	f.three(65, s1.lex, s0.lex, r0.lex)
	f.three(66, s1.lex, l1.lex, s0.lex)
	f.three(67, s0.lex, l0.lex, w[v.n0.left2].lex)
	f.three(68, s0.lex, r0.lex, w[v.n0.right2].lex)
	f.three(69, b0.lex, lb.lex, w[v.nb.left2].lex)
	f.three(70, s1.lex, r1.lex, w[v.n1.right2].lex)
	f.two(71, s0.form, r0.mid)
	f.two(72, s0.form, l0.mid)
	f.two(73, b0.form, lb.mid)
	f.two(74, s1.form, r1.mid)
	f.four(75, s1.lex, l1.lex, s0.lex, l0.lex)
	f.four(76, s0.lex, l0.lex, b0.lex, lb.lex)
	f.four(77, s0.lex, r0.lex, b0.lex, v.b1.lex)
	f.four(78, s1.lex, r1.lex, s0.lex, b0.lex)
}

// relations looks at how many children of what kinds there are.
func (v *focus) relations(f *features) {
	s0, s1, b0, n0, n1, nb := v.s0, v.s1, v.b0, v.n0, v.n1, v.nb
	c0 := uint32(n0.lefts)*8 + uint32(n0.rights)
	c1 := uint32(n1.lefts)*8 + uint32(n1.rights)
	cb := uint32(nb.lefts)
	f.two(80, s0.lex, c0)
	f.two(81, s0.form, c0)
	f.two(82, s1.lex, c1)
	f.two(83, s1.form, c1)
	f.two(84, b0.lex, cb)
	f.two(85, b0.form, cb)
	f.four(86, s0.tag, b0.tag, c0, cb)
	f.four(87, s1.tag, s0.tag, c1, c0)
	f.three(88, s0.lex, n0.lset, n0.rset)
	f.three(89, s0.lex, n0.rset, b0.lex)
	f.three(90, b0.lex, nb.lset, s0.lex)
	f.three(91, s1.lex, n1.rset, s0.lex)
	f.four(92, s1.lex, n1.lset, s0.lex, n0.lset)
	f.three(93, s0.form, n0.lset, n0.rset)
}

// surroundings looks at neighbours, punctuation, quotation and the sentence's
// end.
func (s *state) surroundings(v *focus, f *features) {
	w, j := s.words, v.j
	s0, s1, b0 := v.s0, v.s1, v.b0
	t0, t1, tb := s0.tag, s1.tag, b0.tag
	f.three(41, s1.lex, b0.lex, s.between(v.i1, j))
	f.three(94, w[max(j-1, 0)].tag, tb, t0)
	f.three(95, t0, w[v.i0+1].tag, tb)
	f.three(96, w[max(v.i0-1, 0)].tag, t0, tb)
	f.three(97, t1, t0, w[v.i0+1].tag)
	end := uint32(0)
	if j <= s.n {
		end = uint32(min(s.n-j, 3)) + 1
	}
	last := &w[max(j-1, 0)]
	quoted := s0.quoted() | s1.quoted()<<1 | last.quoted()<<2 | b0.quoted()<<3
	f.four(98, t0, tb, end, uint32(min(len(s.stack), 4)))
	f.four(99, s0.lex, s1.lex, b0.lex, quoted)
	f.four(100, s0.shape, b0.shape, s1.shape, t0+3*tb+9*t1)
	after0, next := w[v.i0+1].before, v.b1.before
	f.three(110, b0.before, s0.lex, b0.lex)
	f.three(111, after0, s0.lex, b0.lex)
	f.four(112, s0.before, s1.lex, s0.lex, tb)
	f.four(113, s0.before, after0, b0.before, t0)
	f.four(114, s0.before, b0.before, next, tb)
	f.four(115, s1.lex, s0.lex, b0.before, b0.lex)
	f.three(116, s0.lex, b0.lex, next)
	f.four(117, s1.before, s0.before, t1, t0)
}
