// Package segment cuts a text into tokens and sentences.
package segment

import (
	"github.com/whosaid/whosaid"
)

// bytesPerToken is a low estimate of the bytes that a token and the space
// after it take in English text, so that one allocation holds most texts.
const bytesPerToken = 5

// Split cuts text into Penn Treebank tokens (without tags) and sentences,
// each with byte offsets. Only white space and invisible characters lie
// outside tokens. It takes any bytes, in linear time.
func Split(text string) ([]whosaid.Token, []whosaid.Sentence) {
	toks := tokenize(text, make([]whosaid.Token, 0, len(text)/bytesPerToken+8))
	return toks, sentences(text, toks)
}
