// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// A rewrite is a copy of some files of a package with calls around some of
// their expressions. Each call has the number of a move: it changes its
// argument in a process that runs this move, and returns it as it is in every
// other process, so that one build holds all moves.
//
// The functions that are called are in a file of their own, so that lines keep
// their numbers.
type rewrite struct {
	p       pkg
	own     *types.Package
	source  map[string][]byte // by the name of the file
	wraps   map[string][]wrap
	aliases map[string]string // of types, to their names in the new file
	imports map[string]bool
	extra   string // more declarations of the new file
}

// A wrap puts text before and after a range of bytes.
type wrap struct {
	from, to      int
	before, after string
}

func newRewrite(p pkg, own *types.Package) *rewrite {
	return &rewrite{p, own, map[string][]byte{}, map[string][]wrap{}, map[string]string{}, map[string]bool{}, ""}
}

// wrap adds a wrap to a file. Of two with the same start or end, the one that
// is added first is the outer one.
func (r *rewrite) wrap(name string, w wrap) { r.wraps[name] = append(r.wraps[name], w) }

// alias returns a name for the type that is valid anywhere in the package.
func (r *rewrite) alias(t types.Type) string {
	written := types.TypeString(types.Default(t), func(other *types.Package) string {
		if other == r.own {
			return ""
		}
		return r.imported(other.Path())
	})
	if r.aliases[written] == "" {
		r.aliases[written] = "movedType" + strconv.Itoa(len(r.aliases))
	}
	return r.aliases[written]
}

// imported returns a name for the package, which no package of a file has, and
// has the new file import it.
func (r *rewrite) imported(path string) string {
	r.imports[path] = true
	return "moved_" + strings.NewReplacer("/", "_", ".", "_", "-", "_").Replace(path)
}

// files returns the new contents of each file by its path.
func (r *rewrite) files() map[string][]byte {
	all := map[string][]byte{filepath.Join(r.p.Dir, "moved.go"): r.helpers()}
	for name, source := range r.source {
		all[filepath.Join(r.p.Dir, name)] = wrapped(source, r.wraps[name])
	}
	return all
}

func wrapped(source []byte, wraps []wrap) []byte {
	type insertion struct {
		at, order int // within one place, ends from the inside and then starts from the outside
		text      string
	}
	var all []insertion
	for i, w := range wraps {
		all = append(all, insertion{w.from, i + 1, w.before}, insertion{w.to, -i - 1, w.after})
	}
	slices.SortFunc(all, func(a, b insertion) int { return cmp.Or(a.at-b.at, a.order-b.order) })
	var out []byte
	last := 0
	for _, in := range all {
		out = append(append(out, source[last:in.at]...), in.text...)
		last = in.at
	}
	return append(out, source[last:]...)
}

// helpers returns the file of the functions that are called.
func (r *rewrite) helpers() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n\t\"os\"\n\t\"slices\"\n\t\"strconv\"\n", r.own.Name())
	for _, path := range slices.Sorted(maps.Keys(r.imports)) {
		fmt.Fprintf(&b, "\t%s %q\n", r.imported(path), path)
	}
	b.WriteString(")\n\n")
	for written, name := range r.aliases {
		fmt.Fprintf(&b, "type %s = %s\n", name, written)
	}
	b.WriteString(r.extra)
	b.WriteString(`
var movedNow, _ = strconv.Atoi(os.Getenv("` + moveEnv + `"))

func movedValue[T any](n int, old, moved T) T {
	if n == movedNow {
		return moved
	}
	return old
}

func movedBy[T any](n int, move func(T) T, old T) T {
	if n == movedNow {
		return move(old)
	}
	return old
}

func movedZero[T any](n int, old T) (zero T) { return movedValue(n, old, zero) }

func movedIf(n int, so bool) bool { return so != (n == movedNow) }

// movedWithout leaves out the first of the parts in the move n, the second one
// in the next move, and so on.
func movedWithout[T any](n int, parts ...T) []T {
	if i := movedNow - n; 0 <= i && i < len(parts) {
		return slices.Delete(slices.Clone(parts), i, i+1)
	}
	return parts
}
`)
	return []byte(b.String())
}

// build builds the tests of the package with other contents of files, and
// returns the path of the binary.
func build(t *testing.T, p pkg, files map[string][]byte) (string, error) {
	dir := t.TempDir()
	replace := map[string]string{}
	for path, source := range files {
		other := filepath.Join(dir, strconv.Itoa(len(replace))+".go")
		if err := os.WriteFile(other, source, 0o600); err != nil {
			return "", err
		}
		replace[path] = other
	}
	b, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay, binary := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "cases.test")
	if err := os.WriteFile(overlay, b, 0o600); err != nil {
		return "", err
	}
	_, err = goCommand("test", "-c", "-vet=off", "-ldflags=-w", "-overlay="+overlay, "-o", binary, p.ImportPath)
	return binary, err
}

const (
	moveEnv = "BAISEKI_MOVE"
	noMove  = -1
)

// runCases runs the case tests with one move, up to the first case that fails.
func runCases(binary string, p pkg, move int, flags ...string) ([]byte, error) {
	cmd := exec.Command(binary, append(flags, "-test.run=^TestCases", "-test.short", "-test.failfast", "-test.timeout=60s")...)
	cmd.Dir = p.Dir
	cmd.Env = append(os.Environ(), moveEnv+"="+strconv.Itoa(move), "GOGC=400") // it ends soon
	return cmd.CombinedOutput()
}

// passes demands that the binary has case tests, and that they pass with no
// move.
func passes(t *testing.T, binary string, p pkg) {
	t.Helper()
	if out, err := runCases(binary, p, noMove, "-test.v"); err != nil {
		t.Fatalf("%s fails as it is: %v\n%s", p.path(), err, out)
	} else if !strings.Contains(string(out), "--- PASS: TestCases") {
		t.Fatalf("%s has no test TestCases…, which would notice a move", p.path())
	}
}

// notices reports whether a case test fails with the move.
func notices(t *testing.T, binary string, p pkg, move int) bool {
	_, err := runCases(binary, p, move)
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Error(err)
	}
	return err != nil
}

// each calls f with every element of all, two at a time.
func each[T any](all []T, f func(T)) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for _, x := range all {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			f(x)
		})
	}
	wait.Wait()
}

// fixed reports whether a line says that what it holds cannot be noticed.
func fixed(t *testing.T, where, line string) bool {
	t.Helper()
	_, reason, ok := strings.Cut(line, "//checks:fixed")
	if ok && strings.TrimSpace(reason) == "" {
		t.Errorf("%s: //checks:fixed without a reason", where)
	}
	return ok
}
