// Package tag gives each token its part of speech in two steps, each an
// averaged perceptron that reads a sentence from left to right on integer
// weights: first prose's, in package prosetag; then one that was trained on
// other corpora with prose's tags among its features, and so corrects them.
package tag

import (
	"context"
	"fmt"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/linear"
	"github.com/whosaid/whosaid/internal/model"
	"github.com/whosaid/whosaid/internal/modelfile"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
	"github.com/whosaid/whosaid/internal/truecase"
)

// maxTags bounds the tags of a model; a power of two.
const maxTags = 64

// sure is by how much a tag must win over that of the first step. The lower it
// is, the more the second step follows its corpora where they are wrong about
// words that they hardly know.
const sure = 60

// A Tagger gives tokens their Penn Treebank tags. It is safe for concurrent
// use.
type Tagger struct {
	m        *linear.Model
	forms    *truecase.Table
	tags     []string
	hashes   [maxTags]uint32 // of the tags
	clusters *modelfile.Table
	prose    *prosetag.Tagger
	mixed    map[string]mixed // words that are mended
	sure     int32
}

// New returns the tagger with the built-in models.
func New() (*Tagger, error) { return Open(model.BuiltIn()) }

// Open returns a tagger with the models of s, keeping them as they are: Tags,
// made by internal/cmd/train -task tags with the Clusters, and Prose and Case.
// Errors wrap a *modelfile.DamageError.
func Open(s model.Set) (*Tagger, error) {
	t, err := open(s)
	if err != nil {
		return nil, fmt.Errorf("tag: %w", err)
	}
	return t, nil
}

func open(s model.Set) (*Tagger, error) {
	m, err := linear.Open(modelfile.Tags, s.Tags)
	if err != nil {
		return nil, err
	}
	if wrong := prosetag.CheckTags(m.Labels()); wrong != "" {
		return nil, m.Damaged("labels", "%s", wrong)
	}
	t := &Tagger{m: m, tags: m.Labels(), sure: sure}
	if t.clusters, err = feature.OpenClusters(s.Clusters); err != nil {
		return nil, err
	}
	if t.forms, err = truecase.Open(s.Case); err != nil {
		return nil, err
	}
	if t.prose, err = prosetag.Open(s.Prose); err != nil {
		return nil, err
	}
	if t.mixed, err = mixedWords(); err != nil {
		return nil, err
	}
	for i, name := range t.tags {
		t.hashes[i] = linear.Hash(name)
	}
	return t, nil
}

// Eager returns a tagger that follows the second step wherever it differs from the
// first. The models of the stages after this one are trained with it: the parser
// learns more from such tags, and reading is safer with the others.
func (t *Tagger) Eager() *Tagger {
	e := *t
	e.sure = 0
	return &e
}

// Tag sets the Tag of every token of d. Words of headlines in capitals and in
// Title Case are read in their ordinary form. Only finding these allocates.
// If ctx is done, tokens are left without theirs.
func (t *Tagger) Tag(ctx context.Context, d *whosaid.Document) {
	t.TagForms(ctx, d, t.forms.Forms(ctx, d))
}

// TagForms is Tag for a caller that has the result of truecase.Table.Forms. It does
// not allocate.
func (t *Tagger) TagForms(ctx context.Context, d *whosaid.Document, forms map[int]string) {
	for i := 0; i < len(d.Sentences) && ctx.Err() == nil; i++ {
		t.sentence(d, &d.Sentences[i], forms)
	}
}

func (t *Tagger) sentence(d *whosaid.Document, s *whosaid.Sentence, forms map[int]string) {
	t.prose.TagSentence(d, s, forms)
	r := Reader{clusters: t.clusters}
	r.Start(d, s, forms)
	verb, finite := lostVerb{}, false
	for k := s.FirstToken; k < s.EndToken; k++ {
		tag, hash := t.one(&r)
		if old := d.Tokens[k].Tag; verb.tag == "" && IsFinite(old) && !IsFinite(tag) {
			verb = lostVerb{k, old}
		}
		finite = finite || IsFinite(tag)
		d.Tokens[k].Tag = tag
		r.Next(hash)
	}
	if !finite && s.Kind == whosaid.SentenceProse {
		if verb.tag == "" {
			verb = afterComma(d, s)
		}
		if verb.tag != "" {
			d.Tokens[verb.token].Tag = verb.tag
		}
	}
	t.mend(d, s)
}

// afterComma is the participle behind a comma that the sentence s, which has no
// finite verb, needs for one: "Ann Lee, a guard, arrived late."
func afterComma(d *whosaid.Document, s *whosaid.Sentence) lostVerb {
	for k := s.FirstToken + 1; k < s.EndToken; k++ {
		if d.Tokens[k].Tag == "VBN" && d.Tokens[k-1].Tag == "," {
			return lostVerb{k, "VBD"}
		}
	}
	return lostVerb{}
}

// A lostVerb is a token that the first step took for a finite verb, and the second
// one did not. Where that leaves a sentence without any, the first one is right.
type lostVerb struct {
	token int
	tag   string
}

// IsFinite reports whether a tag is that of a finite verb, modals among them.
func IsFinite(tag string) bool {
	switch tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// one chooses the tag of the token that r is at, and returns it with its
// hash.
func (t *Tagger) one(r *Reader) (string, uint32) {
	if tag := r.Fixed(); tag != "" {
		return tag, linear.Hash(tag)
	}
	var scores [maxTags]int32
	t.m.Score(r.Word(), scores[:])
	best := t.best(&scores)
	if scores[best] <= 0 { // no word of one tag
		var features [MaxFeatures]uint32
		t.m.ScoreAll(r.Features(features[:0]), scores[:])
		best = t.best(&scores)
		if p := t.number(r.d.Tokens[r.i].Tag); p >= 0 && scores[best]-scores[p] < t.sure {
			best = p
		}
	}
	return t.tags[best], t.hashes[best]
}

// number is the number of a tag, -1 if there is none.
func (t *Tagger) number(tag string) int {
	for i, name := range t.tags {
		if name == tag {
			return i
		}
	}
	return -1
}

// best is the tag with the highest score, the first of equals.
func (t *Tagger) best(scores *[maxTags]int32) int {
	best := 0
	for i := range t.tags {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return best
}
