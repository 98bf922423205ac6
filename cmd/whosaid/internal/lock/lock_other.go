//go:build !windows && (!unix || solaris || aix)

package lock

import "os"

// tryLock has nothing to lock with on this system.
func tryLock(*os.File) error { return nil }

func remove(_ *os.File, name string) error { return os.Remove(name) }
