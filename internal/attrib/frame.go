package attrib

import "github.com/whosaid/whosaid/internal/linear"

// The labels of the sequence model: what a unit is to the cue in question.
const (
	outside = iota
	beginContent
	inContent
	beginSource
	inSource
	NumLabels
)

// Window sizes: how many units to each side of a cue are looked at. They
// bound the work for one cue.
const (
	unitsBefore = 56
	unitsAfter  = 72
	// In a crowded sequence the next cue is near.
	crowdedBefore = 16
	crowdedAfter  = 24
)

// crowds reports whether n candidates in a sequence are more than a writer
// puts there, for whom a sentence of this length is a list.
func (s *sequence) crowds(n int) bool {
	const long = 256
	return s.end-s.first > long && n > (s.end-s.first)/16
}

// A window is the units that may belong to the frame of a cue: those of its
// sequence, and a quotation next to it.
type window struct {
	lo, hi int // units looked at
	first  int // first unit of the sequence, >= lo
	end    int // end of the sequence, <= hi
}

// reach is how many units before and after a cue in s are looked at.
func (s *sequence) reach() (before, after int) {
	if s.crowded {
		return crowdedBefore, crowdedAfter
	}
	return unitsBefore, unitsAfter
}

func (a *analysis) windowOf(c candidate) window {
	s := a.seqs[c.seq]
	before, after := s.reach()
	w := window{lo: max(s.first, c.unit-before), hi: min(s.end, c.unit+1+after)}
	w.first, w.end = w.lo, w.hi
	if w.lo == s.first && c.seq > 0 && a.units[w.lo-1].quote >= 0 && a.beside(c.seq, c.seq-1) {
		w.lo--
	}
	if w.hi == s.end && c.seq+1 < len(a.seqs) && a.units[w.hi].quote >= 0 && a.beside(c.seq, c.seq+1) {
		w.hi++
	}
	return w
}

// beside reports whether the quotations of the sequence next may belong to a
// cue in si: there are no other words, so that no cue there can claim them,
// and in another paragraph they go on, or si has none of its own.
func (a *analysis) beside(si, next int) bool {
	s, n := a.seqs[si], a.seqs[next]
	for u := n.first; u < n.end && u < n.first+8; u++ {
		if a.units[u].quote < 0 && a.head(u).shape != shapePunct {
			return false
		}
	}
	if n.paragraph > s.paragraph+1 || n.paragraph < s.paragraph-1 {
		return false
	}
	if n.paragraph == s.paragraph || n.paragraph > s.paragraph && a.quotes[a.units[n.first].quote].reopened {
		return true
	}
	for u := s.first; u < s.end && u < s.first+unitsAfter; u++ {
		if a.units[u].quote >= 0 {
			return false
		}
	}
	return true
}

// A frameContext holds what is the same for all units of a frame.
type frameContext struct {
	c         candidate
	w         window
	lemma     uint32
	class     uint32
	part      uint32
	signature uint32 // what stands around the cue
	shortSig  uint32
}

// A between describes the units between a unit and the cue.
type between struct {
	commas, verbs, ccs, cues int
	that, cue, quote, stop   bool
	colon                    bool
}

func (b *between) hash() uint32 {
	return uint32(min(b.commas, 3)) | uint32(min(b.verbs, 2))<<2 | b2u(b.that)<<4 | b2u(b.cue)<<5 |
		b2u(b.quote)<<6 | b2u(b.stop)<<7 | b2u(b.colon)<<8
}

// pass adds the unit u to what lies between.
func (b *between) pass(a *analysis, u int) {
	if a.units[u].cue >= 2 {
		b.cues++
	}
	if a.units[u].quote >= 0 {
		b.quote = true
		return
	}
	w := a.head(u)
	switch {
	case w.tag == tagComma:
		b.commas++
	case w.tag.finite():
		b.verbs++
	case w.tag == tagCC:
		b.ccs++
	case w.tag == tagColon:
		b.colon = true
	case w.tag == tagStop:
		b.stop = true
	case w.low == hashThat:
		b.that = true
	}
	if w.entry != nil && w.entry.part != nounPart && w.entry.part != adjPart {
		b.cue = true
	}
}

