package syntax

// arcFeatures are the features of the arc from head to child, for its
// relation, when the arc is about to be made: the child has all its own
// children then, the head those between them.
func (s *state) arcFeatures(f *features, head, child int32) {
	f.n = 0
	a := s.arcView(head, child)
	f.full(a.t+1, a.h)
	f.full(a.t+11, a.c)
	a.words(f)
	s.arcChildren(&a, f)
	s.arcNeighbours(&a, f)
}

// arcContext is what decides most relations alone.
func (s *state) arcContext(head, child int32) uint32 {
	side := uint32(0)
	if child < head {
		side = 1
	}
	h, c := &s.words[head], &s.words[child]
	return contextOf(2999, h.lex, c.lex, side, s.nodes[child].lset)
}

// An arcView is what the features of an arc look at.
type arcView struct {
	i, k      int32 // head, child
	h, c      *word
	nh, nc    *node
	t         uint64 // added to the number of a template; the side
	distance  uint32
	between   uint32
	sib, sib2 int32 // the latest children of the head on this side
}

func (s *state) arcView(head, child int32) arcView {
	a := arcView{i: head, k: child, h: &s.words[head], c: &s.words[child], nh: &s.nodes[head], nc: &s.nodes[child], t: 1000}
	from, to := head, child
	a.sib, a.sib2 = a.nh.right, a.nh.right2
	if child < head {
		a.t = 2000
		from, to = child, head
		a.sib, a.sib2 = a.nh.left, a.nh.left2
	}
	a.distance = distance(from, to)
	a.between = s.between(from, to)
	return a
}

func (a *arcView) words(f *features) {
	t, h, c := a.t, a.h, a.c
	f.one(t+21, a.distance)
	f.one(t+22, a.between)
	f.one(t+23, alike(h, c))
	f.two(t+24, h.lex, c.lex)
	f.two(t+25, h.tag, c.tag)
	f.two(t+26, h.form, c.tag)
	f.two(t+27, h.tag, c.form)
	f.two(t+28, h.mid, c.mid)
}

func (s *state) arcChildren(a *arcView, f *features) {
	t, nc, nh := a.t, a.nc, a.nh
	for k, i := range [...]int32{nc.left, nc.left2, nc.right, a.sib, a.sib2, nh.left} {
		at := t + 40 + 3*uint64(k)
		f.one(at, s.words[i].lex)
		f.one(at+1, s.words[i].form)
		f.one(at+2, s.nodes[i].label)
	}
	f.two(t+60, nc.lset, nc.rset)
	f.two(t+61, nh.lset, nh.rset)
	f.two(t+62, nc.lset, a.c.tag)
	f.two(t+63, nh.lset, a.h.tag)
	f.two(t+64, nh.rset, a.h.tag)
	f.three(t+65, a.h.lex, a.c.lex, s.words[nc.left].lex)
}

func (s *state) arcNeighbours(a *arcView, f *features) {
	w, t := s.words, a.t
	f.one(t+70, w[a.k-1].lex)
	f.one(t+71, w[a.k+1].lex)
	f.one(t+72, w[a.i-1].lex)
	f.one(t+73, w[a.i+1].lex)
	f.one(t+74, w[a.k-1].form)
	f.one(t+75, a.c.before)
	f.one(t+76, w[a.k+1].before)
	f.one(t+77, a.h.before)
}
