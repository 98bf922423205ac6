package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/diff"
)

const (
	monday  = "Rain fell. “We will not sell the yard,” said Ann Lee. The owner hired 300 people. “It is late,” said Ann Lee."
	tuesday = "Snow fell on Tuesday. Rain fell. “We will never sell the yard,” said Ann Lee. The owner hired 200 people. “It is late,” said Bob Ray."
)

// versions writes two versions of an article in many forms.
func versions(t *testing.T) func(name string) string {
	t.Helper()
	dir := write(t, map[string]string{
		"a.txt": monday, "b.txt": tuesday, "same.md": monday,
		"a.html":     "<html><head><title>The yard</title></head><body><article><p>" + monday + "</p></article></body></html>",
		"b.json":     `{"id": "b", "text": "` + tuesday + `"}`,
		"two.ndjson": `{"text": "Rain fell."}` + "\n" + `{"text": "Snow fell."}` + "\n",
		"bad.json":   `{"schema": "whosaid/1", "text": 7}`,
	})
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, to := range []string{"json", "ndjson"} {
		status, _, errs := cli(t, "", "extract", "-q", "--to", to, "-o", at("doc."+to), at("a.txt"))
		require.Equal(t, 0, status, errs)
	}
	return at
}

func TestDiffSame(t *testing.T) {
	t.Parallel()
	at := versions(t)
	for _, name := range []string{"same.md", "doc.json", "doc.ndjson"} {
		status, out, errs := cli(t, "", "diff", at("a.txt"), at(name))
		require.Equal(t, 0, status, out+errs)
		require.Empty(t, out)
	}
	status, out, _ := cli(t, monday, "diff", "-", at("a.txt"))
	require.Equal(t, 0, status, out)
}

func TestDiff(t *testing.T) {
	t.Parallel()
	at := versions(t)
	for _, pair := range [][2]string{{"a.txt", "b.txt"}, {"doc.json", "b.json"}} {
		status, out, errs := cli(t, "", "diff", at(pair[0]), at(pair[1]))
		require.Equal(t, 1, status, errs)
		require.NotContains(t, out, "Rain fell", "what only moved has not changed")
		for _, want := range []string{
			"  + Snow fell on Tuesday.\n", "  + Bob Ray [person", "  + Tuesday [DATE",
			"text\n  ~ “We will [-not-] {+never+} sell the yard,” said Ann Lee.\n  ~ The owner hired [-300-] {+200+} people.\n",
			"quotes\n  ~ We will [-not-] {+never+} sell the yard, [Ann Lee, said, direct]\n",
			"  ~ It is late, [Ann Lee, said, direct → Bob Ray, said, direct]\n",
			"  ~ The owner hired 300 people [narrator, quantity]            | The owner hired 200 people [narrator, quantity]\n",
		} {
			require.Contains(t, out, want)
		}
	}
	_, out, _ := cli(t, "", "diff", "--layers", "dates,quotes", at("a.html"), at("b.txt"))
	require.True(t, strings.HasPrefix(out, "dates\n  + Tuesday"), out)
	require.NotContains(t, out, "text\n")
	_, out, _ = cli(t, "", "diff", "--layers", "quotes", "--json", at("a.txt"), at("b.txt"))
	var c diff.Change
	first, _, _ := strings.Cut(out, "\n")
	require.NoError(t, json.Unmarshal([]byte(first), &c))
	require.Equal(t, diff.Change{
		Part: diff.Quotes, Old: "We will not sell the yard,", New: "We will never sell the yard,", OldRead: "Ann Lee, said, direct",
		NewRead: "Ann Lee, said, direct",
		Words:   []diff.Edit{{Op: "same", Words: "We will"}, {Op: "gone", Words: "not"}, {Op: "new", Words: "never"}, {Op: "same", Words: "sell the yard,"}},
	}, c)
}

func TestDiffWrongUse(t *testing.T) {
	t.Parallel()
	at := versions(t)
	for want, args := range map[string][]string{
		"missing.json: no such file":                   {at("a.txt"), at("missing.json")},
		"holds 2 articles":                             {at("two.ndjson"), at("a.txt")},
		"bad.json: ":                                   {at("a.txt"), at("bad.json")},
		`--layers: no layer "verbs"`:                   {at("a.txt"), at("b.txt"), "--layers", "verbs"},
		"1 argument; usage: whosaid diff OLD NEW; see": {at("a.txt")},
	} {
		status, out, errs := cli(t, "", append([]string{"diff"}, args...)...)
		require.Equal(t, statusUsage, status, errs)
		require.Empty(t, out)
		require.Contains(t, errs, want)
	}
}