func (a *analysis) contextOf(c candidate) frameContext {
	f := frameContext{c: c, w: a.windowOf(c)}
	f.lemma, f.class, f.part = c.entry.hash, c.entry.chash, uint32(c.entry.part)
	if c.entry == &verbEntry {
		f.lemma = a.head(c.unit).low
	}
	lo, hi, u := f.w.lo, f.w.hi, c.unit
	v := a.voiceOf(u, f.w.first)
	form := f.part | b2u(v.passive)<<3 | b2u(v.infinite)<<4
	right := a.rightOf(u, hi)
	before, after := b2u(a.quoteForm(u-1, lo, hi) != 0), b2u(a.quoteForm(u+1, lo, hi) != 0)
	before, after = before<<3|a.nearestQuote(u, -1)&7, after<<3|a.nearestQuote(u, 1)&7
	f.shortSig = feat(1, form, right)
	f.signature = feat(2, f.shortSig, b2u(before != 0)|b2u(after != 0)<<1|bucket(f.w.end-u-1)<<2|min(bucket(u-f.w.first), 3)<<8)
	return f
}

// rightOf is the kind of what follows the cue.
func (a *analysis) rightOf(u, hi int) uint32 {
	u++
	for u < hi && a.units[u].quote < 0 && a.head(u).tag == tagRB {
		u++
	}
	if u >= hi {
		return 1
	}
	if a.units[u].quote >= 0 {
		return 2
	}
	w := a.head(u)
	if w.low == hashThat {
		return 3
	}
	return 4 + uint32(w.tag)
}

// frameFeatures calls emit with the features of each unit of the window, in
// order. The slice is reused.
func (a *analysis) frameFeatures(f *frameContext, feats []uint32, emit func(i int, feats []uint32)) []uint32 {
	n := f.w.hi - f.w.lo
	bt := resizeBetween(a.frame.between, n)
	a.frame.between = bt
	cu := f.c.unit
	var b between
	for u := cu - 1; u >= f.w.lo; u-- {
		bt[u-f.w.lo] = b
		b.pass(a, u)
		if u == f.w.first {
			b.stop = true
		}
	}
	bt[cu-f.w.lo] = between{}
	b = between{}
	for u := cu + 1; u < f.w.hi; u++ {
		if u == f.w.end {
			b.stop = true
		}
		bt[u-f.w.lo] = b
		b.pass(a, u)
	}
	depth := 0
	for u := f.w.lo; u < f.w.hi; u++ {
		if a.units[u].quote < 0 {
			switch a.head(u).tag {
			case tagBracket:
				if c := a.d.Text[a.d.Tokens[a.units[u].first].Start]; c == '(' || c == '[' {
					depth++
				} else if depth > 0 {
					depth--
				}
			}
		}
		feats = a.unitFeatures(f, u, &bt[u-f.w.lo], depth, feats[:0])
		emit(u-f.w.lo, feats)
	}
	return feats
}

// relOf is the signed distance from the cue, in buckets.
func relOf(u, cu int) uint32 {
	if u < cu {
		return 16 + distance(cu-u)
	}
	if u == cu {
		return 0
	}
	return 32 + distance(u-cu)
}

func distance(n int) uint32 {
	switch {
	case n < 5:
		return uint32(n)
	case n < 7:
		return 5
	case n < 10:
		return 6
	case n < 16:
		return 7
	case n < 26:
		return 8
	}
	return 9
}

