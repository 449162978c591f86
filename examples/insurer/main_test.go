// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
)

// TestGolden runs the program as its documentation says, in both languages.
func TestGolden(t *testing.T) {
	for name, args := range map[string]string{
		"member": "", "document": "-doc", "check": "-check", "faults": "-check -scheme testdata/faulty.json",
		"diff": "-diff testdata/next.json",
	} {
		for _, lang := range []string{"ja", "en"} {
			code := map[bool]int{true: 2}[name == "faults"]
			got := cases.Program(run).Prints(t, code, args+" -lang "+lang)
			cases.Golden(t, filepath.Join("testdata", name+"."+lang+".txt"), got)
		}
	}
}

// TestRefused gives what the program cannot use.
func TestRefused(t *testing.T) {
	p := cases.Program(run)
	p.Refuses(t, map[string]string{
		"-scheme none.json":            "insurer: open none.json: no such file or directory",
		"-member none.json":            "insurer: open none.json: no such file or directory",
		"-diff none.json":              "insurer: open none.json: no such file or directory",
		"-diff testdata/faulty.json":   `insurer: coverage.ReadScheme: notice: "K1": duplicate (and 2 more)`,
		"-scheme testdata/faulty.json": `insurer: coverage.ReadScheme: notice: "K1": duplicate (and 2 more)`,
		"-member scheme.json":          "insurer: coverage.Member: v: unknown name (application, claims, number)",
		"-lang xx-x":                   `insurer: invalid value "xx-x" for flag -lang: language: tag is not well-formed`,
		"rest":                         `insurer: unexpected argument "rest"`,
	})
	p.Breaks(t, "insurer")
	if got := p.Prints(t, 0, "-h"); !strings.Contains(got, "-scheme file") {
		t.Error(got)
	}
}
