package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const text = "Ann Lee said the bank did not close. Officials said it may rain in Oslo. Orbit Labs sold 40 ships to Peru in 2019."

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(nil, strings.NewReader(text), &out))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 3)
	require.Regexp(t, `^\d\.\d\d  \w+ +the text: Orbit Labs sold 40 ships to Peru in 2019$`, lines[0], "it has most to check")
	require.Regexp(t, `\d\.\d\d  \w+, negated +Ann Lee: the bank did not close\n`, out.String())
	require.Regexp(t, `\d\.\d\d  \w+, hedged +Officials: it may rain in Oslo\n`, out.String())
}

func TestMost(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run([]string{"-n", "1"}, strings.NewReader(text), &out))
	require.Equal(t, 1, strings.Count(out.String(), "\n"))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run([]string{"missing.txt"}, nil, nil), "missing.txt: no such file or directory")
	require.EqualError(t, run(nil, strings.NewReader(""), nil), "standard input: the text is empty")
}
