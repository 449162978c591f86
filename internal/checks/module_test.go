// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const module = "github.com/baiseki/baiseki"

// root is the folder of the module.
var root = filepath.Join("..", "..")

// A pkg is what go list says about a package.
type pkg struct {
	ImportPath, Dir, Name, Export      string
	GoFiles, TestGoFiles, XTestGoFiles []string
	Imports, TestImports, XTestImports []string
	Standard                           bool
}

// path is the path within the module, "" for its root.
func (p pkg) path() string {
	return strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
}

func (p pkg) inModule() bool {
	return p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/")
}

func (p pkg) internal() bool { return strings.HasPrefix(p.path(), "internal/") }
func (p pkg) example() bool {
	return p.path() == "examples" || strings.HasPrefix(p.path(), "examples/")
}

// public reports whether others can import the package.
func (p pkg) public() bool {
	return p.inModule() && !p.internal() && !p.example() && p.Name != "main" && len(p.GoFiles) > 0
}

// files parses files of the package with their comments.
func (p pkg) files(t *testing.T, set *token.FileSet, names ...string) []*ast.File {
	t.Helper()
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// tests returns the names of the test files.
func (p pkg) tests() []string {
	return append(p.TestGoFiles[:len(p.TestGoFiles):len(p.TestGoFiles)], p.XTestGoFiles...)
}

var listed = sync.OnceValues(func() ([]pkg, error) {
	// What another process reads is unknown to the cache of go test. Having
	// looked at the folders here, it runs these tests again after any change.
	if _, err := tree(); err != nil {
		return nil, err
	}
	out, err := goCommand("list", "-e", "-export", "-deps", "-json=ImportPath,Dir,Name,Export,GoFiles,TestGoFiles,XTestGoFiles,Imports,TestImports,XTestImports,Standard", "./...")
	if err != nil {
		return nil, err
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
})

// list returns the packages of the module for which keep holds.
func list(t *testing.T, keep func(pkg) bool) []pkg {
	t.Helper()
	var kept []pkg
	for _, p := range listAll(t) {
		if p.inModule() && keep(p) {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		t.Fatal("no packages")
	}
	return kept
}

// listAll returns the packages of the module and all that they import.
func listAll(t *testing.T) []pkg {
	t.Helper()
	all, err := listed()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tree returns the paths of the files of the module, with slashes.
func tree() ([]string, error) {
	var names []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		switch {
		case name == ".git" || name == "bin":
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	return names, err
}

// goCommand runs the go command in the folder of the module and returns what it printed.
func goCommand(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		err = errors.New(strings.Join(cmd.Args, " ") + ": " + err.Error() + "\n" + stderr.String() + string(out))
	}
	return out, err
}

// read returns a file of the module, and whether there is one.
func read(t *testing.T, name string) (string, bool) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, name))
	if errors.Is(err, os.ErrNotExist) {
		return "", false
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b), true
}

// at returns a position within the module as file:line.
func at(set *token.FileSet, pos token.Pos) string {
	p := set.Position(pos)
	if top, err := filepath.Abs(root); err == nil {
		if name, err := filepath.Rel(top, p.Filename); err == nil {
			p.Filename = filepath.ToSlash(name)
		}
	}
	return p.Filename + ":" + strconv.Itoa(p.Line)
}
