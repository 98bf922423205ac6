//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var soak = flag.Bool("soak", false, "TestSoak with 5,000 records and 50 kills, not a tenth of them")

// A newsroom is a folder of files that change and get other names, and what should
// come of it.
type newsroom struct {
	t     *testing.T
	r     *rand.Rand
	dir   string
	files []*newsFile
	named int // names of files so far
}

// A newsFile holds articles: lines of JSON or items of a feed with their ids, a page
// with its address, or a text without either.
type newsFile struct {
	name, kind string
	first, n   int   // the numbers of its articles
	edition    []int // of each of them
}

// perFile is how many articles a file of many has.
const perFile = 20

// newNewsroom has n articles: most in files of many, some in files of their own.
func newNewsroom(t *testing.T, n int) *newsroom {
	w := &newsroom{t: t, r: rand.New(rand.NewPCG(3, 4)), dir: t.TempDir()}
	for first := 0; first < n; {
		f := &newsFile{kind: []string{"ndjson", "rss", "html", "txt", "txt", "ndjson"}[len(w.files)%6], first: first, n: 1}
		if f.kind == "ndjson" || f.kind == "rss" {
			f.n = min(perFile, n-first)
		}
		f.edition = make([]int, f.n)
		first += f.n
		w.files = append(w.files, f)
		w.rename(f)
		w.write(f)
	}
	return w
}

// text is what an article says in an edition.
func text(n, edition int) string {
	return fmt.Sprintf("“Number %d of edition %d,” said Ann Lee. Berlin denied that %d ships sank.", n, edition, n)
}

func (w *newsroom) write(f *newsFile) {
	var b bytes.Buffer
	for i, edition := range f.edition {
		n := f.first + i
		switch f.kind {
		case "ndjson":
			fmt.Fprintf(&b, "{\"id\":\"r%d\",\"text\":%q}\n", n, text(n, edition))
		case "rss":
			fmt.Fprintf(&b, "<item><guid>g%d</guid><description>%s</description></item>\n", n, text(n, edition))
		case "html":
			fmt.Fprintf(&b, `<html><head><link rel="canonical" href="https://example.org/%d"></head><body><article><p>%s</p></article></body></html>`, n, text(n, edition))
		case "txt":
			b.WriteString(text(n, edition))
		}
	}
	s := b.String()
	if f.kind == "rss" {
		s = fmt.Sprintf(feed, s)
	}
	tmp := filepath.Join(w.dir, ".new") // whole or not at all, as editors write
	require.NoError(w.t, os.WriteFile(tmp, []byte(s), 0o600))
	require.NoError(w.t, os.Rename(tmp, filepath.Join(w.dir, f.name)))
}

// rename gives a file another name, which may put it elsewhere in the order.
func (w *newsroom) rename(f *newsFile) {
	old := f.name
	w.named++
	f.name = fmt.Sprintf("%c%d.%s", 'a'+rune(w.r.IntN(26)), w.named, f.kind)
	if old != "" {
		require.NoError(w.t, os.Rename(filepath.Join(w.dir, old), filepath.Join(w.dir, f.name)))
	}
}

// work edits some articles and renames some files. A text without a name is known by
// the name of its file or by what it says, so that only one of them may change: the
// file of an odd one never gets another name.
func (w *newsroom) work(edits bool) {
	for i, f := range w.files {
		odd := f.kind == "txt" && i%2 == 1
		if !odd && w.r.IntN(8) == 0 {
			w.rename(f)
		}
		if edits && (f.kind != "txt" || odd) && w.r.IntN(4) == 0 {
			f.edition[w.r.IntN(f.n)]++
			w.write(f)
		}
	}
}

// want are the texts of all articles.
func (w *newsroom) want() (list []string) {
	for _, f := range w.files {
		for i, edition := range f.edition {
			list = append(list, text(f.first+i, edition))
		}
	}
	slices.Sort(list)
	return list
}

