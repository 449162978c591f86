// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Readings are the choices where the wording of the premium can be read in more
// than one way. The zero Readings are the default of the 2024 edition.
type Readings struct {
	Between Between     // sales between two rows (reading A26)
	Term    TermReading // the term that [Tariff.Term] returns (reading A27)
	Basis   Basis       // the sales that the table is read with (reading A23)
}

// RiskDiscount returns the risk-assessment discount (リスク評価割引) of the 2024
// edition at a rate. No rate is published: the insurer sets it.
func RiskDiscount(rate yen.Ratio) Adjustment { return Adjustment{"PRM-13", rate} }

// JISA2024 returns the tariff of the 2024 edition with the readings; with a
// reading that there is not, the zero Tariff.
func JISA2024(r Readings) Tariff {
	table, _ := NewTable(r.Between, yen.HalfUp.To(10),
		Row{5 * yen.Oku, 109 * yen.Man, "PRM-01"},
		Row{10 * yen.Oku, 152 * yen.Man, "PRM-02"},
		Row{20 * yen.Oku, 223 * yen.Man, "PRM-03"},
		Row{30 * yen.Oku, 294 * yen.Man, "PRM-04"},
		Row{40 * yen.Oku, 332 * yen.Man, "PRM-05"},
		Row{50 * yen.Oku, 370 * yen.Man, "PRM-06"},
		Row{60 * yen.Oku, 409 * yen.Man, "PRM-07"},
		Row{70 * yen.Oku, 447 * yen.Man, "PRM-08"},
		Row{80 * yen.Oku, 486 * yen.Man, "PRM-09"},
		Row{90 * yen.Oku, 513 * yen.Man, "PRM-10"},
		Row{100 * yen.Oku, 540 * yen.Man, "PRM-11"},
	)
	tariff, _ := New(Rules{
		Table:         table,
		TableClause:   clause.Clause{ID: "PRM-00", JA: "年間保険料", EN: "annual premium", Source: "保険料例"},
		BetweenClause: clause.Clause{ID: "PRM-12", JA: "表の行と行の間の保険料", EN: "premium between two rows", Source: "保険料例（定めなし、読み方A26）"},

		Adjustments: []AdjustmentRule{{
			Clause: clause.Clause{ID: "PRM-13", JA: "リスク評価割引", EN: "risk-assessment discount", Source: "保険料に関する事項"},
			Kind:   Discount,
			Most:   yen.Percent(100),
		}},
		AdjustedTo: yen.HalfUp.To(10),

		TermBy:     r.Term,
		TermTo:     yen.HalfUp.To(10),
		TermClause: clause.Clause{ID: "PRM-14", JA: "中途加入の保険料", EN: "premium for joining mid-term", Source: "保険期間（定めなし、読み方A27）"},
		ShortRates: []ShortRow{
			{0, 7, yen.Percent(10)},
			{0, 15, yen.Percent(15)},
			{1, 0, yen.Percent(25)},
			{2, 0, yen.Percent(35)},
			{3, 0, yen.Percent(45)},
			{4, 0, yen.Percent(55)},
			{5, 0, yen.Percent(65)},
			{6, 0, yen.Percent(70)},
			{7, 0, yen.Percent(75)},
			{8, 0, yen.Percent(80)},
			{9, 0, yen.Percent(85)},
			{10, 0, yen.Percent(90)},
			{11, 0, yen.Percent(95)},
			{12, 0, yen.Percent(100)},
		},

		Basis:           r.Basis,
		BasisClause:     clause.Clause{ID: "PRM-15", JA: "保険料算出の基礎となる売上高", EN: "sales basis", Source: "保険料に関する事項"},
		ReductionClause: clause.Clause{ID: "PRM-16", JA: "売上高不足による保険金の削減", EN: "reduction for under-declared sales", Source: "保険料に関する事項"},
		Indicative:      clause.Clause{ID: "PRM-17", JA: "概算保険料", EN: "indicative premium", Source: "保険料例"},
		Notes: []clause.Note{
			{Clause: "PRM-12", JA: "行と行の間の保険料は資料に定めがなく、読み方A26によります。", EN: "The source prints no premium between two rows: reading A26."},
			{Clause: "PRM-13", JA: "割引率は保険会社が定めます。端数の処理は資料に定めがありません。", EN: "The insurer sets the rate of the discount. The source does not say how it is rounded."},
			{Clause: "PRM-14", JA: "中途加入の保険料は資料に定めがなく、読み方A27によります。", EN: "The source does not say what a mid-term joiner pays: reading A27."},
			{Clause: "PRM-15", JA: "期間中の売上高の増減による精算は、原則ありません。", EN: "In principle the premium is not adjusted to the sales of the period."},
			{Clause: "PRM-17", JA: "標準設定による概算であり、見積書ではありません。", EN: "An indication for the standard setting, not a quotation that binds."},
			{Clause: "PRM-17", JA: "補償とその期間は、加入依頼書の提出と保険料の払込みを前提とします。", EN: "Cover and its dates depend on the enrolment form and the payment."},
		},
	})
	return tariff
}
