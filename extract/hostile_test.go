package extract_test

import (
	"context"
	"flag"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/hostile"
)

var hostileBytes = flag.Int("hostile", 128<<10, "bytes of each hostile text of TestHostileIsLinear; CI takes more")

// TestHostileIsLinear reads each hostile text at n and 2n bytes: the second
// may take at most 2.5 times as long.
func TestHostileIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	x := newExtractor(t, extract.WithMaxBytes(64<<20))
	// The collector's cycles fall on either side of a measurement by chance, so
	// it runs between them instead.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, f := range hostile.Families() {
		t.Run(f.Name, func(t *testing.T) {
			size := worthMeasuring(t, x, f)
			once, twice := f.Make(size), f.Make(2*size)
			var n, n2 time.Duration
			ratio := 9.0
			for range 8 { // a busy machine spoils a measurement, so the least counts
				n, n2 = least(n, read(t, x, once)), least(n2, read(t, x, twice))
				if ratio = float64(n2) / float64(n); ratio < 2.5 {
					break
				}
			}
			t.Logf("%d bytes in %v, twice as many in %.2f times that", len(once), n, ratio)
			require.Less(t, ratio, 2.5)
		})
	}
}

// worthMeasuring is a size, from the flag's on, at which the texts of f take
// long enough to be measured.
func worthMeasuring(t *testing.T, x *extract.Extractor, f hostile.Family) int {
	const enough, most = 30 * time.Millisecond, 16 << 20
	size := *hostileBytes
	for size < most && read(t, x, f.Make(size)) < enough {
		size *= 2
	}
	return size
}

// allocated bounds the bytes that reading a text allocates, as package extract
// promises: so many for each byte of the text, and so many more.
const (
	allocatedPerByte = 1000
	allocatedBesides = 4 << 20
)

// TestHostileAllocatesLittle reads each hostile text and counts all bytes that
// were allocated, whether or not they were free again before the end.
func TestHostileAllocatesLittle(t *testing.T) {
	x := newExtractor(t)
	size := *hostileBytes / 2
	if testing.Short() {
		size /= 4
	}
	for _, f := range hostile.Families() {
		t.Run(f.Name, func(t *testing.T) {
			text := f.Make(size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := x.Extract(context.Background(), text, extract.Published(day))
			runtime.ReadMemStats(&after)
			require.NoError(t, err)
			got := after.TotalAlloc - before.TotalAlloc
			t.Logf("%d bytes allocated for each byte", got/uint64(len(text)))
			require.Less(t, got, uint64(allocatedPerByte*len(text)+allocatedBesides))
		})
	}
}

// read returns the processors' time that reading the text takes.
func read(t *testing.T, x *extract.Extractor, text string) time.Duration {
	runtime.GC()
	start := cpuTime()
	d, err := x.Extract(context.Background(), text, extract.Published(day))
	took := cpuTime() - start
	require.NoError(t, err)
	require.NoError(t, d.Validate())
	return took
}

// least is the smaller one, where 0 is no measurement.
func least(a, b time.Duration) time.Duration {
	if a == 0 {
		return b
	}
	return min(a, b)
}
