package main

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// again runs extract into out, and returns the summary and what was told before it.
func again(t *testing.T, stdin, form, out string, args ...string) (told []string, summary string) {
	t.Helper()
	status, _, errs := cli(t, stdin, append([]string{"extract", "--to", form, "-o", out}, args...)...)
	require.Contains(t, []int{0, statusRecords}, status, errs)
	lines := strings.Split(strings.TrimSpace(errs), "\n")
	summary, _, _ = strings.Cut(lines[len(lines)-1], " in ")
	return lines[:len(lines)-1], summary
}

// TestRecordsAreKnownWhereverTheyStand: a pipe that begins elsewhere, another
// spelling of a path, a file that was renamed, names that are no UTF-8.
func TestRecordsAreKnownWhereverTheyStand(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"ndjson", "csv", "parquet", "brat", "sqlite"} {
		out := filepath.Join(t.TempDir(), "out")
		lines := strings.SplitAfter(records(12), "\n")
		again(t, strings.Join(lines[:8], ""), form, out, "--from", "ndjson", "-")
		_, sum := again(t, strings.Join(lines[5:], ""), form, out, "--from", "ndjson", "--resume", "-")
		require.Equal(t, "4 articles with 8 quotes written, 3 there already", sum, form)

		dir := write(t, map[string]string{"a.txt": "Rain fell.", "b\xff.txt": "Snow fell.", "b\xfe.txt": "Hail fell."})
		out = filepath.Join(t.TempDir(), "out")
		again(t, "", form, out, dir)
		wd, err := os.Getwd()
		require.NoError(t, err)
		rel, err := filepath.Rel(wd, dir)
		require.NoError(t, err)
		_, sum = again(t, "", form, out, "--resume", rel, dir, dir+"/../"+filepath.Base(dir))
		require.Equal(t, "0 articles with 0 quotes written, 3 there already", sum, form)
		require.NoError(t, os.Rename(filepath.Join(dir, "a.txt"), filepath.Join(dir, "z.txt")))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "copy.txt"), []byte("Snow fell."), 0o600))
		_, sum = again(t, "", form, out, "--resume", dir)
		require.Equal(t, "1 article with 0 quotes written, 3 there already", sum, "%s: a copy is another file", form)
	}
}

const feed = `<rss><channel>%s</channel></rss>`

func item(guid, text string) string {
	return fmt.Sprintf(`<item><guid>%s</guid><link>https://example.org/%s</link><description>%s</description></item>`, guid, guid, text)
}

// TestFeedsGoOn: items move down, and some are edited.
func TestFeedsGoOn(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"f.rss": fmt.Sprintf(feed, item("a", "Rain fell.")+item("b", "Snow fell."))})
	out, f := filepath.Join(dir, "out.db"), filepath.Join(dir, "f.rss")
	again(t, "", "sqlite", out, f)
	require.NoError(t, os.WriteFile(f, fmt.Appendf(nil, feed, item("c", "Hail fell.")+item("a", "Rain fell.")+item("b", "Sleet fell.")), 0o600))
	_, sum := again(t, "", "sqlite", out, "--resume", f)
	require.Equal(t, "1 article with 0 quotes written, 1 there already, 1 changed since (--update reads what has)", sum)
	require.Equal(t, []string{"1 Rain fell.", "2 Snow fell.", "3 Hail fell."}, texts(t, out))
	_, sum = again(t, "", "sqlite", out, "--update", f)
	require.Equal(t, "1 article with 0 quotes written, 1 of these anew, 2 there already", sum)
	require.Equal(t, []string{"1 Rain fell.", "2 Sleet fell.", "3 Hail fell."}, texts(t, out))
	for word, want := range map[string]int{"snow": 0, "sleet": 1, "rain": 1} {
		require.Equal(t, want, strings.Count(ask1(t, "search", word, out), "fell"), word)
	}
}

func ask1(t *testing.T, args ...string) string {
	t.Helper()
	_, out, _ := cli(t, "", args...)
	return out
}

