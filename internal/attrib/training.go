package attrib

import "github.com/whosaid/whosaid"

// A Gold is an attribution as an annotator marked it.
type Gold struct {
	Cue     whosaid.Span
	Source  whosaid.Span
	Content []whosaid.Span
	Name    string // the speaker's, if it has one
}

// A CueExample is what the model of cues learns from one candidate.
type CueExample struct {
	Features []uint32
	IsCue    bool
}

// A FrameExample is what the sequence model learns from one cue.
type FrameExample struct {
	// Units are the features of each unit around the cue, Labels their labels.
	Units  [][]uint32
	Labels []uint8
}

// CueExamples calls emit with each candidate of d, in text order.
func (x *Reader) CueExamples(d *whosaid.Document, golds []Gold, emit func(CueExample)) {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.analyse(d, x)
	cueOf := a.matchCues(golds)
	var cands []candidate
	for si := range a.seqs {
		cands = a.candidates(si, cands[:0])
		for _, c := range cands {
			_, ok := cueOf[c.unit]
			emit(CueExample{a.cueFeatures(c, nil), ok})
		}
	}
}

// FrameExamples calls emit with each cue of d, in text order. The model of
// cues of x must not have been trained on d.
func (x *Reader) FrameExamples(d *whosaid.Document, golds []Gold, emit func(FrameExample)) {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.analyse(d, x)
	a.judge(x.model)
	cueOf := a.matchCues(golds)
	for _, c := range a.cands {
		g, ok := cueOf[c.unit]
		if !ok {
			continue
		}
		var e FrameExample
		f := a.contextOf(c)
		a.frameFeatures(&f, nil, func(i int, feats []uint32) {
			e.Units = append(e.Units, append([]uint32(nil), feats...))
		})
		e.Labels = make([]uint8, len(e.Units))
		a.labelGold(&golds[g], &f, e.Labels)
		emit(e)
	}
}

// WholeExamples calls emit with the features of each frame that x finds in d,
// and whether it is one of golds. The models of cues and of units of x must
// not have been trained on d.
func (x *Reader) WholeExamples(d *whosaid.Document, golds []Gold, emit func(CueExample)) {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.analyse(d, x)
	a.judge(x.model)
	for _, c := range a.cands {
		if c.sum <= cueThreshold {
			continue
		}
		ctx := a.contextOf(c)
		labels, margins := x.label(a, &ctx, -1)
		f, ok := a.frameOf(&ctx, labels, margins)
		if !ok {
			continue
		}
		emit(CueExample{a.acceptFeatures(&ctx, a.frame.runs, a.frame.margin, x.model.Scale(), nil), matches(&f, golds)})
	}
}

// matches reports whether a piece of f shares more than half of what it and a
// piece of a gold cover together, and their cues are the same or next to one
// another.
func matches(f *Frame, golds []Gold) bool {
	for i := range golds {
		g := &golds[i]
		if !g.Cue.Empty() && !g.Cue.Overlaps(f.Cue) {
			continue
		}
		for _, s := range g.Content {
			for _, p := range f.Content {
				both := min(s.End, p.End) - max(s.Start, p.Start)
				all := max(s.End, p.End) - min(s.Start, p.Start)
				if both > 0 && 2*both >= all {
					return true
				}
			}
		}
	}
	return false
}

// matchCues gives each gold cue the candidate unit that heads it: the first
// verb, else the first word of the lexicon.
func (a *analysis) matchCues(golds []Gold) map[int]int {
	best := map[int]int{}
	var cands []candidate
	type key struct{ unit, rank int }
	pick := make([]key, len(golds))
	for i := range pick {
		pick[i] = key{-1, 9}
	}
	for si := range a.seqs {
		cands = a.candidates(si, cands[:0])
		for _, c := range cands {
			s := a.span(c.unit, c.unit+1)
			for g := range golds {
				if !golds[g].Cue.Overlaps(s) {
					continue
				}
				rank := 1
				if c.entry.part == verbPart {
					rank = 0
				}
				if rank < pick[g].rank {
					pick[g] = key{c.unit, rank}
				}
			}
		}
	}
	for g := range golds {
		if u := pick[g].unit; u >= 0 {
			if _, taken := best[u]; !taken {
				best[u] = g
			}
		}
	}
	return best
}

// labelGold labels the units of frame f as g says. A unit belongs to a piece
// that covers more than half of it.
func (a *analysis) labelGold(g *Gold, f *frameContext, labels []uint8) {
	mark := func(s whosaid.Span, begin uint8) {
		first := true
		for u := f.w.lo; u < f.w.hi; u++ {
			us := a.span(u, u+1)
			if u == f.c.unit || 2*(min(us.End, s.End)-max(us.Start, s.Start)) <= us.Len() {
				continue
			}
			labels[u-f.w.lo] = begin + 1
			if first {
				labels[u-f.w.lo] = begin
			}
			first = false
		}
	}
	if !g.Source.Empty() {
		mark(g.Source, beginSource)
	}
	for _, s := range g.Content {
		mark(s, beginContent)
	}
}
