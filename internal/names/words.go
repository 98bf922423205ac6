package names

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// A wordClass is a set of classes of words.txt, which says what each is for.
type wordClass uint16

// The classes.
const (
	wArticle wordClass = 1 << iota
	wBank
	wBody
	wCommonPlace
	wDegree
	wDistrict
	wNumber
	wOf
	wParticle
	wSide
	wTitle
)

var wordClasses = map[string]wordClass{
	"article": wArticle, "bank": wBank, "body": wBody, "common-place": wCommonPlace, "degree": wDegree, "district": wDistrict,
	"number": wNumber, "of": wOf,
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
