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
	o := options{pace: 5 * time.Millisecond, goroutines: 8, articles: 40, drift: 1e9} // ends with the articles, not by the clock
	require.NoError(t, o.run(&out))
	require.Contains(t, out.String(), "8 goroutines: memory ")
}

func TestDriftIsAnError(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads /proc")
	}
	t.Parallel()
	o := options{pace: 5 * time.Millisecond, goroutines: 1, articles: 1, drift: -1}
	require.ErrorContains(t, o.run(&bytes.Buffer{}), "memory moved by")
}

func TestJudge(t *testing.T) {
	t.Parallel()
	o := options{drift: 5}
	for _, c := range []struct {
		name    string
		minutes [][]float64
		flat    bool
	}{
		{"one minute", [][]float64{{100}}, true},
		{"grows to begin with", [][]float64{{10, 40, 70}, {100, 100, 100}, {100, 101, 99}}, true},
		{"a measurement is off", [][]float64{{10}, {100, 100, 100}, {100, 150, 99}}, true},
		{"grows", [][]float64{{10}, {100, 100, 100}, {103, 103, 103}, {106, 106, 106}}, false},
		{"shrinks", [][]float64{{10}, {100, 100, 100}, {94, 94, 94}}, false},
		{"the last minute has just begun", [][]float64{{10}, {100, 100, 100}, {120}}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			err := o.judge(&bytes.Buffer{}, c.minutes)
			require.Equal(t, c.flat, err == nil, "%v", err)
		})
	}
}
