package coref

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWords reads testdata/words.txt: what each word that is known tells.
func TestWords(t *testing.T) {
	t.Parallel()
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	wants := map[string]flags{
		"male": forMale, "female": forFemale, "any": forBody | forAny, "body": forBody, "place": forPlace, "say": isSay, "clause": isClause,
	}
	b, err := os.ReadFile("testdata/words.txt")
	require.NoError(t, err)
	for line := range strings.Lines(string(b)) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		want := wants[name]
		require.NotZero(t, want, name)
		for _, w := range strings.Fields(rest) {
			require.Equal(t, want, r.lex.of(w)&want, "%s: %s", name, w)
			require.Equal(t, r.lex.of(w), r.lex.of(strings.ToUpper(w[:1])+w[1:]), "%s: %s with a capital", name, w)
		}
	}
	for _, w := range []string{"", "vexq", "table", strings.Repeat("a", 100)} {
		require.Zero(t, r.lex.of(w), w)
	}
}

func TestBodiesArePlainOrAny(t *testing.T) {
	t.Parallel()
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	require.Equal(t, forBody, r.lex.of("ministry"), "only what is called a ministry")
	require.Equal(t, forBody|forAny, r.lex.of("company"), "any organization")
}
