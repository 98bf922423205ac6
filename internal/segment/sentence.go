package segment

import (
	"strings"

	"github.com/whosaid/whosaid"
)

func sentences(text string, toks []whosaid.Token) []whosaid.Sentence {
	var sents []whosaid.Sentence
	start, para := 0, 0
	for i := range toks {
		end := i+1 == len(toks)
		nl := false
		if !end {
			nl = strings.Contains(text[toks[i].End:toks[i+1].Start], "\n")
			w := text[toks[i].Start:toks[i].End]
			end = nl || w == "." || w == "?" || w == "!"
		}
		if end {
			sents = append(sents, whosaid.Sentence{
				Span: whosaid.Span{Start: toks[start].Start, End: toks[i].End},
				Kind: whosaid.Prose, Paragraph: para, FirstToken: start, EndToken: i + 1,
			})
			start = i + 1
			if nl {
				para++
			}
		}
	}
	return sents
}
