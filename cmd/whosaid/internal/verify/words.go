package verify

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"

	"github.com/whosaid/whosaid/internal/claim"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed words.txt
var wordsText string

//go:embed opposites.txt
var oppositesText string

//go:embed numerals.txt
var numeralsText string

// A class is a set of classes of words.txt, which says what each is for.
type class uint8

const (
	wFunction class = 1 << iota
	wNegation
	wImplicit
	wNobody
	wCarrier
	wCalendar
	wHedge
)

var classes = map[string]class{
	"function": wFunction, "negation": wNegation, "implicit": wImplicit, "nobody": wNobody, "carrier": wCarrier, "calendar": wCalendar,
	"hedge": wHedge,
}

// A lexicon is what the word files say.
type lexicon struct {
	classes map[string]class
	// sides are, for each word, the rows of opposites.txt that it stands in: 2*row
	// before the bar, 2*row+1 behind it.
	sides    map[string][]int
	numerals map[string]string // "two" is "2"
	verbs    map[string]string // irregular forms of verbs by their dictionary form
}

// lexiconOf reads the files once.
var lexiconOf = sync.OnceValues(func() (*lexicon, error) {
	x := &lexicon{sides: map[string][]int{}, numerals: map[string]string{}}
	var err error
	if x.verbs, err = claim.Irregular(); err != nil {
		return nil, err
	}
	err = wordfile.File{Name: path + "numerals.txt", Text: numeralsText, Lower: true}.Values(nil, func(_, word string, value int) error {
		x.numerals[word] = strconv.Itoa(value)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if x.classes, err = wordfile.Classes(wordfile.File{Name: path + "words.txt", Text: wordsText, Lower: true}, classes); err != nil {
		return nil, err
	}
	row := 0
	err = wordfile.File{Name: path + "opposites.txt", Text: oppositesText, Lower: true}.Lines(nil, func(_, line string) error {
		for i, side := range strings.SplitN(line, "|", 2) {
			for w := range strings.FieldsSeq(side) {
				x.sides[w] = append(x.sides[w], 2*row+i)
			}
		}
		row++
		return nil
	})
	return x, err
})

const path = "cmd/whosaid/internal/verify/"

// opposite reports whether two words stand on the two sides of a row.
func (x *lexicon) opposite(a, b string) bool {
	for _, i := range x.sides[a] {
		for _, k := range x.sides[b] {
			if i^k == 1 {
				return true
			}
		}
	}
	return false
}

// negates reports whether a word turns what follows into its opposite.
func (x *lexicon) negates(word string) bool {
	return x.classes[word]&wNegation != 0 || strings.HasSuffix(word, "n't")
}

// A token is one word of a text. Signs between words are no words, but those of
// money and "%" are.
type token struct {
	form       string // as it is compared
	start, end int    // bytes of the text
}

// tokens cuts text[start:end] into words: letters and digits, with apostrophes
// between letters, points between single letters ("U.S."), and points and commas between
// digits. A hyphen parts words.
func tokens(text string, start, end int) []token {
	var out []token
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case isWord(r):
			stop := wordEnd(text, i, end)
			out = append(out, token{fold(text[i:stop]), i, stop})
			i = stop
		case r == '%' || unicode.Is(unicode.Sc, r):
			out = append(out, token{string(r), i, i + n})
			i += n
		default:
			i += n
		}
	}
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// wordEnd is the end of the word that begins at i.
func wordEnd(text string, i, end int) int {
	var before rune // the last one, and whether it is alone
	run := 0
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if isWord(r) {
			before, run = r, run+1
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+n : end])
		if !joins(before, r, next, run) {
			break
		}
		run = 0
		i += n
	}
	return i
}

// joins reports whether the sign r stands within a word, whose part before it has
// run runes.
func joins(before, r, next rune, run int) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '＇':
		return isWord(before) && unicode.IsLetter(next)
	case ',':
		return unicode.IsDigit(before) && unicode.IsDigit(next)
	case '.':
		return unicode.IsDigit(before) && unicode.IsDigit(next) || run == 1 && unicode.IsLetter(before) && unicode.IsLetter(next)
	}
	return r == '\u00AD' && isWord(next) // a soft hyphen
}

// fold is how a word is compared: without regard to case, to the form of its
// apostrophes, and to commas in numbers.
func fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == ',' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	word = strings.ToLower(norm.NFKC.String(word))
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '＇':
			return '\''
		case ',', '\u00AD':
			return -1
		}
		return r
	}, word)
}

// stem is what the forms of a word have in common.
func (x *lexicon) stem(word string) string {
	word = strings.TrimSuffix(word, "'s")
	if n, ok := x.numerals[word]; ok {
		return n
	}
	if strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return word
	}
	if verb, ok := x.verbs[word]; ok {
		word = verb
	}
	return english.Stem(word, false)
}

func isNumber(word string) bool {
	return word != "" && word[0] >= '0' && word[0] <= '9'
}
