package coref

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// TestWords reads testdata/words.txt: what each word that is known tells.
func TestWords(t *testing.T) {
	t.Parallel()
	r, err := NewRanker(nil, func(string) bool { return false })
	require.NoError(t, err)
	wants := map[string]flags{
		"male": forMale, "female": forFemale, "say": isSay, "clause": isClause, "none": isNone, "many": isMany, "part": isPart, "be": isBe,
		"tail": isTailed, "other": isOther, "time": isTime, "weather": isSky,
		"one": isOne, "several": isSome, "this": isThis, "both": isPair, "link": isLink, "seems": isSeems, "own": isOwn, "thing": isThing,
		"dying": isDying, "killing": isKilling, "corpse": isCorpse, "adding": isAdding, "demanding": isDemanding,
		"naming": isNaming, "speaking": isSpeaking, "kind": isKindOf, "revealing": isRevealing, "document": isDocument, "notice": isNotice, "reading": isReading,
		"promising": isPromising, "giving": isGiving,
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
			first, n := utf8.DecodeRuneInString(w)
			require.Equal(t, r.lex.of(w), r.lex.of(string(unicode.ToUpper(first))+w[n:]), "%s: %s with a capital", name, w)
		}
	}
	for _, w := range []string{"", "vexq", "table", strings.Repeat("a", 100)} {
		require.Zero(t, r.lex.of(w), w)
	}
}

// TestSorts: what nouns are akin to one another.
func TestSorts(t *testing.T) {
	t.Parallel()
	r, err := NewRanker(nil, func(noun string) bool { return noun == "falconer" })
	require.NoError(t, err)
	of := func(noun string) sort {
		_, s := r.lex.singular(noun)
		return s
	}
	require.NotZero(t, of("lawyers")&of("solicitor"))
	require.Zero(t, of("lawyer")&of("goalkeeper"))
	require.NotZero(t, of("companies")&anyBody)
	require.Zero(t, of("court")&people)
	require.Zero(t, of("widow")&bodies)
	require.Equal(t, listed, of("falconers"))
	require.Equal(t, generic, of("34-year-old"))
	require.Equal(t, of("wife"), of("ex-wife"))
	require.Zero(t, of("table"))
}
