// Command mutate breaks chosen lines of each stage, one at a time, and tells
// which breaks the tests do not notice.
//
//	go run ./internal/cmd/mutate [-stage NAME] [-least 9]
//
// The breaks stand in mutations.txt, which also says whose tests should notice
// them. Nothing in the tree is touched: go test reads the broken file through
// -overlay. Exit status 1: a stage noticed less than -least in 10, or a line to
// break is not there any more.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

//go:embed mutations.txt
var list string

func main() {
	stage := flag.String("stage", "", "only the breaks of this `stage`")
	least := flag.Int("least", 9, "of ten breaks in a stage, how many the tests must notice")
	flag.Parse()
	if err := run(os.Stdout, *stage, *least); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// A mutation is one line that is broken.
type mutation struct {
	stage, file, old, new string
	tests                 []string // packages, in the order to try them
}

func run(w io.Writer, stage string, least int) error {
	all, err := parse(list)
	if err != nil {
		return err
	}
	noticed, tried := map[string]int{}, map[string]int{}
	var stages []string
	for _, m := range all {
		if stage != "" && m.stage != stage {
			continue
		}
		seen, err := m.noticed()
		if err != nil {
			return err
		}
		if tried[m.stage]++; tried[m.stage] == 1 {
			stages = append(stages, m.stage)
		}
		verdict := "MISSED "
		if seen {
			noticed[m.stage]++
			verdict = "noticed"
		}
		fmt.Fprintf(w, "%s %-9s %s: %s  =>  %s\n", verdict, m.stage, m.file, m.old, m.new)
	}
	var low []string
	for _, s := range stages {
		fmt.Fprintf(w, "%-9s %d of %d noticed\n", s, noticed[s], tried[s])
		if 10*noticed[s] < least*tried[s] {
			low = append(low, s)
		}
	}
	if len(stages) == 0 {
		return fmt.Errorf("no breaks for stage %q", stage)
	}
	if len(low) > 0 {
		return fmt.Errorf("the tests miss too much of %s", strings.Join(low, ", "))
	}
	return nil
}

// parse reads lines "# …", "stage NAME", "test PACKAGE…", "file PATH", "- old"
// and "+ new". Without "test" line a stage is for the tests of all packages.
func parse(text string) ([]mutation, error) {
	var out []mutation
	var m mutation
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		key, rest, _ := strings.Cut(line, " ")
		switch key {
		case "", "#":
		case "stage":
			m.stage, m.tests = rest, []string{"./..."}
		case "test":
			m.tests = strings.Fields(rest)
		case "file":
			m.file = rest
		case "-":
			m.old = rest
		case "+":
			m.new = rest
			out = append(out, m)
		default:
			return nil, fmt.Errorf("mutations.txt:%d: cannot read %q", n, line)
		}
	}
	return out, nil
}

// broken returns the file with its line broken. The line must stand in the
// file exactly once.
func (m *mutation) broken(src []byte) ([]byte, error) {
	if n := bytes.Count(src, []byte(m.old)); n != 1 {
		return nil, fmt.Errorf("%s: %q stands there %d times, want once", m.file, m.old, n)
	}
	return bytes.Replace(src, []byte(m.old), []byte(m.new), 1), nil
}

// noticed runs the tests against the broken file. A break that does not
// compile is an error of the list.
func (m *mutation) noticed() (bool, error) {
	src, err := os.ReadFile(m.file)
	if err != nil {
		return false, err
	}
	if src, err = m.broken(src); err != nil {
		return false, err
	}
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	overlay, err := writeOverlay(dir, m.file, src)
	if err != nil {
		return false, err
	}
	if out, err := exec.Command("go", "build", "-overlay", overlay, "./"+filepath.Dir(m.file)).CombinedOutput(); err != nil {
		return false, fmt.Errorf("%s: %q does not compile: %s", m.file, m.new, out)
	}
	for _, pkg := range m.tests {
		if fails, err := fails(pkg, overlay); fails || err != nil {
			return fails, err
		}
	}
	return false, nil
}

// fails runs the tests of a package and reports whether one fails.
func fails(pkg, overlay string) (bool, error) {
	ctx, cancel := context.WithTimeout(context.Background(), testTimeout)
	defer cancel()
	err := exec.CommandContext(ctx, "go", "test", "-short", "-failfast", "-vet=off", "-overlay", overlay, pkg).Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return false, err
	}
	return err != nil, nil
}

// writeOverlay puts the broken file and the overlay that names it into dir.
func writeOverlay(dir, file string, src []byte) (string, error) {
	real, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	broken := filepath.Join(dir, filepath.Base(file))
	if err := os.WriteFile(broken, src, 0o600); err != nil {
		return "", err
	}
	b, err := json.Marshal(map[string]map[string]string{"Replace": {real: broken}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, b, 0o600)
}

// testTimeout bounds the tests of one package: a break may make a loop endless,
// which is noticed too.
const testTimeout = 3 * time.Minute
