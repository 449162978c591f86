// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func Example() {
	run(strings.Fields("-sales 7億円 -applied 2024-09-10 -basis it-services -fiscal-year 2023"), os.Stdout, os.Stderr)
	// Output:
	// JISA情報サービス業者賠償責任保険 2024年度版
	// 申込日 2024年9月10日（中途加入、9か月）
	//
	// 【概算保険料】 946,500円
	//   保険期間      2024年10月1日午前0時から2025年7月1日午後4時まで
	//   売上高        7億円（IT業務、2023年に終了する会計年度）
	//   標準的な設定  賠償責任の支払限度額 1億円、免責金額 100万円、訴訟対応費用の支払限度額 1,000万円
	//
	//   計算                                                 金額       差引計  条項
	//   年間保険料 売上高5億円                        1,090,000円  1,090,000円  PRM-01
	//   売上高5億円と10億円の間の比例計算（2億円分）    172,000円  1,262,000円  PRM-12
	//   月割 9/12か月                                  -315,500円    946,500円  PRM-14
	//   ------------------------------------------------------------------------------
	//   概算保険料                                                   946,500円  PRM-17
	//
	// 計算の前提
	//   リスク評価割引の指定がないため、割引なしとしています。
	//   中途加入の保険料の計算方法の指定がないため、月割としています（解釈A27）。
	//   支払限度額と免責金額は、標準的な設定としています。
	//
	// お知らせ
	//   PRM-15  保険料は、直近の確定した会計年度のIT業務の売上高に基づいて算出しています。
	//   PRM-12  表の行の間の保険料はパンフレットに定めがないため、比例計算しています（解釈A26）。
	//   PRM-14  中途加入の保険料の計算方法は、パンフレットに定めがありません（解釈A27）。
	//   PRM-15  保険期間中の売上高による精算は、原則として行いません。
	//   PRM-17  標準的な設定による概算保険料です。正式なお見積もりは取扱代理店にご依頼ください。
	//   PRM-17  補償と保険期間は、加入依頼書の提出と保険料の払込みを前提とします。
}

func Example_english() {
	run(strings.Fields("-sales 500,020,014円 -applied 2024-11-30 -discount 10% -lang en"), os.Stdout, os.Stderr)
	// Output:
	// JISA IT liability scheme, 2024 edition
	// Applied on 30 November 2024 (joined mid-term, 7 months)
	//
	// INDICATIVE PREMIUM: ¥572,260
	//   Policy period     1 December 2024 00:00 to 1 July 2025 16:00
	//   Sales             ¥500,020,014 (IT services)
	//   Standard setting  liability limit ¥100,000,000, deductible ¥1,000,000, litigation response limit ¥10,000,000
	//
	//   Calculation                                              Amount  Running total  Clause
	//   Annual premium, sales ¥500,000,000                   ¥1,090,000     ¥1,090,000  PRM-01
	//   Interpolated for ¥20,014 above the ¥500,000,000 row         ¥17     ¥1,090,017  PRM-12
	//   Rounded half up to ¥10                                       ¥3     ¥1,090,020  PRM-12
	//   Risk-assessment discount 10%                          -¥109,002       ¥981,018  PRM-13
	//   Rounded half up to ¥10                                       ¥2       ¥981,020  PRM-13
	//   Pro rata by month 7/12                                -¥408,759       ¥572,261  PRM-14
	//   Rounded half up to ¥10                                      -¥1       ¥572,260  PRM-14
	//   --------------------------------------------------------------------------------------
	//   Indicative premium                                                    ¥572,260  PRM-17
	//
	// Basis
	//   The kind of sales is not given; the sales are taken to be those of IT services (reading A23).
	//   The fiscal year is not given; it is taken to be the latest confirmed fiscal year.
	//   The premium of a mid-term joiner is not specified; it is charged pro rata by month (reading A27).
	//   The limits and the deductible are those of the standard setting.
	//
	// Notes
	//   PRM-15  The premium is based on the IT services sales of the latest confirmed fiscal year.
	//   PRM-12  The brochure gives no premium between two rows; the amount is interpolated (reading A26).
	//   PRM-13  The insurer sets the discount rate. The brochure gives no rounding for it.
	//   PRM-14  The brochure does not state how the premium of a mid-term joiner is computed (reading A27).
	//   PRM-15  In principle, the premium is not adjusted to the sales during the policy period.
	//   PRM-17  Indicative premium for the standard setting. Ask the agent for a quotation.
	//   PRM-17  Cover and the policy period depend on the enrolment form and the payment of the premium.
}

