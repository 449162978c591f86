// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// scripted returns the program with the lines of its standard input.
func scripted(lines string) cases.Program {
	return func(args []string, stdout, stderr io.Writer) int {
		return run(args, strings.NewReader(lines), stdout, stderr)
	}
}

// scripts returns the arguments of each script.
func scripts() map[string]string {
	costs := "-claim testdata/costs.json"
	return map[string]string{
		"settled": "", "open": "", "costs": costs, "penalty": "-claim testdata/penalty.json",
		"unstated": costs + " -policy testdata/unstated.json",
	}
}

// script returns the answers and the arguments of a script in a language.
func script(t *testing.T, name, lang string) (answers, args string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+"."+lang+".answers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text), scripts()[name] + " -lang " + lang
}

// TestGolden holds each dialogue as people read it, in both languages.
func TestGolden(t *testing.T) {
	for name := range scripts() {
		for _, lang := range []string{"ja", "en"} {
			answers, args := script(t, name, lang)
			got := scripted(answers).Prints(t, 0, args)
			cases.Golden(t, filepath.Join("testdata", name+"."+lang+".txt"), got)
		}
	}
}

// TestEnds ends the input of each script after every line, within a line, and with other
// ends of lines: the program ends well, with the report.
func TestEnds(t *testing.T) {
	for name := range scripts() {
		for lang, report := range map[string][]string{"ja": {"【", "入力が終わりました"}, "en": {" claimed\n", "The input has ended"}} {
			answers, args := script(t, name, lang)
			for i := range len(answers) + 1 {
				if i > 0 && i < len(answers) && answers[i-1] != '\n' && i%11 > 0 {
					continue
				}
				got := scripted(answers[:i]).Prints(t, 0, args)
				if !strings.Contains(got, report[0]) || i == 0 && !strings.Contains(got, report[1]) {
					t.Errorf("%s, %s, %d bytes: %s", name, lang, i, got)
				}
			}
			want := scripted(answers).Prints(t, 0, args)
			for _, other := range []string{strings.ReplaceAll(answers, "\n", "\r\n"), "\ufeff" + answers, strings.ReplaceAll(answers, "\n", " \t\n")} {
				if got := scripted(other).Prints(t, 0, args); got != want {
					t.Errorf("%s, %s: %q gives\n%s", name, lang, other, got)
				}
			}
		}
	}
}

// TestJapanese demands that the language is Japanese unless another one is asked for.
func TestJapanese(t *testing.T) {
	if scripted("").Prints(t, 0, "") != scripted("").Prints(t, 0, "-lang ja") {
		t.Error("another language")
	}
}

// TestSaved demands that the claim is written with the answers, that a later run goes on
// from there, and that nothing else is left in the folder.
func TestSaved(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "claim.json")
	if got := scripted("1 August 2024\nR6.10.1\n").Prints(t, 0, "-lang en -json "+file); !strings.HasSuffix(got, "The claim is saved in "+file+".\n") {
		t.Error(got)
	}
	got := scripted("2024-07-15\nno\n").Prints(t, 0, "-lang en -claim "+file+" -json "+file)
	for _, want := range []string{"18 questions were not asked", "2 questions left", "PAYABLE: ¥39,000,000 of"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	all, err := os.ReadDir(folder)
	if err != nil || len(all) != 1 {
		t.Error(all, err)
	}
	var claim coverage.Claim
	if err := read(file, claim.UnmarshalJSON); err != nil || claim.Facts.Of("re-performance-cost").String() != "no" || claim.Dates.Cause.String() != "2024-07-15" {
		t.Error(claim, err)
	}
}

// TestNotSaved demands that a file that cannot take the place of another one leaves nothing
// behind.
func TestNotSaved(t *testing.T) {
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "claim.json", "full"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := save(filepath.Join(folder, "claim.json"), exampleClaim()); err == nil {
		t.Error("a folder is written over")
	}
	if all, err := os.ReadDir(folder); err != nil || len(all) != 1 {
		t.Error(all, err)
	}
}

