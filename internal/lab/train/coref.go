package train

import (
	"context"
	"errors"
	"math"
	"path/filepath"
	"slices"
	"sort"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
	"github.com/whosaid/whosaid/internal/entity"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// corefDoc is a document whose names are joined, with gold answers.
type corefDoc struct {
	doc     *whosaid.Document
	names   []coref.Name
	ents    []coref.Entity
	gold    *corefGold
	weights corefWeights
}

// corefWeights are those of examples: of "he" and "she", and of all others.
type corefWeights struct{ persons, others float64 }

// corefSets are the sets to learn from, with the weights of their examples.
// Those of newsroom are the most, and the manner of papers is not that of all
// texts: who he is it has to tell beside the lives of GUM.
var corefSets = []struct {
	file    string
	weights corefWeights
}{{"ner/gum.jsonl", corefWeights{1.5, 1.5}}, {"wikinews/wikinews.jsonl", corefWeights{1, 1}}, {"newsroom.jsonl", corefWeights{0.3, 0.8}}}

// recorder stands in for the linker and keeps what it is asked.
type recorder struct {
	names []coref.Name
	ents  []coref.Entity
}

func (r *recorder) Resolve(_ context.Context, _ *whosaid.Document, names []coref.Name, ents []coref.Entity) (coref.Result, error) {
	r.names, r.ents = names, ents
	return coref.Result{}, nil
}

// Coref trains the weights that link pronouns and nominals, and returns them
// as a text.
func Coref(dir string, tagger *tag.Tagger, report NERReport) ([]byte, error) {
	docs, err := corefDocs(dir, tagger)
	if err != nil {
		return nil, err
	}
	unseen := make([]fold, corefFolds)
	var all sync.WaitGroup
	var errs [corefFolds]error
	for k := range unseen {
		all.Go(func() { unseen[k], errs[k] = heldOut(docs, k) })
	}
	all.Wait()
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	by := leanOf(decisions(unseen))
	report("coref: leans %v", by)
	for i := range unseen {
		by.apply(unseen[i].weights)
	}
	held := decisions(unseen)
	reportCoref(held, report)
	w, err := fitCoref(docs)
	if err != nil {
		return nil, err
	}
	by.apply(w)
	return coref.Write(w, calibrate(held)), nil
}

// corefFolds is how many parts the documents are cut into, so that weights are judged
// by those that they have not seen.
const corefFolds = 5

// A fold is the weights of all parts but one, and the examples of that.
type fold struct {
	weights  []int16
	examples []corefExample
}

// heldOut learns from all documents but every fifth, from k on, and reads these.
func heldOut(docs []corefDoc, k int) (fold, error) {
	train, test := split(docs, k, corefFolds)
	w, err := fitCoref(train)
	if err != nil {
		return fold{}, err
	}
	ex, err := corefExamples(test, w, false)
	return fold{w, ex}, err
}

func decisions(folds []fold) (out []decision) {
	for _, f := range folds {
		for i := range f.examples {
			out = append(out, decide(f.examples[i].Example, f.weights))
		}
	}
	return out
}

func corefDocs(dir string, tagger *tag.Tagger) (docs []corefDoc, err error) {
	for _, set := range corefSets {
		cs, err := corpus.ReadFile(filepath.Join(dir, set.file))
		if err != nil {
			return nil, err
		}
		for i := range cs {
			d, err := newCorefDoc(&cs[i], tagger)
			if err != nil {
				return nil, err
			}
			d.weights = set.weights
			docs = append(docs, d)
		}
	}
	return docs, nil
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
	out.gold = newCorefGold(c, &out)
	return out, nil
}

// A corefExample has the weight of its set.
type corefExample struct {
	coref.Example
	weight float64
}

func (w corefWeights) of(c coref.Class) float64 {
	if c <= coref.Reflexive {
		return w.persons
	}
	return w.others
}

// corefExamples goes through docs with weights; without, gold is followed.
func corefExamples(docs []corefDoc, weights []int16, follow bool) ([]corefExample, error) {
	r, err := entity.NewLinker(coref.Write(weights, nil))
	if err != nil {
		return nil, err
	}
	var out []corefExample
	for i := range docs {
		d := &docs[i]
		r.Teach(d.doc, d.names, d.ents, d.gold, follow, func(e coref.Example) { out = append(out, corefExample{e, d.weights.of(e.Class)}) })
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
func fitRanker(ex []corefExample) ([]int16, error) {
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
		out[i] = int16(math.Round(max(-30, min(30, x)) * coref.Scale))
	}
	return out, nil
}

// slope fills grad with the gradient of the loss at w.
func slope(ex []corefExample, w, prior, grad []float64) {
	const (
		penalty    = 3
		ownPenalty = 8   // for weights of one class only
		held       = 8   // how much more those of "he" and "she" are held to the prior
		easy       = 0.2 // weight of an example with one candidate close by
	)
	for i := range grad {
		x := float64(penalty)
		if i >= coref.NumShared {
			x = ownPenalty
		}
		if coref.OfPronoun(i) {
			x *= held
		}
		grad[i] = x * (w[i] - prior[i])
	}
	var p, q []float64
	for k := range ex {
		e := &ex[k]
		p, q = likelihood(e, w, p[:0], q[:0])
		weight := e.weight
		if e.Near < 2 {
			weight *= easy
		}
		for c, fs := range e.Candidates {
			g := weight * (p[c] - q[c])
			if math.Abs(g) < 1e-6 {
				continue
			}
			for _, f := range fs {
				shared, own := coref.Indexes(e.Class, f)
				grad[shared] += g
				grad[own] += g
			}
		}
	}
}

// costNamed is what a person with a name who is meant by nothing has to be worse
// by. An open anaphor costs nothing.
const costNamed = 0.7

// likelihood is how likely each candidate is to be chosen, where the wrong ones
// are better by their cost, and how likely each of the right ones is among
// these.
func likelihood(e *corefExample, w, p, q []float64) (all, right []float64) {
	most := math.Inf(-1)
	for c, fs := range e.Candidates {
		s := 0.0
		for _, f := range fs {
			shared, own := coref.Indexes(e.Class, f)
			s += w[shared] + w[own]
		}
		if e.Named[c] && !e.Right[c] {
			s += costNamed
		}
		p = append(p, s)
		most = max(most, s)
	}
	sum, good := 0.0, 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - most)
		sum += p[c]
		if e.Right[c] {
			good += p[c]
		}
	}
	for c := range p {
		x := 0.0
		if e.Right[c] {
			x = p[c] / good
		}
		q = append(q, x)
		p[c] /= sum
	}
	return p, q
}

