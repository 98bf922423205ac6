package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/verify"
)

// verified are a source, as a file and as a database, and two answers to check
// against it.
func verified(t *testing.T) (dir string) {
	t.Helper()
	dir = write(t, map[string]string{
		"a.html": `<html><head><title>The yard</title><meta property="article:published_time" content="2020-01-02"></head><body><article><h1>The yard</h1>
<p>Rain fell on the yard all day, and nobody went out to look after the boats, which lay in the mud as they had all the winter before.</p>
<p>“We will not sell the yard,” said Ann Lee, chief executive of Orbit Labs. Lee denied that the bank of Peru had been closed by the police.</p></article></body></html>`,
		"right.md": "## Summary\n\n> **Lee**: “We will not sell the yard”\n\nLee denied that the bank of Peru had been closed.\n",
		"wrong.md": "“We will never sell the yard,” said Lee. Lee said that the bank of Peru had been closed.\n",
		"open.txt": "Lee said that her firm would keep the premises.\n",
	})
	status, _, errs := cli(t, "", "extract", "-q", "--to", "sqlite", "-o", filepath.Join(dir, "news.db"), filepath.Join(dir, "a.html"))
	require.Equal(t, 0, status, errs)
	return dir
}

func TestVerify(t *testing.T) {
	t.Parallel()
	dir := verified(t)
	for _, source := range []string{"a.html", "news.db"} {
		at := filepath.Join(dir, source)
		status, out, errs := cli(t, "", "verify", filepath.Join(dir, "right.md"), "--source", at)
		require.Equal(t, statusOK, status, out+errs)
		require.Contains(t, out, "right.md:3:13: verbatim: “We will not sell the yard” (Lee)\n")
		require.Contains(t, out, "right.md:5:17: faithful: the bank of Peru had been closed (Lee)\n")
		require.True(t, strings.HasSuffix(out, "2 checked: 1 verbatim, 1 faithful\n"), out)

		status, out, errs = cli(t, "", "verify", filepath.Join(dir, "wrong.md"), "-s", at)
		require.Equal(t, statusRecords, status, out)
		require.Empty(t, errs)
		require.Contains(t, out, ":1:2: altered: “We will never sell the yard,” (Lee)\n    We will [-not-] {+never+} sell the yard\n")
		require.Contains(t, out, " · The yard · 2020-01-02 · Ann Lee\n      “We will not sell the yard,” said Ann Lee, chief executive of Orbit Labs.\n")
		require.Contains(t, out, "denied: the bank of Peru had been closed (Lee)\n")
	}
}

func TestVerifyFlags(t *testing.T) {
	t.Parallel()
	dir := verified(t)
	at := []string{"--source", filepath.Join(dir, "a.html"), "--source", filepath.Join(dir, "news.db")}
	call := func(stdin string, args ...string) (int, string) {
		status, out, errs := cli(t, stdin, append(append([]string{"verify"}, args...), at...)...)
		require.Empty(t, errs)
		return status, out
	}
	answer := "“We will not sell the yard,” said Lee. “We will never sell the yard,” said Lee. Lee said that her firm would keep the premises."

	status, out := call(answer, "-", "--json")
	require.Equal(t, statusRecords, status)
	var verdicts []verify.Verdict
	for line := range strings.Lines(out) {
		var f verify.Finding
		require.NoError(t, json.Unmarshal([]byte(line), &f))
		verdicts = append(verdicts, f.Verdict)
	}
	require.Equal(t, []verify.Verdict{verify.Verbatim, verify.Altered, verify.NotChecked}, verdicts)

	_, out = call(answer, "-", "--csv", "--wrong")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2)
	require.Equal(t, []string{"altered", "quotation", "1", "41", "46", "74", "We will never sell the yard,", "Ann Lee"}, append(rows[1][:7:7], "Ann Lee"))

	status, out = call("", filepath.Join(dir, "open.txt"))
	require.Equal(t, statusOK, status)
	require.Contains(t, out, "1 checked: 1 not checked\n")
	status, _ = call("", filepath.Join(dir, "open.txt"), "--strict")
	require.Equal(t, statusRecords, status)
	status, out = call("Rain fell.", "-")
	require.Equal(t, statusOK, status)
	require.Contains(t, out, "nothing to check")
}

