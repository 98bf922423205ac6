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
		part      cuePart
		class     whosaid.CueClass
	}{
		{"said", "VBD", verbPart, whosaid.CueSay},
		{"says", "VBZ", verbPart, whosaid.CueSay},
		{"saying", "VBG", verbPart, whosaid.CueSay},
		{"told", "VBD", verbPart, whosaid.CueSay},
		{"wrote", "VBD", verbPart, whosaid.CueWrite},
		{"denied", "VBD", verbPart, whosaid.CueDeny},
		{"denies", "VBZ", verbPart, whosaid.CueDeny},
		{"argued", "VBD", verbPart, whosaid.CueClaim},
		{"believes", "VBZ", verbPart, whosaid.CueThink},
		{"urged", "VBD", verbPart, whosaid.CueOrder},
		{"asked", "VBD", verbPart, whosaid.CueAsk},
		{"thought", "VBD", verbPart, whosaid.CueThink},
		{"claim", "NN", nounPart, whosaid.CueClaim},
		{"claims", "VBZ", verbPart, whosaid.CueClaim},
		{"claims", "NNS", nounPart, whosaid.CueClaim},
		{"warnings", "NNS", nounPart, whosaid.CueWarn},
		{"according", "VBG", prepPart, whosaid.CueReport},
		{"reportedly", "RB", advPart, whosaid.CueReport},
		{"confident", "JJ", adjPart, whosaid.CueThink},
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
