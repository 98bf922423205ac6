package eval

import (
	"slices"

	"github.com/whosaid/whosaid"

	"github.com/whosaid/whosaid/internal/lab/corpus"
	"github.com/whosaid/whosaid/internal/tag/prosetag"
)

// tagsScore counts tags over the tokens that both sides cut alike, for our
// tagger and for prose's on our tokens.
type tagsScore struct {
	right, prose, aligned, gold int
	tagger                      *prosetag.Tagger // opened when first needed
}

func (s *tagsScore) add(g *corpus.Doc, d *whosaid.Document) error {
	s.gold += len(g.Tokens)
	if len(g.Tokens) == 0 {
		return nil
	}
	if s.tagger == nil {
		var err error
		if s.tagger, err = prosetag.New(); err != nil {
			return err
		}
	}
	p := *d
	p.Tokens = slices.Clone(d.Tokens)
	s.tagger.Tag(&p)
	i := 0
	for _, t := range g.Tokens {
		for i < len(d.Tokens) && d.Tokens[i].Start < t.Start {
			i++
		}
		if i < len(d.Tokens) && d.Tokens[i].Span == (whosaid.Span{Start: t.Start, End: t.End}) && t.Tag != "" {
			s.aligned++
			s.right += one(sameTag(t.Tag, d.Tokens[i].Tag))
			s.prose += one(sameTag(t.Tag, p.Tokens[i].Tag))
		}
	}
	return nil
}

// sameTag reports whether ours stands for the same as the annotated gold.
// Newer treebanks spell brackets otherwise, have a tag for hyphens, and tell
// the preposition "to" from the other, which the Penn Treebank does not.
func sameTag(gold, ours string) bool {
	switch gold {
	case "-LRB-":
		return ours == "("
	case "-RRB-":
		return ours == ")"
	case "HYPH", ":":
		return ours == ":" || ours == "-"
	case "IN":
		return ours == "IN" || ours == "TO"
	}
	return gold == ours
}

// Tags is the accuracy of tags.
type Tags struct {
	Accuracy Accuracy `json:"accuracy"` // over tokens that both cut alike
	Prose    Accuracy `json:"prose"`    // of prose's weights on the same tokens
	Aligned  Accuracy `json:"aligned"`  // annotated tokens that both cut alike
}

// result is nil where no tag was annotated.
func (s *tagsScore) result() *Tags {
	if s.aligned == 0 {
		return nil
	}
	return &Tags{accuracy(s.right, s.aligned), accuracy(s.prose, s.aligned), accuracy(s.aligned, s.gold)}
}
