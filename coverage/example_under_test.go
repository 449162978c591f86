// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// defended is a claim for damages of 150,000,000 yen with defence costs of 20,000,000 yen.
func defended() coverage.Assessment {
	item := func(head coverage.Item, amount yen.Amount) coverage.Item {
		head.Claimed, head.Accepted = amount, yen.Exactly(amount)
		return head
	}
	a, err := policy().Assess(coverage.Claim{
		Number: "C-1",
		Facts:  judged().Yes("with-consent").No("cause-before-first-start").Else(scheme().Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-09-10")},
		Items: []coverage.Item{
			item(coverage.Item{Head: jisa2024.Damages}, 15_000*yen.Man),
			item(coverage.Item{Head: jisa2024.Defence}, 2_000*yen.Man),
		},
	}, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	return a
}

// What if the policy had half of the sales declared: the premium on the declared sales is
// 1,090,000 yen, on the actual sales 1,520,000 yen.
func ExampleAssessment_Under() {
	by, err := premium.NewReduction(109*yen.Man, 152*yen.Man)
	if err != nil {
		log.Fatal(err)
	}
	reduced, err := policy().UnderDeclared(by)
	if err != nil {
		log.Fatal(err)
	}
	comparison, err := defended().Under(reduced)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(comparison.Text(language.English))
	fmt.Println()
	fmt.Print(comparison.Text(language.Japanese))
	// Output:
	// Claim C-1 under other terms
	//
	//   Changed       reduction for under-declared sales: 100% → 109/152
	//   Result        payable, ¥100,000,000 → payable, ¥71,710,526 (difference: -¥28,289,474)
	//   Explained by  LIM-19, LIM-20
	//
	//   Calculation                                                                   Before         After    Difference  Clause
	//   ------------------------------------------------------------------------------------------------------------------------
	//   Item 1, damages: amount claimed                                         ¥150,000,000  ¥150,000,000            ¥0  PAY-01
	//   Item 2, defence costs: amount claimed                                    ¥20,000,000   ¥20,000,000            ¥0  PAY-04
	//   Damages: deductible                                                      -¥1,000,000   -¥1,000,000            ¥0  LIM-01
	//   Damages: above the per-claim limit of ¥100,000,000                      -¥49,000,000  -¥49,000,000            ¥0  LIM-02
	//   Defence costs: pro rata ¥100,000,000 / ¥150,000,000                      -¥6,666,666   -¥6,666,666            ¥0  LIM-04
	//   Defence costs: above the remaining aggregate limit of ¥100,000,000      -¥13,333,334  -¥13,333,334            ¥0  LIM-03
	//   Damages: reduction for under-declared sales (payment ratio of 109/152)            ¥0  -¥28,289,473  -¥28,289,473  LIM-19
	//   Damages: rounded down to ¥1                                                       ¥0           -¥1           -¥1  LIM-20
	//   ------------------------------------------------------------------------------------------------------------------------
	//   Payable                                                                 ¥100,000,000   ¥71,710,526  -¥28,289,474
	//
	// 保険金請求 C-1：ご契約の条件を変えた場合の比較
	//
	//   変更点          ご申告売上高の不足による保険金の削減：100% → 109/152
	//   結果            お支払い 100,000,000円 → お支払い 71,710,526円（差額 -28,289,474円）
	//   差が生じる条項  LIM-19、LIM-20
	//
	//   計算                                                                                変更前         変更後           差額  条項
	//   --------------------------------------------------------------------------------------------------------------------------------
	//   明細1 法律上の損害賠償金 請求額                                              150,000,000円  150,000,000円            0円  PAY-01
	//   明細2 争訟費用 請求額                                                         20,000,000円   20,000,000円            0円  PAY-04
	//   法律上の損害賠償金 免責金額                                                   -1,000,000円   -1,000,000円            0円  LIM-01
	//   法律上の損害賠償金 支払限度額（1請求 100,000,000円）を超える額               -49,000,000円  -49,000,000円            0円  LIM-02
	//   争訟費用 按分 100,000,000円 / 150,000,000円                                   -6,666,666円   -6,666,666円            0円  LIM-04
	//   争訟費用 支払限度額（保険期間中）の残額 100,000,000円を超える額              -13,333,334円  -13,333,334円            0円  LIM-03
	//   法律上の損害賠償金 ご申告売上高の不足による保険金の削減（支払割合 109/152）            0円  -28,289,473円  -28,289,473円  LIM-19
	//   法律上の損害賠償金 1円未満切捨て                                                       0円           -1円           -1円  LIM-20
	//   --------------------------------------------------------------------------------------------------------------------------------
	//   お支払額（見込み）                                                           100,000,000円   71,710,526円  -28,289,474円
}

// Only what differs, here under the classical reading of defence costs.
func ExampleComparedLine() {
	classical, err := jisa2024.New(jisa2024.DefenceClassical)
	if err != nil {
		log.Fatal(err)
	}
	other, err := policy().In(classical)
	if err != nil {
		log.Fatal(err)
	}
	comparison, err := defended().Under(other)
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range comparison.Lines {
		if line.Difference() != 0 {
			fmt.Println(line.Clause, line.EN, line.Was, line.Is)
		}
	}
	least, most, _ := comparison.Difference()
	fmt.Println(least, most)
	// Output:
	// LIM-03 Defence costs: above the remaining aggregate limit of ¥100,000,000 -1,333万3,334円 0円
	// LIM-20 Defence costs: rounded down to ¥1 0円 -1円
	// 1,333万3,333円 1,333万3,333円
}

// The readings of which another choice would have changed the payment. A host makes the
// schemes once, and the policies once for each policy.
func ExampleAssessment_Sensitivity() {
	schemes, err := jisa2024.Alternatives()
	if err != nil {
		log.Fatal(err)
	}
	others, err := policy().Alternatives(schemes...)
	if err != nil {
		log.Fatal(err)
	}
	a := defended()
	effects, err := a.Sensitivity(others...)
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range effects {
		fmt.Println(e.Reading, e.Is.Decision, e.Is.Most)
		fmt.Println(e.Text(language.English))
		fmt.Println(e.Text(language.Japanese))
	}
	for note := range a.WithSensitivity().Sheet().Notes() { // as if none affected it
		if note.Clause == "COV-41" {
			fmt.Println(note.EN)
		}
	}
	// Output:
	// A4=classical payable 1億1,333万3,333円
	// A4 defence and cooperation costs and the limits: in addition to the per-claim limit, inside the aggregate limit (Under the other reading, "in addition to both limits", ¥113,333,333 would be payable now.)
	// A4 争訟費用・協力費用と支払限度額：支払限度額（1請求）の外枠、支払限度額（保険期間中）の内枠（他の解釈「いずれの支払限度額についても外枠」では、お支払額 113,333,333円）
	// 18 questions were not asked; default answers are used.
	// Readings that affect the result: none
}
