package quote

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid/internal/coref"
	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// A wordClass is a set of classes of words.txt, which says what each is for.
type wordClass uint64

// The classes.
const (
	wAgent wordClass = 1 << iota
	wBeforeCue
	wBody
	wConditional
	wCuePair
	wDefinite
	wDenyingPair
	wDocument
	wFuture
	wFutureTo
	wHe
	wHearsay
	wMade
	wMany
	wMedium
	wMediumBefore
	wMediumOf
	wNobody
	wNor
	wNot
	wNotOf
	wNotTo
	wObliged
	wOne
	wOrigin
	wPerson
	wPlural
	wPossible
	wReason
	wRecord
	wSelf
	wShe
	wTopical
	wHearer // a verb that the one spoken to follows, of package cues
	wKind   // what a body is whose name stands right before it, of package coref
)

var wordClasses = map[string]wordClass{
	"agent": wAgent, "before-cue": wBeforeCue, "body": wBody, "conditional": wConditional, "cue-pair": wCuePair,
	"definite": wDefinite, "denying-pair": wDenyingPair, "document": wDocument, "future": wFuture, "future-to": wFutureTo,
	"he": wHe, "hearsay": wHearsay, "made": wMade, "many": wMany, "medium": wMedium,
	"medium-before": wMediumBefore, "medium-of": wMediumOf, "nobody": wNobody, "nor": wNor, "not": wNot, "not-of": wNotOf,
	"not-to": wNotTo, "obliged": wObliged, "one": wOne, "origin": wOrigin, "person": wPerson, "plural": wPlural,
	"possible": wPossible, "reason": wReason, "record": wRecord, "self": wSelf, "she": wShe,
	"topical": wTopical,
}

// words are words in lower case with their classes. They do not change.
type words map[string]wordClass

// builtinWords returns those of words.txt and of packages cues and coref, which it reads
// once.
var builtinWords = sync.OnceValues(func() (words, error) { return openWords(wordsText) })

func openWords(text string) (words, error) {
	m, err := wordfile.Classes(wordfile.File{Name: "internal/quote/words.txt", Text: text, Lower: true}, wordClasses)
	if err != nil {
		return nil, err
	}
	kinds, err := coref.Kinds()
	if err != nil {
		return nil, err
	}
	for _, word := range kinds {
		m[word] |= wKind
	}
	return m, cues.Add(m, cues.Hearer, wHearer)
}

// is reports whether a word is of one of the classes.
func (m words) is(word string, c wordClass) bool { return m[word]&c != 0 }
