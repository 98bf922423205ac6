package textpos

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

func TestIndex(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"ascii":   strings.Repeat("Rain fell. ", 40),
		"wide":    strings.Repeat("Zoë — “no” 🚢 ", 40),
		"invalid": strings.Repeat("a\xff\xfeé\xe2\x82 ", 40),
		"empty":   "",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := New(text)
			for i := 0; i <= len(text); {
				runes, end := x.Runes(whosaid.Span{Start: i, End: len(text)})
				units, _ := x.UTF16(whosaid.Span{Start: i, End: len(text)})
				require.Equal(t, len([]rune(text[:i])), runes, i)
				require.Equal(t, len([]rune(text)), end)
				require.Equal(t, len(utf16.Encode([]rune(text[:i]))), units, i)
				if i == len(text) {
					break
				}
				_, n := utf8.DecodeRuneInString(text[i:])
				i += n
			}
			require.True(t, utf8.ValidString(Clean(text)))
			require.Equal(t, len([]rune(text)), utf8.RuneCountInString(Clean(text)))
		})
	}
}
