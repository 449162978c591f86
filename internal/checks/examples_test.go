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

// plain are methods of which a user needs no example.
var plain = []string{
	"Code", "Compare", "Error", "IsZero", "MarshalJSON", "MarshalText", "Scan", "String", "Text", "UnmarshalJSON",
	"UnmarshalText", "Unwrap", "Value",
}

// TestExamples demands an example with output where a user looks for one: for
// every exported function, and for every type with a method that is not plain:
// ExampleX, ExampleX_suffix, or for a type ExampleX_Method. The example of X is
// that of MustX, too.
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
				name := shows(d)
				if rest := strings.TrimPrefix(name, "Must"); name != "" && !shown[name] && !shown[rest] && !slices.Contains(missing, "Example"+rest) {
					missing = append(missing, "Example"+rest)
				}
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s: no %s", p.path(), strings.Join(missing, ", "))
		}
	}
}

// shows returns the functions, and the types with a method, of a declaration that
// need an example.
func shows(d ast.Decl) string {
	f, ok := d.(*ast.FuncDecl)
	switch {
	case !ok || !f.Name.IsExported():
		return ""
	case f.Recv == nil:
		return f.Name.Name
	case slices.Contains(plain, f.Name.Name):
		return ""
	}
	typ := f.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if id, ok := typ.(*ast.Ident); ok && id.IsExported() {
		return id.Name
	}
	return ""
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
