package input

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed pages.txt
var pagesText string

// A pageClass is a set of classes of pages.txt, which says what each is for.
type pageClass uint8

const (
	wBeside pageClass = 1 << iota
	wDay
	wOutlet
	wOutletDomain
	wShareObject
	wShareVerb
)

var pageClasses = map[string]pageClass{
	"beside": wBeside, "day": wDay, "outlet": wOutlet,
	"outlet-domain": wOutletDomain, "share-object": wShareObject, "share-verb": wShareVerb,
}

// pageWords are the words of pages.txt, whose error a test shows.
var pageWords = sync.OnceValues(func() (map[string]pageClass, error) {
	return wordfile.Classes(wordfile.File{Name: "cmd/whosaid/internal/input/pages.txt", Text: pagesText}, pageClasses)
})

// is reports whether a word is of the class.
func is(word string, c pageClass) bool {
	m, _ := pageWords()
	return m[word]&c != 0
}
