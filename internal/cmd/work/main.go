// Command work reads hostile texts and reports what each costs in counted work,
// which is the same on every machine, however busy.
//
//	go run ./internal/cmd/work [-bytes 4096] [-doublings 1] [-family REGEXP] [-peak 12] [-cancel 4] [-share 1/2]
//
// It builds itself anew with the counting in it (see internal/lab/work), reads each
// text at so many bytes and at twice as many, as often as told, and writes a
// line of JSON for each reading, a [hostile.Reading].
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"

	"github.com/whosaid/whosaid/internal/lab/work"
)

const self = "github.com/whosaid/whosaid/internal/cmd/work"

func main() {
	var o options
	flag.IntVar(&o.bytes, "bytes", 4096, "bytes of each text to begin with")
	flag.IntVar(&o.doublings, "doublings", 1, "how often a text is doubled")
	flag.StringVar(&o.family, "family", "", "read only the families whose names match this regular expression")
	flag.StringVar(&o.share, "share", "1/1", "i/n: read every nth family only, from the ith on")
	flag.IntVar(&o.peak, "peak", 0, "read each text again, and look at the memory in use so many times")
	flag.IntVar(&o.cancel, "cancel", 0, "read each text so many times more, ending the context at different looks at it")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "work:", err)
		os.Exit(1)
	}
}

type options struct {
	bytes, doublings int
	family, share    string
	peak, cancel     int
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
	m, err := newMeter()
	if err != nil {
		return err
	}
	for k, s := range m.series() {
		if k%n != i-1 || !match.MatchString(s.name) {
			continue
		}
		if err := o.read(s); err != nil {
			return err
		}
	}
	return nil
}

// read reads the texts of one series and writes what they cost.
func (o *options) read(s series) error {
	out := json.NewEncoder(os.Stdout)
	for k := 0; k <= o.doublings; k++ {
		size := o.bytes << k
		r, err := s.read(size)
		if err == nil && o.peak > 0 {
			err = s.peak(r, size, o.peak)
		}
		if err == nil && o.cancel > 0 {
			err = s.cancel(r, size, o.cancel)
		}
		if err != nil {
			return fmt.Errorf("%s, %d bytes: %w", s.name, size, err)
		}
		if err := out.Encode(r); err != nil {
			return err
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
