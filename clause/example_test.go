// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Damages of 1億7,000万円 meet a deductible and a limit. Every line has its
// clause, and the lines add up to the amount payable.
func Example() {
	sheet := clause.NewSheet("お支払額計算書", "Claim worksheet").
		Add("PAY-01", 17_000*yen.Man, "法律上の損害賠償金 請求額", "Damages: amount claimed").
		Add("LIM-01", 16_900*yen.Man, "免責金額", "Deductible").
		Add("LIM-02", 1*yen.Oku, "支払限度額（1請求 100,000,000円）を超える額", "Above the per-claim limit of ¥100,000,000").
		Close("", "お支払額（見込み）", "Payable")

	fmt.Print(sheet.Table(language.English, "Calculation"))
	fmt.Println()
	fmt.Print(sheet.Table(language.Japanese, "計算"))
	// Output:
	// Calculation                                      Amount  Running total  Clause
	// Damages: amount claimed                    ¥170,000,000   ¥170,000,000  PAY-01
	// Deductible                                  -¥1,000,000   ¥169,000,000  LIM-01
	// Above the per-claim limit of ¥100,000,000  -¥69,000,000   ¥100,000,000  LIM-02
	// ------------------------------------------------------------------------------
	// Payable                                                   ¥100,000,000
	//
	// 計算                                                  金額         差引計  条項
	// 法律上の損害賠償金 請求額                    170,000,000円  170,000,000円  PAY-01
	// 免責金額                                      -1,000,000円  169,000,000円  LIM-01
	// 支払限度額（1請求 100,000,000円）を超える額  -69,000,000円  100,000,000円  LIM-02
	// ---------------------------------------------------------------------------------
	// お支払額（見込み）                                          100,000,000円
}

func ExampleClause() {
	c := clause.Clause{ID: "EXC-01", JA: "故意", EN: "intentional act", Source: "保険金をお支払いしない主な場合"}
	fmt.Println(c)
	fmt.Println(c.ID, c.Text(language.Japanese), c.Source)
	// Output:
	// EXC-01 intentional act
	// EXC-01 故意 保険金をお支払いしない主な場合
}

func ExampleNewSheet() {
	sheet := clause.NewSheet("保険料", "Premium")
	fmt.Println(sheet.Title(language.English), sheet.Total())
	// Output: Premium 0円
}

// A sheet is a value: Add returns another sheet. A total that stays the same
// adds no line.
func ExampleSheet_Add() {
	annual := clause.NewSheet("保険料", "Premium").Add("PRM-01", 109*yen.Man, "年間保険料", "Annual premium")
	joined := annual.Add("PRM-14", 999_170, "月割 11/12か月", "Pro rata by month 11/12")
	same := joined.Add("PRM-14", 999_170, "10円未満四捨五入", "Rounded half up to ¥10")
	fmt.Println(annual.Total(), joined.Total(), len(slices.Collect(same.Lines())))
	// Output: 109万円 99万9,170円 2
}

// The closing line names and repeats the total.
func ExampleSheet_Close() {
	sheet := clause.NewSheet("計算", "Calculation").
		Add("PRM-01", 109*yen.Man, "年間保険料", "Annual premium").
		Close("PRM-17", "概算保険料", "Indicative premium")
	fmt.Println(sheet.Closing().Text(language.English), sheet.Total())
	// Output: Indicative premium 109万円
}

// A report prints the lines in one block and the notes in another.
func ExampleSheet_Table() {
	sheet := clause.NewSheet("概算保険料計算書", "Indicative premium worksheet").
		Add("PRM-01", 109*yen.Man, "年間保険料", "Annual premium").
		Close("PRM-17", "概算保険料", "Indicative premium").
		Note("PRM-17", "標準的な設定による概算保険料です。", "Indicative premium for the standard setting.")
	fmt.Print(sheet.Table(language.English, "Calculation"))
	fmt.Println()
	fmt.Println("Notes")
	for n := range sheet.Notes() {
		fmt.Println("  " + n.Text(language.English))
	}
	// Output:
	// Calculation             Amount  Running total  Clause
	// Annual premium      ¥1,090,000     ¥1,090,000  PRM-01
	// -----------------------------------------------------
	// Indicative premium                 ¥1,090,000  PRM-17
	//
	// Notes
	//   Indicative premium for the standard setting.
}

