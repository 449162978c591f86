// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/limits"
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

// The amounts of the standard setting. Source: ご契約条件.
const (
	standardLiability  = 1 * yen.Oku
	standardDeductible = 100 * yen.Man
	standardLitigation = 1_000 * yen.Man
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
	overall := sublimit(CostsLimit, "LIM-16", "事故対応費用全体の支払限度額", "aggregate limit for incident response costs")
	if !r.Has(CostsOverallOnly) {
		overall.Printed, overall.Standard = option.Range{}, option.Yen(printed().Most)
	}
	return option.Table{
		{ID: LiabilityLimit, Clause: "LIM-02", JA: "賠償責任の支払限度額", EN: "liability limit",
			Least: 1, Standard: option.Yen(standardLiability)},
		{ID: LiabilityDeductible, Clause: "LIM-01", JA: "賠償責任の免責金額", EN: "liability deductible",
			Most: 100 * yen.Man, Standard: option.Yen(standardDeductible)},
		sublimit(AttackResponseLimit, "LIM-07", "①サイバー攻撃対応費用の支払限度額", "attack response costs sublimit"),
		sublimit(InvestigationLimit, "LIM-08", "②原因・被害範囲調査費用の支払限度額", "investigation costs sublimit"),
		sublimit(AdvisoryLimit, "LIM-09", "③相談費用の支払限度額", "advisory costs sublimit"),
		sublimit(RestorationLimit, "LIM-10", "④コンピュータシステム復旧費用の支払限度額", "restoration costs sublimit"),
		sublimit(OtherResponseLimit, "LIM-11", "⑤その他事故対応費用の支払限度額", "other incident response costs sublimit"),
		sublimit(RecurrencePreventionLimit, "LIM-12", "⑥再発防止費用の支払限度額", "recurrence prevention costs sublimit"),
		{ID: LitigationLimit, Clause: "LIM-13", JA: "⑦訴訟対応費用の支払限度額", EN: "litigation response costs limit",
			Least: 1, Standard: option.Yen(standardLitigation)},
		sublimit(ReputationalLimit, "LIM-14", "風評被害拡大防止の費用の支払限度額", "reputational response costs sublimit"),
		overall,
		{ID: CustodyLimit, Clause: "LIM-05", JA: "管理下財物の支払限度額", EN: "sublimit for property in care, custody or control",
			Least: 1, Standard: option.Of(LiabilityLimit), With: CustodyEndorsement},
		{ID: MalfunctionLimit, Clause: "LIM-06", JA: "誤作動等の支払限度額", EN: "software malfunction sublimit",
			Least: 1, Standard: option.Of(LiabilityLimit), With: MalfunctionEndorsement},
		{ID: RegulatoryLimit, Clause: "LIM-15", JA: "規制等対応費用の支払限度額", EN: "regulatory response costs sublimit",
			Least: 1, With: RegulatoryEndorsement},
		{ID: DeclaredRatio, Clause: "LIM-19", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales",
			Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(100))},
	}
}

// sublimit returns the row of a sublimit of the incident response costs.
func sublimit(id option.ID, states clause.ID, ja, en string) option.Row {
	return option.Row{ID: id, Clause: states, JA: ja, EN: en, Least: 1, Printed: printed()}
}

// settings returns the standard setting as the brochure prints it. Source:
// ご契約条件.
func settings(r coverage.OpenPoints) []coverage.Setting {
	sublimits := ids("LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12")
	sublimits = pick(r.Has(ReputationalOwnHead), append(sublimits, "LIM-14"), sublimits)
	return []coverage.Setting{
		{Clauses: ids("LIM-02", "LIM-03"), Least: standardLiability, Most: standardLiability,
			JA: "賠償責任の支払限度額（1請求・保険期間中）", EN: "liability limit (per claim and aggregate)"},
		{Clauses: ids("LIM-01"), Least: standardDeductible, Most: standardDeductible,
			JA: "賠償責任の免責金額", EN: "liability deductible"},
		pick(r.Has(CostsOverallOnly), coverage.Setting{
			Clauses: ids("LIM-16"), Least: printed().Least, Most: printed().Most,
			JA: "事故対応費用全体の支払限度額（1事故・保険期間中、免責金額なし）",
			EN: "incident response costs limit (per incident and aggregate, no deductible)",
		}, coverage.Setting{
			Clauses: sublimits, Least: printed().Least, Most: printed().Most,
			JA: "事故対応費用の支払限度額（1事故・保険期間中、費用の種類ごとに設定、免責金額なし）",
			EN: "incident response costs sublimits " +
				"(per incident and aggregate, set for each head of loss, no deductible)",
		}),
		{Clauses: ids("LIM-13"), Least: standardLitigation, Most: standardLitigation,
			JA: "訴訟対応費用の支払限度額（1請求・保険期間中、免責金額なし）",
			EN: "litigation response costs limit (per claim and aggregate, no deductible)"},
	}
}

