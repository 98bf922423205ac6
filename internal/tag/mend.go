package tag

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed mend.txt
var mendText string

// A mixed word is one of mend.txt.
type mixed uint8

const (
	isPast mixed = 1 << iota
	isPerson
	isMood
)

var mixedClasses = map[string]mixed{"past": isPast, "person": isPerson, "mood": isMood}

// mixedWords reads mend.txt once.
var mixedWords = sync.OnceValues(func() (map[string]mixed, error) {
	return wordfile.Classes(wordfile.File{Name: "internal/tag/mend.txt", Text: mendText, Lower: true}, mixedClasses)
})

// mend corrects the tags of the words of mend.txt in s.
func (t *Tagger) mend(d *whosaid.Document, s *whosaid.Sentence) {
	for k := s.FirstToken + 1; k < s.EndToken; k++ {
		tok := &d.Tokens[k]
		switch class := t.mixed[d.Slice(tok.Span)]; {
		case class == 0:
		case class&isPast != 0 && tok.Tag == "NN" && !takesNoun(d.Tokens[k-1].Tag):
			tok.Tag = "VBD"
		case class&isPerson != 0 && (tok.Tag == "VBP" || tok.Tag == "VB") && betweenNames(d, s, k):
			tok.Tag = "NN"
		case class&isMood != 0 && tok.Tag == "VBN" && strings.HasPrefix(d.Tokens[k-1].Tag, "VB") && !byAgent(d, s, k+1):
			tok.Tag = "JJ"
		}
	}
}

// takesNoun reports whether a noun may follow a word with this tag.
func takesNoun(tag string) bool {
	switch tag {
	case "DT", "PRP$", "POS", "CD", "IN", "TO", "-":
		return true
	}
	return strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "VB")
}

// byAgent reports whether token k of s is "by".
func byAgent(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	return k < s.EndToken && d.Slice(d.Tokens[k].Span) == "by"
}

// betweenNames reports whether token k of s stands between two words of names.
func betweenNames(d *whosaid.Document, s *whosaid.Sentence, k int) bool {
	return k+1 < s.EndToken && d.Tokens[k-1].Tag == "NNP" && d.Tokens[k+1].Tag == "NNP"
}
