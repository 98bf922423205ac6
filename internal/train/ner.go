package train

import (
	"path/filepath"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/bilou"
	"github.com/whosaid/whosaid/internal/corpus"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/segment"
	"github.com/whosaid/whosaid/internal/tag"
)

// nerSet is one corpus of names and how much it counts.
type nerSet struct {
	file   string
	weight float32
	silver bool
}

var nerSets = []nerSet{
	{"wikinews/wikinews.jsonl", 2, false},
	{"ner/gum.jsonl", 1.5, false},
	{"ner/wikigold.jsonl", 1, false},
	{"ner/re3d.jsonl", 0.7, false},
	{"silver/news.jsonl", 0.5, true},
}

// nerDoc is a document with the labels that its tokens may have.
type nerDoc struct {
	doc     *whosaid.Document
	names   *feature.Names
	allowed []uint64
	weight  float32
}

// any of these stands where a corpus says "other name".
var otherKinds = []whosaid.EntityKind{whosaid.Group, whosaid.Event, whosaid.Work, whosaid.Product}

// kindOf maps the types of all corpora. A type that is not here is no name.
var kindOf = map[string]whosaid.EntityKind{
	"PERSON": whosaid.Person, "PER": whosaid.Person, "ORG": whosaid.Organization,
	"PLACE": whosaid.Place, "LOC": whosaid.Place, "GPE": whosaid.Place, "FAC": whosaid.Place,
	"NORP": whosaid.Group, "EVENT": whosaid.Event, "PRODUCT": whosaid.Product, "WORK": whosaid.Work,
}

// nerDocs reads the sets and cuts and tags their texts with the library.
func nerDocs(dir string, sets []nerSet, res *feature.Resources, tagger *tag.Tagger) ([]nerDoc, error) {
	var out []nerDoc
	for _, set := range sets {
		docs, err := corpus.ReadFile(filepath.Join(dir, set.file))
		if err != nil {
			return nil, err
		}
		for i := range docs {
			out = append(out, newNERDoc(&docs[i], set, res, tagger))
		}
	}
	return out, nil
}

func newNERDoc(c *corpus.Doc, set nerSet, res *feature.Resources, tagger *tag.Tagger) nerDoc {
	d := &whosaid.Document{Text: c.Text}
	d.Tokens, d.Sentences = segment.Split(c.Text)
	tagger.Tag(d)
	n := nerDoc{doc: d, weight: set.weight, allowed: make([]uint64, len(d.Tokens))}
	for i := range n.allowed {
		n.allowed[i] = 1 << bilou.Outside
	}
	if set.silver {
		n.silver(c)
	} else {
		for _, e := range c.Entities {
			if !e.Nested && !e.Nominal {
				n.mark(whosaid.Span{Start: e.Start, End: e.End}, e.Type, false)
			}
		}
	}
	n.names = feature.NewNames(d, res)
	return n
}

// mark allows the labels of one gold or silver name. With also, the labels
// that stand there stay allowed beside.
func (n *nerDoc) mark(s whosaid.Span, typ string, also bool) {
	s = trimName(n.doc, s)
	first, end := n.doc.TokensIn(s)
	if first >= end || n.doc.Tokens[first].Start != s.Start || n.doc.Tokens[end-1].End != s.End {
		return
	}
	kinds := []whosaid.EntityKind{kindOf[typ]}
	if typ == "MISC" {
		kinds = otherKinds
	}
	if kinds[0] == "" {
		return
	}
	for i := first; i < end; i++ {
		if !also {
			n.allowed[i] = 0
		}
		for _, k := range kinds {
			n.allowed[i] |= 1 << bilou.Of(k, i == first, i == end-1)
		}
		if typ == "MISC" {
			n.allowed[i] |= 1 << bilou.Outside
		}
	}
}

// trimName cuts what annotation.md leaves out of names: "the" and "'s".
func trimName(d *whosaid.Document, s whosaid.Span) whosaid.Span {
	text := d.Slice(s)
	for _, the := range []string{"the ", "The ", "a ", "an "} {
		if strings.HasPrefix(text, the) {
			s.Start += len(the)
			text = text[len(the):]
		}
	}
	for _, suffix := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(text, suffix) {
			s.End -= len(suffix)
			break
		}
	}
	return s
}

// silver allows what either tagger says; where they agree nothing else.
func (n *nerDoc) silver(c *corpus.Doc) {
	a := nerDoc{doc: n.doc, allowed: append([]uint64(nil), n.allowed...)}
	b := nerDoc{doc: n.doc, allowed: append([]uint64(nil), n.allowed...)}
	for _, l := range c.A {
		a.mark(whosaid.Span{Start: l.Start, End: l.End}, l.Type, false)
	}
	for _, l := range c.B {
		b.mark(whosaid.Span{Start: l.Start, End: l.End}, l.Type, false)
	}
	for i := range n.allowed {
		n.allowed[i] = a.allowed[i] | b.allowed[i]
		if both := a.allowed[i] & b.allowed[i]; both != 0 {
			n.allowed[i] = both
		}
	}
}

// sequences makes the features of all sentences worth learning from.
func (n *nerDoc) sequences(out []Sequence) []Sequence {
	for si := range n.doc.Sentences {
		s := &n.doc.Sentences[si]
		if s.EndToken-s.FirstToken > 250 || !n.worth(s) {
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

// worth tells whether a sentence could hold a name at all.
func (n *nerDoc) worth(s *whosaid.Sentence) bool {
	for i := s.FirstToken; i < s.EndToken; i++ {
		if n.names.Words()[n.names.ID(i)].Flags&(feature.Upper|feature.Digit|feature.Inner) != 0 || n.allowed[i] != 1<<bilou.Outside {
			return true
		}
	}
	return false
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

// NERReport is told what is going on.
type NERReport func(format string, args ...any)

// NER trains the recogniser of names on the corpora of dir.
func NER(dir string, res *feature.Resources, report NERReport) ([]byte, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	docs, err := nerDocs(dir, nerSets, res, tagger)
	if err != nil {
		return nil, err
	}
	report("%d documents", len(docs))
	var data []Sequence
	for i := range docs {
		data = docs[i].sequences(data)
	}
	report("%d sentences", len(data))
	crf := TrainCRF(data, nerOptions(report))
	report("%d features", len(crf.hashes))
	return crf.Compile(CompileOptions{Scale: 32, Least: 0.03}), nil
}

func nerOptions(report NERReport) CRFOptions {
	return CRFOptions{
		Labels: bilou.Labels(), CanMove: bilou.CanFollow, CanStart: bilou.CanStart, CanEnd: bilou.CanEnd,
		MinCount: 3, Epochs: 6, Rate: 0.15, L2: 1e-5, Seed: 1,
		Progress: func(epoch int, loss float64) { report("epoch %d: loss %.0f", epoch, loss) },
	}
}
