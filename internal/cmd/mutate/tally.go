package main

import (
	"fmt"
	"io"
	"slices"
)

// A verdict is what came of an edit.
type verdict int

const (
	unnoticed verdict = iota
	noticed
	same // the compiler makes the same code of it
)

func (v verdict) String() string { return [...]string{"UNNOTICED", "noticed", "same code"}[v] }

// A tally counts verdicts by row: a package, or the word lists of one.
type tally struct {
	rows  []string
	count map[string]*[3]int
}

func (t *tally) add(row string, v verdict) {
	if t.count == nil {
		t.count = map[string]*[3]int{}
	}
	if t.count[row] == nil {
		t.rows, t.count[row] = append(t.rows, row), new([3]int)
	}
	t.count[row][v]++
}

// total adds up the rows.
func (t *tally) total() (all [3]int) {
	for _, c := range t.count {
		for v, n := range c {
			all[v] += n
		}
	}
	return all
}

// percent is how many of a hundred edits were noticed, rounded down. Without
// edits it is 0.
func (t *tally) percent() int {
	all := t.total()
	return 100 * all[noticed] / max(all[noticed]+all[unnoticed], 1)
}

func (t *tally) print(w io.Writer) {
	slices.Sort(t.rows)
	for _, row := range t.rows {
		c := t.count[row]
		fmt.Fprintf(w, "%-32s %3d of %3d noticed\n", row, c[noticed], c[noticed]+c[unnoticed])
	}
	all := t.total()
	fmt.Fprintf(w, "%-32s %3d of %3d noticed: %d %%\n", "all", all[noticed], all[noticed]+all[unnoticed], t.percent())
	if all[same] > 0 {
		fmt.Fprintf(w, "%d more compiled to the same code\n", all[same])
	}
}
