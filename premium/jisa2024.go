// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Readings are the interpretations chosen where the source is open. The zero
// Readings are the defaults of the 2024 edition.
type Readings struct {
	Between Between     // the premium for sales between two rows (reading A26)
	Term    TermReading // the premium of a mid-term joiner (reading A27)
	Basis   Basis       // the kind of sales in the table (reading A23)
}

// RiskDiscount returns the risk-assessment discount (リスク評価割引) of the 2024
// edition at the given rate. The insurer sets the rate; the brochure gives none.
func RiskDiscount(rate yen.Ratio) Adjustment { return Adjustment{"PRM-13", rate} }

// JISA2024 returns the tariff of the 2024 edition under the readings r. If r
// contains an unknown reading, it returns the zero Tariff.
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
		BetweenClause: clause.Clause{ID: "PRM-12", JA: "表の行と行の間の保険料", EN: "premium between two rows", Source: "保険料例（定めなし・解釈A26）"},

		Adjustments: []AdjustmentRule{{
			Clause: clause.Clause{ID: "PRM-13", JA: "リスク評価割引", EN: "risk-assessment discount", Source: "保険料に関する事項"},
			Kind:   Discount,
			Most:   yen.Percent(100),
		}},
		AdjustedTo: yen.HalfUp.To(10),

		TermBy:     r.Term,
		TermTo:     yen.HalfUp.To(10),
		TermClause: clause.Clause{ID: "PRM-14", JA: "中途加入の保険料", EN: "premium of a mid-term joiner", Source: "保険期間（定めなし・解釈A27）"},
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
		ReductionClause: clause.Clause{ID: "PRM-16", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales", Source: "保険料に関する事項"},
		Indicative:      clause.Clause{ID: "PRM-17", JA: "概算保険料", EN: "indicative premium", Source: "保険料例"},
		Notes: []clause.Note{
			between(r.Between),
			{Clause: "PRM-13", JA: "割引率は引受保険会社が定めます。端数処理はパンフレットに定めがありません。", EN: "The insurer sets the discount rate. The brochure gives no rounding for it."},
			{Clause: "PRM-14", JA: "中途加入の保険料の計算方法は、パンフレットに定めがありません（解釈A27）。", EN: "The brochure does not state how the premium of a mid-term joiner is computed (reading A27)."},
			{Clause: "PRM-15", JA: "保険期間中の売上高による精算は、原則として行いません。", EN: "In principle, the premium is not adjusted to the sales during the policy period."},
			{Clause: "PRM-17", JA: "標準的な設定による概算保険料です。正式なお見積もりは取扱代理店にご依頼ください。", EN: "Indicative premium for the standard setting. Ask the agent for a quotation."},
			{Clause: "PRM-17", JA: "補償と保険期間は、加入依頼書の提出と保険料の払込みを前提とします。", EN: "Cover and the policy period depend on the enrolment form and the payment of the premium."},
		},
	})
	return tariff
}

// between returns the note on sales between two rows.
func between(b Between) clause.Note {
	if b == NextRow {
		return clause.Note{
			Clause: "PRM-12",
			JA:     "表の行の間の保険料はパンフレットに定めがないため、次の行の保険料としています（解釈A26）。",
			EN:     "The brochure gives no premium between two rows; the premium of the next row is used (reading A26).",
		}
	}
	return clause.Note{
		Clause: "PRM-12",
		JA:     "表の行の間の保険料はパンフレットに定めがないため、比例計算しています（解釈A26）。",
		EN:     "The brochure gives no premium between two rows; the amount is interpolated (reading A26).",
	}
}
