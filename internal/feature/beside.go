package feature

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// Hints are what a word says about a name next to it.
type Hints uint8

// The hints.
const (
	HintPlace    Hints = 1 << iota // a preposition that places follow
	HintSpeaks                     // a verb of speaking, or "who"
	HintThe                        // the article
	HintOpens                      // an opening bracket
	HintGenitive                   // a possessive 's
	HintTitle                      // a title that a person's name follows
)

var hintClasses = map[string]Hints{
	"genitive": HintGenitive, "opens": HintOpens, "place": HintPlace, "speaks": HintSpeaks, "the": HintThe, "title": HintTitle,
}

// builtinHints are the hints of words in lower case. CheckWords returns its
// error; a program that does not check gets no hints.
var builtinHints = sync.OnceValues(func() (map[string]Hints, error) { return openHints(wordsText) })

// CheckWords fails if the words of this package cannot be read.
func CheckWords() error {
	_, err := builtinHints()
	return err
}

func openHints(text string) (map[string]Hints, error) {
	hints, err := wordfile.Classes(wordfile.File{Name: "internal/feature/words.txt", Text: text, Lower: true}, hintClasses)
	if err != nil {
		return nil, err
	}
	return hints, cues.Add(hints, cues.Name, HintSpeaks)
}

// hints are those of a word in lower case.
func hints(word string) Hints {
	m, _ := builtinHints()
	return m[word]
}

// Where a word with a capital stands in a document, a bit each.
const (
	afterPlace     = 1 << iota // after a HintPlace
	afterThe                   // after the article
	inBrackets                 // after an opening bracket
	afterTitle                 // after a title
	beforeSpeaks               // before a verb of speaking
	beforeGenitive             // before a possessive 's
	afterFirst                 // after a first name
	beforeOrg                  // before a word that organizations end with
	beforePlace                // before a word that places end with
	numBesides     = iota
)

// besides records for each of these bits whether it is true of a word once, and
// whether twice or more.
type besides struct{ once, twice uint16 }

// note records where token i of s stands, a word with a capital.
func (f *Names) note(i int, s *whosaid.Sentence) {
	before, after := f.at(i-1, s), f.at(i+1, s)
	var at uint16
	set := func(bit uint16, ok bool) {
		if ok {
			at |= bit
		}
	}
	set(afterPlace, before.Hints&HintPlace != 0)
	set(afterThe, before.Hints&HintThe != 0)
	set(inBrackets, before.Hints&HintOpens != 0)
	set(afterTitle, before.Hints&HintTitle != 0)
	set(beforeSpeaks, after.Hints&HintSpeaks != 0)
	set(beforeGenitive, after.Hints&HintGenitive != 0)
	set(afterFirst, before.Flags&Upper != 0 && before.Lists&FirstName != 0)
	set(beforeOrg, after.Flags&Upper != 0 && after.Lists&OrgWord != 0)
	set(beforePlace, after.Flags&Letter != 0 && after.Lists&PlaceWord != 0)
	b := &f.seen[f.ID(i)].besides
	b.twice |= b.once & at
	b.once |= at
}

// besideFeatures appends the features of where a word stands in the document:
// a name that is unknown, and unclear here, may be clear elsewhere.
func (f *Names) besideFeatures(word int, out []uint32) []uint32 {
	if f.words[word].Flags&Upper == 0 {
		return out
	}
	b := f.seen[word].besides
	for k := range uint32(numBesides) {
		if b.once>>k&1 != 0 {
			out = append(out, f.feature(tBeside, k<<1|uint32(b.twice>>k&1)))
		}
	}
	return append(out, f.feature(tBesides, uint32(b.once)))
}
