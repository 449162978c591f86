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
	for name, args := range map[string]string{"draft": "", "members": "-members testdata/members.json"} {
		for _, lang := range []string{"ja", "en"} {
			var stdout, stderr bytes.Buffer
			code := run(append(strings.Fields(args), "-lang", lang), &stdout, &stderr)
			if code != 0 || stderr.Len() > 0 {
				t.Errorf("%s: code %d, %s", name, code, &stderr)
			}
			cases.Golden(t, filepath.Join("testdata", name+"."+lang+".txt"), stdout.String())
		}
	}
}

// TestRefused gives what the program cannot use: one clear line and code 2.
func TestRefused(t *testing.T) {
	for args, want := range map[string]string{
		"-next none.json":    "edition: open none.json: no such file or directory\n",
		"-members none.json": "edition: open none.json: no such file or directory\n",
		"-next members.json": "edition: coverage.ReadScheme: invalid syntax (an object)\n",
		"-members main.go":   "edition: invalid character '/' looking for beginning of value\n",
		"-lang xx-x":         "edition: invalid value \"xx-x\" for flag -lang: language: tag is not well-formed\n",
		"rest":               "edition: unexpected argument \"rest\"\n",
	} {
		var stdout, stderr bytes.Buffer
		if code := run(strings.Fields(args), &stdout, &stderr); code != 2 || stdout.Len() > 0 || stderr.String() != want {
			t.Errorf("%s: code %d, %s%s", args, code, &stdout, &stderr)
		}
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"-h"}, &stdout, &stderr); code != 0 || !strings.Contains(stdout.String(), "-next file") {
		t.Error(code, &stdout, &stderr)
	}
	if code := run(nil, broken{}, &stderr); code != 1 || stderr.String() != "edition: "+os.ErrClosed.Error()+"\n" {
		t.Error(code, &stderr)
	}
}

// broken is an output that is closed.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, os.ErrClosed }

// TestWrite copies the document of the edition and compares the copy: nothing differs.
func TestWrite(t *testing.T) {
	var document, stderr bytes.Buffer
	if code := run([]string{"-write"}, &document, &stderr); code != 0 {
		t.Fatal(&stderr)
	}
	file := filepath.Join(t.TempDir(), "next.json")
	if err := os.WriteFile(file, document.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	code := run([]string{"-next", file, "-lang", "en"}, &out, &stderr)
	if code != 0 || !strings.HasPrefix(out.String(), "\nImpact of the change from") || strings.Contains(out.String(), "+¥") {
		t.Errorf("%d %s%s", code, &out, &stderr)
	}
}
