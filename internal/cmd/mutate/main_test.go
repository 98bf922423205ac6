package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestListIsCurrent: every line to break stands where the list says, once.
func TestListIsCurrent(t *testing.T) {
	t.Parallel()
	all, err := parse(list)
	require.NoError(t, err)
	count := map[string]int{}
	for _, m := range all {
		count[m.stage]++
		src, err := os.ReadFile(filepath.Join("..", "..", "..", m.file))
		require.NoError(t, err)
		_, err = m.broken(src)
		require.NoError(t, err)
	}
	for stage, n := range count {
		require.GreaterOrEqual(t, n, 10, stage)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	all, err := parse("# why\nstage a\ntest ./a ./b\nfile x.go\n- if b {\n+ if !b {\nstage c\nfile y.go\n- 1\n+ 2\n")
	require.NoError(t, err)
	require.Equal(t, []mutation{
		{"a", "x.go", "if b {", "if !b {", []string{"./a", "./b"}},
		{"c", "y.go", "1", "2", []string{"./..."}},
	}, all)
	_, err = parse("nonsense here")
	require.EqualError(t, err, `mutations.txt:1: cannot read "nonsense here"`)
}

func TestBrokenNeedsTheLineOnce(t *testing.T) {
	t.Parallel()
	m := mutation{file: "x.go", old: "a", new: "b"}
	got, err := m.broken([]byte("xay"))
	require.NoError(t, err)
	require.Equal(t, "xby", string(got))
	for _, src := range []string{"xy", "aa"} {
		_, err := m.broken([]byte(src))
		require.Error(t, err)
	}
}
