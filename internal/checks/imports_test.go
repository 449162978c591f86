// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// base are the packages that all others may build on. Each may import of this
// module what stands beside it, package text and, on package fault, package strict.
var base = map[string][]string{
	"fault":  {},
	"fact":   {"fault"},
	"yen":    {"fault"},
	"clause": {"yen", "fault"},
	"option": {"yen", "clause", "fault"},
}

// TestImports holds the layout: every engine is useful alone. Only coverage
// composes the others, and only editions, examples and the tests here import it.
func TestImports(t *testing.T) {
	for _, p := range list(t, func(p pkg) bool { return !p.example() && !p.edition() }) {
		for _, path := range p.Imports {
			if path, ok := strings.CutPrefix(path, module+"/"); ok && !mayImport(p, path) {
				t.Errorf("%s imports %s", p.path(), path)
			}
		}
		if p.path() == "coverage" || p.path() == "internal/checks" {
			continue
		}
		for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if path == module+"/coverage" {
				t.Errorf("%s or a test of it imports coverage", p.path())
			}
		}
	}
}

func mayImport(p pkg, path string) bool {
	if below, ok := base[p.path()]; ok {
		strict := path == "internal/strict" && p.path() != "fault"
		return strict || path == "internal/text" || slices.Contains(below, path)
	}
	return p.path() == "coverage" || strings.HasPrefix(path, "internal/") || base[path] != nil
}

// TestNoEdition demands that no engine names an edition: what it knows of one is
// data that it is given.
func TestNoEdition(t *testing.T) {
	for _, p := range list(t, func(p pkg) bool { return p.public() && !p.edition() }) {
		for _, name := range p.GoFiles {
			text, _ := read(t, p.path()+"/"+name)
			if strings.Contains(strings.ToLower(text), "jisa") {
				t.Errorf("%s/%s names an edition", p.path(), name)
			}
		}
	}
}

// TestReach demands that no package that others import can reach the network,
// start a process, load code or test itself.
func TestReach(t *testing.T) {
	for _, p := range list(t, pkg.public) {
		out, err := goCommand("list", "-deps", p.ImportPath)
		if err != nil {
			t.Fatal(err)
		}
		for path := range strings.FieldsSeq(string(out)) {
			switch path {
			case "net", "net/http", "os/exec", "plugin", "testing", "flag", "log", "runtime/cgo":
				t.Errorf("%s depends on %s", p.path(), path)
			}
		}
	}
}

// TestDecimals demands that only the bridge to decimals compiles the decimal
// package, whose results depend on variables that any program may set.
func TestDecimals(t *testing.T) {
	for _, p := range list(t, pkg.public) {
		out, err := goCommand("list", "-deps", p.ImportPath)
		if err != nil {
			t.Fatal(err)
		}
		compiles := slices.Contains(strings.Fields(string(out)), "github.com/shopspring/decimal")
		if compiles != (p.path() == "yen/yendecimal") {
			t.Errorf("%s compiles decimals: %v", p.path(), compiles)
		}
	}
}

// TestRequirements holds the go.mod of the module: what it requires, and
// nothing that would reach its importers.
func TestRequirements(t *testing.T) {
	out, err := goCommand("mod", "edit", "-json")
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Module        struct{ Path string }
		Go, Toolchain string
		Require       []struct {
			Path     string
			Indirect bool
		}
		Tool, Replace, Exclude []json.RawMessage
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	if mod.Module.Path != module || mod.Go != "1.26.0" || mod.Toolchain != "" {
		t.Errorf("module %s, go %s, toolchain %q; want %s, 1.26.0 and none", mod.Module.Path, mod.Go, mod.Toolchain, module)
	}
	if len(mod.Tool)+len(mod.Replace)+len(mod.Exclude) > 0 {
		t.Error("go.mod has tool, replace or exclude lines; tools belong in tools/go.mod")
	}
	missing := map[string]bool{"github.com/shopspring/decimal": true, "golang.org/x/text": true}
	for _, r := range mod.Require {
		if !missing[r.Path] && r.Path != "github.com/google/go-cmp" {
			t.Errorf("go.mod requires %s", r.Path)
		}
		delete(missing, r.Path)
	}
	for path := range missing {
		t.Errorf("go.mod does not require %s", path)
	}
}
