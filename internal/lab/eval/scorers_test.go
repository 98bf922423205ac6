package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/lab/outside"
)

var update = flag.Bool("update", false, "run the scorers of ../shared/score anew and rewrite testdata/expected.json")

// runs are the measures that ours and the official scorers must agree on.
var runs = []struct {
	scorer string
	flags  []string
	opts   Options
	ours   func(*Report) any
}{
	{"ner.py", nil, Options{}, names},
	{"ner.py", []string{"--fac-as-place"}, Options{FacAsPlace: true}, names},
	{"dates.py", nil, Options{RawValues: true}, dates},
	{"dates.py", []string{"--norm"}, Options{}, dates},
	{"dates.py", []string{"--norm", "--types", "DATE,TIME"}, Options{Types: []string{"DATE", "TIME"}}, dates},
	{"quotes.py", nil, Options{}, quotes},
	{"quotes.py", []string{"--speech"}, Options{Speech: true}, quotes},
	{"quotes.py", []string{"--types", "direct"}, Options{Types: []string{"direct"}}, quotes},
	{"quotes.py", []string{"--speech", "--types", "indirect,mixed"}, Options{Speech: true, Types: []string{"indirect", "mixed"}}, quotes},
	{"sentences.py", nil, Options{}, func(r *Report) any { return r.Sentences }},
	{"claims.py", nil, Options{}, func(r *Report) any { return r.Claims }},
}

func names(r *Report) any  { return r.Names }
func dates(r *Report) any  { return r.Dates }
func quotes(r *Report) any { return r.Quotes }

// TestScorers holds our measures equal to those of the official scorers, on
// testdata/gold.jsonl and testdata/pred.jsonl, which are our own invention.
// Their figures stand in testdata/expected.json, written by
//
//	go test ./internal/lab/eval -run TestScorers -update
func TestScorers(t *testing.T) {
	t.Parallel()
	expected := map[string]json.RawMessage{}
	const file = "testdata/expected.json"
	if *update {
		for _, r := range runs {
			expected[runName(r.scorer, r.flags)] = official(t, r.scorer, "testdata/gold.jsonl", "testdata/pred.jsonl", r.flags)
		}
		b, err := json.MarshalIndent(expected, "", " ")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, append(b, '\n'), 0o644))
	}
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &expected))
	require.Len(t, expected, len(runs))
	for _, r := range runs {
		t.Run(runName(r.scorer, r.flags), func(t *testing.T) {
			t.Parallel()
			equal(t, expected[runName(r.scorer, r.flags)], r.ours(scoreFiles(t, "testdata/gold.jsonl", "testdata/pred.jsonl", r.opts)))
		})
	}
}

// TestOfficialScorers runs the official scorers themselves, where they are
// there, so that a change of theirs is noticed.
func TestOfficialScorers(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("starts a process for each measure")
	}
	outside.Path(t, "score")
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("needs python3")
	}
	for _, r := range runs {
		t.Run(runName(r.scorer, r.flags), func(t *testing.T) {
			t.Parallel()
			want := official(t, r.scorer, "testdata/gold.jsonl", "testdata/pred.jsonl", r.flags)
			equal(t, want, r.ours(scoreFiles(t, "testdata/gold.jsonl", "testdata/pred.jsonl", r.opts)))
		})
	}
}

func runName(scorer string, flags []string) string {
	return strings.Join(append([]string{scorer}, flags...), " ")
}

func official(t *testing.T, scorer, gold, pred string, flags []string) json.RawMessage {
	args := append([]string{outside.Path(t, "score", scorer), gold, pred}, flags...)
	out, err := exec.Command("python3", args...).Output()
	require.NoError(t, err)
	var compact bytes.Buffer
	require.NoError(t, json.Compact(&compact, out))
	return compact.Bytes()
}

func scoreFiles(t *testing.T, gold, pred string, o Options) *Report {
	p, err := os.Open(pred)
	require.NoError(t, err)
	defer p.Close()
	records, err := ReadRecords(p)
	require.NoError(t, err)
	g, err := os.Open(gold)
	require.NoError(t, err)
	defer g.Close()
	r, err := ScoreRecords(context.Background(), records, g, o)
	require.NoError(t, err)
	return r
}

// equal compares figures as JSON, key by key.
func equal(t *testing.T, want json.RawMessage, got any) {
	b, err := json.Marshal(got)
	require.NoError(t, err)
	require.Equal(t, indented(t, want), indented(t, b))
}

// indented is JSON with sorted keys, a key a line, numbers in one form.
func indented(t *testing.T, b []byte) string {
	var v any
	require.NoError(t, json.Unmarshal(b, &v), string(b))
	out, err := json.MarshalIndent(v, "", " ")
	require.NoError(t, err)
	return string(out)
}
