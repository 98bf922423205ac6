// Command soak reads invented articles with one Extractor for a long time and
// watches the resident memory.
//
//	go run ./internal/cmd/soak [-for 10m] [-goroutines 16] [-articles 100000]
//
// It stops when both the time is over and the articles are read. Exit status
// 1: memory moved by more than -drift percent after the first minute, or a
// document was not valid. Linux only: it reads /proc.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/hostile"
)

func main() {
	var o options
	flag.DurationVar(&o.length, "for", 10*time.Minute, "how long at least")
	flag.DurationVar(&o.pace, "pace", 5*time.Second, "how long one measurement takes")
	flag.DurationVar(&o.warm, "warm", time.Minute, "how long memory may still grow")
	flag.IntVar(&o.goroutines, "goroutines", 16, "how many goroutines")
	flag.Int64Var(&o.articles, "articles", 100_000, "how many articles at least")
	flag.Float64Var(&o.drift, "drift", 5, "percent by which memory may move after the first minute")
	flag.Parse()
	if err := o.run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

type options struct {
	length, warm, pace time.Duration
	goroutines         int
	articles           int64
	drift              float64
}

func (o *options) run(w io.Writer) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	var next, done atomic.Int64
	families := hostile.Families()
	var readers sync.WaitGroup
	for range o.goroutines {
		readers.Go(func() {
			for ctx.Err() == nil {
				if err := read(ctx, x, families, int(next.Add(1))); err != nil {
					cancel(err)
					return
				}
				done.Add(1)
			}
		})
	}
	err = o.watch(ctx, w, &done)
	cancel(err)
	readers.Wait()
	return err
}

// read reads article i; one in a hundred is a small hostile text.
func read(ctx context.Context, x *extract.Extractor, families []hostile.Family, i int) error {
	text := hostile.News(i)
	if i%100 == 0 {
		text = families[i/100%len(families)].Make(4_000)
	}
	d, err := x.Extract(ctx, text, extract.Published(time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)))
	switch {
	case errors.Is(err, context.Canceled): // the soak is over
		return nil
	case err == nil:
		err = d.Validate()
	}
	if err != nil {
		return fmt.Errorf("article %d: %w", i, err)
	}
	return nil
}

// watch measures until all is read, and judges by the median of each minute,
// or whatever memory has to settle: single measurements tell where in its cycle
// the collector is, and how busy the machine.
func (o *options) watch(ctx context.Context, w io.Writer, done *atomic.Int64) error {
	start := time.Now()
	minutes := [][]float64{nil}
	end := o.warm // of the last of the minutes
	for {
		now, err := leastResident(ctx, o.pace)
		if err != nil {
			return err
		}
		passed := time.Since(start)
		fmt.Fprintf(w, "%6.0f s %9d articles %7.1f MB\n", passed.Seconds(), done.Load(), now)
		if passed > end {
			minutes, end = append(minutes, nil), end+max(o.warm, o.pace)
		}
		last := &minutes[len(minutes)-1]
		*last = append(*last, now)
		if passed >= o.length && done.Load() >= o.articles {
			break
		}
	}
	return o.judge(w, minutes)
}

// judge compares the minutes after the first, without a last one that has just
// begun.
func (o *options) judge(w io.Writer, minutes [][]float64) error {
	if n := len(minutes); n > 2 && 2*len(minutes[n-1]) < len(minutes[n-2]) {
		minutes = minutes[:n-1]
	}
	if len(minutes) > 1 {
		minutes = minutes[1:]
	}
	base := median(minutes[0])
	low, high, last := base, base, base
	for _, m := range minutes {
		last = median(m)
		low, high = min(low, last), max(high, last)
	}
	moved := 100 * max(high-base, base-low) / base
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	fmt.Fprintf(w, "%d goroutines: memory %.1f MB after the first minute, %.1f MB in the last, ", o.goroutines, base, last)
	fmt.Fprintf(w, "between %.1f and %.1f MB (%.1f %%); %d collections\n", low, high, moved, mem.NumGC)
	if moved > o.drift {
		return fmt.Errorf("memory moved by %.1f %%, more than %.1f %%", moved, o.drift)
	}
	return nil
}

// median is the middle one of a few measurements.
func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[len(sorted)/2]
}

// leastResident is the least resident memory, in MB, within a stretch of time.
func leastResident(ctx context.Context, pace time.Duration) (float64, error) {
	least := 0.0
	for range 50 {
		select {
		case <-ctx.Done():
			return 0, context.Cause(ctx)
		case <-time.After(pace / 50):
		}
		mb, err := resident()
		if err != nil {
			return 0, err
		}
		if least == 0 || mb < least {
			least = mb
		}
	}
	return least, nil
}

// resident is the resident memory of this process in MB.
func resident() (float64, error) {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	var size, pages int
	if _, err := fmt.Fscan(strings.NewReader(string(b)), &size, &pages); err != nil {
		return 0, fmt.Errorf("/proc/self/statm: %w", err)
	}
	return float64(pages*os.Getpagesize()) / (1 << 20), nil
}
