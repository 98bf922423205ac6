package segment

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

var (
	//go:embed abbrev.txt
	abbrevText string
	//go:embed compounds.txt
	compoundsText string
	//go:embed words.txt
	wordsText string
)

// A wordClass is a set of classes of words; the data files say what each is
// for.
type wordClass uint64

// The classes.
const (
	// abbrev.txt: the kinds of abbreviations. They decide whether the dot belongs to
	// the word and whether a sentence may end with it.
	title wordClass = 1 << iota
	company
	inner
	month
	region
	numbered
	// compounds.txt
	wCommon
	wLink
	wParticle
	wNameSuffix
	wNameLink
	// words.txt
	wAuthor
	wBeforeDay
	wBound
	wBy
	wByline
	wCitation
	wClitic
	wCountryDomain
	wCredit
	wCredited
	wCrediting
	wDating
	wDegree
	wDomain
	wDottedNever
	wElision
	wEndsNever
	wEndsRarely
	wGivenName
	wGoesOn
	wGoesOnAfterName
	wHalfDay
	wMonthAlone
	wMonthName
	wNamePrefix
	wNote
	wNoteAlone
	wNotePhrase
	wNumberedAlone
	wNumberedInside
	wOfficer
	wOpen
	wOpensByline
	wParty
	wPicture
	wPlace
	wPreposition
	wPronoun
	wShortAnd
	wStarter
	wStrictStarter
	wSubject
	wTitleLower
	wVersus
	wWeekday
	wZone

	wSpeech    // a verb of saying, of package cues
	wNoteFirst // the first word of a note-phrase
)

// kinds are the classes of abbreviations, and plain is none of them.
const (
	kinds           = title | company | inner | month | region | numbered
	plain wordClass = 0
)

var abbrevClasses = map[string]wordClass{
	"title": title, "company": company, "inner": inner, "month": month, "region": region, "numbered": numbered,
}

var compoundClasses = map[string]wordClass{
	"common": wCommon, "link": wLink, "particle": wParticle, "name-suffix": wNameSuffix, "name-link": wNameLink,
}

var wordClasses = map[string]wordClass{
	"author": wAuthor, "before-day": wBeforeDay, "bound": wBound, "by": wBy, "byline": wByline, "citation": wCitation,
	"clitic": wClitic, "country-domain": wCountryDomain, "credit": wCredit, "credited": wCredited,
	"crediting": wCrediting, "dating": wDating, "degree": wDegree, "domain": wDomain, "dotted-never": wDottedNever,
	"elision": wElision, "ends-never": wEndsNever, "ends-rarely": wEndsRarely, "given-name": wGivenName,
	"goes-on": wGoesOn, "goes-on-after-name": wGoesOnAfterName, "half-day": wHalfDay, "month-alone": wMonthAlone,
	"month-name": wMonthName, "name-prefix": wNamePrefix, "note": wNote, "note-alone": wNoteAlone,
	"note-phrase": wNotePhrase, "numbered-alone": wNumberedAlone, "numbered-inside": wNumberedInside,
	"officer": wOfficer, "open": wOpen, "opens-byline": wOpensByline, "party": wParty, "picture": wPicture,
	"place": wPlace, "preposition": wPreposition, "pronoun": wPronoun, "short-and": wShortAnd,
	"starter": wStarter, "strict-starter": wStrictStarter, "subject": wSubject,
	"title-lower": wTitleLower, "versus": wVersus, "weekday": wWeekday, "zone": wZone,
}

// A lexicon is the words of the data files with their classes. It does not
// change.
type lexicon map[string]wordClass

// builtin returns the lexicon of the built-in files, which it reads once.
var builtin = sync.OnceValues(func() (lexicon, error) { return openLexicon(abbrevText, compoundsText, wordsText) })

func openLexicon(abbrev, compounds, words string) (lexicon, error) {
	x := lexicon{}
	for _, f := range []struct {
		file    wordfile.File
		classes map[string]wordClass
	}{
		{wordfile.File{Name: "internal/segment/abbrev.txt", Text: abbrev}, abbrevClasses},
		{wordfile.File{Name: "internal/segment/compounds.txt", Text: compounds, Lower: true}, compoundClasses},
		{wordfile.File{Name: "internal/segment/words.txt", Text: words}, wordClasses},
	} {
		err := f.file.Words(slices.Sorted(maps.Keys(f.classes)), func(section, w string) error {
			return x.add(w, f.classes[section])
		})
		if err != nil {
			return nil, err
		}
	}
	if err := cues.Add(x, cues.After, wSpeech); err != nil {
		return nil, err
	}
	for w, c := range x {
		if first, _, two := strings.Cut(w, " "); two && c&wNotePhrase != 0 {
			x[first] |= wNoteFirst
		}
	}
	return x, nil
}

func (x lexicon) add(word string, c wordClass) error {
	switch {
	case len(word) > maxKnown:
		return fmt.Errorf("%q is longer than %d bytes", word, maxKnown)
	case c&kinds != 0 && x[word]&kinds != 0:
		return fmt.Errorf("%q is of two kinds", word)
	}
	x[word] |= c
	return nil
}

// is reports whether a word is of one of the classes.
func (x lexicon) is(word string, c wordClass) bool { return len(word) <= maxKnown && x[word]&c != 0 }

// kind is the kind of an abbreviation, given without its dot.
func (x lexicon) kind(word string) wordClass {
	if len(word) > maxKnown {
		return plain
	}
	return x[word] & kinds
}

// starter reports whether a word, capitalized, is a common one which seldom
// belongs to a name, so that its capital shows the start of a sentence.
func (x lexicon) starter(word string) bool { return x.is(word, wStarter|wStrictStarter) }

// maxKnown is the length of the longest listed word in bytes; longer ones need
// not be hashed.
const maxKnown = 16

// isAnyCase is like is, for words in any case and classes of words in lower
// case.
func (x lexicon) isAnyCase(word string, c wordClass) bool {
	var buf [maxKnown]byte
	if len(word) > len(buf) {
		return false
	}
	for i := 0; i < len(word); i++ {
		buf[i] = word[i]
		if word[i]-'A' <= 'Z'-'A' {
			buf[i] += 'a' - 'A'
		}
	}
	return x[string(buf[:len(word)])]&c != 0
}
