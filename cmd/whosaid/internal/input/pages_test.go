package input

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPageWords: pages.txt is sound, and each class decides what it is for.
func TestPageWords(t *testing.T) {
	t.Parallel()
	_, err := pageWords()
	require.NoError(t, err)
	require.True(t, isShareLine("Post to Fark"))
	require.False(t, isShareLine("Post to Salford"))
	require.False(t, isShareLine("to Fark"))
	a := &about{said: map[string]string{}}
	require.True(t, a.isOutlet("The Daily Zork", ""))
	require.True(t, a.isOutlet("Zork.com", ""))
	require.False(t, a.isOutlet("Salford", ""))
	require.True(t, is("sharebar", wBeside))
}
