package batch

import (
	"context"
	"fmt"
	"time"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/input"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/record"
	"github.com/whosaid/whosaid/cmd/whosaid/internal/safe"
)

// A collector takes the records in their order, and writes those that are to be
// written.
type collector struct {
	*Options
	index *record.Index // nil if the output has none
	sum   *Summary
	since int // records since the last flush
}

// collect writes in order. While no record comes, what was written is flushed.
func (c *collector) collect(ctx context.Context, q *queue) error {
	tick := time.NewTicker(flushAfter)
	defer tick.Stop()
	for {
		j, err := c.next(ctx, q, tick.C)
		if err != nil {
			return err
		}
		if j == nil {
			break
		}
		err = c.finish(ctx, j)
		q.room.give(j.item.Size)
		if err == nil && c.since >= flushEvery {
			err = c.flush()
		}
		if err != nil {
			return &WriteError{j.item.Place, err}
		}
	}
	if err := c.flush(); err != nil {
		return &WriteError{Err: err}
	}
	return ctx.Err()
}

// next waits for the next record, and is nil at the end, or when ctx is done.
func (c *collector) next(ctx context.Context, q *queue, tick <-chan time.Time) (*job, error) {
	var j *job
	var done chan struct{}
	order := q.order
	for {
		select {
		case <-ctx.Done():
			return nil, nil
		case <-tick:
			if err := c.flush(); err != nil {
				return nil, &WriteError{Err: err}
			}
		case next, ok := <-order:
			if !ok {
				return nil, nil
			}
			j, done, order = next, next.done, nil
		case <-done:
			return j, nil
		}
	}
}

func (c *collector) flush() error {
	c.since = 0
	return c.Writer.Flush()
}

// finish does what a record is due: it is written, or passed over as one that is
// there, or told as one that fails.
func (c *collector) finish(ctx context.Context, j *job) error {
	if j.known >= 0 {
		if c.index.Met(j.known) {
			c.sum.Skipped++
			return nil
		}
		j.run(ctx, c.Options) // what had its bytes has changed in this run
	}
	if ctx.Err() != nil {
		return nil
	}
	if j.err != nil {
		c.sum.Failed++
		c.Failed(j.err)
		return nil
	}
	return c.place(j)
}

// place finds a record its place in the output, and writes it there.
func (c *collector) place(j *job) error {
	if c.index == nil {
		j.entry.Doc = c.sum.Written + 1
		return c.put(j)
	}
	fate, old := c.index.Match(&j.entry, c.Update)
	switch {
	case fate == record.Same:
		c.sum.Skipped++
		return nil
	case fate == record.Changed && !c.Update:
		c.sum.Changed++
		return nil
	case fate == record.Changed:
		c.index.Inherit(&j.entry, old)
	default:
		c.index.Number(&j.entry)
	}
	if err := c.put(j); err != nil {
		return err
	}
	c.index.Add(j.entry)
	if fate == record.Changed {
		c.sum.Replaced++
	}
	if fate == record.Twin && c.Warn != nil {
		err := fmt.Errorf("its id or address is that of %s, whose text is another: both are kept (--update keeps the last)", old.Place)
		c.Warn(&input.RecordError{Place: j.item.Place, Err: err})
	}
	return nil
}

// put writes one record. One that is partly written cannot be taken back, so a panic
// is an error of the output.
func (c *collector) put(j *job) error {
	write := j.write
	j.write = nil // with it goes the record, before the next begins
	if err := safe.Do(func() error { return write(&j.entry) }); err != nil {
		return err
	}
	c.since++
	c.sum.Written++
	c.sum.Bytes += j.bytes
	c.sum.Quotes += j.quotes
	c.Written(j.item.Place)
	return nil
}
