package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A pack is a package to break.
type pack struct {
	name  string // its folder, from the top of the module
	path  string // as it is imported
	dir   string
	tests bool // it has tests of its own
	fset  *token.FileSet
	files []*file // Go files first
	check types.Config
	info  types.Info
}

// A file is one of a package that can be broken: Go, or an embedded list.
type file struct {
	path string // from the top of the module
	src  []byte
	ast  *ast.File // nil for a list
}

// row is where the edit counts.
func (p *pack) row(e *edit) string {
	if e.file.ast == nil {
		return p.name + ", lists"
	}
	return p.name
}

// listed is what go list says of a package.
type listed struct {
	ImportPath, Dir, Export   string
	GoFiles, EmbedFiles       []string
	TestGoFiles, XTestGoFiles []string
	Module                    *struct{ Main bool }
}

// runTime returns the packages of this module that extract needs.
func runTime() ([]*pack, error) {
	cmd := exec.Command("go", "list", "-deps", "-export",
		"-json=ImportPath,Dir,Export,GoFiles,EmbedFiles,TestGoFiles,XTestGoFiles,Module", "./extract")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	top, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	exports := map[string]string{}
	var mine []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listed
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		exports[l.ImportPath] = l.Export
		if l.Module != nil && l.Module.Main {
			mine = append(mine, l)
		}
	}
	var pkgs []*pack
	for i := range mine {
		p, err := open(top, &mine[i], exports)
		if err != nil {
			return nil, err
		}
		pkgs = append(pkgs, p)
	}
	return pkgs, nil
}

// open reads a package and its types.
func open(top string, l *listed, exports map[string]string) (*pack, error) {
	name, err := filepath.Rel(top, l.Dir)
	if err != nil {
		return nil, err
	}
	p := &pack{
		name: filepath.ToSlash(name), path: l.ImportPath, dir: l.Dir,
		tests: len(l.TestGoFiles)+len(l.XTestGoFiles) > 0,
		fset:  token.NewFileSet(),
		info: types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
		},
	}
	p.check.Importer = importer.ForCompiler(p.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, name := range l.GoFiles {
		f, err := p.read(name)
		if err != nil {
			return nil, err
		}
		if f.ast, err = parser.ParseFile(p.fset, f.path, f.src, parser.SkipObjectResolution); err != nil {
			return nil, err
		}
	}
	if err := p.compiles(nil, &p.info); err != nil {
		return nil, err
	}
	for _, name := range l.EmbedFiles {
		if filepath.Ext(name) == ".txt" && !learned[p.name+"/"+name] {
			if _, err := p.read(name); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// learned are texts that a training program wrote: weights, of which each
// matters little and none is anybody's decision.
var learned = map[string]bool{"internal/model/coref.txt": true, "internal/claim/weights.txt": true}

func (p *pack) read(name string) (*file, error) {
	src, err := os.ReadFile(filepath.Join(p.dir, name))
	f := &file{path: filepath.ToSlash(filepath.Join(p.name, name)), src: src}
	p.files = append(p.files, f)
	return f, err
}

// compiles checks the types of the package with an edit, or without one.
func (p *pack) compiles(e *edit, info *types.Info) error {
	var files []*ast.File
	for _, f := range p.files {
		switch {
		case f.ast == nil:
		case e != nil && e.file == f:
			broken, err := parser.ParseFile(p.fset, f.path, e.broken(), parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			files = append(files, broken)
		default:
			files = append(files, f.ast)
		}
	}
	_, err := p.check.Check(p.path, p.fset, files, info)
	return err
}

// An edit replaces the bytes from start to end of a file.
type edit struct {
	pack       *pack
	file       *file
	start, end int
	new        string
	what       string // the kind of edit
}

// broken returns the file with the edit.
func (e *edit) broken() []byte {
	src := e.file.src
	return append(append(append([]byte(nil), src[:e.start]...), e.new...), src[e.end:]...)
}

// line returns the line that the edit begins in: its number and bounds.
func (e *edit) line() (n, start, end int) {
	src := e.file.src
	n = 1 + bytes.Count(src[:e.start], []byte("\n"))
	start = 1 + bytes.LastIndexByte(src[:e.start], '\n')
	if end = bytes.IndexByte(src[start:], '\n'); end < 0 {
		return n, start, len(src)
	}
	return n, start, start + end
}

// String gives file, line and the words before and after.
func (e *edit) String() string {
	n, start, end := e.line()
	short := func(s string) string {
		if s = strings.Join(strings.Fields(s), " "); len(s) > 60 {
			s = s[:57] + "…"
		}
		return s
	}
	old, in := string(e.file.src[e.start:e.end]), strings.TrimSpace(string(e.file.src[start:end]))
	return fmt.Sprintf("%s:%d: %s: %s => %s   in: %s", e.file.path, n, e.what, short(old), short(e.new), in)
}
