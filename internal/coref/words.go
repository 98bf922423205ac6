package coref

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// flags are the classes of a word; words.txt says what each is for.
type flags uint8

const (
	forMale flags = 1 << iota
	forFemale
	forBody
	forAny
	forPlace
	isSay // a verb of saying, of package cues
	isClause
)

var classes = map[string]flags{
	"male": forMale, "female": forFemale, "body": forBody, "any": forBody | forAny, "place": forPlace, "clause": isClause,
}

// A lexicon is words with their flags.
type lexicon struct{ words map[string]flags }

// openLexicon returns the lexicon of words.txt, which it reads once.
var openLexicon = sync.OnceValues(func() (*lexicon, error) { return newLexicon(wordsText) })

func newLexicon(text string) (*lexicon, error) {
	words, err := wordfile.Classes(wordfile.File{Name: "internal/coref/words.txt", Text: text, Lower: true}, classes)
	if err != nil {
		return nil, err
	}
	return &lexicon{words}, cues.Add(words, cues.Beside, isSay)
}

// longest is the length of the longest word looked up.
const longest = 24

// of are the flags of a word in any case.
func (l *lexicon) of(word string) flags {
	var buf [longest]byte
	return l.words[string(lower(word, &buf))]
}

// lower puts the small letters of a word into buf; of a word that is too long
// it returns nothing.
func lower(word string, buf *[longest]byte) []byte {
	if len(word) > longest {
		return nil
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(word)]
}

// NewGenders returns what tells the gender of titles and nouns for people, in
// small letters; it gives 0 for others.
func NewGenders() (func(noun string) Gender, error) {
	l, err := openLexicon()
	if err != nil {
		return nil, err
	}
	return l.genderOf, nil
}

// genderOf is the gender that a noun in small letters tells, or 0.
func (l *lexicon) genderOf(noun string) Gender {
	f := l.words[noun]
	if i := strings.LastIndexByte(noun, '-'); f == 0 && i > 0 {
		f = l.words[noun[i+1:]]
	}
	switch f & (forMale | forFemale) {
	case forMale:
		return Male
	case forFemale:
		return Female
	}
	return 0
}

// pronouns with their gender, 0 for things, and their class if their tag does
// not tell another.
var pronouns = map[string]struct {
	gender Gender
	class  Class
}{
	"he": {Male, Subject}, "him": {Male, Object}, "his": {Male, Possessive}, "himself": {Male, Reflexive},
	"she": {Female, Subject}, "her": {Female, Object}, "hers": {Female, Object}, "herself": {Female, Reflexive},
	"it": {0, It}, "itself": {0, It}, "its": {0, Its},
}
