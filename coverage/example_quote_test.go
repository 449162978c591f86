// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// The standard setting, which the tariff prices, is shown beside the premium.
func ExampleQuote_Settings() {
	scheme, err := jisa2024.New()
	if err != nil {
		log.Fatal(err)
	}
	q, err := scheme.Quote(coverage.Application{
		Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: 10 * yen.Oku}, Options: scheme.Standard(),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Premium.Total.Text(language.English))
	for _, s := range q.Settings() {
		fmt.Println(s.Text(language.English), s.Clauses)
	}
	// Output:
	// ¥1,520,000
	// Liability limit (per claim and aggregate): ¥100,000,000 [LIM-02 LIM-03]
	// Liability deductible: ¥1,000,000 [LIM-01]
	// Incident response costs sublimits (per incident and aggregate, set for each head of loss, no deductible): ¥5,000,000 to ¥100,000,000 [LIM-07 LIM-08 LIM-09 LIM-10 LIM-11 LIM-12 LIM-14]
	// Litigation response costs limit (per claim and aggregate, no deductible): ¥10,000,000 [LIM-13]
}

func ExampleSetting() {
	s := coverage.Setting{JA: "事故対応費用の支払限度額", EN: "incident response costs limit", Least: 500 * yen.Man, Most: 1 * yen.Oku}
	fmt.Println(s.Text(language.Japanese))
	fmt.Println(s.Text(language.English))
	// Output:
	// 事故対応費用の支払限度額：500万円から1億円まで
	// Incident response costs limit: ¥5,000,000 to ¥100,000,000
}

// A mid-term joiner with sales between two rows, no deductible and an old fiscal
// year: what the agent is asked, what is to be checked, and what is missing.
func ExampleQuote_Readings() {
	scheme, err := jisa2024.New()
	if err != nil {
		log.Fatal(err)
	}
	a := coverage.Application{
		Applied: period.MustParseDate("2024-09-10"), Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2022}, Options: scheme.Standard(),
		Business: "IT", Security: "CISO", Legal: "counsel", Losses: "none",
	}
	q, err := scheme.Quote(a)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Premium.Total)
	for _, n := range q.Notes {
		fmt.Println(n.Clause, n.Text(language.Japanese))
	}
	fmt.Println(q.MissingText(language.Japanese))
	for _, r := range q.Readings() {
		fmt.Println(r.ID, r.EN)
	}
	a.Options[jisa2024.LiabilityDeductible] = option.Yen(0)
	q, err = scheme.Quote(a)
	for _, r := range q.Referrals {
		fmt.Println(r.Clause, r.Text(language.Japanese), err)
	}
	// Output:
	// 94万6,500円
	// PRM-15 ご申告の売上高は2022年に終了した会計年度のものです。お申込日（2024年9月10日）には、より新しい会計年度の売上高が確定していると考えられます。直近の確定した会計年度の売上高をご申告ください。
	// お見積もり依頼書に未記入の項目があります：認証の取得状況
	// A8 date of the application
	// A23 sales basis
	// A24 nature of the premium table
	// A26 premium between two rows
	// A27 premium of a mid-term joiner
	// LIM-01 賠償責任の免責金額0円は、標準的な設定（100万円）と異なります。保険料は、取扱代理店にご確認ください。 <nil>
}
