package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/internal/feature"
	"github.com/whosaid/whosaid/internal/model"
)

// TestWords: features know the words of words.txt by themselves, in any case,
// and other verbs and adverbs by their tags.
func TestWords(t *testing.T) {
	t.Parallel()
	clusters, err := feature.OpenClusters(model.Clusters)
	require.NoError(t, err)
	r, err := NewReader(clusters)
	require.NoError(t, err)
	lex := func(text, tag string) uint32 {
		d := &whosaid.Document{Text: text, Tokens: []whosaid.Token{{Span: whosaid.Span{End: len(text)}, Tag: tag}}}
		var w word
		r.look(d, &d.Tokens[0], &marks{}, &w)
		if w.lex == w.tag {
			return 0
		}
		return w.lex
	}
	known := map[uint32]string{}
	for tag, words := range map[string]string{
		"RB": "about ago also as even how more most n't not only so such then there too well when",
		"VB": "'d 'm 're 's 've am are be been being did do does doing done get getting go going got had has have having is let made make " +
			"said say says told was were",
	} {
		for _, w := range strings.Fields(words) {
			h := lex(w, tag)
			require.NotZero(t, h, w)
			require.Equal(t, h, lex(strings.ToUpper(w), tag), w)
			require.Empty(t, known[h], w)
			known[h] = w
			require.Zero(t, lex(w, "NN"), w)
		}
	}
	require.Zero(t, lex("walk", "VB"))
	require.Zero(t, lex("there", "VB"))
	require.Zero(t, lex("said", "RB"))
	require.NotZero(t, lex("of", "IN"))
}

func TestNewWordsRejects(t *testing.T) {
	t.Parallel()
	_, err := newWords(wordsText)
	require.NoError(t, err)
	_, err = newWords(strings.Replace(wordsText, "[verb]", "[verbs]", 1))
	require.ErrorContains(t, err, "internal/syntax/words.txt:7: unknown section [verbs]")
}
