// Package align lays two lists of words side by side: what is the same, what is
// gone, what is new.
package align

import "slices"

// An Op says what a Run is.
type Op string

// The ops.
const (
	Same Op = "same"
	Gone Op = "gone" // in a alone
	New  Op = "new"  // in b alone
)

// A Run is a stretch of words: a[A0:A1] and b[B0:B1], of which one is empty
// unless they are the same.
type Run struct {
	Op             Op
	A0, A1, B0, B1 int
}

// maxCells bounds the work of one comparison. Lists that would take more are
// taken for different where they are not equal at their ends.
const maxCells = 1 << 20

// Diff compares the whole of a with the whole of b. Of the ways to make one of
// the other by leaving out and putting in words it takes a shortest, and the
// first of these.
func Diff[T comparable](a, b []T) []Run {
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var runs []Run
	runs = add(runs, Run{Same, 0, head, 0, head})
	ca, cb := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(ca)*len(cb) > maxCells {
		runs = add(runs, Run{Gone, head, head + len(ca), head, head})
		runs = add(runs, Run{New, head + len(ca), head + len(ca), head, head + len(cb)})
	} else {
		for _, r := range fill(ca, cb, false).runs(len(cb)) {
			runs = add(runs, Run{r.Op, r.A0 + head, r.A1 + head, r.B0 + head, r.B1 + head})
		}
	}
	return add(runs, Run{Same, len(a) - tail, len(a), len(b) - tail, len(b)})
}

// Fit finds where a stands in b, changed as little as may be: all of a is laid
// beside b[from:to]. A word of a that is not there weighs as much as two of b that
// stand in between, so that "we will never sell" is laid beside "we will not sell"
// and not beside "we will" alone. It returns nothing where that would take too much
// work.
func Fit[T comparable](a, b []T) (runs []Run, from, to int) {
	if len(a) == 0 || len(a)*len(b) > maxCells {
		return nil, 0, 0
	}
	t := fill(a, b, true)
	runs = t.runs(t.end)
	if len(runs) == 0 {
		return nil, 0, 0
	}
	return runs, runs[0].B0, runs[len(runs)-1].B1
}

// add appends a run that is not empty, to the last one if that goes on.
func add(runs []Run, r Run) []Run {
	if r.A0 == r.A1 && r.B0 == r.B1 {
		return runs
	}
	if n := len(runs); n > 0 && runs[n-1].Op == r.Op && runs[n-1].A1 == r.A0 && runs[n-1].B1 == r.B0 {
		runs[n-1].A1, runs[n-1].B1 = r.A1, r.B1
		return runs
	}
	return append(runs, r)
}

// A table says for each pair of prefixes how the shortest way to it ends.
type table struct {
	rows, columns int
	last          []Op // of a[:i+1] and b[:j+1]
	free          bool // words of b before and behind cost nothing
	end           int  // where a ends in b, at the least cost
}

func fill[T comparable](a, b []T, free bool) *table {
	missing := 1
	if free {
		missing = 2
	}
	t := &table{rows: len(a), columns: len(b), free: free, last: make([]Op, len(a)*len(b)), end: len(b)}
	row, before := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		if !free {
			row[j] = j
		}
	}
	for i := range a {
		row, before = before, row
		row[0] = (i + 1) * missing
		for j := range b {
			k := i*len(b) + j
			switch {
			case a[i] == b[j]:
				row[j+1], t.last[k] = before[j], Same
			case before[j+1]+missing <= row[j]:
				row[j+1], t.last[k] = before[j+1]+missing, Gone
			default:
				row[j+1], t.last[k] = row[j]+1, New
			}
		}
	}
	if free {
		t.end = slices.Index(row, slices.Min(row))
	}
	return t
}

// runs goes back from the end of a, and of b at end.
func (t *table) runs(end int) []Run {
	var back []Run
	i, j := t.rows, end
	for i > 0 || j > 0 && !t.free {
		op := New
		switch {
		case i > 0 && j > 0:
			op = t.last[(i-1)*t.columns+j-1]
		case i > 0:
			op = Gone
		}
		r := Run{op, i, i, j, j}
		if op != New {
			i--
		}
		if op != Gone {
			j--
		}
		r.A0, r.B0 = i, j
		back = append(back, r)
	}
	slices.Reverse(back)
	var runs []Run
	for _, r := range back {
		runs = add(runs, r)
	}
	return runs
}
