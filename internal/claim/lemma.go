package claim

import (
	_ "embed"
	"fmt"
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

func sibilant(s string) bool {
	for _, e := range []string{"ss", "sh", "ch", "x", "zz"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// stem gives a verb without -ed or -ing its last letter back: "declar" is
// "declare", "plann" is "plan".
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
	case last == 'y' || last == 'w' || last == 'x':
		return s
	case n == 3 && !isVowel(last) && isVowel(before) && !isVowel(s[0]):
		return s + "e" // hoping, named
	case last == before && !isVowel(last) && last != 'l' && last != 's' && last != 'z' && last != 'f':
		return s[:n-1]
	case last == 'u' || last == 'v' || last == 'c' || last == 'z' && before != 'z' || last == 's' && isVowel(before) && n > 3:
		return s + "e"
	case last == 'g' && (before == 'r' || before == 'n' && s[n-3] == 'a' || before == 'a' || before == 'u' || before == 'd'):
		return s + "e"
	case isVowel(before) && !isVowel(s[n-3]) && mute(s):
		return s + "e"
	case last == 'l' && !isVowel(before) && before != 'l' && before != 'r' && before != 'w':
		return s + "e"
	}
	return s
}

// mute reports whether a stem of consonant, vowel, consonant takes an e: all
// but those on an unstressed syllable.
func mute(s string) bool {
	for _, e := range []string{"er", "en", "on", "it", "et", "op", "ow", "aw", "ew", "ay", "ey", "oy", "el", "al", "or", "ar", "ix", "ax", "ex", "om", "ish", "ip", "ed", "ic", "in", "at"} {
		if strings.HasSuffix(s, e) {
			// "creat", "stat", "defin", "shar", "hop", "liv" take one.
			switch e {
			case "at", "ar":
				return true
			case "in":
				return strings.HasSuffix(s, "fin") || strings.HasSuffix(s, "bin") || strings.HasSuffix(s, "lin") || strings.HasSuffix(s, "min")
			case "or":
				return strings.HasSuffix(s, "nor") || strings.HasSuffix(s, "plor") || strings.HasSuffix(s, "stor")
			case "it":
				return strings.HasSuffix(s, "nit") || strings.HasSuffix(s, "cit") || strings.HasSuffix(s, "vit")
			}
			return false
		}
	}
	return true
}

// irregularPast reports whether form is a past form that is not spelt like the
// present.
func (f *Finder) irregularPast(form string) bool {
	s := strings.ToLower(form)
	l, ok := f.lemmas[s]
	return ok && l != s && !strings.HasSuffix(s, "ing") && !strings.HasSuffix(s, "s")
}
