package main

import (
	"bytes"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestShort is the soak in small: with -race it shows that one Extractor
// serves many goroutines.
func TestShort(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads /proc")
	}
	t.Parallel()
	var out bytes.Buffer
	o := options{length: 300 * time.Millisecond, pace: 50 * time.Millisecond, goroutines: 8, articles: 50, drift: 1e9}
	require.NoError(t, o.run(&out))
	require.Contains(t, out.String(), "8 goroutines: memory ")
}

func TestDriftIsAnError(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads /proc")
	}
	t.Parallel()
	o := options{length: time.Millisecond, pace: 50 * time.Millisecond, goroutines: 1, articles: 1, drift: -1}
	require.ErrorContains(t, o.run(&bytes.Buffer{}), "memory moved by")
}
