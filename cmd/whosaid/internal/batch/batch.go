// Package batch reads many articles at once and writes them in their order.
package batch

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/output"
	"github.com/whosaid/whosaid/extract"
)

// Options say how to run. All but Workers must be set.
type Options struct {
	Extractor *extract.Extractor
	Writer    output.Writer
	Workers   int // at least 1
	// Failed is told of each record that could not be read, an
	// *input.RecordError, in order.
	Failed func(error)
	// Written is told of each record that was written, in order.
	Written func(*output.Record)
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

// A WriteError is the end of a run: the output takes no more. Place is the
// record that could not be written, or zero.
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
	item  input.Item
	doc   int
	rec   *output.Record
	write output.Write
	err   error
	done  chan struct{}
}

// Run reads the items and writes them. Records that fail are told of, and the
// rest goes on; it returns an error only if the output takes no more (a
// *WriteError) or ctx is done. The Writer is flushed, not closed.
func Run(ctx context.Context, items iter.Seq2[input.Item, error], o Options) (Summary, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var sum Summary
	work := make(chan *job)
	order := make(chan *job, 8*o.Workers) // its length bounds what waits to be written
	var wg sync.WaitGroup
	for range o.Workers {
		wg.Go(func() {
			for j := range work {
				j.run(ctx, &o)
				close(j.done)
			}
		})
	}
	wg.Go(func() {
		defer close(order)
		defer close(work)
		sum.Skipped = o.feed(ctx, items, work, order)
	})
	err := o.collect(ctx, order, &sum)
	cancel()
	for range order { // lets the feeder end
	}
	wg.Wait()
	return sum, err
}

// feed hands out the items that are not in the output yet, and counts the others.
func (o *Options) feed(ctx context.Context, items iter.Seq2[input.Item, error], work, order chan<- *job) (skipped int) {
	done, doc := o.Writer.Done()
	for it, err := range items {
		if err == nil && done[it.Place.String()] {
			skipped++
			continue
		}
		doc++
		j := &job{item: it, doc: doc, err: err, done: make(chan struct{})}
		select {
		case order <- j:
		case <-ctx.Done():
			return skipped
		}
		select {
		case work <- j:
		case <-ctx.Done():
			j.err = ctx.Err()
			close(j.done)
			return skipped
		}
	}
	return skipped
}

// run reads one article.
func (j *job) run(ctx context.Context, o *Options) {
	if j.err != nil {
		return
	}
	a, err := load(j.item)
	if err != nil {
		j.err = err
		return
	}
	var d *whosaid.Document
	if d, err = o.Extractor.Extract(ctx, a.Text, extract.Published(a.Published)); err == nil {
		j.rec = &output.Record{Article: a, Doc: j.doc, Document: d}
		j.write, err = o.Writer.Encode(j.rec)
	}
	if err != nil {
		j.err = &input.RecordError{Place: j.item.Place, Err: err}
	}
}

// load reads an article. The libraries that take web pages apart are not
// proof against every page.
func load(it input.Item) (a *input.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &input.RecordError{Place: it.Place, Err: fmt.Errorf("cannot be taken apart: %v", p)}
		}
	}()
	return it.Load()
}

// collect writes in order.
func (o *Options) collect(ctx context.Context, order <-chan *job, sum *Summary) error {
	last, since := time.Now(), 0
	for j := range order {
		<-j.done
		if ctx.Err() != nil {
			break
		}
		if j.err != nil {
			sum.Failed++
			o.Failed(j.err)
			continue
		}
		if err := j.write(); err != nil {
			return &WriteError{j.item.Place, err}
		}
		sum.Written++
		sum.Bytes += len(j.rec.Text)
		sum.Quotes += len(j.rec.Document.Quotes)
		o.Written(j.rec)
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
