package attrib

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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
