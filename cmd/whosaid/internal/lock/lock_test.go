//go:build unix && !solaris && !aix

package lock

import (
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOneHolds(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "out")
	release, err := Take(path)
	require.NoError(t, err)
	_, err = Take(path)
	var held *HeldError
	require.ErrorAs(t, err, &held)
	require.Regexp(t, `out is being written by process \d+ on .+ since \d{4}-.*: wait for it`, err.Error())
	require.NoError(t, release())
	require.NoFileExists(t, path+".lock")
	release, err = Take(path)
	require.NoError(t, err, "it is free again")
	require.NoError(t, release())
	_, err = Take(filepath.Join(path, "not", "there"))
	require.ErrorIs(t, err, os.ErrNotExist)
}

// TestManyWant has goroutines take and release a lock, and never do two hold it.
func TestManyWant(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "out")
	var holds atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for got := 0; got < 50; {
				release, err := Take(path)
				if err != nil {
					continue
				}
				if holds.Add(1) != 1 {
					t.Error("two hold it")
				}
				holds.Add(-1)
				got++
				if err := release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
