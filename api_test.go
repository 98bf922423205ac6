package whosaid_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite docs/api.txt; say in CHANGELOG.md what moved")

const (
	module  = "github.com/whosaid/whosaid"
	apiFile = "docs/api.txt"
)

// TestAPI holds the exported declarations of the public packages to
// docs/api.txt, so that none comes, goes or changes unseen.
func TestAPI(t *testing.T) {
	got, err := api(".")
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(apiFile, []byte(got), 0o644))
	}
	want, err := os.ReadFile(apiFile)
	require.NoError(t, err)
	if string(want) != got {
		t.Errorf("%s is not what the packages export. Run go test . -run API -update, and say in CHANGELOG.md what moved.\ngone: %q\ncame: %q",
			apiFile, missing(string(want), got), missing(got, string(want)))
	}
}

// missing lists the lines of a that b does not have.
func missing(a, b string) (lines []string) {
	have := strings.Split(b, "\n")
	for _, line := range strings.Split(a, "\n") {
		if !slices.Contains(have, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// api prints the exported declarations of each public package below root,
// without their comments.
func api(root string) (string, error) {
	dirs, err := publicDirs(root)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for i, dir := range dirs {
		if i > 0 {
			b.WriteString("\n")
		}
		if err := packageAPI(&b, root, dir); err != nil {
			return "", fmt.Errorf("%s: %w", dir, err)
		}
	}
	return b.String(), nil
}

// publicDirs lists the folders of the packages that others can import and are
// meant to: not those of other modules, commands, examples and internal ones.
func publicDirs(root string) (dirs []string, err error) {
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		if path != root && private(path, e.Name()) {
			return filepath.SkipDir
		}
		if sources, _ := filepath.Glob(filepath.Join(path, "*.go")); len(sources) > 0 {
			dirs = append(dirs, path)
		}
		return nil
	})
	return dirs, err
}

func private(path, name string) bool {
	if slices.Contains([]string{"internal", "examples", "testdata"}, name) || strings.HasPrefix(name, ".") {
		return true
	}
	_, err := os.Stat(filepath.Join(path, "go.mod"))
	return err == nil
}

func packageAPI(b *strings.Builder, root, dir string) error {
	pkg, err := build.ImportDir(dir, 0)
	if err != nil {
		return err
	}
	if pkg.Name == "main" {
		return nil
	}
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return err
	}
	path := strings.TrimSuffix(module+"/"+filepath.ToSlash(rel), "/.")
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range pkg.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	p, err := doc.NewFromFiles(fset, files, path)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "package %s // import %q\n", p.Name, path)
	return declarations(b, fset, p)
}

// declarations prints what p exports in the order of go doc: constants,
// variables, functions, then each type with what belongs to it.
func declarations(b *strings.Builder, fset *token.FileSet, p *doc.Package) error {
	var all []ast.Decl
	values := func(list []*doc.Value) {
		for _, v := range list {
			all = append(all, v.Decl)
		}
	}
	funcs := func(list []*doc.Func) {
		for _, f := range list {
			all = append(all, f.Decl)
		}
	}
	values(p.Consts)
	values(p.Vars)
	funcs(p.Funcs)
	for _, t := range p.Types {
		all = append(all, t.Decl)
		values(t.Consts)
		values(t.Vars)
		funcs(t.Funcs)
		funcs(t.Methods)
	}
	for _, d := range all {
		text, err := bare(fset, d)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "\n%s\n", text)
	}
	return nil
}

var emptyLines = regexp.MustCompile(`\n\s*\n`)

// bare prints a declaration without a body, comments and empty lines.
func bare(fset *token.FileSet, d ast.Decl) (string, error) {
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			n.Doc, n.Body = nil, nil
		case *ast.GenDecl:
			n.Doc = nil
		case *ast.Field:
			n.Doc, n.Comment = nil, nil
		case *ast.ValueSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.TypeSpec:
			n.Doc, n.Comment = nil, nil
		}
		return true
	})
	var b bytes.Buffer
	if err := printer.Fprint(&b, fset, d); err != nil {
		return "", err
	}
	text, err := format.Source(emptyLines.ReplaceAll(b.Bytes(), []byte("\n")))
	return string(text), err
}
