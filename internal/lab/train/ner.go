package train

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/names"
	"github.com/whosaid/whosaid/internal/names/labels"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// A NameSet is one corpus of names, a file of JSON Lines, and how much it
// counts.
type NameSet struct {
	File   string
	Weight float32
	// Silver is set where the labels are those of three taggers.
	Silver bool
	// Strict makes a type that is none of ours, or an offset outside the text,
	// an error.
	Strict bool
	// Loose is set where MISC may be no name at all.
	Loose bool
	// Actors is set where states that act are called organizations, which they
	// are not for us.
	Actors bool
}

// NameSets are the corpora that the built-in model is made from, under dir.
func NameSets(dir string) []NameSet {
	return []NameSet{
		{File: filepath.Join(dir, "wikinews/wikinews.jsonl"), Weight: 3},
		{File: filepath.Join(dir, "newsroom.jsonl"), Weight: 3},
		{File: filepath.Join(dir, "ner/gum.jsonl"), Weight: 2, Loose: true, Actors: true},
		{File: filepath.Join(dir, "ner/wikigold.jsonl"), Weight: 1},
		{File: filepath.Join(dir, "ner/re3d.jsonl"), Weight: 0.7, Actors: true},
		{File: filepath.Join(dir, "silver/news.jsonl"), Weight: 0.5, Silver: true},
	}
}

// nerDoc is a document with the labels that its tokens may have.
type nerDoc struct {
	doc     *whosaid.Document
	names   *feature.Names
	allowed []uint64
	weight  float32
	sure    bool // whether what is called MISC is a name for sure
	actors  bool // whether states may be called organizations
	fold    int  // all variants of a text are in one
	gold    bool // whether its labels are right, and the text is as it was written
}

// kindsOf are the kinds that a label of a corpus may stand for. A label that
// stands for none is no name's.
func kindsOf(label string) []whosaid.EntityKind {
	switch label {
	case corpus.Misc: // what the corpora with that label have no other for
		return slices.DeleteFunc(whosaid.EntityKind.Values(""), func(k whosaid.EntityKind) bool {
			return k == whosaid.EntityPerson || k == whosaid.EntityOrganization || k == whosaid.EntityPlace
		})
	case "WORK_OF_ART", "LAW":
		return []whosaid.EntityKind{whosaid.EntityWork}
	case "LANGUAGE":
		return []whosaid.EntityKind{whosaid.EntityGroup}
	}
	if k := corpus.KindOf(label); k != "" {
		return []whosaid.EntityKind{k}
	}
	return nil
}

// nerDocs reads the sets and cuts and tags their texts with the library.
func nerDocs(sets []NameSet, res *feature.Resources, tagger *tag.Tagger) ([]nerDoc, error) {
	var out []nerDoc
	for _, set := range sets {
		docs, err := corpus.ReadFile(set.File)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			if err := check(&docs[i]); err != nil && set.Strict {
				return nil, fmt.Errorf("%s: document %d: %w", set.File, i+1, err)
			}
			for _, v := range variants(&docs[i], i, set.Silver) {
				n := newNERDoc(v, set, res, tagger)
				n.fold = i % folds
				if v != &docs[i] {
					n.weight, n.gold = n.weight/2, false
				}
				out = append(out, n)
			}
		}
	}
	return out, nil
}

// check finds what a document to learn from must not have.
func check(c *corpus.Doc) error {
	for _, e := range c.Entities {
		if len(kindsOf(e.Type)) == 0 {
			return fmt.Errorf("unknown type %q", e.Type)
		}
		if e.Start < 0 || e.Start >= e.End || e.End > len(c.Text) {
			return fmt.Errorf("entity %d:%d is not within the text of %d bytes", e.Start, e.End, len(c.Text))
		}
	}
	return nil
}

func newNERDoc(c *corpus.Doc, set NameSet, res *feature.Resources, tagger *tag.Tagger) nerDoc {
	d := &whosaid.Document{Text: c.Text}
	d.Tokens, d.Sentences = segment.Split(c.Text)
	tagger.Tag(context.Background(), d)
	n := nerDoc{
		doc: d, names: feature.NewNames(context.Background(), d, res, nil), allowed: make([]uint64, len(d.Tokens)),
		weight: set.Weight, sure: !set.Loose, actors: set.Actors, gold: !set.Silver,
	}
	n.names.Look(0, len(d.Sentences))
	for i := range n.allowed {
		n.allowed[i] = 1 << labels.Outside
	}
	if set.Silver {
		n.silver(c)
	} else {
		for _, e := range c.Entities {
			if !e.Nested && !e.Nominal {
				n.mark(whosaid.Span{Start: e.Start, End: e.End}, e.Type)
			}
		}
	}
	return n
}

// anyLabel is the set of all labels: nothing is known.
const anyLabel = 1<<labels.Count - 1