// TestGolden holds what the command prints to files, with the exit code.
func TestGolden(t *testing.T) {
	for file, c := range map[string]struct {
		args string
		code int
	}{
		"default.ja.txt":       {"", 0},
		"default.en.txt":       {"-lang en", 0},
		"default.json":         {"-json", 0},
		"everything.ja.txt":    {"-sales 5億円 -basis total -fiscal-year 2024 -applied 2024-06-14 -discount 5% -prorata daily", 0},
		"everything.json":      {"-sales 5億円 -basis total -fiscal-year 2024 -applied 2024-06-14 -discount 5% -prorata daily -json", 0},
		"after-window.ja.txt":  {"-sales 100億円 -applied 2024-06-15", 0},
		"last-month.en.txt":    {"-sales 5億円 -applied 2025-05-31 -lang en", 0},
		"old-accounts.ja.txt":  {"-sales 5億円 -applied 2024-09-10 -fiscal-year 2022", 0},
		"old-accounts.json":    {"-sales 5億円 -applied 2024-09-10 -fiscal-year 2022 -json", 0},
		"refused-early.json":   {"-applied 2024-05-06 -json", 2},
		"refused-late.json":    {"-sales 5億円 -applied 2025-06-01 -json -lang en", 2},
		"refused-ended.json":   {"-sales 5億円 -applied 2025-07-01 -json", 2},
		"referred-below.json":  {"-sales 4億9,999万9,999円 -applied 2024-06-03 -json", 2},
		"referred-above.json":  {"-sales 100億1円 -json", 2},
		"referred-above.txt":   {"-sales 100億1円 -lang en", 2},
		"referred-none.json":   {"-sales 0円 -applied 2024-06-03 -basis it-services -fiscal-year 2024 -json", 2},
		"referred-none.ja.txt": {"-sales 0円 -applied 2024-06-03", 2},
	} {
		var out, errs bytes.Buffer
		code := run(strings.Fields(c.args), &out, &errs)
		if code != c.code {
			t.Errorf("%s: exit code %d, want %d", file, code, c.code)
		}
		if out.Len() > 0 && errs.Len() > 0 || strings.HasSuffix(file, ".json") && errs.Len() > 0 {
			t.Errorf("%s: %q on standard error", file, errs.String())
		}
		cases.Golden(t, filepath.Join("testdata", file), out.String()+errs.String())
	}
}

// An output is the part of the JSON that a script looks at.
type output struct {
	Applied    string
	Membership *struct{ Period string }
	Quote      *struct {
		Total      yen.Amount
		Indicative bool
	}
	Sheet *struct {
		Total   yen.Amount
		Closing struct{ Total yen.Amount }
	}
	Setting           *struct{ Liability, Deductible, Litigation yen.Amount }
	Refusal, Referral *struct {
		Code, Clause, Bound, JA, EN string
	}
	Assumed, Warnings []struct{ Code, JA, EN string }
}

func jsonOf(t *testing.T, args string) (output, int) {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(append(strings.Fields(args), "-json"), &out, &errs)
	var got output
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || errs.Len() > 0 {
		t.Fatalf("%s: %v, %s", args, err, errs.String())
	}
	return got, code
}

