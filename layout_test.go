package whosaid_test

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// What a reader takes in at once: a function is seen on one screen, a line is
// not broken by it, and a long condition is a list of things that would rather
// be rows of a table.
const (
	mostLines    = 60
	mostColumns  = 140
	mostBranches = 6
)

// knownLayout counts by file what was larger when this test was written. A
// count may only fall, and go test . -run Layout -update lets it; no line may be
// added.
const knownLayout = "testdata/layout.txt"

// TestLayout holds all code outside tests to these sizes.
func TestLayout(t *testing.T) {
	known := map[string]int{}
	src, err := os.ReadFile(knownLayout)
	require.NoError(t, err)
	for _, line := range strings.FieldsFunc(string(src), func(r rune) bool { return r == '\n' }) {
		path, count, _ := strings.Cut(line, " ")
		known[path], err = strconv.Atoi(count)
		require.NoError(t, err, line)
	}
	files, left := 0, ""
	err = filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		wrong, path := oversized(t, path, src), filepath.ToSlash(path)
		switch was := known[path]; {
		case len(wrong) > was:
			t.Errorf("%s: %d too large, known are %d:\n%s", path, len(wrong), was, strings.Join(wrong, "\n"))
		case len(wrong) < was && !*update:
			t.Errorf("%s: only %d too large now: lower its %d in %s with go test . -run Layout -update", path, len(wrong), was, knownLayout)
		}
		if len(wrong) > 0 {
			left += fmt.Sprintln(path, min(len(wrong), known[path]))
		}
		delete(known, path)
		return nil
	})
	require.NoError(t, err)
	if *update && !t.Failed() {
		require.NoError(t, os.WriteFile(knownLayout, []byte(left), 0o644))
		return
	}
	require.Empty(t, known, "files that are gone")
	require.Greater(t, files, 200, "the code is not where it was")
}

// oversized lists what in a file is too large.
func oversized(t *testing.T, path string, src []byte) []string {
	var out []string
	tell := func(line int, format string, args ...any) {
		out = append(out, fmt.Sprintf("%s:%d: ", filepath.ToSlash(path), line)+fmt.Sprintf(format, args...))
	}
	lines := bufio.NewScanner(bytes.NewReader(src))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		text := strings.ReplaceAll(lines.Text(), "\t", "    ")
		if c := utf8.RuneCountInString(text); c > mostColumns {
			tell(n, "%d columns, at most %d", c, mostColumns)
		}
	}
	require.NoError(t, lines.Err(), path)
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, path, src, parser.SkipObjectResolution)
	require.NoError(t, err)
	line := func(p token.Pos) int { return set.Position(p).Line }
	ast.Inspect(f, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.FuncDecl:
			if c := line(x.End()) - line(x.Pos()) + 1; c > mostLines {
				tell(line(x.Pos()), "%s has %d lines, at most %d", x.Name.Name, c, mostLines)
			}
		case *ast.BinaryExpr:
			if c := branches(x); c > mostBranches {
				tell(line(x.Pos()), "a condition of %d branches, at most %d", c, mostBranches)
				return false
			}
		}
		return true
	})
	return out
}

// branches counts what "&&" and "||" join in an expression.
func branches(e ast.Expr) int {
	switch x := e.(type) {
	case *ast.ParenExpr:
		return branches(x.X)
	case *ast.UnaryExpr:
		return branches(x.X)
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return branches(x.X) + branches(x.Y)
		}
	}
	return 1
}

// TestOversized: the test above sees what is too large, and lets the rest be.
func TestOversized(t *testing.T) {
	t.Parallel()
	body := func(n int) string { return "package p\n\nfunc f() {\n" + strings.Repeat("\t_ = 1\n", n-2) + "}\n" }
	chain := func(n int, last string) string {
		return "package p\n\nvar x = " + strings.Repeat("a && ", n-2) + "(b || " + last + ")\n"
	}
	for name, c := range map[string]struct {
		src  string
		want []string
	}{
		"lines":           {body(mostLines), nil},
		"too many":        {body(mostLines + 1), []string{"x.go:3: f has 61 lines, at most 60"}},
		"columns":         {"package p\n\n//" + strings.Repeat("é", mostColumns-2) + "\n", nil},
		"too wide":        {"package p\n\n//" + strings.Repeat("é", mostColumns-1) + "\n", []string{"x.go:3: 141 columns, at most 140"}},
		"branches":        {chain(mostBranches, "c"), nil},
		"too many, mixed": {chain(mostBranches, "!(c && d)"), []string{"x.go:3: a condition of 7 branches, at most 6"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, oversized(t, "x.go", []byte(c.src)))
		})
	}
}
