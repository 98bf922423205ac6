package main

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// packOf makes a package of one Go file and one list.
func packOf(t *testing.T, code, list string) *pack {
	t.Helper()
	p := &pack{name: "p", path: "p", fset: token.NewFileSet(), info: types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
	}}
	p.check.Importer = importer.ForCompiler(p.fset, "source", nil)
	f := &file{path: "p/p.go", src: []byte(code)}
	var err error
	f.ast, err = parser.ParseFile(p.fset, f.path, f.src, parser.SkipObjectResolution)
	require.NoError(t, err)
	p.files = []*file{f, {path: "p/list.txt", src: []byte(list)}}
	require.NoError(t, p.compiles(nil, &p.info))
	return p
}

// editsOf are the edits of a package that compile, as "what: old => new".
func editsOf(p *pack) (out []string) {
	for _, s := range p.sites() {
		for i := range s {
			e := &s[i]
			if e.file.ast == nil || p.compiles(e, nil) == nil {
				out = append(out, e.what+": "+string(e.file.src[e.start:e.end])+" => "+e.new)
			}
		}
	}
	return out
}

func TestEditsOfCode(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, code, want string }{
		{"operators", "func f(a, b int) bool { return a < b && a+1 != b }",
			"result: a < b && a+1 != b => false; operator: && => ||; operator: < => <=; operator: != => ==; operator: + => -; " +
				"constant: 1 => 2; constant: 1 => 0; constant: 1 => 0; constant: 1 => 2"},
		{"conditions", "func f(a bool) { if a { g() } }; func g() {}",
			"condition: a => false && (a); condition: a => true || (a); condition: a => !(a); dropped: g() => "},
		{"an endless loop is none", "func f(n int) { for n > 0 { n -= 1 } }",
			"condition: n > 0 => false && (n > 0); operator: > => >=; constant: 0 => 1; constant: 0 => -1; dropped: n -= 1 => ; operator: -= => +=; " +
				"constant: 1 => 2; constant: 1 => 0; constant: 1 => 0; constant: 1 => 2"},
		{"cases", "func f(a bool) { switch { case a: return } }",
			"condition: a => false && (a); condition: a => true || (a); condition: a => !(a); dropped: return => "},
		{"strings and runes", "var s, r = \"a\", 'b'", "string: \"a\" => \"\"; constant: 'b' => 'c'; constant: 'b' => 'a'"},
		{"results", "type t struct{ n int }; func f(v t, e error) (t, []int, error) { return v, nil, e }", "result: v, nil, e => t{}, nil, nil"},
		{"a result of zeros", "func f() (int, bool) { return 0, false }", "constant: 0 => 1; constant: 0 => -1"},
		{"scratch memory", "func f(n int) []int { if cap(make([]int, 0, 8)) > 4 { return nil }; return make([]int, 0, n+1) }", "result: make([]int, 0, n+1) => nil"},
		{"panics", `func f() { panic("no" + "thing") }`, "dropped: panic(\"no\" + \"thing\") => "},
		{"imports, tags and types", "import _ \"os\"; type t struct{ a [4]int `json:\"a\"` }", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := strings.Join(editsOf(packOf(t, "package p; "+c.code, "")), "; ")
			if c.name == "panics" {
				require.Empty(t, got)
				return
			}
			require.Equal(t, c.want, got)
		})
	}
}

func TestEditsOfLists(t *testing.T) {
	t.Parallel()
	p := packOf(t, "package p", "# why\n\nsay said 3\n")
	require.Equal(t, []string{
		"line dropped: say said 3\n => ", "line dropped: say said 3\n => ", "line dropped: say said 3\n => ",
		"word: say => sayq", "word: said => saidq", "word: 3 => 4",
	}, editsOf(p))
}

func TestBrokenKeepsTheRest(t *testing.T) {
	t.Parallel()
	p := packOf(t, "package p\n\nvar a = 1 // why\n", "")
	s := p.sites()
	require.Len(t, s, 1)
	require.Equal(t, "package p\n\nvar a = 2 // why\n", string(s[0][0].broken()))
	require.Equal(t, "p/p.go:3: constant: 1 => 2   in: var a = 1 // why", s[0][0].String())
}

// TestSampleIsStable: a change elsewhere leaves the other edits in the sample,
// and another seed draws others.
func TestSampleIsStable(t *testing.T) {
	t.Parallel()
	const code = "package p\n\nfunc f(a, b int) bool {\n\treturn a < b\n}\n\nfunc g(a, b int) bool {\n\treturn a > b\n}\n"
	all := func(code string, n int, seed uint64) (out []string) {
		edits, err := sample([]*pack{packOf(t, code, "")}, n, seed)
		require.NoError(t, err)
		for i := range edits {
			_, at, _ := strings.Cut(edits[i].String(), ": ")
			out = append(out, at)
		}
		return out
	}
	before := all(code, 100, 1)
	require.Len(t, before, 4, "an operator and a result each")
	after := all("package p\n\nvar x = 7\n"+strings.TrimPrefix(code, "package p\n"), 100, 1)
	require.Len(t, after, 5)
	var kept []string
	for _, e := range after {
		if !strings.Contains(e, "7") {
			kept = append(kept, e)
		}
	}
	require.Equal(t, before, kept)
	orders := map[string]bool{}
	for seed := range uint64(20) {
		orders[all(code, 1, seed)[0]] = true
	}
	require.Greater(t, len(orders), 1)
	_, err := sample([]*pack{packOf(t, "package p", "")}, 1, 1)
	require.Error(t, err)
}

func TestTally(t *testing.T) {
	t.Parallel()
	var n tally
	require.Zero(t, n.percent())
	for row, verdicts := range map[string][]verdict{"a": {noticed, noticed, unnoticed, same}, "b": {unnoticed}} {
		for _, v := range verdicts {
			n.add(row, v)
		}
	}
	require.Equal(t, 50, n.percent(), "what compiles to the same is not counted")
	var b strings.Builder
	n.print(&b)
	require.Regexp(t, `(?s)^a +2 of +3 noticed\nb +0 of +1 noticed\nall +2 of +4 noticed: 50 %\n1 more compiled to the same code\n$`, b.String())
}

func TestOnly(t *testing.T) {
	t.Parallel()
	all := []*pack{{name: "a"}, {name: "b/c"}}
	got, err := only(all, "b/c")
	require.NoError(t, err)
	require.Equal(t, all[1:], got)
	got, err = only(all, "")
	require.NoError(t, err)
	require.Equal(t, all, got)
	_, err = only(all, "a,x")
	require.EqualError(t, err, `"x" is no package that extract needs`)
}
