package extract_test

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/whosaid/whosaid/extract"
)

// TestScratchMemory reads long texts and watches how much memory is in use
// beyond the result: less than half of what that takes, since no stage keeps
// what it notes of each token for the whole text.
func TestScratchMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	b, err := os.ReadFile("../testdata/article.txt")
	require.NoError(t, err)
	x := newExtractor(t)
	defer debug.SetGCPercent(debug.SetGCPercent(3))
	for _, size := range []int{1 << 20, 7 << 19} {
		text := strings.Repeat(string(b)+"\n\n", size/len(b))
		before := inUse()
		stop, peak := watch()
		d, err := x.Extract(context.Background(), text, extract.Published(day))
		close(stop)
		most := <-peak
		require.NoError(t, err)
		result := inUse() - before
		runtime.KeepAlive(d)
		beyond := int64(most) - int64(before+result)
		t.Logf("text %d KB, result %d KB, most beyond it %d KB", len(text)>>10, result>>10, beyond>>10)
		require.Less(t, beyond, int64(result/2+4<<20))
	}
}

// inUse is the memory in use once the collector is done.
func inUse() uint64 {
	runtime.GC()
	runtime.GC() // what pools held on to
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// watch looks at the memory in use until stop is closed; then peak tells the
// most.
func watch() (stop chan struct{}, peak chan uint64) {
	stop, peak = make(chan struct{}), make(chan uint64, 1)
	go func() {
		var most uint64
		for {
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(2 * time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
	}()
	return stop, peak
}

// Where long texts are cut into parts, no quote and no claim is lost: twenty
// times as many paragraphs hold twenty times as many.
func TestLongTextsLoseNothing(t *testing.T) {
	t.Parallel()
	const paragraphs = "“We will not sell the old mill,” said Ann Lee, who leads the council of Salford.\n\n" +
		"The mill employed 400 people in 2012. Prices, she added, had risen by a third.\n\n" +
		"It rained in Salford on Tuesday. The river rose by two metres and the bridge was closed.\n\n" +
		"“They came at night.\n\n“Nobody saw them,” the mayor of Leeds told the BBC.\n\n"
	x := newExtractor(t)
	count := func(times int) (quotes, claims, rain int) {
		d, err := x.Extract(context.Background(), strings.Repeat(paragraphs, times), extract.Published(day))
		require.NoError(t, err)
		require.NoError(t, d.Validate())
		groups := map[int]bool{}
		for i := range d.Claims {
			if strings.HasPrefix(d.Slice(d.Claims[i].Spans[0]), "It rained") {
				groups[d.Claims[i].Group] = true
			}
		}
		return len(d.Quotes), len(d.Claims), len(groups)
	}
	quotes, claims, rain := count(20)
	require.GreaterOrEqual(t, quotes, 20*3)
	require.GreaterOrEqual(t, claims, 20*5)
	manyQuotes, manyClaims, manyRain := count(20 * 40)
	require.Equal(t, 40*quotes, manyQuotes)
	require.Equal(t, 40*claims, manyClaims)
	require.Equal(t, []int{1, 1}, []int{rain, manyRain}, "what is said again is one claim, in other parts too")
}
