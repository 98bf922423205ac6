// Package lock lets one process at a time write an output.
package lock

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// A HeldError says who writes the output at Path.
type HeldError struct {
	Path string
	Who  string // "" if it does not say
}

func (e *HeldError) Error() string {
	who := e.Who
	if who == "" {
		who = "another process"
	}
	return fmt.Sprintf("%s is being written by %s: wait for it, or write elsewhere", e.Path, who)
}

// errHeld is what tryLock returns for a file that another process has locked.
var errHeld = errors.New("locked")

// Take locks the output at path, with a file beside it that says who holds it. The
// system frees the lock of a process that is killed. It returns a *HeldError if
// another process holds it.
func Take(path string) (release func() error, err error) {
	name := path + ".lock"
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		if err := tryLock(f); err != nil {
			who := holder(f)
			f.Close()
			if errors.Is(err, errHeld) {
				return nil, &HeldError{path, who}
			}
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if !same(f, name) { // whoever held it has removed it meanwhile
			f.Close()
			continue
		}
		if err := sign(f); err != nil {
			f.Close()
			return nil, err
		}
		return func() error { return errors.Join(remove(f, name), f.Close()) }, nil
	}
}

// same reports whether the file that f is has still that name.
func same(f *os.File, name string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
}

// sign says who holds the lock.
func sign(f *os.File) error {
	host, err := os.Hostname()
	if err != nil {
		host = "an unknown host"
	}
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "process %d on %s since %s\n", os.Getpid(), host, time.Now().Format(time.DateTime))
	return err
}

// maxWho bounds what is read of a lock.
const maxWho = 300

// holder is what a lock says. Whoever has just taken it has yet to say it.
func holder(f *os.File) string {
	for range 100 {
		b, err := io.ReadAll(io.NewSectionReader(f, 0, maxWho))
		if who := strings.TrimSpace(string(b)); err != nil || who != "" {
			return who
		}
		time.Sleep(2 * time.Millisecond)
	}
	return ""
}
