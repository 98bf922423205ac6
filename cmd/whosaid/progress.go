package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/batch"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/count"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
)

// progress shows how far a run has come: a bar on a terminal, a line now and
// then elsewhere.
type progress struct {
	w     io.Writer
	src   *input.Source
	quiet bool
	bar   *progressbar.ProgressBar
	n     int
	start time.Time
	last  time.Time
	mu    sync.Mutex // of w and bar: warnings come from the workers
}

// every is the time between two lines.
const every = 10 * time.Second

func newProgress(w io.Writer, src *input.Source, quiet bool) *progress {
	p := &progress{w: w, src: src, quiet: quiet, start: time.Now(), last: time.Now()}
	if f, ok := w.(*os.File); ok && !quiet && term.IsTerminal(int(f.Fd())) {
		size := src.Size
		if size == 0 {
			size = -1
		}
		p.bar = progressbar.NewOptions64(size, progressbar.OptionSetWriter(w), progressbar.OptionShowBytes(true),
			progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	return p
}

// step says that a record was written.
func (p *progress) step() {
	p.n++
	if p.bar != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.bar.Describe(fmt.Sprintf("%s, %.0f/s", count.Of(p.n, "article"), float64(p.n)/time.Since(p.start).Seconds()))
		p.bar.Set64(p.src.Read())
		return
	}
	if !p.quiet && time.Since(p.last) > every {
		p.last = time.Now()
		p.line(p.rate())
	}
}

func (p *progress) rate() string {
	elapsed := time.Since(p.start)
	s := fmt.Sprintf("%s, %.0f a second", count.Of(p.n, "article"), float64(p.n)/elapsed.Seconds())
	if read := p.src.Read(); p.src.Size > 0 && read > 0 {
		left := time.Duration(float64(elapsed) * float64(p.src.Size-read) / float64(read))
		s += fmt.Sprintf(", %d %%, about %v left", 100*read/p.src.Size, left.Round(time.Second))
	}
	return s
}

// warn says what could not be read of an article that was.
func (p *progress) warn(err error) { p.line("whosaid: warning: " + err.Error()) }

// line prints a line beside the bar.
func (p *progress) line(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	fmt.Fprintln(p.w, output.Shown(s))
}

// end prints the summary.
func (p *progress) end(sum batch.Summary, took time.Duration) {
	if p.bar != nil {
		p.bar.Finish()
	}
	if p.quiet {
		return
	}
	fmt.Fprintf(p.w, "%s with %s written", count.Of(sum.Written, "article"), count.Of(sum.Quotes, "quote"))
	if sum.Replaced > 0 {
		fmt.Fprintf(p.w, ", %d of these anew", sum.Replaced)
	}
	if sum.Skipped > 0 {
		fmt.Fprintf(p.w, ", %d there already", sum.Skipped)
	}
	if sum.Changed > 0 {
		fmt.Fprintf(p.w, ", %d changed since (--update reads what has)", sum.Changed)
	}
	if sum.Failed > 0 {
		fmt.Fprintf(p.w, ", %d could not be read", sum.Failed)
	}
	fmt.Fprintf(p.w, " in %v", took.Round(10*time.Millisecond))
	if s := took.Seconds(); s > 0 && sum.Written > 0 {
		fmt.Fprintf(p.w, " (%.1f a second, %.2f MB/s)", float64(sum.Written)/s, float64(sum.Bytes)/1e6/s)
	}
	fmt.Fprintln(p.w)
}
