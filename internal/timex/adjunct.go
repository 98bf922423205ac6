package timex

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed adjuncts.txt
var adjunctTable string

// The sections of adjuncts.txt.
const (
	ofLength = iota
	ofPoint
	ofBehind
	inDialogue
)

var adjunctSections = []string{"length", "point", "behind", "dialogue"}

// maxAdjunct is the most words that a row of adjuncts.txt may have.
const maxAdjunct = 3

// An adjunct is a row of adjuncts.txt.
type adjunct struct {
	words   int // how many it has
	mod     string
	sign    int  // -1 counts back, 1 ahead
	sibling bool // counted from the reference, not from now
	traits  trait
}

// A trait is a set of conditions and effects of rows; adjuncts.txt says what each
// means.
type trait uint16

const (
	ifClock trait = 1 << iota
	ifClosed
	ifCounted
	ifFree
	ifFull
	ifLocal
	ifOpen
	ifSpan
	inside
	outside
	withArticle
)

var traits = map[string]trait{
	"clock": ifClock, "closed": ifClosed, "counted": ifCounted, "free": ifFree, "full": ifFull, "inside": inside, "local": ifLocal,
	"open": ifOpen, "outside": outside, "span": ifSpan, "the": withArticle,
}

var adjunctMods = []string{"AFTER", "APPROX", "BEFORE", "END", "EQUAL OR LESS", "EQUAL OR MORE", "LESS THAN", "MID", "MORE THAN", "START"}

func (a *adjunct) is(t trait) bool { return a.traits&t != 0 }

// set reads a word behind the phrase of a row.
func (a *adjunct) set(word string) error {
	switch {
	case word == "-", word == "now":
	case word == "back":
		a.sign = -1
	case word == "ahead":
		a.sign = 1
	case word == "reference":
		a.sibling = true
	case slices.Contains(adjunctMods, word):
		a.mod = strings.ReplaceAll(word, " ", "_") // as TIMEX3 writes it
	case traits[word] != 0:
		a.traits |= traits[word]
	default:
		return fmt.Errorf("%q is no Mod, direction or trait; traits are %q", word, slices.Sorted(maps.Keys(traits)))
	}
	return nil
}

// adjuncts are the rows of a section. inner are the words of those with several
// that stand next to the expression: most words are none, and need no phrases to
// be looked up.
type adjuncts struct {
	rows  map[string]adjunct
	inner map[string]bool
}

// readAdjuncts reads adjuncts.txt.
func (g *Grammar) readAdjuncts(text string) error {
	g.adjuncts = make([]adjuncts, len(adjunctSections))
	for i := range g.adjuncts {
		g.adjuncts[i] = adjuncts{map[string]adjunct{}, map[string]bool{}}
	}
	f := wordfile.File{Name: "internal/timex/adjuncts.txt", Text: text}
	return f.Entries(adjunctSections, func(section, phrase string, fields []string) error {
		words := strings.Fields(phrase)
		a := adjunct{words: len(words)}
		if a.words > maxAdjunct {
			return fmt.Errorf("%q has more than %d words", phrase, maxAdjunct)
		}
		for _, word := range fields {
			if err := a.set(word); err != nil {
				return err
			}
		}
		at := slices.Index(adjunctSections, section)
		g.adjuncts[at].rows[phrase] = a
		switch {
		case a.words == 1:
		case at == ofBehind:
			g.adjuncts[at].inner[words[0]] = true
		default:
			g.adjuncts[at].inner[words[a.words-1]] = true
		}
		return nil
	})
}

// before is the longest row of a section that ends at token t and begins at
// floor or behind it.
func (f *finder) before(section, t, floor int, s *whosaid.Sentence) (adjunct, bool) {
	x, word := &f.g.adjuncts[section], f.low(t, s)
	for n := min(maxAdjunct, t-floor+1); n > 1 && x.inner[word]; n-- {
		if a, ok := x.rows[f.phrase(t-n+1, t+1, s)]; ok {
			return a, true
		}
	}
	a, ok := x.rows[word]
	return a, ok && t >= floor
}

// behind is the longest row for lengths that begins at token t.
func (f *finder) behind(t int, s *whosaid.Sentence) (adjunct, bool) {
	x, word := &f.g.adjuncts[ofBehind], f.low(t, s)
	for n := min(maxAdjunct, s.EndToken-t); n > 1 && x.inner[word]; n-- {
		if a, ok := x.rows[f.phrase(t, t+n, s)]; ok {
			return a, true
		}
	}
	a, ok := x.rows[word]
	return a, ok
}

// phrase is the words of tokens in lower case, with a blank between them.
func (f *finder) phrase(first, end int, s *whosaid.Sentence) string {
	var words [maxAdjunct]string
	for i := first; i < end; i++ {
		words[i-first] = f.low(i, s)
	}
	return strings.Join(words[:end-first], " ")
}
