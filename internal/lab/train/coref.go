package train

import (
	"context"
	"math"
	"path/filepath"
	"slices"
	"sort"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// corefDoc is a document whose names are joined, with gold answers.
type corefDoc struct {
	doc   *whosaid.Document
	names []coref.Name
	ents  []coref.Entity
	gold  coref.Gold
}

// recorder stands in for the linker and keeps what it is asked.
type recorder struct {
	names []coref.Name
	ents  []coref.Entity
}

func (r *recorder) Resolve(_ context.Context, _ *whosaid.Document, names []coref.Name, ents []coref.Entity) ([]coref.Link, error) {
	r.names, r.ents = names, ents
	return nil, nil
}

// Coref trains the weights that link pronouns and nominals, and returns them
// as a text.
func Coref(dir string, tagger *tag.Tagger, report NERReport) ([]byte, error) {
	var docs []corefDoc
	for _, file := range []string{"ner/gum.jsonl", "wikinews/wikinews.jsonl"} {
		cs, err := corpus.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return nil, err
		}
		for i := range cs {
			d, err := newCorefDoc(&cs[i], tagger)
			if err != nil {
				return nil, err
			}
			docs = append(docs, d)
		}
	}
	var held []decision
	const folds = 5
	for k := range folds {
		var train, test []corefDoc
		for i := range docs {
			if i%folds == k {
				test = append(test, docs[i])
			} else {
				train = append(train, docs[i])
			}
		}
		w, err := fitCoref(train)
		if err != nil {
			return nil, err
		}
		ex, err := corefExamples(test, w, false)
		if err != nil {
			return nil, err
		}
		for _, e := range ex {
			held = append(held, decide(e, w))
		}
	}
	reportCoref(held, report)
	w, err := fitCoref(docs)
	if err != nil {
		return nil, err
	}
	return coref.Write(w, calibrate(held)), nil
}

func newCorefDoc(c *corpus.Doc, tagger *tag.Tagger) (corefDoc, error) {
	d := &whosaid.Document{Text: c.Text}
	d.Tokens, d.Sentences = segment.Split(c.Text)
	tagger.Tag(context.Background(), d)
	rec := &recorder{}
	r, err := entity.NewResolver(entity.WithLinker(rec))
	if err != nil {
		return corefDoc{}, err
	}
	var names []entity.Name
	for _, n := range c.Names() {
		names = append(names, entity.Name{Span: n.Span, Kind: n.Kind, Score: 1})
	}
	if _, _, err = r.Resolve(context.Background(), d, names); err != nil {
		return corefDoc{}, err
	}
	out := corefDoc{doc: d, names: rec.names, ents: rec.ents}
	if len(c.Coref) > 0 {
		out.gold = out.fullGold(c)
	} else {
		out.gold = out.speakerGold(c)
	}
	return out, nil
}

// span is the text of tokens.
func (c *corefDoc) span(first, end int) whosaid.Span {
	return whosaid.Span{Start: c.doc.Tokens[first].Start, End: c.doc.Tokens[end-1].End}
}

// owners maps gold clusters to entities, by the names that they share.
func (c *corefDoc) owners(names []corpus.Name) map[int]int {
	votes := map[[2]int]int{}
	for _, n := range names {
		for _, m := range c.names {
			if c.span(m.First, m.End).Overlaps(n.Span) {
				votes[[2]int{n.Cluster, m.Entity}]++
			}
		}
	}
	best := map[int]int{}
	for k, v := range votes {
		old, ok := best[k[0]]
		if have := votes[[2]int{k[0], old}]; !ok || v > have || v == have && k[1] < old {
			best[k[0]] = k[1]
		}
	}
	return best
}

// fullGold answers from full coreference: what has no cluster, or one without
// names, means nobody who has a name.
func (c *corefDoc) fullGold(d *corpus.Doc) coref.Gold {
	owner := c.owners(d.Names())
	clusters := corpus.NewClusters(d)
	return func(first, end int) (int, bool) {
		if e, ok := owner[clusters.Of(c.span(first, end), end-first > 1)]; ok {
			return e, true
		}
		return -1, true
	}
}

// speakerGold answers for the sources of quotes only.
func (c *corefDoc) speakerGold(d *corpus.Doc) coref.Gold {
	owner := c.owners(d.Names())
	byName := map[string]int{}
	numbers := map[any]int{} // the clusters of Names, in their order
	names := d.Names()
	for _, e := range d.Entities {
		for _, n := range names {
			if n.Start == e.Start && n.End == e.End {
				numbers[e.Entity] = n.Cluster
			}
		}
	}
	for _, e := range d.Entities {
		if o, ok := owner[numbers[e.Entity]]; ok {
			byName[e.Name] = o
		}
	}
	answers := map[whosaid.Span]int{}
	for _, q := range d.Quotes {
		s := spanOf(q.Speaker)
		if s.Empty() {
			continue
		}
		if o, ok := byName[q.SpeakerName]; ok {
			answers[s] = o
		} else if q.SpeakerName == "" {
			answers[s] = -1
		}
	}
	return func(first, end int) (int, bool) {
		e, ok := answers[c.span(first, end)]
		return e, ok
	}
}

// corefExamples goes through docs with weights; without, gold is followed.
func corefExamples(docs []corefDoc, weights []int16, follow bool) ([]coref.Example, error) {
	r, err := entity.NewLinker(coref.Write(weights, nil))
	if err != nil {
		return nil, err
	}
	var out []coref.Example
	for i := range docs {
		d := &docs[i]
		r.Teach(d.doc, d.names, d.ents, d.gold, follow, func(e coref.Example) { out = append(out, e) })
	}
	return out, nil
}

