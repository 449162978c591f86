// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

// with returns the program with an input.
func with(input string) cases.Program {
	return func(args []string, stdout, stderr io.Writer) int {
		return run(args, strings.NewReader(input), stdout, stderr)
	}
}

func script(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".in"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// dialogues returns the arguments of each dialogue under testdata.
func dialogues() map[string]string {
	return map[string]string{"settled": "", "open": "", "costs": "-claim testdata/costs.json"}
}

// TestGolden plays the dialogues in both languages.
func TestGolden(t *testing.T) {
	for name, args := range dialogues() {
		for _, lang := range []string{"ja", "en"} {
			file := name + "." + lang
			got := with(script(t, file)).Prints(t, 0, args+" -lang "+lang)
			cases.Golden(t, filepath.Join("testdata", file+".txt"), got)
		}
	}
}

// TestCutShort ends the input after each line of each dialogue: the program ends with the
// report.
func TestCutShort(t *testing.T) {
	for name, args := range dialogues() {
		lines := strings.SplitAfter(script(t, name+".en"), "\n")
		for n := range lines {
			got := with(strings.Join(lines[:n], "")).Prints(t, 0, args+" -lang en")
			if !strings.Contains(got, "Estimate on the facts entered.") {
				t.Errorf("%s, %d lines: %s", name, n, got)
			}
		}
	}
}

// TestShrinks holds that the bounds never widen from one answer to the next, but for an
// answer that is taken back.
func TestShrinks(t *testing.T) {
	policy, err := examplePolicy()
	if err != nil {
		t.Fatal(err)
	}
	claim := exampleClaim()
	claim.Facts = claim.Facts.Else(policy.Scheme().Defaults())
	d, err := newDialogue(language.English, policy, claim, coverage.History{}, strings.NewReader(script(t, "settled.en")), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	d.run()
	if len(d.steps) != 5 || d.now().result.Decision != coverage.Payable {
		t.Fatalf("%d steps, %v", len(d.steps), d.now().result.Decision)
	}
	for i, s := range d.steps[1:] {
		if was := d.steps[i].result; s.result.Least < was.Least || s.result.Most > was.Most {
			t.Errorf("step %d: %v - %v after %v - %v", i, s.result.Least, s.result.Most, was.Least, was.Most)
		}
	}
}

// TestSaved writes the claim with the answers, and takes it up again.
func TestSaved(t *testing.T) {
	name := filepath.Join(t.TempDir(), "claim.json")
	with("2024-08-01\n2024-10-20\n").Prints(t, 0, "-lang en -json "+name)
	got := with("2024-07-20\nno\n").Prints(t, 0, "-lang en -claim "+name)
	if !strings.Contains(got, "PAYABLE: ¥39,000,000") {
		t.Error(got)
	}
	if files, err := filepath.Glob(filepath.Join(filepath.Dir(name), "*")); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}

// TestRefused gives what the program cannot use.
func TestRefused(t *testing.T) {
	p := with("")
	p.Refuses(t, map[string]string{
		"-lang fr":              `intake: invalid value "fr" for flag -lang: must be ja or en`,
		"rest":                  `intake: unexpected argument "rest"`,
		"-claim none.json":      "intake: open none.json: no such file or directory",
		"-policy none.json":     "intake: open none.json: no such file or directory",
		"-history none.txt":     "intake: open none.txt: no such file or directory",
		"-json testdata":        "intake: testdata: not a file",
		"-json none/claim.json": "intake: none/claim.json: no such file or directory",
	})
	for _, args := range []string{"-policy testdata/costs.json", "-claim testdata/costs.ja.in", "-history testdata/costs.json"} {
		var stderr bytes.Buffer
		code := p(strings.Fields(args), io.Discard, &stderr)
		file := strings.Fields(args)[1]
		if got := stderr.String(); code != 2 || !strings.HasPrefix(got, "intake: "+file+": ") || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: code %d, %s", args, code, got)
		}
	}
	var stderr bytes.Buffer
	if code := p([]string{"-h"}, io.Discard, &stderr); code != 0 || stderr.Len() > 0 {
		t.Errorf("code %d, %s", code, &stderr)
	}
	p.Breaks(t, "intake")
}

// TestWords holds that each word is understood as it is written, in capitals and in full
// width.
func TestWords(t *testing.T) {
	seen := map[string]word{}
	for w, all := range spellings() {
		for _, s := range all {
			if other, twice := seen[s]; twice {
				t.Errorf("%q is %s and %s", s, other, w)
			}
			seen[s] = w
			for _, line := range []string{s, " " + strings.ToUpper(s) + "。", "「" + s + "」"} {
				if got := wordOf(line); got != w {
					t.Errorf("%q is %q, not %s", line, got, w)
				}
			}
		}
	}
	if wordOf("ｙｅｓ") != yes || wordOf("perhaps") != "" {
		t.Error("full width, or no word")
	}
}
