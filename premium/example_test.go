// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"fmt"
	"log"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// rules returns the tariff of a made-up scheme: two rows, a discount, a loading,
// and months of twelve.
func rules() premium.Rules {
	return premium.Rules{
		Tables: []premium.Table{{
			Clause: clause.Clause{ID: "P-0", JA: "年間保険料", EN: "annual premium"},
			Rows: []premium.Row{
				{At: 1 * yen.Oku, Annual: 30 * yen.Man, Clause: "P-1"},
				{At: 5 * yen.Oku, Annual: 90 * yen.Man, Clause: "P-2"},
			},
			Between:       premium.Interpolated,
			BetweenClause: clause.Clause{ID: "P-3", JA: "行と行の間", EN: "between two rows"},
			To:            yen.HalfUp.To(100),
		}},
		Steps: []premium.Step{{
			Clause: clause.Clause{ID: "P-ISO", JA: "認証割引", EN: "certification discount"},
			Kind:   premium.Discount,
			Most:   yen.Percent(30),
			To:     yen.Down.To(100),
		}, {
			Clause: clause.Clause{ID: "P-LOSS", JA: "事故割増", EN: "loss loading"},
			Kind:   premium.Loading,
			Most:   yen.Percent(50),
			To:     yen.Down.To(100),
		}, {
			Clause: clause.Clause{ID: "P-TERM", JA: "中途加入", EN: "mid-term joiner"},
			Kind:   premium.ByMonths,
			To:     yen.HalfUp.To(10),
		}},
	}
}

// tariff returns the tariff of the rules.
func tariff() premium.Tariff {
	t, err := premium.New(rules(), nil)
	if err != nil {
		log.Fatal(err)
	}
	return t
}

