package attrib

import "github.com/whosaid/whosaid/internal/linear"

// A found frame is judged once more as a whole: what it is made of says
// whether it is one. The features here are those of that judgement.

// A run is a stretch of units with one role in a frame.
type run struct {
	label      uint8 // beginContent, beginSource, or outside for the cue
	first, end int   // units
}

// runsOf cuts the labels of frame f into runs, the cue among them, in order.
// Of several sources only the first counts.
func (f *frameContext) runsOf(labels []uint8, out []run) []run {
	out = out[:0]
	source := false
	for i := 0; i < len(labels); {
		u := f.w.lo + i
		if u == f.c.unit {
			out = append(out, run{outside, u, u + 1})
			i++
			continue
		}
		l := labels[i]
		if l != beginContent && l != beginSource {
			i++
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] == l+1 && f.w.lo+end != f.c.unit {
			end++
		}
		if l == beginContent || !source {
			out = append(out, run{l, u, f.w.lo + end})
			source = source || l == beginSource
		}
		i = end
	}
	return out
}

// acceptFeatures appends the features of the frame made of runs.
func (a *analysis) acceptFeatures(f *frameContext, runs []run, margin int32, scale int32, out []uint32) []uint32 {
	lo, hi := f.w.lo, f.w.hi
	order, pieces, size := uint32(0), uint32(0), 0
	var source, content run
	verb, inner, quoted := false, uint32(0), uint32(0)
	for k, r := range runs {
		gap := uint32(0)
		if k > 0 && r.first > runs[k-1].end {
			gap = 1
			if r.first == runs[k-1].end+1 && a.tagAt(r.first-1, lo, hi) == uint32(tagComma) {
				gap = 2
			}
		}
		if k < 6 {
			order = order*12 + uint32(r.label)*3 + gap + 1
		}
		switch r.label {
		case beginSource:
			source = r
		case beginContent:
			if pieces == 0 || r.end-r.first > content.end-content.first {
				content = r
			}
			pieces++
			size += r.end - r.first
			for u := r.first; u < r.end; u++ {
				switch {
				case a.units[u].quote >= 0:
					quoted = 1 + (a.quoteForm(u, lo, hi)-1)&7
				case a.head(u).tag.finite():
					verb = true
				}
				if a.units[u].cue >= 2 {
					inner++
				}
			}
		}
	}
	sum := stepOf(f.c.sum, scale)
	sure := min(uint32(max(margin, 0)*2/scale), 8)
	src := a.sourceKind(source, lo, hi)
	firstTag, firstLow := a.tagAt(content.first, lo, hi), a.lowAt(content.first, lo, hi)
	beforeTag, beforeLow := a.tagAt(content.first-1, lo, hi), a.lowAt(content.first-1, lo, hi)
	lastTag := a.tagAt(content.end-1, lo, hi)
	nextTag, nextLow := a.tagAt(content.end, lo, hi), a.lowAt(content.end, lo, hi)
	whole := b2u(content.first <= f.w.first) | b2u(content.end >= f.w.end-1)<<1
	body := b2u(verb) | min(quoted, 15)<<1 | bucket(size)<<5
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
		feat(228, whole, order), feat(229, whole, f.class), feat(230, min(inner, 3), f.class), feat(231, min(inner, 3), sum),
		feat(232, pieces, order), feat(233, T, f.lemma), feat(234, T, f.class), feat(235, f.shortSig, body&31),
		feat(236, body&31, src), feat(237, uint32(w.fine), body&31), feat(238, uint32(w.cluster), src),
		feat(239, hashString(string(a.seqs[f.c.seq].kind)), order),
	)
}

// stepOf is a sum in steps of half of its scale, from -8 to 8.
func stepOf(sum, scale int32) uint32 { return uint32(max(-8, min(8, 2*sum/scale))) }

// sourceKind tells what the source is by its last name or head: nothing, a
// pronoun, a name of a kind, a noun with or without "the".
func (a *analysis) sourceKind(r run, lo, hi int) uint32 {
	if r.end == r.first {
		return 0
	}
	kind := uint32(0)
	for u := r.first; u < r.end; u++ {
		if a.units[u].quote < 0 && a.head(u).ent != entNone {
			kind = uint32(a.head(u).ent)
			if kind == uint32(entPerson) {
				break
			}
		}
	}
	return 1 + kind<<8 + a.tagAt(r.first, lo, hi) + uint32(min(r.end-r.first, 3))<<12
}

// accept judges the frame of f with these labels.
func (a *analysis) accept(m *linear.Model, f *frameContext, runs []run, margin int32) int32 {
	s := &a.frame
	s.feats = a.acceptFeatures(f, runs, margin, m.Scale(), s.feats[:0])
	var sums [frameLabel + 1]int32
	m.ScoreAll(s.feats, sums[:])
	return sums[frameLabel]
}
