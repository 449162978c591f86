// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"strings"
)

// call finds the moves of a condition, of a reading, and of what is appended to
// a list.
func (m *mover) call(e *ast.CallExpr, stack []ast.Node) {
	if m.reading(e) {
		m.wrap(e, fmt.Sprintf("movedIf(%d, ", m.move(e, "the contrary of "+m.text(e))), ")")
		return
	}
	m.concat(e)
	kind := m.c.info.Types[e.Fun]
	if kind.IsBuiltin() && ruleList(m.c.info.TypeOf(e)) && !e.Ellipsis.IsValid() && len(e.Args) > 1 {
		m.arguments(e, e.Args[1:])
	}
	if kind.IsBuiltin() || kind.IsType() || !is(m.c.info.TypeOf(e), "exclusions", "Cond") {
		return
	}
	switch connective := m.connective(e.Fun); connective {
	case "Is":
		if parent, ok := stack[len(stack)-1].(*ast.CallExpr); !ok || m.connective(parent.Fun) != "Not" {
			m.moveBy(e, "movedNot", "not "+m.text(e))
		}
		if m.deep {
			m.moveBy(e, "movedAlways", "always")
			m.moveBy(e, "movedNever", "never")
		}
	case "Not":
		m.wrap(e.Fun, fmt.Sprintf("movedValue(%d, ", m.move(e, m.text(e.Args[0])+" in place of "+m.text(e))), ", movedBare)")
	case "All", "Any":
		if len(e.Args) < 2 && !e.Ellipsis.IsValid() {
			return
		}
		other := map[string]string{"All": "Any", "Any": "All"}[connective]
		m.wrap(e.Fun, fmt.Sprintf("movedValue(%d, ", m.move(e, other+" in place of "+m.text(e))), ", moved"+other+")")
		if !e.Ellipsis.IsValid() {
			m.arguments(e, e.Args)
		}
	default:
		if !m.inSight(e.Fun) {
			m.fault(e, "a condition whose parts cannot move: make it by Is, Not, All and Any")
		}
	}
}

// concat leaves out of lists of rules that are put together what is an exception to
// a rule that a move leaves out.
func (m *mover) concat(e *ast.CallExpr) {
	s, ok := e.Fun.(*ast.SelectorExpr)
	if !ok || !rules(m.c.info.TypeOf(e)) {
		return
	}
	if f, ok := m.c.info.ObjectOf(s.Sel).(*types.Func); ok && f.FullName() == "slices.Concat" {
		m.wrap(e, "movedRooted(", ")")
	}
}

// inSight reports whether a function that returns a condition is declared in a
// file whose rules move, and is not given the facts that it names; or is generic: it
// makes no condition, but chooses among its arguments.
func (m *mover) inSight(function ast.Expr) bool {
	id, ok := ast.Unparen(function).(*ast.Ident)
	if !ok {
		return false
	}
	f, ok := m.c.info.ObjectOf(id).(*types.Func)
	if !ok || f.Pkg() != m.c.Package {
		return false
	}
	for v := range f.Signature().Params().Variables() {
		t := v.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		if is(t, "fact", "Name") {
			return false
		}
	}
	return f.Signature().TypeParams().Len() > 0 || m.r.source[filepath.Base(m.c.set.Position(f.Pos()).Filename)] != nil
}

// arguments adds a move for each of the last arguments of a call, which leaves
// it out.
func (m *mover) arguments(e *ast.CallExpr, parts []ast.Expr) {
	first := len(m.all)
	for _, part := range parts {
		m.move(part, m.text(e)+" without "+m.text(part))
	}
	m.wrapAll(parts[0], parts[len(parts)-1], fmt.Sprintf("%s(%d, ", without(m.c.info.TypeOf(e)), first), ")...")
}

// without returns the name of the function that leaves out an element of a list: of a
// list of rules, with its exceptions.
func without(list types.Type) string {
	if rules(list) {
		return "movedRules"
	}
	return "movedWithout"
}

// connective returns Is, Not, All or Any if the expression is this function of
// package exclusions, or a variable that is never another one.
func (m *mover) connective(e ast.Expr) string {
	e = ast.Unparen(e)
	if s, ok := e.(*ast.SelectorExpr); ok {
		e = s.Sel
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return ""
	}
	switch o := m.c.info.ObjectOf(id).(type) {
	case *types.Var:
		if value := m.values[o]; value != nil {
			return m.connective(value)
		}
	case *types.Func:
		if o.Pkg() == nil || o.Pkg().Path() != module+"/exclusions" || o.Signature().Recv() != nil {
			return ""
		}
		return o.Name()
	}
	return ""
}

// value finds the moves of a scope or a class.
func (m *mover) value(e ast.Expr) {
	t := m.c.info.TypeOf(e)
	value, isConstant := m.constant(e)
	switch {
	case t == nil || m.isZero(e):
	case is(t, "exclusions", "Class") && isConstant:
		for _, other := range classes[value] {
			m.moveTo(e, other, cmp.Or(strings.Trim(other, `"`), "an exclusion"))
		}
	case is(t, "exclusions", "Scope"):
		m.moveTo(e, `""`, "the whole cover")
		switch value {
		case `"liability"`:
			m.moveTo(e, `"costs"`, "the costs")
		case `"costs"`:
			m.moveTo(e, `"liability"`, "the liability")
		default:
			if _, variable := e.(*ast.Ident); m.deep && (!variable || isConstant) {
				m.moveBy(e, "movedAround", "the part around it")
			}
		}
	}
}

