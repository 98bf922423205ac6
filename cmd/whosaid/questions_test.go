package main

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// collection makes a database of articles of several outlets in which names have
// long and short forms.
func collection(t *testing.T) (path, in string) {
	t.Helper()
	dir := write(t, map[string]string{"in.ndjson": `{"id":"a1","url":"https://www.example.com/a1","published":"2016-03-01","title":"Hale in Lund","section":"World","text":"LUND — President Max Hale said on Tuesday that the embargo would end. “What's past is past,” Hale told reporters. Eva Hale met teachers. She said that 40 schools had no books."}
{"id":"a2","url":"https://www.example.com/a2","published":"2016-03-04","title":"COVID-19 fund","text":"Hale said the U.S. would pay for COVID-19 vaccines. Officials said the bridge was closed on March 2. “We will not sell the yard,” the owner said."}
{"id":"a3","url":"https://other.org/a3","published":"2016-06-04","title":"Yard","text":"Eva Hale opened the yard on Friday. “It is a good day,” she said. Max Hale denied that the bank had failed. The café was full."}
`})
	in, path = filepath.Join(dir, "in.ndjson"), filepath.Join(dir, "news.db")
	status, _, errs := cli(t, "", "extract", "-q", "--to", "sqlite", "-o", path, in)
	require.Equal(t, 0, status, errs)
	return path, in
}

// TestQuestions asks each kind of question; want is the words of the sentences
// that the answers stand in.
func TestQuestions(t *testing.T) {
	t.Parallel()
	path, _ := collection(t)
	const embargo, past, schools, covid, bridge = "President Max Hale said", "“What's past", "She said that", "Hale said the U.S.", "Officials said"
	for name, c := range map[string]struct {
		args []string
		want []string // what the sentences begin with, in order
	}{
		"search a word with a hyphen": {[]string{"search", "COVID-19"}, []string{covid}},
		"search an apostrophe":        {[]string{"search", "what's"}, []string{past}},
		"search with points":          {[]string{"search", "U.S."}, []string{covid}},
		"search without the accent":   {[]string{"search", "cafe"}, []string{"The café"}},
		"search in one sentence":      {[]string{"search", "hale embargo"}, []string{embargo}},
		"search two sentences":        {[]string{"search", "hale closed"}, nil},
		"search articles":             {[]string{"search", "--articles", "hale closed"}, []string{bridge}},
		"search, not":                 {[]string{"search", "--articles", "hale NOT teachers", "--sort", "date"}, []string{covid, "Eva Hale opened"}},
		"search a day":                {[]string{"search", "said", "--until", "2016-03-01", "--sort", "date"}, []string{embargo, schools}},
		"search an outlet":            {[]string{"search", "yard", "--outlet", "other.org"}, []string{"Eva Hale opened"}},
		"search nothing":              {[]string{"search", "--"}, nil},
		"search signs":                {[]string{"search", `"'; ) (* -`}, nil},
		"quotes with signs":           {[]string{"quotes", "--words", "COVID-19"}, []string{covid}},
		"quotes by score":             {[]string{"quotes", "--min-score", "0.99"}, nil},
		"quotes backwards":            {[]string{"quotes", "--sort", "-date", "--limit", "1"}, []string{"“It is a good"}},
		"quotes of a joined name":     {[]string{"quotes", "--speaker", "Max Hale"}, []string{embargo, past, covid, "Max Hale denied"}},
		"claims by a joined name":     {[]string{"claims", "--by", "Max Hale"}, []string{embargo, covid, "Max Hale denied"}},
		"claims of a type":            {[]string{"claims", "--type", "quantity"}, []string{schools}},
		"claims with a stance":        {[]string{"claims", "--stance", "denies"}, []string{"Max Hale denied"}},
		"claims about a name":         {[]string{"claims", "--about", "Eva Hale", "--by", "narrator"}, []string{"Eva Hale met", "Eva Hale opened"}},
		"claims with words":           {[]string{"claims", "--words", "book*"}, []string{schools}},
		"the most checkable claim":    {[]string{"claims", "--sort", "-checkable", "-n", "1"}, []string{schools}},
		"dates in their order":        {[]string{"dates"}, []string{embargo, bridge, "Eva Hale opened"}},
		"dates of a month":            {[]string{"dates", "--from", "2016-03", "--to", "2016-03"}, []string{embargo, bridge}},
		"dates of a day":              {[]string{"dates", "--from", "2016-03-02", "--to", "2016-03-02"}, []string{bridge}},
		"dates with words":            {[]string{"dates", "--words", "yard"}, []string{"Eva Hale opened"}},
		"dates by day of publication": {[]string{"dates", "--since", "2016-03-02", "--until", "2016-04"}, []string{bridge}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			status, out, errs := cli(t, "", append(c.args[:len(c.args):len(c.args)], "--json", path)...)
			if name == "search nothing" {
				status, out, errs = cli(t, "", "search", "--json", "--", "-", path)
			}
			if c.want == nil {
				require.Equal(t, statusRecords, status)
				require.Empty(t, out)
				require.Contains(t, errs, "nothing found")
				return
			}
			require.Equal(t, 0, status, errs)
			lines := strings.Split(strings.TrimSpace(out), "\n")
			require.Len(t, lines, len(c.want), out)
			for i, l := range lines {
				checkAnswer(t, l, c.want[i])
			}
		})
	}
}

