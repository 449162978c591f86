// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package cases

import (
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
)

// A Writing is a text as a person writes it, and what a careful clerk takes it for.
type Writing struct {
	ID, Text, Want string
}

// Written returns the lines of a file in the folder testdata of the module. A line is
// an id, the text and the outcome, with a bar between them. A text with spaces around
// it or with control characters stands in "double quotes".
func Written(t testing.TB, file string) []Writing {
	t.Helper()
	b, err := os.ReadFile(Path(t, file))
	if err != nil {
		t.Fatal(err)
	}
	var all []Writing
	ids, texts := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, " | ")
		if len(parts) != 3 {
			t.Fatalf("%s: %q: a line is: id | text | outcome", file, line)
		}
		w := Writing{strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
		if strings.HasPrefix(w.Text, `"`) {
			if w.Text, err = strconv.Unquote(w.Text); err != nil {
				t.Fatalf("%s: %s: %v", file, w.ID, err)
			}
		}
		kind, _, _ := strings.Cut(w.ID, "-")
		if ids[w.ID] || texts[kind+w.Text] {
			t.Errorf("%s: %s or its text stands twice", file, w.ID)
		}
		ids[w.ID], texts[kind+w.Text] = true, true
		all = append(all, w)
	}
	return all
}

// Outcome returns what a line of [Written] says of a result: the result, or "refused"
// and the code of the reason.
func Outcome(t testing.TB, result string, err error) string {
	t.Helper()
	if err == nil {
		return result
	}
	var e *fault.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no *fault.Error", err)
	}
	ja, en := e.Text(language.Japanese), e.Text(language.English)
	if !strings.HasSuffix(ja, "。") || !strings.HasSuffix(en, ".") || ja == en {
		t.Errorf("%v: not a sentence in each language: %s %s", err, ja, en)
	}
	return "refused " + e.Reason.Code()
}

// Refused demands that a reader refuses an input of ten million bytes before it does
// anything with it: with an error that has the first bytes, and with little memory.
func Refused(t *testing.T, name string, read func() error) {
	t.Helper()
	const most = 1 << 17
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := read()
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > most {
		t.Errorf("%s: allocates %d bytes to refuse an input", name, n)
	}
	var e *fault.Error
	if !errors.As(err, &e) || len(e.Input) > 67 || len(e.Path) > 80 || len(err.Error()) > 600 {
		t.Errorf("%s: %.200v", name, err)
	}
}

// Long returns ten million bytes that start with the text and go on with its last
// character.
func Long(text string) string {
	return text + strings.Repeat(text[len(text)-1:], 10_000_000-len(text))
}
