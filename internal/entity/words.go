package entity

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/coref"
	"github.com/whosaid/whosaid/internal/wordfile"
)

var (
	//go:embed aliases.txt
	aliasesText string
	//go:embed demonyms.txt
	demonymsText string
	//go:embed roles.txt
	rolesText string
	//go:embed words.txt
	wordsText string
)

// A lexicon is what the Resolver knows of words. It does not change.
type lexicon struct {
	alias   map[key]string   // a form to the fullest name, both folded
	country map[string]key   // a folded demonym to its country
	words   map[string]class // of roles.txt and words.txt
	gender  func(noun string) coref.Gender
}

// A class is a set of classes of words.
type class uint64

// The classes; roles.txt and words.txt say what each is for.
const (
	isRole class = 1 << iota
	isKin
	isOffice
	isBefore
	isTitle
	isSubtitle
	isFirm
	isAppointed
	isArea
	isAside
	isBody
	isEmployed
	isHonorific
	isLegalForm
	isPortfolio
	isSmall
	isNameSuffix
	isUnit
	isBeating
	isParticle
	isCommon
	isArticle
	isAs
	isBeing
	isBelonging
	isBetween
	isConjunction
	isEmploying
	isFirmHead
	isInstitution
	isOf
	isOrigin
	isPaper
	isParty
	isPostposed
	isPrefix
	isRank
	isRelative
	isServing
	isShare
	isState
	isStorm
	isOfAge
	isCompatriot
	isFather
	isKnown
	isAnalyst
	isAt
	isOwnKin
	isWhere
)

var roleClasses = map[string]class{
	"noun": isRole, "office": isRole | isOffice, "kin": isRole | isKin, "before": isBefore, "title": isTitle, "subtitle": isSubtitle,
	"firm": isFirm,
}

var wordClasses = map[string]class{
	"appointed": isAppointed, "area": isArea, "aside": isAside, "body": isBody, "employed": isEmployed, "honorific": isHonorific,
	"legal-form": isLegalForm, "portfolio": isPortfolio, "small": isSmall, "suffix": isNameSuffix, "unit": isUnit,
	"beating": isBeating, "particle": isParticle, "common": isCommon, "article": isArticle, "as": isAs, "being": isBeing,
	"belonging": isBelonging, "between": isBetween, "conjunction": isConjunction, "employing": isEmploying, "firm-head": isFirmHead,
	"institution": isInstitution, "of": isOf, "origin": isOrigin, "paper": isPaper, "party": isParty, "postposed": isPostposed,
	"prefix": isPrefix, "rank": isRank, "relative": isRelative, "serving": isServing, "share": isShare, "state": isState,
	"storm": isStorm, "of-age": isOfAge, "compatriot": isCompatriot, "father": isFather, "known": isKnown,
	"analyst": isAnalyst, "at": isAt, "own-kin": isOwnKin, "where": isWhere,
}

// openLexicon returns the lexicon of the built-in files, which it reads once.
var openLexicon = sync.OnceValues(func() (*lexicon, error) {
	return newLexicon(aliasesText, demonymsText, rolesText, wordsText)
})

func newLexicon(aliases, demonyms, roles, words string) (*lexicon, error) {
	l := &lexicon{alias: map[key]string{}, country: map[string]key{}}
	var err error
	if l.gender, err = coref.NewGenders(); err != nil {
		return nil, err
	}
	if l.words, err = wordfile.Classes(wordfile.File{Name: "internal/entity/words.txt", Text: words}, wordClasses); err != nil {
		return nil, err
	}
	r, err := wordfile.Classes(wordfile.File{Name: "internal/entity/roles.txt", Text: roles, Lower: true}, roleClasses)
	if err != nil {
		return nil, err
	}
	for w, c := range r {
		l.words[w] |= c
	}
	if err := l.readAliases(aliases); err != nil {
		return nil, err
	}
	return l, l.readDemonyms(demonyms)
}

// readAliases reads lines "fullest name|other name|…" in sections by kind.
func (l *lexicon) readAliases(text string) error {
	kinds := []string{string(whosaid.EntityOrganization), string(whosaid.EntityPlace)}
	return wordfile.File{Name: "internal/entity/aliases.txt", Text: text}.Lists(kinds, func(section, _ string, names []string) error {
		kind := whosaid.EntityKind(section)
		if len(names) < 2 {
			return fmt.Errorf("%q has no other names", names[0])
		}
		for i, name := range names {
			k := key{kind, l.joined(kind, name)}
			if _, ok := l.alias[k]; ok && (i == 0 || l.joined(kind, names[0]) != l.alias[k]) {
				return fmt.Errorf("%q stands twice", name)
			}
			l.alias[k] = l.joined(kind, names[0])
		}
		return nil
	})
}

// readDemonyms reads lines "adjective|country".
func (l *lexicon) readDemonyms(text string) error {
	return wordfile.File{Name: "internal/entity/demonyms.txt", Text: text}.Lists(nil, func(_, adjective string, items []string) error {
		if len(items) != 2 {
			return errors.New("want adjective|country")
		}
		l.country[fold(adjective)] = key{whosaid.EntityPlace, l.joined(whosaid.EntityPlace, items[1])}
		return nil
	})
}

// is reports whether a word is of one of the classes.
func (l *lexicon) is(word string, c class) bool { return l.words[word]&c != 0 }

// isRole reports whether a word in small letters can be the head of a role:
// "minister", "co-author", "director-general", "president-elect".
func (l *lexicon) isRole(word string) bool {
	if l.is(word, isRole) {
		return true
	}
	i := strings.LastIndexByte(word, '-')
	if i <= 0 {
		return false
	}
	first, last := word[:i], word[i+1:]
	if l.is(last, isRank) {
		return l.is(first, isRole)
	}
	return l.is(last, isRole) && l.is(first, isRole|isPrefix)
}

func (l *lexicon) joined(kind whosaid.EntityKind, name string) string {
	return strings.Join(l.wordsOf(kind, name), " ")
}
