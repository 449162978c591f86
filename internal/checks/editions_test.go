// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// editionName is the name of a package that holds the data of an edition.
var editionName = regexp.MustCompile(`^jisa\d{4}$`)

// edition reports whether the package holds the data of an edition.
func (p pkg) edition() bool { return p.public() && editionName.MatchString(p.Name) }

// editions returns the packages of editions.
func editions(t *testing.T) []pkg {
	t.Helper()
	all := list(t, pkg.edition)
	if len(all) == 0 {
		t.Fatal("no edition")
	}
	return all
}

// TestEditions moves every number, ratio, amount and date in the data of every
// edition by one unit, one at a time, and demands that a case in testdata
// notices: that a test TestCases… of the edition fails. It moves them up, and
// with BAISEKI_DEEP set, also down.
//
// A literal that no case can notice needs a comment with the reason on its
// line: //checks:fixed reason. Each sixteenth literal is moved, and all with
// BAISEKI_MOVES or BAISEKI_DEEP set.
func TestEditions(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the tests of every edition")
	}
	if runtime.GOOS == "js" {
		t.Skip("no processes here")
	}
	for _, p := range editions(t) {
		for _, name := range p.GoFiles {
			t.Run(p.path()+"/"+name, func(t *testing.T) { moveAll(t, p, name) })
		}
	}
}

// A literal is a place in the data, and what to write there instead: the first
// replacement with which the package can be built is the one that counts.
type literal struct {
	at       string
	from, to int // bytes of the file
	old      string
	new      []string
	n        int
	typ      types.Type // nil where only a constant can stand
}

func moveAll(t *testing.T, p pkg, name string) {
	source, err := os.ReadFile(filepath.Join(p.Dir, name))
	if err != nil {
		t.Fatal(err)
	}
	c := check(t, p)
	all := literals(t, p, c, name, source)
	if len(all) == 0 {
		t.Skip("no figures in it")
	}
	moves := tried(all)
	path := filepath.Join(p.Dir, name)
	// One build holds all that a variable can stand for; where a constant is
	// needed, each has a build of its own.
	binary := ""
	if slices.ContainsFunc(moves, func(l literal) bool { return l.typ != nil }) {
		if binary, err = build(t, p, choose(p, c, name, source, moves)); err != nil {
			t.Logf("each literal has a build of its own, as they cannot share one: %v", err)
			binary = ""
		} else {
			passes(t, binary, p)
		}
	}
	if binary == "" {
		whole, err := build(t, p, map[string][]byte{path: source})
		if err != nil {
			t.Fatal(err)
		}
		passes(t, whole, p)
	}
	each(moves, func(l literal) {
		if binary != "" && l.typ != nil {
			if !notices(t, binary, p, l.n) {
				t.Errorf("%s: no case notices %s in place of %s", l.at, l.new[0], l.old)
			}
			return
		}
		for _, moved := range l.new {
			changed := slices.Concat(source[:l.from], []byte(moved), source[l.to:])
			if alone, err := build(t, p, map[string][]byte{path: changed}); err == nil {
				if !notices(t, alone, p, noMove) {
					t.Errorf("%s: no case notices %s in place of %s", l.at, moved, l.old)
				}
				return
			}
		}
		t.Errorf("%s: %s cannot be moved: with %s it does not compile", l.at, l.old, strings.Join(l.new, " or "))
	})
	t.Logf("%d of %d moves", len(moves), len(all))
}

// choose returns the files with a choice in place of every literal that need
// not be a constant.
func choose(p pkg, c checked, name string, source []byte, all []literal) map[string][]byte {
	r := newRewrite(p, c.Package)
	r.source[name] = source
	for _, l := range all {
		if l.typ != nil {
			r.wrap(name, wrap{l.from, l.to, fmt.Sprintf("movedValue[%s](%d, ", r.alias(l.typ), l.n), ", " + l.new[0] + ")"})
		}
	}
	return r.files()
}

// literals returns what can be moved in the file, in the order of the file.
func literals(t *testing.T, p pkg, c checked, name string, source []byte) (all []literal) {
	file := c.files[slices.Index(p.GoFiles, name)]
	lines := strings.Split(string(source), "\n")
	var path []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			path = path[:len(path)-1]
			return true
		}
		path = append(path, n)
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		var moves [][]string
		switch e := n.(type) {
		case *ast.BasicLit:
			if !asksForNone(path) {
				moves = movesOf(t, at(c.set, e.Pos()), e)
			}
		case *ast.SelectorExpr:
			moves = month(e)
		}
		if len(moves) == 0 || importPath(path) {
			return true
		}
		from, to := c.set.Position(e.Pos()), c.set.Position(e.End())
		if fixed(t, at(c.set, e.Pos()), lines[from.Line-1]) {
			return true
		}
		var typ types.Type
		if !constant(path, c.info) {
			typ = c.info.TypeOf(e)
		}
		for _, m := range moves {
			all = append(all, literal{at(c.set, e.Pos()), from.Offset, to.Offset, string(source[from.Offset:to.Offset]), m, len(all), typ})
		}
		return true
	})
	return all
}

// asksForNone reports whether the innermost node is the 0 of a comparison, which
// asks whether there is any, and is no figure.
func asksForNone(path []ast.Node) bool {
	comparison, ok := path[len(path)-2].(*ast.BinaryExpr)
	return ok && path[len(path)-1].(*ast.BasicLit).Value == "0" && slices.Contains(
		[]token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ}, comparison.Op)
}

// importPath reports whether the innermost node is the path of an import or
// the tag of a field.
func importPath(path []ast.Node) bool {
	switch parent := path[len(path)-2].(type) {
	case *ast.ImportSpec:
		return true
	case *ast.Field:
		return parent.Tag == path[len(path)-1]
	}
	return false
}

// constant reports whether the innermost node must be a constant: it stands in
// a constant declaration, a length or an index of an array.
func constant(path []ast.Node, info *types.Info) bool {
	for i, n := range path[:len(path)-1] {
		switch n := n.(type) {
		case *ast.GenDecl:
			if n.Tok == token.CONST {
				return true
			}
		case *ast.ArrayType:
			if n.Len == path[i+1] {
				return true
			}
		case *ast.CompositeLit:
			kv, ok := path[i+1].(*ast.KeyValueExpr)
			if _, isMap := info.TypeOf(n).Underlying().(*types.Map); ok && !isMap && i+2 < len(path) && kv.Key == path[i+2] {
				return true
			}
		}
	}
	return false
}
