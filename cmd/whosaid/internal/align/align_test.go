package align

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// marked writes runs as a reader sees them: [-gone-] {+new+}.
func marked(a, b []string, runs []Run) string {
	var out []string
	for _, r := range runs {
		switch r.Op {
		case Same:
			out = append(out, strings.Join(a[r.A0:r.A1], " "))
		case Gone:
			out = append(out, "[-"+strings.Join(a[r.A0:r.A1], " ")+"-]")
		case New:
			out = append(out, "{+"+strings.Join(b[r.B0:r.B1], " ")+"+}")
		}
	}
	return strings.Join(out, " ")
}

func TestDiff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b, want string }{
		{"", "", ""},
		{"we stay", "we stay", "we stay"},
		{"", "we stay", "{+we stay+}"},
		{"we stay", "", "[-we stay-]"},
		{"we will not sell", "we will never sell", "we will [-not-] {+never+} sell"},
		{"the old mill", "the mill is old", "the [-old-] mill {+is old+}"},
		{"a a b", "a b b", "a [-a-] {+b+} b"},
	} {
		a, b := strings.Fields(c.a), strings.Fields(c.b)
		require.Equal(t, c.want, marked(a, b, Diff(a, b)))
	}
}

func TestFit(t *testing.T) {
	t.Parallel()
	text := strings.Fields("on monday she said we will not sell the yard to them she added we will see")
	for _, c := range []struct {
		a, want  string
		from, to int
	}{
		{"we will not sell", "we will not sell", 4, 8},
		{"we will never sell", "we will [-never-] {+not+} sell", 4, 8},
		{"we will never sell the yard", "we will [-never-] {+not+} sell the yard", 4, 10},
		{"we will see it", "we will see [-it-]", 14, 17},
		{"", "", 0, 0},
	} {
		a := strings.Fields(c.a)
		runs, from, to := Fit(a, text)
		require.Equal(t, []any{c.want, c.from, c.to}, []any{marked(a, text, runs), from, to})
	}
}

// TestRuns: the runs of any two lists cover both, in order, and the same words
// are the same.
func TestRuns(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 5))
	list := func() []int {
		out := make([]int, r.IntN(9))
		for i := range out {
			out[i] = r.IntN(3)
		}
		return out
	}
	for range 2000 {
		a, b := list(), list()
		checkRuns(t, a, b, Diff(a, b), 0, len(b))
		if runs, from, to := Fit(a, b); len(a) > 0 && len(runs) > 0 {
			checkRuns(t, a, b, runs, from, to)
		}
	}
}

func checkRuns(t *testing.T, a, b []int, runs []Run, from, to int) {
	t.Helper()
	i, j := 0, from
	for _, r := range runs {
		require.Equal(t, [2]int{i, j}, [2]int{r.A0, r.B0}, "%v %v %v", a, b, runs)
		if r.Op == Same {
			require.Equal(t, a[r.A0:r.A1], b[r.B0:r.B1])
		}
		i, j = r.A1, r.B1
	}
	require.Equal(t, [2]int{len(a), to}, [2]int{i, j}, fmt.Sprint(a, b, runs))
}

// TestTooMuch: lists that would take too much work are compared at their ends.
func TestTooMuch(t *testing.T) {
	t.Parallel()
	a, b := make([]int, 3000), make([]int, 3000)
	for i := range a {
		a[i], b[i] = i, -i
	}
	a[2999], b[2999] = 7, 7
	require.Equal(t, []Run{{Same, 0, 1, 0, 1}, {Gone, 1, 2999, 1, 1}, {New, 2999, 2999, 1, 2999}, {Same, 2999, 3000, 2999, 3000}}, Diff(a, b))
	runs, _, _ := Fit(a, b)
	require.Empty(t, runs)
}
