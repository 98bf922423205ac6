package truecase

import (
	_ "embed"
	"maps"
	"slices"
	"sync"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// affixes are what shows the case of a word that no table holds.
type affixes struct{ prefixes, suffixes, links, pronouns []string }

// builtinAffixes are those of words.txt, which it reads once.
var builtinAffixes = sync.OnceValues(func() (*affixes, error) { return openAffixes(wordsText) })

func openAffixes(text string) (*affixes, error) {
	a := &affixes{}
	lists := map[string]*[]string{"prefix": &a.prefixes, "suffix": &a.suffixes, "link": &a.links, "pronoun": &a.pronouns}
	f := wordfile.File{Name: "internal/truecase/words.txt", Text: text, Lower: true}
	err := f.Words(slices.Sorted(maps.Keys(lists)), func(section, affix string) error {
		*lists[section] = append(*lists[section], affix)
		return nil
	})
	return a, err
}
