// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/yen"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func Example() {
	run([]string{"-sales", "7億円", "-applied", "2024-09-10"}, os.Stdout, os.Stderr)
	// Output:
	// JISA 2024  申込日 2024年9月10日（中途加入、9か月）
	// 保険期間  2024年10月1日 00:00から2025年7月1日 16:00まで
	// 売上高    7億円
	// 保険料    94万6,500円（概算）
	//
	// 概算保険料計算書
	// 条項    内容                                 増減           計
	// PRM-01  年間保険料 売上高5億円       +1,090,000円  1,090,000円
	// PRM-12  補間 2億円 x 43万円 / 5億円    +172,000円  1,262,000円
	// PRM-12  10円未満四捨五入                      0円  1,262,000円
	// PRM-14  月割 9/12                      -315,500円    946,500円
	// PRM-14  10円未満四捨五入                      0円    946,500円
	// PRM-12  売上高5億円と10億円の2行の間を補間した額です。
	// PRM-15  売上高は直近の確定した会計年度のIT業務の売上高です。
	// PRM-12  行と行の間の保険料は資料に定めがなく、読み方A26によります。
	// PRM-14  中途加入の保険料は資料に定めがなく、読み方A27によります。
	// PRM-15  期間中の売上高の増減による精算は、原則ありません。
	// PRM-17  標準設定による概算であり、見積書ではありません。
	// PRM-17  補償とその期間は、加入依頼書の提出と保険料の払込みを前提とします。
}

func Example_english() {
	run(strings.Fields("-sales 500,020,014円 -applied 2024-11-30 -discount 10% -lang en"), os.Stdout, os.Stderr)
	// Output:
	// JISA 2024, applied on 30 November 2024 (joined mid-term, months: 7)
	// Period:   from 1 December 2024 00:00 to 1 July 2025 16:00 (JST)
	// Sales:    ¥500,020,014
	// Premium:  ¥572,260 (indicative)
	//
	// Indicative premium worksheet
	// Clause  Item                                                  Change       Total
	// PRM-01  annual premium, sales ¥500,000,000               +¥1,090,000  ¥1,090,000
	// PRM-12  interpolated: ¥20,014 x ¥430,000 / ¥500,000,000         +¥17  ¥1,090,017
	// PRM-12  rounded half up to ¥10                                   +¥3  ¥1,090,020
	// PRM-13  risk-assessment discount 10%                       -¥109,002    ¥981,018
	// PRM-13  rounded half up to ¥10                                   +¥2    ¥981,020
	// PRM-14  monthly pro-rata 7/12                              -¥408,759    ¥572,261
	// PRM-14  rounded half up to ¥10                                   -¥1    ¥572,260
	// PRM-12  Interpolated between the rows of ¥500,000,000 and ¥1,000,000,000.
	// PRM-15  Sales are those of IT services in the latest confirmed fiscal year.
	// PRM-12  The source prints no premium between two rows: reading A26.
	// PRM-13  The insurer sets the rate of the discount. The source does not say how it is rounded.
	// PRM-14  The source does not say what a mid-term joiner pays: reading A27.
	// PRM-15  In principle the premium is not adjusted to the sales of the period.
	// PRM-17  An indication for the standard setting, not a quotation that binds.
	// PRM-17  Cover and its dates depend on the enrolment form and the payment.
}

func TestProrata(t *testing.T) {
	for prorata, want := range map[string]yen.Amount{
		"monthly": 817_500, "daily": 815_260, "short-rate": 926_500, "annual": 1_090_000,
	} {
		var out, errs bytes.Buffer
		if code := run([]string{"-sales", "5億円", "-prorata", prorata, "-json"}, &out, &errs); code != 0 || errs.Len() > 0 {
			t.Fatalf("%s: %d, %s", prorata, code, errs.String())
		}
		var got struct {
			Quote struct {
				Total      yen.Amount
				Indicative bool
			}
			Sheet struct{ Total yen.Amount }
		}
		if err := json.Unmarshal(out.Bytes(), &got); err != nil || got.Quote.Total != want || got.Sheet.Total != want || !got.Quote.Indicative {
			t.Errorf("%s: got %+v, %v; want %v", prorata, got, err, want)
		}
	}
}

// TestRefused demands one clear line on standard error, nothing else, and the
// exit code 2.
func TestRefused(t *testing.T) {
	for args, want := range map[string]string{
		"-applied 2024-05-01":            "2024年5月7日",
		"-applied 2024-05-01 -lang en":   "opens on 7 May 2024",
		"-applied 2025-06-10 -lang en":   "31 May 2025",
		"-applied 2025-07-15 -lang en":   "This edition ended on 1 July 2025",
		"-sales 4億9,999万9,999円 -lang en": "below ¥500,000,000",
		"-sales 100億1円":                  "代理店",
		"-sales 1.5億":                    "invalid syntax",
		"-sales -5億":                     "out of range",
		"-applied 2024-02-30":            "no such date",
		"-discount 101%":                 "out of bounds",
		"-prorata weekly":                "monthly",
		"-lang fr":                       "ja or en",
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
	var errs bytes.Buffer
	for _, args := range [][]string{nil, {"-json"}} {
		if code := run(args, closed{}, &errs); code != 1 {
			t.Errorf("%v: %d", args, code)
		}
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, os.ErrClosed }
