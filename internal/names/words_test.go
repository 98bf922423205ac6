package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWords(t *testing.T) {
	t.Parallel()
	_, err := builtinWords()
	require.NoError(t, err)
	require.True(t, is("van", wParticle))
	require.False(t, is("van", wTitle))
	_, err = openWords(strings.Replace(wordsText, "[title]", "[titel]", 1))
	require.Regexp(t, `^internal/names/words\.txt:[1-9][0-9]*: unknown section \[titel\]$`, err.Error())
}
