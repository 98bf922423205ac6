// Package segment cuts a text into tokens and sentences.
package segment

import (
	"context"

	"github.com/whosaid/whosaid"
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
// allocates little but what it returns. It fails only if ctx is done, with the
// error of ctx.
func (g *Segmenter) Split(ctx context.Context, text string) ([]whosaid.Token, []whosaid.Sentence, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	toks := g.words.tokenize(text)
	sents := g.words.sentences(ctx, text, toks)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return toks, sents, nil
}

// Split is Segmenter.Split with the built-in words, for tests and training. It
// panics if their files are damaged.
func Split(text string) ([]whosaid.Token, []whosaid.Sentence) {
	g, err := New()
	if err != nil {
		panic(err)
	}
	toks, sents, err := g.Split(context.Background(), text)
	if err != nil {
		panic(err)
	}
	return toks, sents
}

// What news has on average; the space after a token counts.
const (
	bytesPerToken     = 5
	tokensPerSentence = 25
)