// texts are the articles of a database, and no record of it stands twice.
func texts(t *testing.T, path string) (list []string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	rows, err := db.Query("SELECT doc || ' ' || text FROM documents ORDER BY doc")
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var s string
		require.NoError(t, rows.Scan(&s))
		list = append(list, s)
	}
	_, err = db.Exec("INSERT INTO records SELECT doc + 1000, key, nth, named, raw, text, at, place FROM records LIMIT 1")
	require.ErrorContains(t, err, "UNIQUE")
	_, err = db.Exec("INSERT INTO quotes_fts(quotes_fts) VALUES ('integrity-check')")
	require.NoError(t, err)
	_, err = db.Exec("INSERT INTO documents_fts(documents_fts) VALUES ('integrity-check')")
	require.NoError(t, err)
	return list
}

// TestChangedFiles: those without an id or address are known by their names too.
func TestChangedFiles(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"sqlite", "json"} {
		dir := write(t, map[string]string{"a.txt": "“We left,” said Ann Lee.", "b.txt": "Snow fell."})
		a, b, out := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"), filepath.Join(t.TempDir(), "out")
		if form == "json" {
			out += "/"
		}
		again(t, "", form, out, a, b)
		require.NoError(t, os.Rename(a, filepath.Join(dir, "c.txt")))
		require.NoError(t, os.WriteFile(a, []byte("“We stayed,” said Bo Day."), 0o600))
		_, sum := again(t, "", form, out, "--resume", dir)
		require.Equal(t, "0 articles with 0 quotes written, 2 there already, 1 changed since (--update reads what has)", sum)
		_, sum = again(t, "", form, out, "--update", dir)
		require.Equal(t, "2 articles with 2 quotes written, 1 of these anew, 1 there already", sum,
			"the old text of a.txt is that of c.txt now")
		_, sum = again(t, "", form, out, "--update", dir)
		require.Equal(t, "0 articles with 0 quotes written, 3 there already", sum)
		if form == "sqlite" {
			require.Equal(t, []string{"1 “We stayed,” said Bo Day.", "2 Snow fell.", "3 “We left,” said Ann Lee."}, texts(t, out))
			continue
		}
		files, err := filepath.Glob(out + "*.json")
		require.NoError(t, err)
		require.Len(t, files, 3)
		again(t, "", form, out, "--force", b)
		files, err = filepath.Glob(out + "*.json")
		require.NoError(t, err)
		require.Len(t, files, 1, "nothing of the run before is left")
	}
	status, _, errs := cli(t, article, "extract", "--update", "--to", "ndjson", "-o", filepath.Join(t.TempDir(), "out"))
	require.Equal(t, statusUsage, status)
	require.Contains(t, errs, "this form only grows")
}

// TestTwoWithOneID are both kept, and it is told.
func TestTwoWithOneID(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"a.ndjson": `{"id":"1","text":"Rain fell."}` + "\n", "b.ndjson": `{"id":"1","text":"Snow fell."}` + "\n"})
	out := filepath.Join(t.TempDir(), "out.db")
	told, sum := again(t, "", "sqlite", out, dir)
	require.Equal(t, "2 articles with 0 quotes written", sum)
	require.Len(t, told, 1)
	require.Contains(t, told[0], "b.ndjson:1: its id or address is that of "+filepath.Join(dir, "a.ndjson")+":1, whose text is another")
	_, sum = again(t, "", "sqlite", out, "--resume", dir)
	require.Equal(t, "0 articles with 0 quotes written, 2 there already", sum)
}

