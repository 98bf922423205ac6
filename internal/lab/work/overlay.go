package work

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const module = "github.com/whosaid/whosaid"

// self is the import path of this package, which cannot count itself.
const self = module + "/internal/lab/work"

// Build builds the command of the given package, an import path of this module,
// so that the library in it counts its work, and returns the path of the
// executable. All files are written below dir.
func Build(dir, command string) (string, error) {
	overlay, err := Overlay(dir)
	if err != nil {
		return "", err
	}
	out := filepath.Join(dir, "counting.exe")
	build := exec.Command("go", "build", "-overlay", overlay, "-o", out, command)
	if msg, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("work: building %s: %w\n%s", command, err, msg)
	}
	return out, nil
}

// Overlay writes below dir the sources of package extract and all packages of
// this module below it, rewritten to count, and returns the path of a file for
// the -overlay flag of the go command.
func Overlay(dir string) (string, error) {
	files, err := sources()
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for i, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("work: %w", err)
		}
		if src, err = Rewrite(file, src); err != nil {
			return "", err
		}
		replace[file] = filepath.Join(dir, strconv.Itoa(i)+"_"+filepath.Base(file))
		if err := os.WriteFile(replace[file], src, 0o600); err != nil {
			return "", fmt.Errorf("work: %w", err)
		}
	}
	b, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", fmt.Errorf("work: %w", err)
	}
	path := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		return "", fmt.Errorf("work: %w", err)
	}
	return path, nil
}

// sources lists the Go files to rewrite.
func sources() ([]string, error) {
	const format = `{{$p := .}}{{range .GoFiles}}{{$p.ImportPath}}|{{$p.Dir}}|{{.}}{{"\n"}}{{end}}`
	list := exec.Command("go", "list", "-deps", "-f", format, module+"/extract", self)
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("work: go list: %w\n%s", err, &stderr)
	}
	var files []string
	for line := range strings.Lines(string(out)) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 3 || f[0] != module && !strings.HasPrefix(f[0], module+"/") {
			continue
		}
		if f[0] == self && f[2] == "counting.go" || f[0] != self && !strings.HasPrefix(f[0], self+"/") {
			files = append(files, filepath.Join(f[1], f[2]))
		}
	}
	return files, nil
}

// counted are the packages of the standard library that have a counting twin.
var counted = []string{"bytes", "slices", "sort", "strings", "unicode/utf8"}

// An insertion is text to put into a source file at an offset, in place of the
// next cut bytes.
type insertion struct {
	at, cut int
	text    string
}

// Rewrite returns the Go source src with the counting in it. Lines stay where
// they are.
func Rewrite(name string, src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("work: %w", err)
	}
	if f.Name.Name == "work" && filepath.Base(name) == "counting.go" {
		return bytes.Replace(src, []byte("Counting = false"), []byte("Counting = true"), 1), nil
	}
	r := rewriter{offset: func(p token.Pos) int { return fset.Position(p).Offset }}
	r.add(f.Name.End(), fmt.Sprintf("; import counting_ %q", self))
	r.add(f.FileEnd, "\nvar _ = counting_.Tick\n")
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, fmt.Errorf("work: %s: %w", name, err)
		}
		if slices.Contains(counted, path) && spec.Name == nil {
			r.add(spec.Pos(), fmt.Sprintf("%q", self+"/counted/"+path[strings.LastIndexByte(path, '/')+1:]))
			r.last().cut = len(spec.Path.Value)
		}
	}
	ast.Inspect(f, r.visit)
	slices.SortStableFunc(r.list, func(a, b insertion) int { return a.at - b.at })
	var out bytes.Buffer
	at := 0
	for _, in := range r.list {
		out.Write(src[at:in.at])
		out.WriteString(in.text)
		at = in.at + in.cut
	}
	out.Write(src[at:])
	return out.Bytes(), nil
}

type rewriter struct {
	offset func(token.Pos) int
	list   []insertion
}

func (r *rewriter) add(at token.Pos, text string) {
	r.list = append(r.list, insertion{at: r.offset(at), text: text})
}

func (r *rewriter) last() *insertion { return &r.list[len(r.list)-1] }

func (r *rewriter) tick(body *ast.BlockStmt) {
	if body != nil {
		r.add(body.Lbrace+1, " counting_.Tick();")
	}
}

func (r *rewriter) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		r.tick(n.Body)
	case *ast.FuncLit:
		r.tick(n.Body)
	case *ast.ForStmt:
		r.tick(n.Body)
	case *ast.RangeStmt:
		r.tick(n.Body)
	case *ast.CallExpr:
		r.builtin(n)
	}
	return true
}

// builtin counts what the language itself copies or clears at length.
func (r *rewriter) builtin(call *ast.CallExpr) {
	f, ok := call.Fun.(*ast.Ident)
	if !ok {
		return
	}
	switch {
	case f.Name == "copy" && len(call.Args) == 2:
		r.add(call.Pos(), "counting_.Copied(")
		r.add(call.End(), ")")
	case f.Name == "append" && call.Ellipsis.IsValid():
		spread := call.Args[len(call.Args)-1]
		r.add(spread.Pos(), "counting_.Spread(")
		r.add(spread.End(), ")")
	case f.Name == "clear" && len(call.Args) == 1:
		r.add(call.Args[0].Pos(), "counting_.Spread(")
		r.add(call.Args[0].End(), ")")
	}
}
