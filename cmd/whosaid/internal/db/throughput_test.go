//go:build unix

package db_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/extract"
)

// articles are the files to measure with, lines of JSON with an id and a text.
var articles = flag.String("articles", strings.Join([]string{
	"../../../../../shared/data/train/raw/wikinews.jsonl", "../../../../../shared/data/train/newsroom.jsonl",
}, ","), "`files` to measure with")

// BenchmarkSQLite measures what a database costs beyond the library: each round
// reads the articles into a database, and before and after it by the library alone,
// on as many cores. A machine can be half as fast a minute later, so the ratios are
// medians of those of each round, with the mean of the library's two.
func BenchmarkSQLite(b *testing.B) {
	files := strings.Split(*articles, ",")
	texts := textsOf(b, files)
	x, err := extract.New()
	require.NoError(b, err)
	workers := runtime.GOMAXPROCS(0)
	var alone, written usages
	alone.add(func() { library(b, x, texts, workers) })
	for b.Loop() {
		written.add(func() { database(b, x, files, workers, len(texts)) })
		alone.add(func() { library(b, x, texts, workers) })
	}
	b.ReportMetric(share(alone.clock, written.clock), "of-the-library/clock")
	b.ReportMetric(share(alone.processor, written.processor), "of-the-library/processor")
	b.ReportMetric(float64(len(texts))/median(written.clock), "articles/s")
	b.ReportMetric(0, "ns/op")
}

func textsOf(b *testing.B, files []string) (texts []string) {
	b.Helper()
	for _, name := range files {
		all, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			b.Skip("a clone alone has no articles: ", err)
		}
		require.NoError(b, err)
		for line := range bytes.Lines(all) {
			var a struct{ Text string }
			require.NoError(b, json.Unmarshal(line, &a))
			texts = append(texts, a.Text)
		}
	}
	return texts
}

// library reads the texts on workers and keeps nothing.
func library(b *testing.B, x *extract.Extractor, texts []string, workers int) {
	b.Helper()
	work := make(chan string)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for text := range work {
				if _, err := x.Extract(context.Background(), text); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for _, text := range texts {
		work <- text
	}
	close(work)
	wg.Wait()
}

// database does what extract --to sqlite does.
func database(b *testing.B, x *extract.Extractor, files []string, workers, want int) {
	b.Helper()
	src, err := input.Open(files, input.Options{})
	require.NoError(b, err)
	w, err := db.Create(output.Options{Path: filepath.Join(b.TempDir(), "news.db")})
	require.NoError(b, err)
	sum, err := batch.Run(context.Background(), src.Items(context.Background()), batch.Options{
		Extractor: x, Writer: w, Workers: workers, Failed: func(err error) { b.Error(err) }, Written: func(input.Place) {},
	})
	require.NoError(b, err)
	require.NoError(b, w.Close(context.Background()))
	require.Equal(b, want, sum.Written)
}

// usages are what the rounds took, in seconds: by the clock, and of processors.
type usages struct{ clock, processor []float64 }

func (u *usages) add(do func()) {
	start, before := time.Now(), processorTime()
	do()
	u.clock = append(u.clock, time.Since(start).Seconds())
	u.processor = append(u.processor, processorTime()-before)
}

// share is what part of the throughput alone is left when more is done, of which each
// measure stands between two of alone.
func share(alone, more []float64) float64 {
	ratios := make([]float64, len(more))
	for i, t := range more {
		ratios[i] = (alone[i] + alone[i+1]) / 2 / t
	}
	return median(ratios)
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

func processorTime() float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Nano()) / 1e9 }
	return seconds(r.Utime) + seconds(r.Stime)
}
