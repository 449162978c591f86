// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var _ = flag.Bool("update", false, "write anew the files that tests compare with")

// Updating reports whether the files that tests compare with are written anew, with
// -update.
func Updating() bool { return flag.Lookup("update").Value.String() == "true" }

// Golden compares a text with that of a file, or writes the file with -update.
func Golden(t testing.TB, file, got string) {
	t.Helper()
	if Updating() {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got != string(want) {
		t.Errorf("%s is not what it is now (%v); look at the difference, then run with -update:\n%s", file, err, apart(string(want), got))
	}
}

// apart returns the first line in which two texts differ, of each.
func apart(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return "- " + a + "\n+ " + b
		}
	}
	return ""
}