func TestProrata(t *testing.T) {
	for prorata, want := range map[string]yen.Amount{
		"monthly": 817_500, "daily": 815_260, "short-rate": 926_500, "annual": 1_090_000,
	} {
		got, code := jsonOf(t, "-sales 5億円 -prorata "+prorata)
		if code != 0 || got.Quote.Total != want || got.Sheet.Total != want || got.Sheet.Closing.Total != want || !got.Quote.Indicative {
			t.Errorf("%s: got %+v; want %v", prorata, got, want)
		}
		if s := got.Setting; s.Liability != yen.Oku || s.Deductible != 100*yen.Man || s.Litigation != 1_000*yen.Man {
			t.Errorf("%s: the standard setting is %+v", prorata, s)
		}
	}
}

// TestAssumed demands one remark in both languages, and one line, for each flag
// that matters and is not given, and none for one that is given.
func TestAssumed(t *testing.T) {
	for args, want := range map[string]string{
		"":                    "applied sales basis fiscal-year discount prorata setting",
		"-applied 2024-09-10": "sales basis fiscal-year discount prorata setting",
		"-applied 2024-06-03": "sales basis fiscal-year discount setting", // nothing to charge pro rata
		"-sales 7億円":          "applied basis fiscal-year discount prorata setting",
		"-basis it-services":  "applied sales fiscal-year discount prorata setting",
		"-fiscal-year 2023":   "applied sales basis discount prorata setting",
		"-discount 0%":        "applied sales basis fiscal-year prorata setting",
		"-prorata monthly":    "applied sales basis fiscal-year discount setting",
		"-sales 100億1円":       "applied basis fiscal-year",
		"-applied 2024-05-01": "",
		"-applied 2024-06-03 -sales 7億円 -basis total -fiscal-year 2024 -discount 5%": "setting",
	} {
		got, code := jsonOf(t, args)
		var codes []string
		for _, r := range got.Assumed {
			codes = append(codes, r.Code)
		}
		if strings.Join(codes, " ") != want {
			t.Errorf("%s: got %v, want %s", args, codes, want)
		}
		if code != 0 {
			continue
		}
		for _, lang := range []string{"ja", "en"} {
			var out bytes.Buffer
			run(append(strings.Fields(args), "-lang", lang), &out, &out)
			lines := strings.Split(out.String(), "\n")
			for _, r := range got.Assumed {
				text := map[string]string{"ja": r.JA, "en": r.EN}[lang]
				if text == "" || !slices.Contains(lines, "  "+text) {
					t.Errorf("%s: %q is not a line of\n%s", args, text, out.String())
				}
			}
		}
	}
}

// TestFiscalYear demands a warning for a fiscal year that cannot be the latest
// confirmed one.
func TestFiscalYear(t *testing.T) {
	for args, want := range map[string]bool{
		"":                                      false,
		"-fiscal-year 2024":                     false,
		"-fiscal-year 2023":                     false,
		"-fiscal-year 2022":                     true,
		"-fiscal-year 2025":                     true,
		"-fiscal-year 2023 -applied 2025-03-31": false,
		"-fiscal-year 2023 -applied 2025-04-01": true,
		"-fiscal-year 2022 -applied 2024-05-01": true, // refused as well
		"-fiscal-year 2022 -sales 1円":           true, // referred as well
	} {
		got, _ := jsonOf(t, args)
		if len(got.Warnings) > 0 != want {
			t.Errorf("%s: got %v", args, got.Warnings)
		}
		for _, w := range got.Warnings {
			if w.Code != "fiscal-year" || w.JA == "" || w.EN == "" {
				t.Errorf("%s: got %+v", args, w)
			}
		}
	}
}

