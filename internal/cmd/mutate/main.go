// Command mutate breaks the run-time packages in random places, one edit at a
// time, and reports those that no test notices.
//
//	go run ./internal/cmd/mutate [-n 150] [-seed 1] [-in internal/attrib,quotes] [-least 75] [-j 2]
//
// An edit turns an operator, constant, condition or result of the code into
// another, drops a statement, or drops or misspells one line of an embedded
// word list. Which edits are tried depends on the seed and on the lines
// themselves: a change elsewhere leaves the others in the sample. Edits that
// do not compile, that only change how much scratch memory is taken, or from
// which the compiler makes the same code, are not counted.
//
// The tests are those of the broken package itself, then the golden cases and
// examples of extract. Nothing in the tree is touched: go reads the broken
// file through -overlay. Run it from the top of the module. Exit status 1: the
// tests noticed less than -least percent, or fail without any break.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

func main() {
	n := flag.Int("n", 150, "how many edits to try")
	seed := flag.Uint64("seed", 1, "which edits are drawn")
	in := flag.String("in", "", "only these `packages`, separated by commas")
	least := flag.Int("least", 0, "`percent` of the edits that the tests must notice")
	jobs := flag.Int("j", 2, "edits tried at the same time")
	list := flag.Bool("list", false, "print the edits that would be tried")
	flag.Parse()
	if err := run(os.Stdout, *n, *seed, *in, *least, *jobs, *list); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, n int, seed uint64, in string, least, jobs int, list bool) error {
	pkgs, err := runTime()
	if err != nil {
		return err
	}
	if pkgs, err = only(pkgs, in); err != nil {
		return err
	}
	edits, err := sample(pkgs, n, seed)
	if err != nil {
		return err
	}
	if list {
		for i := range edits {
			fmt.Fprintln(w, &edits[i])
		}
		return nil
	}
	lab, err := newLab(edits)
	if err != nil {
		return err
	}
	defer lab.close()
	t, err := tryAll(w, lab, edits, jobs)
	if err != nil {
		return err
	}
	t.print(w)
	if got := t.percent(); got < least {
		return fmt.Errorf("the tests noticed %d %% of the edits, want %d", got, least)
	}
	return nil
}

// only returns the packages that the list names, all of them if it is empty.
func only(pkgs []*pack, list string) ([]*pack, error) {
	if list == "" {
		return pkgs, nil
	}
	var out []*pack
	for name := range strings.SplitSeq(list, ",") {
		found := false
		for _, p := range pkgs {
			if p.name == name {
				out, found = append(out, p), true
			}
		}
		if !found {
			return nil, fmt.Errorf("%q is no package that extract needs", name)
		}
	}
	return out, nil
}

// tryAll tries the edits, several at the same time, and prints a line for each
// in their order.
func tryAll(w io.Writer, lab *lab, edits []edit, jobs int) (*tally, error) {
	type result struct {
		v   verdict
		err error
	}
	results := make([]chan result, len(edits))
	for i := range results {
		results[i] = make(chan result, 1)
	}
	stop := make(chan struct{})
	next := make(chan int)
	var workers sync.WaitGroup
	for range max(jobs, 1) {
		workers.Go(func() {
			for i := range next {
				v, err := lab.try(&edits[i])
				results[i] <- result{v, err}
			}
		})
	}
	workers.Go(func() {
		defer close(next)
		for i := range edits {
			select {
			case next <- i:
			case <-stop:
				return
			}
		}
	})
	defer workers.Wait()
	defer close(stop)
	t := new(tally)
	for i := range edits {
		r := <-results[i]
		if r.err != nil {
			return nil, fmt.Errorf("%v: %w", &edits[i], r.err)
		}
		t.add(edits[i].pack.row(&edits[i]), r.v)
		fmt.Fprintf(w, "%-9s %v\n", r.v, &edits[i])
	}
	return t, nil
}