// unitFeatures appends the features of unit u in frame f.
func (a *analysis) unitFeatures(f *frameContext, u int, b *between, depth int, out []uint32) []uint32 {
	lo, hi, cu := f.w.lo, f.w.hi, f.c.unit
	rel := relOf(u, cu)
	dir := rel >> 4
	t0, w0 := a.tagAt(u, lo, hi), a.lowAt(u, lo, hi)
	t1, w1 := a.tagAt(u-1, lo, hi), a.lowAt(u-1, lo, hi)
	t2, w2 := a.tagAt(u+1, lo, hi), a.lowAt(u+1, lo, hi)
	t3, t4 := a.tagAt(u-2, lo, hi), a.tagAt(u+2, lo, hi)
	bh := b.hash()
	db := dir | bh<<2
	cues := uint32(min(b.cues, 2)) | a.cueAt(u, lo, hi)<<2 | a.cueAt(u-1, lo, hi)<<4 | a.cueAt(u+1, lo, hi)<<6 | dir<<8
	c0 := a.clusterAt(u, lo, hi)
	head := a.head(u)
	near := rel
	if rel&15 > 3 {
		near = dir
	}
	out = append(out,
		feat(1, dir, 0), feat(2, t0, dir), feat(3, w0, dir), feat(4, w1, dir), feat(5, w2, dir),
		feat(6, t0, rel), feat(7, t1<<8|t0, dir), feat(8, t0<<8|t2, dir), feat(9, t1<<16|t0<<8|t2, dir),
		feat(10, w0, near), feat(11, w1, w0), feat(12, w0, w2),
		feat(13, f.lemma, rel), feat(14, f.lemma, t0<<8|near), feat(15, f.class, t0<<8|rel),
		feat(16, f.signature, rel), feat(17, f.signature, t0<<2|dir), feat(18, f.signature, db),
		feat(19, db, 0), feat(20, db, t0), feat(21, f.lemma, db), feat(22, f.class, db),
		feat(23, f.shortSig, db), feat(24, f.shortSig, t0<<8|rel), feat(25, f.shortSig, w0),
		feat(26, db, w0), feat(27, db, t1<<8|t0), feat(28, db, t0<<8|t2),
		feat(29, uint32(head.ent)<<1|b2u(head.first), db), feat(30, uint32(head.ent)<<1|b2u(head.first), rel),
		feat(31, uint32(head.shape), t1<<2|dir),
		feat(32, t3<<16|t1<<8|t0, dir), feat(33, t0<<16|t2<<8|t4, dir),
		feat(34, w1, db), feat(35, w2, db), feat(36, min(uint32(depth), 2), db),
		feat(40, c0, dir), feat(41, c0, db), feat(42, c0, t1<<8|t2), feat(43, a.clusterAt(u-1, lo, hi), dir),
		feat(44, a.clusterAt(u+1, lo, hi), dir), feat(45, c0, f.shortSig),
		feat(46, cues, bh), feat(47, cues, t0<<2|dir), feat(48, cues, t1<<8|t0), feat(49, f.class, cues),
		feat(37, f.class, w0), feat(38, f.lemma, w1), feat(39, f.part, bh<<8|t1),
	)
	return a.edgeFeatures(f, u, b, out)
}

// cueAt is how much the unit u is taken for a cue.
func (a *analysis) cueAt(u, lo, hi int) uint32 {
	if u < lo || u >= hi {
		return 0
	}
	return uint32(a.units[u].cue)
}

// edgeFeatures appends those about the edges of clauses, sequence and
// quotations.
func (a *analysis) edgeFeatures(f *frameContext, u int, b *between, out []uint32) []uint32 {
	lo, hi, cu := f.w.lo, f.w.hi, f.c.unit
	dir := relOf(u, cu) >> 4
	left, right := min(bucket(u-f.w.first), 4), min(bucket(f.w.end-1-u), 4)
	switch {
	case u < f.w.first:
		left = 7
	case u >= f.w.end:
		right = 7
	}
	out = append(out, feat(50, f.signature, left<<4|dir), feat(51, f.shortSig, right<<4|dir),
		feat(52, left<<4|right, dir|a.tagAt(u, lo, hi)<<4), feat(53, f.class, left<<8|right<<4|dir))
	if q := a.quoteForm(u, lo, hi); q != 0 {
		bh := b.hash()
		par := uint32(0)
		if u < f.w.first || u >= f.w.end {
			par = 1
		}
		out = append(out, feat(60, q, dir), feat(61, (q-1)&7, dir|bh<<2), feat(62, f.signature, (q-1)&7|dir<<4),
			feat(63, f.lemma, dir|bh<<2), feat(64, q, f.class), feat(65, par<<4|dir, f.shortSig),
			feat(66, a.tagAt(u-1, lo, hi), (q-1)&7), feat(67, a.tagAt(u+1, lo, hi), (q-1)&7), feat(68, par<<4|(q-1)&7, f.class))
		return out
	}
	h := a.head(u)
	if h.entry != nil {
		out = append(out, feat(70, h.entry.chash, dir), feat(71, uint32(h.entry.part), dir|b.hash()<<2))
	}
	// What the next few units look like: a clause begins, or a phrase goes on.
	next := uint32(0)
	for k := u; k < hi && k < u+8 && a.units[k].quote < 0; k++ {
		t := a.head(k).tag
		if t.finite() {
			next = 1
			break
		}
		if t.punct() && k > u {
			next = 2
			break
		}
	}
	return append(out, feat(72, next, a.tagAt(u-1, lo, hi)<<8|a.tagAt(u, lo, hi)), feat(73, next, b.hash()<<2|dir),
		feat(74, next, a.lowAt(u-1, lo, hi)))
}

// A sourced is where a frame with a source was found.
type sourced struct {
	seq, unit int
	source    run
}

// frameScratch is the memory of frames.
type frameScratch struct {
	between []between
	feats   []uint32
	emit    []int32
	lattice linear.Lattice
	runs    []run
	margin  int32
	last    sourced
}

func resizeBetween(s []between, n int) []between {
	if cap(s) < n {
		return make([]between, n, 2*n)
	}
	return s[:n]
}
