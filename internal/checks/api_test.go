// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
)

// TestAPI compares what each public package exports with its listing, so that
// a change of the API is a line in a review.
func TestAPI(t *testing.T) {
	folder := filepath.Join(root, "testdata", "api")
	stale := map[string]bool{}
	old, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range old {
		stale[name] = true
	}
	for _, p := range list(t, pkg.public) {
		name := filepath.Join(folder, strings.ReplaceAll(p.path(), "/", "_")+".txt")
		delete(stale, name)
		want := api(check(t, p))
		if cases.Updating() {
			if err := os.WriteFile(name, []byte(strings.Join(want, "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Errorf("%v; go test ./internal/checks -run TestAPI -update writes it", err)
			continue
		}
		got := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
		for _, line := range got {
			if !slices.Contains(want, line) {
				t.Errorf("%s: gone:  %s", p.path(), line)
			}
		}
		for _, line := range want {
			if !slices.Contains(got, line) {
				t.Errorf("%s: added: %s", p.path(), line)
			}
		}
		if !slices.IsSorted(got) || len(got) != len(want) {
			t.Errorf("%s: the listing is not as -update writes it", p.path())
		}
	}
	for name := range stale {
		if !cases.Updating() {
			t.Errorf("%s lists no package", name)
		} else if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

// A checked is a type-checked package with its syntax.
type checked struct {
	*types.Package
	set   *token.FileSet
	files []*ast.File
	info  *types.Info
}

// qualifier writes yen.Amount, and Amount within its own package.
func (c checked) qualifier(p *types.Package) string {
	if p == c.Package {
		return ""
	}
	return p.Name()
}

func check(t *testing.T, p pkg) checked {
	t.Helper()
	exports := map[string]string{}
	for _, dep := range listAll(t) {
		exports[dep.ImportPath] = dep.Export
	}
	c := checked{set: token.NewFileSet(), info: &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
	}}
	c.files = p.files(t, c.set, p.GoFiles...)
	config := types.Config{Importer: importer.ForCompiler(c.set, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})}
	var err error
	if c.Package, err = config.Check(p.ImportPath, c.set, c.files, c.info); err != nil {
		t.Fatal(err)
	}
	return c
}

// api returns one sorted line for each exported constant with its value,
// variable, function, type, field with its tag, and method.
func api(c checked) []string {
	var lines []string
	name := c.qualifier
	for _, id := range c.Scope().Names() {
		object := c.Scope().Lookup(id)
		if !object.Exported() {
			continue
		}
		line := types.ObjectString(object, name)
		switch object := object.(type) {
		case *types.Const:
			// ObjectString shortens a long value.
			line = "const " + id + " " + types.TypeString(object.Type(), name) + " = " + object.Val().ExactString()
		case *types.TypeName:
			lines = append(lines, members(object, name)...)
			line = "type " + types.TypeString(object.Type(), name) + kind(object, name)
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

// kind tells what a type is made of; of a struct, whether == compares it and
// whether it has fields that are not exported.
func kind(object *types.TypeName, name types.Qualifier) string {
	if object.IsAlias() {
		return " = " + types.TypeString(types.Unalias(object.Type()), name)
	}
	if types.IsInterface(object.Type()) {
		return " interface"
	}
	s, ok := object.Type().Underlying().(*types.Struct)
	if !ok {
		return " " + types.TypeString(object.Type().Underlying(), name)
	}
	line := " struct"
	for f := range s.Fields() {
		if !f.Exported() {
			line += ", private fields"
			break
		}
	}
	if types.Comparable(object.Type()) {
		line += ", comparable"
	}
	return line
}

// members returns the lines of the fields and methods of a type.
func members(object *types.TypeName, name types.Qualifier) []string {
	var lines []string
	if object.IsAlias() {
		return nil
	}
	if s, ok := object.Type().Underlying().(*types.Struct); ok {
		for i := range s.NumFields() {
			if f := s.Field(i); f.Exported() {
				line := "field " + object.Name() + "." + f.Name() + " " + types.TypeString(f.Type(), name)
				if f.Embedded() {
					line += " embedded"
				}
				if tag := s.Tag(i); tag != "" {
					line += " `" + tag + "`"
				}
				lines = append(lines, line)
			}
		}
	}
	own := object.Type()
	if !types.IsInterface(own) {
		own = types.NewPointer(own)
	}
	for selection := range types.NewMethodSet(own).Methods() {
		method := selection.Obj().(*types.Func)
		if !method.Exported() {
			if types.IsInterface(own) {
				lines = append(lines, "method "+object.Name()+" has a private method")
			}
			continue
		}
		receiver := object.Name()
		if _, ok := method.Signature().Recv().Type().(*types.Pointer); ok {
			receiver = "*" + receiver
		}
		lines = append(lines, "method ("+receiver+") "+method.Name()+
			strings.TrimPrefix(types.TypeString(method.Signature(), name), "func"))
	}
	return lines
}
