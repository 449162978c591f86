// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// edition is the name of a file that holds the data of an edition.
var edition = regexp.MustCompile(`^jisa\d{4}(_[a-z0-9]+)?\.go$`)

// TestEditions moves every number, ratio, amount and date in the data of every
// edition by one unit, one at a time, and demands that a case in testdata
// notices: that a test TestCases… of the package fails. It moves them up, and
// with BAISEKI_DEEP set, also down.
//
// A literal that no case can notice needs a comment with the reason on its
// line: //checks:fixed reason.
func TestEditions(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the tests of every package with data")
	}
	if runtime.GOOS == "js" {
		t.Skip("no processes here")
	}
	for _, p := range list(t, pkg.public) {
		for _, name := range p.GoFiles {
			if edition.MatchString(name) {
				t.Run(p.path()+"/"+name, func(t *testing.T) { moveAll(t, p, name) })
			}
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
	typ      string // "" where only a constant can stand
	imported string // the package of the type, if it is another one
}

func moveAll(t *testing.T, p pkg, name string) {
	source, err := os.ReadFile(filepath.Join(p.Dir, name))
	if err != nil {
		t.Fatal(err)
	}
	all, pkgEnd := literals(t, p, name, source)
	if len(all) == 0 {
		t.Skip("no figures in it")
	}
	whole := build(t, p, name, source)
	if out, err := runCases(whole, p, -1, "-test.v"); err != nil {
		t.Fatalf("fails as it is: %v\n%s", err, out)
	} else if !strings.Contains(string(out), "--- PASS: TestCases") {
		t.Fatalf("%s has no test TestCases…, which would notice a wrong figure", p.path())
	}
	// One build holds all that a variable can stand for; where a constant is
	// needed, each has a build of its own.
	binary := ""
	if chosen := choose(source, pkgEnd, all); chosen != nil {
		if binary = build(t, p, name, chosen); binary == "" {
			t.Log("each literal has a build of its own, as they cannot share one")
		}
	}
	if binary != "" {
		if out, err := runCases(binary, p, -1); err != nil {
			t.Fatalf("fails with no literal moved: %v\n%s", err, out)
		}
	}
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for _, l := range all {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			if binary != "" && l.typ != "" {
				if _, err := runCases(binary, p, l.n); err == nil {
					t.Errorf("%s: no case notices %s in place of %s", l.at, l.new[0], l.old)
				}
				return
			}
			for _, moved := range l.new {
				changed := slices.Concat(source[:l.from], []byte(moved), source[l.to:])
				if alone := build(t, p, name, changed); alone != "" {
					if _, err := runCases(alone, p, -1); err == nil {
						t.Errorf("%s: no case notices %s in place of %s", l.at, moved, l.old)
					}
					return
				}
			}
			t.Errorf("%s: %s cannot be moved: with %s it does not compile", l.at, l.old, strings.Join(l.new, " or "))
		})
	}
	wait.Wait()
	t.Logf("%d moves", len(all))
}

// build builds the tests of the package with other contents of one of its
// files, and returns the path of the binary, "" if it does not compile.
func build(t *testing.T, p pkg, name string, source []byte) string {
	dir := t.TempDir()
	file, overlay := filepath.Join(dir, name), filepath.Join(dir, "overlay.json")
	b, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(p.Dir, name): file}})
	if err == nil {
		err = os.WriteFile(overlay, b, 0o600)
	}
	if err == nil {
		err = os.WriteFile(file, source, 0o600)
	}
	if err != nil {
		t.Error(err)
		return ""
	}
	binary := filepath.Join(dir, "cases.test")
	if out, err := goCommand("test", "-c", "-vet=off", "-ldflags=-w", "-overlay="+overlay, "-o", binary, p.ImportPath); err != nil {
		if os.Getenv("BAISEKI_DEEP") != "" {
			t.Logf("%v\n%s", err, out)
		}
		return ""
	}
	return binary
}

const moveEnv = "BAISEKI_MOVE"

// runCases runs the case tests with the literal n moved, none if n is -1.
func runCases(binary string, p pkg, n int, flags ...string) ([]byte, error) {
	cmd := exec.Command(binary, append(flags, "-test.run=^TestCases", "-test.short", "-test.timeout=60s")...)
	cmd.Dir = p.Dir
	cmd.Env = append(os.Environ(), moveEnv+"="+strconv.Itoa(n))
	return cmd.CombinedOutput()
}

// choose returns the source with a call in place of every literal that need
// not be a constant, or nil if there is none. The call returns the moved value
// in the process that asks for it, and the old one in every other. Imports go
// where the package clause ends, so that lines keep their numbers.
func choose(source []byte, imports int, all []literal) []byte {
	paths := map[string]bool{"os": true, "strconv": true}
	var body []byte
	last := imports
	for start, l := range all {
		if l.typ == "" || start > 0 && all[start-1].from == l.from {
			continue
		}
		call := l.old
		for _, m := range all[start:] {
			if m.from == l.from {
				call = fmt.Sprintf("movedValue[%s](%d, %s, %s)", m.typ, m.n, call, m.new[0])
			}
		}
		if l.imported != "" {
			paths[l.imported] = true
		}
		body = append(append(body, source[last:l.from]...), call...)
		last = l.to
	}
	if body == nil {
		return nil
	}
	head := slices.Clone(source[:imports])
	for path := range paths {
		head = fmt.Appendf(head, "; import %s %q", alias(path), path)
	}
	return slices.Concat(head, body, source[last:], []byte(`
func movedValue[T any](n int, old, moved T) T {
	if `+alias("os")+`.Getenv("`+moveEnv+`") == `+alias("strconv")+`.Itoa(n) {
		return moved
	}
	return old
}
`))
}

// alias returns a name that no file imports a package under.
func alias(path string) string {
	return "moved_" + strings.NewReplacer("/", "_", ".", "_", "-", "_").Replace(path)
}

// literals returns what can be moved in the file, in the order of the file,
// and where its package clause ends.
func literals(t *testing.T, p pkg, name string, source []byte) (all []literal, pkgEnd int) {
	c := check(t, p)
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
			moves = movesOf(t, at(c.set, e.Pos()), e)
		case *ast.SelectorExpr:
			moves = month(e)
		}
		if len(moves) == 0 || importPath(path) {
			return true
		}
		from, to := c.set.Position(e.Pos()), c.set.Position(e.End())
		if _, reason, ok := strings.Cut(lines[from.Line-1], "//checks:fixed"); ok {
			if strings.TrimSpace(reason) == "" {
				t.Errorf("%s: //checks:fixed without a reason", at(c.set, e.Pos()))
			}
			return true
		}
		typ, imported := "", ""
		if !constant(path, c.info) {
			typ = types.TypeString(types.Default(c.info.TypeOf(e)), func(other *types.Package) string {
				if other == c.Package {
					return ""
				}
				imported = other.Path()
				return alias(imported)
			})
		}
		for _, m := range moves {
			all = append(all, literal{at(c.set, e.Pos()), from.Offset, to.Offset, string(source[from.Offset:to.Offset]), m, len(all), typ, imported})
		}
		return true
	})
	return all, c.set.Position(file.Name.End()).Offset
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
