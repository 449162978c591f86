// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// RiskDiscount returns the risk-assessment discount (リスク評価割引) of the 2024
// edition at the given rate. The insurer sets the rate; the brochure gives none.
func RiskDiscount(rate yen.Ratio) premium.Adjustment {
	return premium.Adjustment{Clause: "PRM-13", Rate: rate}
}

// The kinds of sales (売上高) that the premium can depend on: the Basis of
// [premium.Sales]. Which of them the tariff uses is a reading; see [SalesTotal].
const (
	ITServicesSales = "it-services" // the sales of IT services (IT業務に関する売上高)
	TotalSales      = "total"       // the total sales of the company (総売上高)
)

// Tariff returns the tariff of the 2024 edition.
func Tariff() premium.Tariff {
	tariff, _ := premium.New(tariffRules(points()), options(points())) // which are whole
	return tariff
}

func tariffRules(r coverage.OpenPoints) premium.Rules {
	percent, total := yen.Percent, r.Has(SalesTotal)
	between := pick(r.Has(BetweenNextRow), premium.NextRow, premium.Interpolated)
	between = pick(r.Has(BetweenRefused), premium.OnRow, between)
	term := pick(r.Has(MidTermByDays), premium.ByDays, premium.ByMonths)
	term = pick(r.Has(MidTermByShortRate), premium.ByShortRate, term)
	term = pick(r.Has(MidTermFullYear), premium.ByFullYear, term)
	return premium.Rules{
		Tables: []premium.Table{{
			Clause: titled("PRM-00", "年間保険料", "annual premium", premiums),
			Rows: []premium.Row{
				{At: 5 * yen.Oku, Annual: 109 * yen.Man, Clause: "PRM-01"},
				{At: 10 * yen.Oku, Annual: 152 * yen.Man, Clause: "PRM-02"},
				{At: 20 * yen.Oku, Annual: 223 * yen.Man, Clause: "PRM-03"},
				{At: 30 * yen.Oku, Annual: 294 * yen.Man, Clause: "PRM-04"},
				{At: 40 * yen.Oku, Annual: 332 * yen.Man, Clause: "PRM-05"},
				{At: 50 * yen.Oku, Annual: 370 * yen.Man, Clause: "PRM-06"},
				{At: 60 * yen.Oku, Annual: 409 * yen.Man, Clause: "PRM-07"},
				{At: 70 * yen.Oku, Annual: 447 * yen.Man, Clause: "PRM-08"},
				{At: 80 * yen.Oku, Annual: 486 * yen.Man, Clause: "PRM-09"},
				{At: 90 * yen.Oku, Annual: 513 * yen.Man, Clause: "PRM-10"},
				{At: 100 * yen.Oku, Annual: 540 * yen.Man, Clause: "PRM-11"},
			},
			Between: between,
			BetweenClause: titled("PRM-12", "表の行と行の間の保険料", "premium between two rows",
				premiums+"（定めなし、解釈A26）"),
			To: yen.HalfUp.To(10),
		}},
		Steps: []premium.Step{
			{Clause: titled("PRM-13", "リスク評価割引", "risk-assessment discount", pricing),
				Kind: premium.Discount, Most: percent(100), To: yen.HalfUp.To(10)},
			{Clause: titled("PRM-14", "中途加入の保険料", "premium of a mid-term joiner", policyPeriod+"（定めなし、解釈A27）"),
				Kind: term, To: yen.HalfUp.To(10),
				ShortRates: pick(r.Has(MidTermByShortRate), []premium.ShortRow{ // of reading A27; the brochure has none
					{Days: 7, Rate: percent(10)}, {Days: 15, Rate: percent(15)},
					{Months: 1, Rate: percent(25)}, {Months: 2, Rate: percent(35)}, {Months: 3, Rate: percent(45)},
					{Months: 4, Rate: percent(55)}, {Months: 5, Rate: percent(65)}, {Months: 6, Rate: percent(70)},
					{Months: 7, Rate: percent(75)}, {Months: 8, Rate: percent(80)}, {Months: 9, Rate: percent(85)},
					{Months: 10, Rate: percent(90)}, {Months: 11, Rate: percent(95)}, {Months: 12, Rate: percent(100)},
				}, nil)},
		},
		Basis:       pick(total, TotalSales, ITServicesSales),
		BasisClause: titled("PRM-15", "保険料算出の基礎となる売上高", "sales basis", pricing),
		Reduction:   titled("PRM-16", "ご申告売上高の不足による保険金の削減", "reduction for under-declared sales", pricing),
		Indicative:  titled("PRM-17", "概算保険料", "indicative premium", premiums),
		Notes: []clause.Note{
			pick(total,
				clause.Note{Clause: "PRM-15", JA: "保険料は、直近の確定した会計年度の総売上高に基づいて算出しています。",
					EN: "The premium is based on the total sales of the latest confirmed fiscal year."},
				clause.Note{Clause: "PRM-15", JA: "保険料は、直近の確定した会計年度のIT業務の売上高に基づいて算出しています。",
					EN: "The premium is based on the IT services sales of the latest confirmed fiscal year."}),
			pick(r.Has(BetweenNextRow),
				clause.Note{Clause: "PRM-12", JA: "表の行の間の保険料はパンフレットに定めがないため、次の行の保険料としています（解釈A26）。",
					EN: "The brochure gives no premium between two rows; " +
						"the premium of the next row is used (reading A26)."},
				clause.Note{Clause: "PRM-12", JA: "表の行の間の保険料はパンフレットに定めがないため、比例計算しています（解釈A26）。",
					EN: "The brochure gives no premium between two rows; the amount is interpolated (reading A26)."}),
			{Clause: "PRM-13", JA: "割引率は引受保険会社が定めます。端数処理はパンフレットに定めがありません。",
				EN: "The insurer sets the discount rate. The brochure gives no rounding for it."},
			{Clause: "PRM-14", JA: "中途加入の保険料の計算方法は、パンフレットに定めがありません（解釈A27）。",
				EN: "The brochure does not state how the premium of a mid-term joiner is computed (reading A27)."},
			{Clause: "PRM-15", JA: "保険期間中の売上高による精算は、原則として行いません。",
				EN: "In principle, the premium is not adjusted to the sales during the policy period."},
			{Clause: "PRM-17", JA: "標準的な設定による概算保険料です。正式なお見積もりは取扱代理店にご依頼ください。",
				EN: "Indicative premium for the standard setting. Ask the agent for a quotation."},
			{Clause: "PRM-17", JA: "補償と保険期間は、加入依頼書の提出と保険料の払込みを前提とします。",
				EN: "Cover and the policy period depend on the enrolment form and the payment of the premium."},
		},
	}
}
