// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
)

// The heads of loss of the 2024 edition, in the order in which limits fill them.
const (
	Damages              limits.Head = "damages"               // 法律上の損害賠償金
	Custody              limits.Head = "custody"               // 管理下財物の損壊等, by endorsement
	Malfunction          limits.Head = "malfunction"           // 誤作動等による身体障害・財物損壊, by endorsement
	Defence              limits.Head = "defence"               // 争訟費用
	Cooperation          limits.Head = "cooperation"           // 協力費用
	AttackResponse       limits.Head = "attack-response"       // ① サイバー攻撃対応費用
	Investigation        limits.Head = "investigation"         // ② 原因・被害範囲調査費用
	Advisory             limits.Head = "advisory"              // ③ 相談費用
	Restoration          limits.Head = "restoration"           // ④ コンピュータシステム復旧費用
	OtherResponse        limits.Head = "other-response"        // ⑤ その他事故対応費用
	RecurrencePrevention limits.Head = "recurrence-prevention" // ⑥ 再発防止費用
	LitigationResponse   limits.Head = "litigation-response"   // ⑦ 訴訟対応費用
	Reputational         limits.Head = "reputational"          // 風評被害拡大防止の費用
	Regulatory           limits.Head = "regulatory"            // 規制等対応費用, by endorsement
)

// reputational returns the scope of reputational response costs: they have
// the conditions of the head of which the reading makes them a part.
func reputational(r coverage.OpenPoints) exclusions.Scope {
	return pick(r.Has(ReputationalAdvisory), response.Head("advisory"),
		pick(r.Has(ReputationalOtherResponse), response.Head("other-response"), response)).Head("reputational")
}

// heads returns the heads of loss in the order of the source.
func heads(r coverage.OpenPoints) []coverage.Head {
	liable := []limits.Head{Damages, Custody, Malfunction}
	admit := titled("COV-36", "賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意が必要です",
		"Obtain the insurer's prior consent before admitting liability or agreeing an amount", paidDamages)
	some := titled("COV-37", "費用によっては、引受保険会社の同意などの支払要件があります",
		"Some of these costs need the insurer's consent or are subject to other conditions for payment", paidCosts)
	unmet := titled("COV-42", "費用の支払要件", "conditions for payment of the cost", paidCosts)

	// Beside the reputational costs that are a part of it, a head has a scope below
	// that of its conditions.
	advisory, other := response.Head("advisory"), response.Head("other-response")
	advisory = pick(r.Has(ReputationalAdvisory), advisory.Head("advice"), advisory)
	other = pick(r.Has(ReputationalOtherResponse), other.Head("other"), other)
	own := r.Has(ReputationalOwnHead)

	return []coverage.Head{
		{Head: Damages, Clause: titled("PAY-01", "法律上の損害賠償金", "damages", paidDamages),
			Scope: liability.Head("damages"), Consent: admit, Consented: ConsentToAdmit},
		{Head: Custody, Clause: titled("PAY-02", "管理下財物の損壊等の賠償金",
			"damages for property in care, custody or control", widening),
			Scope: liability.Head("custody"), Consent: admit, Consented: ConsentToAdmit},
		{Head: Malfunction, Clause: titled("PAY-03", "誤作動等の賠償金", "damages for software malfunction", widening),
			Scope: liability.Head("malfunction"), Consent: admit, Consented: ConsentToAdmit,
			Asked: []fact.Name{BodilyInjury, PropertyDamage}},
		{Head: Defence, Clause: titled("PAY-04", "争訟費用", "defence costs", along),
			Scope: liability.Head("defence"), Follows: liable,
			Consent: titled("COV-38", "争訟費用の支出の前に、引受保険会社の同意が必要です",
				"Obtain the insurer's prior consent before incurring defence costs", along),
			Consented: WithConsent, Without: titled("COV-03", "争訟費用への同意", "consent to defence costs", along)},
		{Head: Cooperation, Clause: titled("PAY-05", "協力費用", "cooperation costs", along),
			Scope: liability.Head("cooperation"), Follows: liable,
			Consent: titled("COV-39", "引受保険会社が解決に当たる際に、その求めに応じて支出してください",
				"Incur cooperation costs at the insurer's request, while the insurer is handling the third-party claim",
				along), Consented: AtInsurersRequest},

		{Head: AttackResponse, Clause: titled("PAY-06", "①サイバー攻撃対応費用", "(1) attack response costs", paidCosts),
			Scope: incident.Head("attack-response"), Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Investigation, Clause: titled("PAY-07", "②原因・被害範囲調査費用",
			"(2) cause and extent investigation costs", paidCosts),
			Scope: response.Head("investigation"), Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Advisory, Clause: titled("PAY-08", "③相談費用", "(3) advisory costs", paidCosts),
			Scope: advisory, Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Restoration, Clause: titled("PAY-09", "④コンピュータシステム復旧費用",
			"(4) computer system restoration costs", paidCosts),
			Scope: response.Head("restoration"), Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: OtherResponse, Clause: titled("PAY-10", "⑤その他事故対応費用", "(5) other incident response costs", paidCosts),
			Scope: other, Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: RecurrencePrevention, Clause: titled("PAY-11", "⑥再発防止費用", "(6) recurrence prevention costs", paidCosts),
			Scope: response.Head("recurrence-prevention"), Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: LitigationResponse, Clause: titled("PAY-12", "⑦訴訟対応費用", "(7) litigation response costs", paidCosts),
			Scope: litigation, Follows: liable, Alone: true, Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Reputational, Clause: titled("PAY-13", "風評被害拡大防止の費用", "reputational response costs", paidCosts),
			Scope: reputational(r), Reputational: true, Consent: pick(own, clause.Clause{}, some),
			Consented: pick(own, "", RequirementsMet), Without: pick(own, clause.Clause{}, unmet)},
		{Head: Regulatory, Clause: titled("PAY-14", "規制等対応費用", "regulatory response costs", widening),
			Scope: regulatory},
	}
}
