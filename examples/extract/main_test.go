package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
)

const article = "../../testdata/article.txt"

// exec runs the program.
func exec(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, err strings.Builder
	status = run(args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

func TestReport(t *testing.T) {
	t.Parallel()
	status, out, errs := exec("", "-date", "2015-09-24", article)
	require.Equal(t, 0, status)
	require.Empty(t, errs)
	require.Contains(t, out, "28 sentences, ")
	require.NotRegexp(t, `(?m) $`, out, "no space at the end of a line")
	require.Regexp(t, `(?m)^Yu Sicheng +person +\d+ +\d+ +vice president.*Aliyun\.com`, out)
	require.Regexp(t, `(?m)^Microsoft +organization +\d+`, out)
	require.Regexp(t, `(?m)^PLACES: China \(\d+\), `, out)
	require.Regexp(t, `(?m)^ *\d+\. Herbert Lin as “Lin” \(said, direct\)\n     “And progress is certainly possible`, out)
}

// People without a name stand apart from those with one.
func TestReportDescribed(t *testing.T) {
	t.Parallel()
	_, out, _ := exec("A forklift driver saw the fire. “I ran,” the driver told Ann Lee.")
	require.Regexp(t, `(?m)^NAME.*\nAnn Lee +person +1 +0$`, out)
	require.Regexp(t, `(?m)^ALSO IN THE STORY.*\nA forklift driver +person, one +2 +1$`, out)
	_, out, _ = exec("Ann Lee left.")
	require.NotContains(t, out, "ALSO")
}

func TestJSON(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(article)
	require.NoError(t, err)
	status, out, errs := exec("", "-json", "-date", "2015-09-24", article)
	require.Equal(t, 0, status)
	require.Empty(t, errs)
	require.Equal(t, 1, strings.Count(out, "\n"), "one line for one Document")
	var d whosaid.Document
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	require.NoError(t, d.Validate())
	require.Equal(t, string(text), d.Text)
	require.Equal(t, time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC), d.Published)
}

func TestStandardInput(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"-"}} {
		status, out, errs := exec("\ufeff“Nö,” said Zoë Müller\r\nin Kiel 🚢.", args...)
		require.Equal(t, 0, status, errs)
		require.Contains(t, out, "Zoë Müller (said, direct)\n     “Nö,”")
	}
}

func TestSeveralFiles(t *testing.T) {
	t.Parallel()
	other := filepath.Join(t.TempDir(), "other.txt")
	require.NoError(t, os.WriteFile(other, []byte("Rain fell."), 0o600))
	status, out, errs := exec("", other, "missing.txt", other)
	require.Equal(t, 1, status)
	require.Equal(t, "extract: missing.txt: no such file or directory\n", errs)
	require.Equal(t, 2, strings.Count(out, "== "+other+"\n1 sentence, 0 people, 0 organizations, 0 places, 0 dates, 0 quotes\n"), "the files that can be read are")
}

func TestFailuresAreOneLine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	blank := filepath.Join(dir, "blank.txt")
	require.NoError(t, os.WriteFile(blank, []byte(" \r\n\t"), 0o600))
	large := filepath.Join(dir, "large.txt")
	require.NoError(t, os.WriteFile(large, []byte(strings.Repeat("word ", 1<<20)), 0o600))
	for _, c := range []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"unknown flag", []string{"-x"}, 2, "flag provided but not defined: -x"},
		{"flag without its value", []string{"-date"}, 2, "flag needs an argument: -date"},
		{"no date", []string{"-date", "Tuesday"}, 2, `-date "Tuesday" is no day such as 2015-09-24`},
		{"no such day", []string{"-date", "2015-02-30"}, 2, `-date "2015-02-30" is no day such as 2015-09-24`},
		{"no such file", []string{"missing.txt"}, 1, "missing.txt: no such file or directory"},
		{"directory", []string{dir}, 1, dir + ": is a directory"},
		{"blank file", []string{blank}, 1, blank + ": the text is empty"},
		{"large file", []string{large}, 1, large + ": extract: text is 5 MB, limit 4 MB"},
		{"empty standard input", nil, 1, "standard input: the text is empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			status, out, errs := exec("", c.args...)
			require.Equal(t, c.status, status)
			require.Empty(t, out)
			require.Equal(t, 1, strings.Count(errs, "\n"), errs)
			require.True(t, strings.HasPrefix(errs, "extract: "+c.want), errs)
		})
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	status, out, errs := exec("", "-h")
	require.Equal(t, 0, status)
	require.Empty(t, errs)
	require.Equal(t, help+"\n", out)
	require.Contains(t, out, usage)
}

// broken is a file that cannot be read or written.
type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errors.New("no tape") }
func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestBrokenStreams(t *testing.T) {
	t.Parallel()
	var out, errs strings.Builder
	require.Equal(t, 1, run(nil, broken{}, &out, &errs))
	require.Equal(t, "extract: standard input: no tape\n", errs.String())
	errs.Reset()
	require.Equal(t, 1, run(nil, strings.NewReader("Rain fell."), broken{}, &errs))
	require.Equal(t, "extract: disk full\n", errs.String())
}

func TestNothingControlsTheTerminal(t *testing.T) {
	t.Parallel()
	status, out, _ := exec("“Stop\x1b[31m it,” said Ann\tLee\x07 of \x9b\xff Orbit Labs.\n")
	require.Equal(t, 0, status)
	require.NotContains(t, out, "\x1b")
	require.NotContains(t, out, "\x07")
}

// TestEachKindIsPrinted: the report leaves out no kind of entity.
func TestEachKindIsPrinted(t *testing.T) {
	t.Parallel()
	d := &whosaid.Document{}
	for i, k := range whosaid.EntityKind.Values("") {
		d.Entities = append(d.Entities, whosaid.Entity{ID: whosaid.EntityID(i + 1), Kind: k, Name: "Zork " + string(k), Mentions: []int{i}})
	}
	var out strings.Builder
	require.NoError(t, report(&out, d))
	for _, e := range d.Entities {
		require.Regexp(t, `(?m)^`+e.Name+` +`+string(e.Kind)+` +1 |^(?i:`+string(e.Kind)+`)S: `+e.Name+` \(1\)$`, out.String())
	}
}