// mark allows the labels of one gold or silver name. Where the name does not
// end with our tokens, nothing is known of them.
func (n *nerDoc) mark(s whosaid.Span, typ string) {
	kinds := kindsOf(typ)
	if len(kinds) == 0 {
		return
	}
	first, end := n.doc.TokensIn(s)
	if first >= end {
		return
	}
	known := n.doc.Tokens[first].Start == s.Start && n.doc.Tokens[end-1].End == s.End
	if known {
		first, end = names.Trim(n.doc, kinds[0], first, end)
		if n.actors && kinds[0] == whosaid.EntityOrganization && n.names.IsState(first, end) {
			kinds = append(kinds, whosaid.EntityPlace)
		}
	}
	for i := first; i < end; i++ {
		n.allowed[i] = anyLabel
		if !known {
			continue
		}
		n.allowed[i] = 0
		for _, k := range kinds {
			n.allowed[i] |= 1 << labels.Of(k, i == first, i == end-1)
		}
		if typ == corpus.Misc && !n.sure {
			n.allowed[i] |= 1 << labels.Outside
		}
	}
}

// armed are groups that the taggers take for peoples.
var armed = []string{"Taleban", "Taliban", "al-Qaida", "al-Qaeda", "Houthi", "Houthis"}

// silver allows what the first of the three taggers and another say; where the
// other two agree against it, what either says, for they have learned one
// scheme and share its errors; and where all differ, what the first says: it was
// trained on newswire with much the same lines between the kinds as ours. Where
// it alone sees a name, and calls it MISC, at the beginning of a sentence,
// nothing is known.
func (n *nerDoc) silver(c *corpus.Doc) {
	a, b, third := n.labelled(c.A), n.labelled(c.B), n.labelled(c.C)
	for i := range n.allowed {
		n.allowed[i] = vote(a[i], b[i], third[i])
	}
	for _, l := range c.A {
		first, end := n.doc.TokensIn(whosaid.Span{Start: l.Start, End: l.End})
		if l.Type != corpus.Misc || first >= end || !startsSentence(n.doc, first) {
			continue
		}
		for i := first; i < end; i++ {
			if b[i]|third[i] == 1<<labels.Outside {
				n.allowed[i] = anyLabel
			}
		}
	}
}

// labelled are the labels that one tagger allows.
func (n *nerDoc) labelled(given []corpus.Label) []uint64 {
	v := nerDoc{doc: n.doc, names: n.names, sure: true, allowed: slices.Clone(n.allowed)}
	for _, l := range given {
		if slices.ContainsFunc(armed, func(a string) bool { return strings.EqualFold(a, n.doc.Text[l.Start:l.End]) }) {
			l.Type = "ORG"
		}
		v.mark(whosaid.Span{Start: l.Start, End: l.End}, l.Type)
	}
	return v.allowed
}

// vote is what the first tagger allows for a token after the other two were
// heard.
func vote(a, b, c uint64) uint64 {
	for _, both := range []uint64{a & b & c, a & b, a & c} {
		if both != 0 {
			return both
		}
	}
	return a | b&c
}

// startsSentence reports whether a sentence begins with token i.
func startsSentence(d *whosaid.Document, i int) bool {
	s := sort.Search(len(d.Sentences), func(k int) bool { return d.Sentences[k].EndToken > i })
	return s < len(d.Sentences) && d.Sentences[s].FirstToken == i
}

// sequences makes the features of all sentences worth learning from.
func (n *nerDoc) sequences(out []Sequence) []Sequence {
	for si := range n.doc.Sentences {
		s := &n.doc.Sentences[si]
		if s.EndToken-s.FirstToken > 250 || !names.Worth(n.names, s.FirstToken, s.EndToken) {
			continue
		}
		seq := Sequence{Weight: n.weight, Allowed: n.allowed[s.FirstToken:s.EndToken]}
		for i := s.FirstToken; i < s.EndToken; i++ {
			seq.Features = append(seq.Features, NERFeatures(n.names, i, s, nil))
		}
		out = append(out, seq)
	}
	return out
}

// NERFeatures appends all features of token i in s.
func NERFeatures(f *feature.Names, i int, s *whosaid.Sentence, out []uint32) []uint32 {
	for k, off := range feature.Offsets {
		if j := i + off; j >= s.FirstToken && j < s.EndToken {
			out = f.Unigrams(f.ID(j), k, out)
		}
	}
	return f.Context(i, s, out)
}

// An NERReport logs progress.
type NERReport func(format string, args ...any)

// nerTrainer holds what the steps of NER share.
type nerTrainer struct {
	docs   []nerDoc
	res    *feature.Resources
	x      *examples
	ends   []int // of each document, where its examples end
	report NERReport
}

// folds is how many parts the documents are cut into for the second pass: it
// learns from what models that have not seen a document say of it.
const folds = 2

