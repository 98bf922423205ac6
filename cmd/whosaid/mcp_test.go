package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/require"
)

// client runs whosaid mcp and connects to it.
func client(t *testing.T, args ...string) *mcp.ClientSession {
	t.Helper()
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	done := make(chan int, 1)
	go func() {
		var errs strings.Builder
		done <- run(ctx, append([]string{"mcp"}, args...), in, out, &errs)
		out.Close()
	}()
	c := mcp.NewClient(&mcp.Implementation{Name: "test"}, nil)
	s, err := c.Connect(ctx, &mcp.IOTransport{Reader: fromServer, Writer: toServer}, nil)
	require.NoError(t, err)
	t.Cleanup(func() {
		s.Close()
		toServer.Close()
		require.Equal(t, statusOK, <-done, "the server ends when its client goes")
		cancel()
	})
	return s
}

// call calls a tool, and gives its answer, or the text of its error.
func call(t *testing.T, s *mcp.ClientSession, tool string, args map[string]any) (answer map[string]any, failed string) {
	t.Helper()
	r, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		return nil, err.Error()
	}
	text := r.Content[0].(*mcp.TextContent).Text
	if r.IsError {
		return nil, text
	}
	require.NoError(t, json.Unmarshal([]byte(text), &answer))
	return answer, ""
}

func TestMCPTools(t *testing.T) {
	t.Parallel()
	path, _ := collection(t)
	for want, s := range map[string]*mcp.ClientSession{
		"extract verify": client(t), "extract quotes search verify who": client(t, path),
	} {
		list, err := s.ListTools(context.Background(), nil)
		require.NoError(t, err)
		var names []string
		for _, tool := range list.Tools {
			names = append(names, tool.Name)
			require.True(t, tool.Annotations.ReadOnlyHint)
			require.False(t, *tool.Annotations.OpenWorldHint)
			require.NotEmpty(t, tool.Description)
			require.NotNil(t, tool.OutputSchema)
		}
		require.ElementsMatch(t, strings.Fields(want), names)
	}
}

func TestMCPExtract(t *testing.T) {
	t.Parallel()
	s := client(t)
	a, failed := call(t, s, "extract", map[string]any{"text": article, "published": "2015-09-24"})
	require.Empty(t, failed)
	q := a["quotes"].([]any)[0].(map[string]any)
	require.Equal(t, []any{"We will not sell,", "Ann Lee", "said"}, []any{q["words"], q["speaker"], q["cue"]})
	require.Equal(t, "“We will not sell,”", article[int(q["start"].(float64)):int(q["end"].(float64))])
	require.Contains(t, q["sentence"], "said Ann Lee")
	require.NotEmpty(t, a["claims"])
	a, failed = call(t, s, "extract", map[string]any{"text": article, "layers": []string{"dates"}})
	require.Empty(t, failed)
	require.NotContains(t, a, "quotes")
	require.Contains(t, a, "dates")
	for want, args := range map[string]map[string]any{
		"no layer": {"text": "a", "layers": []string{"verbs"}}, "is not a date": {"text": "a", "published": "soon"},
		"at most 1048576 are read": {"text": strings.Repeat("a", 1<<20+1)}, "text": {},
	} {
		_, failed := call(t, s, "extract", args)
		require.Contains(t, failed, want)
	}
}

func TestMCPDatabase(t *testing.T) {
	t.Parallel()
	path, _ := collection(t)
	s := client(t, path)
	a, failed := call(t, s, "who", map[string]any{"name": "hale", "limit": 1})
	require.Empty(t, failed)
	require.Len(t, a["found"], 1)
	require.Equal(t, "Max Hale", a["found"].([]any)[0].(map[string]any)["name"])
	a, failed = call(t, s, "quotes", map[string]any{"speaker": "Max Hale", "since": "2016-03-02", "limit": 1, "context": 1})
	require.Empty(t, failed)
	require.Equal(t, 2.0, a["count"])
	q := a["found"].([]any)[0].(map[string]any)
	require.Equal(t, "https://www.example.com/a2", q["url"])
	require.Contains(t, q["context"], "Officials said")
	require.Greater(t, q["score"], 0.5)
	a, failed = call(t, s, "search", map[string]any{"words": "COVID-19"})
	require.Empty(t, failed)
	require.Equal(t, 1.0, a["count"])
	a, failed = call(t, s, "search", map[string]any{"words": "nothing of the kind"})
	require.Empty(t, failed)
	require.Equal(t, []any{}, a["found"])
	a, failed = call(t, s, "verify", map[string]any{"answer": "“We will not sell the yard,” the owner said."})
	require.Empty(t, failed)
	require.Equal(t, []any{"1 checked: 1 verbatim", 0.0}, []any{a["summary"], a["wrong"]})
	_, failed = call(t, s, "quotes", map[string]any{"until": "soon"})
	require.Contains(t, failed, "is not a date")
}

func TestMCPVerify(t *testing.T) {
	t.Parallel()
	s := client(t)
	a, failed := call(t, s, "verify", map[string]any{
		"answer":  "“We will never sell,” said Lee.",
		"sources": []map[string]any{{"text": article, "url": "https://example.com/yard"}},
	})
	require.Empty(t, failed)
	require.Equal(t, 1.0, a["wrong"])
	f := a["findings"].([]any)[0].(map[string]any)
	require.Equal(t, "altered", f["verdict"])
	require.Equal(t, "https://example.com/yard", f["places"].([]any)[0].(map[string]any)["url"])
	_, failed = call(t, s, "verify", map[string]any{"answer": "“We stay,” said Lee."})
	require.Contains(t, failed, "sources are missing")
}

// TestMCPLines: what a client without a library sends is answered line by line.
func TestMCPLines(t *testing.T) {
	t.Parallel()
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- run(context.Background(), []string{"mcp"}, in, out, io.Discard)
	}()
	lines := bufio.NewScanner(fromServer)
	lines.Buffer(nil, 1<<20)
	for _, ask := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`,
		`{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n" + `{"jsonrpc":"2.0","id":2,"method":"tools/list"}`,
		`{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"extract","arguments":{"text":"Rain fell."}}}`,
	} {
		_, err := io.WriteString(toServer, ask+"\n")
		require.NoError(t, err)
		require.True(t, lines.Scan())
		var m struct{ Result map[string]any }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
		require.NotEmpty(t, m.Result, lines.Text())
	}
	require.NoError(t, toServer.Close())
	require.Equal(t, statusOK, <-done)

	// From a file, the input ends before the answers begin.
	status, answers, errs := cli(t, `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
{"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"extract","arguments":{"text":"Rain fell."}}}
`, "mcp")
	require.Equal(t, statusOK, status, errs)
	require.Equal(t, 2, strings.Count(answers, "\n"))
	require.Contains(t, answers, `"id":"two"`)
	status, _, errs = cli(t, "", "mcp", filepath.Join(t.TempDir(), "missing.db"))
	require.Equal(t, statusRecords, status)
	require.Contains(t, errs, "no such database")
}
