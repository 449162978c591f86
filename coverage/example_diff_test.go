// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"log"
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// edition returns the rules of the 2024 edition.
func edition() coverage.Rules {
	rules, err := jisa2024.Rules()
	if err != nil {
		log.Fatal(err)
	}
	return rules
}

// draft returns the rules of the 2024 edition with a dearer premium, half the deductible,
// which is stated in three rows, and one exclusion less.
func draft() coverage.Rules {
	rules := edition()
	for i, row := range rules.Tariff.Tables[0].Rows {
		if row.Clause == "PRM-04" {
			rules.Tariff.Tables[0].Rows[i].Annual = 300 * yen.Man
		}
	}
	for i, row := range rules.Options {
		if row.ID == jisa2024.LiabilityDeductible {
			rules.Options[i].Standard = option.Yen(50 * yen.Man)
			rules.Standard = rules.Standard.With(row.ID, option.Yen(50*yen.Man))
			rules.Settings[1].Least, rules.Settings[1].Most = 50*yen.Man, 50*yen.Man
		}
	}
	rules.Wording.Rules = slices.DeleteFunc(rules.Wording.Rules, func(r exclusions.Rule) bool { return r.Clause.ID == "EXC-12" })
	return rules
}

func ExampleDiff() {
	for _, c := range coverage.Diff(edition(), draft()) {
		fmt.Println(c.Text(language.English))
		fmt.Println(c.Text(language.Japanese))
	}
	// Output:
	// tariff.tables[PRM-00].rows[PRM-04].annual: ¥2,940,000 → ¥3,000,000 (PRM-04)
	// tariff.tables[PRM-00].rows[PRM-04].annual：294万円 → 300万円（PRM-04）
	// options[deductible].standard: ¥1,000,000 → ¥500,000 (LIM-01)
	// options[deductible].standard：100万円 → 50万円（LIM-01）
	// standard[deductible]: ¥1,000,000 → ¥500,000
	// standard[deductible]：100万円 → 50万円
	// settings[1].least: ¥1,000,000 → ¥500,000
	// settings[1].least：100万円 → 50万円
	// settings[1].most: ¥1,000,000 → ¥500,000
	// settings[1].most：100万円 → 50万円
	// wording.rules[EXC-12]: removed clause {id EXC-12, en errors in sales analysis, forecasting or financial analysis, source お支払いの対象とならない主な場合}, when sales-analysis or sales-forecast or financial-analysis (EXC-12)
	// wording.rules[EXC-12]：削除 clause {id EXC-12、ja 販売分析・販売予測・財務分析の過誤、source お支払いの対象とならない主な場合}、when sales-analysis または sales-forecast または financial-analysis（EXC-12）
}

// comparison returns what three members pay and get under the 2024 edition and the draft.
func comparison() coverage.Impact {
	was, err := coverage.New(edition())
	if err != nil {
		log.Fatal(err)
	}
	is, err := coverage.New(draft())
	if err != nil {
		log.Fatal(err)
	}
	claim := func(number string, amount yen.Amount, facts fact.Set) coverage.Claim {
		return coverage.Claim{
			Number: number, Facts: facts.Over(judged()).Else(was.Defaults()),
			Dates: coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
			Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: amount, Accepted: yen.Exactly(amount)}},
		}
	}
	application := func(sales yen.Amount) coverage.Application {
		return coverage.Application{Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: sales}}
	}
	late := fact.Set{}.Yes("late-completion", "system-stopped").With(fact.NotKnown, "fire", "sudden-accident")
	return coverage.Compare(was, is, []coverage.Member{
		{Number: "24-0001", Application: application(30 * yen.Oku), Claims: []coverage.Claim{
			claim("C-1", 4_000*yen.Man, fact.Set{}),
			claim("C-2", 1_000*yen.Man, fact.Set{}.Yes("sales-analysis")),
		}},
		{Number: "24-0002", Application: application(7 * yen.Oku), Claims: []coverage.Claim{claim("C-1", 4_000*yen.Man, late)}},
		{Number: "24-0003", Application: application(200 * yen.Oku)},
	})
}

