package batch

import (
	"math"
	"runtime"
	"runtime/debug"
)

// perByte is how much memory a byte of the records on their way may take. What
// is found in a text of nothing but short quotes takes 27 bytes for each of its
// own, and news fewer than 20; the rest is left to the collector. What is outside
// its heap, as SQLite's memory, comes on top.
const perByte = 32

// A memory keeps the heap from growing to twice what is held, which is the
// collector's habit: near the limit it works more often. On 4 MB of short quotes
// the peak falls from 67 bytes for each of the text to 33, for a tenth more
// processor time; ordinary news never comes near the limit (BenchmarkRun).
type memory struct {
	base int64 // what the process held before the first record
	ours bool  // no limit was set before, as by GOMEMLIMIT
}

// limitMemory sets the limit for maxWaiting bytes of records.
func limitMemory() memory {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	m := memory{base: int64(s.Sys - s.HeapReleased), ours: debug.SetMemoryLimit(-1) == math.MaxInt64}
	m.admit(maxWaiting)
	return m
}

// admit makes room for a record of size bytes. One that is larger than
// maxWaiting is alone.
func (m memory) admit(size int) {
	if m.ours {
		debug.SetMemoryLimit(m.base + perByte*int64(max(size, maxWaiting)))
	}
}

// end takes the limit away, and gives back what the records took: an output may
// need memory of its own to be closed.
func (m memory) end() {
	debug.FreeOSMemory()
	if m.ours {
		debug.SetMemoryLimit(math.MaxInt64)
	}
}
