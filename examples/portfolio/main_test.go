// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// program runs the command without interruption.
func program(args []string, stdout, stderr io.Writer) int {
	return run(context.Background(), args, stdout, stderr)
}

// outputs runs the command, demands the exit code, and returns standard output and standard error.
func outputs(t testing.TB, code int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, log bytes.Buffer
	if got := program(args, &out, &log); got != code {
		t.Fatalf("%v: code %d, want %d: %s", args, got, code, &log)
	}
	return out.String(), log.String()
}

func write(t testing.TB, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func contents(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// names returns the files of a folder.
func names(t testing.TB, folder string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// TestGolden runs the program on the files beside it, in every way, in both languages.
func TestGolden(t *testing.T) {
	for _, lang := range []string{"ja", "en"} {
		for name, args := range map[string]string{
			"claims": "-claims -", "simulate": "-simulate 200", "generate": "-generate 5 -encoding utf-8",
			"insurer": "-scheme ../insurer/scheme.json -in testdata/insurer.csv",
		} {
			out, log := outputs(t, 0, append(strings.Fields(args), "-lang", lang)...)
			cases.Golden(t, filepath.Join("testdata", name+"."+lang+".txt"), out+log)
		}
		folder := t.TempDir()
		out, log := outputs(t, 0, "-lang", lang, "-out", filepath.Join(folder, "quoted.csv"), "-plot", "")
		cases.Golden(t, filepath.Join("testdata", "summary."+lang+".txt"), out+log)
		cases.Golden(t, filepath.Join("testdata", "quoted.csv"), contents(t, filepath.Join(folder, "quoted.csv")))
		cases.Golden(t, filepath.Join("testdata", "quoted.bad.csv"), contents(t, filepath.Join(folder, "quoted.bad.csv")))
		if all := names(t, folder); len(all) != 2 {
			t.Error(all)
		}
		outputs(t, 0, "-lang", lang, "-plot", filepath.Join(folder, "curve.svg"))
		cases.Golden(t, filepath.Join("testdata", "curve."+lang+".svg"), contents(t, filepath.Join(folder, "curve.svg")))
	}
}

// TestEncodings writes the same in the form of the input.
func TestEncodings(t *testing.T) {
	folder := t.TempDir()
	in := map[string]string{}
	for _, encoding := range []string{"utf-8", "utf-8-bom", "shift_jis"} {
		name := filepath.Join(folder, encoding+".csv")
		outputs(t, 0, "-generate", "3000", "-encoding", encoding, "-out", name)
		out, _ := outputs(t, 0, "-in", name, "-out", filepath.Join(folder, encoding+".out.csv"))
		in[encoding] = out
	}
	if in["utf-8"] != in["shift_jis"] || in["utf-8"] != in["utf-8-bom"] || !strings.HasPrefix(in["utf-8"], "3,000行\n") {
		t.Error(in)
	}
	utf8, bom := contents(t, filepath.Join(folder, "utf-8.out.csv")), contents(t, filepath.Join(folder, "utf-8-bom.out.csv"))
	if "\ufeff"+utf8 != bom || strings.Count(utf8, "\r\n") != 3001 {
		t.Error("the byte order mark, or the ends of lines, are not as in the input")
	}
	sjis := contents(t, filepath.Join(folder, "shift_jis.out.csv"))
	if len(sjis) >= len(utf8) || !strings.HasPrefix(sjis, "\x89\xc1\x93\xfc\x8e\xd2\x8f\xd8\x94\xd4\x8d\x86,") { // 加入者証番号
		t.Errorf("%q", sjis[:40])
	}
}

// TestRefused gives what the program cannot use: one line, exit code 2, and nothing written.
func TestRefused(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "out.csv")
	header := "申込日,売上高\n"
	for args, want := range map[string]string{
		"-in none.csv":                 "portfolio: open none.csv: no such file or directory",
		"-in .":                        "portfolio: . is a folder",
		"-in " + write(t, "a.csv", ""): "portfolio: ファイルが空です。",
		"-in " + write(t, "b.csv", "申込日\x00"):                                                          "portfolio: 1行目：文字コードUTF-8の文字でないものがあります。",
		"-in " + write(t, "c.csv", "会社名\n"):                                                            "portfolio: 1行目：「申込日」の列がありません。",
		"-in " + write(t, "d.csv", header+strings.Repeat("x", 2<<20)):                                  "portfolio: 2行目：行が1MBを超えています。",
		"-in " + write(t, "e.csv", header+"2024-09-10,7億円\n2024-09-10,\""+strings.Repeat("x", 10<<20)): "portfolio: 3行目：行が1MBを超えています。",
		"-lang en -in " + write(t, "f.csv", "\xff\xfea\x00"):                                           "portfolio: The file is in UTF-16. Save it as CSV UTF-8 or in Shift_JIS.",
		"-scheme none.json":            "portfolio: open none.json: no such file or directory",
		"-scheme members.csv":          "portfolio: members.csv: coverage.ReadScheme: \"加入者証番号,会社名,申込日,売上高,会計年度,\"...: invalid syntax (line 1, column 1)",
		"-claims none.jsonl":           "portfolio: open none.jsonl: no such file or directory",
		"-claims members.csv":          "portfolio: members.csv: line 1: coverage.Claim: \"加入者証番号,会社名,申込日,売上高,会計年度,\"...: invalid syntax (line 1, column 1)",
		"-simulate -1":                 "portfolio: -simulate: -1 is not from 1 to 100,000,000",
		"-generate -1":                 "portfolio: -generate: -1 is not from 1 to 100,000,000",
		"-generate 1 -encoding utf-16": `portfolio: -encoding: "utf-16" is not utf-8, utf-8-bom or shift_jis`,
		"-lang fr":                     "portfolio: -lang: fr is not ja or en",
		"-in -":                        "portfolio: -in: standard input is not read; name a file",
		"-claims - -simulate 5":        "portfolio: -claims and -simulate do not go together",
		"-claims - -out x.csv":         "portfolio: -claims does not write to -out",
		"-simulate 5 -bad x.csv":       "portfolio: -simulate does not write to -bad",
		"-lang xx-x":                   `portfolio: invalid value "xx-x" for flag -lang: language: tag is not well-formed`,
		"rest":                         `portfolio: unexpected argument "rest"`,
	} {
		all := strings.Fields(args)
		if all[0] != "-claims" && all[0] != "-simulate" && args != "rest" && !strings.Contains(args, "-out") {
			all = append(all, "-out", out)
		}
		_, log := outputs(t, 2, all...)
		if log != want+"\n" {
			t.Errorf("%s: %s", args, log)
		}
	}
	if all := names(t, folder); len(all) > 0 {
		t.Errorf("%v", all)
	}
	if help, _ := outputs(t, 0, "-h"); !strings.Contains(help, "-simulate claims") {
		t.Error(help)
	}
}

// TestMixed keeps the good rows of a file in which some are in another encoding, and writes the
// others as they were.
func TestMixed(t *testing.T) {
	folder := t.TempDir()
	bad := "\x97\xe1\x8e\xa6,2024-09-10,7億円" // 例示 in Shift_JIS
	in := write(t, "mixed.csv", "会社名,申込日,売上高\nあ,2024-09-10,7億円\n"+bad+"\nい,2024-09-10,5億円\n")
	out, _ := outputs(t, 0, "-in", in, "-out", filepath.Join(folder, "out.csv"), "-bad", filepath.Join(folder, "rest.csv"))
	if !strings.HasPrefix(out, "3行\n概算保険料 2名 合計 176万4,000円\n") || !strings.HasSuffix(out, "読み取れない行 1行\n") {
		t.Error(out)
	}
	if rest := contents(t, filepath.Join(folder, "rest.csv")); rest != "行,項目,理由,会社名,申込日,売上高\n3,会社名,文字コードUTF-8の文字でないものがあります。,"+bad+"\n" {
		t.Errorf("%q", rest)
	}
	if all := names(t, folder); len(all) != 2 {
		t.Error(all)
	}
}

// TestNotWritable leaves nothing in a folder into which nothing can be written.
func TestNotWritable(t *testing.T) {
	_, log := outputs(t, 1, "-out", filepath.Join(t.TempDir(), "none", "out.csv"))
	if !strings.HasPrefix(log, "portfolio: output: ") || !strings.Contains(log, "/none/out.csv: ") || strings.Count(log, "\n") != 1 {
		t.Error(log)
	}
	_, log = outputs(t, 1, "-generate", "3", "-out", t.TempDir())
	if !strings.HasSuffix(log, " is no file\n") {
		t.Error(log)
	}
	cases.Program(program).Breaks(t, "portfolio: output")
}

// TestOldBadRows removes the bad rows of an earlier run once there are none.
func TestOldBadRows(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "out.csv")
	outputs(t, 0, "-out", out)
	if all := names(t, folder); len(all) != 2 {
		t.Fatal(all)
	}
	outputs(t, 0, "-in", write(t, "in.csv", "申込日,売上高\n2024-09-10,7億円\n"), "-out", out)
	if all := names(t, folder); len(all) != 1 {
		t.Error(all)
	}
	bad := filepath.Join(folder, "rest.csv")
	if outputs(t, 0, "-bad", bad); len(names(t, folder)) != 2 || !strings.Contains(contents(t, bad), "24-0009") {
		t.Error(names(t, folder))
	}
}

// TestOneFile refuses to write in the place of another file of the run, by whatever name, and
// never removes a file that was named.
func TestOneFile(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	const header = "申込日,売上高\n"
	for name, text := range map[string]string{"in.csv": header + "2024-09-10,7億円\n", "in.bad.csv": header + "2024-09-10,5億円\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string]string{
		"-in in.csv -out ./in.csv":                           "-in and -out name one file: ./in.csv",
		"-in in.csv -out out.csv -bad " + folder + "/in.csv": "-in and -bad name one file: " + folder + "/in.csv",
		"-in in.bad.csv -out in.csv":                         "-in and -bad name one file: in.bad.csv",
		"-in in.csv -plot in.csv":                            "-in and -plot name one file: in.csv",
		"-out a.csv -bad ./a.csv":                            "-out and -bad name one file: ./a.csv",
	} {
		if _, log := outputs(t, 2, strings.Fields(args)...); log != "portfolio: "+want+"\n" {
			t.Errorf("%s: %s", args, log)
		}
	}
	outputs(t, 0, strings.Fields("-in in.csv -out out.csv -bad rest.csv")...)
	if got, want := contents(t, "rest.csv"), "行,項目,理由,"+header; got != want {
		t.Errorf("%q", got)
	}
	if all := names(t, folder); len(all) != 4 {
		t.Error(all)
	}
}

// TestFiscalYear reads the year in which a fiscal year ends, and asks for it where a text can
// mean another one.
func TestFiscalYear(t *testing.T) {
	for s, want := range map[string]int{
		"2024": 2024, "２０２４": 2024, "2024年": 2024, "2024年3月期": 2024, "令和6年": 2024, "令和6年3月期": 2024,
		"2024年度": 0, "令和5年度": 0, "24": 0, "2024-03": 0, "": 0, "年": 0,
	} {
		if got, err := parseYear(s); got != want || (err == nil) != (want > 0) {
			t.Errorf("%s: %d, %v", s, got, err)
		}
	}
}

// TestInterrupted leaves the file that was there, and nothing else.
func TestInterrupted(t *testing.T) {
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in.csv"), filepath.Join(folder, "out.csv")
	outputs(t, 0, "-generate", "1000", "-out", in)
	if err := os.WriteFile(out, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	for args, want := range map[string]string{
		"-in " + in + " -out " + out: "interrupted; no file was written", "-in " + in + " -simulate 1000": "interrupted",
		"-in " + in + " -claims -": "interrupted", "-generate 100000 -out " + out: "interrupted; no file was written",
	} {
		stderr.Reset()
		if code := run(ctx, strings.Fields(args), &stdout, &stderr); code != 1 || stderr.String() != "portfolio: "+want+"\n" {
			t.Errorf("%s: %d, %s", args, code, &stderr)
		}
	}
	if all := names(t, folder); len(all) != 2 || contents(t, out) != "before" || stdout.Len() > 0 {
		t.Errorf("%v, %s", all, &stdout)
	}
}

// TestTotal adds amounts up to the largest, and above it.
func TestTotal(t *testing.T) {
	sum := total(yen.Max - 1)
	for _, want := range []string{"1,000兆円", "1,000兆円超", "1,000兆円超"} {
		sum.add(1)
		if got := sum.text(language.Japanese); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for range 20_000 {
		sum.add(total(yen.Max))
	}
	if got, want := sum.text(language.English), "over ¥1,000,000,000,000,000"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
