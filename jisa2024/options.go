// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
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
	row := func(id option.ID, clause clause.ID, ja, en string) option.Row {
		return option.Row{ID: id, Clause: clause, JA: ja, EN: en, Unit: option.InYen, Least: 1}
	}
	standard := func(row option.Row, a yen.Amount) option.Row {
		row.Standard, row.Priced = option.Yen(a), option.AtStandard
		return row
	}
	inRange := func(row option.Row) option.Row {
		row.Printed, row.Priced = printed(), option.InRange
		return row
	}
	with := func(id clause.ID, row option.Row, standard option.Value) option.Row {
		row.With, row.Standard, row.Priced = id, standard, option.ByEndorsement
		return row
	}
	deductible := row(LiabilityDeductible, "LIM-01", "賠償責任の免責金額", "liability deductible")
	deductible.Least, deductible.Most = 0, deductibleMost
	overall := row(CostsLimit, "LIM-16", "事故対応費用全体の支払限度額", "aggregate limit for incident response costs")
	if r.Has(CostsOverallOnly) {
		overall = inRange(overall)
	} else {
		overall = standard(overall, printed().Most)
	}
	liability := option.Of(LiabilityLimit)
	return option.Table{
		standard(row(LiabilityLimit, "LIM-02", "賠償責任の支払限度額", "liability limit"), standardLiability),
		standard(deductible, standardDeductible),
		inRange(row(AttackResponseLimit, "LIM-07", "①サイバー攻撃対応費用の支払限度額", "attack response costs sublimit")),
		inRange(row(InvestigationLimit, "LIM-08", "②原因・被害範囲調査費用の支払限度額", "investigation costs sublimit")),
		inRange(row(AdvisoryLimit, "LIM-09", "③相談費用の支払限度額", "advisory costs sublimit")),
		inRange(row(RestorationLimit, "LIM-10", "④コンピュータシステム復旧費用の支払限度額", "restoration costs sublimit")),
		inRange(row(OtherResponseLimit, "LIM-11", "⑤その他事故対応費用の支払限度額", "other incident response costs sublimit")),
		inRange(row(RecurrencePreventionLimit, "LIM-12", "⑥再発防止費用の支払限度額", "recurrence prevention costs sublimit")),
		standard(row(LitigationLimit, "LIM-13", "⑦訴訟対応費用の支払限度額", "litigation response costs limit"), standardLitigation),
		inRange(row(ReputationalLimit, "LIM-14", "風評被害拡大防止の費用の支払限度額", "reputational response costs sublimit")),
		overall,
		with(CustodyEndorsement, row(CustodyLimit, "LIM-05", "管理下財物の支払限度額", "sublimit for property in care, custody or control"), liability),
		with(MalfunctionEndorsement, row(MalfunctionLimit, "LIM-06", "誤作動等の支払限度額", "software malfunction sublimit"), liability),
		with(RegulatoryEndorsement, row(RegulatoryLimit, "LIM-15", "規制等対応費用の支払限度額", "regulatory response costs sublimit"), option.Value{}),
		{ID: DeclaredRatio, Clause: "LIM-19", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales",
			Unit: option.InRatio, Standard: option.Ratio(yen.Percent(100))},
	}
}
