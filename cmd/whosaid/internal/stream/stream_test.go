package stream

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/extract"
)

// echo answers a line with itself, unless it is asked to fail.
func echo(_ context.Context, line []byte, w io.Writer) error {
	switch string(line) {
	case "fail":
		return errors.New(`not "this"`)
	case "panic":
		panic("no more")
	}
	_, err := fmt.Fprintf(w, "<%s>\n", line)
	return err
}

// TestEachLineHasAnAnswer, at once: the next line is sent when the answer to the
// one before has come.
func TestEachLineHasAnAnswer(t *testing.T) {
	t.Parallel()
	in, lines := io.Pipe()
	answers, out := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- Run(context.Background(), in, out, 8, echo) }()
	for _, c := range [][2]string{
		{"Zoë", "<Zoë>"}, {"", "<>"}, {"fail", `{"error":"not \"this\""}`}, {"12345678", "<12345678>"},
		{strings.Repeat("9", 100_000), `{"error":"the line is too long: 100001 bytes, limit 8"}`},
	} {
		_, err := io.WriteString(lines, c[0]+"\n")
		require.NoError(t, err)
		got := make([]byte, len(c[1])+1)
		_, err = io.ReadFull(answers, got)
		require.NoError(t, err)
		require.Equal(t, c[1]+"\n", string(got))
	}
	lines.Close()
	require.NoError(t, <-done)
}

func TestPanicsAndTheLastLine(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, Run(context.Background(), strings.NewReader("panic\nlast"), &out, 8, echo))
	require.Regexp(t, `^\{"error":"internal error at .*no more"\}\n<last>\n$`, out.String())
}

func TestBrokenStreams(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	require.ErrorIs(t, Run(context.Background(), iotest.ErrReader(broken), io.Discard, 8, echo), broken)
	_, closed := io.Pipe()
	closed.CloseWithError(broken)
	require.Error(t, Run(context.Background(), strings.NewReader("a\n"), closed, 8, echo))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, Run(ctx, strings.NewReader("a\n"), io.Discard, 8, echo), context.Canceled)
}

// answers runs one line through articles.
func answers(t *testing.T, o input.Options, line string) string {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, Run(context.Background(), strings.NewReader(line), &out, 1<<20, Articles(x, o)))
	return out.String()
}

func TestArticles(t *testing.T) {
	t.Parallel()
	got := answers(t, input.Options{}, `{"id": "a", "text": "“Nö,” said Zoë Day on Tuesday.", "published": "2026-03-04", "url": "https://x.example/a"}`)
	var a struct {
		ID, URL  string
		Document struct {
			Quotes []any
			Dates  []struct{ Value string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(got), &a))
	require.Equal(t, []string{"a", "https://x.example/a"}, []string{a.ID, a.URL})
	require.Len(t, a.Document.Quotes, 1)
	require.Equal(t, "2026-03-03", a.Document.Dates[0].Value)
	require.Contains(t, answers(t, input.Options{}, "{"), `{"error":"not a JSON object`)
	require.Contains(t, answers(t, input.Options{}, "\n"), `{"error":"no article in the file"}`)
}

func TestFilesInBase64(t *testing.T) {
	t.Parallel()
	page := "<html><head><title>Mill</title></head><body><article><p>“We stay,” said Ann Lee.</p></article></body></html>"
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/b\r\nWARC-Record-ID: <urn:b>\r\n"+
		"WARC-Date: 2026-03-04T10:00:00Z\r\nContent-Length: %d\r\n\r\n", len(page)+44) +
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n\r\n"
	got := answers(t, input.Options{Format: "warc"}, base64.StdEncoding.EncodeToString([]byte(record)))
	require.Contains(t, got, `{"id":"urn:b","file":"-","line":1,"title":"Mill","url":"https://x.example/b","published":"2026-03-04T10:00:00Z"`)
	require.Contains(t, answers(t, input.Options{Format: "warc"}, "-"), `{"error":"not a file in base64`)
	require.Contains(t, answers(t, input.Options{Format: "warc"}, "V0FSQw=="), `{"error":"`)
}

func TestMerge(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, Merge(context.Background(), []byte(`{"documents": [
		{"doc": "x", "entities": [{"id": 3, "kind": "person", "name": "Lee"}]},
		{"doc": "y", "entities": [{"id": 1, "kind": "person", "name": "Ann Lee"}, {"id": 2, "kind": "organization", "name": "Orbit"}]}]}`), &out))
	require.JSONEq(t, `{"merged": [
		{"kind": "person", "name": "Ann Lee", "aliases": ["Lee"], "refs": [{"doc": "x", "entity": 3}, {"doc": "y", "entity": 1}]},
		{"kind": "organization", "name": "Orbit", "aliases": [], "refs": [{"doc": "y", "entity": 2}]}]}`, out.String())
	require.ErrorContains(t, Merge(context.Background(), []byte("{"), &out), "not a list of documents")
}