// TestHistory assesses the claim after others of the policy.
func TestHistory(t *testing.T) {
	policy, err := examplePolicy()
	if err != nil {
		t.Fatal(err)
	}
	at := period.MustParseMoment
	first := exampleClaim()
	first.Number = "C-1"
	first.Facts = first.Facts.No("re-performance-cost").Else(policy.Scheme().Defaults())
	first.Dates = coverage.Dates{Made: at("2024-11-05"), Delivered: at("2024-08-01"), Aware: at("2024-10-01"), Cause: at("2024-07-15")}
	first.Items[0].Claimed, first.Items[0].Accepted = 2*yen.Oku, yen.Exactly(2*yen.Oku)
	a, err := policy.Assess(first, coverage.History{})
	if err != nil || a.Payment.Now != yen.Oku {
		t.Fatal(a.Payment.Now, err)
	}
	file := filepath.Join(t.TempDir(), "history.txt")
	if err := os.WriteFile(file, []byte(a.History.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := scripted("").Prints(t, 0, "-lang en -history "+file); !strings.Contains(got, "NOTHING PAYABLE: ¥0 of") {
		t.Error(got)
	}
}

// TestRefused gives what the program cannot use.
func TestRefused(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(folder, name)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	edition := write("edition.json", `{"v":1,"edition":"OTHER-2024","number":"1","period":"2024-07-01 16:00 - 2025-07-01 16:00"}`)
	reading := write("reading.json", `{"v":1,"edition":"JISA-2024","readings":["A0=x"],"number":"1","period":"2024-07-01 16:00 - 2025-07-01 16:00"}`)
	misspelt := write("misspelt.json", `{"v":1,"claimed":1}`)
	fact := write("fact.json", `{"v":1,"number":"C-1","facts":{"no-fact":"yes"},"items":[{"head":"damages","claimed":1}]}`)
	empty := write("empty.json", `{"v":1,"number":"C-1"}`)
	broken := write("broken.json", `{`)
	history := write("history.txt", "of another form\n")
	scripted("yes\n").Refuses(t, map[string]string{
		"-lang fr":            `intake: invalid value "fr" for flag -lang: must be ja or en`,
		"-colour":             "intake: flag provided but not defined: -colour",
		"rest":                `intake: unexpected argument "rest"`,
		"-policy none.json":   "intake: open none.json: no such file or directory",
		"-policy " + broken:   "intake: " + broken + `: coverage.Terms: "{": invalid syntax (line 1, column 1)`,
		"-policy " + edition:  "intake: " + edition + `: coverage.Record: edition: "OTHER-2024": missing or different scheme`,
		"-policy " + reading:  "intake: " + reading + `: jisa2024.New: readings[0]: "A0=x": unknown name`,
		"-claim none.json":    "intake: open none.json: no such file or directory",
		"-claim " + broken:    "intake: " + broken + `: coverage.Claim: "{": invalid syntax (line 1, column 1)`,
		"-claim " + misspelt:  "intake: " + misspelt + ": coverage.Claim: claimed: unknown name (dates, facts, incident, items, lateNotice, number, persons, policy, reserve, series, v)",
		"-claim " + fact:      "intake: " + fact + ": coverage.Assess: facts.no-fact: unknown name",
		"-claim " + empty:     "intake: " + empty + ": coverage.Assess: items: missing",
		"-history none.txt":   "intake: open none.txt: no such file or directory",
		"-history " + history: "intake: " + history + `: coverage.ParseHistory: "of another form": invalid syntax`,
		"-json " + folder:     "intake: " + folder + ": not a file",
		"-json none/x.json":   "intake: none/x.json: no such file or directory",
	})
}

func TestHelp(t *testing.T) {
	if got := scripted("").Prints(t, 0, "-h"); !strings.Contains(got, "-policy file") {
		t.Error(got)
	}
}

// TestBreaks demands exit code 1 if the answers cannot be read or the output cannot be
// written.
func TestBreaks(t *testing.T) {
	scripted("no\n").Breaks(t, "intake")
	var stdout, stderr bytes.Buffer
	failing := iotest.ErrReader(errors.New("gone"))
	if code := run(nil, failing, &stdout, &stderr); code != 1 || stderr.String() != "intake: gone\n" {
		t.Errorf("%d, %s", code, &stderr)
	}
}

// TestLongLine demands exit code 2 and one line for a line that is too long, with an end or
// without, and that one of the largest length is read.
func TestLongLine(t *testing.T) {
	long := strings.Repeat("x", mostLine)
	for _, lines := range []string{long, long + "\n", "no\n" + long + "\nno\n"} {
		if got := scripted(lines).Prints(t, 0, "-lang en"); !strings.Contains(got, "Write the date, or") {
			t.Error(got)
		}
	}
	for _, lines := range []string{long + "x", long + "x\n", "no\n" + long + "x\nno\n", strings.Repeat(long, 100)} {
		var stdout, stderr bytes.Buffer
		code := run([]string{"-lang", "en"}, strings.NewReader(lines), &stdout, &stderr)
		if code != 2 || stderr.String() != "intake: a line of the answers is longer than 64 KB\n" || strings.Contains(stdout.String(), "xxx") {
			t.Errorf("%d, %s", code, &stderr)
		}
	}
}

// TestTerminal demands that nothing is repeated that a person types, and that a pipe is no
// person.
func TestTerminal(t *testing.T) {
	null, err := os.Open(os.DevNull) // a device, as a terminal is
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	var out, errs bytes.Buffer
	if code := run([]string{"-lang", "en"}, null, &out, &errs); code != 0 || !strings.Contains(out.String(), "date / unknown > \nThe input has ended.") {
		t.Errorf("%d, %s%s", code, &out, &errs)
	}
}
