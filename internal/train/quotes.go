package train

import (
	"math"

	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/lookup"
)

// QuoteModel trains the model of attribution: one that judges cues and one
// that labels the units around them, in one file.
func QuoteModel(docs []QuoteDoc, clusters *lookup.Table, report NERReport) ([]byte, error) {
	blank, err := attrib.NewReader(nil, clusters)
	if err != nil {
		return nil, err
	}
	var cues, frames []Sequence
	for _, d := range docs {
		blank.Examples(d.Doc, d.Golds, func(e attrib.Example) {
			label := uint64(1)
			if e.IsCue {
				label = 2
				frames = append(frames, Sequence{e.Units, bits(e.Labels), d.Weight})
			}
			cues = append(cues, Sequence{[][]uint32{e.Cue}, []uint64{label}, d.Weight})
		})
	}
	report("%d candidates, %d frames", len(cues), len(frames))
	cue := TrainCRF(cues, CRFOptions{
		Labels: []string{"no", "yes"}, MinCount: 2, Epochs: 10, Rate: 0.1, L2: 1e-4, Seed: 1,
	})
	frame := TrainCRF(frames, CRFOptions{
		Labels: attrib.Labels()[:attrib.NumLabels], CanMove: attrib.Allowed, CanStart: attrib.CanStart,
		MinCount: 2, Epochs: 12, Rate: 0.1, L2: 1e-4, Seed: 1,
	})
	return writeQuotes(cue, frame, report), nil
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
