package output

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// syncFile makes sure that the bytes of a file outlive a power cut. Of what is no
// file, such as a device, nobody asks that.
func syncFile(f *os.File) error {
	if st, err := f.Stat(); err == nil && !st.Mode().IsRegular() {
		return nil
	}
	return f.Sync()
}

// syncName does so for a file that was closed.
func syncName(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes sure that the name of a file outlives a power cut. Windows does
// that by itself, and opens no folders.
func syncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(filepath.Dir(name))
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