// A decision is what the weights say of an example that they have not seen.
type decision struct {
	class  coref.Class
	best   int
	right  bool
	named  bool // the best is a person with a name
	new    bool // none of the candidates is right
	margin int32
	// top is the best candidate, whatever "none of them" has, and how far it is
	// ahead of that.
	top struct {
		right bool
		ahead int32
	}
}

func decide(e coref.Example, w []int16) decision {
	d := decision{class: e.Class}
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
	d.top.ahead = math.MinInt32 / 2
	for c, s := range scores[1:] {
		if by := s - scores[0]; by > d.top.ahead {
			d.top.right, d.top.ahead = e.Right[c+1], by
		}
	}
	second := int32(math.MinInt32)
	for c, s := range scores {
		if c != d.best {
			second = max(second, s)
		}
	}
	d.right, d.named, d.new = e.Right[d.best], e.Named[d.best], e.Right[0]
	d.margin = scores[d.best] - max(second, scores[d.best]-30000)
	return d
}

func reportCoref(held []decision, report NERReport) {
	for c := range coref.NumClasses {
		var n, linked, gold, right, wrong int
		for _, d := range held {
			if d.class != c {
				continue
			}
			n++
			if !d.new {
				gold++
			}
			if d.best == 0 {
				continue
			}
			linked++
			if d.right {
				right++
			} else if d.named {
				wrong++
			}
		}
		report("coref: %v: %d examples, %d to link, %d linked, %d right, %d to a wrong named person", c, n, gold, linked, right, wrong)
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
				if d.right {
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