// two starts two runs at once, and kills the one that writes after its output has
// changed so many times, unless it has ended by then. The other does not write
// meanwhile. It returns whether one was killed.
func (w *newsroom) two(changes int, out string, args ...string) (killed bool) {
	var runs [2]*exec.Cmd
	var errs [2]bytes.Buffer
	ended := make(chan int, 2)
	for i := range runs {
		runs[i] = command(w.t, args...)
		runs[i].Stderr = &errs[i]
		require.NoError(w.t, runs[i].Start())
		go func() { runs[i].Wait(); ended <- i }()
	}
	left := 2
	for last := stateOf(w.t, out); left > 0; {
		select {
		case i := <-ended:
			left--
			code := runs[i].ProcessState.ExitCode()
			require.Contains(w.t, []int{-1, 0, statusOutput}, code, errs[i].String())
			if code == statusOutput {
				require.Contains(w.t, errs[i].String(), "is being written by")
			}
			continue
		case <-time.After(time.Millisecond): // the runs need the processor
		}
		if now := stateOf(w.t, out); now != last {
			last = now
			changes--
		}
		if changes < 0 && !killed {
			killed = true
			for _, c := range runs {
				c.Process.Kill() // that of one which has ended does nothing
			}
		}
	}
	return killed
}

// TestSoak is a newsroom for a while: two runs at a time want to write, and are killed
// again and again; meanwhile files change and get other names. In the end each
// article is there once, as it was last.
func TestSoak(t *testing.T) {
	t.Parallel()
	n, kills := 500, 5
	if *soak {
		n, kills = 5000, 50
	}
	for form, flags := range map[string]string{"sqlite": "--update", "ndjson": "--resume"} {
		t.Run(form, func(t *testing.T) {
			t.Parallel()
			w := newNewsroom(t, n)
			dir := t.TempDir()
			out := filepath.Join(dir, "out")
			args := []string{"extract", "-q", flags, "--to", form, "-o", out, w.dir}
			done := 0
			for round := 0; done < kills; round++ {
				require.Less(t, round, 20*kills, "the runs end before they can be killed")
				if form == "ndjson" { // which only grows: new articles keep it busy
					w.grow(n / kills)
				}
				if w.two(w.r.IntN(3), dir, args...) {
					done++
				}
				w.work(form == "sqlite")
			}
			text, err := command(t, args...).CombinedOutput()
			require.NoError(t, err, string(text))
			got := soaked(t, form, out)
			slices.Sort(got)
			require.Equal(t, w.want(), got)
			text, err = command(t, slices.DeleteFunc(args, func(s string) bool { return s == "-q" })...).CombinedOutput()
			require.NoError(t, err, string(text))
			require.Contains(t, string(text), fmt.Sprintf("0 articles with 0 quotes written, %d there already in", len(got)))
		})
	}
}

// grow adds a file of n lines.
func (w *newsroom) grow(n int) {
	last := w.files[len(w.files)-1]
	f := &newsFile{kind: "ndjson", first: last.first + last.n, n: n, edition: make([]int, n)}
	w.files = append(w.files, f)
	w.rename(f)
	w.write(f)
}

// soaked are the texts in an output, whose numbers are 1, 2, 3 … and which has no
// more than that.
func soaked(t *testing.T, form, out string) (list []string) {
	if form == "ndjson" {
		for _, line := range bytes.Split(bytes.TrimSpace(readAll(t, out)), []byte("\n")) {
			list = append(list, textOf(t, line))
		}
		return list
	}
	for i, s := range texts(t, out) {
		doc, words, _ := strings.Cut(s, " ")
		require.Equal(t, fmt.Sprint(i+1), doc)
		list = append(list, words)
	}
	require.Len(t, sqliteIDs(t, out), len(list))
	return list
}

func readAll(t *testing.T, path string) []byte {
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return b
}

func textOf(t *testing.T, line []byte) string {
	var l struct{ Document struct{ Text string } }
	require.NoError(t, json.Unmarshal(line, &l))
	return l.Document.Text
}