// Limits returns the deductible and the limits of the 2024 edition, for the values
// that a policy has for [Options]. Source: ご契約条件.
func Limits() limits.Program {
	t, _ := limits.New(tree{points()}.root(), Options())
	return t
}

// A tree builds the tree of deductible and limits under the readings.
type tree struct{ r coverage.OpenPoints }

func (t tree) root() limits.Node {
	combined := t.aggregate("LIM-17", LiabilityLimit)
	combined.Beside = t.r.Has(CapNone)
	root := limits.Group(t.liability(), t.costs()).Then(combined, named(limits.Reduction("LIM-18").For(
		AttackResponse, Investigation, Advisory, Restoration, OtherResponse, RecurrencePrevention, Reputational)))
	declared := named(limits.Pays("LIM-19", option.Of(DeclaredRatio)))
	switch {
	case t.r.Has(ReducedPayments):
		root = root.Then(declared)
	case t.r.Has(ReducedDamages):
		root = root.Then(declared.For(Damages, Custody, Malfunction))
	}
	if t.r.Has(RelatedEachClaim) {
		root = root.Then(limits.Separate("LIM-21"))
	}
	return root.Then(limits.Round("LIM-20", pick(t.r.Has(RoundingHalfUp), yen.HalfUp, yen.Down)))
}

func (t tree) liability() limits.Node {
	// After the deductible come the sublimits of the covers that share it.
	custody, malfunction := t.aggregate("LIM-05", CustodyLimit), t.aggregate("LIM-06", MalfunctionLimit)
	custody.Below, malfunction.Below = t.limit(LiabilityLimit), t.limit(LiabilityLimit)
	terms := []limits.Term{limits.Deductible("LIM-01", option.Of(LiabilityDeductible)),
		custody.For(Custody), malfunction.For(Malfunction), limits.PerClaim("LIM-02", t.limit(LiabilityLimit))}
	damages := []limits.Node{limits.On(Damages),
		{Head: Custody, With: CustodyEndorsement}, {Head: Malfunction, With: MalfunctionEndorsement}}
	defence, cooperation := limits.On(Defence), limits.On(Cooperation)
	scaled := limits.Scaled("LIM-04", pick(t.r.Has(ProRataPrinted), ids("LIM-02"), ids("LIM-02", "LIM-03"))...)
	parts := pick(t.r.Has(DefenceInside),
		[]limits.Node{limits.Group(append(damages, defence, cooperation)...).Then(terms...)},
		[]limits.Node{limits.Group(damages...).Then(terms...), defence.Then(scaled), cooperation})

	aggregate := limits.Aggregate("LIM-03", t.limit(LiabilityLimit))
	if t.r.Has(DefenceClassical) {
		aggregate = aggregate.For(Damages, Custody, Malfunction)
	}
	if t.r.Has(LitigationInsideLiability) {
		parts = append(parts, t.litigation())
		if t.r.Has(DefenceClassical) {
			aggregate = aggregate.For(LitigationResponse)
		}
	}
	return limits.Group(parts...).Then(aggregate)
}

func (t tree) litigation() limits.Node {
	return limits.On(LitigationResponse, t.aggregate("LIM-13", LitigationLimit))
}

func (t tree) costs() limits.Node {
	own := func(n limits.Node, id clause.ID, limit option.ID) limits.Node {
		if t.r.Has(CostsOverallOnly) {
			return n
		}
		return n.Then(t.aggregate(id, limit))
	}
	advisory, other, reputational := limits.On(Advisory), limits.On(OtherResponse), limits.On(Reputational)
	switch {
	case t.r.Has(ReputationalAdvisory):
		advisory = limits.Group(advisory, reputational)
	case t.r.Has(ReputationalOtherResponse):
		other = limits.Group(other, reputational)
	}
	costs := []limits.Node{
		own(limits.On(AttackResponse), "LIM-07", AttackResponseLimit),
		own(limits.On(Investigation), "LIM-08", InvestigationLimit),
		own(advisory, "LIM-09", AdvisoryLimit),
		own(limits.On(Restoration), "LIM-10", RestorationLimit),
		own(other, "LIM-11", OtherResponseLimit),
		own(limits.On(RecurrencePrevention), "LIM-12", RecurrencePreventionLimit),
	}
	if t.r.Has(LitigationInsideCosts) {
		costs = append(costs, t.litigation())
	}
	if t.r.Has(ReputationalOwnHead) {
		costs = append(costs, own(reputational, "LIM-14", ReputationalLimit))
	}
	costs = append(costs, limits.Node{Head: Regulatory, With: RegulatoryEndorsement,
		Terms: []limits.Term{t.aggregate("LIM-15", RegulatoryLimit)}})
	group := limits.Group(costs...)
	if !t.r.Has(CostsOwnOnly) {
		group = group.Then(t.aggregate("LIM-16", CostsLimit))
	}
	if t.r.Has(LitigationBesideCosts) {
		return limits.Group(group, t.litigation())
	}
	return group
}

