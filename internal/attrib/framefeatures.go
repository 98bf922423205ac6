package attrib

// frameFeatures calls emit with the features of each unit of the window, in
// order. The slice is reused.
func (a *analysis) frameFeatures(f *frameContext, feats []uint32, emit func(i int, feats []uint32)) []uint32 {
	a.lookBetween(f)
	depth := 0
	for u := f.w.lo; u < f.w.hi; u++ {
		if a.plain(u) && a.head(u).tag == tagBracket {
			if c := a.d.Text[a.d.Tokens[a.units[u].first].Start]; c == '(' || c == '[' {
				depth++
			} else if depth > 0 {
				depth--
			}
		}
		feats = a.unitFeatures(f, u, &a.frame.between[u-f.w.lo], depth, feats[:0])
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

func distance(n int) uint32 { return steps(n, 5, [4]int{7, 10, 16, 26}) }

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

// cueAt is how likely unit u is a cue, in four steps.
func (a *analysis) cueAt(u, lo, hi int) uint32 {
	if u < lo || u >= hi {
		return 0
	}
	return uint32(a.units[u].cue)
}

// edgeFeatures appends those of the edges of clauses, sequences and quotations.
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
		par := b2u(u < f.w.first || u >= f.w.end)
		return append(out, feat(60, q, dir), feat(61, (q-1)&7, dir|bh<<2), feat(62, f.signature, (q-1)&7|dir<<4),
			feat(63, f.lemma, dir|bh<<2), feat(64, q, f.class), feat(65, par<<4|dir, f.shortSig),
			feat(66, a.tagAt(u-1, lo, hi), (q-1)&7), feat(67, a.tagAt(u+1, lo, hi), (q-1)&7), feat(68, par<<4|(q-1)&7, f.class))
	}
	if h := a.head(u); h.entry != nil {
		out = append(out, feat(70, h.entry.chash, dir), feat(71, uint32(h.entry.part), dir|b.hash()<<2))
	}
	next := a.nextOf(u, hi)
	return append(out, feat(72, next, a.tagAt(u-1, lo, hi)<<8|a.tagAt(u, lo, hi)), feat(73, next, b.hash()<<2|dir),
		feat(74, next, a.lowAt(u-1, lo, hi)))
}

// A between is what stands between a unit and the cue.
type between struct {
	commas, verbs, cues    int
	that, cue, quote, stop bool
	colon                  bool
}

func (b *between) hash() uint32 {
	return uint32(min(b.commas, 3)) | uint32(min(b.verbs, 2))<<2 | b2u(b.that)<<4 | b2u(b.cue)<<5 |
		b2u(b.quote)<<6 | b2u(b.stop)<<7 | b2u(b.colon)<<8
}

// pass adds the unit u to b.
func (b *between) pass(a *analysis, u int) {
	if a.units[u].cue >= 2 {
		b.cues++
	}
	if !a.plain(u) {
		b.quote = true
		return
	}
	w := a.head(u)
	switch {
	case w.tag == tagComma:
		b.commas++
	case w.tag.finite():
		b.verbs++
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
