package extract_test

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/extract"
	"github.com/whosaid/whosaid/internal/lab/hostile"
)

// A probe is a context that knows which stage looks at it. It can be done from
// one look on.
type probe struct {
	context.Context
	looks     map[string][]int // the numbers of the looks of each stage
	n         int              // looks so far
	stopAt    int              // the look from which on the context is done, or 0
	stoppedIn string           // the stage that took it
}

func newProbe(stopAt int) *probe {
	return &probe{Context: context.Background(), looks: map[string][]int{}, stopAt: stopAt}
}

// Err implements context.Context.
func (p *probe) Err() error {
	p.n++
	if p.stopAt > 0 && p.n > p.stopAt {
		return context.Canceled
	}
	stage := looker()
	p.looks[stage] = append(p.looks[stage], p.n)
	if p.n == p.stopAt {
		p.stoppedIn = stage
		return context.Canceled
	}
	return nil
}

// looker is the package that looks at a probe.
func looker() string {
	var pcs [24]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		f, more := frames.Next()
		function := strings.TrimPrefix(f.Function, "github.com/whosaid/whosaid/")
		if !more || !strings.HasPrefix(function, "slices.") {
			stage, _, _ := strings.Cut(function, ".")
			return stage
		}
	}
}

// stages are the packages that must look at the context.
var stages = []string{
	"internal/attrib", "internal/claim", "internal/coref", "internal/entity", "internal/feature", "internal/names", "internal/quote", "internal/segment",
	"internal/syntax", "internal/tag", "internal/timex", "internal/truecase",
}

// byPart are those that look as often as there are parts of the text, quotes
// or cues, not sentences.
var byPart = map[string]bool{"internal/attrib": true, "internal/feature": true, "internal/quote": true}

// moreLooks is how many looks may follow the one that told that the context is
// done: each of the loops and functions around it may ask once more.
const moreLooks = 4

// TestCancelledInEveryStage ends the context at the first look of each stage, at
// one in its middle and at its last.
func TestCancelledInEveryStage(t *testing.T) {
	x := newExtractor(t, extract.WithSyntax())
	text := strings.Repeat(article(t)+"\n\n", 4)
	all := newProbe(0)
	whole, err := x.Extract(all, text)
	require.NoError(t, err)
	sentences := len(whole.Sentences)
	for _, stage := range stages {
		looks := all.looks[stage]
		require.NotEmpty(t, looks, "%s does not look at its context", stage)
		if !byPart[stage] {
			require.GreaterOrEqual(t, len(looks), sentences, "%s does not look at its context as often as there are sentences", stage)
		}
		for _, at := range []int{looks[0], looks[len(looks)/2], looks[len(looks)-1]} {
			p := newProbe(at)
			before := runtime.NumGoroutine()
			d, err := x.Extract(p, text)
			require.ErrorIs(t, err, context.Canceled, stage)
			require.Nil(t, d, stage)
			require.Equal(t, stage, p.stoppedIn)
			require.LessOrEqual(t, p.n, at+moreLooks, "%s at look %d of %d", stage, at, all.n)
			require.LessOrEqual(t, runtime.NumGoroutine(), before, stage)
		}
	}
	require.NotContains(t, all.looks, "", "a stage without a name")
	d, err := x.Extract(context.Background(), text)
	require.NoError(t, err)
	require.NoError(t, d.Validate(), "scratch memory of a cancelled run does harm")
	want, err := freshExtractor(t, extract.WithSyntax()).Extract(context.Background(), text)
	require.NoError(t, err)
	require.Equal(t, want, d, "scratch memory of a cancelled run does harm")
}

// TestCancelledAnywhere ends the context at looks all over a text in which each
// hostile family has a paragraph: what a stage leaves half done is never used.
func TestCancelledAnywhere(t *testing.T) {
	t.Parallel()
	const size, times = 200, 50
	x := newExtractor(t, extract.WithSyntax())
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
