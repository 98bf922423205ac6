package txtar

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     Archive
	}{
		{"empty", "", Archive{}},
		{"comment alone", "a\n\nb\n", Archive{Comment: "a\n\nb\n"}},
		{"no final line feed", "-- a --\nb", Archive{Sections: []Section{{"a", "b\n"}}}},
		{"sections", "c\n-- a --\n1\n2\n-- b --\n-- c --\n3\n", Archive{"c\n", []Section{{"a", "1\n2\n"}, {"b", ""}, {"c", "3\n"}}}},
		{"no markers", "-- a\n--b --\n-- --\n--  --\n", Archive{Comment: "-- a\n--b --\n-- --\n--  --\n"}},
		{"carriage returns are text", "-- a --\n1\r\n-- b --\r\n", Archive{Sections: []Section{{"a", "1\r\n-- b --\r\n"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, Parse(c.in))
		})
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	a := Parse("-- a --\n1\n-- b --\n-- a --\n2\n")
	text, ok := a.Get("a")
	require.True(t, ok)
	require.Equal(t, "1\n", text)
	text, ok = a.Get("b")
	require.True(t, ok)
	require.Empty(t, text)
	_, ok = a.Get("c")
	require.False(t, ok)
}

// FuzzParse: what Parse reads, String writes, but for a final line feed and
// spaces in markers.
func FuzzParse(f *testing.F) {
	f.Add("c\n-- a --\n1\n")
	f.Add("--  a\t --\n\r\n-- --\n\xff")
	f.Fuzz(func(t *testing.T, s string) {
		a := Parse(s)
		require.Equal(t, a, Parse(a.String()))
		require.GreaterOrEqual(t, len(s)+1, len(a.String()))
	})
}
