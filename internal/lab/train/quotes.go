package train

import (
	"math"
	"sync"

	"github.com/whosaid/whosaid/internal/attrib"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
)

// QuoteModel trains the model of attribution: one that judges cues, one that
// labels the units around them, and one that judges the frames that come out,
// in one file. Each sees what the ones before it think, so it learns from
// documents that those have not seen.
func QuoteModel(docs []QuoteDoc, clusters *modelfile.Table, report NERReport) ([]byte, error) {
	q := quoteTrainer{docs: docs, clusters: clusters, cues: make([][]Sequence, len(docs)),
		frames: make([][]Sequence, len(docs)), wholes: make([][]Sequence, len(docs))}
	blank, err := attrib.NewReader(nil, clusters)
	if err != nil {
		return nil, err
	}
	for i := range docs {
		q.cues[i] = docs[i].cueExamples(blank)
	}
	if err := q.frameExamples(); err != nil {
		return nil, err
	}
	if err := q.wholeExamples(); err != nil {
		return nil, err
	}
	table, err := q.calibrate()
	if err != nil {
		return nil, err
	}
	all := models{
		meanOf(quoteSeeds, func(seed uint64) *CRF { return binaryModel(q.cues, -1, seed) }),
		meanOf(quoteSeeds, func(seed uint64) *CRF { return frameModel(q.frames, -1, seed) }),
		meanOf(quoteSeeds, func(seed uint64) *CRF { return binaryModel(q.wholes, -1, seed) }),
	}
	return q.write(all, table, report), nil
}

// models are those of one part, or of all documents.
type models struct{ cue, frame, whole *CRF }

// A quoteTrainer holds the examples of each document.
type quoteTrainer struct {
	docs                 []QuoteDoc
	clusters             *modelfile.Table
	cues, frames, wholes [][]Sequence
	parts                [jackknife]models // by all documents but those of one part
}

// jackknife is into how many parts documents are cut, so that each is judged
// by a model that has not seen it.
const jackknife = 5

// rest joins the examples of all documents but those of one part; all if
// without is negative.
func rest(parts [][]Sequence, without int) []Sequence {
	var data []Sequence
	for i := range parts {
		if without < 0 || i%jackknife != without {
			data = append(data, parts[i]...)
		}
	}
	return data
}

func binary(features []uint32, yes bool, weight float32) Sequence {
	label := uint64(1)
	if yes {
		label = 2
	}
	return Sequence{Features: [][]uint32{features}, Allowed: []uint64{label}, Weight: weight}
}

// binaryModel trains a model that says yes or no.
func binaryModel(parts [][]Sequence, without int, seed uint64) *CRF {
	return TrainCRF(rest(parts, without), CRFOptions{
		Labels: []string{"no", "yes"}, MinCount: 2, Epochs: 20, Rate: 0.02, L2: 1e-3, Average: 10, Drop: 0.3, Seed: seed,
	})
}

// frameModel trains the model that labels units.
func frameModel(parts [][]Sequence, without int, seed uint64) *CRF {
	return TrainCRF(rest(parts, without), CRFOptions{
		Labels: attrib.Labels()[:attrib.NumLabels], CanMove: attrib.Allowed, CanStart: attrib.CanStart,
		MinCount: 2, Epochs: 30, Rate: 0.02, L2: 1e-3, Average: 10, Drop: 0.3, Seed: seed,
	})
}

// quoteSeeds is how many times a final model is trained, each time in another
// order. The mean of the weights is less a matter of luck than any.
const quoteSeeds = 4

// meanOf trains models that differ by their seeds, two at a time, and returns
// their mean.
func meanOf(seeds int, model func(seed uint64) *CRF) *CRF {
	trained := make([]*CRF, seeds)
	for from := 0; from < seeds; from += 2 {
		var pair sync.WaitGroup
		for k := from; k < min(from+2, seeds); k++ {
			pair.Go(func() { trained[k] = model(uint64(k + 1)) })
		}
		pair.Wait()
	}
	var sum average
	for _, c := range trained {
		sum.add(c)
	}
	sum.set(trained[0])
	return trained[0]
}

// each calls f for every document with the bytes of models that have not seen
// it.
func (q *quoteTrainer) each(table []linear.Bin, f func(data []byte, i int) error) error {
	for k := range jackknife {
		data := q.write(q.parts[k], table, nil)
		for i := k; i < len(q.docs); i += jackknife {
			if err := f(data, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// reader opens models for training.
func (q *quoteTrainer) reader(data []byte) (*attrib.Reader, error) {
	m, err := linear.Open(modelfile.Quotes, data)
	if err != nil {
		return nil, err
	}
	return attrib.NewReader(m, q.clusters)
}

func (q *quoteTrainer) frameExamples() error {
	for k := range q.parts {
		q.parts[k].cue = meanOf(quoteSeeds, func(seed uint64) *CRF { return binaryModel(q.cues, k, seed) })
	}
	return q.each(nil, func(data []byte, i int) error {
		r, err := q.reader(data)
		if err != nil {
			return err
		}
		q.frames[i] = q.docs[i].frameExamples(r)
		return nil
	})
}

func (q *quoteTrainer) wholeExamples() error {
	for k := range q.parts {
		q.parts[k].frame = meanOf(quoteSeeds, func(seed uint64) *CRF { return frameModel(q.frames, k, seed) })
	}
	return q.each(nil, func(data []byte, i int) error {
		r, err := q.reader(data)
		if err != nil {
			return err
		}
		q.wholes[i] = q.docs[i].wholeExamples(r)
		return nil
	})
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
	quoteLeast = 0.02
)

// write joins the models; nil ones are left out.
func (q *quoteTrainer) write(m models, table []linear.Bin, report NERReport) []byte {
	frame := m.frame
	opt := CompileOptions{Scale: quoteScale, Least: quoteLeast}
	L := len(attrib.Labels())
	moves := make([]int32, L*L)
	for i := range moves {
		moves[i] = linear.Never
	}
	var rows []linear.Row
	if frame != nil {
		for id, h := range frame.hashes {
			if cells := quantise(frame.w[id*frame.L:(id+1)*frame.L], opt); len(cells) > 0 {
				rows = append(rows, linear.Row{Feature: h, Cells: cells})
			}
		}
	}
	for from := range attrib.NumLabels {
		for to := range attrib.NumLabels {
			switch {
			case !attrib.Allowed(from, to):
			case frame == nil:
				moves[from*L+to] = 0
			default:
				moves[from*L+to] = int32(math.Round(float64(frame.moves[from*frame.L+to] * quoteScale)))
			}
		}
	}
	for k, c := range []*CRF{m.cue, m.whole} {
		if c != nil {
			rows = append(rows, binaryRows(c, uint8(attrib.NumLabels+k), opt)...)
		}
	}
	if report != nil {
		report("%d features kept", len(rows))
	}
	return linear.Write(modelfile.Quotes, attrib.Labels(), moves, quoteScale, table, rows)
}

// binaryRows gives a label the weights for "yes" against "no".
func binaryRows(c *CRF, label uint8, opt CompileOptions) []linear.Row {
	var rows []linear.Row
	for id, h := range c.hashes {
		cells := quantise([]float32{c.w[2*id+1] - c.w[2*id]}, opt)
		for i := range cells {
			cells[i].Label = label
		}
		if len(cells) > 0 {
			rows = append(rows, linear.Row{Feature: h, Cells: cells})
		}
	}
	return rows
}
