package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func listFile(t *testing.T, text string) string {
	file := filepath.Join(t.TempDir(), "list.txt")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func TestOwnNames(t *testing.T) {
	t.Parallel()
	ours := listFile(t, "# what we write about\nÜbel & Söhne\nblue harbour  # a bank\n")
	none := listFile(t, "Oslo\n")
	var out strings.Builder
	const text = "The blue harbour sued Übel & Söhne in Oslo. Ann Lee left."
	require.NoError(t, run([]string{"-organizations", ours, "-not", none}, strings.NewReader(text), &out))
	require.Regexp(t, `(?m)^organization +blue harbour +1 +1\.00$`, out.String())
	require.Regexp(t, `(?m)^organization +Übel & Söhne +1 +1\.00$`, out.String())
	require.Regexp(t, `(?m)^person +Ann Lee +1 +`, out.String())
	require.NotContains(t, out.String(), "Oslo")
}

func TestWithoutLists(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(nil, strings.NewReader("Ann Lee left Oslo."), &out))
	require.Contains(t, out.String(), "Oslo")
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run([]string{"missing.txt"}, nil, nil), "missing.txt: no such file or directory")
	list := listFile(t, "Orbit Labs")
	require.ErrorContains(t, run([]string{"-people", list, "-organizations", list}, nil, nil), "WithNames", "one name of two kinds")
}