// NER trains the recognizer of names.
func NER(sets []NameSet, res *feature.Resources, report NERReport) ([]byte, error) {
	tagger, err := EagerTagger()
	if err != nil {
		return nil, err
	}
	t := &nerTrainer{res: res, report: report}
	if t.docs, err = nerDocs(sets, res, tagger); err != nil {
		return nil, err
	}
	report("%d documents", len(t.docs))
	var data []Sequence
	for i := range t.docs {
		data = t.docs[i].sequences(data)
		t.ends = append(t.ends, len(data))
	}
	t.x = encode(data, 3)
	report("%d sentences, %d features", len(data), len(t.x.hashes))
	opt := CompileOptions{Scale: 32, Least: 1.5 / 32}
	var first *CRF
	var firsts [folds]*CRF
	var both sync.WaitGroup
	both.Go(func() { first = t.x.mean(nerOptions(report)) })
	both.Go(func() { firsts = t.firsts() })
	both.Wait()
	second, bins, err := t.second(opt, firsts, first.moves)
	if err != nil {
		return nil, err
	}
	opt.Calibration = bins
	return compile(opt, first, second), nil
}

// without are the examples of all documents but those of one fold.
func (t *nerTrainer) without(fold int) []int {
	var out []int
	from := 0
	for d, end := range t.ends {
		for i := from; i < end && t.docs[d].fold != fold; i++ {
			out = append(out, i)
		}
		from = end
	}
	return out
}

// firsts trains, for each fold, a first pass that has not seen it.
func (t *nerTrainer) firsts() (firsts [folds]*CRF) {
	for fold := range folds {
		firsts[fold] = t.x.train(t.without(fold), nerOptions(func(string, ...any) {}))
		firsts[fold].g = nil
		t.report("without fold %d", fold)
	}
	return firsts
}

// second trains the second pass, and the table that turns margins into
// probabilities.
func (t *nerTrainer) second(opt CompileOptions, firsts [folds]*CRF, moves []float32) (*CRF, []linear.Bin, error) {
	var data []Sequence
	for fold := range folds {
		r, err := t.reader(firsts[fold].Compile(opt))
		if err != nil {
			return nil, nil, err
		}
		for d := range t.docs {
			if t.docs[d].fold == fold {
				data = t.docs[d].voted(r, int32(opt.Scale), data)
			}
		}
	}
	x := encode(data, 5)
	t.report("second pass: %d sentences, %d features", len(data), len(x.hashes))
	o := nerOptions(t.report)
	o.Moves = moves
	o.Rate, o.Epochs = 0.1, 4
	second := x.mean(o)
	var decisions []judged
	for fold := range folds {
		r, err := t.reader(compile(opt, firsts[fold], second))
		if err != nil {
			return nil, nil, err
		}
		for d := range t.docs {
			if t.docs[d].gold && t.docs[d].fold == fold {
				if decisions, err = t.docs[d].judge(r, decisions); err != nil {
					return nil, nil, err
				}
			}
		}
	}
	return second, isotonic(decisions, len(decisions)/40+1), nil
}

func (t *nerTrainer) reader(model []byte) (*names.Reader, error) {
	m, err := linear.Open(modelfile.Names, model)
	if err != nil {
		return nil, err
	}
	return names.New(m, t.res)
}

// judge compares the names that r finds with the gold ones.
func (n *nerDoc) judge(r *names.Reader, out []judged) ([]judged, error) {
	found, err := r.Read(context.Background(), n.doc)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		right, known := true, true
		for i := f.First; i < f.End; i++ {
			right = right && n.allowed[i]>>labels.Of(f.Kind, i == f.First, i == f.End-1)&1 != 0
			known = known && n.allowed[i] != anyLabel
		}
		if known {
			out = append(out, judged{f.Margin, right})
		}
	}
	return out, nil
}

// voted makes the examples of the second pass from what r says in the first.
func (n *nerDoc) voted(r *names.Reader, scale int32, out []Sequence) []Sequence {
	var b names.Block
	b.Reset(n.names)
	r.First(context.Background(), n.doc, n.names, &b)
	votes := feature.NewVotes(n.names)
	b.Vote(votes, scale)
	for _, st := range b.Stretches {
		seq := Sequence{Weight: n.weight, Allowed: n.allowed[st.First:st.End]}
		some := false
		guesses := b.Guesses(st)
		for k := range guesses {
			fs := votes.Features(st.First+k, &n.doc.Sentences[st.Sentence], guesses, k, scale, nil)
			some = some || len(fs) > 0
			seq.Features = append(seq.Features, fs)
		}
		if !some {
			continue
		}
		for _, e := range b.Emit(st) {
			seq.Base = append(seq.Base, float32(e)/float32(scale))
		}
		out = append(out, seq)
	}
	if n.names.Block(0) < len(n.doc.Sentences) { // a long text, of which the first pass looks at a part at a time
		n.names.Look(0, len(n.doc.Sentences))
	}
	return out
}

func nerOptions(report NERReport) CRFOptions {
	return CRFOptions{
		Labels: labels.Names(), CanMove: labels.CanFollow, CanStart: labels.CanStart, CanEnd: labels.CanEnd,
		Epochs: 12, Rate: 0.15, L2: 1e-5, Ridge: 1, Average: 8, Seed: 1, Easy: 0.02, Small: 3e-4,
		Progress: func(epoch int, loss float64) { report("epoch %d: loss %.0f", epoch, loss) },
	}
}
