// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

const header = `// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

`

// longest is the number of lines that a file of the library may have. Data of
// an edition is read beside its source, and may be as long as that is.
const longest = 400

// TestFiles demands the licence header of every Go file, and that a file is
// about one thing.
func TestFiles(t *testing.T) {
	inLibrary := map[string]bool{}
	for _, p := range list(t, pkg.public) {
		for _, name := range p.GoFiles {
			inLibrary[p.path()+"/"+name] = !p.edition()
		}
	}
	for _, name := range files(t) {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		text, _ := read(t, name)
		if !strings.HasPrefix(text, header) {
			t.Errorf("%s: does not start with the licence header", name)
		}
		if n := strings.Count(text, "\n"); n > longest && inLibrary[name] {
			t.Errorf("%s: %d lines, more than %d", name, n, longest)
		}
	}
}

// unfinished are words of work that is not done, and of the place where it was
// done; in two parts, as this file is looked at, too.
var unfinished = regexp.MustCompile(`(?i)\b(TO` + `DO|FIX` + `ME|Chat` + `GPT|LL` + `M|copi` + `lot)\b|/wo` + `rk/|/tm` + `p/w\b|/ro` + `ot/`)

// document is the name of a document of the project.
var document = regexp.MustCompile(`\b[A-Z]{3,}(\.[a-z]{2})?\.md\b`)

// TestWords demands that no file speaks of unfinished work, of folders of one
// machine, or of a document that is not there.
func TestWords(t *testing.T) {
	all := files(t)
	there := map[string]bool{"README.md": true, "README.ja.md": true, "CHANGELOG.md": true}
	for _, name := range all {
		there[name] = true
	}
	for _, name := range all {
		text, _ := read(t, name)
		if !utf8.ValidString(text) {
			continue
		}
		n := 0
		for line := range strings.Lines(text) {
			n++
			if word := unfinished.FindString(line); word != "" {
				t.Errorf("%s:%d: %q", name, n, word)
			}
			for _, word := range document.FindAllString(line, -1) {
				if !there[word] {
					t.Errorf("%s:%d: there is no %s", name, n, word)
				}
			}
		}
	}
}

func files(t *testing.T) []string {
	t.Helper()
	names, err := tree()
	if err != nil {
		t.Fatal(err)
	}
	return names
}
