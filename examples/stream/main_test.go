package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOrderAndErrors(t *testing.T) {
	t.Parallel()
	var in, out strings.Builder
	for i := range 100 {
		fmt.Fprintf(&in, `{"id":"%d","text":"“Nö %d,” said Zoë Müller on Tuesday.","published":"2015-09-24"}`+"\n\n", i, i)
	}
	in.WriteString("oops\n" + `{"id":"x","text":"Rain.","published":"soon"}` + "\n" + `{"id":"y","text":"` + strings.Repeat("word ", 1<<20) + `"}`)
	require.NoError(t, run(context.Background(), strings.NewReader(in.String()), &out))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 103)
	for i, line := range lines[:100] {
		var a answer
		require.NoError(t, json.Unmarshal([]byte(line), &a))
		require.Equal(t, fmt.Sprint(i), a.ID)
		require.NoError(t, a.Document.Validate())
		require.Equal(t, "Zoë Müller", a.Document.Who(&a.Document.Quotes[0]))
		require.Equal(t, "2015-09-22", a.Document.Dates[0].Value)
	}
	require.Equal(t, []string{
		`{"line":201,"error":"invalid character 'o' looking for beginning of value"}`,
		`{"id":"x","line":202,"error":"published \"soon\" is no day such as 2015-09-24"}`,
		`{"id":"y","line":203,"error":"extract: text is 5 MB, limit 4 MB"}`,
	}, lines[100:])
}

func TestSameBytesEachTime(t *testing.T) {
	t.Parallel()
	in := strings.Repeat(`{"id":"a","text":"“No,” said Ann Lee, the mayor of Oslo."}`+"\n", 50)
	var first, second strings.Builder
	require.NoError(t, run(context.Background(), strings.NewReader(in), &first))
	require.NoError(t, run(context.Background(), strings.NewReader(in), &second))
	require.Equal(t, first.String(), second.String())
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out strings.Builder
	require.ErrorIs(t, run(ctx, strings.NewReader(strings.Repeat("{}\n", 100)), &out), context.Canceled)
}

// broken cannot be read or written.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Read([]byte) (int, error)  { return 0, errBroken }
func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestBrokenStreams(t *testing.T) {
	t.Parallel()
	require.ErrorIs(t, run(context.Background(), broken{}, &strings.Builder{}), errBroken)
	require.ErrorIs(t, run(context.Background(), strings.NewReader("{}"), broken{}), errBroken)
}
