package db

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestKeptTexts: as many texts are kept as there is room for, the last ones.
func TestKeptTexts(t *testing.T) {
	t.Parallel()
	var list texts
	for i := range 100 {
		list = list.add(&text{doc: int64(i), words: "Rain."})
	}
	require.Len(t, list, keptTexts)
	require.Equal(t, int64(99), list[keptTexts-1].doc)
	large := strings.Repeat("a", keptBytes-5)
	list = list.add(&text{doc: 100, words: large})
	require.Len(t, list, 2, "one of five bytes beside it")
	list = list.add(&text{doc: 101, words: large + large})
	require.Len(t, list, 1, "the one that is asked for is kept, however large")
}
