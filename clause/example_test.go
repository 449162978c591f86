// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"encoding/json"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Damages of 1億7,000万円 meet a deductible and a limit. Every line says what
// it did to the total, and under which clause.
func Example() {
	sheet := clause.NewSheet("お支払額", "Payment").
		Add("LIA-01", 17_000*yen.Man, "損害賠償金", "Damages").
		Add("LIM-01", 16_900*yen.Man, "免責金額", "Deductible").
		Add("LIM-02", 1*yen.Oku, "支払限度額", "Limit per claim").
		Note("GEN-01", "約款が優先します", "The policy conditions prevail")

	fmt.Print(sheet.Text(language.English))
	fmt.Println()
	fmt.Print(sheet.Text(language.Japanese))
	// Output:
	// Payment
	// Clause  Item                    Change         Total
	// LIA-01  Damages          +¥170,000,000  ¥170,000,000
	// LIM-01  Deductible         -¥1,000,000  ¥169,000,000
	// LIM-02  Limit per claim   -¥69,000,000  ¥100,000,000
	// GEN-01  The policy conditions prevail
	//
	// お支払額
	// 条項    内容                  増減             計
	// LIA-01  損害賠償金  +170,000,000円  170,000,000円
	// LIM-01  免責金額      -1,000,000円  169,000,000円
	// LIM-02  支払限度額   -69,000,000円  100,000,000円
	// GEN-01  約款が優先します
}

func ExampleClause() {
	c := clause.Clause{ID: "EXC-01", JA: "故意", EN: "wilful act", Source: "保険金をお支払いしない主な場合"}
	fmt.Println(c)
	fmt.Println(c.ID, c.Text(language.Japanese), c.Source)
	// Output:
	// EXC-01 wilful act
	// EXC-01 故意 保険金をお支払いしない主な場合
}

func ExampleNewSheet() {
	sheet := clause.NewSheet("保険料", "Premium")
	fmt.Println(sheet.Title(language.English), sheet.Total())
	// Output: Premium 0円
}

// A sheet is a value: what is added makes another sheet.
func ExampleSheet_Add() {
	annual := clause.NewSheet("保険料", "Premium").Add("PRE-01", 109*yen.Man, "年間保険料", "Annual premium")
	joined := annual.Add("PRE-02", 999_170, "11か月", "11 months")
	fmt.Println(annual.Total(), joined.Total())
	// Output: 109万円 99万9,170円
}

func ExampleSheet_Note() {
	sheet := clause.NewSheet("保険料", "Premium").Note("PRE-03", "概算", "An indication")
	for n := range sheet.Notes() {
		fmt.Println(n.Clause, n.Text(language.Japanese))
	}
	// Output: PRE-03 概算
}

func ExampleSheet_Lines() {
	sheet := clause.NewSheet("保険料", "Premium").
		Add("PRE-01", 109*yen.Man, "年間保険料", "Annual premium").
		Add("PRE-02", 999_170, "11か月", "11 months")
	for l := range sheet.Lines() {
		fmt.Println(l.Text(language.English), l.Change, l.Total)
	}
	// Output:
	// Annual premium 109万円 109万円
	// 11 months -9万830円 99万9,170円
}

func ExampleSheet_Markdown() {
	sheet := clause.NewSheet("保険料", "Premium").
		Add("PRE-01", 109*yen.Man, "年間保険料", "Annual premium").
		Note("PRE-03", "概算", "An indication")
	fmt.Print(sheet.Markdown(language.English))
	// Output:
	// ### Premium
	//
	// | Clause | Item | Change | Total |
	// |---|---|---:|---:|
	// | PRE-01 | Annual premium | +¥1,090,000 | ¥1,090,000 |
	//
	// - PRE-03 An indication
}

func ExampleSheet_MarshalJSON() {
	sheet := clause.NewSheet("保険料", "Premium").Add("PRE-01", 109*yen.Man, "年間保険料", "Annual premium")
	b, err := json.MarshalIndent(sheet, "", "  ")
	fmt.Println(string(b), err)
	// Output:
	// {
	//   "title": {
	//     "ja": "保険料",
	//     "en": "Premium"
	//   },
	//   "lines": [
	//     {
	//       "clause": "PRE-01",
	//       "ja": "年間保険料",
	//       "en": "Annual premium",
	//       "change": 1090000,
	//       "total": 1090000
	//     }
	//   ],
	//   "total": 1090000,
	//   "notes": []
	// } <nil>
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
		Add("PRM-02", 152*yen.Man, "年間保険料", "annual premium").
		Add("PRM-14", 114*yen.Man, "月割 9/12", "monthly pro-rata 9/12")
	for line := range sheet.Lines() {
		fmt.Println(line.Clause, line.Text(language.English), line.Change, line.Total)
	}
	// Output:
	// PRM-02 annual premium 152万円 152万円
	// PRM-14 monthly pro-rata 9/12 -38万円 114万円
}

func ExampleNote() {
	sheet := clause.NewSheet("計算書", "Worksheet").Note("PRM-17", "概算です。", "An indication.")
	for note := range sheet.Notes() {
		fmt.Println(note.Clause, note.Text(language.English))
	}
	// Output:
	// PRM-17 An indication.
}
