package work

import (
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRewriteCountsAllThatRepeats(t *testing.T) {
	const src = `package p

import (
	"strings"
	"unicode/utf8"
)

// F is written as nobody would.
func F(s string, a []int) (n int) {
	for i := range s { n += i }
	for n < 9 {
		func() { n++ }()
	}
	a = append(a, a...)
	copy(a, a[1:])
	clear(a)
	return strings.IndexByte(s, 'x') + utf8.RuneLen('x')
}
`
	const want = `package p; import counting_ "github.com/whosaid/whosaid/internal/lab/work"

import (
	"github.com/whosaid/whosaid/internal/lab/work/counted/strings"
	"github.com/whosaid/whosaid/internal/lab/work/counted/utf8"
)

// F is written as nobody would.
func F(s string, a []int) (n int) { counting_.Tick();
	for i := range s { counting_.Tick(); n += i }
	for n < 9 { counting_.Tick();
		func() { counting_.Tick(); n++ }()
	}
	a = append(a, counting_.Spread(a)...)
	counting_.Copied(copy(a, a[1:]))
	clear(counting_.Spread(a))
	return strings.IndexByte(s, 'x') + utf8.RuneLen('x')
}

var _ = counting_.Tick
`
	got, err := Rewrite("p.go", []byte(src))
	require.NoError(t, err)
	require.Equal(t, want, string(got))
	_, err = parser.ParseFile(token.NewFileSet(), "p.go", got, 0)
	require.NoError(t, err)
	_, err = Rewrite("p.go", []byte("package"))
	require.ErrorContains(t, err, "work: p.go:1")
}

func TestRewriteTurnsCountingOn(t *testing.T) {
	got, err := Rewrite("counting.go", []byte("package work\n\nconst Counting = false\n"))
	require.NoError(t, err)
	require.Equal(t, "package work\n\nconst Counting = true\n", string(got))
	require.False(t, Counting, "only a build with the overlay counts")
}

func TestCounts(t *testing.T) {
	before := Count()
	Tick()
	Add(5)
	require.Equal(t, "abc", Spread("abc"))
	require.Equal(t, 2, Copied(2))
	Len(map[int]int{1: 2})
	require.Equal(t, before+1+5+3+2+1, Count())

	visits := 0
	Visit(10, func() { visits++; Add(100) })
	for range 35 {
		Tick()
	}
	Visit(0, nil)
	Add(50)
	require.Equal(t, 3, visits)
	require.Equal(t, before+12+35+50, Count(), "visits count nothing")
}