// A joiner pays nine months of twelve.
func Example() {
	q, err := tariff().Quote(premium.Risk{
		Sales: premium.Sales{Amount: 2 * yen.Oku},
		Term:  premium.Term{Months: 9},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(q.Price.Annual, q.Price.Origin, q.Total)
	// Output:
	// 45万円 interpolated 33万7,500円
}

// Every fault of the rules is told at once, with its place.
func ExampleNew() {
	r := rules()
	r.Tables[0].Rows[1].Annual = 20 * yen.Man
	r.Steps[2].Kind = "weeks"
	_, err := premium.New(r, nil)
	fmt.Println(err)
	// Output:
	// premium.New: tables[0].rows[1].annual: "20万円": in the wrong order
	// premium.New: steps[2].kind: "weeks": unknown name
}

// The tariff gives the order of the adjustments.
func ExampleTariff_Quote() {
	q, err := tariff().Quote(premium.Risk{
		Sales: premium.Sales{Amount: 2 * yen.Oku},
		Adjust: []premium.Adjustment{
			{Clause: "P-LOSS", Rate: yen.Percent(20)},
			{Clause: "P-ISO", Rate: yen.Percent(10)},
		},
	})
	fmt.Println(q.Price.Annual, q.Total, err)
	// Output:
	// 45万円 48万6,000円 <nil>
}

// A form shows each fault beside its field.
func ExampleTariff_Quote_faults() {
	_, err := tariff().Quote(premium.Risk{
		Sales:  premium.Sales{Amount: 2 * yen.Oku},
		Term:   premium.Term{Months: 13},
		Adjust: []premium.Adjustment{{Clause: "P-ISO", Rate: yen.Percent(40)}},
	})
	for _, f := range fault.All(err) {
		fmt.Println(f.Path, f.Text(language.Japanese))
	}
	// Output:
	// term.months 範囲外の値です（1-12）。
	// adjust[0].rate 範囲外の値です（0-30%）。
}

// Every step of a quote is a line with its clause. A rounding that changes nothing
// has no line.
func ExampleTariff_Sheet() {
	sheet, err := tariff().Sheet(premium.Risk{
		Sales:  premium.Sales{Amount: 2 * yen.Oku},
		Term:   premium.Term{Months: 5},
		Adjust: []premium.Adjustment{{Clause: "P-ISO", Rate: yen.Percent(15)}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(sheet.Table(language.Japanese, "計算"))
	fmt.Println()
	fmt.Print(sheet.Table(language.English, "Calculation"))
	// Output:
	// 計算                                               金額     差引計  条項
	// 年間保険料 売上高1億円                        300,000円  300,000円  P-1
	// 売上高1億円と5億円の間の比例計算（1億円分）   150,000円  450,000円  P-3
	// 認証割引 15%                                  -67,500円  382,500円  P-ISO
	// 月割 5/12か月                                -223,125円  159,375円  P-TERM
	// 10円未満四捨五入                                    5円  159,380円  P-TERM
	// --------------------------------------------------------------------------
	// 保険料                                                   159,380円
	//
	// Calculation                                                  Amount  Running total  Clause
	// Annual premium, sales ¥100,000,000                         ¥300,000       ¥300,000  P-1
	// Interpolated for ¥100,000,000 above the ¥100,000,000 row   ¥150,000       ¥450,000  P-3
	// Certification discount 15%                                 -¥67,500       ¥382,500  P-ISO
	// Pro rata by month 5/12                                    -¥223,125       ¥159,375  P-TERM
	// Rounded half up to ¥10                                           ¥5       ¥159,380  P-TERM
	// ------------------------------------------------------------------------------------------
	// Premium                                                                   ¥159,380
}

func ExampleTariff_Annual() {
	for _, sales := range []yen.Amount{1 * yen.Oku, 2 * yen.Oku} {
		p, err := tariff().Annual(sales)
		fmt.Println(p.Annual, p.Origin, err)
	}
	// Output:
	// 30万円 published <nil>
	// 45万円 interpolated <nil>
}

// Under-declared sales reduce every payment by the ratio of two premiums.
func ExampleTariff_Reduction() {
	r, err := tariff().Reduction(
		premium.Risk{Sales: premium.Sales{Amount: 1 * yen.Oku, FiscalYear: 2023}},
		premium.Risk{Sales: premium.Sales{Amount: 5 * yen.Oku, FiscalYear: 2023}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Ratio, r.BetweenRows)
	fmt.Println(yen.Oku.Times(r.Ratio, yen.Rounding{}))
	// Output:
	// 1/3 false
	// 3,333万3,333円 <nil>
}

// Sales of different fiscal years are not compared.
func ExampleTariff_Reduction_conflict() {
	_, err := tariff().Reduction(
		premium.Risk{Sales: premium.Sales{Amount: 1 * yen.Oku, FiscalYear: 2022}},
		premium.Risk{Sales: premium.Sales{Amount: 5 * yen.Oku, FiscalYear: 2023}})
	fmt.Println(err)
	// Output:
	// premium.Reduction: actual.sales.fiscalYear: "2023": contradicts other input (2022)
}

// Rules are data, to be copied and changed.
func ExampleTariff_Rules() {
	r := tariff().Rules()
	r.Tables[0].Between = premium.NextRow
	t, err := premium.New(r, nil)
	if err != nil {
		log.Fatal(err)
	}
	p, err := t.Annual(2 * yen.Oku)
	fmt.Println(p.Annual, p.Origin, err)
	// Output:
	// 90万円 next-row <nil>
}

// Sales outside the table are a referral to the agent; 0円 is not stated.
func ExampleTariff_Quote_referral() {
	for _, sales := range []yen.Amount{5*yen.Oku + 1, 0} {
		_, err := tariff().Quote(premium.Risk{Sales: premium.Sales{Amount: sales}})
		if f, ok := errors.AsType[*fault.Error](err); ok {
			fmt.Println(f.Path, f.Reason.Code(), f.Want, f.Text(language.English))
		}
	}
	// Output:
	// sales.amount above 5億円 The premium table has no premium for sales above ¥500,000,000. Ask the agent for the premium.
	// sales.amount not-stated  Sales are not stated. State the sales of the latest confirmed fiscal year.
}

// Twelve begun months are not a full year if days of it are missing.
func ExampleTerm() {
	for _, t := range []premium.Term{{}, {Months: 12, Days: 365, YearDays: 365}, {Months: 12, Days: 350, YearDays: 365}} {
		fmt.Println(t.IsFullYear())
	}
	// Output:
	// true
	// true
	// false
}

// Short rates are rows of days, then of months.
func ExampleShortRow() {
	r := rules()
	r.Steps[2].Kind = premium.ByShortRate
	r.Steps[2].ShortRates = []premium.ShortRow{
		{Days: 7, Rate: yen.Percent(10)},
		{Months: 1, Rate: yen.Percent(25)},
		{Months: 12, Rate: yen.Percent(100)},
	}
	t, err := premium.New(r, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, days := range []int{7, 8} {
		q, err := t.Quote(premium.Risk{
			Sales: premium.Sales{Amount: 1 * yen.Oku},
			Term:  premium.Term{Months: 1, Days: days, YearDays: 365},
		})
		fmt.Println(q.Total, err)
	}
	// Output:
	// 3万円 <nil>
	// 7万5,000円 <nil>
}

// The insurer states both premiums.
func ExampleNewReduction() {
	r, err := premium.NewReduction(90*yen.Man, 120*yen.Man)
	fmt.Println(r.Ratio, r.Indicative, err)
	// Output:
	// 75% false <nil>
}

// At an application in September 2024, the accounts of a fiscal year that ended in
// 2022 cannot be the latest.
func ExampleSales_CanBeLatest() {
	for _, year := range []int{2022, 2023, 2024} {
		s := premium.Sales{Amount: 7 * yen.Oku, FiscalYear: year}
		fmt.Println(year, s.CanBeLatest(2024, time.September))
	}
	// Output:
	// 2022 false
	// 2023 true
	// 2024 true
}
