// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A member with sales between two rows of the table, a discount of 10% and nine months to go: every
// step is a line of the worksheet, with the clause that states it.
func Example_discount() {
	titled := func(id clause.ID, ja, en string) clause.Clause { return clause.Clause{ID: id, JA: ja, EN: en} }
	tariff, err := premium.New(premium.Rules{
		Tables: []premium.Table{{
			Clause: titled("P-0", "年間保険料", "annual premium"),
			Rows: []premium.Row{
				{At: 1 * yen.Oku, Annual: 30 * yen.Man, Clause: "P-1"},
				{At: 5 * yen.Oku, Annual: 90 * yen.Man, Clause: "P-2"},
			},
			Between: premium.Interpolated, BetweenClause: titled("P-3", "行と行の間", "between two rows"),
			To: yen.HalfUp.To(100),
		}},
		Steps: []premium.Step{
			{Clause: titled("P-4", "認証割引", "certification discount"), Kind: premium.Discount, Most: yen.Percent(30), To: yen.Down.To(100)},
			{Clause: titled("P-5", "月割", "pro rata by month"), Kind: premium.ByMonths, To: yen.HalfUp.To(10)},
		},
	}, nil)
	if err != nil {
		log.Fatal(err)
	}
	risk := premium.Risk{
		Sales:  premium.Sales{Amount: 3 * yen.Oku, FiscalYear: 2025},
		Term:   premium.Term{Months: 9, Days: 274, YearDays: 365},
		Adjust: []premium.Adjustment{{Clause: "P-4", Rate: yen.Percent(10)}},
	}
	quote, err := tariff.Quote(risk)
	if err != nil {
		log.Fatal(err)
	}
	sheet, err := tariff.Sheet(risk)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(quote.Total)
	fmt.Print(sheet.Table(language.English, ""))
	// Output:
	// 40万5,000円
	// Item                                                         Amount  Running total  Clause
	// Annual premium, sales ¥100,000,000                         ¥300,000       ¥300,000  P-1
	// Interpolated for ¥200,000,000 above the ¥100,000,000 row   ¥300,000       ¥600,000  P-3
	// Certification discount 10%                                 -¥60,000       ¥540,000  P-4
	// Pro rata by month 9/12                                    -¥135,000       ¥405,000  P-5
	// ------------------------------------------------------------------------------------------
	// Premium                                                                   ¥405,000
}
