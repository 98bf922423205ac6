package hostile

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestTextsDependOnTheSeedOnly(t *testing.T) {
	t.Parallel()
	r, again := NewRecombiner(), NewRecombiner()
	seen := map[string]bool{}
	for seed := range uint64(300) {
		text := r.Text(seed)
		require.Equal(t, text, again.Text(seed))
		seen[text] = true
	}
	require.Greater(t, len(seen), 285, "different seeds give different texts")
}

// TestTextsAreOfManySorts: what the recombiner is there for comes often enough.
func TestTextsAreOfManySorts(t *testing.T) {
	t.Parallel()
	r := NewRecombiner()
	sorts := map[string]int{}
	total := 0
	for seed := range uint64(4000) {
		text := r.Text(seed)
		total += len(text)
		for sort, is := range map[string]bool{
			"cut runes":       !utf8.ValidString(text),
			"carriage return": strings.Contains(text, "\r"),
			"other lines":     strings.ContainsAny(text, "\v\f\u2028\u2029\u0085"),
			"other script":    strings.ContainsAny(text, "аеор"),
			"said":            strings.Count(text, "said") > 3,
			"marks":           strings.ContainsAny(text, "“\"«‘„"),
			"straight":        strings.Contains(text, "''"),
			"brackets":        strings.ContainsAny(text, "([") && strings.ContainsAny(text, ")]"),
			"paragraphs":      strings.Contains(text, "\n\n"),
			"short":           len(text) < 60,
			"long":            len(text) > 4096,
		} {
			if is {
				sorts[sort]++
			}
		}
	}
	for sort, least := range map[string]int{
		"cut runes": 400, "carriage return": 100, "other lines": 100, "other script": 50, "said": 400, "marks": 1000, "straight": 100,
		"brackets": 400, "paragraphs": 400, "short": 20, "long": 20,
	} {
		require.Greater(t, sorts[sort], least, sort)
	}
	require.Less(t, total/4000, 1000, "most texts are small")
}

// TestStock: every sort of piece that the mixer asks for is there, and nothing
// is left to fill.
func TestStock(t *testing.T) {
	t.Parallel()
	r := NewRecombiner()
	hole := regexp.MustCompile(`WHO|BODY|TOWN|DATE|NUM`)
	m := &mixer{dice: 1, stock: r.stock, people: []string{"Ann Lee"}, bodies: []string{"Orbit Labs"}, towns: []string{"Lille"}}
	sorts := []string{"sentence", "clause", "cue", "source", "name", "body", "town", "date", "layout", "word"}
	require.Len(t, r.stock, len(sorts))
	for _, sort := range sorts {
		require.Greater(t, len(r.stock[sort]), 5, sort)
		for range 200 {
			require.NotRegexp(t, hole, m.piece(sort))
		}
	}
}
