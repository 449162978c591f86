// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
)

// A caseFile is one file under testdata/claims: the terms of a policy and the
// claims under it, in order. See README.md there.
type caseFile struct {
	name  string
	title string
	terms fields
	claim []fields
}

// fields are the lines of a block, in order: a key and a value each.
type fields [][2]string

func (f fields) all(key string) []string {
	var all []string
	for _, kv := range f {
		if kv[0] == key {
			all = append(all, kv[1])
		}
	}
	return all
}

func (f fields) one(key string) string { return strings.Join(f.all(key), " ") }

var (
	termKeys  = strings.Fields("rules readings period first limits attach since declared assume facts")
	claimKeys = strings.Fields("claim number disbursed policy series incident made first discovered reputational cause aware delivered attack-published leak-published measure facts item late-notice person" +
		" error expect verdict grant bounds remedy elsewhere consent cut part beside overpaid undivided unstated needed ask pursue")
)

// readClaims returns the files in the order of their names.
func readClaims(t testing.TB) []caseFile {
	t.Helper()
	names, err := filepath.Glob(cases.Path(t, "claims/*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatal("no claims", err)
	}
	slices.Sort(names)
	all := make([]caseFile, 0, len(names))
	for _, name := range names {
		all = append(all, readClaim(t, name))
	}
	return all
}

func readClaim(t testing.TB, path string) caseFile {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c := caseFile{name: strings.TrimSuffix(filepath.Base(path), ".txt")}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case c.title == "" && strings.HasPrefix(line, "# "):
			c.title = line[2:]
			continue
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		known := termKeys
		if key == "claim" || len(c.claim) > 0 {
			known = claimKeys
		}
		if !ok || value == "" || !slices.Contains(known, key) {
			t.Fatalf("%s:%d: no such line here: %s", path, n, line)
		}
		if key == "claim" {
			c.claim = append(c.claim, nil)
		}
		kv := [2]string{key, value}
		if len(c.claim) == 0 {
			c.terms = append(c.terms, kv)
		} else {
			c.claim[len(c.claim)-1] = append(c.claim[len(c.claim)-1], kv)
		}
	}
	if err := lines.Err(); err != nil || c.title == "" || len(c.claim) == 0 {
		t.Fatalf("%s: a title, terms and claims are wanted: %v", path, err)
	}
	return c
}
