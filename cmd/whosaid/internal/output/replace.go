package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A disk is what makes a file last. Tests write down what is asked of it.
type disk struct {
	sync   func(*os.File) error
	rename func(from, to string) error
	folder func(dir string) error // syncs the names in it
}

var theDisk = disk{syncFile, os.Rename, syncFolder}

// Replace writes a file whole or not at all, and for good. It never takes the place
// of a device or a folder.
func Replace(name string, write func(io.Writer) error) error { return theDisk.lasting(name, write) }

func (d disk) lasting(name string, write func(io.Writer) error) error {
	if err := d.replace(name, write); err != nil {
		return err
	}
	return d.folder(filepath.Dir(name))
}

// replace does so, but a power cut may bring the old file back, whole. The data is
// on the disk before the name is: else the name might outlive it, and neither the
// old file nor the new one be there.
func (d disk) replace(name string, write func(io.Writer) error) error {
	if st, err := os.Stat(name); err == nil && !st.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", name, ErrNoFile)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".whosaid-*")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err = errors.Join(write(w), w.Flush(), f.Chmod(0o644)); err == nil {
		err = d.sync(f)
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = d.rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
