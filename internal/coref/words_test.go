package coref

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWordsFitTheirFile(t *testing.T) {
	l, err := newLexicon(wordsText, nounsText)
	require.NoError(t, err)
	for w := range l.words {
		require.LessOrEqual(t, len(w), longest, "%q can never be found", w)
	}
	for w := range l.nouns {
		require.LessOrEqual(t, len(w), longest, "%q can never be found", w)
	}
	_, err = newLexicon(strings.Replace(wordsText, "[male]", "[mail]", 1), nounsText)
	require.Regexp(t, `^internal/coref/words\.txt:[1-9][0-9]*: unknown section \[mail\]$`, err.Error())
}
