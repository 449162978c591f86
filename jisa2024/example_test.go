// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func ExampleNew() {
	scheme, err := jisa2024.New()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(scheme.Edition().JA)
	// Output:
	// JISA情報サービス業者賠償責任保険（サイバーリスク保険）2024年度
}

// Where the brochure is open, a reading chooses. Readings that are not the default
// are stored with what was computed under them.
func ExampleNew_readings() {
	scheme, err := jisa2024.New(jisa2024.DefenceClassical, jisa2024.MidTermByDays)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(scheme.Readings().Readings())
	for _, point := range scheme.Readings() {
		if point.ID == "A4" {
			fmt.Println(point.Text(language.English))
		}
	}
	// Output:
	// [A4=classical A27=by-day]
	// A4 defence and cooperation costs and the limits: in addition to both limits
}

// The other readings of the edition, one at a time.
func ExampleAlternatives() {
	schemes, err := jisa2024.Alternatives(jisa2024.DefenceClassical)
	if err != nil {
		log.Fatal(err)
	}
	for _, scheme := range schemes[5:8] {
		fmt.Println(scheme.Readings().Readings())
	}
	// Output:
	// []
	// [A4=inside]
	// [A4=classical A4b=printed]
}

// The calendar alone: who applies on 10 September is covered from 1 October.
func ExampleCalendar() {
	member, err := jisa2024.Calendar().Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(member.Period, member.Months)
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 9
}

// The tariff alone: who applies on 10 September pays nine months of twelve. The
// premium for sales of 700,000,000 yen is interpolated.
func ExampleTariff() {
	member, err := jisa2024.Calendar().Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		log.Fatal(err)
	}
	q, err := jisa2024.Tariff().Quote(premium.Risk{
		Sales:  premium.Sales{Amount: 7 * yen.Oku},
		Term:   premium.Term{Months: member.Months, Days: member.Days, YearDays: member.YearDays},
		Adjust: []premium.Adjustment{jisa2024.RiskDiscount(yen.Percent(10))},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Price.Annual, q.Adjusted, q.Total)
	// Output:
	// 126万2,000円 113万5,800円 85万1,850円
}

func ExampleRiskDiscount() {
	fmt.Println(jisa2024.RiskDiscount(yen.Percent(10)).Clause)
	// Output:
	// PRM-13
}

// The limits alone: of damages of 1,500,000 yen, the deductible is not paid.
func ExampleLimits() {
	settled, err := jisa2024.Options().Settle(jisa2024.Standard())
	if err != nil {
		log.Fatal(err)
	}
	program, err := jisa2024.Limits().With(settled)
	if err != nil {
		log.Fatal(err)
	}
	payment, err := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: jisa2024.Damages, Amount: 150 * yen.Man})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(payment.Now)
	// Output:
	// 50万円
}

func ExampleStandard() {
	for _, row := range jisa2024.Options() {
		if v, ok := jisa2024.Standard()[row.ID]; ok {
			fmt.Println(row.EN, v.Text(language.English))
		}
	}
	// Output:
	// liability limit ¥100,000,000
	// liability deductible ¥1,000,000
	// litigation response costs limit ¥10,000,000
}

// A form shows what a policy can state, what applies if it does not, and what is
// wrong with what it states.
func ExampleOptions() {
	options := jisa2024.Options()
	for _, id := range []option.ID{jisa2024.LiabilityDeductible, jisa2024.InvestigationLimit} {
		row, _ := options.Row(id)
		fmt.Printf("%s %s: %q %q\n", row.Clause, row.JA, row.Standard.Text(language.Japanese), row.Printed.Text(language.Japanese))
	}
	_, err := options.Settle(option.Values{jisa2024.LiabilityDeductible: option.Yen(101 * yen.Man)})
	fmt.Println(err)
	// Output:
	// LIM-01 賠償責任の免責金額: "100万円" ""
	// LIM-08 ②原因・被害範囲調査費用の支払限度額: "" "500万円から1億円まで"
	// option.Settle: options.deductible: "101万円": out of range (0円 - 100万円)
}

func ExampleWording() {
	fmt.Println(len(jisa2024.Wording().Rules), len(jisa2024.Wording().Endorsements))
	// Output:
	// 33 7
}

// Rules is the edition as data.
func ExampleRules() {
	rules, err := jisa2024.Rules()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rules.Edition.ID, len(rules.Heads), len(rules.Points))
	// Output:
	// JISA-2024 14 34
}