// literal finds the moves of a list, or of the fields of one value.
func (m *mover) literal(e *ast.CompositeLit) {
	t := m.c.info.TypeOf(e)
	if ruleList(t) && !m.spread[e] {
		m.elements(e, e)
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	fields := map[string]ast.Expr{}
	for i, element := range e.Elts {
		name := s.Field(i).Name()
		if kv, ok := element.(*ast.KeyValueExpr); ok {
			name, element = kv.Key.(*ast.Ident).Name, kv.Value
		}
		fields[name] = element
		if lit, ok := m.list(element); ok && m.spread[lit] && ruleList(m.c.info.TypeOf(lit)) {
			m.elements(element, lit)
		}
	}
	switch {
	case is(t, "exclusions", "Rule"):
		m.row(e, fields)
		m.absent("Aside", fields["Aside"])
		m.parts(fields["In"])
	case is(t, "fact", "Question"):
		m.absent("After", fields["After"])
	case is(t, "coverage", "Head"):
		m.head(fields)
	}
}

// classes are those to which a class moves, by their values.
var classes = map[string][]string{
	`"excess"`:      {`""`},
	`"waiver"`:      {`""`},
	`"trigger"`:     {`"cover"`},
	`"cover"`:       {`"trigger"`},
	`"insured"`:     {`"trigger"`, `"left-out"`},
	`"added-cover"`: {`"trigger"`, `"cover"`},
	`"left-out"`:    {`"trigger"`, `"cover"`},
}

// row adds the moves of a rule by which it is no exception, or of no endorsement.
func (m *mover) row(rule *ast.CompositeLit, fields map[string]ast.Expr) {
	before, after := "", ""
	for _, name := range []string{"Under", "With"} {
		if f := fields[name]; f != nil && !m.isZero(f) {
			before += fmt.Sprintf("movedBy(%d, movedNo%s, ", m.move(f, "no "+name+" in place of "+m.text(f)), name)
			after += ")"
		}
	}
	if before != "" && rule.Type == nil {
		before += m.r.alias(m.c.info.TypeOf(rule))
	}
	m.wrap(rule, before, after)
}

// head finds the moves of the fields of a head of loss.
func (m *mover) head(fields map[string]ast.Expr) {
	m.parts(fields["Follows"])
	m.parts(fields["Asked"])
	for _, name := range []string{"Reputational", "Without", "Alone"} {
		m.absent(name, fields[name])
	}
	if f := cmp.Or(fields["Consent"], fields["Consented"]); f != nil {
		m.none(m.move(f, "no Consent in place of "+m.text(f)), fields["Consent"], fields["Consented"])
	}
}

// assigned finds the moves of the fields of a head of loss that are assigned.
func (m *mover) assigned(s *ast.AssignStmt) {
	fields := map[string]ast.Expr{}
	for i, left := range s.Lhs {
		if f, ok := left.(*ast.SelectorExpr); ok && len(s.Lhs) == len(s.Rhs) && is(m.c.info.TypeOf(f.X), "coverage", "Head") {
			fields[f.Sel.Name] = s.Rhs[i]
		}
	}
	m.head(fields)
}

// parts finds the moves of a list, each of which leaves out one part.
func (m *mover) parts(e ast.Expr) {
	if e == nil {
		return
	}
	if lit, ok := m.list(e); ok {
		m.elements(e, lit)
	} else {
		m.fault(e, "a list whose parts cannot move: write it here, or in a variable that has no other value")
	}
}

// absent adds a move of the field with the name to nothing.
func (m *mover) absent(name string, e ast.Expr) {
	if e != nil && !m.isZero(e) {
		m.none(m.move(e, "no "+name+" in place of "+m.text(e)), e)
	}
}

// none puts the zero value in place of each expression in the move n.
func (m *mover) none(n int, all ...ast.Expr) {
	for _, e := range all {
		if e != nil {
			m.wrap(e, fmt.Sprintf("movedZero[%s](%d, ", m.r.alias(m.c.info.TypeOf(e)), n), ")")
		}
	}
}

// elements adds a move for each element of a list, which leaves it out. The
// expression is the literal of the list, or a variable with it.
func (m *mover) elements(e ast.Expr, list *ast.CompositeLit) {
	t := m.c.info.TypeOf(list)
	if len(list.Elts) == 0 || len(list.Elts) == 1 && is(t.Underlying().(*types.Slice).Elem(), "exclusions", "Cond") {
		return
	}
	first := len(m.all)
	written := ""
	for _, element := range list.Elts {
		if e == list {
			m.move(element, "a list without "+m.text(element))
		} else {
			m.move(e, m.text(e)+" without "+m.text(element))
		}
	}
	if list == e && list.Type == nil {
		written = m.r.alias(t)
	}
	m.wrap(e, fmt.Sprintf("%s(%d, %s", without(t), first, written), "...)")
}
