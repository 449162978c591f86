// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package cases reads the cases under testdata: worked examples, one a line,
// that an underwriter can read and sign without reading Go.
//
//	# a comment
//	P-014 annual 7億円 -> 1,262,000 interpolated 5億円 10億円
//
// A line is an id, a verb, its arguments, an arrow and the outcome. Words are
// separated by spaces; a word with spaces in it stands in "double quotes".
package cases

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/yen"
)

// A Case is one line.
type Case struct {
	ID   string
	Verb string
	Args []string
	Want string
}

// Arg returns the argument with the index i, or "" if there are fewer.
func (c Case) Arg(i int) string {
	if i < len(c.Args) {
		return c.Args[i]
	}
	return ""
}

// Run runs every case of a file in the folder testdata of the module, each as
// a subtest with its id. A verb computes the outcome as text. Every verb must
// have a case, and every id stands once.
func Run(t *testing.T, file string, verbs map[string]func(t *testing.T, c Case) string) {
	t.Helper()
	used := map[string]bool{}
	for _, c := range Read(t, file) {
		verb, ok := verbs[c.Verb]
		if !ok {
			t.Errorf("%s: %s: unknown verb %q", file, c.ID, c.Verb)
			continue
		}
		used[c.Verb] = true
		t.Run(c.ID, func(t *testing.T) {
			t.Attr("case", c.ID)
			if got := verb(t, c); got != c.Want {
				t.Errorf("%s %s\n got %s\nwant %s", c.Verb, strings.Join(c.Args, " "), got, c.Want)
			}
		})
	}
	for verb := range verbs {
		if !used[verb] {
			t.Errorf("%s: no case for the verb %q", file, verb)
		}
	}
}

// Read returns the cases of a file in the folder testdata of the module, which
// is looked for beside the package and above it.
func Read(t testing.TB, file string) []Case {
	t.Helper()
	f, err := os.Open(Path(t, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []Case
	seen := map[string]bool{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		left, want, ok := strings.Cut(line, " -> ")
		words := split(t, left)
		if !ok || len(words) < 2 {
			t.Fatalf("%s:%d: a case is: id verb arguments -> outcome", file, n)
		}
		c := Case{ID: words[0], Verb: words[1], Args: words[2:], Want: strings.Join(strings.Fields(want), " ")}
		if seen[c.ID] {
			t.Fatalf("%s:%d: the id %s stands twice", file, n, c.ID)
		}
		seen[c.ID] = true
		all = append(all, c)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatalf("%s: no cases", file)
	}
	return all
}

// Path returns the path of a file in the folder testdata of the module.
func Path(t testing.TB, file string) string {
	t.Helper()
	for dir := "."; ; dir = filepath.Join(dir, "..") {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "testdata", file)
		}
		if strings.Count(dir, "..") > 8 {
			t.Fatal("no go.mod above this package")
		}
	}
}

// split cuts a line at its spaces, outside double quotes.
func split(t testing.TB, line string) []string {
	t.Helper()
	var words []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if quoted, err := strconv.QuotedPrefix(line); err == nil {
			word, _ := strconv.Unquote(quoted)
			words, line = append(words, word), line[len(quoted):]
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		words, line = append(words, word), rest
	}
	return words
}

// Yen returns an amount as cases write it: plain digits with commas.
func Yen(a yen.Amount) string { return strings.TrimSuffix(a.Grouped(), "円") }

// Join returns the words that are not empty, with spaces between them.
func Join(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}
