package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestMain runs the program itself where a test asks for it, so that tests can
// kill it, or learn from Linux how much memory it had.
func TestMain(m *testing.M) {
	if to := os.Getenv("WHOSAID_TEST_STATUS"); to != "" {
		status := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
		b, err := os.ReadFile("/proc/self/status")
		if err = errors.Join(err, os.WriteFile(to, b, 0o600)); err != nil {
			panic(err)
		}
		os.Exit(status)
	}
	if os.Getenv("WHOSAID_TEST_PATIENT") != "" {
		os.Exit(run(untilSignal(time.Hour), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	if os.Getenv("WHOSAID_TEST_MAIN") != "" {
		main()
	}
	os.Exit(m.Run())
}

// records writes n articles as JSON Lines, each saying its number.
func records(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"r%d","text":"“Number %d,” said Ann Lee. Berlin denied that %d ships sank on Tuesday."}`+"\n", i, i, i)
	}
	return b.String()
}

// command runs the program with args.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), "WHOSAID_TEST_MAIN=1")
	return c
}

// patient is command, which ends when what it does has ended, however long that
// takes on a busy machine.
func patient(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	c := command(t, args...)
	c.Env = append(c.Env, "WHOSAID_TEST_PATIENT=1")
	return c
}

// killed runs the program with the records on its standard input, and kills it
// again and again: half of the times when it has read some of them, the other
// half when it has written into the folder dir. It waits for what happens, never
// for the clock: a run that is given no end of its input does not end by itself.
// At last a run comes to its end.
func killed(t *testing.T, times int, dir, records string, args ...string) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	lines := strings.SplitAfter(records, "\n")
	done := 0 // lines that a run may have written
	for kill := range times {
		before := stateOf(t, dir)
		c := command(t, args...)
		in, err := c.StdinPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		writes := kill%2 == 1
		give := done + r.IntN(300)
		if writes {
			give = done + 600 + r.IntN(300) // twice as many as a run keeps to itself, and what waits
		}
		give = min(give, len(lines))
		_, err = io.WriteString(in, strings.Join(lines[:give], "")) // a pipe holds less, so that most of it is read
		require.NoError(t, err)
		for writes && stateOf(t, dir) == before {
			time.Sleep(time.Millisecond) // the run itself needs the processor
		}
		if writes {
			done = give
		}
		require.NoError(t, c.Process.Kill())
		require.Error(t, c.Wait(), "it was killed")
	}
	c := command(t, args...)
	c.Stdin = strings.NewReader(records)
	text, err := c.CombinedOutput()
	require.NoError(t, err, string(text))
}

// A state is what a write into a folder changes: SQLite writes its log again from
// the beginning, so that the size alone does not tell.
type state struct{ size, modified int64 }

// stateOf is the state of all files in a folder and in those below it, but for
// the index that SQLite only maps into memory. Files may come and go meanwhile.
func stateOf(t *testing.T, dir string) (s state) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		var info fs.FileInfo
		if err == nil {
			info, err = e.Info()
		}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !e.IsDir() && !strings.HasSuffix(path, "-shm"):
			s.size += info.Size()
			s.modified = max(s.modified, info.ModTime().UnixNano())
		}
		return nil
	}))
	return s
}

func TestKilledRunsLoseAndDoubleNothing(t *testing.T) {
	t.Parallel()
	n, kills := 2600, 4
	if os.Getenv("WHOSAID_TOOLS") != "" {
		n, kills = 25_000, 50
	}
	for name, ids := range map[string]func(*testing.T, string) []string{
		"sqlite": sqliteIDs,
		"ndjson": ndjsonIDs,
		"csv":    csvIDs,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			out := filepath.Join(dir, "out")
			killed(t, kills, dir, records(n), "extract", "-q", "--resume", "--from", "ndjson", "--to", name, "-o", out, "-")
			got := ids(t, out)
			require.Len(t, got, n)
			for i, id := range got {
				require.Equal(t, fmt.Sprintf("r%d", i), id)
			}
		})
	}
}

func TestResumeAddsWhatIsNew(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"sqlite", "ndjson", "csv", "parquet", "brat", "pretty"} {
		dir := write(t, map[string]string{"a.txt": article, "b.txt": article})
		out := filepath.Join(dir, "out")
		args := func(more ...string) []string { return append([]string{"extract", "--to", form, "-o", out}, more...) }
		a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
		status, _, errs := cli(t, "", args(a)...)
		require.Equal(t, 0, status, errs)
		status, _, errs = cli(t, "", args(a)...)
		require.Equal(t, statusUsage, status, "%s: what is there is not written over", form)
		require.Contains(t, errs, "--resume adds what is missing")
		status, _, errs = cli(t, "", args("--resume", a, b)...)
		require.Equal(t, 0, status, "%s: %s", form, errs)
		require.Contains(t, errs, "1 article with 2 quotes written, 1 there already", form)
		status, _, errs = cli(t, "", args("--resume", a, b)...)
		require.Equal(t, 0, status, form)
		require.Contains(t, errs, "0 articles with 0 quotes written, 2 there already", form)
		status, _, errs = cli(t, "", args("--force", a, b)...)
		require.Equal(t, 0, status, form)
		require.Contains(t, errs, "2 articles with 4 quotes written in", form)
	}
}

func sqliteIDs(t *testing.T, path string) (ids []string) {
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	var ok string
	require.NoError(t, db.QueryRow("PRAGMA integrity_check").Scan(&ok))
	require.Equal(t, "ok", ok)
	var quotes, indexed int
	require.NoError(t, db.QueryRow("SELECT count(*), (SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'number') FROM quotes WHERE words LIKE 'Number%'").Scan(&quotes, &indexed))
	require.Equal(t, quotes, indexed)
	rows, err := db.Query("SELECT id FROM documents ORDER BY doc")
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var id string
		require.NoError(t, rows.Scan(&id))
		ids = append(ids, id)
	}
	return ids
}

func ndjsonIDs(t *testing.T, path string) (ids []string) {
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	for line := range bytes.Lines(b) {
		var l struct{ ID string }
		require.NoError(t, json.Unmarshal(line, &l))
		ids = append(ids, l.ID)
	}
	return ids
}

func csvIDs(t *testing.T, path string) (ids []string) {
	for _, name := range []string{"entities", "mentions", "quotes", "claims", "dates", "documents"} {
		f, err := os.Open(filepath.Join(path, name+".csv"))
		require.NoError(t, err)
		rows, err := csv.NewReader(f).ReadAll() // which wants as many fields in each row
		require.NoError(t, err)
		f.Close()
		ids = ids[:0]
		for _, r := range rows[1:] {
			ids = append(ids, r[1])
		}
	}
	return ids
}
