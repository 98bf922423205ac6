package extract_test

import (
	"context"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// The tests here look at the whole process, so that they do not run beside
// others.

func TestNoGoroutineIsLeft(t *testing.T) {
	x := newExtractor(t)
	before := runtime.NumGoroutine()
	for range 20 {
		_, err := x.Extract(context.Background(), article(t))
		require.NoError(t, err)
		_, err = x.Extract(newProbe(100), article(t))
		require.ErrorIs(t, err, context.Canceled)
	}
	require.LessOrEqual(t, runtime.NumGoroutine(), before)
}

func TestProcessorsDoNotMatter(t *testing.T) {
	x := newExtractor(t)
	want := marshal(t, x, article(t))
	for _, n := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(n)
		got := marshal(t, freshExtractor(t), article(t))
		runtime.GOMAXPROCS(before)
		require.True(t, got == want, "%d processors gave another result", n)
	}
}
