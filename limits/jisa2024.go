// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// Standard returns the standard setting of the 2024 edition: a liability limit of
// 100,000,000円, a deductible of 1,000,000円 and a litigation response limit of
// 10,000,000円. It states no limits of the other costs, because the source prints
// none. Source: ご契約条件.
func Standard() Choices {
	return Choices{Liability: 1 * yen.Oku, Deductible: 100 * yen.Man, Litigation: 1_000 * yen.Man}
}

// JISA2024CostSpan returns the least and the most that the brochure prints for a
// limit of the incident response costs: 5,000,000円 and 100,000,000円. A limit that the
// policy does not state lies between them, both included. A limit that it states
// can lie outside. Source: ご契約条件.
func JISA2024CostSpan() (least, most yen.Amount) { return 500 * yen.Man, 1 * yen.Oku }

// JISA2024 returns the program of the 2024 edition for the choices of a policy and
// the readings. It records limits as the certificate states them; only the
// deductible has a printed bound. Source: ご契約条件.
//
// JISA2024 returns an [*Error] with
//   - [ErrAmount] if the deductible is below zero or above 1,000,000円, or
//     another choice is below zero or above [yen.Max],
//   - [ErrRatio] if Declared is outside 0 to 1,
//   - [ErrReading] if r contains an unknown reading.
func JISA2024(c Choices, r Readings) (Program, error) {
	if err := r.check(); err != nil {
		return Program{}, err
	}
	least, most := JISA2024CostSpan()
	standard := Standard()
	overall := choice{name: "overall", chosen: &c.Costs.Overall, most: yen.Max, standard: most}
	if r.Costs == OverallOnly {
		overall.standard = 0
	}
	if err := settle(
		choice{name: "liability", chosen: &c.Liability, most: yen.Max, standard: standard.Liability},
		choice{name: "deductible", chosen: &c.Deductible, most: 100 * yen.Man},
		choice{name: "litigation", chosen: &c.Litigation, most: yen.Max, standard: standard.Litigation},
		choice{name: "custody", chosen: &c.Custody, most: yen.Max},
		choice{name: "malfunction", chosen: &c.Malfunction, most: yen.Max},
		choice{name: "regulatory", chosen: &c.Regulatory, most: yen.Max},
		choice{name: "attack-response", chosen: &c.Costs.AttackResponse, most: yen.Max},
		choice{name: "investigation", chosen: &c.Costs.Investigation, most: yen.Max},
		choice{name: "advisory", chosen: &c.Costs.Advisory, most: yen.Max},
		choice{name: "restoration", chosen: &c.Costs.Restoration, most: yen.Max},
		choice{name: "other-response", chosen: &c.Costs.OtherResponse, most: yen.Max},
		choice{name: "recurrence-prevention", chosen: &c.Costs.RecurrencePrevention, most: yen.Max},
		choice{name: "reputational", chosen: &c.Costs.Reputational, most: yen.Max},
		overall,
	); err != nil {
		return Program{}, err
	}
	if err := c.checkDeclared(); err != nil {
		return Program{}, err
	}
	return New(jisa2024{c, r, least, most}.tree())
}

// JISA2024Clauses returns the clauses that the terms of [JISA2024] cite, in the
// order of their IDs.
func JISA2024Clauses() iter.Seq[clause.Clause] {
	return slices.Values([]clause.Clause{
		{ID: "LIM-01", JA: "賠償責任の免責金額", EN: "liability deductible", Source: "ご契約条件"},
		{ID: "LIM-02", JA: "賠償責任の支払限度額（1請求）", EN: "liability per-claim limit", Source: "ご契約条件"},
		{ID: "LIM-03", JA: "賠償責任の支払限度額（保険期間中）", EN: "liability aggregate limit", Source: "ご契約条件"},
		{ID: "LIM-04", JA: "争訟費用の按分", EN: "defence costs pro rata", Source: "争訟費用（定めなし、解釈A4）"},
		{ID: "LIM-05", JA: "管理下財物の支払限度額（内枠）", EN: "sublimit for property in care, custody or control", Source: "ご契約条件（定めなし）"},
		{ID: "LIM-06", JA: "誤作動等の支払限度額（内枠）", EN: "software malfunction sublimit", Source: "ご契約条件（定めなし）"},
		{ID: "LIM-07", JA: "費用ごとの支払限度額（①サイバー攻撃対応費用）", EN: "attack response costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-08", JA: "費用ごとの支払限度額（②原因・被害範囲調査費用）", EN: "investigation costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-09", JA: "費用ごとの支払限度額（③相談費用）", EN: "advisory costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-10", JA: "費用ごとの支払限度額（④コンピュータシステム復旧費用）", EN: "restoration costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-11", JA: "費用ごとの支払限度額（⑤その他事故対応費用）", EN: "other incident response costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-12", JA: "費用ごとの支払限度額（⑥再発防止費用）", EN: "recurrence prevention costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-13", JA: "費用ごとの支払限度額（⑦訴訟対応費用）", EN: "litigation response costs sublimit", Source: "ご契約条件"},
		{ID: "LIM-14", JA: "費用ごとの支払限度額（風評被害拡大防止の費用）", EN: "reputational response costs sublimit", Source: "ご契約条件（定めなし、解釈A12）"},
		{ID: "LIM-15", JA: "費用ごとの支払限度額（規制等対応費用）", EN: "regulatory response costs sublimit", Source: "ご契約条件（定めなし）"},
		{ID: "LIM-16", JA: "事故対応費用全体の支払限度額", EN: "aggregate limit for incident response costs", Source: "ご契約条件（定めなし、解釈A2）"},
		{ID: "LIM-17", JA: "全補償共通の支払限度額", EN: "combined aggregate limit", Source: "ご契約条件（定めなし、解釈A3b）"},
		{ID: "LIM-18", JA: "通知の遅れによる保険金の削減", EN: "reduction for late notice", Source: "サイバーセキュリティ事故対応費用担保特約"},
		{ID: "LIM-19", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales", Source: "保険料に関する事項"},
		{ID: "LIM-20", JA: "お支払額の端数処理", EN: "rounding of payments", Source: "定めなし、解釈A28"},
		{ID: "LIM-21", JA: "一連の請求の合算なし", EN: "related claims not aggregated", Source: "定めなし、解釈A5"},
	})
}
