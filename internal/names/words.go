package names

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// A wordClass is a set of classes of words.txt, which says what each is for.
type wordClass uint8

// The classes.
const (
	wBody wordClass = 1 << iota
	wCommonPlace
	wDistrict
	wNumber
	wParticle
	wSide
	wTitle
)

var wordClasses = map[string]wordClass{
	"body": wBody, "common-place": wCommonPlace, "district": wDistrict, "number": wNumber,
	"particle": wParticle, "side": wSide, "title": wTitle,
}

// builtinWords are the words of words.txt. New returns their error; Trim, which
// training uses without a Reader, knows no words then.
var builtinWords = sync.OnceValues(func() (map[string]wordClass, error) { return openWords(wordsText) })

func openWords(text string) (map[string]wordClass, error) {
	return wordfile.Classes(wordfile.File{Name: "internal/names/words.txt", Text: text}, wordClasses)
}

// is reports whether a word is of the class.
func is(word string, c wordClass) bool {
	m, _ := builtinWords()
	return m[word]&c != 0
}
