// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/hostile"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

// output runs the command, which must end well.
func output(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, &out, &errs); code != 0 || errs.Len() > 0 {
		t.Fatalf("%v: %d, %q", args, code, errs.String())
	}
	return out.String()
}

// TestGolden holds what the command prints, in both languages.
func TestGolden(t *testing.T) {
	for _, lang := range []string{"ja", "en"} {
		got, name := output(t, "-lang", lang), filepath.Join("testdata", "member."+lang+".txt")
		cases.Golden(t, name, got)
	}
	if output(t) != output(t, "-lang", "ja") {
		t.Error("the language is not Japanese unless another one is asked for")
	}
}

// TestDecisions demands the results of the cases, in their order.
func TestDecisions(t *testing.T) {
	var got []string
	for line := range strings.Lines(output(t, "-lang", "en")) {
		if strings.Contains(line, " claimed\n") {
			got = append(got, strings.TrimSpace(line))
		}
	}
	want := []string{
		"PAYABLE: ¥100,000,000 of ¥170,000,000 claimed",
		"PAYABLE: ¥39,000,000 of ¥40,000,000 claimed",
		"NOTHING PAYABLE: ¥0 of ¥40,000,000 claimed",
		"PAYABLE: ¥11,000,000 of ¥11,000,000 claimed",
		"OPEN: between ¥0 and ¥2,800,000 of ¥5,000,000 claimed",
		"NOT PAYABLE on the facts entered: an exclusion applies (EXC-17). ¥0 of ¥40,000,000 claimed",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// TestDetails demands that -v adds to what is printed, and takes nothing from it.
func TestDetails(t *testing.T) {
	for lang, want := range map[string]string{
		"ja": "\n日付・金額から判定\n  被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、保険期間中になされましたか",
		"en": "\nDefault answers\n  Is the party claiming under the policy the named insured? yes\n",
	} {
		short, long := output(t, "-lang", lang), output(t, "-lang", lang, "-v")
		if strings.Contains(short, want) || !strings.Contains(long, want) {
			t.Errorf("%s: %q is not what -v adds", lang, want)
		}
		rest := long
		for line := range strings.Lines(short) {
			_, after, ok := strings.Cut(rest, line)
			if !ok {
				t.Fatalf("%s: -v leaves out %q", lang, line)
			}
			rest = after
		}
	}
}

func TestRefused(t *testing.T) {
	for _, args := range []string{"-lang fr", "-colour", "claims"} {
		var out, errs bytes.Buffer
		if code := run(strings.Fields(args), &out, &errs); code != 2 || out.Len() > 0 || !strings.Contains(errs.String(), "member: -lang must be ja or en") {
			t.Errorf("%s: %d, %q, %q", args, code, out.String(), errs.String())
		}
	}
}
