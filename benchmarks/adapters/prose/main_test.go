package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNamesHaveByteOffsets(t *testing.T) {
	t.Parallel()
	text := "“We’re done — café,” said Barack Obama in Paris."
	var out strings.Builder
	require.NoError(t, run(strings.NewReader(`{"id":"1","text":"`+text+`"}`), &out))
	var got record
	require.NoError(t, json.Unmarshal([]byte(out.String()), &got))
	var words []string
	for _, e := range got.Entities {
		words = append(words, e.Type+" "+text[e.Start:e.End])
	}
	require.Equal(t, []string{"PERSON Barack Obama", "GPE Paris"}, words)
}
