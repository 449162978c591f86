// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// The limits, the deductible and the ratio that a policy states. Source:
// ご契約条件.
const (
	LiabilityLimit            option.ID = "liability"             // per-claim and aggregate limit of liability
	LiabilityDeductible       option.ID = "deductible"            // 0円 to 1,000,000円
	AttackResponseLimit       option.ID = "attack-response"       // sublimit of ①
	InvestigationLimit        option.ID = "investigation"         // sublimit of ②
	AdvisoryLimit             option.ID = "advisory"              // sublimit of ③
	RestorationLimit          option.ID = "restoration"           // sublimit of ④
	OtherResponseLimit        option.ID = "other-response"        // sublimit of ⑤
	RecurrencePreventionLimit option.ID = "recurrence-prevention" // sublimit of ⑥
	LitigationLimit           option.ID = "litigation"            // limit of ⑦
	ReputationalLimit         option.ID = "reputational"          // sublimit of reputational response costs
	CostsLimit                option.ID = "overall"               // aggregate limit of the incident response costs
	CustodyLimit              option.ID = "custody"               // sublimit, by endorsement
	MalfunctionLimit          option.ID = "malfunction"           // sublimit, by endorsement
	RegulatoryLimit           option.ID = "regulatory"            // sublimit, by endorsement

	// DeclaredRatio is the ratio of the premium for the declared sales to the premium
	// for the actual sales, if sales were under-declared.
	DeclaredRatio option.ID = "declared"
)

// The amounts of the standard setting, and the bound that is printed for the
// deductible. Source: ご契約条件.
const (
	standardLiability  = 1 * yen.Oku
	standardDeductible = 100 * yen.Man
	standardLitigation = 1_000 * yen.Man
	deductibleMost     = 100 * yen.Man
)

// printed returns the range that the brochure prints for a limit of the incident
// response costs. A limit that the policy does not state lies in it. A limit that
// the policy states can lie outside. Source: ご契約条件.
func printed() option.Range { return option.Range{Least: 500 * yen.Man, Most: 1 * yen.Oku} }

// Standard returns the standard setting of the 2024 edition: a liability limit of
// 100,000,000円, a deductible of 1,000,000円 and a litigation response limit of
// 10,000,000円. It states no limits of the other costs, because the source prints
// only a range for them. Source: ご契約条件.
func Standard() option.Values {
	return option.Values{
		LiabilityLimit:      option.Yen(standardLiability),
		LiabilityDeductible: option.Yen(standardDeductible),
		LitigationLimit:     option.Yen(standardLitigation),
	}
}

// Options returns the options of the 2024 edition. A policy states limits as its
// certificate does, from 1円 to [yen.Max]; only the deductible has a printed bound.
// The sublimit of custody or malfunction is the liability limit unless the policy
// states another, and has no effect if it is not below it. That of the regulatory
// response endorsement must be stated. Source: ご契約条件.
func Options() option.Table { return options(points()) }

func options(r coverage.OpenPoints) option.Table {
	overall := option.Row{ID: CostsLimit, Clause: "LIM-16", JA: "事故対応費用全体の支払限度額", EN: "aggregate limit for incident response costs", Least: 1}
	if r.Has(CostsOverallOnly) {
		overall.Printed = printed()
	} else {
		overall.Standard = option.Yen(printed().Most)
	}
	liability := option.Of(LiabilityLimit)
	return option.Table{
		{ID: LiabilityLimit, Clause: "LIM-02", JA: "賠償責任の支払限度額", EN: "liability limit", Least: 1, Standard: option.Yen(standardLiability)},
		{ID: LiabilityDeductible, Clause: "LIM-01", JA: "賠償責任の免責金額", EN: "liability deductible", Most: deductibleMost, Standard: option.Yen(standardDeductible)},
		{ID: AttackResponseLimit, Clause: "LIM-07", JA: "①サイバー攻撃対応費用の支払限度額", EN: "attack response costs sublimit", Least: 1, Printed: printed()},
		{ID: InvestigationLimit, Clause: "LIM-08", JA: "②原因・被害範囲調査費用の支払限度額", EN: "investigation costs sublimit", Least: 1, Printed: printed()},
		{ID: AdvisoryLimit, Clause: "LIM-09", JA: "③相談費用の支払限度額", EN: "advisory costs sublimit", Least: 1, Printed: printed()},
		{ID: RestorationLimit, Clause: "LIM-10", JA: "④コンピュータシステム復旧費用の支払限度額", EN: "restoration costs sublimit", Least: 1, Printed: printed()},
		{ID: OtherResponseLimit, Clause: "LIM-11", JA: "⑤その他事故対応費用の支払限度額", EN: "other incident response costs sublimit", Least: 1, Printed: printed()},
		{ID: RecurrencePreventionLimit, Clause: "LIM-12", JA: "⑥再発防止費用の支払限度額", EN: "recurrence prevention costs sublimit", Least: 1, Printed: printed()},
		{ID: LitigationLimit, Clause: "LIM-13", JA: "⑦訴訟対応費用の支払限度額", EN: "litigation response costs limit", Least: 1, Standard: option.Yen(standardLitigation)},
		{ID: ReputationalLimit, Clause: "LIM-14", JA: "風評被害拡大防止の費用の支払限度額", EN: "reputational response costs sublimit", Least: 1, Printed: printed()},
		overall,
		{ID: CustodyLimit, Clause: "LIM-05", JA: "管理下財物の支払限度額", EN: "sublimit for property in care, custody or control", Least: 1, Standard: liability, With: CustodyEndorsement},
		{ID: MalfunctionLimit, Clause: "LIM-06", JA: "誤作動等の支払限度額", EN: "software malfunction sublimit", Least: 1, Standard: liability, With: MalfunctionEndorsement},
		{ID: RegulatoryLimit, Clause: "LIM-15", JA: "規制等対応費用の支払限度額", EN: "regulatory response costs sublimit", Least: 1, With: RegulatoryEndorsement},
		{ID: DeclaredRatio, Clause: "LIM-19", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales", Ratio: true, Standard: option.Ratio(yen.Percent(100))},
	}
}
