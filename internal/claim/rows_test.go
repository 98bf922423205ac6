package claim

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// rows are the fields of the lines of a file of testdata, without comments.
func rows(t *testing.T, file string) (out [][]string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) > 0 && line[0] != '#' {
			out = append(out, f)
		}
	}
	require.NotEmpty(t, out, file)
	return out
}

// TestLexiconWords: each word is of its class.
func TestLexiconWords(t *testing.T) {
	t.Parallel()
	f, err := New()
	require.NoError(t, err)
	for _, row := range rows(t, "words.txt") {
		verb, class, tag := verbNames[row[0]], classNames[row[0]], tagNames[row[0]]
		if row[0] == "say" { // of package cues
			verb = vSay
		}
		function := functionNames[strings.TrimPrefix(row[0], "function-")]
		if !strings.HasPrefix(row[0], "function-") {
			function = 0
		}
		require.True(t, verb != 0 || class != 0 || function != 0 || tag != pOther, row[0])
		for _, w := range row[1:] {
			x := f.words[strings.ReplaceAll(w, "_", " ")]
			require.True(t, x.verb&verb == verb && x.class&class == class && x.function&function == function && (tag == pOther || x.pos == tag), "%s: %s", row[0], w)
		}
	}
	require.Zero(t, f.words["vexq"])
}

// TestIrregularLemmas: each form leads to its verb, in capitals too.
func TestIrregularLemmas(t *testing.T) {
	t.Parallel()
	f, err := New()
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, row := range rows(t, "lemmas.txt") {
		for _, form := range row {
			if seen[form] {
				continue // of two verbs with one form the first counts: "found", "lay"
			}
			seen[form] = true
			require.Equal(t, row[0], f.lemma(form), form)
			require.Equal(t, row[0], f.lemma(strings.ToUpper(form)), form)
		}
	}
}

// TestNumberWords: each word makes the number, the currency or the bound that
// it stands for.
func TestNumberWords(t *testing.T) {
	t.Parallel()
	f, err := New()
	require.NoError(t, err)
	n := f.numbers
	values := map[string]map[string]float64{"numeral": n.numerals, "set": n.sets, "many": n.many, "fraction": n.fractions}
	exponents := map[string]map[string]int{"scale": n.scales, "suffix": n.suffixes}
	codes := map[string]map[string]string{"sign": n.signs, "currency": n.currencies, "share": n.shares}
	bounds := map[string]map[string]bound{"before": n.before, "after": n.after}
	sets := map[string]map[string]bool{"article": n.articles, "clock": n.clock, "divided": n.divided, "halved": n.halved, "label": n.labels,
		"aged": n.aged, "and": n.and, "half": n.half, "name": n.name, "of": n.of, "ratio": n.ratio, "single": n.single}
	for _, row := range rows(t, "numbers.txt") {
		kind, word := row[0], strings.ReplaceAll(row[1], "_", " ")
		switch {
		case sets[kind] != nil:
			require.True(t, sets[kind][word], word)
		case values[kind] != nil:
			v, err := strconv.ParseFloat(row[2], 64)
			require.NoError(t, err)
			require.Equal(t, v, values[kind][word], word)
		case exponents[kind] != nil:
			v, err := strconv.Atoi(row[2])
			require.NoError(t, err)
			require.Equal(t, v, exponents[kind][word], word)
		case codes[kind] != nil:
			require.Equal(t, strings.ReplaceAll(row[2], "_", " "), codes[kind][word], word)
		case bounds[kind] != nil:
			want := bound{compare: whosaid.QuantityComparison(strings.TrimPrefix(row[2], "=")), about: len(row) > 3}
			require.Equal(t, want, bounds[kind][word], word)
		default:
			t.Fatalf("no kind %q", kind)
		}
	}
}
