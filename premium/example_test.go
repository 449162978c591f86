// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A member joins in September and pays nine months of twelve.
func Example() {
	m, err := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	tariff := premium.JISA2024(premium.Readings{})
	q, err := tariff.Quote(7*yen.Oku, tariff.Term(m.Months, m.Days, m.YearDays))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m, m.Months, q.Total)
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 9 94万6,500円
}

// Every step of a quote is a line with its clause. A rounding that changes
// nothing has no line.
func ExampleQuote_Sheet() {
	edition := premium.JISA2024(premium.Readings{})
	q, err := edition.Quote(7*yen.Oku, premium.Months(5), premium.RiskDiscount(yen.Percent(10)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(q.Sheet().Table(language.Japanese, "計算"))
	fmt.Println()
	fmt.Print(q.Sheet().Table(language.English, "Calculation"))
	// Output:
	// 計算                                                 金額       差引計  条項
	// 年間保険料 売上高5億円                        1,090,000円  1,090,000円  PRM-01
	// 売上高5億円と10億円の間の比例計算（2億円分）    172,000円  1,262,000円  PRM-12
	// リスク評価割引 10%                             -126,200円  1,135,800円  PRM-13
	// 月割 5/12か月                                  -662,550円    473,250円  PRM-14
	// ------------------------------------------------------------------------------
	// 概算保険料                                                   473,250円  PRM-17
	//
	// Calculation                                                   Amount  Running total  Clause
	// Annual premium, sales ¥500,000,000                        ¥1,090,000     ¥1,090,000  PRM-01
	// Interpolated for ¥200,000,000 above the ¥500,000,000 row    ¥172,000     ¥1,262,000  PRM-12
	// Risk-assessment discount 10%                               -¥126,200     ¥1,135,800  PRM-13
	// Pro rata by month 5/12                                     -¥662,550       ¥473,250  PRM-14
	// -------------------------------------------------------------------------------------------
	// Indicative premium                                                         ¥473,250  PRM-17
}

func ExampleTariff_Quote() {
	edition := premium.JISA2024(premium.Readings{})
	for _, sales := range []yen.Amount{5 * yen.Oku, 7 * yen.Oku} {
		q, err := edition.Quote(sales, premium.Term{})
		fmt.Println(q.Total, q.Price.Origin, q.Indicative, err)
	}
	// Output:
	// 109万円 published true <nil>
	// 126万2,000円 interpolated true <nil>
}

// Sales outside the table are a referral to the agent.
func ExampleReferral() {
	_, err := premium.JISA2024(premium.Readings{}).Quote(100*yen.Oku+1, premium.Term{})
	if r, ok := errors.AsType[*premium.Referral](err); ok {
		fmt.Println(errors.Is(r, premium.ErrAbove), r.Bound)
		fmt.Println(r.Text(language.English))
	}
	// Output:
	// true 100億円
	// The premium table has no premium for sales above ¥10,000,000,000. Ask the agent for the premium.
}

// Sales that were not entered are not stated, and not below the table.
func ExampleReferral_Code() {
	for _, sales := range []yen.Amount{0, 1} {
		_, err := premium.JISA2024(premium.Readings{}).Quote(sales, premium.Term{})
		if r, ok := errors.AsType[*premium.Referral](err); ok {
			fmt.Println(r.Code(), r.Clause, r.Text(language.Japanese))
		}
	}
	// Output:
	// not-stated PRM-15 売上高のご申告がありません。直近の確定した会計年度の売上高をご申告ください。
	// below PRM-01 売上高5億円未満の保険料は、取扱代理店にご確認ください。
}

func ExampleJISA2024() {
	edition := premium.JISA2024(premium.Readings{Between: premium.NextRow})
	fmt.Println(edition.Table().Annual(7 * yen.Oku))
	// Output:
	// {152万円 next-row 5億円 10億円} <nil>
}

func ExampleReadings() {
	daily := premium.JISA2024(premium.Readings{Term: premium.ByDays})
	fmt.Println(daily.Term(9, 273, 365))
	// Output:
	// pro rata by day 273/365
}

func ExampleTermReading() {
	for r := premium.ByMonths; r <= premium.ByFullYear; r++ {
		edition := premium.JISA2024(premium.Readings{Term: r})
		q, _ := edition.Quote(5*yen.Oku, edition.Term(9, 273, 365))
		fmt.Println(q.Term, q.Total)
	}
	// Output:
	// pro rata by month 9/12 81万7,500円
	// pro rata by day 273/365 81万5,260円
	// short rate for up to 9 months 92万6,500円
	// full year 109万円
}

func ExampleBetween() {
	for b := premium.Linear; b <= premium.NotBetween; b++ {
		p, err := premium.JISA2024(premium.Readings{Between: b}).Table().Annual(7 * yen.Oku)
		fmt.Println(p.Annual, err)
	}
	// Output:
	// 126万2,000円 <nil>
	// 152万円 <nil>
	// 0円 premium: sales between two rows of the table: 7億円, the bound is 10億円
}

// Under-declared sales reduce every payment by the ratio of two premiums.
func ExampleTariff_Reduction() {
	edition := premium.JISA2024(premium.Readings{})
	r, err := edition.Reduction(
		premium.Sales{Amount: 5 * yen.Oku, FiscalYear: 2023},
		premium.Sales{Amount: 10 * yen.Oku, FiscalYear: 2023})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Ratio, r.Indicative)
	fmt.Println(yen.Oku.Times(r.Ratio, yen.Rounding{}))
	// Output:
	// 109/152 true
	// 7,171万526円 <nil>
}

// The insurer states both premiums.
func ExampleNewReduction() {
	r, err := premium.NewReduction(90*yen.Man, 120*yen.Man)
	fmt.Println(r.Ratio, r.Indicative, err)
	// Output:
	// 75% false <nil>
}

func ExampleReduction() {
	r, _ := premium.NewReduction(152*yen.Man, 109*yen.Man)
	fmt.Println(r.Ratio) // at most 1

	// The premium for 7億円 is interpolated, so the ratio depends on reading A26.
	r, _ = premium.JISA2024(premium.Readings{}).Reduction(premium.Sales{Amount: 7 * yen.Oku}, premium.Sales{Amount: 10 * yen.Oku})
	fmt.Println(r.Ratio, r.BetweenRows)
	// Output:
	// 100%
	// 631/760 true
}

// Sales of different fiscal years or bases are not compared.
func ExampleSales() {
	_, err := premium.JISA2024(premium.Readings{}).Reduction(
		premium.Sales{Amount: 5 * yen.Oku, FiscalYear: 2022},
		premium.Sales{Amount: 10 * yen.Oku, FiscalYear: 2023})
	fmt.Println(errors.Is(err, premium.ErrBasis))
	// Output:
	// true
}

// At an application in September 2024, the accounts of a fiscal year that ended
// in 2022 cannot be the latest.
func ExampleSales_CanBeLatest() {
	applied := period.MustParseDate("2024-09-10")
	for _, year := range []int{2022, 2023, 2024} {
		s := premium.Sales{Amount: 7 * yen.Oku, FiscalYear: year}
		fmt.Println(year, s.CanBeLatest(applied.Year(), applied.Month()))
	}
	// Output:
	// 2022 false
	// 2023 true
	// 2024 true
}

func ExampleBasis() {
	fmt.Println(premium.ITServices, premium.TotalSales.Text(language.English))
	// Output:
	// it-services total sales of the latest confirmed fiscal year
}

func ExampleNewTable() {
	table, err := premium.NewTable(premium.Linear, yen.HalfUp.To(100),
		premium.Row{Sales: 1 * yen.Oku, Annual: 30 * yen.Man, Clause: "P-1"},
		premium.Row{Sales: 5 * yen.Oku, Annual: 90 * yen.Man, Clause: "P-2"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(table.Annual(2 * yen.Oku))
	// Output:
	// {45万円 interpolated 1億円 5億円} <nil>
}

func ExampleTable() {
	table := premium.JISA2024(premium.Readings{}).Table()
	p, err := table.Annual(30 * yen.Oku)
	fmt.Println(p.Annual, p.Origin, err)
	// Output:
	// 294万円 published <nil>
}

func ExampleRow() {
	falling := []premium.Row{{Sales: 1 * yen.Oku, Annual: 30 * yen.Man}, {Sales: 2 * yen.Oku, Annual: 20 * yen.Man}}
	_, err := premium.NewTable(premium.Linear, yen.Rounding{}, falling...)
	fmt.Println(err)
	// Output:
	// premium.NewTable: "sales 2億円, premium 20万円": invalid table
}

func ExamplePrice() {
	p, _ := premium.JISA2024(premium.Readings{}).Table().Annual(7 * yen.Oku)
	fmt.Println(p.Annual, "between", p.Low, "and", p.High)
	// Output:
	// 126万2,000円 between 5億円 and 10億円
}

func ExampleOrigin() {
	fmt.Println(premium.Interpolated, premium.Interpolated.Text(language.Japanese))
	// Output:
	// interpolated 表の行と行の間の比例計算
}

// The tariff of another scheme has two rows, a discount and a loading.
func ExampleNew() {
	table, _ := premium.NewTable(premium.Linear, yen.HalfUp.To(100),
		premium.Row{Sales: 1 * yen.Oku, Annual: 30 * yen.Man, Clause: "P-1"},
		premium.Row{Sales: 5 * yen.Oku, Annual: 90 * yen.Man, Clause: "P-2"})
	tariff, err := premium.New(premium.Rules{
		Table: table,
		Adjustments: []premium.AdjustmentRule{
			{Clause: clause.Clause{ID: "P-ISO", EN: "certification discount"}, Kind: premium.Discount, Most: yen.Percent(30)},
			{Clause: clause.Clause{ID: "P-LOSS", EN: "loss loading"}, Kind: premium.Loading, Most: yen.Percent(50)},
		},
		AdjustedTo: yen.Down.To(100),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := tariff.Quote(2*yen.Oku, premium.Term{},
		premium.Adjustment{Clause: "P-LOSS", Rate: yen.Percent(20)},
		premium.Adjustment{Clause: "P-ISO", Rate: yen.Percent(10)})
	fmt.Println(q.Price.Annual, q.Adjusted, err)
	// Output:
	// 45万円 48万6,000円 <nil>
}

func ExampleRules() {
	_, err := premium.New(premium.Rules{})
	fmt.Println(err)
	// Output:
	// premium.New: "table or reading": invalid tariff
}

func ExampleTariff() {
	var none premium.Tariff
	_, err := none.Quote(7*yen.Oku, premium.Term{})
	fmt.Println(errors.Is(err, premium.ErrTariff))
	fmt.Println(premium.JISA2024(premium.Readings{}).Clauses()[1])
	// Output:
	// true
	// PRM-01 annual premium, sales ¥500,000,000
}

func ExampleAdjustment() {
	a := premium.RiskDiscount(yen.Percent(15))
	fmt.Println(a.Clause, a.Rate)
	// Output:
	// PRM-13 15%
}

// A rate above the largest rate of the rule is an error.
func ExampleAdjustmentRule() {
	_, err := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Term{}, premium.RiskDiscount(yen.Percent(101)))
	fmt.Println(err)
	// Output:
	// premium.Quote: "PRM-13 101%": rate out of bounds
}

func ExampleAdjustmentKind() {
	var kind premium.AdjustmentKind
	fmt.Println(kind == premium.Discount)
	// Output:
	// true
}

func ExampleRiskDiscount() {
	q, err := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Term{}, premium.RiskDiscount(yen.Percent(10)))
	fmt.Println(q.Price.Annual, q.Adjusted, err)
	// Output:
	// 126万2,000円 113万5,800円 <nil>
}

func ExampleTerm() {
	var full premium.Term
	fmt.Println(full, full == premium.Term{})
	// Output:
	// full year true
}

func ExampleMonths() {
	fmt.Println(premium.Months(9).Text(language.Japanese))
	// Output:
	// 月割 9/12か月
}

func ExampleDays() {
	q, err := premium.JISA2024(premium.Readings{}).Quote(5*yen.Oku, premium.Days(273, 365))
	fmt.Println(q.Total, err)
	// Output:
	// 81万5,260円 <nil>
}

func ExampleShortRate() {
	edition := premium.JISA2024(premium.Readings{})
	for _, days := range []int{7, 8, 16} {
		q, _ := edition.Quote(5*yen.Oku, premium.ShortRate(0, days))
		fmt.Println(q.Total)
	}
	// Output:
	// 10万9,000円
	// 16万3,500円
	// 27万2,500円
}

func ExampleShortRow() {
	fmt.Println(premium.ShortRow{Months: 1, Rate: yen.Percent(25)})
	// Output:
	// {1 0 25%}
}

func ExampleQuote() {
	q, _ := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Months(9))
	fmt.Println(q.Sales, q.Price.Annual, q.Term, q.Total)
	// Output:
	// 7億円 126万2,000円 pro rata by month 9/12 94万6,500円
}

func ExampleError() {
	_, err := premium.JISA2024(premium.Readings{}).Quote(7*yen.Oku, premium.Months(13))
	if e, ok := errors.AsType[*premium.Error](err); ok {
		fmt.Println(e.Func, e.Input, e.Err == premium.ErrTerm)
	}
	// Output:
	// Quote pro rata by month 13/12 true
}
