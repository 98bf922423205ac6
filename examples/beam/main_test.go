package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/stretchr/testify/require"
)

// TestPipeline runs the whole pipeline on Beam's local runner.
func TestPipeline(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.ndjson": `{"id": "a", "text": "Zoë Müller said the bridge was closed.", "published": "2026-03-04", "url": "https://x.example/a"}` + "\n\n{",
		"b.ndjson": `{"text": "Bo Day said on Tuesday that the road was open.", "published": "2026-03-04T10:00:00Z"}` + "\n" +
			`{"text": "Rain.", "published": "soon"}` + "\n" + `{"id": "none"}` + "\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	out, dead := filepath.Join(dir, "said"), filepath.Join(dir, "dead")
	beam.Init()
	result, err := prism.Execute(context.Background(), pipeline(filepath.Join(dir, "*.ndjson"), out, dead))
	require.NoError(t, err)

	read := lines[line](t, out, func(a, b line) int { return strings.Compare(a.File, b.File) })
	require.Len(t, read, 2)
	require.Equal(t, []string{"a", "https://x.example/a"}, []string{read[0].ID, read[0].URL})
	require.Equal(t, "Zoë Müller", read[0].Document.Who(&read[0].Document.Quotes[0]))
	require.Equal(t, filepath.Join(dir, "b.ndjson")+":1", read[1].ID)
	require.Equal(t, "2026-03-03", read[1].Document.Dates[0].Value)
	letters := lines[letter](t, dead, func(a, b letter) int { return strings.Compare(a.Error, b.Error) })
	require.Equal(t, []letter{
		{filepath.Join(dir, "a.ndjson"), 3, "not an article: unexpected end of JSON input", "{"},
		{filepath.Join(dir, "b.ndjson"), 2, `published "soon" is neither a day such as 2015-09-24 nor a moment of RFC 3339`, `{"text": "Rain.", "published": "soon"}`},
		{filepath.Join(dir, "b.ndjson"), 3, "there is no text", `{"id": "none"}`},
	}, letters)
	var counted bytes.Buffer
	report(&counted, result)
	require.Equal(t, "2 articles\n2 quotes\n3 dead letters\n86 bytes of text\n", counted.String())
}

// lines reads the lines of a file, in an order of their own.
func lines[T any](t *testing.T, name string, order func(a, b T) int) (list []T) {
	t.Helper()
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	for _, text := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var one T
		require.NoError(t, json.Unmarshal([]byte(text), &one))
		list = append(list, one)
	}
	slices.SortFunc(list, order)
	return list
}
