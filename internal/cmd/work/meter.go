package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/whosaid/whosaid"
	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/hostile"
	"github.com/whosaid/whosaid/internal/lab/work"
)

// day is the document date of all texts.
var day = time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)

// A meter has the Extractors that texts are read with.
type meter struct {
	news, dialogue, listed *extract.Extractor
}

// known is how many names the Extractor with a list of names knows.
const known = 100_000

func newMeter() (*meter, error) {
	// The collector empties pools, and what is kept in them from before changes
	// the count. So it runs between texts only, unless there is too much garbage.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(3 << 30)
	names := make([]string, known)
	for i := range names {
		names[i] = fmt.Sprintf("Name%d Qux%d", i, i%977)
	}
	size := extract.WithMaxBytes(1 << 30)
	var m meter
	var err error
	if m.news, err = extract.New(size); err != nil {
		return nil, err
	}
	if m.dialogue, err = extract.New(size, extract.WithDates(entities.Forward())); err != nil {
		return nil, err
	}
	m.listed, err = extract.New(size, extract.WithNames(whosaid.EntityPerson, names...))
	return &m, err
}

// A series is texts that are alike, and what they are read with.
type series struct {
	name string
	make func(n int) string
	x    *extract.Extractor
}

// series are all families; those about dates and times once more in dialogue,
// and news once more where many names are known.
func (m *meter) series() []series {
	var out []series
	for _, f := range hostile.Families() {
		out = append(out, series{f.Name, f.Make, m.news})
		if f.Name == "news" {
			out = append(out, series{"news, many names known", f.Make, m.listed})
		}
	}
	for _, f := range hostile.Times() {
		out = append(out, series{f.Name + ", in dialogue", f.Make, m.dialogue})
	}
	return out
}

// looks is a context that is done from one look on, and knows how much work was
// done between two looks at it.
type looks struct {
	context.Context
	n, stopAt  int    // looks so far, and the one that ends it, or 0
	last, most uint64 // the work done at the latest look, and the most between two
	stopped    uint64 // the work done when it ended
}

func (l *looks) Err() error {
	now := work.Count()
	l.n++
	l.most, l.last = max(l.most, now-l.last), now
	if l.stopAt == 0 || l.n < l.stopAt {
		return nil
	}
	if l.n == l.stopAt {
		l.stopped = now
	}
	return context.Canceled
}

// read reads the text of so many bytes.
func (s *series) read(size int) (*hostile.Reading, error) {
	text := s.make(size)
	inUse() // empties the pools
	before := memory()
	r := &hostile.Reading{Family: s.name, Bytes: len(text)}
	start := work.Count()
	ctx := &looks{Context: context.Background(), last: start}
	d, err := s.x.Extract(ctx, text, extract.Published(day))
	r.Work = work.Count() - start
	_ = ctx.Err()
	r.Unwatched = ctx.most
	r.Allocated = memory().TotalAlloc - before.TotalAlloc
	if err != nil {
		return nil, err
	}
	return r, d.Validate()
}

// peak reads the text again, stopping to look how much memory is in use.
func (s *series) peak(r *hostile.Reading, size, stops int) error {
	text := s.make(size)
	before, most := inUse(), uint64(0)
	work.Visit(r.Work/uint64(stops)+1, func() { most = max(most, inUse()) })
	d, err := s.x.Extract(context.Background(), text, extract.Published(day))
	work.Visit(0, nil)
	after := inUse()
	runtime.KeepAlive(d)
	r.Peak, r.Document = max(most, after)-before, after-before
	return err
}

// cancel reads the text again and again, each time until another look at its
// context.
func (s *series) cancel(r *hostile.Reading, size, times int) error {
	text := s.make(size)
	all := &looks{Context: context.Background()}
	if _, err := s.x.Extract(all, text, extract.Published(day)); err != nil {
		return err
	}
	for i := range times {
		ctx := &looks{Context: context.Background(), stopAt: 1 + i*all.n/times}
		d, err := s.x.Extract(ctx, text, extract.Published(day))
		if d != nil || !errors.Is(err, context.Canceled) {
			return fmt.Errorf("ended at look %d of %d: error %w, a document: %t", ctx.stopAt, all.n, err, d != nil)
		}
		r.Late = max(r.Late, work.Count()-ctx.stopped)
	}
	return nil
}

// inUse is the memory in use once the collector has emptied the pools.
func inUse() uint64 {
	runtime.GC()
	runtime.GC()
	return memory().HeapAlloc
}

func memory() (m runtime.MemStats) {
	runtime.ReadMemStats(&m)
	return m
}
