package syntax

// maxFeatures is the most features of a list; a power of two.
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

func (f *features) put(h uint64) {
	f.list[f.n&(maxFeatures-1)] = mixed(h)
	f.n++
}

func mixed(h uint64) uint32 { return uint32((h ^ h>>29) * k3 >> 32) }

// contextOf is a hash of up to four things, made as features are.
func contextOf(template uint64, a, b, c, d uint32) uint32 {
	return mixed(template*k0 + uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3 + uint64(d)*k4)
}

// word adds the features of a word in a place of its own; full adds more.
func (f *features) word(t uint64, w *word) {
	f.one(t, w.c10)
	f.one(t+1, w.lex)
	f.one(t+2, w.tag)
}

func (f *features) full(t uint64, w *word) {
	f.word(t, w)
	f.one(t+3, w.form)
	f.one(t+4, w.tail)
	f.one(t+5, w.c8)
	f.one(t+6, w.shape)
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

// between encodes what stands between two words, a before b.
func (s *state) between(a, b int32) uint32 {
	if b <= a {
		return 0
	}
	x, y, z := &s.words[a].marks, &s.words[b-1].marks, &s.words[b].marks
	quoted := uint32((z.quotes - x.quotes) & 1)
	return few(x.commas, z.commas) + 3*few(x.verbs, y.verbs) + 9*few(x.joins, y.joins) + 27*few(x.stops, z.stops) + 81*quoted
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

// The features of a state for its next move are four lists. The first three
// look at words alone, so that they are added up once a word: front at the
// next words, top at the word on top of the stack, below at the one below.
// What looks at both, or at arcs, is relations and pairs.

// moveContexts are what decides most moves alone: the words around, the most
// precise context first.
func (s *state) moveContexts() [3]uint32 {
	v := s.focus()
	return [3]uint32{
		contextOf(200, v.s1.lex, v.s0.lex, v.b0.lex, v.b1.lex),
		contextOf(201, v.s1.tag, v.s0.lex, v.b0.lex, v.b1.tag),
		contextOf(202, v.s0.lex, v.b0.lex, v.b1.tag, 0),
	}
}

// front are the features of the words from the next one on.
func (s *state) front(f *features) {
	f.n = 0
	w, j := s.words, s.next
	b0, b1, b2, b3 := &w[j], &w[j+1], &w[j+2], &w[min(j+3, s.n+1)]
	f.full(1, b0)
	f.full(11, b1)
	f.word(21, b2)
	f.word(24, b3)
	f.one(31, b0.before)
	f.one(32, b1.before)
	f.one(33, b2.before)
	f.one(34, w[max(j-1, 0)].lex)
	next := &w[b0.verb] // the finite verb that comes next shows whether "briefed" in "people briefed on it said" may be one
	f.one(35, next.lex)
	f.one(36, distance(j, b0.verb)|few(b0.marks.commas, next.marks.commas)<<4|few(b0.marks.joins, next.marks.joins)<<6)
	end := uint32(0)
	if j <= s.n {
		end = uint32(min(s.n-j, 3)) + 1
	}
	f.two(37, end, b0.quoted())
	f.two(38, b0.lex, b1.lex)
	f.three(39, b0.tag, b1.tag, b2.tag)
}

// top are the features of word i, which is on top of the stack, and below
// those of the one below it, if any; t keeps them apart.
func (s *state) top(f *features, i int32, t uint64) {
	f.n = 0
	w := s.words
	f.full(t, &w[i])
	f.one(t+10, w[i].before)
	f.one(t+11, w[i+1].lex)
	f.one(t+12, w[max(i-1, 0)].lex)
	f.one(t+13, w[i+1].before)
	f.one(t+14, w[i].quoted())
}

const (
	topFeatures   = 50
	belowFeatures = 70
)

// A focus is the part of a state that moves are chosen by: the upper three of
// the stack and the next word.
type focus struct {
	i0, i1, j      int32 // the top, the one below, the next word
	s0, s1, b0, b1 *word
	n0, n1, nb     *node
}

func (s *state) focus() focus {
	var v focus
	n := len(s.stack)
	if n > 0 {
		v.i0 = s.stack[n-1]
	}
	if n > 1 {
		v.i1 = s.stack[n-2]
	}
	v.j = s.next
	v.s0, v.s1 = &s.words[v.i0], &s.words[v.i1]
	v.b0, v.b1 = &s.words[v.j], &s.words[v.j+1]
	v.n0, v.n1, v.nb = &s.nodes[v.i0], &s.nodes[v.i1], &s.nodes[v.j]
	return v
}

// rest are the features of what changes with each move.
func (s *state) rest(f *features) {
	f.n = 0
	v := s.focus()
	s.deeper(f)
	s.children(&v, f)
	s.pairs(&v, f)
}

// deeper looks at what lies below the upper two of the stack.
func (s *state) deeper(f *features) {
	i2, i3, low, n := int32(0), int32(0), int32(0), len(s.stack)
	if n > 2 {
		i2 = s.stack[n-3]
	}
	if n > 3 {
		i3 = s.stack[n-4]
	}
	for i := n - 3; i >= max(0, n-6) && low == 0; i-- { // the finite verb nearest to the top
		if s.words[s.stack[i]].finite {
			low = s.stack[i]
		}
	}
	f.word(100, &s.words[i2])
	f.one(103, s.words[i3].lex)
	f.one(104, s.words[low].lex)
	f.one(105, uint32(min(n, 4)))
}

func (s *state) children(v *focus, f *features) {
	n0, n1, nb := v.n0, v.n1, v.nb
	s.child(f, 110, n0.left)
	s.child(f, 113, n0.right)
	s.child(f, 116, n1.left)
	s.child(f, 119, n1.right)
	s.child(f, 122, nb.left)
	s.second(f, 130, n0.left2)
	s.second(f, 131, n0.right2)
	s.second(f, 132, n1.left2)
	s.second(f, 133, n1.right2)
	s.second(f, 134, nb.left2)
	s.second(f, 135, s.nodes[n0.right].right)
	s.second(f, 136, s.nodes[n0.right].left)
	f.two(140, n0.lset, n0.rset)
	f.two(141, n1.lset, n1.rset)
	f.one(142, nb.lset)
	f.one(143, uint32(n0.lefts)*8+uint32(n0.rights))
	f.one(144, uint32(n1.lefts)*8+uint32(n1.rights))
	f.one(145, uint32(nb.lefts))
	f.two(146, n0.rset, v.b0.lex)
	f.two(147, nb.lset, v.s0.lex)
	f.two(148, n0.lset, v.s1.lex)
}

func (s *state) child(f *features, t uint64, i int32) {
	f.one(t, s.words[i].lex)
	f.one(t+1, s.words[i].c10)
	f.one(t+2, s.nodes[i].label)
}

func (s *state) second(f *features, t uint64, i int32) {
	f.two(t, s.words[i].lex, s.nodes[i].label)
}

func (s *state) pairs(v *focus, f *features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	d0, d1 := distance(v.i0, v.j), distance(v.i1, v.i0)
	x0, x1 := s.between(v.i0, v.j), s.between(v.i1, v.i0)
	f.one(150, d0)
	f.one(151, d1)
	f.one(152, x0)
	f.one(153, x1)
	f.one(154, s.between(v.i1, v.j))
	f.one(155, alike(s0, b0))
	f.one(156, alike(s1, s0))
	f.two(160, s0.lex, b0.lex)
	f.two(161, s1.lex, s0.lex)
	f.three(162, s0.tag, b0.tag, d0)
	f.three(163, s1.tag, s0.tag, d1)
	f.three(164, s0.tag, b0.tag, x0)
	f.three(165, s1.tag, s0.tag, x1)
	f.three(166, s1.tag, s0.tag, b0.tag)
	f.three(167, s0.tag, b0.tag, v.b1.tag)
}
