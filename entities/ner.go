package entities

import (
	"context"
	"fmt"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/bilou"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/lookup"
	"github.com/whosaid/whosaid/internal/model"
)

// A Trained is the Recognizer of a trained model. It is safe for concurrent
// use.
type Trained struct {
	model *linear.Model
	res   *feature.Resources
	// forbid weighs the labels that cannot begin, and end, a sentence.
	start, end []int32
	scratch    sync.Pool // of *nerScratch
}

// nerScratch is the memory of one call.
type nerScratch struct {
	emit  []int32
	feats []uint32
	lat   linear.Lattice
	// sums holds, for each word of the document and each offset, the summed
	// weights of the features that the word alone gives; known tells which
	// are there.
	sums  []int32
	known []bool
}

// NewTrained opens the built-in model.
func NewTrained() (*Trained, error) { return OpenTrained(model.NER) }

// OpenTrained opens a model made by internal/cmd/train -task ner, keeping data
// as it is. Errors wrap linear's ErrDamaged.
func OpenTrained(data []byte) (*Trained, error) {
	m, err := linear.Open(data)
	if err != nil {
		return nil, fmt.Errorf("entities: names: %w", err)
	}
	if len(m.Labels()) != bilou.NumLabels {
		return nil, fmt.Errorf("entities: names: model has %d labels, want %d", len(m.Labels()), bilou.NumLabels)
	}
	res, err := OpenResources()
	if err != nil {
		return nil, err
	}
	t := &Trained{model: m, res: res, start: make([]int32, bilou.NumLabels), end: make([]int32, bilou.NumLabels)}
	for l := range t.start {
		if !bilou.CanStart(l) {
			t.start[l] = linear.Never
		}
		if !bilou.CanEnd(l) {
			t.end[l] = linear.Never
		}
	}
	t.scratch.New = func() any { return new(nerScratch) }
	return t, nil
}

// OpenResources opens the built-in clusters and gazetteers.
func OpenResources() (*feature.Resources, error) {
	clusters, err := lookup.Open(model.Clusters)
	if err != nil {
		return nil, fmt.Errorf("entities: clusters: %w", err)
	}
	lists, err := lookup.Open(model.Lists)
	if err != nil {
		return nil, fmt.Errorf("entities: gazetteers: %w", err)
	}
	return &feature.Resources{Clusters: clusters, Lists: lists}, nil
}

// Recognize implements Recognizer.
func (t *Trained) Recognize(ctx context.Context, d *whosaid.Document) ([]Name, error) {
	f := feature.NewNames(d, t.res)
	s := t.scratch.Get().(*nerScratch)
	defer t.scratch.Put(s)
	n := len(f.Words()) * len(feature.Offsets)
	s.known = append(s.known[:0], make([]bool, n)...)
	if need := n * bilou.NumLabels; cap(s.sums) < need {
		s.sums = make([]int32, need)
	} else {
		s.sums = s.sums[:need]
	}
	var names []Name
	for i := range d.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		names = t.sentence(d, &d.Sentences[i], f, s, names)
	}
	return missed(d, names), nil
}

// maxStretch is the most tokens that are decoded at once; longer sentences,
// which no writer makes, are cut.
const maxStretch = 400

func (t *Trained) sentence(d *whosaid.Document, s *whosaid.Sentence, f *feature.Names, sc *nerScratch, names []Name) []Name {
	for first := s.FirstToken; first < s.EndToken; first += maxStretch {
		end := min(first+maxStretch, s.EndToken)
		if !worth(f, first, end) {
			continue
		}
		labels, margins := t.decode(s, f, sc, first, end)
		names = t.collect(d, first, labels, margins, names)
	}
	return names
}

// worth tells whether tokens could hold a name at all.
func worth(f *feature.Names, first, end int) bool {
	for i := first; i < end; i++ {
		if f.Words()[f.ID(i)].Flags&(feature.Upper|feature.Inner|feature.Digit) != 0 {
			return true
		}
	}
	return false
}

func (t *Trained) decode(s *whosaid.Sentence, f *feature.Names, sc *nerScratch, first, end int) ([]uint8, []int32) {
	const L = bilou.NumLabels
	sc.emit = append(sc.emit[:0], make([]int32, (end-first)*L)...)
	for i := first; i < end; i++ {
		row := sc.emit[(i-first)*L : (i-first+1)*L]
		for k, off := range feature.Offsets {
			if j := i + off; j >= s.FirstToken && j < s.EndToken {
				for l, w := range t.sum(f, f.ID(j), k, sc) {
					row[l] += w
				}
			}
		}
		sc.feats = f.Context(i, s, sc.feats[:0])
		for _, h := range sc.feats {
			t.model.Score(h, row)
		}
	}
	return t.model.Decode(sc.emit, &sc.lat, t.start, t.end)
}

// sum is the summed weights of what a word alone says from the k-th offset.
func (t *Trained) sum(f *feature.Names, word, k int, sc *nerScratch) []int32 {
	const L = bilou.NumLabels
	at := word*len(feature.Offsets) + k
	sums := sc.sums[at*L : (at+1)*L]
	if !sc.known[at] {
		sc.known[at] = true
		clear(sums)
		sc.feats = f.Unigrams(word, k, sc.feats[:0])
		for _, h := range sc.feats {
			t.model.Score(h, sums)
		}
	}
	return sums
}

// collect turns labels into names. A name is as sure as its least sure token.
func (t *Trained) collect(d *whosaid.Document, first int, labels []uint8, margins []int32, names []Name) []Name {
	for i := 0; i < len(labels); i++ {
		if !bilou.Starts(int(labels[i])) {
			continue
		}
		j, least := i, margins[i]
		for !bilou.Ends(int(labels[j])) {
			j++
			least = min(least, margins[j])
		}
		names = append(names, Name{
			Span:  whosaid.Span{Start: d.Tokens[first+i].Start, End: d.Tokens[first+j].End},
			Kind:  bilou.Kind(int(labels[i])),
			Score: t.model.Probability(least),
		})
		i = j
	}
	return names
}