func ExampleSheet_Text() {
	sheet := clause.NewSheet("概算保険料計算書", "Indicative premium worksheet").
		Add("PRM-01", 109*yen.Man, "年間保険料 売上高5億円", "Annual premium, sales ¥500,000,000").
		Add("PRM-14", 817_500, "月割 9/12か月", "Pro rata by month 9/12").
		Close("PRM-17", "概算保険料", "Indicative premium").
		Note("PRM-17", "標準的な設定による概算保険料です。", "Indicative premium for the standard setting.")
	fmt.Print(sheet.Text(language.Japanese))
	// Output:
	// 概算保険料計算書
	// 内容                           金額       差引計  条項
	// 年間保険料 売上高5億円  1,090,000円  1,090,000円  PRM-01
	// 月割 9/12か月            -272,500円    817,500円  PRM-14
	// --------------------------------------------------------
	// 概算保険料                             817,500円  PRM-17
	//
	// PRM-17  標準的な設定による概算保険料です。
}

func ExampleSheet_Note() {
	sheet := clause.NewSheet("保険料", "Premium").Note("PRM-17", "概算です。", "The premium is indicative.")
	for n := range sheet.Notes() {
		fmt.Println(n.Clause, n.Text(language.Japanese))
	}
	// Output: PRM-17 概算です。
}

func ExampleSheet_Lines() {
	sheet := clause.NewSheet("保険料", "Premium").
		Add("PRM-01", 109*yen.Man, "年間保険料", "Annual premium").
		Add("PRM-14", 999_170, "月割 11/12か月", "Pro rata by month 11/12")
	for l := range sheet.Lines() {
		fmt.Println(l.Text(language.English), l.Change, l.Total)
	}
	// Output:
	// Annual premium 109万円 109万円
	// Pro rata by month 11/12 -9万830円 99万9,170円
}

func ExampleSheet_MarshalJSON() {
	sheet := clause.NewSheet("保険料", "Premium").
		Add("PRM-01", 109*yen.Man, "年間保険料", "Annual premium").
		Close("PRM-17", "概算保険料", "Indicative premium")
	b, err := json.MarshalIndent(sheet, "", "  ")
	fmt.Println(string(b), err)
	// Output:
	// {
	//   "v": 1,
	//   "title": {
	//     "ja": "保険料",
	//     "en": "Premium"
	//   },
	//   "lines": [
	//     {
	//       "clause": "PRM-01",
	//       "ja": "年間保険料",
	//       "en": "Annual premium",
	//       "change": 1090000,
	//       "total": 1090000
	//     }
	//   ],
	//   "total": 1090000,
	//   "closing": {
	//     "clause": "PRM-17",
	//     "ja": "概算保険料",
	//     "en": "Indicative premium",
	//     "total": 1090000
	//   },
	//   "notes": []
	// } <nil>
}

// A stored sheet reads back, if its lines still add up.
func ExampleSheet_UnmarshalJSON() {
	b, err := json.Marshal(clause.NewSheet("保険料", "Premium").
		Add("PRM-01", 109*yen.Man, "年間保険料", "Annual premium"))
	if err != nil {
		log.Fatal(err)
	}
	var stored clause.Sheet
	fmt.Println(json.Unmarshal(b, &stored), stored.Total())

	changed := bytes.Replace(b, []byte("1090000"), []byte("1090001"), 1)
	fmt.Println(json.Unmarshal(changed, &stored))
	// Output:
	// <nil> 109万円
	// clause.UnmarshalJSON: lines[0].change: "109万1円": contradicts other input (109万円)
}

func ExampleSheet_Err() {
	sheet := clause.NewSheet("保険料", "Premium").Add("PRM-01", 2*yen.Max, "年間保険料", "Annual premium")
	fmt.Println(sheet.Total(), sheet.Err())
	// Output: 0円 clause.Add: lines[0].total: "2,000兆円": out of range (±1,000兆円)
}

func ExampleID() {
	var none clause.ID
	id := clause.ID("PRM-14")
	fmt.Println(id, none == "")
	// Output:
	// PRM-14 true
}

func ExampleLine() {
	sheet := clause.NewSheet("計算書", "Worksheet").
		Add("PRM-02", 152*yen.Man, "年間保険料", "Annual premium").
		Add("PRM-14", 114*yen.Man, "月割 9/12か月", "Pro rata by month 9/12")
	for line := range sheet.Lines() {
		fmt.Println(line.Clause, line.Text(language.English), line.Change, line.Total)
	}
	// Output:
	// PRM-02 Annual premium 152万円 152万円
	// PRM-14 Pro rata by month 9/12 -38万円 114万円
}

func ExampleNote() {
	sheet := clause.NewSheet("計算書", "Worksheet").Note("PRM-17", "概算です。", "The premium is indicative.")
	for note := range sheet.Notes() {
		fmt.Println(note.Clause, note.Text(language.English))
	}
	// Output:
	// PRM-17 The premium is indicative.
}
