package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const text = "“We will stay,” said Zoë Müller. She denied that the harbour\nwould close. Two officials said it was safe."

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(nil, strings.NewReader(text), &out))
	require.Equal(t, "Zoë Müller | said | We will stay,\n"+
		"Zoë Müller | denied | the harbour would close\n"+
		"Two officials | said | it was safe\n", out.String())
}

func TestBy(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run([]string{"-by", "Müller", "-"}, strings.NewReader(text), &out))
	require.Equal(t, 2, strings.Count(out.String(), "Zoë Müller | "))
	require.NotContains(t, out.String(), "officials")
	out.Reset()
	require.NoError(t, run([]string{"-by", "Mü"}, strings.NewReader(text), &out))
	require.Empty(t, out.String(), "no part of a word")
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run([]string{"missing.txt"}, nil, nil), "missing.txt: no such file or directory")
	require.EqualError(t, run(nil, strings.NewReader(" \n"), nil), "standard input: the text is empty")
}
