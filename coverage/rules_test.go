// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

var update = flag.Bool("update", false, "write the generated files anew")

// TestRules holds CLAUSES.md to testdata/rules.txt, the clauses of the scheme and
// the claims: every rule of the source once, in order, with clauses that there
// are, and every rule that decides anything with a case.
func TestRules(t *testing.T) {
	scheme, err := coverage.JISA2024(coverage.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	titles := map[clause.ID]clause.Clause{}
	for _, c := range scheme.Clauses() {
		titles[c.ID] = c
	}
	exercised := map[string][]string{}
	for _, f := range readClaims(t) {
		number, _, _ := strings.Cut(f.name, "-")
		for _, rule := range strings.Fields(f.terms.one("rules")) {
			exercised[rule] = append(exercised[rule], number)
		}
	}
	data, err := os.ReadFile(cases.Path(t, "rules.txt"))
	if err != nil {
		t.Fatal(err)
	}
	out := bytes.NewBufferString(header)
	n := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		cell := make([]string, 5)
		for i, c := range strings.Split(line, "|") {
			cell[i] = strings.TrimSpace(c)
		}
		if cell[0] != strconv.Itoa(n) {
			t.Fatalf("rule %d is missing before: %s", n, line)
		}
		var clauses []string
		for _, id := range strings.Fields(cell[1]) {
			c, ok := titles[clause.ID(id)]
			if !ok {
				t.Errorf("rule %d: no clause %s", n, id)
			}
			clauses = append(clauses, id+" "+c.JA)
		}
		var by []string
		by = append(append(by, exercised[cell[0]]...), strings.Fields(cell[4])...)
		delete(exercised, cell[0])
		if decided := !strings.HasPrefix(cell[3], "not decided"); decided && len(by) == 0 {
			t.Errorf("rule %d: no case", n)
		}
		for _, file := range strings.Fields(cell[4]) {
			if _, err := os.Stat(cases.Path(t, file)); err != nil {
				t.Errorf("rule %d: %v", n, err)
			}
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s |\n", cell[0], cell[2], strings.Join(clauses, "<br>"), cell[3], strings.Join(by, " "))
	}
	if n != 130 {
		t.Errorf("%d rules", n)
	}
	for rule, by := range exercised {
		t.Errorf("claims %v exercise a rule %s, which there is not", by, rule)
	}
	golden(t, filepath.Join("..", "CLAUSES.md"), out.Bytes())
}

const header = `# Clauses

The rules of the public brochure of May 2024, numbered 1 to 130: the clauses that
state them here, the packages that decide them, and the cases that exercise them,
by the number of a file in testdata/claims or the name of one in testdata. The
brochure is a summary; the policy conditions prevail.

This file is generated: go test ./coverage -run TestRules -update

| rule | what it says | clauses | decided in | cases |
|---|---|---|---|---|
`

// golden compares with a file, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || !bytes.Equal(want, got) {
		t.Errorf("%s is not what is generated now, %v; look at the difference, then run with -update:\n%s", name, err, firstDifference(want, got))
	}
}

func firstDifference(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(w), len(g)) {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return fmt.Sprintf("line %d\nwant %s\n got %s", i+1, a, b)
		}
	}
	return ""
}
