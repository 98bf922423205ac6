package watch_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/internal/watch"
)

func TestNeverOver(t *testing.T) {
	t.Parallel()
	w := watch.New(context.Background())
	for range 10_000 {
		require.False(t, w.Over())
	}
	require.NoError(t, w.Err())
}

func TestNil(t *testing.T) {
	t.Parallel()
	var w *watch.Watch
	require.False(t, w.Over())
	require.False(t, w.Look())
	require.NoError(t, w.Err())
}

func TestOver(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	w := watch.New(ctx)
	require.False(t, w.Over())
	cancel()
	require.NoError(t, w.Err(), "nobody looked yet")
	n := 0
	for !w.Over() {
		n++
	}
	require.Less(t, n, 1000)
	require.ErrorIs(t, w.Err(), context.Canceled)
	require.True(t, w.Over(), "for good")
}

func TestLook(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	w := watch.New(ctx)
	require.False(t, w.Look())
	cancel()
	require.True(t, w.Look())
	require.True(t, w.Over())

	w = watch.New(ctx)
	require.True(t, w.Over(), "done before it began")
	require.ErrorIs(t, w.Err(), context.Canceled)
}

func TestSortStable(t *testing.T) {
	t.Parallel()
	type item struct{ key, place int }
	items := []item{{2, 0}, {1, 1}, {2, 2}, {1, 3}, {0, 4}}
	watch.SortStable(watch.New(context.Background()), items, func(a, b item) int { return a.key - b.key })
	require.Equal(t, []item{{0, 4}, {1, 1}, {1, 3}, {2, 0}, {2, 2}}, items)
}

// TestSortStops: once the watch is over nothing is compared any more.
func TestSortStops(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	w := watch.New(ctx)
	s := make([]int, 100_000)
	compared := 0
	watch.SortStable(w, s, func(int, int) int {
		if compared++; compared == 10 {
			cancel()
		}
		return 0
	})
	require.Less(t, compared, 1000)
	require.ErrorIs(t, w.Err(), context.Canceled)
}

// TestLooksEachPeriod: the context is looked at after every 256 calls of Over,
// no more often and no less.
func TestLooksEachPeriod(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	w := watch.New(ctx)
	cancel()
	n := 1
	for !w.Over() {
		n++
	}
	require.Equal(t, 257, n)
}
