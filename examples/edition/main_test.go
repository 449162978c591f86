// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
)

// TestGolden runs the program as its documentation says, in both languages.
func TestGolden(t *testing.T) {
	for name, args := range map[string]string{"draft": "", "members": "-members testdata/members.json"} {
		for _, lang := range []string{"ja", "en"} {
			cases.Golden(t, filepath.Join("testdata", name+"."+lang+".txt"), cases.Program(run).Prints(t, 0, args+" -lang "+lang))
		}
	}
}

// TestRefused gives what the program cannot use.
func TestRefused(t *testing.T) {
	p := cases.Program(run)
	p.Refuses(t, map[string]string{
		"-next none.json":    "edition: open none.json: no such file or directory",
		"-members none.json": "edition: open none.json: no such file or directory",
		"-next members.json": "edition: coverage.ReadScheme: invalid syntax (an object)",

		"-members testdata/faulty.json": "edition: coverage.Member: numbr: unknown name (application, claims, number)",

		"-lang xx-x": `edition: invalid value "xx-x" for flag -lang: language: tag is not well-formed`,
		"rest":       `edition: unexpected argument "rest"`,
	})
	p.Breaks(t, "edition")
	if got := p.Prints(t, 0, "-h"); !strings.Contains(got, "-next file") {
		t.Error(got)
	}
}

// TestWrite copies the document of the edition and compares the copy: nothing differs.
func TestWrite(t *testing.T) {
	p := cases.Program(run)
	file := filepath.Join(t.TempDir(), "next.json")
	if err := os.WriteFile(file, []byte(p.Prints(t, 0, "-write")), 0o600); err != nil {
		t.Fatal(err)
	}
	got := p.Prints(t, 0, "-next "+file+" -lang en")
	if !strings.HasPrefix(got, "\nImpact of the change from") || strings.Contains(got, "+¥") {
		t.Error(got)
	}
}
