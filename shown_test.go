package whosaid_test

import (
	"go/ast"
	"go/build"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEachNameIsShown: each exported name of a public package stands in one of
// its Examples with checked output, or in a function that such an Example calls.
// An Example may show several names; one that prints the Values of a type shows
// its constants.
func TestEachNameIsShown(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{".", "extract", "entities", "entities/prosener", "quotes", "claims"} {
		pkg, err := build.ImportDir(dir, 0)
		require.NoError(t, err)
		shown := shownIn(t, dir, slices.Concat(pkg.TestGoFiles, pkg.XTestGoFiles))
		for _, name := range exportedNames(t, dir, pkg) {
			if !shown[name.local] && !shown[name.owner+".Values"] {
				t.Errorf("%s.%s is in no Example", pkg.Name, strings.TrimPrefix(name.owner+"."+name.local, "."))
			}
		}
	}
}

// An exportedName is a name with the type that it belongs to, if any.
type exportedName struct{ owner, local string }

func exportedNames(t *testing.T, dir string, pkg *build.Package) (names []exportedName) {
	t.Helper()
	p, err := doc.NewFromFiles(parsed(t, dir, pkg.GoFiles))
	require.NoError(t, err)
	values := func(owner string, list []*doc.Value) {
		for _, v := range list {
			for _, n := range v.Names {
				names = append(names, exportedName{owner, n})
			}
		}
	}
	funcs := func(owner string, list []*doc.Func) {
		for _, f := range list {
			if f.Name != "Error" { // printing an error calls it
				names = append(names, exportedName{owner, f.Name})
			}
		}
	}
	values("", p.Consts)
	values("", p.Vars)
	funcs("", p.Funcs)
	for _, typ := range p.Types {
		names = append(names, exportedName{"", typ.Name})
		values(typ.Name, typ.Consts)
		values(typ.Name, typ.Vars)
		funcs("", typ.Funcs)
		funcs(typ.Name, typ.Methods)
	}
	return names
}

func parsed(t *testing.T, dir string, files []string) (*token.FileSet, []*ast.File, string) {
	t.Helper()
	fset := token.NewFileSet()
	var list []*ast.File
	for _, name := range files {
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.ParseComments)
		require.NoError(t, err)
		list = append(list, f)
	}
	return fset, list, module
}

// shownIn are the names after a dot in the Examples of test files, and in what
// these call; "T.Values" is among them if the values of T are. An Example's own
// name shows a method, as ExampleDocument_MarshalJSON does.
func shownIn(t *testing.T, dir string, files []string) map[string]bool {
	t.Helper()
	_, list, _ := parsed(t, dir, files)
	bodies := map[string]ast.Node{}
	for _, f := range list {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && !strings.HasPrefix(fn.Name.Name, "Test") {
				bodies[fn.Name.Name] = fn
			}
		}
	}
	shown, seen := map[string]bool{}, map[string]bool{}
	var visit func(n ast.Node)
	visit = func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				shown[n.Sel.Name] = true
				if of, ok := n.X.(*ast.SelectorExpr); ok {
					shown[of.Sel.Name+"."+n.Sel.Name] = true
				}
			case *ast.Ident:
				if body := bodies[n.Name]; body != nil && !seen[n.Name] {
					seen[n.Name] = true
					visit(body)
				}
			}
			return true
		})
	}
	for _, e := range doc.Examples(list...) {
		if e.Output == "" && !e.EmptyOutput {
			continue
		}
		visit(e.Code)
		if _, method, ok := strings.Cut(e.Name, "_"); ok {
			shown[method] = true
		}
	}
	return shown
}
