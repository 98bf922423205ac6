package verify

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/wordfile"
)

// TestWords: each word of each class does what its class is for.
func TestWords(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/words.txt")
	require.NoError(t, err)
	x, err := newIndex(t.Context(), nil)
	require.NoError(t, err)
	c := &checker{index: x, answer: &whosaid.Document{}}
	// last is the last of the words that carry meaning in a text.
	last := func(text string) meant {
		list := c.meanings(text, whosaid.Span{End: len(text)})
		return list[len(list)-1]
	}
	does := map[string]func(word string) bool{
		"function": func(w string) bool { return last("yard "+w).form == "yard" },
		"negation": func(w string) bool { return last(w + " sell").negated },
		"nobody":   func(w string) bool { return last("they offered "+w).negated && last(w+" sell").negated },
		"carrier":  func(w string) bool { return last("no " + w + " sell").negated },
		"calendar": func(w string) bool {
			text, other := "the end of "+w, "the end of july"
			c.answer.Text = text
			if w == "july" {
				other = "the end of june"
			}
			return c.numbers(c.meanings(text, whosaid.Span{End: len(text)}), c.meanings(other, whosaid.Span{End: len(other)}), other) != ""
		},
		"hedge":    func(w string) bool { return last(w + " to sell").hedged },
		"implicit": func(w string) bool { return last(w + " to sell").unsure },
	}
	n := map[string]int{}
	err = wordfile.File{Name: "testdata/words.txt", Text: string(b)}.Words(slices.Sorted(maps.Keys(does)), func(class, word string) error {
		require.True(t, does[class](word), "%s: %s", class, word)
		n[word]++
		return nil
	})
	require.NoError(t, err)
	require.Len(t, n, len(x.lex.classes), "a new word goes into testdata too")
	for word, value := range map[string]string{"two": "2", "nineteen": "19", "ninety": "90"} {
		require.Equal(t, value, x.lex.stem(word))
	}
	require.Len(t, x.lex.numerals, 26)
	require.False(t, last("we sell").negated || last("we sell").unsure)
}

// TestOpposites: each word of opposites.txt is the opposite of another.
func TestOpposites(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/opposites.txt")
	require.NoError(t, err)
	lex, err := lexiconOf()
	require.NoError(t, err)
	seen := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if line[0] == '#' {
			continue
		}
		pair := strings.Fields(line)
		require.True(t, lex.opposite(pair[0], pair[1]) && lex.opposite(pair[1], pair[0]), line)
		require.False(t, lex.opposite(pair[0], pair[0]), line)
		seen[pair[0]], seen[pair[1]] = true, true
	}
	require.Len(t, seen, len(lex.sides), "a new word goes into testdata too")
}
