package syntax

// arcFeatures are the features of the arc from head to child, for its
// relation, when the arc is about to be made: the child has all its own
// children then, the head those between them.
func (s *state) arcFeatures(f *features, head, child int32) {
	f.n = 0
	a := s.arcView(head, child)
	a.words(f)
	a.children(f)
	s.arcNeighbours(&a, f)
}

// An arcView is what the features of an arc look at.
type arcView struct {
	i, k      int32 // head, child
	h, c      *word
	nh, nc    *node
	l, l2, r  *word // children of the child
	side      uint32
	distance  uint32 // with the side
	between   uint32
	sib, sib2 int32 // the latest children of the head on this side
}

func (s *state) arcView(head, child int32) arcView {
	a := arcView{i: head, k: child, h: &s.words[head], c: &s.words[child], nh: &s.nodes[head], nc: &s.nodes[child]}
	from, to := head, child
	a.sib, a.sib2 = a.nh.right, a.nh.right2
	if child < head {
		a.side = 1
		from, to = child, head
		a.sib, a.sib2 = a.nh.left, a.nh.left2
	}
	a.distance = distance(from, to)<<1 | a.side
	a.between = s.between(from, to)
	a.l, a.l2, a.r = &s.words[a.nc.left], &s.words[a.nc.left2], &s.words[a.nc.right]
	return a
}

func (a *arcView) words(f *features) {
	h, c, side := a.h, a.c, a.side
	f.two(201, h.form, side)
	f.two(202, c.form, side)
	f.two(203, h.form, c.form)
	f.three(204, h.tag, c.tag, a.distance)
	f.four(205, h.form, h.tag, c.tag, side)
	f.four(206, h.tag, c.form, c.tag, side)
	f.three(207, h.c8, c.c8, side)
	f.three(208, h.c10, c.c10, side)
	f.three(209, h.form, c.c8, side)
	f.three(210, h.c8, c.form, side)
	f.three(211, h.mid, c.mid, side)
	f.four(212, h.lex, c.lex, a.between, side)
	f.two(231, c.tail, side)
	f.two(232, h.tail, c.tag)
	f.four(236, c.shape, h.shape, c.tag, h.tag+side)
}

func (a *arcView) children(f *features) {
	h, c, side, l, r := a.h, a.c, a.side, a.l, a.r
	nh, nc := a.nh, a.nc
	f.four(213, h.lex, c.lex, l.lex, side)
	f.four(214, h.lex, c.lex, r.lex, side)
	f.four(215, h.form, l.form, c.tag, side)
	f.three(216, c.form, l.form, side)
	f.three(217, c.c8, l.form, side)
	f.four(218, h.c8, c.c8, l.lex, side)
	f.four(219, c.lex, nc.lset, nc.rset, side)
	f.four(220, h.lex, nc.lset, c.tag, side)
	f.four(221, h.lex, nh.lset, nh.rset, side)
	f.four(222, h.form, nh.lset, c.lex, side)
	f.four(223, h.form, nh.rset, c.lex, side)
	f.four(233, c.lex, l.lex, a.l2.lex, side)
	f.three(234, c.mid, r.mid, a.distance)
	f.four(237, h.form, nc.lset, nc.rset, side)
	f.three(238, c.form, nh.lset, a.distance)
}

func (s *state) arcNeighbours(a *arcView, f *features) {
	w, h, c, side := s.words, a.h, a.c, a.side
	before, after := &w[a.k-1], &w[a.k+1]
	sib, sib2 := s.nodes[a.sib].label, s.nodes[a.sib2].label
	f.four(224, h.lex, w[a.sib].lex, c.lex, side)
	f.four(225, h.lex, sib, c.lex, side)
	f.four(226, h.lex, sib, sib2, side+2*c.tag)
	f.four(227, c.tag, before.lex, after.lex, side)
	f.four(228, h.tag, c.tag, before.lex, side)
	f.four(229, h.tag, c.tag, after.lex, side)
	f.four(230, h.lex, w[a.i-1].tag, w[a.i+1].tag, side+2*c.tag)
	f.four(235, h.tag, w[a.nh.left].lex, c.lex, side)
	f.four(239, before.form, c.c8, h.c8, side)
	f.four(240, h.tag, c.tag, c.before, side)
	f.four(241, h.lex, c.lex, after.before, side)
	f.four(242, h.lex, c.lex, h.before, side)
}
