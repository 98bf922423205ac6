// Package batch reads many articles at once and writes them in their order.
package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
)

// Options say how to run. All but Workers, Update and Warn must be set.
type Options struct {
	Extractor safe.Extractor
	Writer    output.Writer
	Workers   int // at least 1
	// Failed is called for each record that could not be read, in order, with an
	// *input.RecordError.
	Failed func(error)
	// Written is called for each record that was written, in order.
	Written func(input.Place)
	// Update writes records that have changed in the place of what they were.
	Update bool
	// Warn, if not nil, is called with what is odd about a record that was written.
	Warn func(error)
}

// A Summary counts what happened.
type Summary struct {
	Written, Failed int
	Skipped         int // were in the output already
	Changed         int // were there as they had been before, and stay so
	Replaced        int // of the written, took the place of what they had been
	Bytes           int // of text
	Quotes          int
}

// flushEvery and flushAfter bound what a killed run has to do again, and how long
// whoever reads a pipe waits for what is known.
const (
	flushEvery = 256 // records
	flushAfter = time.Second / 2
)

// maxWaiting bounds, in bytes, the records that are read at once or wait to be
// written. One that is larger is read alone. What is found in a text takes some
// twenty times its bytes, and so does its output, of which one or the other is
// kept.
const maxWaiting = 4 << 20

// A WriteError ends a run: the output failed. Place is that of the record that
// could not be written, or zero.
type WriteError struct {
	Place input.Place
	Err   error
}

func (e *WriteError) Error() string {
	if e.Place.File == "" {
		return e.Err.Error()
	}
	return fmt.Sprintf("%s: cannot be written: %v", e.Place, e.Err)
}

func (e *WriteError) Unwrap() error { return e.Err }

// job is a record on its way. done is closed when it was read.
type job struct {
	item   input.Item
	memory memory
	known  int // that of the output which has the same bytes, -1 for none
	entry  record.Entry
	write  output.Write // which keeps what it needs of the record
	bytes  int          // of its text
	quotes int
	err    error
	done   chan struct{}
}

// A queue is where the jobs of a run stand: before the workers, and in the order
// of the records, whose length bounds how many wait to be written.
type queue struct {
	work, order chan *job
	room        *room
	memory      memory
}

// Run reads the items and writes them. Records that fail are reported, and the
// rest goes on; it returns an error only if the output fails (a *WriteError) or
// ctx is done. The Writer is flushed, not closed.
func Run(ctx context.Context, items iter.Seq2[input.Item, error], o Options) (Summary, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var sum Summary
	q := &queue{work: make(chan *job), order: make(chan *job, 8*o.Workers), room: newRoom(maxWaiting), memory: limitMemory()}
	defer q.memory.end()
	var wg sync.WaitGroup
	for range o.Workers {
		wg.Go(func() {
			for j := range q.work {
				j.run(ctx, &o)
				close(j.done)
			}
		})
	}
	wg.Go(func() {
		defer close(q.order)
		defer close(q.work)
		o.feed(ctx, items, q)
	})
	c := &collector{Options: &o, index: o.Writer.Index(), sum: &sum}
	err := c.collect(ctx, q)
	cancel()
	for range q.order { // lets the feeder end
	}
	wg.Wait()
	return sum, err
}

// feed hands out the items. Of those that the output has, byte for byte, only the
// turn is waited for.
func (o *Options) feed(ctx context.Context, items iter.Seq2[input.Item, error], q *queue) {
	index := o.Writer.Index()
	for it, err := range items {
		if !q.room.take(ctx, it.Size) {
			return
		}
		q.memory.admit(it.Size)
		j := &job{item: it, memory: q.memory, err: err, known: -1, done: make(chan struct{})}
		if err == nil && index != nil {
			if n, ok := index.Claim(it.Raw); ok {
				j.known = n
				close(j.done)
			}
		}
		select {
		case q.order <- j:
		case <-ctx.Done():
			return
		}
		if j.known >= 0 {
			continue
		}
		select {
		case q.work <- j:
		case <-ctx.Done():
			j.err = ctx.Err()
			close(j.done)
			return
		}
	}
}

// run reads one article. Nothing that a record does ends more than the record.
func (j *job) run(ctx context.Context, o *Options) {
	if j.err != nil {
		return
	}
	err := safe.Do(func() error {
		a, err := j.item.Load(ctx)
		j.item = input.Item{Place: j.item.Place, Size: j.item.Size} // its bytes are not needed any more
		if err != nil {
			return err
		}
		if j.item.Size > maxWaiting { // base64, or a page of little but markup, is longer than its text
			j.memory.admit(len(a.Text))
		}
		d, err := o.Extractor.Extract(ctx, a.Text, extract.Published(a.Published))
		if err != nil {
			return err
		}
		j.entry, j.bytes, j.quotes = a.Entry, len(d.Text), len(d.Quotes)
		j.write, err = o.Writer.Encode(&output.Record{Article: a, Document: d})
		return err
	})
	var known *input.RecordError
	if err != nil && !errors.As(err, &known) {
		err = &input.RecordError{Place: j.item.Place, Err: err}
	}
	j.err = err
}