// checkAnswer: an answer has its place and its sentence.
func checkAnswer(t *testing.T, line, begins string) {
	t.Helper()
	var a struct {
		Article, URL, Outlet, Sentence string
		Start, End                     int
	}
	require.NoError(t, json.Unmarshal([]byte(line), &a))
	require.True(t, strings.HasPrefix(strings.TrimPrefix(a.Sentence, "LUND — "), begins), a.Sentence)
	require.True(t, strings.HasSuffix(a.URL, a.Article))
	require.NotEmpty(t, a.Outlet)
	require.Greater(t, a.End, a.Start)
}

func TestFormsOfAnswers(t *testing.T) {
	t.Parallel()
	path, _ := collection(t)
	_, out, _ := cli(t, "", "quotes", "--speaker", "Eva", "-n", "1", "-C", "1", path)
	require.Equal(t, "  2016-03-01 · Eva Hale · said · https://www.example.com/a1:157-180\n    40 schools had no books\n"+
		"    > Eva Hale met teachers. She said that 40 schools had no books.\n", out)
	for command, want := range map[string]string{"quotes": "8\n", "claims": "10\n", "dates": "3\n", "who": "2\n", "search": "6\n"} {
		args := []string{command, "--count", path}
		if command == "who" || command == "search" {
			args = []string{command, "hale", "--count", path}
		}
		status, out, errs := cli(t, "", args...)
		require.Equal(t, 0, status, errs)
		require.Equal(t, want, out, command)
	}
	failed, _, errs := cli(t, "", "quotes", "questions_test.go")
	require.Equal(t, statusRecords, failed)
	require.Equal(t, "whosaid: questions_test.go: no database; whosaid extract --to sqlite makes one of articles\n", errs)
	_, out, _ = cli(t, "", "who", "--kind", "person", path) // all of them, without their quotes
	require.Regexp(t, `^Max Hale .*\n(  [a-z]+: .*\n)+Eva Hale \(person\): quoted 2 times, .*\n(  [a-z]+: .*\n)+$`, out)
	_, out, _ = cli(t, "", "who", "-n", "1", "--quotes", "1", path)
	require.Regexp(t, `^Max Hale .*\n(  [a-z]+: .*\n)+  2016-06-04 · Max Hale · .*\n.*\n$`, out)
	_, out, _ = cli(t, "", "who", "hale", "--csv", path)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"name", "kind", "articles", "mentions", "quotes", "first", "last", "gender", "roles", "aliases", "outlets"}, rows[0])
	require.Equal(t, "Max Hale", rows[1][0])
	require.Equal(t, "Hale", rows[1][9])
	require.Equal(t, "example.com; other.org", rows[1][10])

	formula := filepath.Join(filepath.Dir(path), "formula.db")
	status, _, errs := cli(t, `{"id":"=1+1","text":"“We stay,” said Ann Lee."}`, "extract", "-q", "--from", "ndjson", "--to", "sqlite", "-o", formula)
	require.Equal(t, 0, status, errs)
	_, out, _ = cli(t, "", "quotes", "--csv", formula)
	require.Contains(t, out, ",'=1+1,")

	_, out, _ = cli(t, "", "quotes", "--csv", "-n", "1", path)
	rows, err = csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows[1], len(rows[0]))
	require.Regexp(t, `^0\.\d+$`, rows[1][7])

	for _, args := range [][]string{{"--sort", "length"}, {"--limit", "-1"}, {"--context", "-1"}, {"--csv", "--json"}, {"--count", "--json"}, {"--since", "soon"}, {"--form", "dirct"}, {"--source-type", "person"}} {
		status, out, errs := cli(t, "", append([]string{"quotes", path}, args...)...)
		require.Equal(t, statusUsage, status, args)
		require.Empty(t, out)
		require.Equal(t, 1, strings.Count(errs, "\n"), errs)
	}
	for _, args := range [][]string{{"dates", path, "--min-score=0.5"}, {"search", "yard", path, "--min-score=0.5"}, {"quotes", path, "--min-score=7"}} {
		status, _, errs := cli(t, "", args...)
		require.Equal(t, statusUsage, status)
		require.Contains(t, errs, "--min-score")
	}
	for _, args := range [][]string{{"claims", path, "--type", "fact"}, {"claims", path, "--stance", "deny"}, {"dates", path, "--type", "day"}, {"who", "a", path, "--kind", "man"}} {
		status, _, errs := cli(t, "", args...)
		require.Equal(t, statusUsage, status)
		require.Contains(t, errs, "; there are ")
	}
	_, out, _ = cli(t, "", "__complete", "claims", "--type", "q")
	require.Contains(t, out, "quantity\n")
	_, _, errs = cli(t, "", "quotes", path, "--sort", "length")
	require.Contains(t, errs, `--sort: no order "length"; there are article, date, score, speaker`)
}

