package extract_test

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/hostile"
)

// A probe is a context that knows which stage looks at it, and how long it was
// left alone. It can be done from one look on.
type probe struct {
	context.Context
	looks  map[string][]int // the numbers of the looks of each stage
	gaps   map[string]gap   // the longest time before a look of each stage
	n      int              // looks so far
	last   time.Time        // the end of the latest look
	where  string           // the function that took it
	stopAt int              // the look from which on the context is done, or 0
	// stopped is when that look was, in which stage.
	stopped   time.Time
	stoppedIn string
}

// A gap is a time without a look, between two functions.
type gap struct {
	time.Duration
	from, to string
}

func newProbe(stopAt int) *probe {
	return &probe{Context: context.Background(), looks: map[string][]int{}, gaps: map[string]gap{}, stopAt: stopAt}
}

// Err implements context.Context.
func (p *probe) Err() error {
	now := time.Now()
	p.n++
	if p.stopAt > 0 && p.n > p.stopAt {
		return context.Canceled
	}
	stage, where := looker()
	p.looks[stage] = append(p.looks[stage], p.n)
	if g := now.Sub(p.last); p.n > 1 && g > p.gaps[stage].Duration {
		p.gaps[stage] = gap{g, p.where, where}
	}
	p.where, p.last = where, time.Now()
	if p.n == p.stopAt {
		p.stopped, p.stoppedIn = p.last, stage
		return context.Canceled
	}
	return nil
}

// looker is the package and the function that looks at a probe.
func looker() (stage, function string) {
	var pcs [24]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		f, more := frames.Next()
		function = strings.TrimPrefix(f.Function, "github.com/whosaid/whosaid/")
		if !more || !strings.HasPrefix(function, "internal/watch.") && !strings.HasPrefix(function, "slices.") {
			stage, _, _ = strings.Cut(function, ".")
			return stage, function
		}
	}
}

// stages are the packages that must look at the context.
var stages = []string{
	"claims", "entities", "internal/attrib", "internal/coref", "internal/feature", "internal/names", "internal/segment",
	"internal/tag", "internal/tag/prosetag", "internal/timex", "internal/truecase", "quotes",
}

// late is how long after its context is done Extract may return here. 50 ms are
// promised, for an idle machine.
const late = 250 * time.Millisecond

// TestCancelledInEveryStage ends the context at the first look of each stage, at
// one in its middle and at its last.
func TestCancelledInEveryStage(t *testing.T) {
	x := newExtractor(t)
	text := strings.Repeat(article(t)+"\n\n", 4)
	all := newProbe(0)
	_, err := x.Extract(all, text)
	require.NoError(t, err)
	for _, stage := range stages {
		looks := all.looks[stage]
		require.NotEmpty(t, looks, "%s does not look at its context", stage)
		for _, at := range []int{looks[0], looks[len(looks)/2], looks[len(looks)-1]} {
			p := newProbe(at)
			before := runtime.NumGoroutine()
			d, err := x.Extract(p, text)
			took := time.Since(p.stopped)
			require.ErrorIs(t, err, context.Canceled, stage)
			require.Nil(t, d, stage)
			require.Equal(t, stage, p.stoppedIn)
			require.Less(t, took, late, "%s at look %d of %d", stage, at, all.n)
			require.LessOrEqual(t, runtime.NumGoroutine(), before, stage)
		}
	}
	require.NotContains(t, all.looks, "", "a stage without a name")
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	require.NoError(t, d.Validate(), "scratch memory of a cancelled run does harm")
	want, err := newExtractor(t).Extract(context.Background(), text)
	require.NoError(t, err)
	require.Equal(t, want, d, "scratch memory of a cancelled run does harm")
}

// TestCancelledAnywhere ends the context at looks all over a text in which each
// hostile family has a paragraph: what a stage leaves half done is never used.
func TestCancelledAnywhere(t *testing.T) {
	t.Parallel()
	const size = 2000
	times := 100
	if testing.Short() {
		times = 10
	}
	x := newExtractor(t)
	text := article(t)
	for _, f := range hostile.Families() {
		text += "\n\n" + f.Make(size)
	}
	all := newProbe(0)
	_, err := x.Extract(all, text)
	require.NoError(t, err)
	for i := range times {
		d, err := x.Extract(newProbe(1+i*all.n/times), text)
		require.ErrorIs(t, err, context.Canceled)
		require.Nil(t, d)
	}
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
}

// TestLooksOften reads long texts and takes the time that each stage goes
// without a look at the context: a context that is done is noticed so much
// later at most.
func TestLooksOften(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	x := newExtractor(t)
	families := hostile.Families()
	of := func(name string, size int) string {
		i := slices.IndexFunc(families, func(f hostile.Family) bool { return f.Name == name })
		require.GreaterOrEqual(t, i, 0, name)
		return families[i].Make(size)[:size]
	}
	for _, c := range []struct{ name, text string }{
		{"article", strings.Repeat(article(t)+"\n\n", extract.DefaultMaxBytes/(len(article(t))+2))},
		{"distinct names", of("distinct names", extract.DefaultMaxBytes)},
		{"one word", of("one cyrillic word", extract.DefaultMaxBytes)},
		{"one sentence", of("said that he", extract.DefaultMaxBytes/4)}, // it takes long
	} {
		t.Run(c.name, func(t *testing.T) {
			longest := map[string]gap{}
			for range 4 { // a busy machine spoils a measurement, so the least counts
				p := newProbe(0)
				_, err := x.Extract(p, c.text)
				require.NoError(t, err)
				if keepLeast(longest, p.gaps) < late {
					break
				}
			}
			for _, stage := range stages {
				g := longest[stage]
				require.Less(t, g.Duration, late, "%s, from %s to %s", stage, g.from, g.to)
			}
		})
	}
}

// keepLeast takes over from gaps what is less or not in least, and returns the
// longest one there.
func keepLeast(least, gaps map[string]gap) time.Duration {
	var longest time.Duration
	for stage, g := range gaps {
		if old, ok := least[stage]; !ok || g.Duration < old.Duration {
			least[stage] = g
		}
		longest = max(longest, least[stage].Duration)
	}
	return longest
}
