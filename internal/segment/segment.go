// Package segment cuts a text into tokens and sentences.
package segment

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/watch"
)

// A Segmenter cuts texts into tokens and sentences. It is safe for concurrent
// use.
type Segmenter struct{ words lexicon }

// New returns a Segmenter with the built-in words. It fails if one of their
// files is damaged.
func New() (*Segmenter, error) {
	x, err := builtin()
	if err != nil {
		return nil, err
	}
	return &Segmenter{x}, nil
}

// Split cuts text into Penn Treebank tokens (without tags) and sentences,
// each with byte offsets. Only white space, HTML references to it and invisible
// characters lie outside tokens. It takes any bytes, in linear time, and
// allocates little but what it returns.
func (g *Segmenter) Split(text string) ([]whosaid.Token, []whosaid.Sentence) {
	toks := g.words.tokenize(nil, text, make([]whosaid.Token, 0, firstRoom))
	return toks, g.words.sentences(nil, text, toks)
}

// SplitContext is Split, but fails with the error of ctx soon after ctx is
// done.
func (g *Segmenter) SplitContext(ctx context.Context, text string) ([]whosaid.Token, []whosaid.Sentence, error) {
	w := watch.New(ctx)
	toks := g.words.tokenize(w, text, make([]whosaid.Token, 0, firstRoom))
	sents := g.words.sentences(w, text, toks)
	if err := w.Err(); err != nil {
		return nil, nil, err
	}
	return toks, sents, nil
}

// Split is Segmenter.Split with the built-in words, for tests and training,
// where their files have been read before: it panics if one is damaged.
func Split(text string) ([]whosaid.Token, []whosaid.Sentence) {
	g, err := New()
	if err != nil {
		panic(err)
	}
	return g.Split(text)
}

// firstRoom is for how many tokens, or sentences, there is room at first.
const firstRoom = 512