func ExampleCompare() {
	impact := comparison()
	fmt.Print(impact.Text(language.English))
	fmt.Println()
	fmt.Print(impact.Text(language.Japanese))
	// Output:
	// Impact of the change from JISA information-service-provider liability insurance (cyber risk insurance), 2024 (JISA-2024) to JISA information-service-provider liability insurance (cyber risk insurance), 2024 (JISA-2024)
	//
	// Member   Claim                                    Before                       After                              Difference  Result              Clauses
	// ----------------------------------------------------------------------------------------------------------------------------------------------------------------
	// 24-0001  indicative premium                   ¥2,940,000                  ¥3,000,000                                +¥60,000                      PRM-04
	// 24-0001  C-1                                 ¥39,000,000                 ¥39,500,000                               +¥500,000  payable             LIM-01
	// 24-0001  C-2                                          ¥0                  ¥9,500,000                             +¥9,500,000  excluded → payable  EXC-12, LIM-01
	// 24-0002  indicative premium                   ¥1,262,000                  ¥1,262,000                                      ¥0
	// 24-0002  C-1                           ¥0 to ¥39,000,000           ¥0 to ¥39,500,000               lower ¥0, upper +¥500,000  open                LIM-01
	// 24-0003  indicative premium                            -                           -                                       -
	//   before and after: The premium table has no premium for sales above ¥10,000,000,000. Ask the agent for the premium. (PRM-11)
	// ----------------------------------------------------------------------------------------------------------------------------------------------------------------
	// Total    indicative premiums                  ¥4,202,000                  ¥4,262,000                                +¥60,000
	// Total    payments             ¥39,000,000 to ¥78,000,000  ¥49,000,000 to ¥88,500,000  lower +¥10,000,000, upper +¥10,500,000
	// 1 line has no amount before or after, and is not in the totals.
	//
	// 「JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度（JISA-2024）」から「JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度（JISA-2024）」への変更の影響
	//
	// 加入者   事案                            変更前                      変更後                                    差額  結果                       条項
	// --------------------------------------------------------------------------------------------------------------------------------------------------------------
	// 24-0001  概算保険料                 2,940,000円                 3,000,000円                               +60,000円                             PRM-04
	// 24-0001  C-1                       39,000,000円                39,500,000円                              +500,000円  お支払い                   LIM-01
	// 24-0001  C-2                                0円                 9,500,000円                            +9,500,000円  免責事由に該当 → お支払い  EXC-12、LIM-01
	// 24-0002  概算保険料                 1,262,000円                 1,262,000円                                     0円
	// 24-0002  C-1                  0円〜39,000,000円           0円〜39,500,000円               下限 0円、上限 +500,000円  確認中                     LIM-01
	// 24-0003  概算保険料                           -                           -                                       -
	//   変更前・変更後：売上高100億円超の保険料は、取扱代理店にご確認ください。（PRM-11）
	// --------------------------------------------------------------------------------------------------------------------------------------------------------------
	// 合計     概算保険料                 4,202,000円                 4,262,000円                               +60,000円
	// 合計     お支払額    39,000,000円〜78,000,000円  49,000,000円〜88,500,000円  下限 +10,000,000円、上限 +10,500,000円
	// 変更前または変更後の金額がない1件は、合計に含みません。
}

func ExampleImpact() {
	premiums, payments := comparison().Totals()
	for _, e := range []coverage.Effect{premiums, payments} {
		fmt.Println(e.Was.Text(language.English), "→", e.Is.Text(language.English))
	}
	// Output:
	// ¥4,202,000 → ¥4,262,000
	// ¥39,000,000 to ¥78,000,000 → ¥49,000,000 to ¥88,500,000
}

func ExampleEffect() {
	for _, m := range comparison().Members {
		for _, e := range m.Claims {
			least, most, ok := e.Difference()
			fmt.Println(m.Number, e.Claim, least, most, ok, e.By)
		}
	}
	// Output:
	// 24-0001 C-1 50万円 50万円 true [LIM-01]
	// 24-0001 C-2 950万円 950万円 true [EXC-12 LIM-01]
	// 24-0002 C-1 0円 50万円 true [LIM-01]
}
