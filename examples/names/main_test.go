package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func textFile(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "text.txt")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run([]string{
		textFile(t, "The blue harbour sued Übel & Söhne (Nasdaq: UBEL) over the Internet, said Senator Susan Miller."),
		textFile(t, "Miller met the blue harbour on Monday."),
	}, &out))
	for _, want := range []string{"2\torganization\t\"blue harbour\"\n", "1\torganization\t\"Übel & Söhne\"\n", "1\torganization\t\"UBEL\"\n", "2\tperson\t\"Susan Miller\"\n"} {
		require.Contains(t, out.String(), want)
	}
	require.NotContains(t, out.String(), "Internet")
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.ErrorIs(t, run([]string{"missing.txt"}, nil), os.ErrNotExist)
	require.ErrorContains(t, run([]string{textFile(t, strings.Repeat("word ", 1<<20))}, nil), "text.txt: extract: text is 5 MB, limit 4 MB")
}
