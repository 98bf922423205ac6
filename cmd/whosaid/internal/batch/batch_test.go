package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/extract"
)

// breaking is a library that panics, or fails, on texts that say so.
type breaking struct{}

func (breaking) Extract(_ context.Context, text string, _ ...extract.DocOption) (*whosaid.Document, error) {
	var list []int
	switch text {
	case "panic":
		panic("on purpose")
	case "index":
		return nil, fmt.Errorf("never %d", list[len(text)])
	case "error":
		return nil, errors.New("on purpose")
	}
	return &whosaid.Document{Text: text}, nil
}

// lines are the items of a file with a text on each line.
func lines(texts ...string) iter.Seq2[input.Item, error] {
	return func(yield func(input.Item, error) bool) {
		for i, text := range texts {
			p := input.Place{File: "in.ndjson", Line: i + 1}
			it, err := input.NewItem(p, len(text), func(context.Context) (*input.Article, error) {
				switch text {
				case "page":
					panic("no page")
				case "json":
					return nil, errors.New("no JSON")
				}
				return &input.Article{Text: text}, nil
			}), error(nil)
			if text == "line" {
				it, err = input.Item{}, &input.RecordError{Place: p, Err: errors.New("no line")}
			}
			if !yield(it, err) {
				return
			}
		}
	}
}

// run reads texts into w and returns the errors that were told.
func run(t *testing.T, w output.Writer, workers int, texts ...string) (Summary, []string) {
	t.Helper()
	var told []string
	sum, err := Run(context.Background(), lines(texts...), Options{
		Extractor: breaking{}, Writer: w, Workers: workers,
		Failed:  func(err error) { told = append(told, err.Error()) },
		Written: func(input.Place) {},
	})
	require.NoError(t, err)
	require.NoError(t, w.Close(context.Background()))
	return sum, told
}

// open opens an output of a form.
func open(t *testing.T, form string, o output.Options) output.Writer {
	t.Helper()
	var w output.Writer
	var err error
	if form == "sqlite" {
		w, err = db.Create(o)
	} else {
		w, err = output.Open(form, o)
	}
	require.NoError(t, err)
	return w
}

// TestNoRecordEndsARun has records that fail in each way there is. All others
// are written, and a run that goes on passes the same ones again.
func TestNoRecordEndsARun(t *testing.T) {
	t.Parallel()
	texts := []string{"One.", "panic", "Two.", "index", "page", "json", "line", "Three.", "error", "panic"}
	want := []string{
		`^in\.ndjson:2: internal error at batch_test\.go:\d+, please report it: on purpose$`,
		`^in\.ndjson:4: internal error at batch_test\.go:\d+, .*index out of range`,
		`^in\.ndjson:5: internal error at batch_test\.go:\d+, .*no page$`,
		`^in\.ndjson:6: no JSON$`, `^in\.ndjson:7: no line$`, `^in\.ndjson:9: on purpose$`, `^in\.ndjson:10: internal error`,
	}
	for _, form := range []string{"ndjson", "csv", "parquet", "brat", "sqlite", "pretty"} {
		for _, workers := range []int{1, 4} {
			o := output.Options{Path: filepath.Join(t.TempDir(), "out")}
			check := func(sum Summary, told []string) {
				require.Equal(t, len(want), sum.Failed, form)
				require.Len(t, told, len(want), form)
				for i := range want {
					require.Regexp(t, want[i], told[i], form)
				}
			}
			sum, told := run(t, open(t, form, o), workers, texts...)
			check(sum, told)
			require.Equal(t, 3, sum.Written, form)
			o.Resume = true
			sum, told = run(t, open(t, form, o), workers, append(texts, "Four.")...)
			check(sum, told)
			require.Equal(t, []int{1, 3}, []int{sum.Written, sum.Skipped}, form)
			if form == "ndjson" {
				b, err := os.ReadFile(o.Path)
				require.NoError(t, err)
				require.Equal(t, 4, strings.Count(string(b), "\n"))
			}
		}
	}
}

