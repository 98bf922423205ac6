// Command work reads hostile texts and tells what each costs, in counted work,
// which is the same on every machine, however busy.
//
//	go run ./internal/cmd/work [-bytes 16384] [-family REGEXP] [-peak] [-share 1/2]
//
// It builds itself anew with the counting in it (see internal/work), reads each
// text at so many bytes and at twice as many, and writes a line of JSON for
// each reading, a [hostile.Reading].
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"

	"github.com/whosaid/whosaid/internal/work"
)

const self = "github.com/whosaid/whosaid/internal/cmd/work"

func main() {
	var o options
	flag.IntVar(&o.bytes, "bytes", 16<<10, "bytes of each text; it is read at twice as many too")
	flag.StringVar(&o.family, "family", "", "read only the families whose names match this regular expression")
	flag.StringVar(&o.share, "share", "1/1", "i/n: read every nth family only, from the ith on")
	flag.BoolVar(&o.peak, "peak", false, "measure the memory in use too, which takes long")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "work:", err)
		os.Exit(1)
	}
}

type options struct {
	bytes         int
	family, share string
	peak          bool
}

func (o *options) run() error {
	if !work.Counting {
		return rebuilt(os.Args[1:])
	}
	match, err := regexp.Compile(o.family)
	if err != nil {
		return fmt.Errorf("-family: %w", err)
	}
	var i, n int
	if _, err := fmt.Sscanf(o.share, "%d/%d", &i, &n); err != nil || i < 1 || i > n {
		return fmt.Errorf("-share %s: want i/n, with i from 1 to n", o.share)
	}
	m, err := newMeter(o.peak)
	if err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	for k, f := range families() {
		if k%n != i-1 || !match.MatchString(f.Name) {
			continue
		}
		for _, size := range []int{o.bytes, 2 * o.bytes} {
			r, err := m.read(f, size)
			if err != nil {
				return fmt.Errorf("%s, %d bytes: %w", f.Name, size, err)
			}
			if err := out.Encode(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// rebuilt runs this command with the counting in it.
func rebuilt(args []string) error {
	dir, err := os.MkdirTemp("", "work")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	bin, err := work.Build(dir, self)
	if err != nil {
		return err
	}
	run := exec.Command(bin, args...)
	run.Stdout, run.Stderr = os.Stdout, os.Stderr
	return run.Run()
}