func (t tree) aggregate(id clause.ID, limit option.ID) limits.Term {
	return named(limits.Aggregate(id, t.limit(limit)))
}

// limit returns a limit as it acts: reduced if under-declared sales reduce limits
// instead of payments.
func (t tree) limit(id option.ID) option.Value {
	return pick(t.r.Has(ReducedLimits), option.Of(id).Times(DeclaredRatio), option.Of(id))
}

// named returns the term with the title of its clause as its name.
func named(t limits.Term) limits.Term {
	for _, c := range limitClauses() {
		if c.ID == t.Clause {
			t.JA, t.EN = c.JA, c.EN
		}
	}
	return t
}

// limitClauses returns the clauses that the terms of [Limits] cite, in the order
// of their IDs.
func limitClauses() []clause.Clause {
	return []clause.Clause{
		titled("LIM-01", "賠償責任の免責金額", "liability deductible", policyTerms),
		titled("LIM-02", "賠償責任の支払限度額（1請求）", "liability per-claim limit", policyTerms),
		titled("LIM-03", "賠償責任の支払限度額（保険期間中）", "liability aggregate limit", policyTerms),
		titled("LIM-04", "争訟費用の按分", "defence costs pro rata", along+"（定めなし、解釈A4）"),
		titled("LIM-05", "管理下財物の支払限度額（内枠）", "sublimit for property in care, custody or control", policyTerms+"（定めなし）"),
		titled("LIM-06", "誤作動等の支払限度額（内枠）", "software malfunction sublimit", policyTerms+"（定めなし）"),
		titled("LIM-07", "費用ごとの支払限度額（①サイバー攻撃対応費用）", "attack response costs sublimit", policyTerms),
		titled("LIM-08", "費用ごとの支払限度額（②原因・被害範囲調査費用）", "investigation costs sublimit", policyTerms),
		titled("LIM-09", "費用ごとの支払限度額（③相談費用）", "advisory costs sublimit", policyTerms),
		titled("LIM-10", "費用ごとの支払限度額（④コンピュータシステム復旧費用）", "restoration costs sublimit", policyTerms),
		titled("LIM-11", "費用ごとの支払限度額（⑤その他事故対応費用）", "other incident response costs sublimit", policyTerms),
		titled("LIM-12", "費用ごとの支払限度額（⑥再発防止費用）", "recurrence prevention costs sublimit", policyTerms),
		titled("LIM-13", "費用ごとの支払限度額（⑦訴訟対応費用）", "litigation response costs sublimit", policyTerms),
		titled("LIM-14", "費用ごとの支払限度額（風評被害拡大防止の費用）", "reputational response costs sublimit", policyTerms+"（定めなし、解釈A12）"),
		titled("LIM-15", "費用ごとの支払限度額（規制等対応費用）", "regulatory response costs sublimit", policyTerms+"（定めなし）"),
		titled("LIM-16", "事故対応費用全体の支払限度額", "aggregate limit for incident response costs", policyTerms+"（定めなし、解釈A2）"),
		titled("LIM-17", "全補償共通の支払限度額", "combined aggregate limit", policyTerms+"（定めなし、解釈A3b）"),
		titled("LIM-18", "通知の遅れによる保険金の削減", "reduction for late notice", partCosts+"（＊4）"),
		titled("LIM-19", "ご申告売上高の不足による保険金の削減", "reduction for under-declared sales", pricing),
		titled("LIM-20", "お支払額の端数処理", "rounding of payments", "定めなし、解釈A28"),
		titled("LIM-21", "一連の請求の合算なし", "related claims not aggregated", "定めなし、解釈A5"),
	}
}
