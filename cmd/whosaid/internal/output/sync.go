package output

import (
	"errors"
	"os"
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

// syncFolder makes sure that the names in a folder outlive a power cut. Windows does
// that by itself, and opens no folders.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
