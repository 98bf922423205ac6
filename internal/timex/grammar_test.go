package timex

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGrammarRefusesWhatItCannotRead(t *testing.T) {
	for _, c := range []struct{ name, words, rules, want string }{
		{"class", "MOON new=1", "MONTH -> date", "words.txt:1: unknown class"},
		{"value", "MONTH may=five", "MONTH -> date", "words.txt:1:"},
		{"maker", "", "MONTH -> guess", `rules.txt:1: unknown maker "guess"`},
		{"arrow", "", "\nMONTH date", "rules.txt:2: no maker"},
		{"empty", "", "MONTH? -> date", "a pattern of 0 tokens"},
		{"long", "", strings.Repeat("the ", 13) + "-> date", "a pattern of 13 tokens"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := compile(c.words, c.rules, false)
			require.ErrorContains(t, err, c.want)
		})
	}
}

func TestEveryMakerIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, table := range []string{ruleTable, dialogueTable, "holiday -> holiday"} {
		require.NoError(t, eachLine(table, func(_ int, text string) error {
			_, right, _ := strings.Cut(text, "->")
			used[strings.Fields(right)[0]] = true
			return nil
		}))
	}
	for name := range makers {
		require.True(t, used[name], name)
	}
}

// TestNoRuleTwice: of two rules with one pattern the second would never be
// read.
func TestNoRuleTwice(t *testing.T) {
	for name, table := range map[string]string{"rules.txt": ruleTable, "dialogue.txt": dialogueTable} {
		seen := map[string]int{}
		require.NoError(t, eachLine(table, func(line int, text string) error {
			left, _, _ := strings.Cut(text, "->")
			key := fmt.Sprint(strings.Fields(left))
			require.Zero(t, seen[key], "%s:%d repeats line %d", name, line, seen[key])
			seen[key] = line
			return nil
		}))
	}
}