func TestVerifyWrongUse(t *testing.T) {
	t.Parallel()
	dir := verified(t)
	answer, source := filepath.Join(dir, "right.md"), filepath.Join(dir, "a.html")
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no source":      {[]string{answer}, "--source is missing"},
		"no answer":      {[]string{"-s", source}, "0 arguments; usage: whosaid verify ANSWER --source"},
		"input twice":    {[]string{"-", "-s", "-"}, "not two of these"},
		"answer missing": {[]string{filepath.Join(dir, "x.txt"), "-s", source}, "x.txt: no such file"},
		"source missing": {[]string{answer, "-s", source, "-s", filepath.Join(dir, "x.html")}, "x.html: no such file"},
		"both forms":     {[]string{answer, "-s", source, "--csv", "--json"}, "[csv json]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, out, errs := cli(t, "", append([]string{"verify"}, c.args...)...)
			require.Equal(t, statusUsage, status, errs)
			require.Empty(t, out)
			require.Contains(t, errs, c.want)
		})
	}
}

// TestVerifyHoldsToCorrections, those of a file and those of a database.
func TestVerifyHoldsToCorrections(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"a.html": `<html><head><title>The yard</title></head><body><article><h1>The yard</h1>
<p>Rain fell on the yard all day, and nobody went out to look after the boats, which lay in the mud as they had all the winter before.</p>
<p>“We will not sell the yard,” said Antonia Velasco, chief executive of Orbit Labs.</p>
<p>“The crane is too old for this,” said Max Hale, a welder.</p></article></body></html>`,
	})
	at, base := filepath.Join(dir, "a.html"), filepath.Join(dir, "news.db")
	status, _, errs := cli(t, "", "extract", "-q", "--to", "sqlite", "-o", base, at)
	require.Equal(t, 0, status, errs)
	const yard, crane = "“We will not sell the yard,” said ", "“The crane is too old for this,” said "
	for _, c := range []struct{ fix, answer, before, after string }{
		{"same: Antonia Velasco | Toni Marsh", yard + "Toni Marsh.", "other speaker", "verbatim"},
		{"same: Antonia Velasco | Max Hale", yard + "Max Hale.", "other speaker", "verbatim"},
		{"not the same: Antonia Velasco | Velasco", yard + "Velasco.", "verbatim", "other speaker"},
		{"speaker: * | the crane is | Bo Day", crane + "Day.", "other speaker", "verbatim"},
		{"speaker: * | the crane is | Bo Day", crane + "Max Hale.", "verbatim", "other speaker"},
		{"speaker: b.html | the crane is | Bo Day", crane + "Max Hale.", "verbatim", "verbatim"},
		{"speaker: " + at + " | the crane is | Bo Day", crane + "Max Hale.", "verbatim", "other speaker"},
		{"missing source: * | the crane is | a foreman", crane + "the foreman.", "verbatim", "verbatim"},
		{"missing source: * | the crane is | a foreman", crane + "Max Hale.", "verbatim", "other speaker"},
		{"no name: Max Hale", crane + "Velasco.", "other speaker", "verbatim"}, // nobody is known to have said it
	} {
		fixes := filepath.Join(t.TempDir(), "fixes.txt")
		require.NoError(t, os.WriteFile(fixes, []byte(c.fix+"\n"), 0o644))
		verdict := func(args ...string) string {
			_, out, errs := cli(t, c.answer, append([]string{"verify", "-", "--source"}, args...)...)
			require.Empty(t, errs)
			_, out, _ = strings.Cut(out, ": ")
			out, _, _ = strings.Cut(out, ":")
			return out
		}
		cli(t, "", "correct", base, os.DevNull)
		require.Equal(t, []string{c.before, c.before}, []string{verdict(at), verdict(base)}, "%v", c)
		require.Equal(t, c.after, verdict(at, "--corrections", fixes), "%v", c)
		cli(t, "", "correct", base, fixes)
		require.Equal(t, c.after, verdict(base), "%v", c)
	}
	status, _, errs = cli(t, "", "verify", at, "-s", at, "--corrections", at)
	require.Equal(t, statusUsage, status)
	require.Contains(t, errs, "a.html: line 1: ")
}
