// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A mover finds the moves of rules in files of one package.
type mover struct {
	t     *testing.T
	p     pkg
	deep  bool // whether it finds more
	all   []ruleMove
	fails []string // what cannot move
	c     checked
	r     *rewrite

	// Of the file that is looked at.
	name   string
	source []byte
	lines  []string
	values map[types.Object]ast.Expr // of the variables that never have another one
	spread map[ast.Expr]bool         // lists that move where the variable with them is used
}

// findMoves returns the moves in the files of a package that hold rules, or
// choose by readings.
func findMoves(t *testing.T, p pkg, deep bool) *mover {
	m := &mover{t: t, p: p, deep: deep, c: check(t, p)}
	m.r = newRewrite(p, m.c.Package)
	found := map[string]*ast.File{}
	for i, name := range p.GoFiles {
		if syntax := m.c.files[i]; m.hasRules(syntax) {
			source, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			found[name], m.r.source[name] = syntax, source
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		m.file(name, found[name])
	}
	m.conditions()
	return m
}

// conditions declares the functions that move conditions, scopes and rules.
func (m *mover) conditions() {
	m.r.extra = strings.ReplaceAll(`
var movedNot, movedAll, movedAny = X.Not, X.All, X.Any

func movedBare(c X.Cond) X.Cond { return c }
func movedAlways(X.Cond) X.Cond { return movedAll() }
func movedNever(X.Cond) X.Cond  { return movedAny() }

func movedAround(s X.Scope) X.Scope {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] == '/' {
			return s[:i]
		}
	}
	return ""
}

func movedNoUnder(r X.Rule) X.Rule {
	r.Under, r.In = "", nil
	return r
}

func movedNoWith(r X.Rule) X.Rule {
	if r.Clause.ID == "" {
		r.Clause.ID, r.Clause.JA, r.Clause.EN = r.With+"-moved", "条項", "clause"
	}
	r.With = ""
	return r
}

// movedRules leaves out the first of the rules in the move n, the second one in the
// next move, and so on, each with its exceptions.
func movedRules(n int, rules ...X.Rule) []X.Rule {
	i := movedNow - n
	if i < 0 || len(rules) <= i {
		return rules
	}
	gone := map[string]bool{}
	var kept []X.Rule
	for j, r := range rules {
		if j == i || gone[string(r.Under)] {
			gone[string(r.Clause.ID)] = r.Clause.ID != ""
		} else {
			kept = append(kept, r)
		}
	}
	return kept
}

// movedRooted leaves out rules that are exceptions to none.
func movedRooted(rules []X.Rule) []X.Rule {
	is := map[string]bool{"": true}
	return slices.DeleteFunc(rules, func(r X.Rule) bool {
		id := string(r.Clause.ID)
		is[id] = is[id] || is[string(r.Under)]
		return !is[string(r.Under)]
	})
}
`, "X.", m.r.imported(module+"/exclusions")+".")
}

// file finds the moves in one file.
func (m *mover) file(name string, syntax *ast.File) {
	m.name, m.source = name, m.r.source[name]
	m.lines = strings.Split(string(m.source), "\n")
	m.variables(syntax)
	ast.PreorderStack(syntax, nil, func(n ast.Node, stack []ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && valueOf(stack, e) {
			m.value(e)
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			m.call(n, stack)
		case *ast.CompositeLit:
			m.literal(n)
		case *ast.AssignStmt:
			m.assigned(n)
		}
		return true
	})
}

// move adds a move of what stands at the node and returns its number.
func (m *mover) move(node ast.Node, what string) int {
	where := at(m.c.set, node.Pos())
	n := len(m.all)
	m.all = append(m.all, ruleMove{n, where, what, fixed(m.t, where, m.lines[m.c.set.Position(node.Pos()).Line-1])})
	return n
}

// fault notes something that should move and cannot.
func (m *mover) fault(node ast.Node, why string) {
	m.fails = append(m.fails, at(m.c.set, node.Pos())+": "+m.text(node)+": "+why)
}

func (m *mover) wrap(n ast.Node, before, after string) { m.wrapAll(n, n, before, after) }

func (m *mover) wrapAll(first, last ast.Node, before, after string) {
	m.r.wrap(m.name, wrap{m.c.set.Position(first.Pos()).Offset, m.c.set.Position(last.End()).Offset, before, after})
}

// moveTo adds a move of an expression to another one.
func (m *mover) moveTo(e ast.Expr, other, what string) {
	m.wrap(e, fmt.Sprintf("movedValue[%s](%d, ", m.r.alias(m.c.info.TypeOf(e)), m.move(e, what+" in place of "+m.text(e))), ", "+other+")")
}

// moveBy adds a move of an expression by a function.
func (m *mover) moveBy(e ast.Expr, function, what string) {
	m.wrap(e, fmt.Sprintf("movedBy(%d, %s, ", m.move(e, what+" in place of "+m.text(e)), function), ")")
}

// code returns an expression as it is written.
func (m *mover) code(n ast.Node) string {
	return string(m.source[m.c.set.Position(n.Pos()).Offset:m.c.set.Position(n.End()).Offset])
}

// text returns an expression in a few words.
func (m *mover) text(n ast.Node) string {
	words := []rune(strings.Join(strings.Fields(m.code(n)), " "))
	if len(words) > 80 {
		return string(words[:80]) + "…"
	}
	return string(words)
}

// is reports whether a type has this name in the package of the module.
func is(t types.Type, path, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == module+"/"+path
}

// ruleList reports whether a list of this type holds parts of rules.
func ruleList(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && (is(s.Elem(), "exclusions", "Rule") || is(s.Elem(), "exclusions", "Cond") || is(s.Elem(), "coverage", "Head"))
}

// rules reports whether a type is a list of rules.
func rules(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && is(s.Elem(), "exclusions", "Rule")
}

// hasRules reports whether the file chooses by a reading, or a literal of it is a
// rule, a question or a head.
func (m *mover) hasRules(syntax *ast.File) (has bool) {
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			t := m.c.info.TypeOf(n)
			has = has || ruleList(t) || is(t, "exclusions", "Rule") || is(t, "fact", "Question") || is(t, "coverage", "Head")
		case *ast.CallExpr:
			has = has || m.reading(n)
		}
		return !has
	})
	return has
}

