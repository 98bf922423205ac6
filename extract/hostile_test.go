package extract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/lab/hostile"
	"github.com/whosaid/whosaid/internal/lab/work"
)

var hostileBytes = flag.Int("hostile", 0,
	"read the hostile texts at so many bytes, twice and four times as many, and watch the peaks of memory")

// What package extract promises, of all hostile texts. Units of work are calls
// of functions and turns of loops.
const (
	// mostGrowth is how much more work twice the text may be: sorting makes it
	// a little more than two.
	mostGrowth = 2.2
	// All bytes allocated, garbage included, for each byte of the text, and
	// besides.
	allocatedPerByte, allocatedBesides = 1000, 4 << 20
	// The most bytes in use at a time for each byte of the text, and besides,
	// unless the document itself takes more than four fifths of that.
	peakPerByte, peakBesides = 40, 4 << 20
	// The most work between two looks at the context, and after it is done, for
	// each byte of the text, by passes that do next to nothing at each token, and
	// besides, by the longest sentence there can be: 100 million units for the
	// 4 MB of the default limit. News takes some 570 units a byte and is read at
	// 1.5 MB a second, so that 250 ms are 215 million; the other half is for
	// units that take longer than those of news do.
	unwatchedPerByte, unwatchedBesides = 20, 16_000_000
	// Of news, whose sentences are short: what a stage does with a part of the
	// text, or between two names, stays below that.
	newsUnwatched = 1_500_000
)

// TestHostile reads each hostile text at some length and at twice that, and
// counts: the same on every machine, however busy. CI reads long texts.
func TestHostile(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the library anew, with counting in it")
	}
	args := []string{"-bytes", "4096"}
	if *hostileBytes > 0 {
		args = []string{"-bytes", strconv.Itoa(*hostileBytes), "-doublings", "2", "-peak", "12"}
	}
	all := readings(t, args...)
	require.Greater(t, len(all), 250)
	for name, rs := range all {
		t.Run(name, func(t *testing.T) {
			for i, r := range rs {
				t.Logf("%d bytes: %d units of work, at most %d without a look; %d bytes allocated, %d in use",
					r.Bytes, r.Work, r.Unwatched, r.Allocated, r.Peak)
				require.Greater(t, r.Work, uint64(r.Bytes/2), "not all is counted")
				require.Less(t, r.Allocated, uint64(allocatedPerByte*r.Bytes+allocatedBesides))
				require.Less(t, r.Peak, max(peakPerByte*uint64(r.Bytes), r.Document*5/4)+peakBesides)
				require.Less(t, r.Unwatched, uint64(unwatchedPerByte*r.Bytes+unwatchedBesides))
				if i > 0 {
					require.Less(t, float64(r.Work), mostGrowth*float64(rs[i-1].Work), "for twice the text")
				}
			}
		})
	}
}

// TestNewsCostsLittle looks at news more closely than at hostile texts: at the
// memory in use, at what is done once the context is, and at what it costs that
// many names are known.
func TestNewsCostsLittle(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the library anew, with counting in it")
	}
	all := readings(t, "-family", "^news", "-bytes", strconv.Itoa(32<<10), "-peak", "16", "-cancel", "8")
	news, known := all["news"], all["news, many names known"]
	require.Len(t, news, 2)
	require.Len(t, known, 2)
	for i, r := range news {
		require.Greater(t, r.Document, uint64(r.Bytes), "the document is not counted")
		require.Less(t, r.Peak-r.Document, r.Document/2+scratch, "no stage keeps what it notes of each token for the whole text")
		require.Greater(t, r.Late, uint64(0), "what is done after the context is not counted")
		require.Less(t, r.Late, uint64(newsUnwatched))
		require.Less(t, r.Unwatched, uint64(newsUnwatched))
		require.Less(t, float64(known[i].Work), 1.1*float64(r.Work), "names that are known cost next to nothing")
	}
}

// TestShortQuotesAreHeldOnce: of all texts, one of nothing but short quotes gives
// the largest document for its bytes. What is beside it, such as a list that is
// moved to where it has more room, is little.
func TestShortQuotesAreHeldOnce(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the library anew, with counting in it")
	}
	const size = 512 << 10
	rs := readings(t, "-family", "^short quotes$", "-bytes", strconv.Itoa(size), "-doublings", "0", "-peak", "48")["short quotes"]
	require.Len(t, rs, 1)
	t.Logf("%d bytes: %d in use, %d of them the document", rs[0].Bytes, rs[0].Peak, rs[0].Document)
	require.Less(t, rs[0].Document, uint64(29*size))
	require.Less(t, rs[0].Peak, uint64(31*size+scratch))
}

// TestMarksAreTokensOnly: in a text of nothing but brackets or commas each byte is a
// token, and there is nothing beside the tokens, such as a grammar of them.
func TestMarksAreTokensOnly(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the library anew, with counting in it")
	}
	const size = 512 << 10
	all := readings(t, "-family", "^(brackets|commas)$", "-bytes", strconv.Itoa(size), "-doublings", "0", "-peak", "8")
	require.Len(t, all, 2)
	for name, rs := range all {
		require.Less(t, rs[0].Peak, uint64(36*size+scratch), name)
	}
}

// TestNamesAreFoundOnce: where every name is another's, what finds the entity of a
// name is gone before coreference needs room for its own.
func TestNamesAreFoundOnce(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the library anew, with counting in it")
	}
	const family, size = "distinct names in one sentence", 256 << 10
	rs := readings(t, "-family", "^"+family+"$", "-bytes", strconv.Itoa(size), "-doublings", "0", "-peak", "6")[family]
	require.Len(t, rs, 1)
	require.Less(t, rs[0].Peak, uint64(46*size))
}

// scratch is what an Extractor keeps in use between texts, besides its models.
const scratch = 4 << 20

// counting builds the command that counts, once for all tests, in a folder that
// TestMain makes and removes.
var (
	countingDir string
	counting    = sync.OnceValues(func() (string, error) {
		return work.Build(countingDir, "github.com/whosaid/whosaid/internal/cmd/work")
	})
)

func TestMain(m *testing.M) {
	var err error
	if countingDir, err = os.MkdirTemp("", "counting"); err != nil {
		panic(err)
	}
	status := m.Run()
	_ = os.RemoveAll(countingDir)
	os.Exit(status)
}

// readings runs the command that counts, on two processors, and returns what it
// wrote, by family, short texts first.
func readings(t *testing.T, args ...string) map[string][]hostile.Reading {
	t.Helper()
	bin, err := counting()
	require.NoError(t, err)
	const shares = 2
	var outs [shares]bytes.Buffer
	var errs [shares]error
	var wg sync.WaitGroup
	for i := range shares {
		wg.Go(func() {
			var stderr strings.Builder
			c := exec.Command(bin, append(args, "-share", fmt.Sprintf("%d/%d", i+1, shares))...)
			c.Stdout, c.Stderr = &outs[i], &stderr
			if err := c.Run(); err != nil {
				errs[i] = fmt.Errorf("%w: %s", err, &stderr)
			}
		})
	}
	wg.Wait()
	all := map[string][]hostile.Reading{}
	for i := range shares {
		require.NoError(t, errs[i])
		for d := json.NewDecoder(&outs[i]); d.More(); {
			var r hostile.Reading
			require.NoError(t, d.Decode(&r))
			all[r.Family] = append(all[r.Family], r)
		}
	}
	return all
}
