// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fence is a block of code in a README, with its language.
var fence = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// TestREADME demands that every Go program of a README is an example: what
// stands in its main, or all of it if it is a fragment, is the body of an
// Example function in a test, which is compiled and run. The comment with the
// output may be left out in the README; its imports are those of the test.
// README.md has one program at least, and both the command that runs the tests.
func TestREADME(t *testing.T) {
	if _, ok := read(t, "README.md"); !ok {
		t.Skip("README.md is not written yet")
	}
	examples := exampleBodies(t)
	for _, name := range []string{"README.md", "README.ja.md"} {
		text, ok := read(t, name)
		if !ok {
			continue
		}
		programs, command := 0, false
		for _, block := range fence.FindAllStringSubmatch(text, -1) {
			if block[1] != "go" {
				command = command || slices.Contains(strings.Split(block[2], "\n"), "go test ./...")
				continue
			}
			programs++
			if tidy, err := format.Source([]byte(block[2])); err != nil || string(tidy) != block[2] {
				t.Errorf("%s: program %d is not formatted: %v", name, programs, err)
			}
			body, imports, err := program(block[2])
			if err != nil {
				t.Errorf("%s: program %d: %v", name, programs, err)
				continue
			}
			if !slices.ContainsFunc(examples, func(e example) bool {
				return (body == e.body || body == e.withOutput) && !slices.ContainsFunc(imports, func(path string) bool { return !slices.Contains(e.imports, path) })
			}) {
				t.Errorf("%s: program %d is the body of no Example function:\n%s", name, programs, body)
			}
			for _, path := range missing(body, imports, examples) {
				t.Errorf("%s: program %d does not import %s", name, programs, path)
			}
		}
		if programs == 0 && name == "README.md" {
			t.Errorf("%s: no program in a block of Go", name)
		}
		if !command {
			t.Errorf("%s: no block of code with the line: go test ./...", name)
		}
	}
}

// missing returns the imports of the example with the body that the body names and a
// program that is whole does not have.
func missing(body string, imports []string, examples []example) (all []string) {
	if len(imports) == 0 {
		return nil // a fragment
	}
	for _, e := range examples {
		if body != e.body && body != e.withOutput {
			continue
		}
		for _, path := range e.imports {
			base := strings.Trim(path[strings.LastIndex(path, "/")+1:], `"`)
			if strings.Contains(body, base+".") && !slices.Contains(imports, path) {
				all = append(all, path)
			}
		}
	}
	return all
}

type example struct {
	body, withOutput string
	imports          []string
}

// exampleBodies returns what the Example functions of the module do.
func exampleBodies(t *testing.T) []example {
	t.Helper()
	var all []example
	for _, p := range list(t, func(pkg) bool { return true }) {
		for _, name := range p.tests() {
			source, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, name, source, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok && d.Recv == nil && strings.HasPrefix(d.Name.Name, "Example") {
					body, err := inside(set, source, d)
					if err != nil {
						t.Fatal(err)
					}
					short, _, _ := strings.Cut(body, "\n// Output:")
					all = append(all, example{strings.TrimSpace(short), body, paths(f)})
				}
			}
		}
	}
	return all
}

// program returns what a program or a fragment in a README does, and what it
// imports.
func program(source string) (body string, imports []string, err error) {
	if !strings.HasPrefix(source, "package ") {
		source = "package main\n\nfunc main() {\n" + source + "}\n"
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "", source, parser.ParseComments)
	if err != nil {
		return "", nil, err
	}
	for _, d := range f.Decls {
		if d, ok := d.(*ast.FuncDecl); ok && d.Name.Name == "main" {
			body, err = inside(set, []byte(source), d)
		}
	}
	return body, paths(f), err
}

// inside returns the formatted body of a function without its braces.
func inside(set *token.FileSet, source []byte, d *ast.FuncDecl) (string, error) {
	body := source[set.Position(d.Body.Lbrace).Offset+1 : set.Position(d.Body.Rbrace).Offset]
	out, err := format.Source(bytes.TrimSpace(body)) // without the outer indentation
	return strings.TrimSpace(string(out)), err
}

func paths(f *ast.File) []string {
	var all []string
	for _, i := range f.Imports {
		all = append(all, i.Path.Value)
	}
	return all
}
