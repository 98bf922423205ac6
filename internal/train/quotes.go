package train

import (
	"math"

	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/lookup"
)

// QuoteModel trains the model of attribution: one that judges cues and one
// that labels the units around them, in one file. The second sees what the
// first thinks of the words around, so it learns from documents that a first
// model has not seen.
func QuoteModel(docs []QuoteDoc, clusters *lookup.Table, report NERReport) ([]byte, error) {
	blank, err := attrib.NewReader(nil, clusters)
	if err != nil {
		return nil, err
	}
	cues := make([][]Sequence, len(docs))
	for i, d := range docs {
		blank.CueExamples(d.Doc, d.Golds, func(e attrib.CueExample) {
			cues[i] = append(cues[i], Sequence{[][]uint32{e.Features}, []uint64{1 << b2i(e.IsCue)}, d.Weight})
		})
	}
	frames, err := frameExamples(docs, cues, clusters, report)
	if err != nil {
		return nil, err
	}
	cue := trainCues(cues, -1)
	report("%d frames", len(frames))
	frame := TrainCRF(frames, CRFOptions{
		Labels: attrib.Labels()[:attrib.NumLabels], CanMove: attrib.Allowed, CanStart: attrib.CanStart,
		MinCount: 2, Epochs: 30, Rate: 0.02, L2: 1e-3, Average: 10, Drop: 0.3, Seed: 1,
	})
	return writeQuotes(cue, frame, report), nil
}

// jackknife is into how many parts documents are cut, so that each is judged
// by a model that has not seen it.
const jackknife = 5

func trainCues(cues [][]Sequence, without int) *CRF {
	var data []Sequence
	for i := range cues {
		if without < 0 || i%jackknife != without {
			data = append(data, cues[i]...)
		}
	}
	return TrainCRF(data, CRFOptions{
		Labels: []string{"no", "yes"}, MinCount: 2, Epochs: 20, Rate: 0.02, L2: 1e-3, Average: 10, Drop: 0.3, Seed: 1,
	})
}

// frameExamples makes the sequences of the frames of docs.
func frameExamples(docs []QuoteDoc, cues [][]Sequence, clusters *lookup.Table, report NERReport) ([]Sequence, error) {
	parts := make([][]Sequence, len(docs))
	for k := range jackknife {
		m, err := linear.Open(writeQuotes(trainCues(cues, k), nil, report))
		if err != nil {
			return nil, err
		}
		r, err := attrib.NewReader(m, clusters)
		if err != nil {
			return nil, err
		}
		for i := k; i < len(docs); i += jackknife {
			r.FrameExamples(docs[i].Doc, docs[i].Golds, func(e attrib.FrameExample) {
				parts[i] = append(parts[i], Sequence{e.Units, bits(e.Labels), docs[i].Weight})
			})
		}
	}
	var out []Sequence
	for _, p := range parts {
		out = append(out, p...)
	}
	return out, nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func bits(labels []uint8) []uint64 {
	out := make([]uint64, len(labels))
	for i, l := range labels {
		out[i] = 1 << l
	}
	return out
}

// quoteScale is the integer steps for 1.0, and quoteLeast the least weight
// that is kept.
const (
	quoteScale = 48
	quoteLeast = 0.04
)

// writeQuotes joins the two models: the classifier's weight for "yes" against
// "no" is that of the last label.
func writeQuotes(cue, frame *CRF, report NERReport) []byte {
	opt := CompileOptions{Scale: quoteScale, Least: quoteLeast}
	var rows []linear.Row
	if frame == nil {
		frame = &CRF{}
	}
	for id, h := range frame.hashes {
		if cells := quantise(frame.w[id*frame.L:(id+1)*frame.L], opt); len(cells) > 0 {
			rows = append(rows, linear.Row{Feature: h, Cells: cells})
		}
	}
	for id, h := range cue.hashes {
		cells := quantise([]float32{cue.w[2*id+1] - cue.w[2*id]}, opt)
		for i := range cells {
			cells[i].Label = attrib.NumLabels
		}
		if len(cells) > 0 {
			rows = append(rows, linear.Row{Feature: h, Cells: cells})
		}
	}
	const L = attrib.NumLabels + 1
	moves := make([]int32, L*L)
	for from := range L {
		for to := range L {
			moves[from*L+to] = linear.Never
			if from < frame.L && to < frame.L && attrib.Allowed(from, to) {
				moves[from*L+to] = int32(math.Round(float64(frame.moves[from*frame.L+to] * quoteScale)))
			}
		}
	}
	report("%d features, %d kept", len(frame.hashes)+len(cue.hashes), len(rows))
	return linear.Write(attrib.Labels(), moves, quoteScale, nil, rows)
}
