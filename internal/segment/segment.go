// Package segment cuts a text into tokens and sentences.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid"
)

// Split cuts text into Penn Treebank tokens (without tags) and sentences,
// each with byte offsets. Only white space and invisible characters lie
// outside tokens. It takes any bytes, in linear time.
func Split(text string) ([]whosaid.Token, []whosaid.Sentence) {
	var toks []whosaid.Token
	var sents []whosaid.Sentence
	start, para := 0, -1
	closeSentence := func() {
		if start < len(toks) {
			sents = append(sents, whosaid.Sentence{
				Span: whosaid.Span{Start: toks[start].Start, End: toks[len(toks)-1].End},
				Kind: whosaid.Prose, Paragraph: para, FirstToken: start, EndToken: len(toks),
			})
			start = len(toks)
		}
	}
	for lineStart := 0; lineStart < len(text); {
		lineEnd := lineStart + strings.IndexByte(text[lineStart:], '\n')
		if lineEnd < lineStart {
			lineEnd = len(text)
		}
		para++
		for i := lineStart; i < lineEnd; {
			r, n := utf8.DecodeRuneInString(text[i:lineEnd])
			if unicode.IsSpace(r) {
				i += n
				continue
			}
			j := i + n
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				for j < lineEnd {
					r, n := utf8.DecodeRuneInString(text[j:lineEnd])
					if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(r == '.' && j+1 < lineEnd && text[j+1] != ' ') {
						break
					}
					j += n
				}
			}
			toks = append(toks, whosaid.Token{Span: whosaid.Span{Start: i, End: j}})
			if text[i:j] == "." && (j == lineEnd || text[j] == ' ') {
				closeSentence()
			}
			i = j
		}
		closeSentence()
		lineStart = lineEnd + 1
	}
	return toks, sents
}
