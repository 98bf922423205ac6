package coref

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/whosaid/whosaid/internal/cues"
	"github.com/whosaid/whosaid/internal/wordfile"
)

var (
	//go:embed words.txt
	wordsText string
	//go:embed numerals.txt
	numeralsText string
	//go:embed plurals.txt
	pluralsText string
	//go:embed synonyms.txt
	synonymsText string
	//go:embed nouns.txt
	nounsText string
)

// flags are the classes of a word; words.txt says what each is for.
type flags uint64

const (
	forMale flags = 1 << iota
	forFemale
	isSay // a verb of saying, of package cues
	isClause
	isNone       // "no", "every": what follows means nobody in particular
	isMany       // "hundreds": more than can be counted
	isPart       // "a group of": who is meant comes after
	isBe         // "is": what follows says what somebody is
	isTailed     // a preposition that belongs to the noun before it
	isOther      // "another": not whom the text spoke of
	isTime       // what a date is made of
	isSky        // "raining": "it" before it means nothing
	isOne        // "a": the noun behind it is new
	isSome       // "several": so are the nouns behind it
	isThis       // "those": the noun behind it was spoken of
	isPair       // "both": all of the few that were spoken of
	isLink       // "was": what often follows "it" that means nothing
	isSeems      // "seems": so does this
	isOwn        // "head": nobody where it is his or her own
	isThing      // "count": nobody in small letters
	isDying      // "died": its subject is dead
	isKilling    // "killed": its object is
	isCorpse     // "body": whose it is is dead
	isAdding     // "added": who says it said something before
	isDemanding  // "demanded": somebody else is to do it
	isHolding    // "felt": its subject has the word
	isPeople     // "French": all of them, behind "the"
	isNaming     // "identified": says that a name is that of whom the text described
	isSpeaking   // "attorney": speaks for whose he or she is
	isDocument   // "report": "it said" behind it means what is written there
	isRevealing  // "identified": tells who it is of whom the text spoke
	isPromising  // "promised": who is its subject does what it is told of
	isGiving     // "as": a name may follow, where a verb says that one does
	isKindOf     // "newspaper": is the body whose name stands right before it
	isPleading   // "defending": beside it stands a lawyer's name
	isClient     // "client": whose it is speaks
	isJudging    // "thanked": for what its object did
	isSentencing // "jailing": opens what a judge does and says
	isNotice     // "a flyer": "it said" behind it means what is written there, wherever it stands
	isReading    // "reads": "it" before these is what is written
	isToo        // "also": who says something so said something before
)

var classes = map[string]flags{
	"male": forMale, "female": forFemale, "clause": isClause, "none": isNone, "many": isMany, "part": isPart, "be": isBe,
	"tail": isTailed, "other": isOther, "time": isTime, "weather": isSky, "one": isOne, "several": isSome, "this": isThis,
	"both": isPair, "link": isLink, "seems": isSeems, "own": isOwn, "thing": isThing, "dying": isDying, "killing": isKilling,
	"corpse": isCorpse, "adding": isAdding, "demanding": isDemanding, "holding": isHolding, "people": isPeople,
	"naming": isNaming, "speaking": isSpeaking, "kind": isKindOf, "revealing": isRevealing, "document": isDocument,
	"notice": isNotice, "reading": isReading, "promising": isPromising, "giving": isGiving,
	"pleading": isPleading, "too": isToo, "client": isClient, "judging": isJudging, "sentencing": isSentencing,
}

// A sort is a set of classes of nouns.
type sort uint64

// The sorts that are asked for by name; nouns.txt has all.
const (
	generic sort = 1 << iota
	kin
	friend
	crowd
	few
	listed // of roles.txt: the word for people, no class
	anyBody
	nothingElse
)

// firstSort is the bit of the first sort that only likens nouns.
const firstSort = 8

// The sorts by what they speak of, in the order of their bits.
var (
	namedSorts = map[string]sort{
		"generic": generic, "kin": kin, "friend": friend, "crowd": crowd, "few": few, "any": anyBody, "nothing-else": nothingElse,
	}
	personSorts = []string{
		"accused", "artist", "athlete", "cleric", "coach", "judge", "law", "leader", "medic", "member",
		"police", "politician", "press", "royal", "scholar", "soldier", "victim", "witness", "worker",
	}
	bodySorts = []string{
		"council", "court", "force", "government", "nation", "office", "band", "company", "media", "party", "school", "team", "union",
	}
)

// people and bodies are all sorts of each.
var (
	bodies = (sort(1)<<len(bodySorts) - 1) << (firstSort + len(personSorts))
	// ofState are the bodies that are no firms, clubs or the like.
	ofState = (sort(1)<<6 - 1) << (firstSort + len(personSorts))
	people  = (sort(1)<<(firstSort+len(personSorts)) - 1) &^ (anyBody | nothingElse)
)

// likening are the sorts whose nouns may mean one and the same.
const unlike = generic | kin | friend | crowd | few | listed | anyBody | nothingElse

// A lexicon is words with their flags, nouns with their sorts, and numerals.
type lexicon struct {
	words    map[string]flags
	nouns    map[string]sort
	numerals map[string]int
	plurals  map[string]string // the singulars
	synonyms map[string]string // what others mean
	person   func(string) bool
}

// openLexicon returns the lexicon of the built-in files, which it reads once.
var openLexicon = sync.OnceValues(func() (*lexicon, error) { return newLexicon(wordsText, nounsText) })

