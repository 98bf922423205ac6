package lock

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// beyond is where the lock lies: behind what the file says, which stays readable.
const beyond = 1 << 20

func tryLock(f *os.File) error {
	at := windows.Overlapped{Offset: beyond}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}

// remove leaves the file of a lock: Windows removes no file that is open, and once it
// is closed another process may hold it.
func remove(f *os.File, _ string) error { return f.Truncate(0) }
