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
// and the readings. Source: ご契約条件. It returns an [*Error] with [ErrAmount]
// for a choice outside its span, [ErrRatio] for a ratio outside 0 to 1 and
// [ErrReading] for a reading that there is not.
func JISA2024(c Choices, r Readings) (Program, error) {
	if err := r.check(); err != nil {
		return Program{}, err
	}
	const least, most = 500 * yen.Man, 1 * yen.Oku // of a limit of the costs
	overall := span{"overall", &c.Costs.Overall, least, yen.Max, most}
	if r.Costs == OverallOnly {
		overall.most, overall.standard = most, 0
	}
	standard := Standard()
	if err := settle([]span{
		{"liability", &c.Liability, 1, yen.Max, standard.Liability},
		{"deductible", &c.Deductible, 0, 100 * yen.Man, 0},
		{"litigation", &c.Litigation, 1, yen.Max, standard.Litigation},
		{"custody", &c.Custody, 0, yen.Max, 0},
		{"malfunction", &c.Malfunction, 0, yen.Max, 0},
		{"regulatory", &c.Regulatory, 0, yen.Max, 0},
		{"attack-response", &c.Costs.AttackResponse, least, most, 0},
		{"investigation", &c.Costs.Investigation, least, most, 0},
		{"advisory", &c.Costs.Advisory, least, most, 0},
		{"restoration", &c.Costs.Restoration, least, most, 0},
		{"other-response", &c.Costs.OtherResponse, least, most, 0},
		{"recurrence-prevention", &c.Costs.RecurrencePrevention, least, most, 0},
		{"reputational", &c.Costs.Reputational, least, most, 0},
		overall,
	}); err != nil {
		return Program{}, err
	}
	if c.Declared.Num() < 0 || c.Declared.Num() > c.Declared.Den() {
		return Program{}, &Error{"JISA2024", "declared " + c.Declared.String(), ErrRatio}
	}
	return New(jisa2024{c, r, least, most}.tree())
}

// jisa2024 writes the tree as the wording reads.
type jisa2024 struct {
	Choices
	r           Readings
	least, most yen.Amount
}

func (j jisa2024) tree() Node {
	root := Group(j.liability(), j.costs()).Then(j.cap())
	late := []Head{AttackResponse, Investigation, Advisory, Restoration, OtherResponse, RecurrencePrevention, Reputational}
	root = root.Then(Reduction("LIM-18").For(late...))
	if j.Declared != (yen.Ratio{}) {
		switch j.r.Reduction {
		case EveryPayment:
			root = root.Then(Pays("LIM-19", j.Declared))
		case DamagesOnly:
			root = root.Then(Pays("LIM-19", j.Declared).For(j.damages()...))
		}
	}
	if j.r.Related == EachClaim {
		root = root.Then(Separate("LIM-21"))
	}
	mode := yen.Down
	if j.r.Rounding == HalfUp {
		mode = yen.HalfUp
	}
	return root.Then(Round("LIM-20", mode))
}

// damages returns the heads of legal damages.
func (j jisa2024) damages() []Head {
	heads := []Head{Damages}
	if j.Custody > 0 {
		heads = append(heads, Custody)
	}
	if j.Malfunction > 0 {
		heads = append(heads, Malfunction)
	}
	return heads
}

func (j jisa2024) liability() Node {
	perClaim := PerClaim("LIM-02", j.limit(j.Liability))
	perPeriod := PerPeriod("LIM-03", j.limit(j.Liability))
	damages := make([]Node, 0, 3)
	for _, h := range j.damages() {
		damages = append(damages, On(h))
	}
	defence, cooperation := On(Defence), On(Cooperation)

	// After the deductible come the sublimits of the covers that share it.
	terms := []Term{Deductible("LIM-01", j.Deductible)}
	if 0 < j.Custody && j.Custody < j.Liability {
		terms = append(terms, PerPeriod("LIM-05", j.limit(j.Custody)).For(Custody))
	}
	if 0 < j.Malfunction && j.Malfunction < j.Liability {
		terms = append(terms, PerPeriod("LIM-06", j.limit(j.Malfunction)).For(Malfunction))
	}
	terms = append(terms, perClaim)

	if j.r.Defence == Inside {
		loss := Group(append(damages, defence, cooperation)...).Then(terms...)
		return j.last(loss).Then(perPeriod)
	}
	scaled := Scaled("LIM-04", "LIM-02", "LIM-03")
	if j.r.Scale == LimitPrinted {
		scaled = Scaled("LIM-04", "LIM-02")
	}
	liability := j.last(Group(damages...).Then(terms...), defence.Then(scaled), cooperation)
	if j.r.Defence == Classical {
		eroding := j.damages()
		if j.r.Litigation == InsideLiability {
			eroding = append(eroding, LitigationResponse)
		}
		return liability.Then(perPeriod.For(eroding...))
	}
	return liability.Then(perPeriod)
}

// last groups the nodes of liability, with litigation response as the last if
// it is read into it.
func (j jisa2024) last(nodes ...Node) Node {
	if j.r.Litigation == InsideLiability {
		nodes = append(nodes, j.litigation())
	}
	return Group(nodes...)
}

func (j jisa2024) litigation() Node {
	return On(LitigationResponse, PerPeriod("LIM-13", j.limit(j.Litigation)))
}