// fitCoref learns from gold histories first, and then twice from its own.
func fitCoref(docs []corefDoc) ([]int16, error) {
	w := make([]int16, coref.NumWeights)
	for round := range 3 {
		ex, err := corefExamples(docs, w, round == 0)
		if err != nil {
			return nil, err
		}
		if w, err = fitRanker(ex); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// fitRanker maximises the likelihood of the right candidates, with a penalty
// on weights that leave the prior, by gradient steps over all examples (Adam).
func fitRanker(ex []coref.Example) ([]int16, error) {
	const (
		steps          = 200
		rate           = 0.05
		decay1, decay2 = 0.9, 0.99
	)
	known, err := parsePrior(corefPrior)
	if err != nil {
		return nil, err
	}
	w := make([]float64, coref.NumWeights)
	for i, x := range known {
		w[i] = float64(x) / coref.Scale
	}
	prior := slices.Clone(w)
	grad, mean, square := make([]float64, len(w)), make([]float64, len(w)), make([]float64, len(w))
	for t := 1; t <= steps; t++ {
		slope(ex, w, prior, grad)
		correct1, correct2 := 1-math.Pow(decay1, float64(t)), 1-math.Pow(decay2, float64(t))
		for i, g := range grad {
			mean[i] = decay1*mean[i] + (1-decay1)*g
			square[i] = decay2*square[i] + (1-decay2)*g*g
			w[i] -= rate * (mean[i] / correct1) / (math.Sqrt(square[i]/correct2) + 1e-8)
		}
	}
	out := make([]int16, len(w))
	for i, x := range w {
		out[i] = int16(math.Round(x * coref.Scale))
	}
	return out, nil
}

// slope fills grad with the gradient of the loss at w.
func slope(ex []coref.Example, w, prior, grad []float64) {
	const (
		penalty    = 60
		ownPenalty = 150 // for weights of one class only
		easy       = 0.3 // weight of an example with one candidate close by
	)
	for i := range grad {
		grad[i] = penalty * (w[i] - prior[i])
		if i >= coref.NumShared {
			grad[i] = ownPenalty * (w[i] - prior[i])
		}
	}
	for k := range ex {
		e := &ex[k]
		p := likelihood(e, w)
		weight := 1.0
		if e.Near < 2 {
			weight = easy
		}
		for c, fs := range e.Candidates {
			g := p[c]
			if c == e.Right {
				g--
			}
			for _, f := range fs {
				shared, own := coref.Indexes(e.Class, f)
				grad[shared] += weight * g
				grad[own] += weight * g
			}
		}
	}
}

func likelihood(e *coref.Example, w []float64) []float64 {
	p := make([]float64, len(e.Candidates))
	most := math.Inf(-1)
	for c, fs := range e.Candidates {
		for _, f := range fs {
			shared, own := coref.Indexes(e.Class, f)
			p[c] += w[shared] + w[own]
		}
		most = max(most, p[c])
	}
	sum := 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - most)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return p
}

// A decision is what the weights say of an example that they have not seen.
type decision struct {
	class  coref.Class
	best   int
	right  int
	margin int32
}

func decide(e coref.Example, w []int16) decision {
	d := decision{class: e.Class, right: e.Right}
	var scores []int32
	for _, fs := range e.Candidates {
		s := int32(0)
		for _, f := range fs {
			shared, own := coref.Indexes(e.Class, f)
			s += int32(w[shared]) + int32(w[own])
		}
		scores = append(scores, s)
	}
	for c, s := range scores {
		if s > scores[d.best] {
			d.best = c
		}
	}
	second := int32(math.MinInt32)
	for c, s := range scores {
		if c != d.best {
			second = max(second, s)
		}
	}
	d.margin = scores[d.best] - max(second, scores[d.best]-30000)
	return d
}

func reportCoref(held []decision, report NERReport) {
	for c := range coref.NumClasses {
		var n, linked, gold, right int
		for _, d := range held {
			if d.class != c {
				continue
			}
			n++
			if d.best > 0 {
				linked++
			}
			if d.right > 0 {
				gold++
			}
			if d.best > 0 && d.best == d.right {
				right++
			}
		}
		report("coref: %v: %d examples, %d named, %d linked, %d right", c, n, gold, linked, right)
	}
}

// calibrate gives, for each class, how often a link was right by its margin.
func calibrate(held []decision) [][]coref.Step {
	const perStep = 40
	out := make([][]coref.Step, coref.NumClasses)
	for c := range coref.NumClasses {
		var ds []decision
		for _, d := range held {
			if d.class == c && d.best > 0 {
				ds = append(ds, d)
			}
		}
		sort.SliceStable(ds, func(i, j int) bool { return ds[i].margin < ds[j].margin })
		steps := max(1, min(8, len(ds)/perStep))
		last := int32(0)
		for k := range steps {
			part := ds[k*len(ds)/steps : (k+1)*len(ds)/steps]
			if len(part) == 0 {
				continue
			}
			right := 0
			for _, d := range part {
				if d.best == d.right {
					right++
				}
			}
			permille := int32((1000*right + 500) / (len(part) + 1)) // as if one more were half right
			permille = max(permille, last)                          // a larger lead is never worse
			last = permille
			out[c] = append(out[c], coref.Step{Margin: part[len(part)-1].margin, Permille: permille})
		}
		out[c] = slices.Clip(out[c])
	}
	return out
}
