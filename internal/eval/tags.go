package eval

import (
	"github.com/whosaid/whosaid"

	"github.com/whosaid/whosaid/internal/corpus"
)

// tagsScore counts tags over the tokens that both sides cut alike.
type tagsScore struct{ right, aligned, gold int }

func (s *tagsScore) add(g *corpus.Doc, d *whosaid.Document) {
	s.gold += len(g.Tokens)
	i := 0
	for _, t := range g.Tokens {
		for i < len(d.Tokens) && d.Tokens[i].Start < t.Start {
			i++
		}
		if i < len(d.Tokens) && d.Tokens[i].Span == (whosaid.Span{Start: t.Start, End: t.End}) && t.Tag != "" {
			s.aligned++
			s.right += one(d.Tokens[i].Tag == t.Tag)
		}
	}
}

// Tags is the accuracy of tags.
type Tags struct {
	Accuracy Accuracy `json:"accuracy"` // over tokens that both cut alike
	Aligned  Accuracy `json:"aligned"`  // annotated tokens that both cut alike
}

// result is nil where no tag was annotated.
func (s *tagsScore) result() *Tags {
	if s.aligned == 0 {
		return nil
	}
	return &Tags{accuracy(s.right, s.aligned), accuracy(s.aligned, s.gold)}
}
