//go:build !unix

package extract_test

import "time"

var started = time.Now()

// cpuTime is the clock's time where that of the processors is not to be had.
func cpuTime() time.Duration { return time.Since(started) }
