package attrib

import "github.com/whosaid/whosaid/internal/linear"

// A frame that was found is judged once more as a whole, by a third model. These are
// its features.

// acceptFeatures appends the features of the frame made of runs.
func (a *analysis) acceptFeatures(f *frameContext, runs []run, margin int32, scale int32, out []uint32) []uint32 {
	lo, hi := f.w.lo, f.w.hi
	s := a.summarise(f, runs)
	order, content, inner := s.order, s.content, min(s.inner, 3)
	sum := stepOf(f.c.sum, scale)
	sure := min(uint32(max(margin, 0)*2/scale), 8)
	src := a.sourceKind(s.source, lo, hi)
	firstTag, firstLow := a.tagAt(content.first, lo, hi), a.lowAt(content.first, lo, hi)
	beforeTag, beforeLow := a.tagAt(content.first-1, lo, hi), a.lowAt(content.first-1, lo, hi)
	lastTag := a.tagAt(content.end-1, lo, hi)
	nextTag, nextLow := a.tagAt(content.end, lo, hi), a.lowAt(content.end, lo, hi)
	whole := b2u(content.first <= f.w.first) | b2u(content.end >= f.w.end-1)<<1
	body := b2u(s.verb) | min(s.quoted, 15)<<1 | bucket(s.size)<<5
	w := a.head(f.c.unit)
	T := uint32(w.tag)
	return append(out,
		feat(200, sum, 0), feat(201, sum, f.class), feat(202, sum, sure), feat(203, sure, f.part), feat(204, sum, f.part),
		feat(205, order, f.part), feat(206, order, f.class), feat(207, order, f.lemma), feat(208, order, T),
		feat(209, src, f.class), feat(210, src, f.lemma), feat(211, src, order), feat(212, src, T),
		feat(213, body, f.part), feat(214, body, f.class), feat(215, body&31, f.lemma), feat(216, body&31, order),
		feat(217, firstTag, f.class), feat(218, firstLow, f.part), feat(219, firstTag, f.lemma), feat(220, firstTag, order),
		feat(221, beforeTag, firstTag), feat(222, beforeLow, f.class), feat(223, beforeLow, f.lemma),
		feat(224, lastTag, nextTag), feat(225, nextLow, f.part), feat(226, nextTag, order), feat(227, nextLow, lastTag),
		feat(228, whole, order), feat(229, whole, f.class), feat(230, inner, f.class), feat(231, inner, sum),
		feat(232, s.pieces, order), feat(233, T, f.lemma), feat(234, T, f.class), feat(235, f.shortSig, body&31),
		feat(236, body&31, src), feat(237, uint32(w.fine), body&31), feat(238, uint32(w.cluster), src),
		feat(239, hashString(string(a.seqs[f.c.seq].kind)), order),
	)
}

// stepOf is a sum in steps of half of its scale, from -8 to 8.
func stepOf(sum, scale int32) uint32 { return uint32(max(-8, min(8, 2*sum/scale))) }

// sourceKind is what the source is by its first tag, its length and the kind of
// the names in it, a person's before others; 0 without a source.
func (a *analysis) sourceKind(r run, lo, hi int) uint32 {
	if r.empty() {
		return 0
	}
	kind := entNone
	for u := r.first; u < r.end && kind != entPerson; u++ {
		if a.plain(u) && a.head(u).ent != entNone {
			kind = a.head(u).ent
		}
	}
	return 1 + uint32(kind)<<8 + a.tagAt(r.first, lo, hi) + uint32(min(r.end-r.first, 3))<<12
}

// accept judges the frame of f with these labels.
func (a *analysis) accept(m *linear.Model, f *frameContext, runs []run, margin int32) int32 {
	s := &a.frame
	s.feats = a.acceptFeatures(f, runs, margin, m.Scale(), s.feats[:0])
	var sums [frameLabel + 1]int32
	m.ScoreAll(s.feats, sums[:])
	return sums[frameLabel]
}

// A summary is what stands in a frame as a whole.
type summary struct {
	order, pieces   uint32 // the roles of the runs with the gaps between them; how many pieces of content
	size            int    // of all content, in units
	source, content run    // content is the longest piece
	verb            bool   // a finite verb in the content
	inner           uint32 // likely cues in the content
	quoted          uint32 // the form of its last quotation, 0 if there is none
}

// summarise reads the runs of frame f.
func (a *analysis) summarise(f *frameContext, runs []run) summary {
	var s summary
	for k, r := range runs {
		if k < 6 {
			s.order = s.order*12 + uint32(r.label)*3 + a.gapBefore(f, runs, k) + 1
		}
		switch r.label {
		case beginSource:
			s.source = r
		case beginContent:
			if s.pieces == 0 || r.end-r.first > s.content.end-s.content.first {
				s.content = r
			}
			s.pieces++
			s.size += r.end - r.first
			a.summariseContent(f, r, &s)
		}
	}
	return s
}

// gapBefore is what stands between run k and the one before it: 0 nothing, 2 a
// comma, 1 anything else.
func (a *analysis) gapBefore(f *frameContext, runs []run, k int) uint32 {
	switch at := runs[k].first - 1; {
	case k == 0 || at < runs[k-1].end:
		return 0
	case at == runs[k-1].end && a.tagAt(at, f.w.lo, f.w.hi) == uint32(tagComma):
		return 2
	}
	return 1
}

func (a *analysis) summariseContent(f *frameContext, r run, s *summary) {
	for u := r.first; u < r.end; u++ {
		switch {
		case !a.plain(u):
			s.quoted = 1 + (a.quoteForm(u, f.w.lo, f.w.hi)-1)&7
		case a.head(u).tag.finite():
			s.verb = true
		}
		if a.units[u].cue >= 2 {
			s.inner++
		}
	}
}
