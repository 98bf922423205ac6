package attrib

import (
	"slices"

	"github.com/whosaid/whosaid"
)

// What the models read is what they learn from: training gets the features from
// here, and has the annotations to itself.

// A Candidate is a word that may be a cue, with the features of the model of cues.
type Candidate struct {
	Cue      whosaid.Span
	Verb     bool // it is in the lexicon as a verb
	Features []uint32
}

// A Window is the units around a cue, with the features of the sequence model.
type Window struct {
	Units    []whosaid.Span
	Cue      int // the unit that is the cue
	Features [][]uint32
}

// Candidates returns the candidates of d, in text order.
func (x *Reader) Candidates(d *whosaid.Document) []Candidate {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.analyse(d, x)
	var out []Candidate
	var cands []candidate
	for si := range a.seqs {
		cands = a.candidates(si, cands[:0])
		for _, c := range cands {
			out = append(out, Candidate{a.span(c.unit, c.unit+1), c.entry.part == verbPart, a.cueFeatures(c, nil)})
		}
	}
	return out
}

// Windows calls emit with the window of each candidate of d whose number ok
// accepts, in the order of Candidates. The model of cues of x must not have been
// trained on d.
func (x *Reader) Windows(d *whosaid.Document, ok func(candidate int) bool, emit func(candidate int, w Window)) {
	a := scratch.Get().(*analysis)
	defer a.release()
	a.analyse(d, x)
	a.judge(x.model)
	for i, c := range a.cands {
		if !ok(i) {
			continue
		}
		f := a.contextOf(c)
		w := Window{Cue: c.unit - f.w.lo}
		for u := f.w.lo; u < f.w.hi; u++ {
			w.Units = append(w.Units, a.span(u, u+1))
		}
		a.frameFeatures(&f, nil, func(_ int, feats []uint32) { w.Features = append(w.Features, slices.Clone(feats)) })
		emit(i, w)
	}
}

// Frames calls emit with each frame that x finds in d before the grammar corrects
// it, and the features of the model of frames. The other two models of x must not
// have been trained on d.
func (x *Reader) Frames(d *whosaid.Document, emit func(f *Frame, features []uint32)) {
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
		if f := a.frameOf(&ctx, labels, margins); len(f.Content) > 0 {
			emit(&f, a.acceptFeatures(&ctx, a.frame.runs, a.frame.margin, x.model.Scale(), nil))
		}
	}
}
