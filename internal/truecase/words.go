package truecase

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

// affixes are those of words that no table holds.
type affixes struct{ prefixes, suffixes []string }

// builtinAffixes are those of words.txt, which it reads once.
var builtinAffixes = sync.OnceValues(func() (*affixes, error) { return openAffixes(wordsText) })

func openAffixes(text string) (*affixes, error) {
	a := &affixes{}
	lists := map[string]*[]string{"prefix": &a.prefixes, "suffix": &a.suffixes}
	f := wordfile.File{Name: "internal/truecase/words.txt", Text: text, Lower: true}
	err := f.Words([]string{"prefix", "suffix"}, func(section, affix string) error {
		*lists[section] = append(*lists[section], affix)
		return nil
	})
	return a, err
}
