// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"go/ast"
	"go/doc"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// TestExamples demands an example with output for every exported type and
// function: ExampleX, ExampleX_suffix, or for a type ExampleX_Method. The
// example of X is that of MustX, too.
func TestExamples(t *testing.T) {
	for _, p := range list(t, pkg.public) {
		set := token.NewFileSet()
		shown := map[string]bool{}
		for _, e := range doc.Examples(p.files(t, set, p.tests()...)...) {
			if e.Output == "" && !e.EmptyOutput {
				t.Errorf("%s: Example%s has no output, so it is not run", p.path(), e.Name)
				continue
			}
			name, _, _ := strings.Cut(e.Name, "_")
			shown[name] = true
		}
		var missing []string
		for _, f := range p.files(t, set, p.GoFiles...) {
			for _, d := range f.Decls {
				for _, name := range shows(d) {
					if rest := strings.TrimPrefix(name, "Must"); !shown[name] && !shown[rest] && !slices.Contains(missing, "Example"+rest) {
						missing = append(missing, "Example"+rest)
					}
				}
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s: no %s", p.path(), strings.Join(missing, ", "))
		}
	}
}

// shows returns the exported types and functions of a declaration.
func shows(d ast.Decl) []string {
	var names []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil && d.Name.IsExported() {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if s, ok := s.(*ast.TypeSpec); ok && s.Name.IsExported() {
				names = append(names, s.Name.Name)
			}
		}
	}
	return names
}

// TestHostile demands that every package runs its tests a second time with
// hostile variables of the decimal package.
func TestHostile(t *testing.T) {
	for _, p := range list(t, pkg.public) {
		called := map[string]bool{}
		for _, f := range p.files(t, token.NewFileSet(), p.tests()...) {
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := s.X.(*ast.Ident); ok && x.Name == "hostile" {
						called[s.Sel.Name] = true
					}
				}
				return true
			})
		}
		if !called["Main"] || !called["Rerun"] {
			t.Errorf("%s: its tests do not call hostile.Main and hostile.Rerun", p.path())
		}
	}
}
