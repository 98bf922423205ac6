package claim

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

//go:embed numbers.txt
var numbersText string

// A bound is what words around a quantity say of it: "at least", "about".
type bound struct {
	compare whosaid.QuantityComparison
	about   bool
}

// numbers are the words of numbers.txt.
type numbers struct {
	numerals, sets, many, fractions          map[string]float64
	scales, suffixes                         map[string]int // exponents of ten
	signs, currencies, shares                map[string]string
	before, after                            map[string]bound
	articles, clock, divided, halved, labels map[string]bool
	aged, and, half, name, of, ratio, single map[string]bool
	// pairs are the first words of ratios and shares of two words.
	pairs map[string]bool
}

// openNumbers reads numbers.txt.
func openNumbers(text string) (*numbers, error) {
	n := &numbers{
		numerals: map[string]float64{}, sets: map[string]float64{}, many: map[string]float64{}, fractions: map[string]float64{},
		scales: map[string]int{}, suffixes: map[string]int{},
		signs: map[string]string{}, currencies: map[string]string{},
		before: map[string]bound{}, after: map[string]bound{},
		articles: map[string]bool{}, clock: map[string]bool{}, divided: map[string]bool{}, halved: map[string]bool{},
		labels: map[string]bool{}, aged: map[string]bool{}, and: map[string]bool{}, half: map[string]bool{}, name: map[string]bool{},
		of: map[string]bool{}, ratio: map[string]bool{}, single: map[string]bool{}, shares: map[string]string{}, pairs: map[string]bool{},
	}
	sections := n.sections()
	f := wordfile.File{Name: "internal/claim/numbers.txt", Text: text, Lower: true}
	err := f.Entries(slices.Sorted(maps.Keys(sections)), func(section, word string, fields []string) error {
		if first, _, two := strings.Cut(word, " "); two && (section == "ratio" || section == "share") {
			n.pairs[first] = true
		}
		return sections[section](word, fields)
	})
	return n, err
}

// sections are the readers of the entries of each section.
func (n *numbers) sections() map[string]func(word string, fields []string) error {
	return map[string]func(string, []string) error{
		"numeral": one(n.numerals, number), "set": one(n.sets, number), "many": one(n.many, number), "fraction": one(n.fractions, number),
		"scale": one(n.scales, exponent), "suffix": one(n.suffixes, exponent),
		"sign": one(n.signs, currencyCode), "currency": one(n.currencies, currencyCode),
		"before": bounds(n.before), "after": bounds(n.after),
		"article": words(n.articles), "clock": words(n.clock), "divided": words(n.divided), "halved": words(n.halved),
		"label": words(n.labels), "aged": words(n.aged), "and": words(n.and), "half": words(n.half), "name": words(n.name),
		"of": words(n.of), "ratio": words(n.ratio), "single": words(n.single), "share": one(n.shares, shareUnit),
	}
}

// one reads entries of a word and one value.
func one[T any](to map[string]T, parse func(string) (T, error)) func(string, []string) error {
	return func(word string, fields []string) error {
		if len(fields) != 1 {
			return fmt.Errorf("%q: want one value, have %q", word, fields)
		}
		v, err := parse(fields[0])
		if err != nil {
			return fmt.Errorf("%q: %w", word, err)
		}
		to[word] = v
		return nil
	}
}

func number(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= 0 && v < 1e18) {
		return 0, fmt.Errorf("%q is no number of things", s)
	}
	return v, nil
}

func exponent(s string) (int, error) {
	v, err := strconv.Atoi(s)
	if err != nil || v < 1 || v > 17 {
		return 0, fmt.Errorf("%q is no exponent from 1 to 17", s)
	}
	return v, nil
}

func currencyCode(s string) (string, error) {
	if len(s) != 3 || strings.ToUpper(s) != s || !isWord(strings.ToLower(s)) {
		return "", fmt.Errorf("%q is no code of ISO 4217", s)
	}
	return s, nil
}

func shareUnit(s string) (string, error) {
	if s != percent && s != points {
		return "", fmt.Errorf("%q is neither %q nor %q", s, percent, points)
	}
	return s, nil
}

// bounds reads entries of a word, a comparison or "=", and perhaps "about".
func bounds(to map[string]bound) func(string, []string) error {
	return func(word string, fields []string) error {
		about := len(fields) == 2 && fields[1] == "about"
		if len(fields) != 1 && !about {
			return fmt.Errorf("%q: want a comparison and perhaps \"about\", have %q", word, fields)
		}
		b := bound{about: about}
		if fields[0] != "=" {
			b.compare = whosaid.QuantityComparison(fields[0])
			if all := b.compare.Values(); !slices.Contains(all, b.compare) {
				return fmt.Errorf("%q: %q is none of %q", word, b.compare, all)
			}
		}
		to[word] = b
		return nil
	}
}

// words reads lines of words without values.
func words(to map[string]bool) func(string, []string) error {
	return func(word string, more []string) error {
		if len(more) > 0 {
			return fmt.Errorf("%q: want one word a line", word)
		}
		to[word] = true
		return nil
	}
}
