// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/fault"
)

// A reading is one way in which a type reads what is stored.
type reading struct {
	of    reflect.Type
	write func(v any) ([]byte, error)
	read  func(v any, b []byte) error
}

// readings returns every way of every exported type.
func readings() (all []reading) {
	for _, x := range exported() {
		of, v := reflect.TypeOf(x), reflect.New(reflect.TypeOf(x)).Interface()
		if _, ok := v.(json.Unmarshaler); ok {
			all = append(all, reading{of, json.Marshal, func(v any, b []byte) error { return v.(json.Unmarshaler).UnmarshalJSON(b) }})
		}
		if _, ok := v.(encoding.TextUnmarshaler); ok {
			write := func(v any) ([]byte, error) { return v.(encoding.TextMarshaler).MarshalText() }
			all = append(all, reading{of, write, func(v any, b []byte) error { return v.(encoding.TextUnmarshaler).UnmarshalText(b) }})
		}
		if _, ok := v.(sql.Scanner); ok {
			write := func(v any) ([]byte, error) {
				column, err := v.(driver.Valuer).Value()
				if column == nil {
					column = ""
				}
				return fmt.Append(nil, column), err
			}
			all = append(all,
				reading{of, write, func(v any, b []byte) error { return v.(sql.Scanner).Scan(b) }},
				reading{of, write, func(v any, b []byte) error { return v.(sql.Scanner).Scan(string(b)) }})
		}
	}
	return all
}

// FuzzReaders demands of every reader that it refuses what it is given with an error of
// this module that keeps little of it, and leaves its value as it was; or that the value
// reads back as it is written. The seeds are what each of them writes, and damaged.
func FuzzReaders(f *testing.F) {
	s, all := newSource(f), readings()
	if len(all) < 60 {
		f.Fatalf("%d readers", len(all))
	}
	for i, r := range all {
		for range 3 {
			b, err := r.write(s.value(r.of, false).Interface())
			if err != nil || len(b) > 2_000 {
				continue
			}
			f.Add(uint8(i), b)
			f.Add(uint8(i), b[:len(b)/2])
		}
		for _, refused := range []string{"\xff", "null", `{"v":2}`, "a=no b"} {
			f.Add(uint8(i), []byte(refused))
		}
	}
	f.Fuzz(func(t *testing.T, i uint8, b []byte) {
		r := all[int(i)%len(all)]
		v := reflect.New(r.of)
		before := string(b)
		err := r.read(v.Interface(), b)
		if string(b) != before {
			t.Fatalf("%v changes what it reads: %q", r.of, before)
		}
		if err != nil {
			for _, e := range fault.All(err) {
				if len(e.Input)+len(e.Path) > 1_000 {
					t.Errorf("%v: %d bytes in an error", r.of, len(e.Input)+len(e.Path))
				}
			}
			if e := (*fault.Error)(nil); !errors.As(err, &e) || !v.Elem().IsZero() && !equal(v.Elem().Interface(), reflect.Zero(r.of).Interface()) {
				t.Errorf("%v: %q: %v, %+v", r.of, b, err, v.Elem())
			}
			return
		}
		text, err := r.write(v.Elem().Interface())
		back := reflect.New(r.of)
		if err == nil {
			err = r.read(back.Interface(), text)
		}
		if err != nil || !equal(back.Elem().Interface(), v.Elem().Interface()) {
			t.Errorf("%v: %q is written %q, which is read as %+v, %v", r.of, b, text, back.Elem(), err)
		}
	})
}

// TestFuzzed demands that a fuzz target names every function that reads a
// text. The methods are those of FuzzReaders.
func TestFuzzed(t *testing.T) {
	read, named := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2 || d.Name() == "tools" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(path, "_test.go")
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			switch {
			case !ok:
			case test && strings.HasPrefix(fn.Name.Name, "Fuzz"):
				ast.Inspect(fn, func(n ast.Node) bool {
					if x, ok := n.(*ast.SelectorExpr); ok {
						if pkg, ok := x.X.(*ast.Ident); ok {
							named[pkg.Name+"."+x.Sel.Name] = true
						}
					}
					return true
				})
			case !test && fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Parse") && !strings.Contains(path, "internal"):
				read[file.Name.Name+"."+fn.Name.Name] = true
			}
		}
		return nil
	})
	if err != nil || len(read) < 14 {
		t.Fatal(read, err)
	}
	for name := range read {
		if !named[name] {
			t.Errorf("no fuzz target for %s", name)
		}
	}
}
