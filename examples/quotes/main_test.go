package main

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	t.Parallel()
	const text = "“We will stay,” said Zoë Müller. Two officials said it was safe. She denied that the harbour\nwould close. " +
		"Bob Day and Carl Ray said it was “old”."
	var out strings.Builder
	require.NoError(t, run([]string{"-"}, strings.NewReader(text), &out))
	records, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	require.NoError(t, err)
	var got [][]string
	for _, r := range records {
		require.Len(t, r, len(records[0]))
		got = append(got, []string{r[0], r[1], r[4], r[6]}) // file, speaker, quote, cue
	}
	require.Equal(t, [][]string{
		{"file", "speaker", "quote", "cue"},
		{"-", "Zoë Müller", "We will stay,", "said"},
		{"-", "Zoë Müller", "the harbour would close", "denied"},
		{"-", "Two officials", "it was safe", "said"},
		{"-", "Bob Day", "it was “old”", "said"},
		{"-", "Carl Ray", "it was “old”", "said"},
	}, got)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run([]string{"missing.txt"}, nil, nil), "missing.txt: no such file or directory")
	require.EqualError(t, run(nil, strings.NewReader(" \n"), nil), "standard input: the text is empty")
}
