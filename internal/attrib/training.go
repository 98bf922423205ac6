package attrib

import "github.com/whosaid/whosaid"

// A Gold is an attribution as an annotator marked it.
type Gold struct {
	Cue     whosaid.Span
	Source  whosaid.Span
	Content []whosaid.Span
}

// An Example is what the models learn from one candidate cue.
type Example struct {
	// Cue are the features of the candidate, IsCue whether it is one.
	Cue   []uint32
	IsCue bool
	// Units are the features of each unit around it, Labels their labels.
	Units  [][]uint32
	Labels []uint8
	// At is the cue's place in the text.
	At whosaid.Span
}

// Examples calls emit with each candidate of d, in text order.
func (x *Reader) Examples(d *whosaid.Document, golds []Gold, emit func(Example)) {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.analyse(d, x)
	cueOf := a.matchCues(golds)
	var cands []candidate
	for si := range a.seqs {
		cands = a.candidates(si, cands[:0])
		for _, c := range cands {
			g, ok := cueOf[c.unit]
			e := Example{Cue: a.cueFeatures(c, nil), IsCue: ok, At: a.span(c.unit, c.unit+1)}
			f := a.contextOf(c)
			a.frameFeatures(&f, nil, func(i int, feats []uint32) {
				e.Units = append(e.Units, append([]uint32(nil), feats...))
			})
			e.Labels = make([]uint8, len(e.Units))
			if ok {
				a.labelGold(&golds[g], &f, e.Labels)
			}
			emit(e)
		}
	}
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
