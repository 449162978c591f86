// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/yen"
)

func TestBar(t *testing.T) {
	for _, x := range []struct {
		least, most, end yen.Amount
		want             string
	}{
		{0, 0, 0, ""},
		{0, 24, 24, "├" + strings.Repeat("■", 24) + "┤"},
		{12, 24, 24, "├" + strings.Repeat("─", 12) + strings.Repeat("■", 12) + "┤"},
		{0, 0, 24, "├■" + strings.Repeat("─", 23) + "┤"},
		{24, 24, 24, "├" + strings.Repeat("─", 23) + "■┤"},
		{23, 25, 240, "├──■" + strings.Repeat("─", 21) + "┤"},
		{0, 48, 24, "├" + strings.Repeat("■", 24) + "┤"},
		{yen.Max - 1, yen.Max, yen.Max, "├" + strings.Repeat("─", 23) + "■┤"},
	} {
		if got := bar(x.least, x.most, x.end); got != x.want {
			t.Errorf("%d to %d of %d: %s, want %s", x.least, x.most, x.end, got, x.want)
		}
	}
}

// TestWrapped breaks each question and each condition of the scheme, in both languages: no
// line is too long, none begins with what may not begin one, and nothing is lost.
func TestWrapped(t *testing.T) {
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for _, lang := range []language.Tag{language.Japanese, language.English} {
		var all []string
		for _, q := range scheme.Schedule().Wording().Questions {
			all = append(all, q.Text(lang))
		}
		for r := range scheme.Schedule().Rules() {
			text, _ := scheme.Schedule().Text(r.Clause.ID, lang)
			var together string
			for _, p := range parts(text) {
				all, together = append(all, p.text), together+" "+p.text
			}
			if bare(together) != bare(text) {
				t.Errorf("%s: %s", r.Clause, together)
			}
		}
		for _, text := range all {
			got := wrapped("    ", text)
			if bare(got) != bare(text) {
				t.Errorf("%q is lost from %q", text, got)
			}
			for line := range strings.Lines(got) {
				if first := strings.TrimSpace(line); wide(line) > columns || len(first) > 2 && strings.Contains("、。）」", first[:3]) {
					t.Errorf("%q", line)
				}
			}
		}
	}
}

// TestPlain demands that a name from a file moves nothing on the terminal.
func TestPlain(t *testing.T) {
	if got := plain("a\x1b[2Jb\u202ec\r\nd"); got != "a[2Jbc d" {
		t.Errorf("%q", got)
	}
}
