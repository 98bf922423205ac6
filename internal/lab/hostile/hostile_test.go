package hostile

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFamilies: each has a name of its own and makes a text as long as asked,
// the same each time.
func TestFamilies(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, f := range Families() {
		require.False(t, seen[f.Name], f.Name)
		seen[f.Name] = true
		text := f.Make(300)
		require.GreaterOrEqual(t, len(text), 300, f.Name)
		require.Equal(t, text, f.Make(300), f.Name)
	}
	require.Subset(t, seen, map[string]bool{"news": true, "dots": true, "datelines": true, "distinct names": true, "minified HTML": true})
	for _, f := range Times() {
		require.True(t, seen[f.Name], f.Name)
	}
}