// failing is a writer that panics where it is told to.
type failing struct {
	output.Writer
	encode, write bool
}

func (f *failing) Encode(r *output.Record) (output.Write, error) {
	if f.encode && r.Text == "bad" {
		panic("no form")
	}
	put, err := f.Writer.Encode(r)
	if f.write && r.Text == "bad" {
		return func(*record.Entry) error { panic("no writing") }, err
	}
	return put, err
}

func TestAPanicOfAWriter(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "out")
	f := &failing{Writer: open(t, "ndjson", output.Options{Path: path}), encode: true}
	sum, told := run(t, f, 2, "One.", "bad", "Two.")
	require.Equal(t, []int{2, 1}, []int{sum.Written, sum.Failed}, "what cannot be laid out is a record that fails")
	require.Contains(t, told[0], "in.ndjson:2: ")

	f = &failing{Writer: open(t, "ndjson", output.Options{Path: path, Force: true}), write: true}
	sum, err := Run(context.Background(), lines("One.", "bad", "Two."), Options{Extractor: breaking{}, Writer: f, Workers: 2, Failed: func(error) {}, Written: func(input.Place) {}})
	var we *WriteError
	require.ErrorAs(t, err, &we, "what was begun to be written ends the run")
	require.Equal(t, 2, we.Place.Line)
	require.Equal(t, 1, sum.Written)
	require.NoError(t, f.Close(context.Background()))
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Contains(t, string(b), "One.", "what was written before is kept")
}

func TestLargeRecordsWaitForEachOther(t *testing.T) {
	t.Parallel()
	var now, most atomic.Int64
	items := func(yield func(input.Item, error) bool) {
		for i := range 40 {
			size := maxWaiting / 3
			if i == 20 {
				size = 2 * maxWaiting // which is read alone
			}
			it := input.NewItem(input.Place{File: "in", Line: i + 1}, size, func(context.Context) (*input.Article, error) {
				for n := now.Add(int64(size)); ; {
					if m := most.Load(); n <= m || most.CompareAndSwap(m, n) {
						return &input.Article{Text: "Rain fell."}, nil
					}
				}
			})
			if !yield(it, nil) {
				return
			}
		}
	}
	var w counting
	sum, err := Run(context.Background(), items, Options{
		Extractor: breaking{}, Writer: &w, Workers: 8, Failed: func(error) {},
		Written: func(p input.Place) {
			size := maxWaiting / 3
			if p.Line == 21 {
				size = 2 * maxWaiting
			}
			now.Add(-int64(size))
		},
	})
	require.NoError(t, err)
	require.Equal(t, 40, sum.Written)
	require.Equal(t, 40, w.n)
	require.Equal(t, int64(2*maxWaiting), most.Load(), "the large one was read alone, and the others within the bound")
}

// counting counts what is written.
type counting struct{ n int }

func (c *counting) Encode(*output.Record) (output.Write, error) {
	return func(*record.Entry) error { c.n++; return nil }, nil
}
func (c *counting) Index() *record.Index        { return nil }
func (c *counting) Flush() error                { return nil }
func (c *counting) Close(context.Context) error { return nil }

func TestRoom(t *testing.T) {
	t.Parallel()
	over, cancel := context.WithCancel(context.Background())
	cancel()
	r := newRoom(10)
	require.True(t, r.take(over, 6))
	require.True(t, r.take(over, 4))
	require.False(t, r.take(over, 1), "it is full")
	r.give(6)
	require.True(t, r.take(over, 1))
	require.False(t, r.take(over, 11), "something is on its way")
	r.give(4)
	r.give(1)
	require.True(t, r.take(over, 11), "alone it passes")
	require.False(t, r.take(over, 0))
	r.give(11)
	require.Equal(t, 10, r.free)
	done := make(chan bool)
	require.True(t, r.take(over, 10))
	go func() { done <- r.take(context.Background(), 5) }()
	r.give(10)
	require.True(t, <-done, "it waits until something is given back")
}
