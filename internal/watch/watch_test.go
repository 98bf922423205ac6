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