func (j jisa2024) costs() Node {
	reputational := On(Reputational)
	advisory := j.cost(On(Advisory), "LIM-09", j.Costs.Advisory)
	other := j.cost(On(OtherResponse), "LIM-11", j.Costs.OtherResponse)
	switch j.r.Reputational {
	case WithAdvisory:
		advisory = j.cost(Group(On(Advisory), reputational), "LIM-09", j.Costs.Advisory)
	case WithOtherResponse:
		other = j.cost(Group(On(OtherResponse), reputational), "LIM-11", j.Costs.OtherResponse)
	}
	costs := []Node{
		j.cost(On(AttackResponse), "LIM-07", j.Costs.AttackResponse),
		j.cost(On(Investigation), "LIM-08", j.Costs.Investigation),
		advisory,
		j.cost(On(Restoration), "LIM-10", j.Costs.Restoration),
		other,
		j.cost(On(RecurrencePrevention), "LIM-12", j.Costs.RecurrencePrevention),
	}
	if j.r.Litigation == InsideCosts {
		costs = append(costs, j.litigation())
	}
	if j.r.Reputational == OwnHead {
		costs = append(costs, j.cost(reputational, "LIM-14", j.Costs.Reputational))
	}
	if j.Regulatory > 0 {
		costs = append(costs, On(Regulatory, PerPeriod("LIM-15", j.limit(j.Regulatory))))
	}
	group := Group(costs...)
	if j.r.Costs != OwnOnly {
		group = group.Then(j.stated("LIM-16", j.Costs.Overall))
	}
	if j.r.Litigation == BesideCosts {
		group = Group(group, j.litigation())
	}
	return group
}

// cost returns the node of a cost type with its own limit.
func (j jisa2024) cost(n Node, id clause.ID, own yen.Amount) Node {
	if j.r.Costs == OverallOnly {
		return n
	}
	return n.Then(j.stated(id, own))
}

// stated returns a limit of the costs, which the policy may leave unstated.
func (j jisa2024) stated(id clause.ID, limit yen.Amount) Term {
	if limit == 0 {
		return Unstated(id, j.limit(j.least), j.limit(j.most))
	}
	return PerPeriod(id, j.limit(limit))
}

// cap returns the limit over all payments, beside the program if it has none.
func (j jisa2024) cap() Term {
	t := PerPeriod("LIM-17", j.limit(j.Liability))
	if j.r.Cap == NoCap {
		return t.Beside()
	}
	return t
}

// limit returns a limit as it acts: reduced, where the sales declared reduce
// limits instead of payments.
func (j jisa2024) limit(a yen.Amount) yen.Amount {
	if j.r.Reduction == EveryLimit && j.Declared != (yen.Ratio{}) {
		a, _ = a.Times(j.Declared, yen.Rounding{})
	}
	return a
}

// JISA2024Clauses returns the clauses that the terms of [JISA2024] cite.
func JISA2024Clauses() iter.Seq[clause.Clause] {
	return slices.Values([]clause.Clause{
		{ID: "LIM-01", JA: "賠償責任の免責金額", EN: "liability deductible", Source: "ご契約条件"},
		{ID: "LIM-02", JA: "賠償責任の支払限度額（1請求）", EN: "liability limit per claim", Source: "ご契約条件"},
		{ID: "LIM-03", JA: "賠償責任の支払限度額（保険期間中）", EN: "liability limit for the policy period", Source: "ご契約条件"},
		{ID: "LIM-04", JA: "争訟費用の按分", EN: "defence costs pro rata", Source: "争訟費用"},
		{ID: "LIM-05", JA: "管理下財物の支払限度額", EN: "sublimit of property in care, custody or control", Source: "ご契約条件"},
		{ID: "LIM-06", JA: "誤作動等の支払限度額", EN: "sublimit of software malfunction", Source: "ご契約条件"},
		{ID: "LIM-07", JA: "サイバー攻撃対応費用の支払限度額", EN: "limit of attack response costs", Source: "ご契約条件"},
		{ID: "LIM-08", JA: "原因・被害範囲調査費用の支払限度額", EN: "limit of investigation costs", Source: "ご契約条件"},
		{ID: "LIM-09", JA: "相談費用の支払限度額", EN: "limit of advisory costs", Source: "ご契約条件"},
		{ID: "LIM-10", JA: "コンピュータシステム復旧費用の支払限度額", EN: "limit of restoration costs", Source: "ご契約条件"},
		{ID: "LIM-11", JA: "その他事故対応費用の支払限度額", EN: "limit of other response costs", Source: "ご契約条件"},
		{ID: "LIM-12", JA: "再発防止費用の支払限度額", EN: "limit of recurrence prevention costs", Source: "ご契約条件"},
		{ID: "LIM-13", JA: "訴訟対応費用の支払限度額", EN: "limit of litigation response costs", Source: "ご契約条件"},
		{ID: "LIM-14", JA: "風評被害対応の支払限度額", EN: "limit of reputational response costs", Source: "ご契約条件"},
		{ID: "LIM-15", JA: "規制等対応費用の支払限度額", EN: "limit of regulatory response costs", Source: "ご契約条件"},
		{ID: "LIM-16", JA: "事故対応費用全体の支払限度額", EN: "overall limit of response costs", Source: "ご契約条件"},
		{ID: "LIM-17", JA: "全補償共通の支払限度額", EN: "limit over all payments", Source: "ご契約条件"},
		{ID: "LIM-18", JA: "通知遅延による減額", EN: "reduction for late notice", Source: "サイバーセキュリティ事故対応費用"},
		{ID: "LIM-19", JA: "売上高の過少申告による削減", EN: "reduction for under-declared sales", Source: "保険料"},
		{ID: "LIM-20", JA: "お支払額の端数処理", EN: "rounding of payments", Source: ""},
		{ID: "LIM-21", JA: "請求の独立", EN: "claims of their own", Source: ""},
	})
}
