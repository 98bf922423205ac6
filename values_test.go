package whosaid_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
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
			switch d := d.(type) {
			case *ast.GenDecl:
				typedConstants(d, constants)
			case *ast.FuncDecl:
				if d.Name.Name == "Values" && d.Recv != nil {
					typ := d.Recv.List[0].Type.(*ast.Ident).Name
					lists[typ] = identifiers(d.Body.List[0].(*ast.ReturnStmt).Results[0].(*ast.CompositeLit).Elts)
				}
			}
		}
	}
	require.Equal(t, constants, lists)
	require.Len(t, lists, 16)
	for typ, names := range constants {
		prefix := constantPrefix(typ)
		for _, name := range names {
			require.Regexp(t, "^"+prefix+"[A-Z]", name, "constants of %s", typ)
		}
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
