package feature

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBesides(t *testing.T) {
	t.Parallel()
	f := look(document("Zork is a town. They live in Zork, near Zork. The Qux (Qux) said no. Mr. Quill said yes. Quill’s dog barked, Quill says."), resources(t), nil)
	of := func(word string) besides {
		for id, w := range f.Words() {
			if w.Text == word {
				return f.seen[id].besides
			}
		}
		require.Fail(t, "no such word", word)
		return besides{}
	}
	require.Equal(t, besides{once: afterPlace, twice: afterPlace}, of("Zork"))
	require.Equal(t, besides{once: afterThe | inBrackets}, of("Qux"))
	require.Equal(t, besides{once: afterTitle | beforeGenitive | beforeSpeaks, twice: beforeSpeaks}, of("Quill"))
	require.Equal(t, besides{}, of("town"), "small letters are no name")
}

// What stands beside a word counts for all the places where it stands, and for
// this document only.
func TestBesideFeatures(t *testing.T) {
	t.Parallel()
	res, memo := resources(t), &Memo{}
	features := func(text string) []uint32 {
		f := look(document(text), res, memo)
		return f.besideFeatures(f.ID(0), nil)
	}
	plain := features("Zork is small.")
	require.Len(t, plain, 1)
	once := features("Zork is small. They live in Zork.")
	require.Len(t, once, 2)
	require.NotEqual(t, plain[0], once[1])
	twice := features("Zork is small. They live in Zork, near Zork.")
	require.NotEqual(t, once[0], twice[0])
	require.Equal(t, plain, features("Zork is small."))
	require.Empty(t, features("they live in Zork."))
}

func TestHintsAreRead(t *testing.T) {
	require.NoError(t, CheckWords())
	require.Equal(t, HintSpeaks, hints("told"))
	require.Equal(t, HintTitle, hints("mrs."))
	_, err := openHints(strings.Replace(wordsText, "[title]", "[titel]", 1))
	require.Regexp(t, `^internal/feature/words\.txt:[1-9][0-9]*: unknown section \[titel\]$`, err.Error())
}