// reading reports whether a call asks for a reading.
func (m *mover) reading(e *ast.CallExpr) bool {
	s, ok := e.Fun.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Has" && is(m.c.info.TypeOf(s.X), "coverage", "OpenPoints")
}

// valueOf reports whether the expression is what something becomes: an
// argument, a result, or the value of a field, an element or a variable.
func valueOf(stack []ast.Node, e ast.Expr) bool {
	if slices.ContainsFunc(stack, func(n ast.Node) bool { d, ok := n.(*ast.GenDecl); return ok && d.Tok == token.CONST }) {
		return false
	}
	switch n := stack[len(stack)-1].(type) {
	case *ast.KeyValueExpr:
		return n.Value == e
	case *ast.CompositeLit:
		return slices.Contains(n.Elts, e)
	case *ast.AssignStmt:
		return slices.Contains(n.Rhs, e)
	case *ast.ValueSpec:
		return slices.Contains(n.Values, e)
	case *ast.CallExpr:
		return slices.Contains(n.Args, e)
	case *ast.ReturnStmt:
		return slices.Contains(n.Results, e)
	}
	return false
}

// variables notes the values of variables, and which of them are lists.
func (m *mover) variables(syntax *ast.File) {
	m.values, m.spread = map[types.Object]ast.Expr{}, map[ast.Expr]bool{}
	seen := map[types.Object]bool{}
	assign := func(left ast.Expr, right ast.Expr) {
		id, ok := left.(*ast.Ident)
		if !ok {
			return
		}
		if o := m.c.info.ObjectOf(id); o != nil {
			if !seen[o] && right != nil {
				m.values[o] = right
			} else {
				delete(m.values, o)
			}
			seen[o] = true
		}
	}
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if len(n.Rhs) == len(n.Lhs) {
					assign(left, n.Rhs[i])
				} else {
					assign(left, nil)
				}
			}
		case *ast.ValueSpec:
			for i, left := range n.Names {
				if i < len(n.Values) {
					assign(left, n.Values[i])
				} else {
					assign(left, nil)
				}
			}
		case *ast.RangeStmt:
			assign(n.Key, nil)
			assign(n.Value, nil)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				assign(n.X, nil)
			}
		}
		return true
	})
	ast.PreorderStack(syntax, nil, func(n ast.Node, stack []ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && valueOf(stack, id) {
			if lit, ok := m.list(id); ok && inLiteral(stack) {
				m.spread[lit] = true
			}
		}
		return true
	})
}

// inLiteral reports whether a value is that of a field or an element.
func inLiteral(stack []ast.Node) bool {
	switch stack[len(stack)-1].(type) {
	case *ast.KeyValueExpr, *ast.CompositeLit:
		return true
	}
	return false
}

// list returns the literal of a list, which may be in a variable.
func (m *mover) list(e ast.Expr) (*ast.CompositeLit, bool) {
	if id, ok := e.(*ast.Ident); ok {
		e = m.values[m.c.info.ObjectOf(id)]
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil, false
	}
	_, ok = m.c.info.TypeOf(lit).Underlying().(*types.Slice)
	return lit, ok
}

// constant returns the value of a constant, as Go writes it.
func (m *mover) constant(e ast.Expr) (string, bool) {
	v := m.c.info.Types[e].Value
	if v == nil {
		return "", false
	}
	return v.ExactString(), true
}

// isZero reports whether an expression is a constant with the zero value.
func (m *mover) isZero(e ast.Expr) bool {
	value, ok := m.constant(e)
	return ok && (value == `""` || value == "0" || value == "false")
}
