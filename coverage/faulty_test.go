// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
)

// TestFaulty reads documents with one fault each, and demands that this one is told: its
// path and the code of its reason.
func TestFaulty(t *testing.T) {
	const dir = "../testdata/faulty"
	whole, err := os.ReadFile(filepath.Join(dir, "whole.json"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := coverage.ReadScheme(bytes.NewReader(whole)); err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile(filepath.Join(dir, "faults.txt"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{"whole.json": true}
	for line := range strings.Lines(string(list)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		listed[words[0]] = true
		b, err := os.ReadFile(filepath.Join(dir, words[0]))
		if err != nil {
			t.Error(err)
			continue
		}
		_, err = coverage.ReadScheme(bytes.NewReader(b))
		var got []string
		for _, f := range fault.All(err) {
			path := f.Path
			if path == "" {
				path = "-"
			}
			got = append(got, path+" "+f.Reason.Code())
			if f.Op != "coverage.ReadScheme" {
				t.Errorf("%s: an error of %s", words[0], f.Op)
			}
		}
		if want := strings.Join(words[1:], " "); strings.Join(got, ", ") != want {
			t.Errorf("%s: got %s, want %s", words[0], strings.Join(got, ", "), want)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) < 61 {
		t.Errorf("%d documents, %v", len(files), err)
	}
	for _, file := range files {
		if !listed[filepath.Base(file)] {
			t.Errorf("%s is not listed", file)
		}
	}
}

// TestDeep refuses a document of a million levels at once.
func TestDeep(t *testing.T) {
	const levels = 1_000_000
	deep := `{"limits":` + strings.Repeat(`{"nodes":[`, levels) + strings.Repeat(`]}`, levels) + `}`
	if _, err := coverage.ReadScheme(strings.NewReader(deep)); err == nil {
		t.Error("a million levels are read")
	}
	b := testing.AllocsPerRun(1, func() {
		if _, err := coverage.ReadScheme(strings.NewReader(deep)); err == nil {
			t.Error("a million levels are read")
		}
	})
	if b > 1_000 {
		t.Errorf("%v allocations", b)
	}
}
