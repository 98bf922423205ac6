package whosaid

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOnBoundary(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at         int
		want       bool
	}{
		{"start", "é", 0, true},
		{"inside a rune", "é", 1, false},
		{"end", "é", 2, true},
		{"past the end", "é", 3, false},
		{"negative", "é", -1, false},
		{"inside four bytes", "😀", 3, false},
		{"stray continuation byte", "a\x80b", 1, true},
		{"after a stray byte", "a\x80b", 2, true},
		{"after a cut rune", "\xe2\x82a", 2, true},
		{"inside a cut rune", "\xe2\x82a", 1, true},
		{"stray after a whole rune", "é\xa9", 2, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, onBoundary(c.text, c.at))
		})
	}
}

func TestSpan(t *testing.T) {
	a := Span{Start: 3, End: 9}
	require.Equal(t, 6, a.Len())
	require.False(t, a.Empty())
	require.True(t, Span{}.Empty())
	require.True(t, a.Contains(Span{Start: 3, End: 9}))
	require.False(t, a.Contains(Span{Start: 2, End: 9}))
	require.True(t, a.Overlaps(Span{Start: 8, End: 12}))
	require.False(t, a.Overlaps(Span{Start: 9, End: 12}), "half open")
}

func TestCueClassSpeech(t *testing.T) {
	require.True(t, CueSay.Speech())
	require.True(t, CueShow.Speech())
	require.False(t, CueThink.Speech())
	require.False(t, CueFeel.Speech())
}
