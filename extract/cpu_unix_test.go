//go:build unix

package extract_test

import (
	"syscall"
	"time"
)

// cpuTime is the time that processors have spent on this process: unlike the
// clock's, it does not count what other processes take.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // cannot fail for RUSAGE_SELF
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
