package attrib

import (
	_ "embed"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// A wordClass is a set of classes of words.txt, which says what each is for.
type wordClass uint16

// The classes.
const (
	cBe wordClass = 1 << iota
	cNegation
	cHave
	cPreposition
	cOpener
	cTrailing
	cListener
	cOccasion
	cVoice
	cField
)

var wordClasses = map[string]wordClass{
	"be": cBe, "negation": cNegation, "have": cHave, "preposition": cPreposition, "opener": cOpener,
	"trailing": cTrailing, "listener": cListener, "occasion": cOccasion, "voice": cVoice, "field": cField,
}

// openWords reads words.txt: the classes of words by the hashes of the words.
func openWords(text string) (map[uint32]wordClass, error) {
	words, err := wordfile.Classes(wordfile.File{Name: "internal/attrib/words.txt", Text: text, Lower: true}, wordClasses)
	if err != nil {
		return nil, err
	}
	m := make(map[uint32]wordClass, len(words))
	for w, c := range words {
		m[hashString(w)] |= c
	}
	return m, nil
}

// has reports whether the word with this hash is of the class.
func (x *lexicon) has(hash uint32, c wordClass) bool { return x.words[hash]&c != 0 }