// TestNumbersAreThoseOfAnUnbrokenRun, with records that cannot be read among them.
func TestNumbersAreThoseOfAnUnbrokenRun(t *testing.T) {
	t.Parallel()
	var lines []string
	for i, line := range strings.SplitAfter(strings.TrimSpace(records(12))+"\n", "\n") {
		if lines = append(lines, line); i%3 == 1 {
			lines = append(lines, "{bad\n", `{"text":" "}`+"\n")
		}
	}
	for _, form := range []string{"conllu", "csv", "ndjson"} {
		dir := t.TempDir()
		read := func(name string) string {
			b, err := os.ReadFile(filepath.Join(dir, name, map[string]string{"csv": "quotes.csv"}[form]))
			require.NoError(t, err)
			return regexp.MustCompile(`"line":\d+,`).ReplaceAllString(string(b), "")
		}
		again(t, strings.Join(lines, ""), form, filepath.Join(dir, "whole"), "--from", "ndjson", "-")
		for n := 1; n <= len(lines); n++ {
			again(t, strings.Join(lines[:n], ""), form, filepath.Join(dir, "broken"), "--from", "ndjson", "--resume", "-")
		}
		require.Equal(t, read("whole"), read("broken"), form)
	}
}

// TestAnOutputThatIsTooShort, as after a power cut, is noticed, and what it lost is
// read again.
func TestAnOutputThatIsTooShort(t *testing.T) {
	t.Parallel()
	in := filepath.Join(write(t, map[string]string{"in.ndjson": records(20)}), "in.ndjson")
	for form, name := range map[string]string{"ndjson": "", "conllu": "", "csv": "quotes.csv", "brat": "r7-*.ann", "parquet": "quotes/part-000001.parquet"} {
		out := filepath.Join(t.TempDir(), "out")
		again(t, "", form, out, in)
		files, err := filepath.Glob(filepath.Join(out, name))
		require.NoError(t, err)
		require.Len(t, files, 1)
		whole, err := os.ReadFile(files[0])
		require.NoError(t, err)
		if form == "brat" || form == "parquet" {
			require.NoError(t, os.Remove(files[0]))
		} else {
			require.NoError(t, os.Truncate(files[0], int64(len(whole)/2)))
		}
		told, sum := again(t, "", form, out, "--resume", in)
		require.Len(t, told, 1, form)
		require.Regexp(t, `warning: .*out(/quotes\.csv)? (is shorter than its journal says|lacks).* read again$`, told[0])
		require.NotContains(t, sum, "20 there already")
		after, err := os.ReadFile(files[0])
		require.NoError(t, err)
		require.Equal(t, string(whole), string(after), form)
	}
	out := filepath.Join(t.TempDir(), "out")
	again(t, "", "ndjson", out, in)
	require.NoError(t, os.WriteFile(out+".journal", []byte(`{"place":"in.ndjson:1","doc":1,"sizes":[5]}`+"\n"), 0o600))
	status, _, errs := cli(t, "", "extract", "--resume", "--to", "ndjson", "-o", out, in)
	require.Equal(t, statusOutput, status)
	require.Contains(t, errs, "of another version")
}

// TestWhatTheToolHasWrittenIsNoArticle where a folder is read, though it stands there.
func TestWhatTheToolHasWrittenIsNoArticle(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": article, "b.json": `{"id": "b", "text": "Bo Day left."}`, "b.json.journal": "dear diary"})
	t.Chdir(dir)
	for form, out := range map[string]string{
		"ndjson": "out.ndjson", "json": "all.json", "csv": "tables", "conllu": "out.txt", "brat": "brat", "ninjs": "news/", "parquet": "parts",
	} {
		status, _, errs := cli(t, "", "extract", "-q", "--to", form, "-o", out, "a.txt")
		require.Equal(t, 0, status, errs)
	}
	status, _, errs := cli(t, "", "view", "a.txt")
	require.Equal(t, 0, status, errs)
	status, out, errs := cli(t, "", "extract", "--to", "ndjson", ".")
	require.Equal(t, 0, status, errs)
	require.Equal(t, 2, strings.Count(out, "\n"), out)
	require.Contains(t, errs, "2 articles")
	status, out, _ = cli(t, "", "extract", "-q", "--to", "ndjson", "a.whosaid.html") // but where it is named
	require.Equal(t, 0, status)
	require.Equal(t, 1, strings.Count(out, "\n"))
}
