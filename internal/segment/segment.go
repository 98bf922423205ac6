// Package segment cuts a text into tokens and sentences.
package segment

import (
	"context"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/watch"
)

// Split cuts text into Penn Treebank tokens (without tags) and sentences,
// each with byte offsets. Only white space, HTML references to it and invisible
// characters lie outside tokens. It takes any bytes, in linear time, and allocates little but
// what it returns.
func Split(text string) ([]whosaid.Token, []whosaid.Sentence) {
	toks := tokenize(nil, text, make([]whosaid.Token, 0, firstRoom))
	return toks, sentences(nil, text, toks)
}

// SplitContext is Split, but fails with the error of ctx soon after ctx is
// done.
func SplitContext(ctx context.Context, text string) ([]whosaid.Token, []whosaid.Sentence, error) {
	w := watch.New(ctx)
	toks := tokenize(w, text, make([]whosaid.Token, 0, firstRoom))
	sents := sentences(w, text, toks)
	if err := w.Err(); err != nil {
		return nil, nil, err
	}
	return toks, sents, nil
}

// firstRoom is for how many tokens, or sentences, there is room at first.
const firstRoom = 512
