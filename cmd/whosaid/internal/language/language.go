// Package language says whether a text is English, for the library reads
// nothing else. It counts function words: of English they are a third of any text,
// and of another language as many or more. That needs no model, tells a short
// text too, and gives the same answer everywhere; which of two close languages it
// is matters little.
package language

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var text string

// languages are the sections of words.txt: English, then the others, of which
// the first counts where several have as many words.
var languages = []string{
	"english", "spanish", "french", "german", "portuguese", "italian", "dutch", "polish", "turkish", "indonesian", "vietnamese",
	"swedish", "norwegian", "danish", "finnish", "czech", "croatian", "hungarian", "romanian", "catalan", "swahili", "tagalog",
}

// words maps function words to their languages: bit i stands for languages[i].
var words = sync.OnceValues(func() (map[string]uint32, error) {
	m := map[string]uint32{}
	f := wordfile.File{Name: "cmd/whosaid/internal/language/words.txt", Text: text, Lower: true}
	return m, f.Words(languages, func(section, word string) error {
		m[word] |= 1 << slices.Index(languages, section)
		return nil
	})
})

// scripts are those that news is written in beside the Latin one. Japanese has
// its kana beside Han, and comes first.
var scripts = []struct {
	name   string
	tables []*unicode.RangeTable
}{
	{"Japanese", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"Chinese or Japanese", []*unicode.RangeTable{unicode.Han}},
	{"Korean", []*unicode.RangeTable{unicode.Hangul}},
	{"a language in Cyrillic letters", []*unicode.RangeTable{unicode.Cyrillic}},
	{"a language in Arabic letters", []*unicode.RangeTable{unicode.Arabic}},
	{"a language in Devanagari", []*unicode.RangeTable{unicode.Devanagari}},
	{"Greek", []*unicode.RangeTable{unicode.Greek}},
	{"a language in Hebrew letters", []*unicode.RangeTable{unicode.Hebrew}},
	{"Thai", []*unicode.RangeTable{unicode.Thai}},
	{"Bengali or Assamese", []*unicode.RangeTable{unicode.Bengali}},
	{"Tamil", []*unicode.RangeTable{unicode.Tamil}},
}

// Other is what a text seems to be that is no English.
const Other = "another language"

// The bounds of a guess.
const (
	most       = 64 << 10 // bytes that are looked at
	leastChars = 10       // letters of another script
	leastHits  = 4        // function words of another language
	sureWords  = 60       // words almost without those of English: tables of results have few
)

// tally counts a text.
type tally struct {
	words int
	hits  [32]int // function words, by language
	latin int     // letters
	other []int   // letters of scripts
	rest  int     // letters of scripts that are not listed
}

// Guess returns the language of a text that is not English, "" for one that is,
// or that is too short to tell.
func Guess(text string) string {
	t := count(text[:min(len(text), most)])
	if s := t.script(); s != "" {
		return s
	}
	best := 1
	for i := range languages {
		if i > 0 && t.hits[i] > t.hits[best] {
			best = i
		}
	}
	english, foreign := t.hits[0], t.hits[best]
	switch {
	case 2*foreign > 3*english && foreign >= leastHits && 12*foreign >= t.words:
		return strings.ToUpper(languages[best][:1]) + languages[best][1:]
	case t.words >= sureWords && 50*english < t.words:
		return Other
	}
	return ""
}

// script is the language of a text most of which is not in Latin letters.
func (t *tally) script() string {
	sum, most := t.rest, 0
	for i, n := range t.other {
		if sum += n; n > t.other[most] {
			most = i
		}
	}
	switch {
	case sum < leastChars || sum <= t.latin:
		return ""
	case t.other[0]*5 > sum: // kana among Han
		return scripts[0].name
	case t.rest > t.other[most]:
		return Other
	}
	return scripts[most].name
}

func count(text string) *tally {
	t := &tally{other: make([]int, len(scripts))}
	m, _ := words()   // whose error a test shows
	var word [24]byte // in small letters
	n, long := 0, false
	end := func() {
		if n > 0 {
			t.words++
			for set := m[string(word[:n])]; set != 0 && !long; set &= set - 1 {
				t.hits[bits.TrailingZeros32(set)]++
			}
		}
		n, long = 0, false
	}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			if !unicode.Is(unicode.Mn, r) {
				end()
			}
			continue
		}
		if !unicode.Is(unicode.Latin, r) {
			t.letter(r)
			end()
			continue
		}
		t.latin++
		if n+utf8.UTFMax > len(word) {
			long = true
			continue
		}
		n += utf8.EncodeRune(word[n:], unicode.ToLower(r))
	}
	end()
	return t
}

// letter counts a letter that is not Latin.
func (t *tally) letter(r rune) {
	for i, s := range scripts {
		if unicode.In(r, s.tables...) {
			t.other[i]++
			return
		}
	}
	t.rest++
}
