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
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
	"github.com/whosaid/whosaid/extract"
)

// Options say how to run. All but Workers must be set.
type Options struct {
	Extractor safe.Extractor
	Writer    output.Writer
	Workers   int // at least 1
	// Failed is called for each record that could not be read, in order, with an
	// *input.RecordError.
	Failed func(error)
	// Written is called for each record that was written, in order.
	Written func(input.Place)
}

// A Summary counts what happened.
type Summary struct {
	Written, Failed, Skipped int // Skipped were in the output already
	Bytes                    int // of text
	Quotes                   int
}

// flushEvery bounds what a killed run has to do again.
const (
	flushEvery   = 256 // records
	flushSeconds = 2
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
	doc    int
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
		sum.Skipped = o.feed(ctx, items, q)
	})
	err := o.collect(ctx, q, &sum)
	cancel()
	for range q.order { // lets the feeder end
	}
	wg.Wait()
	return sum, err
}

// feed hands out the items that are not in the output yet, and counts the others.
func (o *Options) feed(ctx context.Context, items iter.Seq2[input.Item, error], q *queue) (skipped int) {
	done, doc := o.Writer.Done()
	for it, err := range items {
		if err == nil && done[it.Place.String()] {
			skipped++
			continue
		}
		if !q.room.take(ctx, it.Size) {
			return skipped
		}
		q.memory.admit(it.Size)
		doc++
		j := &job{item: it, doc: doc, err: err, done: make(chan struct{})}
		select {
		case q.order <- j:
		case <-ctx.Done():
			return skipped
		}
		select {
		case q.work <- j:
		case <-ctx.Done():
			j.err = ctx.Err()
			close(j.done)
			return skipped
		}
	}
	return skipped
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
		d, err := o.Extractor.Extract(ctx, a.Text, extract.Published(a.Published))
		if err != nil {
			return err
		}
		j.bytes, j.quotes = len(d.Text), len(d.Quotes)
		j.write, err = o.Writer.Encode(&output.Record{Article: a, Doc: j.doc, Document: d})
		return err
	})
	var known *input.RecordError
	if err != nil && !errors.As(err, &known) {
		err = &input.RecordError{Place: j.item.Place, Err: err}
	}
	j.err = err
}

// finish writes one record, or reports why there is none.
func (o *Options) finish(j *job, sum *Summary) error {
	if j.err != nil {
		sum.Failed++
		o.Failed(j.err)
		return nil
	}
	// A record that is partly written cannot be taken back, so a panic is an error
	// of the output.
	err := safe.Do(j.write)
	j.write = nil // with it goes the record, before the next begins
	if err != nil {
		return err
	}
	sum.Written++
	sum.Bytes += j.bytes
	sum.Quotes += j.quotes
	o.Written(j.item.Place)
	return nil
}

// collect writes in order.
func (o *Options) collect(ctx context.Context, q *queue, sum *Summary) error {
	last, since := time.Now(), 0
	for j := range q.order {
		<-j.done
		if ctx.Err() != nil {
			break
		}
		err := o.finish(j, sum)
		q.room.give(j.item.Size)
		if err != nil {
			return &WriteError{j.item.Place, err}
		}
		if j.err != nil {
			continue
		}
		if since++; since >= flushEvery || time.Since(last) > flushSeconds*time.Second {
			if err := o.Writer.Flush(); err != nil {
				return &WriteError{j.item.Place, err}
			}
			last, since = time.Now(), 0
		}
	}
	if err := o.Writer.Flush(); err != nil {
		return &WriteError{Err: err}
	}
	return ctx.Err()
}