// TestCorrect: corrections change who is who, outlive every run, and can be taken
// back.
func TestCorrect(t *testing.T) {
	t.Parallel()
	path, in := collection(t)
	fixes := filepath.Join(filepath.Dir(in), "fixes.txt")
	require.NoError(t, os.WriteFile(fixes, []byte("# who is who\r\n\r\nnot the same: Max Hale | Hale\r\nspeaker: a2 | “we will NOT sell | Tom Berg\r\n"+
		"missing source: * | the bridge was closed | two officials of the city\r\nno name: Eva Hale\r\nsame: Nobody | Somebody\r\n"), 0o644))
	status, out, errs := cli(t, "", "correct", path, fixes)
	require.Equal(t, statusRecords, status, errs)
	require.Equal(t, "2\tnot the same: Max Hale | Hale\n1\tspeaker: a2 | “we will NOT sell | Tom Berg\n"+
		"1\tmissing source: * | the bridge was closed | two officials of the city\n1\tno name: Eva Hale\n0\tsame: Nobody | Somebody\n", out)

	hold := func() {
		_, out, _ := cli(t, "", "who", "Max Hale", "--quotes", "0", path)
		require.Contains(t, out, "Max Hale (person): quoted 3 times, mentioned 3 times in 2 articles")
		_, out, _ = cli(t, "", "who", "berg", path)
		require.Contains(t, out, "Tom Berg (person): quoted 1 time, mentioned 0 times in 0 articles\n  2016-03-04 · Tom Berg · said · ")
		status, _, _ := cli(t, "", "who", "Eva Hale", path)
		require.Equal(t, statusRecords, status)
		_, out, _ = cli(t, "", "quotes", "--words", "bridge", path)
		require.Contains(t, out, "two officials of the city")
		_, out, _ = cli(t, "“We will not sell the yard,” said Berg.", "verify", "-", "--source", path)
		require.Contains(t, out, "1 checked: 1 verbatim\n")
		_, out, _ = cli(t, "“We will not sell the yard,” said Hale.", "verify", "-", "--source", path)
		require.Contains(t, out, "other speaker: ")
		_, out, _ = cli(t, "", "audit", path)
		require.Contains(t, out, "Tom Berg")
		require.NotContains(t, out, "Eva Hale")
	}
	hold()
	for _, flag := range []string{"--force", "--resume"} { // made anew, and continued
		status, _, errs = cli(t, "", "extract", "-q", "--to", "sqlite", flag, "-o", path, in)
		require.Equal(t, 0, status, errs)
		hold()
	}
	_, out, _ = cli(t, "", "correct", path)
	require.Contains(t, out, "# who is who\n\nnot the same: Max Hale | Hale\n")

	require.NoError(t, os.WriteFile(fixes, []byte("same: Eva Hale | Max Hale\n"), 0o644))
	status, out, errs = cli(t, "", "correct", path, fixes)
	require.Equal(t, 0, status, errs)
	require.Equal(t, "2\tsame: Eva Hale | Max Hale\n", out)
	_, out, _ = cli(t, "", "who", "hale", "--count", path)
	require.Equal(t, "1\n", out)
	_, out, _ = cli(t, "", "who", "hale", "--json", path)
	require.Contains(t, out, `"name":"Eva Hale","kind":"person","articles":3`)

	for line, want := range map[string]string{
		"who: knows":             `line 1: "who: knows" is no correction; there are same, not the same, no name, speaker and missing source`,
		"speaker: a2 | we will":  `"speaker" takes 3 items`,
		"speaker: a | b | c | d": `"speaker" takes 3 items`,
		"same: Max":              `"same" takes 2 items`,
	} {
		require.NoError(t, os.WriteFile(fixes, []byte(line), 0o644))
		status, _, errs = cli(t, "", "correct", path, fixes)
		require.Equal(t, statusRecords, status)
		require.Contains(t, errs, want)
	}
	_, out, _ = cli(t, "", "correct", path)
	require.Equal(t, "same: Eva Hale | Max Hale\n", out, "a file with an error changes nothing")
}

