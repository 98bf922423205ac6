package input

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"a\tb\r\n c ":            "a b c",
		"\x1b[31mred\x07":        "[31mred",
		"caf\xe9 \x9b":           "caf",
		"Zoë\u00a0Müller\u2028🚢": "Zoë Müller 🚢",
	} {
		require.Equal(t, want, Clean(in))
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	text, err := Text("-", strings.NewReader("\ufeffRain.\r\n"))
	require.NoError(t, err)
	require.Equal(t, "\ufeffRain.\r\n", text, "unchanged")
	_, err = Text("none.txt", nil)
	require.EqualError(t, err, "none.txt: no such file or directory")
	_, err = Text("-", strings.NewReader("\n"))
	require.EqualError(t, err, "standard input: the text is empty")
	require.Equal(t, []string{"-"}, Files(nil))
	require.Equal(t, []string{"a"}, Files([]string{"a"}))
}
