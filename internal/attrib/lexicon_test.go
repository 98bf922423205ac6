package attrib

import (
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

func TestCues(t *testing.T) {
	t.Parallel()
	x, err := openLexicon(cueList)
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

// TestCueList holds cues.txt to its promises: sorted, no word twice in one
// part, classes that exist.
func TestCueList(t *testing.T) {
	t.Parallel()
	classes := map[whosaid.VerbClass]bool{}
	for _, c := range []whosaid.VerbClass{
		whosaid.VerbSay, whosaid.VerbWrite, whosaid.VerbAnnounce, whosaid.VerbReport, whosaid.VerbClaim, whosaid.VerbDeny, whosaid.VerbAdmit,
		whosaid.VerbAnswer, whosaid.VerbAsk, whosaid.VerbOrder, whosaid.VerbWarn, whosaid.VerbSuggest, whosaid.VerbPromise, whosaid.VerbPredict,
		whosaid.VerbCall, whosaid.VerbAgree, whosaid.VerbShow, whosaid.VerbThink, whosaid.VerbKnow, whosaid.VerbExpect, whosaid.VerbWant,
		whosaid.VerbPlan, whosaid.VerbFeel,
	} {
		classes[c] = true
	}
	var keys []string
	for _, line := range strings.Split(strings.TrimSpace(cueList), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(line)
		require.GreaterOrEqual(t, len(f), 3, line)
		require.True(t, classes[whosaid.VerbClass(f[2])], line)
		keys = append(keys, f[0]+" "+f[1])
	}
	require.True(t, sort.StringsAreSorted(keys))
	for i := 1; i < len(keys); i++ {
		require.NotEqual(t, keys[i-1], keys[i])
	}
}

func TestLexiconErrors(t *testing.T) {
	t.Parallel()
	_, err := openLexicon("verb say say\nadverb soon say\n")
	require.ErrorContains(t, err, "cues.txt:2")
}
