package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"
)

// constants returns the values of the string constants of the package in dir
// by their type, in the order of the source.
func constants(dir string) (map[string][]any, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	values := map[string][]any{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			return nil, err
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
				for _, s := range g.Specs {
					if err := add(values, s.(*ast.ValueSpec)); err != nil {
						return nil, err
					}
				}
			}
		}
	}
	return values, nil
}

// add takes the values of one line of a const block: Name Type = "value".
func add(values map[string][]any, s *ast.ValueSpec) error {
	t, ok := s.Type.(*ast.Ident)
	if !ok {
		return nil
	}
	for _, v := range s.Values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				return err
			}
			values[t.Name] = append(values[t.Name], text)
		}
	}
	return nil
}

// enumeration is the schema of a type that has constants, nil for others.
func enumeration(t reflect.Type, values map[string][]any) *jsonschema.Schema {
	if t.Kind() != reflect.String || len(values[t.Name()]) == 0 {
		return nil
	}
	return &jsonschema.Schema{Type: "string", Enum: values[t.Name()]}
}
