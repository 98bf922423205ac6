package diff

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid/cmd/whosaid/internal/align"
)

func items(keys ...string) (out []item) {
	for _, k := range keys {
		out = append(out, item{key: k})
	}
	return out
}

// TestNear: of what is gone and new, each is paired with the one that has most in
// common with it, if that is enough.
func TestNear(t *testing.T) {
	t.Parallel()
	c := comparison{Quotes, true}
	got := c.compare(items("the mill will close in May", "we stay", "rain fell"), items("the mill", "The mill will close in June,", "we stay", "we go away now"))
	require.Equal(t, []Change{
		{Part: Quotes, Old: "the mill will close in May", New: "The mill will close in June,", Words: []Edit{
			{align.Gone, "the"}, {align.New, "The"}, {align.Same, "mill will close in"}, {align.Gone, "May"}, {align.New, "June,"},
		}},
		{Part: Quotes, Old: "rain fell"}, {Part: Quotes, New: "the mill"}, {Part: Quotes, New: "we go away now"},
	}, got)
	c.near = false
	require.Len(t, c.compare(items("the mill will close in May"), items("the mill will close in June")), 2)
}

// TestRepeated: what stands several times is counted.
func TestRepeated(t *testing.T) {
	t.Parallel()
	c := comparison{Quotes, true}
	require.Empty(t, c.compare(items("a", "a", "b"), items("b", "a", "a")))
	require.Equal(t, []Change{{Part: Quotes, New: "a"}}, c.compare(items("a", "b"), items("a", "b", "a")))
}

// TestManyChanges: thousands of changes that share their words are paired in
// bounded work.
func TestManyChanges(t *testing.T) {
	t.Parallel()
	var a, b []string
	for i := range 3000 {
		a, b = append(a, fmt.Sprintf("the mill of town %d closed", i)), append(b, fmt.Sprintf("the mill of town %d opened", i))
	}
	require.GreaterOrEqual(t, len(comparison{Quotes, true}.compare(items(a...), items(b...))), 3000)
}
