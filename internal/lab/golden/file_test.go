package golden

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseFile(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     File
	}{
		{"empty", "", File{}},
		{"comment alone", "a\n\nb\n", File{Comment: "a\n\nb\n"}},
		{"no final line feed", "-- a --\nb", File{Parts: []Part{{"a", "b\n"}}}},
		{"sections", "c\n-- a --\n1\n2\n-- b --\n-- c --\n3\n", File{"c\n", []Part{{"a", "1\n2\n"}, {"b", ""}, {"c", "3\n"}}}},
		{"no markers", "-- a\n--b --\n-- --\n--  --\n", File{Comment: "-- a\n--b --\n-- --\n--  --\n"}},
		{"carriage returns are text", "-- a --\n1\r\n-- b --\r\n", File{Parts: []Part{{"a", "1\r\n-- b --\r\n"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, ParseFile(c.in))
		})
	}
}

func TestFileGet(t *testing.T) {
	t.Parallel()
	a := ParseFile("-- a --\n1\n-- b --\n-- a --\n2\n")
	text, ok := a.Get("a")
	require.True(t, ok)
	require.Equal(t, "1\n", text)
	text, ok = a.Get("b")
	require.True(t, ok)
	require.Empty(t, text)
	_, ok = a.Get("c")
	require.False(t, ok)
}

// FuzzParseFile: what ParseFile reads, String writes, but for a final line feed and
// spaces in markers.
func FuzzParseFile(f *testing.F) {
	f.Add("c\n-- a --\n1\n")
	f.Add("--  a\t --\n\r\n-- --\n\xff")
	f.Fuzz(func(t *testing.T, s string) {
		a := ParseFile(s)
		require.Equal(t, a, ParseFile(a.String()))
		require.GreaterOrEqual(t, len(s)+1, len(a.String()))
	})
}
