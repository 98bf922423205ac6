package whosaid_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/whosaid/whosaid"
)

// TestValuesAreComplete: the lists of values.go have all constants of their
// types, in order, and each type with constants has a list.
func TestValuesAreComplete(t *testing.T) {
	t.Parallel()
	constants, lists := map[string][]string{}, map[string][]string{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		for _, d := range f.Decls {
			if d, ok := d.(*ast.GenDecl); ok {
				typedConstants(d, constants)
			}
		}
		maps.Copy(lists, valueLists(f))
	}
	require.Equal(t, constants, lists)
	require.Len(t, lists, 17)
	for typ, names := range constants {
		prefix := constantPrefix(typ)
		for _, name := range names {
			require.Regexp(t, "^"+prefix+"[A-Z]", name, "constants of %s", typ)
		}
	}
}

// valueLists are the constants that the Values methods of a file list, by type.
func valueLists(f *ast.File) map[string][]string {
	lists := map[string][]string{}
	for _, d := range f.Decls {
		if d, ok := d.(*ast.FuncDecl); ok && d.Name.Name == "Values" && d.Recv != nil {
			typ := d.Recv.List[0].Type.(*ast.Ident).Name
			lists[typ] = identifiers(d.Body.List[0].(*ast.ReturnStmt).Results[0].(*ast.CompositeLit).Elts)
		}
	}
	return lists
}

// TestNoValueIsForgotten: a map from the values of an enumerated type has
// something for each of them, and a switch that names more than half of them
// names all or has a default; in the tool and the examples, too.
func TestNoValueIsForgotten(t *testing.T) {
	t.Parallel()
	f, err := parser.ParseFile(token.NewFileSet(), "values.go", nil, 0)
	require.NoError(t, err)
	lists := valueLists(f)
	err = filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, s := range forgotten(t, filepath.ToSlash(path), src, lists) {
			t.Error(s)
		}
		return nil
	})
	require.NoError(t, err)
}

// forgotten finds the maps and switches of a file that lack values.
func forgotten(t *testing.T, path string, src []byte, lists map[string][]string) (out []string) {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, path, src, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(f, func(n ast.Node) bool {
		var missing []string
		switch n := n.(type) {
		case *ast.CompositeLit:
			missing = missingKeys(n, lists)
		case *ast.SwitchStmt:
			missing = missingCases(n, lists)
		}
		if len(missing) > 0 {
			out = append(out, fmt.Sprintf("%s:%d: nothing for %s", path, set.Position(n.Pos()).Line, strings.Join(missing, ", ")))
		}
		return true
	})
	return out
}

// missingKeys are the values that a map literal from values to something has no
// key for. A map to bool is a set of some of them.
func missingKeys(lit *ast.CompositeLit, lists map[string][]string) []string {
	typ, ok := lit.Type.(*ast.MapType)
	if !ok || len(lit.Elts) == 0 || name(typ.Value) == "bool" {
		return nil
	}
	var keys []ast.Expr
	for _, e := range lit.Elts {
		keys = append(keys, e.(*ast.KeyValueExpr).Key)
	}
	return without(lists[name(typ.Key)], keys)
}

// missingCases are the values that a switch over most of them has no case for.
func missingCases(s *ast.SwitchStmt, lists map[string][]string) []string {
	var cases []ast.Expr
	for _, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		if c.List == nil { // the default
			return nil
		}
		cases = append(cases, c.List...)
	}
	for _, list := range lists {
		if missing := without(list, cases); 2*len(missing) < len(list) {
			return missing
		}
	}
	return nil
}

// without is the names of list that no expression of used is.
func without(list []string, used []ast.Expr) []string {
	return slices.DeleteFunc(slices.Clone(list), func(v string) bool {
		return slices.ContainsFunc(used, func(e ast.Expr) bool { return name(e) == v })
	})
}

// name is the last name of an identifier with or without its package.
func name(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// TestForgotten: the test above sees what lacks a value, and lets the rest be.
func TestForgotten(t *testing.T) {
	t.Parallel()
	lists := map[string][]string{"Size": {"Small", "Middle", "Large"}, "Side": {"Left", "Right"}}
	for src, want := range map[string]string{
		"var x = map[Size]int{Small: 1, Middle: 2}":                                        "x.go:3: nothing for Large",
		"var x = map[p.Size][]string{p.Large: nil}":                                        "x.go:3: nothing for Small, Middle",
		"var x = map[Size]int{Small: 1, Middle: 2, Large: 3}":                              "",
		"var x = map[Size]int{}":                                                           "",
		"var x = map[Size]bool{Small: true}":                                               "",
		"var x = map[string]int{Small: 1}":                                                 "",
		"func f(s Size) {\nswitch s {\ncase Small, Middle:\n}\n}":                          "x.go:4: nothing for Large",
		"func f(s Size) {\nswitch {\ncase s == Small:\n}\n}":                               "",
		"func f(s Size) {\nswitch s {\ncase Small:\n}\n}":                                  "",
		"func f(s Size) {\nswitch s {\ncase p.Small:\ncase p.Middle:\ncase p.Large:\n}\n}": "",
		"func f(s Size) {\nswitch s {\ncase Small, Middle:\ndefault:\n}\n}":                "",
		"func f(s Side) {\nswitch s {\ncase Left:\n}\n}":                                   "",
	} {
		require.Equal(t, want, strings.Join(forgotten(t, "x.go", []byte("package p\n\n"+src+"\n"), lists), "\n"), src)
	}
}

// constantPrefix is what the constants of a type begin with: the type's name
// without the word that says it is a kind of something, if it ends with one.
func constantPrefix(typ string) string {
	for _, word := range []string{"Kind", "Form", "Type", "Class", "Rule", "Comparison"} {
		if short, ok := strings.CutSuffix(typ, word); ok {
			return short
		}
	}
	return typ
}

// typedConstants adds the exported constants of a type of this package.
func typedConstants(d *ast.GenDecl, to map[string][]string) {
	if d.Tok != token.CONST {
		return
	}
	for _, s := range d.Specs {
		s := s.(*ast.ValueSpec)
		typ, ok := s.Type.(*ast.Ident)
		if !ok || !ast.IsExported(typ.Name) {
			continue
		}
		for _, n := range s.Names {
			to[typ.Name] = append(to[typ.Name], n.Name)
		}
	}
}

func identifiers(list []ast.Expr) (out []string) {
	for _, x := range list {
		out = append(out, x.(*ast.Ident).Name)
	}
	return out
}

// TestValuesBelongToTheCaller: nobody can change the lists.
func TestValuesBelongToTheCaller(t *testing.T) {
	t.Parallel()
	whosaid.EntityKind.Values("")[0] = "planet"
	require.Equal(t, whosaid.EntityPerson, whosaid.EntityKind.Values("")[0])
}
