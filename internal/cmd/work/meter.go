package main

import (
	"context"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/whosaid/whosaid/entities"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/hostile"
	"github.com/whosaid/whosaid/internal/work"
)

// day is the document date of all texts.
var day = time.Date(2015, 9, 24, 0, 0, 0, 0, time.UTC)

// inDialogue marks the families that are read with the grammar of dialogue.
const inDialogue = " (dialogue)"

// families are all, those about dates and times once more in dialogue.
func families() []hostile.Family {
	fs := hostile.Families()
	for _, f := range hostile.Times() {
		fs = append(fs, hostile.Family{Name: f.Name + inDialogue, Make: f.Make})
	}
	return fs
}

// A meter reads texts and measures.
type meter struct {
	news, dialogue *extract.Extractor
	peak           bool
}

func newMeter(peak bool) (*meter, error) {
	// The collector empties pools, so it runs between texts only, unless there
	// is too much garbage: what is kept in them from before changes the count.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(3 << 30)
	news, err := extract.New(extract.WithMaxBytes(1 << 30))
	if err != nil {
		return nil, err
	}
	dialogue, err := extract.New(extract.WithMaxBytes(1<<30), extract.WithDates(entities.Forward()))
	if err != nil {
		return nil, err
	}
	return &meter{news: news, dialogue: dialogue, peak: peak}, nil
}

// looks is a context that knows how much work was done between two looks at it.
type looks struct {
	context.Context
	last, most uint64
}

func (l *looks) Err() error {
	now := work.Count()
	l.most = max(l.most, now-l.last)
	l.last = now
	return nil
}

// read reads the text of f of so many bytes.
func (m *meter) read(f hostile.Family, size int) (*hostile.Reading, error) {
	x := m.news
	if n := len(f.Name) - len(inDialogue); n > 0 && f.Name[n:] == inDialogue {
		x = m.dialogue
	}
	text := f.Make(size)
	inUse() // empties the pools
	before := memory()
	r := &hostile.Reading{Family: f.Name, Bytes: len(text)}
	start := work.Count()
	ctx := &looks{Context: context.Background(), last: start}
	d, err := x.Extract(ctx, text, extract.Published(day))
	r.Work = work.Count() - start
	_ = ctx.Err()
	r.Unwatched = ctx.most
	after := memory()
	if err != nil {
		return nil, err
	}
	r.Allocated = after.TotalAlloc - before.TotalAlloc
	if err := d.Validate(); err != nil {
		return nil, err
	}
	if m.peak {
		r.Peak = m.most(x, text, r.Work)
	}
	return r, nil
}

// most reads the text again, stops now and then to look how much memory is in
// use, and returns the most, without what was in use before.
func (m *meter) most(x *extract.Extractor, text string, all uint64) uint64 {
	const stops = 40
	before, most := inUse(), uint64(0)
	work.Visit(all/stops+1, func() { most = max(most, inUse()) })
	d, err := x.Extract(context.Background(), text, extract.Published(day))
	work.Visit(0, nil)
	most = max(most, inUse())
	runtime.KeepAlive(d)
	if err != nil || most < before {
		return 0
	}
	return most - before
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
