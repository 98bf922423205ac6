package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const text = "The bank closed on Tuesday. It was founded in 1990 and ran for three days. A sale in March failed."

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run([]string{"-date", "2015-09-24"}, strings.NewReader(text), &out))
	require.Equal(t, "1990        1990\n            It was founded in 1990 and ran for three days.\n"+
		"2015-03     March\n            A sale in March failed.\n"+
		"2015-09-22  Tuesday\n            The bank closed on Tuesday.\n", out.String())
}

func TestUnknownDay(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(nil, strings.NewReader(text), &out))
	require.Contains(t, out.String(), "1990")
	require.NotContains(t, out.String(), "Tuesday", "it has no place without the day of the text")
}

func TestErrors(t *testing.T) {
	t.Parallel()
	require.EqualError(t, run([]string{"-date", "soon"}, nil, nil), `-date "soon" is no day such as 2015-09-24`)
	require.EqualError(t, run([]string{"missing.txt"}, nil, nil), "missing.txt: no such file or directory")
	require.EqualError(t, run(nil, strings.NewReader(""), nil), "standard input: the text is empty")
}