// TestNoPremium demands of JSON a stable code, the clause, the date to tell and
// the texts that are printed without JSON, and the same exit code.
func TestNoPremium(t *testing.T) {
	for args, want := range map[string]struct{ code, clause, bound string }{
		"-applied 2024-05-06":    {"not-open", "PER-02", "2024-05-07"},
		"-applied 2025-06-01":    {"too-late", "PER-03", "2025-05-31"},
		"-applied 2025-06-30":    {"too-late", "PER-03", "2025-05-31"},
		"-applied 2025-07-01":    {"ended", "PER-01", "2025-07-01"},
		"-sales 0円":              {"not-stated", "PRM-15", ""},
		"-sales 1円":              {"below", "PRM-01", "5億円"},
		"-sales 499,999,999円":    {"below", "PRM-01", "5億円"},
		"-sales 10,000,000,001円": {"above", "PRM-11", "100億円"},
	} {
		got, code := jsonOf(t, args)
		r := got.Refusal
		if strings.HasPrefix(args, "-sales") {
			r = got.Referral
			if got.Refusal != nil || got.Membership == nil || got.Membership.Period == "" {
				t.Errorf("%s: got %+v", args, got)
			}
		} else if got.Referral != nil || got.Membership != nil {
			t.Errorf("%s: got %+v", args, got)
		}
		if code != 2 || r == nil || r.Code != want.code || r.Clause != want.clause || r.Bound != want.bound ||
			got.Quote != nil || got.Sheet != nil || got.Setting != nil {
			t.Errorf("%s: %d, got %+v, %+v; want %+v", args, code, got, r, want)
			continue
		}
		for lang, text := range map[string]string{"ja": r.JA, "en": r.EN} {
			var out, errs bytes.Buffer
			code := run(append(strings.Fields(args), "-lang", lang), &out, &errs)
			if code != 2 || out.Len() > 0 || errs.String() != "quote: "+text+"\n" {
				t.Errorf("%s: %d, %q, %q; want %q", args, code, out.String(), errs.String(), text)
			}
		}
	}
}

// TestRefused demands one clear line on standard error, nothing else, and the
// exit code 2; for invalid input also with -json.
func TestRefused(t *testing.T) {
	for args, want := range map[string]string{
		"-applied 2024-05-01":            "2024年5月7日",
		"-applied 2024-05-01 -lang en":   "opens on 7 May 2024",
		"-applied 2025-06-10 -lang en":   "31 May 2025. You can join the next scheme year.",
		"-applied 2025-07-15 -lang en":   "This scheme year ended on 1 July 2025",
		"-sales 4億9,999万9,999円 -lang en": "below ¥500,000,000",
		"-sales 100億1円":                  "取扱代理店",
		"-sales 0円 -lang en":             "Sales are not stated.",
		"-sales 1,5億 -json":              "invalid syntax",
		"-sales -5億 -json":               "out of range",
		"-applied 2024-02-30 -json":      "no such date",
		"-discount 101% -json":           "out of range (0-100%)",
		"-prorata weekly":                "must be monthly, daily, short-rate or annual",
		"-basis all":                     "must be it-services or total",
		"-fiscal-year 0":                 "must be a year from 1 to 9999",
		"-fiscal-year 10000":             "must be a year from 1 to 9999",
		"-fiscal-year FY23":              "must be a year from 1 to 9999",
		"-lang fr":                       "must be ja or en",
		"-colour":                        "-colour",
		"7億円":                            "unexpected argument",
	} {
		var out, errs bytes.Buffer
		code := run(strings.Fields(args), &out, &errs)
		line := errs.String()
		if code != 2 || out.Len() > 0 || strings.Count(line, "\n") != 1 || !strings.HasPrefix(line, "quote: ") || !strings.Contains(line, want) {
			t.Errorf("%s: %d, %q, %q", args, code, out.String(), line)
		}
	}
}

func TestHelp(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"-h"}, &out, &errs); code != 0 || errs.Len() > 0 || !strings.Contains(out.String(), "-prorata") {
		t.Errorf("%d, %q, %q", code, out.String(), errs.String())
	}
}

func TestWriteFails(t *testing.T) {
	for _, args := range []string{"", "-json", "-json -applied 2024-05-01", "-json -sales 0円"} {
		var errs bytes.Buffer
		if code := run(strings.Fields(args), closed{}, &errs); code != 1 || errs.Len() == 0 {
			t.Errorf("%s: %d, %q", args, code, errs.String())
		}
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, os.ErrClosed }
