package claim

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed lemmas.txt
var lemmasText string

// openLemmas reads lemmas.txt: it maps irregular forms to their lemma, and each
// lemma to itself. No form has two lemmas.
func openLemmas(text string) (map[string]string, error) {
	m := make(map[string]string, 600)
	add := func(form, lemma string) error {
		if m[form] != "" {
			return fmt.Errorf("%q is a form of %q already", form, m[form])
		}
		m[form] = lemma
		return nil
	}
	f := wordfile.File{Name: "internal/claim/lemmas.txt", Text: text, Lower: true}
	err := f.Entries(nil, func(_, lemma string, forms []string) error {
		if err := add(lemma, lemma); err != nil {
			return err
		}
		for _, form := range forms {
			if err := add(form, lemma); err != nil {
				return err
			}
		}
		return nil
	})
	return m, err
}

// Irregular maps the irregular forms of verbs, in lower case, to their dictionary
// form: "knew" to "know".
func Irregular() (map[string]string, error) { return openLemmas(lemmasText) }

// lemma is the dictionary form of a verb.
func (f *Finder) lemma(form string) string {
	s := strings.ToLower(form)
	if l, ok := f.lemmas[s]; ok {
		return l
	}
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4, strings.HasSuffix(s, "ied") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "es") && len(s) > 4 && sibilant(s[:len(s)-2]):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 3:
		return s[:len(s)-1]
	case strings.HasSuffix(s, "ing") && len(s) > 5:
		return stem(s[:len(s)-3])
	case strings.HasSuffix(s, "ed") && len(s) > 4:
		return stem(s[:len(s)-2])
	}
	return s
}

// sibilant reports whether the third person of s takes an e: "passes", "washes".
func sibilant(s string) bool {
	return slices.ContainsFunc(sibilants, func(e string) bool { return strings.HasSuffix(s, e) })
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// stem is the dictionary form of a verb without its -ed or -ing: "declare" of
// "declar", "plan" of "plann".
func stem(s string) string {
	n := len(s)
	if n < 3 {
		return s
	}
	last, before := s[n-1], s[n-2]
	switch {
	case last == 'l' && before == 'l' && strings.ContainsAny(s[:n-3], "aeiou"):
		return s[:n-1] // cancelled
	case last == 'e':
		return s + "e" // agreed
	case strings.IndexByte("ywx", last) >= 0:
		return s
	case n == 3 && !isVowel(last) && isVowel(before) && !isVowel(s[0]):
		return s + "e" // hoping, named
	case last == before && strings.IndexByte("aeioulszf", last) < 0:
		return s[:n-1] // planned
	case mutesAfter(s) || isVowel(before) && !isVowel(s[n-3]) && stressed(s):
		return s + "e"
	}
	return s
}

// mutesAfter reports whether no verb ends like this stem, so that an e is missing:
// "continu", "liv", "rais", "chang", "handl".
func mutesAfter(s string) bool {
	n := len(s)
	switch last, before := s[n-1], s[n-2]; last {
	case 'u', 'v', 'c':
		return true
	case 'z':
		return before != 'z'
	case 's':
		return isVowel(before) && n > 3
	case 'g':
		return strings.IndexByte("raud", before) >= 0 || before == 'n' && s[n-3] == 'a'
	case 'l':
		return strings.IndexByte("aeioulrw", before) < 0
	}
	return false
}

// unstressed are the endings with a vowel and a consonant that take no e, with the
// longer ones that do.
var unstressed = map[string]string{
	"al": "", "ed": "", "el": "", "en": "", "er": "", "et": "", "ic": "", "in": "bin fin lin min", "ip": "", "it": "cit nit vit",
	"om": "", "on": "", "op": "", "or": "nor plor stor",
}

// stressed reports whether a stem that ends with a consonant, a vowel and a consonant
// takes an e, as it does unless its last syllable is unstressed.
func stressed(s string) bool {
	longer, ok := unstressed[s[len(s)-2:]]
	return !ok || slices.ContainsFunc(strings.Fields(longer), func(e string) bool { return strings.HasSuffix(s, e) })
}

// irregularPast reports whether form is a past form that is not spelt like the
// present.
func (f *Finder) irregularPast(form string) bool {
	s := strings.ToLower(form)
	l, ok := f.lemmas[s]
	return ok && l != s && !strings.HasSuffix(s, "ing") && !strings.HasSuffix(s, "s")
}

var sibilants = []string{"ss", "sh", "ch", "x", "zz"}
