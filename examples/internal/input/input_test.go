package input

import (
	"errors"
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
}

func TestEach(t *testing.T) {
	t.Parallel()
	var got []string
	see := func(file, text string) error { got = append(got, file+" "+text); return nil }
	require.NoError(t, Each(nil, strings.NewReader("Rain."), see))
	require.Equal(t, []string{"- Rain."}, got)
	require.EqualError(t, Each([]string{"-", "none.txt"}, strings.NewReader("Snow."), see), "none.txt: no such file or directory")
	require.Equal(t, []string{"- Rain.", "- Snow."}, got)
	fail := func(string, string) error { return errors.New("too wet") }
	require.EqualError(t, Each(nil, strings.NewReader("Rain."), fail), "-: too wet")
}
