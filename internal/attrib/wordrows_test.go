package attrib

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWords reads testdata/words.txt: for each set of words of the program, and
// for the verbs that take the one spoken to as their object, what is in it.
func TestWords(t *testing.T) {
	t.Parallel()
	sets := map[string]map[uint32]bool{
		"be": beForms, "negation": negations, "voice": voices, "have": haveForms, "preposition": prepositions, "opener": openers,
		"trailing": trailing, "listener": listeners, "occasion": occasions,
	}
	b, err := os.ReadFile("testdata/words.txt")
	require.NoError(t, err)
	count := map[string]int{}
	for line := range strings.Lines(string(b)) {
		name, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || line[0] == '#' {
			continue
		}
		for _, w := range strings.Fields(rest) {
			count[name]++
			switch set := sets[name]; {
			case name == "addressed":
				require.True(t, (&entry{lemma: w}).addressed(), w)
			case name == "elided":
				require.True(t, elided(w+" "), w)
			default:
				require.NotNil(t, set, name)
				require.True(t, set[hashString(w)], "%s: %s", name, w)
			}
		}
	}
	for name, set := range sets {
		require.Equal(t, len(set), count[name], "testdata/words.txt has each word of %s once", name)
	}
	require.False(t, (&entry{lemma: "say"}).addressed())
	require.False(t, elided("vexq"))
}

// TestTags: each tag of the taggers is known, and of the right sort.
func TestTags(t *testing.T) {
	t.Parallel()
	sorts := map[string]func(tagID) bool{
		"verb": tagID.verb, "finite": tagID.finite, "noun": tagID.noun, "adjective": tagID.adjective, "punct": tagID.punct,
	}
	for _, c := range []struct{ sort, yes, no string }{
		{"verb", "VB VBD VBG VBN VBP VBZ", "MD NN NNP JJ RB , . '' TO IN"},
		{"finite", "VBD VBP VBZ MD", "VB VBG VBN NN TO"},
		{"noun", "NN NNS NNP NNPS", "JJ VB DT PRP CD"},
		{"adjective", "JJ JJR JJS", "NN RB VBD"},
		{"punct", ", . : ( ) `` ''", "NN VB DT CD $"},
	} {
		for _, s := range strings.Fields(c.yes) {
			require.True(t, sorts[c.sort](tagOf(s)), "%s is %s", s, c.sort)
		}
		for _, s := range strings.Fields(c.no) {
			require.False(t, sorts[c.sort](tagOf(s)), "%s is not %s", s, c.sort)
		}
	}
	require.Equal(t, tagNone, tagOf(""))
	require.Equal(t, tagSymbol, tagOf("$"))
}
