package quote

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWords(t *testing.T) {
	t.Parallel()
	w, err := openWords(wordsText)
	require.NoError(t, err)
	require.True(t, w.is("told", wHearer))
	require.True(t, w.is("according to", wCuePair))
	_, err = openWords(strings.Replace(wordsText, "[medium]", "[media]", 1))
	require.ErrorContains(t, err, "unknown section [media]")
	require.Regexp(t, `^internal/quote/words\.txt:[1-9][0-9]*: `, err.Error())
}