// TestUnfinishedDatabase: people are joined at the end of a run; before it, the
// answers would be wrong.
func TestUnfinishedDatabase(t *testing.T) {
	t.Parallel()
	path, _ := collection(t)
	cut(t, path, "DELETE FROM members")
	status, _, errs := cli(t, "", "who", "hale", path)
	require.Equal(t, statusRecords, status)
	require.Contains(t, errs, "has not ended; finish it with whosaid extract --resume")
}

// cut changes a database.
func cut(t *testing.T, path, query string) {
	t.Helper()
	d, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer d.Close()
	_, err = d.Exec(query)
	require.NoError(t, err)
}

// TestNobodyReadsTheAnswers: "| head" is no fault to tell of.
func TestNobodyReadsTheAnswers(t *testing.T) {
	t.Parallel()
	path, _ := collection(t)
	r, w, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, r.Close())
	for _, form := range []string{"--json", "--csv", "--limit=0"} {
		c := command(t, "quotes", form, path)
		var errs bytes.Buffer
		c.Stdout, c.Stderr = w, &errs
		var exit *exec.ExitError
		require.ErrorAs(t, c.Run(), &exit, form)
		require.Equal(t, statusOutput, exit.ExitCode(), form)
		require.Empty(t, errs.String(), form)
	}
	require.NoError(t, w.Close())
}
