// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
)

// TestReadings holds READINGS.md to the table of the edition: every reading once,
// in the order of its id, with at least one choice in both languages, no two the
// same, and clauses that the scheme has under some readings.
func TestReadings(t *testing.T) {
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	titles := map[clause.ID]clause.Clause{}
	for _, word := range allReadings {
		s, err := jisa2024.New(readings(word)...)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range s.Clauses() {
			titles[c.ID] = c
		}
		id, _, named := strings.Cut(word, "=")
		at := slices.IndexFunc(s.Readings(), func(r coverage.OpenPoint) bool { return r.ID == id })
		if named && (at < 0 || s.Readings()[at].Chosen != coverage.Reading(word)) {
			t.Errorf("%s: the scheme does not say so", word)
		}
	}
	out := bytes.NewBufferString(readingsHeader)
	seen, names := map[string]bool{}, readingConstants(t)
	for _, r := range scheme.Readings() {
		if seen[r.ID] || r.JA == "" || r.EN == "" || len(r.Choices) == 0 || r.Chosen != "" {
			t.Errorf("%+v", r)
		}
		seen[r.ID] = true
		var by []string
		for _, id := range r.Clauses {
			c, ok := titles[id]
			if !ok {
				t.Errorf("%s: no clause %s", r.ID, id)
			}
			by = append(by, string(id)+" "+c.JA)
		}
		fmt.Fprintf(out, "## %s %s\n\n%s\n\n", r.ID, r.JA, r.EN)
		texts := map[string]bool{}
		for i, c := range r.Choices {
			if c.JA == "" || c.EN == "" || texts[c.JA] || texts[c.EN] {
				t.Errorf("%s: choice %d: %+v", r.ID, i, c)
			}
			texts[c.JA], texts[c.EN] = true, true
			mark := ""
			switch name := names[coverage.Reading(r.ID+"="+c.Code)]; {
			case i == 0 && len(r.Choices) > 1:
				mark = "（標準 / default）"
			case name != "":
				mark = " `jisa2024." + name + "`"
			case i > 0:
				t.Errorf("%s=%s: no constant", r.ID, c.Code)
			}
			fmt.Fprintf(out, "- %s%s\n  %s\n", c.JA, mark, c.EN)
		}
		fmt.Fprintf(out, "\n条項 / clauses: %s\n\n", strings.Join(by, "、"))
	}
	cases.Golden(t, filepath.Join("..", "READINGS.md"), strings.TrimRight(out.String(), "\n"))
}

// readingConstants returns the names of the constants of the readings.
func readingConstants(t *testing.T) map[coverage.Reading]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "readings.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[coverage.Reading]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
			if text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value); err == nil {
				names[coverage.Reading(text)] = v.Names[0].Name
			}
		}
		return true
	})
	return names
}

const readingsHeader = `# Readings（解釈）

A reading is an interpretation where the brochure is open. Each has an id, the
choices that the library offers, and the clauses that it shapes. The first
choice is the default of the 2024 edition; the others are constants, given to
jisa2024.New. A result names the readings that shaped it.

This file is generated: go test ./jisa2024 -run TestReadings -update

`

// TestNamedReadings asks of claims under testdata whether they name a reading of
// which another choice would pay otherwise, and whether others do not name it.
func TestNamedReadings(t *testing.T) {
	files := readClaims(t)
	for _, c := range []struct {
		file  string
		claim int // from 1
		id    string
		named bool
	}{
		{"140", 4, "A18", true},  // denied by EXC-17, and what arose before delivery could be covered by END-02
		{"141", 9, "A18", false}, // the same without END-02
		{"050", 1, "A17", true},  // a contractor who is no insured
		{"089", 1, "A17", false},
		{"169", 1, "A20", true}, // defence of a third-party claim about property
		{"089", 1, "A20", false},
		{"134", 4, "A5b", true}, // posts of which the date is not known
		{"141", 5, "A5b", false},
		{"141", 5, "A16", true}, // INC-02 asks for IT services
	} {
		i := slices.IndexFunc(files, func(f caseFile) bool { return strings.HasPrefix(f.name, c.file) })
		f := files[i]
		p := f.policy(t)
		var h coverage.History
		for k, block := range f.claim[:c.claim] {
			a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
			if err != nil {
				t.Fatalf("%s claim %d: %v", f.name, k+1, err)
			}
			h = a.History
			named := slices.ContainsFunc(a.Readings(), func(r coverage.OpenPoint) bool { return r.ID == c.id })
			if k+1 == c.claim && named != c.named {
				t.Errorf("%s claim %d: %s named: %v", f.name, c.claim, c.id, named)
			}
		}
	}
}

// TestCheck proves the edition whole under every single reading that is not the
// default.
func TestCheck(t *testing.T) {
	for _, reading := range allReadings {
		if _, err := jisa2024.New(readings(reading)...); err != nil {
			t.Error(reading, err)
		}
	}
}
