package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStreamSaysWhatExtractSays, but for the place.
func TestStreamSaysWhatExtractSays(t *testing.T) {
	t.Parallel()
	const lines = `{"id": "a", "text": "“We stay,” said Ann Lee on Tuesday."}` + "\n" + `{"id": "b", "text": "Bo Day left."}` + "\n"
	status, streamed, errs := cli(t, lines, "stream", "--date", "2026-03-04")
	require.Equal(t, 0, status, errs)
	_, extracted, _ := cli(t, lines, "extract", "--date", "2026-03-04", "--to", "ndjson", "--from", "ndjson", "-q")
	require.Equal(t, strings.Replace(extracted, `"line":2`, `"line":1`, 1), streamed)
	status, out, _ := cli(t, `{"documents": []}`, "stream", "--merge")
	require.Equal(t, 0, status)
	require.Equal(t, `{"merged":[]}`+"\n", out)
}

func TestStreamRefuses(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--from", "pdf"}, {"--only", "x"}, {"--date", "soon"}, {"--max-record", "0"}, {"--described", "-1"}, {"file"}} {
		status, _, errs := cli(t, "", append([]string{"stream"}, args...)...)
		require.Equal(t, statusUsage, status, args)
		require.NotEmpty(t, errs)
	}
	status, _, errs := cli(t, "", "stream", "--field", "txt=body")
	require.Equal(t, statusUsage, status)
	require.Contains(t, errs, `--field: no "txt"; there are author, id`)
	status, _, errs = cli(t, "", "stream", "--merge", "--field", "text=body") // which reads no articles
	require.Equal(t, statusUsage, status)
	require.Contains(t, errs, "[field merge]")
}
