package claims

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid"
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
	labels                          map[string]bool
}

// openNumbers reads numbers.txt.
func openNumbers(text string) (*numbers, error) {
	n := &numbers{
		numerals: map[string]float64{}, sets: map[string]float64{}, many: map[string]float64{}, fractions: map[string]float64{},
		scales: map[string]int{}, suffixes: map[string]int{},
		signs: map[string]string{}, currencies: map[string]string{},
		before: map[string]bound{}, after: map[string]bound{},
		labels: map[string]bool{},
	}
	for i, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if err := n.add(f); err != nil {
			return nil, fmt.Errorf("claims: numbers.txt:%d: %w", i+1, err)
		}
	}
	return n, nil
}

func (n *numbers) add(f []string) error {
	if len(f) < 2 || len(f) < 3 && f[0] != "label" {
		return fmt.Errorf("a field is missing: %q", f)
	}
	word := strings.ReplaceAll(f[1], "_", " ")
	switch f[0] {
	case "numeral", "set", "many", "fraction":
		v, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return err
		}
		map[string]map[string]float64{"numeral": n.numerals, "set": n.sets, "many": n.many, "fraction": n.fractions}[f[0]][word] = v
	case "scale", "suffix":
		v, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		map[string]map[string]int{"scale": n.scales, "suffix": n.suffixes}[f[0]][word] = v
	case "sign":
		n.signs[word] = f[2]
	case "currency":
		n.currencies[word] = f[2]
	case "before", "after":
		b := bound{about: len(f) > 3 && f[3] == "about"}
		if f[2] != "=" {
			b.compare = whosaid.QuantityComparison(f[2])
		}
		map[string]map[string]bound{"before": n.before, "after": n.after}[f[0]][word] = b
	case "label":
		n.labels[word] = true
	default:
		return fmt.Errorf("no kind %q", f[0])
	}
	return nil
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
