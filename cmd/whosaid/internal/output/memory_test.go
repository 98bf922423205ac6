package output_test

import (
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/db"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/extract"
)

// held is how many bytes of the heap are in use.
func held() int {
	runtime.GC()
	runtime.GC() // what stands in a pool goes with the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// watched looks at what is held each time that twice as much has come.
type watched struct {
	next, looks          int
	total, largest, most int
}

func (w *watched) Write(p []byte) (int, error) {
	w.largest = max(w.largest, len(p))
	if w.total += len(p); w.total >= w.next {
		w.next, w.looks, w.most = 2*w.total, w.looks+1, max(w.most, held())
	}
	return len(p), nil
}

// long is a record whose text is nothing but short quotes, of which most is
// found.
func long(t *testing.T) *output.Record {
	t.Helper()
	x, err := extract.New()
	require.NoError(t, err)
	text := strings.Repeat("“Yes,” said Ann Lee. “No,” Bob Dorn told Orbit Labs on Monday.\n", 3000)
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	require.Greater(t, len(d.Quotes), 5000)
	return &output.Record{Article: &input.Article{Place: input.Place{File: "in.txt"}, ID: "in.txt", Text: text}, Document: d}
}

// TestLongRecordsAreNotHeld: beside the Document itself, no form keeps its output
// of a long text, neither until it is written nor while it is.
func TestLongRecordsAreNotHeld(t *testing.T) {
	r := long(t)
	const little = 1 << 20 // an index of characters, labels of tokens, buffers
	for _, form := range []string{"pretty", "json", "ndjson", "conllu", "webanno", "schemaorg", "timeml", "ninjs", "bulk"} {
		w := &watched{next: 32 << 10}
		out, err := output.Open(form, output.Options{Stdout: w})
		require.NoError(t, err)
		before := held()
		put, err := out.Encode(r)
		require.NoError(t, err)
		require.Zero(t, w.total)
		require.Less(t, held()-before, little, "%s waits", form)
		require.NoError(t, put(entry(1)))
		require.NoError(t, out.Close(context.Background()))
		require.GreaterOrEqual(t, w.looks, 3, form)
		require.Less(t, w.most-before, little, "%s is written", form)
		require.Less(t, w.largest, 128<<10, form)
		t.Logf("%s: %d bytes, of which %d held", form, w.total, w.most-before)
	}
	for _, form := range []string{"csv", "brat", "json/", "sqlite"} {
		o := output.Options{Path: filepath.Join(t.TempDir(), strings.Replace(form, "json", "out", 1))}
		open := db.Create
		if form != "sqlite" {
			open = func(o output.Options) (output.Writer, error) { return output.Open(strings.Trim(form, "/"), o) }
		}
		out, err := open(o)
		require.NoError(t, err)
		before := held()
		put, err := out.Encode(r)
		require.NoError(t, err)
		require.Less(t, held()-before, little, form)
		require.NoError(t, put(entry(1)))
		require.NoError(t, out.Close(context.Background()))
	}
	runtime.KeepAlive(r)
}

// TestTablesHoldWhatTheyNeed: the tokens of a long text, half of what is found in
// it, are let go before its rows are written, and writing them takes a few copies
// of the text.
func TestTablesHoldWhatTheyNeed(t *testing.T) {
	for form, open := range map[string]func(output.Options) (output.Writer, error){
		"sqlite":  db.Create,
		"parquet": func(o output.Options) (output.Writer, error) { return output.Open("parquet", o) },
	} {
		out, err := open(output.Options{Path: filepath.Join(t.TempDir(), "out")})
		require.NoError(t, err)
		text, tokens, before := 0, 0, 0
		encode := func() output.Write { // after which nobody but out has the record
			r := long(t)
			r.Document.Text += strings.Repeat(" ", 4<<20)
			r.Document.Quotes = slices.Repeat(r.Document.Quotes, 24) // so that Parquet writes its part at once
			text, tokens = len(r.Document.Text), cap(r.Document.Tokens)*int(unsafe.Sizeof(whosaid.Token{}))
			before = held()
			put, err := out.Encode(r)
			require.NoError(t, err)
			return put
		}
		put := encode()
		after := held()
		require.Less(t, after, before-tokens*9/10, form)
		most := liveMost(func() { require.NoError(t, put(entry(1))) })
		t.Logf("%s: %d bytes of text, %d held, %d more at most", form, text, after, most-after)
		require.Less(t, most-after, 12*text, form)
		require.NoError(t, out.Close(context.Background()))
	}
}

// liveMost is the most that the collector found in use while f ran. It is made to
// look each time that a tenth has been added.
func liveMost(f func()) int {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var most atomic.Int64
	var done atomic.Bool
	var again func(*[]byte)
	again = func(*[]byte) { // runs after each collection
		if done.Load() {
			return
		}
		metrics.Read(sample)
		most.Store(max(most.Load(), int64(sample[0].Value.Uint64())))
		runtime.SetFinalizer(&[]byte{0}, again)
	}
	runtime.SetFinalizer(&[]byte{0}, again)
	f()
	runtime.GC()
	done.Store(true)
	return int(most.Load())
}

// TestShortRecordsAreLetGo: of a short text the output is kept and the Document
// is not.
func TestShortRecordsAreLetGo(t *testing.T) {
	x, err := extract.New()
	require.NoError(t, err)
	text := strings.Repeat("Ann Lee said it rained. ", 1000)
	_, err = x.Extract(context.Background(), text) // which fills its pools
	require.NoError(t, err)
	for _, form := range []string{"pretty", "timeml"} {
		out, err := output.Open(form, output.Options{Stdout: io.Discard})
		require.NoError(t, err)
		before := held()
		var waiting []output.Write
		for range 8 {
			d, err := x.Extract(context.Background(), text)
			require.NoError(t, err)
			put, err := out.Encode(&output.Record{Article: &input.Article{Text: text}, Document: d})
			require.NoError(t, err)
			waiting = append(waiting, put)
		}
		require.Less(t, held()-before, 8*12*len(text), "%s: a Document takes twenty times its text", form)
		for _, put := range waiting {
			require.NoError(t, put(entry(1)))
		}
	}
}

// TestIndented: JSON that is indented as it comes is as json.Indent sets it.
func TestIndented(t *testing.T) {
	t.Parallel()
	path, records := written(t, "json", "out.json")
	var want strings.Builder
	for _, r := range records {
		b, err := json.MarshalIndent(r.Document, "", "  ")
		require.NoError(t, err)
		want.Write(append(b, '\n'))
	}
	require.Equal(t, want.String(), string(read(t, path)))
}
