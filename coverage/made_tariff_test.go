// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// madeTariff returns the premiums by sales of flights, with a discount and the part of
// a year by months.
func madeTariff() premium.Rules {
	return premium.Rules{
		Tables: []premium.Table{{
			Clause: clause.Clause{ID: "T6", JA: "年間保険料", EN: "annual premium"},
			Rows: []premium.Row{
				{At: 1_000 * yen.Man, Annual: 12 * yen.Man, Clause: "T6a"},
				{At: 5_000 * yen.Man, Annual: 36 * yen.Man, Clause: "T6b"},
			},
			Between:       premium.Interpolated,
			BetweenClause: clause.Clause{ID: "T8", JA: "行と行の間の保険料", EN: "premium between two rows"},
		}},
		Steps: []premium.Step{{
			Clause: clause.Clause{ID: "T10", JA: "無事故割引", EN: "no-claims discount"}, Kind: premium.Discount, Most: yen.Percent(30), To: yen.HalfUp.To(10),
		}, {
			Clause: clause.Clause{ID: "T11", JA: "中途加入の保険料", EN: "premium of a mid-term joiner"}, Kind: premium.ByMonths, To: yen.HalfUp.To(10),
		}},
		Basis:       "flights",
		BasisClause: clause.Clause{ID: "T7", JA: "売上高の基準", EN: "sales basis"},
		Reduction:   clause.Clause{ID: "T9", JA: "ご申告売上高の不足", EN: "under-declared sales"},
		Indicative:  clause.Clause{ID: "T12", JA: "概算保険料", EN: "indicative premium"},
	}
}

// madeRequest returns what a request for a quotation states.
func madeRequest() []coverage.Request {
	return []coverage.Request{
		{Clause: clause.Clause{ID: "Q1", JA: "事業内容", EN: "business"}, Field: "business"},
		{Clause: clause.Clause{ID: "Q2", JA: "飛行業務の売上高", EN: "sales of flights"}, Field: "sales"},
		{Clause: clause.Clause{ID: "Q3", JA: "資格", EN: "licences"}, Field: "certifications"},
		{Clause: clause.Clause{ID: "Q4", JA: "安全管理体制", EN: "safety organisation"}, Field: "security"},
		{Clause: clause.Clause{ID: "Q5", JA: "法務管理体制", EN: "legal function"}, Field: "legal"},
		{Clause: clause.Clause{ID: "Q6", JA: "過去の事故歴", EN: "loss record"}, Field: "losses"},
		{Clause: clause.Clause{ID: "Q7", JA: "ご契約条件", EN: "limits and deductible"}},
	}
}
