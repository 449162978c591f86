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
	root := limits.Group(t.liability(), t.costs()).Then(combined,
		named(limits.Reduction("LIM-18").For(AttackResponse, Investigation, Advisory, Restoration, OtherResponse, RecurrencePrevention, Reputational)))
	declared := named(limits.Pays("LIM-19", option.Of(DeclaredRatio)))
	switch {
	case t.r.Has(ReducedPayments):
		root = root.Then(declared)
	case t.r.Has(ReducedDamages):
		root = root.Then(declared.For(damages()...))
	}
	if t.r.Has(RelatedEachClaim) {
		root = root.Then(limits.Separate("LIM-21"))
	}
	if t.r.Has(RoundingHalfUp) {
		return root.Then(limits.Round("LIM-20", yen.HalfUp))
	}
	return root.Then(limits.Round("LIM-20", yen.Down))
}

// damages returns the heads of damages.
func damages() []limits.Head { return []limits.Head{Damages, Custody, Malfunction} }

func (t tree) liability() limits.Node {
	parts := []limits.Node{
		limits.On(Damages),
		{Head: Custody, With: CustodyEndorsement},
		{Head: Malfunction, With: MalfunctionEndorsement},
	}
	defence, cooperation := limits.On(Defence), limits.On(Cooperation)

	// After the deductible come the sublimits of the covers that share it.
	terms := []limits.Term{
		limits.Deductible("LIM-01", option.Of(LiabilityDeductible)),
		t.sublimit("LIM-05", CustodyLimit).For(Custody),
		t.sublimit("LIM-06", MalfunctionLimit).For(Malfunction),
		limits.PerClaim("LIM-02", t.limit(LiabilityLimit)),
	}
	perPeriod := limits.Aggregate("LIM-03", t.limit(LiabilityLimit))
	if t.r.Has(DefenceInside) {
		return t.last(limits.Group(append(parts, defence, cooperation)...).Then(terms...)).Then(perPeriod)
	}
	scaled := limits.Scaled("LIM-04", "LIM-02", "LIM-03")
	if t.r.Has(ProRataPrinted) {
		scaled = limits.Scaled("LIM-04", "LIM-02")
	}
	liability := t.last(limits.Group(parts...).Then(terms...), defence.Then(scaled), cooperation)
	if t.r.Has(DefenceClassical) {
		perPeriod = perPeriod.For(damages()...)
		if t.r.Has(LitigationInsideLiability) {
			perPeriod = perPeriod.For(LitigationResponse)
		}
	}
	return liability.Then(perPeriod)
}

// last groups the nodes of liability, with litigation response last if the
// reading puts it there.
func (t tree) last(nodes ...limits.Node) limits.Node {
	if t.r.Has(LitigationInsideLiability) {
		nodes = append(nodes, t.litigation())
	}
	return limits.Group(nodes...)
}

func (t tree) litigation() limits.Node {
	return limits.On(LitigationResponse, t.aggregate("LIM-13", LitigationLimit))
}

func (t tree) costs() limits.Node {
	advisory, other, reputational := limits.On(Advisory), limits.On(OtherResponse), limits.On(Reputational)
	switch {
	case t.r.Has(ReputationalAdvisory):
		advisory = limits.Group(advisory, reputational)
	case t.r.Has(ReputationalOtherResponse):
		other = limits.Group(other, reputational)
	}
	costs := []limits.Node{
		t.own(limits.On(AttackResponse), "LIM-07", AttackResponseLimit),
		t.own(limits.On(Investigation), "LIM-08", InvestigationLimit),
		t.own(advisory, "LIM-09", AdvisoryLimit),
		t.own(limits.On(Restoration), "LIM-10", RestorationLimit),
		t.own(other, "LIM-11", OtherResponseLimit),
		t.own(limits.On(RecurrencePrevention), "LIM-12", RecurrencePreventionLimit),
	}
	if t.r.Has(LitigationInsideCosts) {
		costs = append(costs, t.litigation())
	}
	if t.r.Has(ReputationalOwnHead) {
		costs = append(costs, t.own(reputational, "LIM-14", ReputationalLimit))
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

// own returns the node of a cost with its sublimit.
func (t tree) own(n limits.Node, id clause.ID, limit option.ID) limits.Node {
	if t.r.Has(CostsOverallOnly) {
		return n
	}
	return n.Then(t.aggregate(id, limit))
}

func (t tree) aggregate(id clause.ID, limit option.ID) limits.Term {
	return named(limits.Aggregate(id, t.limit(limit)))
}

// sublimit returns a limit inside that of liability, if it is below it.
func (t tree) sublimit(id clause.ID, limit option.ID) limits.Term {
	s := t.aggregate(id, limit)
	s.Below = t.limit(LiabilityLimit)
	return s
}

// limit returns a limit as it acts: reduced if under-declared sales reduce limits
// instead of payments.
func (t tree) limit(id option.ID) option.Value {
	if t.r.Has(ReducedLimits) {
		return option.Of(id).Times(DeclaredRatio)
	}
	return option.Of(id)
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
	}
}
