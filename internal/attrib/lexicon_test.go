package attrib

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

func TestCues(t *testing.T) {
	t.Parallel()
	x, err := openLexicon()
	require.NoError(t, err)
	for _, c := range []struct {
		word, tag string
		part      Part
		class     whosaid.VerbClass
	}{
		{"said", "VBD", verbPart, whosaid.VerbSay},
		{"says", "VBZ", verbPart, whosaid.VerbSay},
		{"saying", "VBG", verbPart, whosaid.VerbSay},
		{"told", "VBD", verbPart, whosaid.VerbSay},
		{"wrote", "VBD", verbPart, whosaid.VerbWrite},
		{"denied", "VBD", verbPart, whosaid.VerbDeny},
		{"denies", "VBZ", verbPart, whosaid.VerbDeny},
		{"argued", "VBD", verbPart, whosaid.VerbClaim},
		{"believes", "VBZ", verbPart, whosaid.VerbThink},
		{"urged", "VBD", verbPart, whosaid.VerbOrder},
		{"asked", "VBD", verbPart, whosaid.VerbAsk},
		{"thought", "VBD", verbPart, whosaid.VerbThink},
		{"claim", "NN", nounPart, whosaid.VerbClaim},
		{"claims", "VBZ", verbPart, whosaid.VerbClaim},
		{"claims", "NNS", nounPart, whosaid.VerbClaim},
		{"warnings", "NNS", nounPart, whosaid.VerbWarn},
		{"according", "VBG", prepPart, whosaid.VerbReport},
		{"reportedly", "RB", advPart, whosaid.VerbReport},
		{"confident", "JJ", adjPart, whosaid.VerbThink},
	} {
		e := x.find([]byte(c.word), tagOf(c.tag))
		require.NotNil(t, e, "%s/%s", c.word, c.tag)
		require.Equal(t, c.part, e.part, "%s/%s", c.word, c.tag)
		require.Equal(t, c.class, e.class, "%s/%s", c.word, c.tag)
	}
	require.Nil(t, x.find([]byte("table"), tagNN))
	require.Nil(t, x.find(nil, tagNN))
}

func TestWords(t *testing.T) {
	t.Parallel()
	w, err := openWords(wordsText)
	require.NoError(t, err)
	require.Equal(t, cVoice, w[hashString("mayor")])
	require.Equal(t, cListener|cVoice, w[hashString("court")]&(cListener|cVoice))
	_, err = openWords(strings.Replace(wordsText, "[voice]", "[voices]", 1))
	require.ErrorContains(t, err, "unknown section [voices]")
	require.Regexp(t, `^internal/attrib/words\.txt:[1-9][0-9]*: `, err.Error())
}
