package train

import (
	"math"
	"sort"

	"github.com/whosaid/whosaid/internal/lab/random"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/tag"
)

// trainTags trains a perceptron, which does not look at words that have one
// tag.
func trainTags(data []tagSentence, labels []string, clusters *modelfile.Table, report NERReport) *perceptron {
	p := newPerceptron(labels, clusters)
	p.fix(data)
	p.index(data)
	report("tags: %d features, %d words of one tag", len(p.ids), len(p.fixed))
	rng := random.Source(tagSeed)
	for epoch := range tagEpochs {
		rng.Shuffle(len(data), func(i, j int) { data[i], data[j] = data[j], data[i] })
		right, all := 0, 0
		for i := range data {
			r, n := p.learn(&data[i])
			right, all = right+r, all+n
		}
		report("tags: epoch %d: %.2f %% right", epoch+1, 100*float64(right)/float64(all))
	}
	p.average()
	return p
}

// A perceptron in the making. sums holds, for the average, each change times
// the step at which it came.
type perceptron struct {
	labels   []string
	hashes   []uint32
	number   map[string]int
	ids      map[uint32]int32
	weights  []int32
	sums     []int64
	step     int64
	reader   *tag.Reader
	fixed    map[uint32]int // the tags of words that have one
	features []uint32
	rows     []int32
	scores   []int32
}

func newPerceptron(labels []string, clusters *modelfile.Table) *perceptron {
	p := &perceptron{labels: labels, number: map[string]int{}, ids: map[uint32]int32{}, reader: tag.NewReader(clusters), step: 1}
	for i, l := range labels {
		p.hashes = append(p.hashes, linear.Hash(l))
		p.number[l] = i
	}
	p.scores = make([]int32, len(labels))
	return p
}

// A word has one tag if it is seen so often at least, and all but one in so
// many times with that tag.
const (
	fixedCount = 30
	fixedShare = 150
)

// fix finds the words that have one tag.
func (p *perceptron) fix(data []tagSentence) {
	counts := map[uint32][]int{}
	for i := range data {
		x := &data[i]
		p.reader.Start(x.d, x.s, nil)
		for _, t := range x.tags {
			if t >= 0 && p.reader.Word() != 0 {
				c := counts[p.reader.Word()]
				if c == nil {
					c = make([]int, len(p.labels))
					counts[p.reader.Word()] = c
				}
				c[t]++
			}
			p.reader.Next(0)
		}
	}
	p.fixed = map[uint32]int{}
	for word, c := range counts {
		all, best := 0, 0
		for t, n := range c {
			all += n
			if n > c[best] {
				best = t
			}
		}
		if all >= fixedCount && (all-c[best])*fixedShare <= all {
			p.fixed[word] = best
		}
	}
}

// known is the tag of the token that the reader is at, if it need not be
// chosen, as a hash.
func (p *perceptron) known() (uint32, bool) {
	if fixed := p.reader.Fixed(); fixed != "" {
		return linear.Hash(fixed), true
	}
	t, ok := p.fixed[p.reader.Word()]
	if ok {
		return p.hashes[t], true
	}
	return 0, false
}

// index numbers the features that are seen often enough with the tags of the
// corpus.
func (p *perceptron) index(data []tagSentence) {
	count := map[uint32]int32{}
	for i := range data {
		x := &data[i]
		p.reader.Start(x.d, x.s, nil)
		for _, t := range x.tags {
			h := uint32(0)
			if t >= 0 {
				h = p.hashes[t]
			}
			if _, ok := p.known(); !ok {
				p.features = p.reader.Features(p.features[:0])
				for _, f := range p.features {
					count[f]++
				}
			}
			p.reader.Next(h)
		}
	}
	hashes := make([]uint32, 0, len(count))
	for h, n := range count {
		if n >= tagMinCount {
			hashes = append(hashes, h)
		}
	}
	sort.Slice(hashes, func(i, j int) bool { return hashes[i] < hashes[j] })
	for i, h := range hashes {
		p.ids[h] = int32(i)
	}
	p.weights, p.sums = make([]int32, len(hashes)*len(p.labels)), make([]int64, len(hashes)*len(p.labels))
}

// learn goes through a sentence, and returns how many of the tags that it had
// to choose were right.
func (p *perceptron) learn(x *tagSentence) (right, all int) {
	p.reader.Start(x.d, x.s, nil)
	for _, want := range x.tags {
		if h, ok := p.known(); ok {
			p.reader.Next(h)
			continue
		}
		got := p.choose()
		if want >= 0 {
			all++
			if got == want {
				right++
			} else {
				p.update(want, 1)
				p.update(got, -1)
			}
			p.step++
		}
		p.reader.Next(p.hashes[got])
	}
	return right, all
}

// choose is the best tag of the token that the reader is at.
func (p *perceptron) choose() int {
	p.rows = p.rows[:0]
	p.features = p.reader.Features(p.features[:0])
	for _, f := range p.features {
		if id, ok := p.ids[f]; ok {
			p.rows = append(p.rows, id)
		}
	}
	n := len(p.labels)
	clear(p.scores)
	for _, id := range p.rows {
		for l, w := range p.weights[int(id)*n : (int(id)+1)*n] {
			p.scores[l] += w
		}
	}
	best := 0
	for l, s := range p.scores {
		if s > p.scores[best] {
			best = l
		}
	}
	return best
}

func (p *perceptron) update(label int, by int32) {
	for _, id := range p.rows {
		at := int(id)*len(p.labels) + label
		p.weights[at] += by
		p.sums[at] += int64(by) * p.step
	}
}

// averageScale is how many steps of averaged weights one update is.
const averageScale = 64

// average replaces the weights by their averages over all steps.
func (p *perceptron) average() {
	for i, w := range p.weights {
		if w != 0 || p.sums[i] != 0 {
			p.weights[i] = int32(math.Round(averageScale * (float64(w) - float64(p.sums[i])/float64(p.step))))
		}
	}
}

// compile returns the file of the averaged weights.
func (p *perceptron) compile() []byte {
	hashes := make([]uint32, len(p.ids))
	for h, id := range p.ids {
		hashes[id] = h
	}
	var rows []linear.Row
	for word, t := range p.fixed {
		rows = append(rows, linear.Row{Feature: word, Cells: []linear.Cell{{Label: uint8(t), Weight: 127}}})
	}
	n := len(p.labels)
	for id, h := range hashes {
		var cells []linear.Cell
		for l := range n {
			average := float64(p.weights[id*n+l]) / averageScale
			if math.Abs(average) < tagLeast {
				continue
			}
			if q := int(math.Round(average * tagScale)); q != 0 {
				cells = append(cells, linear.Cell{Label: uint8(l), Weight: int8(max(-127, min(127, q)))})
			}
		}
		if len(cells) > 0 {
			rows = append(rows, linear.Row{Feature: h, Cells: cells})
		}
	}
	return linear.Write(modelfile.Tags, p.labels, nil, tagScale, nil, rows)
}
