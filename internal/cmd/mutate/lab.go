package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
)

// A lab tries edits.
type lab struct {
	dir  string // for what is built
	top  string
	mu   sync.Mutex
	asm  map[string][]byte // of packages without any edit
	last int               // number of the last try
}

// newLab makes sure that the tests which may notice an edit pass without any.
func newLab(edits []edit) (*lab, error) {
	top, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	args := []string{"test", "-short", "./extract"}
	for i := range edits {
		if name := "./" + edits[i].pack.name; edits[i].pack.tests && !slices.Contains(args, name) {
			args = append(args, name)
		}
	}
	if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("tests fail with nothing broken: %w\n%s", err, out)
	}
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	return &lab{dir: dir, top: top, asm: map[string][]byte{}}, nil
}

func (l *lab) close() { os.RemoveAll(l.dir) }

// A suite is tests to run: those of a package whose names match.
type suite struct{ name, dir, match string }

// goldens are the tests that see what a whole extraction gives.
const goldens = "^TestGolden$|^Example|Deterministic"

// try breaks the tree as e says and runs the tests until one fails.
func (l *lab) try(e *edit) (verdict, error) {
	l.mu.Lock()
	l.last++
	dir := filepath.Join(l.dir, fmt.Sprint(l.last))
	l.mu.Unlock()
	if err := os.Mkdir(dir, 0o700); err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	overlay, err := l.overlay(dir, e)
	if err != nil {
		return 0, err
	}
	suites := []suite{{e.pack.name, e.pack.dir, ""}, {"extract", filepath.Join(l.top, "extract"), goldens}}
	if !e.pack.tests {
		suites = suites[1:]
	}
	for _, s := range suites {
		if fails, err := l.fails(dir, s, overlay); fails || err != nil {
			return noticed, err
		}
	}
	if e.file.ast == nil {
		return unnoticed, nil
	}
	before, err := l.unbroken(e.pack.name)
	if err != nil {
		return 0, err
	}
	if after, err := assembly(e.pack.name, overlay); err != nil || !bytes.Equal(before, after) {
		return unnoticed, err
	}
	return same, nil
}

// overlay writes the broken file, and the overlay that names it, and returns
// the name of that.
func (l *lab) overlay(dir string, e *edit) (string, error) {
	broken := filepath.Join(dir, "broken-"+filepath.Base(e.file.path))
	if err := os.WriteFile(broken, e.broken(), 0o600); err != nil {
		return "", err
	}
	b, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(l.top, e.file.path): broken}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, os.WriteFile(name, b, 0o600)
}

// limits of the tests of one package: an edit may make a loop endless, which is
// noticed too.
const (
	testTimeout = "90s"
	testMemory  = "6000000" // KB of address space
)

// fails builds the tests of a suite and reports whether one fails.
func (l *lab) fails(dir string, s suite, overlay string) (bool, error) {
	binary := filepath.Join(dir, "test")
	build := exec.Command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-o", binary, "-overlay", overlay, "./"+s.name)
	if out, err := build.CombinedOutput(); err != nil {
		return false, fmt.Errorf("the tests of %s do not build: %w: %s", s.name, err, out)
	}
	cmd := exec.Command("sh", "-c", `ulimit -v "$0"; exec "$@"`, testMemory, binary,
		"-test.short", "-test.failfast", "-test.timeout", testTimeout, "-test.run", s.match)
	cmd.Dir = s.dir
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return false, err
	}
	return err != nil, nil
}

// unbroken returns what the compiler makes of a package with no edit.
func (l *lab) unbroken(name string) ([]byte, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b := l.asm[name]; b != nil {
		return b, nil
	}
	b, err := assembly(name, "")
	l.asm[name] = b
	return b, err
}

// assembly returns what the compiler makes of a package.
func assembly(name, overlay string) ([]byte, error) {
	args := []string{"build", "-gcflags=-S"}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	out, err := exec.Command("go", append(args, "./"+name)...).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s does not compile: %w: %s", name, err, out)
	}
	return out, nil
}
