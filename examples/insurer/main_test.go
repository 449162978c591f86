// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"os"
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
			var stdout, stderr bytes.Buffer
			code := run(append(strings.Fields(args), "-lang", lang), &stdout, &stderr)
			if want := map[bool]int{true: 2}[name == "faults"]; code != want || stderr.Len() > 0 {
				t.Errorf("%s: code %d, %s", name, code, &stderr)
			}
			cases.Golden(t, filepath.Join("testdata", name+"."+lang+".txt"), stdout.String())
		}
	}
}

// TestRefused gives what the program cannot use: one clear line and code 2.
func TestRefused(t *testing.T) {
	for args, want := range map[string]string{
		"-scheme none.json":            "insurer: open none.json: no such file or directory\n",
		"-member none.json":            "insurer: open none.json: no such file or directory\n",
		"-diff none.json":              "insurer: open none.json: no such file or directory\n",
		"-diff testdata/faulty.json":   "insurer: coverage.ReadScheme: notice: \"K1\": duplicate (and 2 more)\n",
		"-scheme testdata/faulty.json": "insurer: coverage.ReadScheme: notice: \"K1\": duplicate (and 2 more)\n",
		"-member scheme.json":          "insurer: coverage.Member: v: unknown name (application, claims, number)\n",
		"-lang xx-x":                   "insurer: invalid value \"xx-x\" for flag -lang: language: tag is not well-formed\n",
		"rest":                         "insurer: unexpected argument \"rest\"\n",
	} {
		var stdout, stderr bytes.Buffer
		if code := run(strings.Fields(args), &stdout, &stderr); code != 2 || stdout.Len() > 0 || stderr.String() != want {
			t.Errorf("%s: code %d, %s%s", args, code, &stdout, &stderr)
		}
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"-h"}, &stdout, &stderr); code != 0 || !strings.Contains(stdout.String(), "-scheme file") {
		t.Error(code, &stdout, &stderr)
	}
	if code := run(nil, broken{}, &stderr); code != 1 || stderr.String() != "insurer: "+os.ErrClosed.Error()+"\n" {
		t.Error(code, &stderr)
	}
}

// broken is an output that is closed.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, os.ErrClosed }
