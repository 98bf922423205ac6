package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// sites lists the places of a package that can be broken, in their order.
func (p *pack) sites() (out []site) {
	for _, f := range p.files {
		if f.ast == nil {
			out = append(out, p.dataSites(f)...)
			continue
		}
		m := maker{p: p, f: f}
		for _, d := range f.ast.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
				continue
			}
			m.walk(d, nil)
		}
		out = append(out, m.sites...)
	}
	return out
}

// A maker makes the sites of one Go file.
type maker struct {
	p     *pack
	f     *file
	sites []site
}

// walk makes sites of n and of what it holds; f is the type of the function
// around it.
func (m *maker) walk(n ast.Node, f *types.Signature) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				m.walk(n.Body, m.p.info.Defs[n.Name].Type().(*types.Signature))
			}
			return false
		case *ast.FuncLit:
			m.walk(n.Body, m.p.info.Types[n].Type.(*types.Signature))
			return false
		case *ast.CallExpr:
			return !m.scratch(n)
		case *ast.Field:
			return false // types and tags
		case *ast.BinaryExpr:
			m.operator(n.OpPos, n.Op)
		case *ast.AssignStmt:
			m.operator(n.TokPos, n.Tok)
		case *ast.BasicLit:
			m.literal(n)
		case *ast.IfStmt:
			return m.condition(n.Cond, true)
		case *ast.ForStmt:
			return m.condition(n.Cond, false) // one that always holds never ends
		case *ast.SwitchStmt:
			m.cases(n)
		case *ast.BlockStmt:
			m.statements(n.List)
		case *ast.CaseClause:
			m.statements(n.Body)
		case *ast.ReturnStmt:
			m.result(n, f)
		}
		return true
	})
}

// add makes a site of the source between two places, with one edit for each of
// the new texts that differ from the old.
func (m *maker) add(from, to token.Pos, what string, texts ...string) {
	start, end := m.offset(from), m.offset(to)
	var s site
	for _, text := range texts {
		if text != string(m.f.src[start:end]) {
			s = append(s, edit{m.p, m.f, start, end, text, what})
		}
	}
	if len(s) > 0 {
		m.sites = append(m.sites, s)
	}
}

func (m *maker) offset(p token.Pos) int { return m.p.fset.Position(p).Offset }

func (m *maker) source(n ast.Node) string {
	return string(m.f.src[m.offset(n.Pos()):m.offset(n.End())])
}

var otherOperator = map[token.Token]string{
	token.LSS: "<=", token.LEQ: "<", token.GTR: ">=", token.GEQ: ">", token.EQL: "!=", token.NEQ: "==",
	token.LAND: "||", token.LOR: "&&", token.ADD: "-", token.SUB: "+", token.ADD_ASSIGN: "-=", token.SUB_ASSIGN: "+=",
}

func (m *maker) operator(at token.Pos, op token.Token) {
	if other := otherOperator[op]; other != "" {
		m.add(at, at+token.Pos(len(op.String())), "operator", other)
	}
}

func (m *maker) literal(n *ast.BasicLit) {
	switch n.Kind {
	case token.STRING:
		m.add(n.Pos(), n.End(), "string", `""`)
	case token.CHAR:
		if c, _, _, err := strconv.UnquoteChar(n.Value[1:], '\''); err == nil {
			m.add(n.Pos(), n.End(), "constant", strconv.QuoteRune(c+1), strconv.QuoteRune(c-1))
		}
	case token.INT:
		if i, err := strconv.ParseInt(n.Value, 0, 64); err == nil {
			m.add(n.Pos(), n.End(), "constant", fmt.Sprint(i+1), fmt.Sprint(i-1), fmt.Sprint(i/2), fmt.Sprint(2*i))
		}
	case token.FLOAT:
		m.add(n.Pos(), n.End(), "constant", fmt.Sprintf("(%s/2)", n.Value), fmt.Sprintf("(%s*2)", n.Value))
	}
}

// condition makes a site of a condition and reports whether to look into the
// statement. What depends on the capacity of a slice only decides about memory.
func (m *maker) condition(cond ast.Expr, both bool) bool {
	if cond == nil {
		return true
	}
	src := m.source(cond)
	if strings.Contains(src, "cap(") {
		return false
	}
	// The condition stays, so that its variables are used.
	texts := []string{"false && (" + src + ")"}
	if both {
		texts = append(texts, "true || ("+src+")", "!("+src+")")
	}
	m.add(cond.Pos(), cond.End(), "condition", texts...)
	return true
}

func (m *maker) cases(n *ast.SwitchStmt) {
	if n.Tag != nil {
		return
	}
	for _, s := range n.Body.List {
		for _, cond := range s.(*ast.CaseClause).List {
			m.condition(cond, true)
		}
	}
}

// statements makes sites of those that can be left out.
func (m *maker) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		case *ast.ExprStmt:
			if call, ok := s.X.(*ast.CallExpr); ok && m.scratch(call) {
				continue
			}
		case *ast.BranchStmt:
		case *ast.ReturnStmt:
			if len(s.Results) > 0 {
				continue
			}
		default:
			continue
		}
		m.add(s.Pos(), s.End(), "dropped", "")
	}
}

// result makes a site of a return: it returns zero values.
func (m *maker) result(n *ast.ReturnStmt, f *types.Signature) {
	if len(n.Results) == 0 || f.Results().Len() != len(n.Results) {
		return // or the results are those of one call
	}
	var zero []string
	for v := range f.Results().Variables() {
		zero = append(zero, m.zero(v.Type()))
	}
	m.add(n.Results[0].Pos(), n.Results[len(n.Results)-1].End(), "result", strings.Join(zero, ", "))
}

func (m *maker) zero(t types.Type) string {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return "false"
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsNumeric != 0:
			return "0"
		}
	case *types.Struct, *types.Array:
		return types.TypeString(t, func(other *types.Package) string {
			if other.Path() == m.p.path {
				return ""
			}
			return other.Name()
		}) + "{}"
	}
	return "nil"
}

// scratch reports whether a call only takes memory, gives it back, or ends the
// program for a mistake in it that no input reaches.
func (m *maker) scratch(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		if f.Name == "make" {
			_, isMap := m.p.info.Types[call].Type.Underlying().(*types.Map)
			return isMap || len(call.Args) == 3
		}
		return f.Name == "panic"
	case *ast.SelectorExpr:
		if f.Sel.Name == "Grow" || f.Sel.Name == "Clip" {
			return true
		}
		t := m.p.info.Types[f.X].Type
		return t != nil && strings.TrimPrefix(t.String(), "*") == "sync.Pool"
	}
	return false
}
