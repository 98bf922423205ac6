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

// A bound is what the words around a quantity make of it.
type bound struct {
	compare whosaid.QuantityComparison
	about   bool
}

// numbers are the words of numbers.txt.
type numbers struct {
	numerals, sets, many, fractions map[string]float64
	scales, suffixes                map[string]int // exponents of ten
	signs, currencies               map[string]string
	before, after                   map[string]bound
	labels, clock, divided          map[string]bool
}

// openNumbers reads numbers.txt.
func openNumbers(text string) (*numbers, error) {
	n := &numbers{
		numerals: map[string]float64{}, sets: map[string]float64{}, many: map[string]float64{}, fractions: map[string]float64{},
		scales: map[string]int{}, suffixes: map[string]int{},
		signs: map[string]string{}, currencies: map[string]string{},
		before: map[string]bound{}, after: map[string]bound{},
		labels: map[string]bool{}, clock: map[string]bool{}, divided: map[string]bool{},
	}
	sections := n.sections()
	f := wordfile.File{Name: "internal/claim/numbers.txt", Text: text, Lower: true}
	err := f.Entries(slices.Sorted(maps.Keys(sections)), func(section, word string, fields []string) error {
		return sections[section](word, fields)
	})
	return n, err
}

// sections are what reads the entries of each section.
func (n *numbers) sections() map[string]func(word string, fields []string) error {
	return map[string]func(string, []string) error{
		"numeral": one(n.numerals, number), "set": one(n.sets, number), "many": one(n.many, number), "fraction": one(n.fractions, number),
		"scale": one(n.scales, exponent), "suffix": one(n.suffixes, exponent),
		"sign": one(n.signs, currencyCode), "currency": one(n.currencies, currencyCode),
		"before": bounds(n.before), "after": bounds(n.after),
		"label": words(n.labels), "clock": words(n.clock), "divided": words(n.divided),
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

// A figure is a number in figures, as far as one token tells it.
type figure struct {
	decimal string // "1.2"
	ten     int    // exponent of ten
	percent bool
	unit    string // "seat" in "30-seat"
}

func (f figure) value() (float64, bool) {
	v, err := strconv.ParseFloat(f.decimal+"e"+strconv.Itoa(f.ten), 64)
	return v, err == nil && v < 1e18
}

// figure reads "1,200", "3.5", "2bn", "20-million", "12%", "30-seat". After a
// sign of money, a lone letter is a scale too: "3m".
func (n *numbers) figure(s string, scaled bool) (figure, bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || (s[end] == ',' || s[end] == '.') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
		end++
	}
	f := figure{decimal: strings.ReplaceAll(s[:end], ",", "")}
	if end == 0 || len(s) > 32 || strings.Count(f.decimal, ".") > 1 {
		return f, false
	}
	rest := strings.TrimPrefix(s[end:], "-")
	if ten, ok := n.scales[rest]; ok {
		f.ten = ten
		return f, true
	}
	if ten, ok := n.suffixes[rest]; ok && len(rest) == len(s)-end && (scaled || len(rest) > 1) {
		f.ten = ten
		return f, true
	}
	switch {
	case rest == "":
		return f, len(s) == end
	case rest == "%":
		f.percent = true
		return f, true
	case len(rest) < len(s)-end && isWord(rest):
		f.unit = rest
		return f, true
	}
	return f, false
}

// isWord reports whether s is letters alone.
func isWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return s != ""
}

// compound reads "twenty-one", "two-thirds", "three-quarters".
func (n *numbers) compound(s string) (v float64, fraction, ok bool) {
	a, b, cut := strings.Cut(s, "-")
	if !cut {
		return 0, false, false
	}
	x, known := n.numerals[a]
	if y, ok := n.numerals[b]; ok && known && x >= 20 && y > 0 && y < 10 {
		return x + y, false, true
	}
	if y, ok := n.fractions[b]; ok && known && x > 0 && (x == 1 || strings.HasSuffix(b, "s")) {
		return x / y, true, true
	}
	return 0, false, false
}
