// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Standard returns the standard setting of the 2024 edition: a liability limit
// of 1億円 with a deductible of 100万円. It states no own limits of the costs,
// because the source prints none.
func Standard() Choices {
	return Choices{Liability: 1 * yen.Oku, Deductible: 100 * yen.Man, Litigation: 1_000 * yen.Man}
}

// JISA2024 returns the program of the 2024 edition for the choices of a policy
// and the readings; the zero Choices have no deductible, [Standard] has one.
// Source: ご契約条件. It returns an [*Error] with [ErrAmount]
// for a choice outside its span, [ErrRatio] for a ratio outside 0 to 1 and
// [ErrReading] for a reading that there is not.
func JISA2024(c Choices, r Readings) (Program, error) {
	if err := r.check(); err != nil {
		return Program{}, err
	}
	const least, most = 500 * yen.Man, 1 * yen.Oku // of a limit of the costs
	own := func(name string, chosen *yen.Amount) span {
		return span{name: name, chosen: chosen, least: least, most: most}
	}
	overall := span{name: "overall", chosen: &c.Costs.Overall, least: least, most: yen.Max, standard: most}
	if r.Costs == OverallOnly {
		overall = own("overall", &c.Costs.Overall)
	}
	standard := Standard()
	if err := settle(
		span{name: "liability", chosen: &c.Liability, most: yen.Max, standard: standard.Liability},
		span{name: "deductible", chosen: &c.Deductible, most: 100 * yen.Man},
		span{name: "litigation", chosen: &c.Litigation, most: yen.Max, standard: standard.Litigation},
		span{name: "custody", chosen: &c.Custody, most: yen.Max},
		span{name: "malfunction", chosen: &c.Malfunction, most: yen.Max},
		span{name: "regulatory", chosen: &c.Regulatory, most: yen.Max},
		own("attack-response", &c.Costs.AttackResponse),
		own("investigation", &c.Costs.Investigation),
		own("advisory", &c.Costs.Advisory),
		own("restoration", &c.Costs.Restoration),
		own("other-response", &c.Costs.OtherResponse),
		own("recurrence-prevention", &c.Costs.RecurrencePrevention),
		own("reputational", &c.Costs.Reputational),
		overall,
	); err != nil {
		return Program{}, err
	}
	if err := c.checkDeclared(); err != nil {
		return Program{}, err
	}
	return New(jisa2024{c, r, least, most}.tree())
}

// JISA2024Clauses returns the clauses that the terms of [JISA2024] cite.
func JISA2024Clauses() iter.Seq[clause.Clause] {
	return slices.Values([]clause.Clause{
		{ID: "LIM-01", JA: "賠償責任の免責金額", EN: "liability deductible", Source: "ご契約条件"},
		{ID: "LIM-02", JA: "賠償責任の支払限度額（1請求）", EN: "liability limit per claim", Source: "ご契約条件"},
		{ID: "LIM-03", JA: "賠償責任の支払限度額（保険期間中）", EN: "liability limit for the policy period", Source: "ご契約条件"},
		{ID: "LIM-04", JA: "争訟費用の按分", EN: "defence costs pro rata", Source: "争訟費用（定めなし、読み方A4）"},
		{ID: "LIM-05", JA: "管理下財物の支払限度額", EN: "sublimit of property in care, custody or control", Source: "ご契約条件（定めなし）"},
		{ID: "LIM-06", JA: "誤作動等の支払限度額", EN: "sublimit of software malfunction", Source: "ご契約条件（定めなし）"},
		{ID: "LIM-07", JA: "サイバー攻撃対応費用の支払限度額", EN: "limit of attack response costs", Source: "ご契約条件"},
		{ID: "LIM-08", JA: "原因・被害範囲調査費用の支払限度額", EN: "limit of investigation costs", Source: "ご契約条件"},
		{ID: "LIM-09", JA: "相談費用の支払限度額", EN: "limit of advisory costs", Source: "ご契約条件"},
		{ID: "LIM-10", JA: "コンピュータシステム復旧費用の支払限度額", EN: "limit of restoration costs", Source: "ご契約条件"},
		{ID: "LIM-11", JA: "その他事故対応費用の支払限度額", EN: "limit of other response costs", Source: "ご契約条件"},
		{ID: "LIM-12", JA: "再発防止費用の支払限度額", EN: "limit of recurrence prevention costs", Source: "ご契約条件"},
		{ID: "LIM-13", JA: "訴訟対応費用の支払限度額", EN: "limit of litigation response costs", Source: "ご契約条件"},
		{ID: "LIM-14", JA: "風評被害対応の支払限度額", EN: "limit of reputational response costs", Source: "ご契約条件（定めなし、読み方A12）"},
		{ID: "LIM-15", JA: "規制等対応費用の支払限度額", EN: "limit of regulatory response costs", Source: "ご契約条件（定めなし）"},
		{ID: "LIM-16", JA: "事故対応費用全体の支払限度額", EN: "overall limit of response costs", Source: "ご契約条件（定めなし、読み方A2）"},
		{ID: "LIM-17", JA: "全補償共通の支払限度額", EN: "limit over all payments", Source: "ご契約条件（定めなし、読み方A3b）"},
		{ID: "LIM-18", JA: "通知遅延による減額", EN: "reduction for late notice", Source: "サイバーセキュリティ事故対応費用担保特約"},
		{ID: "LIM-19", JA: "売上高の過少申告による削減", EN: "reduction for under-declared sales", Source: "保険料に関する事項"},
		{ID: "LIM-20", JA: "お支払額の端数処理", EN: "rounding of payments", Source: "定めなし、読み方A28"},
		{ID: "LIM-21", JA: "請求の独立", EN: "claims of their own", Source: "定めなし、読み方A5"},
	})
}