func newLexicon(text, nouns string) (*lexicon, error) {
	words, err := wordfile.Classes(wordfile.File{Name: "internal/coref/words.txt", Text: text, Lower: true}, classes)
	if err != nil {
		return nil, err
	}
	if err := cues.Add(words, cues.Beside, isSay); err != nil {
		return nil, err
	}
	sorts := map[string]sort{}
	for name, s := range namedSorts {
		sorts[name] = s
	}
	for i, name := range personSorts {
		sorts[name] = 1 << (firstSort + i)
	}
	for i, name := range bodySorts {
		sorts[name] = 1 << (firstSort + len(personSorts) + i)
	}
	of, err := wordfile.Classes(wordfile.File{Name: "internal/coref/nouns.txt", Text: nouns, Lower: true}, sorts)
	if err != nil {
		return nil, err
	}
	numerals := map[string]int{}
	f := wordfile.File{Name: "internal/coref/numerals.txt", Text: numeralsText, Lower: true}
	err = f.Values(nil, func(_, word string, n int) error {
		numerals[word] = n
		return nil
	})
	if err != nil {
		return nil, err
	}
	plurals, err := pairs("plurals", pluralsText)
	if err != nil {
		return nil, err
	}
	synonyms, err := pairs("synonyms", synonymsText)
	if err != nil {
		return nil, err
	}
	return &lexicon{words, of, numerals, plurals, synonyms, func(string) bool { return false }}, nil
}

// pairs reads a file of words, each with one other.
func pairs(name, text string) (map[string]string, error) {
	out := map[string]string{}
	f := wordfile.File{Name: "internal/coref/" + name + ".txt", Text: text, Lower: true}
	err := f.Entries(nil, func(_, word string, other []string) error {
		if len(other) != 1 {
			return fmt.Errorf("%q stands with %d words, want 1", word, len(other))
		}
		out[word] = other[0]
		return nil
	})
	return out, err
}

// longest is the length of the longest word looked up.
const longest = 24

// of are the flags of a word in any case.
func (l *lexicon) of(word string) flags {
	var buf [longest]byte
	return l.words[string(lower(word, &buf))]
}

// sortOf are the sorts of a noun in small letters and in the singular, 0 if it
// is none for people or bodies.
func (l *lexicon) sortOf(noun string) sort {
	if s := l.nouns[noun]; s != 0 {
		return s
	}
	if l.words[noun]&(forMale|forFemale) != 0 || l.person(noun) {
		return listed
	}
	switch i := strings.LastIndexByte(noun, '-'); {
	case i <= 0:
	case strings.HasSuffix(noun, "-old"): // "16-year-old", "day-old"
		return generic
	case noun[:i] == "ex" || noun[:i] == "co" || noun[:i] == "vice" || l.nouns[noun[i+1:]] != 0:
		return l.nouns[noun[i+1:]]
	}
	return 0
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

// NewGenders returns what gives the gender of titles and nouns for people, in
// small letters; it gives 0 for others.
func NewGenders() (func(noun string) Gender, error) {
	l, err := openLexicon()
	if err != nil {
		return nil, err
	}
	return l.genderOf, nil
}

// Kinds lists the nouns, in small letters, that say what a body is whose name stands right
// before them: "newspaper".
func Kinds() ([]string, error) {
	l, err := openLexicon()
	if err != nil {
		return nil, err
	}
	var out []string
	for word, f := range l.words {
		if f&isKindOf != 0 {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out, nil
}

// genderOf is the gender of a noun in small letters, or 0.
func (l *lexicon) genderOf(noun string) Gender {
	f := l.words[noun]
	if i := strings.LastIndexByte(noun, '-'); f&(forMale|forFemale) == 0 && i > 0 {
		f = l.words[noun[i+1:]]
		if strings.HasSuffix(noun, "-in-law") {
			f = l.words[noun[:i-len("-in")]]
		}
	}
	switch f & (forMale | forFemale) {
	case forMale:
		return Male
	case forFemale:
		return Female
	}
	return 0
}

// singular is a noun in small letters as the lexicon has it, and its sorts.
func (l *lexicon) singular(noun string) (string, sort) {
	if s := l.sortOf(noun); s != 0 {
		return noun, s
	}
	one, ok := l.plurals[noun]
	if !ok {
		for _, end := range [...][2]string{{"women", "woman"}, {"men", "man"}, {"ies", "y"}, {"ses", "s"}, {"ches", "ch"}, {"s", ""}} {
			if base, cut := strings.CutSuffix(noun, end[0]); cut && base != "" {
				if s := l.sortOf(base + end[1]); s != 0 {
					return base + end[1], s
				}
			}
		}
		return noun, 0
	}
	return one, l.sortOf(one)
}

// PronounGender is the gender of a pronoun in small letters, or 0: "his".
func PronounGender(word string) Gender { return pronouns[word].gender }

// pronouns with their gender, 0 for things, and their class if their tag does
// not tell another.
var pronouns = map[string]struct {
	gender Gender
	class  Class
}{
	"he": {Male, Subject}, "him": {Male, Object}, "his": {Male, Possessive}, "himself": {Male, Reflexive},
	"she": {Female, Subject}, "her": {Female, Object}, "hers": {Female, Object}, "herself": {Female, Reflexive},
	"it": {0, It}, "itself": {0, It}, "its": {0, Its},
	"they": {0, They}, "them": {0, They}, "themselves": {0, They}, "their": {0, Their}, "theirs": {0, They},
}
