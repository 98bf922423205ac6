package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
)

// news makes a database of three articles.
func news(t *testing.T) string {
	t.Helper()
	dir := write(t, map[string]string{"in.ndjson": `{"id":"a","published":"2020-01-02","title":"One","text":"“We will not sell,” said Ann Lee, chief executive of Orbit Labs. Lee denied that the bank of Peru was closed."}
{"id":"b","published":"2020-02-03","text":"“Berlin is 100% safe,” Ann Lee said on Monday. Officials said the bridge was closed."}
{"id":"c","text":"Rain fell."}
`})
	out := filepath.Join(dir, "100% new?.db")
	status, _, errs := cli(t, "", "extract", "-q", "--to", "sqlite", "-o", out, filepath.Join(dir, "in.ndjson"))
	require.Equal(t, 0, status, errs)
	return out
}

func TestWho(t *testing.T) {
	t.Parallel()
	db := news(t)
	for _, name := range []string{"Ann Lee", "ann lee", "lee"} {
		status, out, _ := cli(t, "", "who", name, db)
		require.Equal(t, 0, status, name)
		require.Contains(t, out, "Ann Lee (person): quoted 3 times", name)
		require.Contains(t, out, "2020-01-02 to 2020-02-03", name)
		require.Contains(t, out, "roles: chief executive", name)
		require.Contains(t, out, "Berlin is 100% safe", name)
	}
	for _, name := range []string{"officials", "Nobody", "%", "_", `"`, "'; DROP TABLE quotes --"} {
		status, out, errs := cli(t, "", "who", name, db)
		require.Equal(t, 1, status, name)
		require.Empty(t, out)
		require.Contains(t, errs, "nothing found")
	}
}

func TestQuotes(t *testing.T) {
	t.Parallel()
	db := news(t)
	for name, c := range map[string]struct {
		args []string
		want string // the words that each quote found begins with
	}{
		"all":          {nil, "We will|the bank|Berlin is|the bridge"},
		"speaker":      {[]string{"--speaker", "Lee"}, "We will|the bank|Berlin is"},
		"cue class":    {[]string{"--cue", "deny"}, "the bank"},
		"cue":          {[]string{"--cue", "denied"}, "the bank"},
		"form":         {[]string{"--form", "direct"}, "We will|Berlin is"},
		"source type":  {[]string{"--source-type", "namedPerson", "--form", "direct"}, "We will|Berlin is"},
		"about a name": {[]string{"--about", "Berlin"}, "Berlin is"},
		"about a word": {[]string{"--about", `bridge`}, "the bridge"},
		"words":        {[]string{"--words", "clos*"}, "the bank|the bridge"},
		"since":        {[]string{"--since", "2020-02-03"}, "Berlin is|the bridge"},
		"until":        {[]string{"--until", "2020-01-02"}, "We will|the bank"},
		"limit":        {[]string{"-n", "1"}, "We will"},
		"several":      {[]string{"--speaker", "ann lee", "--cue", "say", "--since", "January 3, 2020"}, "Berlin is"},
		"none":         {[]string{"--about", `"quotation" mark's`}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, out, errs := cli(t, "", append([]string{"quotes", "--json", db}, c.args...)...)
			if c.want == "" {
				require.Equal(t, 1, status)
				require.Contains(t, errs, "nothing found")
				return
			}
			require.Equal(t, 0, status, errs)
			want := strings.Split(c.want, "|")
			lines := strings.Split(strings.TrimSpace(out), "\n")
			require.Len(t, lines, len(want), out)
			for i, line := range lines {
				var q struct{ Words string }
				require.NoError(t, json.Unmarshal([]byte(line), &q))
				require.True(t, strings.HasPrefix(q.Words, want[i]), "%s: %s", want[i], q.Words)
			}
		})
	}
}

func TestQuotesOfAWrongDatabase(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a.db": "no database at all, but longer than its head"})
	for _, name := range []string{"a.db", "missing.db"} {
		status, _, errs := cli(t, "", "quotes", filepath.Join(dir, name))
		require.Equal(t, 1, status)
		require.Contains(t, errs, name)
	}
	require.NoFileExists(t, filepath.Join(dir, "missing.db"))
}

func TestLastDay(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{"2020": "2020-12-31", "2020-02": "2020-02-29", "2020-02-03": "2020-02-03", "1580688000": "2020-02-03"} {
		day, err := input.ParseDate(s)
		require.NoError(t, err)
		require.Equal(t, want, lastDay(s, day).Format("2006-01-02"), s)
	}
}
