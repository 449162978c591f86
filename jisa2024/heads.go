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
	switch {
	case r.Has(ReputationalAdvisory):
		return response.Head("advisory").Head("reputational")
	case r.Has(ReputationalOtherResponse):
		return response.Head("other-response").Head("reputational")
	}
	return response.Head("reputational")
}

// heads returns the heads of loss in the order of the source.
func heads(r coverage.OpenPoints) []coverage.Head {
	const (
		damages = "お支払いの対象となる損害「法律上の損害賠償金」"
		along   = "付随する各種費用"
		paid    = "お支払いの対象となる損害「サイバーセキュリティ事故対応費用」"
		widens  = "オプション（補償内容の拡大）"
	)
	liable := []limits.Head{Damages, Custody, Malfunction}
	admit := clause.Clause{ID: "COV-36", JA: "賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意が必要です", EN: "Obtain the insurer's prior consent before admitting liability or agreeing an amount", Source: damages}
	some := clause.Clause{ID: "COV-37", JA: "費用によっては、引受保険会社の同意などの支払要件があります", EN: "Some of these costs need the insurer's consent or are subject to other conditions for payment", Source: paid}
	unmet := clause.Clause{ID: "COV-42", JA: "費用の支払要件", EN: "conditions for payment of the cost", Source: paid}
	// Beside the reputational costs that are a part of it, a head has a scope below
	// that of its conditions.
	advisory, other := response.Head("advisory"), response.Head("other-response")
	switch {
	case r.Has(ReputationalAdvisory):
		advisory = advisory.Head("advice")
	case r.Has(ReputationalOtherResponse):
		other = other.Head("other")
	}
	posts := coverage.Head{Head: Reputational, Clause: clause.Clause{ID: "PAY-13", JA: "風評被害拡大防止の費用", EN: "reputational response costs", Source: paid},
		Scope: reputational(r), Reputational: true}
	if !r.Has(ReputationalOwnHead) {
		posts.Consent, posts.Consented, posts.Without = some, RequirementsMet, unmet
	}
	return []coverage.Head{
		{Head: Damages, Clause: clause.Clause{ID: "PAY-01", JA: "法律上の損害賠償金", EN: "damages", Source: damages}, Scope: liability.Head("damages"),
			Consent: admit, Consented: ConsentToAdmit},
		{Head: Custody, Clause: clause.Clause{ID: "PAY-02", JA: "管理下財物の損壊等の賠償金", EN: "damages for property in care, custody or control", Source: widens}, Scope: liability.Head("custody"),
			Consent: admit, Consented: ConsentToAdmit},
		{Head: Malfunction, Clause: clause.Clause{ID: "PAY-03", JA: "誤作動等の賠償金", EN: "damages for software malfunction", Source: widens}, Scope: liability.Head("malfunction"),
			Consent: admit, Consented: ConsentToAdmit, Asked: []fact.Name{BodilyInjury, PropertyDamage}},
		{Head: Defence, Clause: clause.Clause{ID: "PAY-04", JA: "争訟費用", EN: "defence costs", Source: along}, Scope: liability.Head("defence"), Follows: liable,
			Consent:   clause.Clause{ID: "COV-38", JA: "争訟費用の支出の前に、引受保険会社の同意が必要です", EN: "Obtain the insurer's prior consent before incurring defence costs", Source: along},
			Consented: WithConsent, Without: clause.Clause{ID: "COV-03", JA: "争訟費用への同意", EN: "consent to defence costs", Source: along}},
		{Head: Cooperation, Clause: clause.Clause{ID: "PAY-05", JA: "協力費用", EN: "cooperation costs", Source: along}, Scope: liability.Head("cooperation"), Follows: liable,
			Consent: clause.Clause{ID: "COV-39", JA: "引受保険会社が解決に当たる際に、その求めに応じて支出してください", EN: "Incur cooperation costs at the insurer's request, while the insurer is handling the third-party claim", Source: along}, Consented: AtInsurersRequest},
		{Head: AttackResponse, Clause: clause.Clause{ID: "PAY-06", JA: "①サイバー攻撃対応費用", EN: "(1) attack response costs", Source: paid}, Scope: incident.Head("attack-response"),
			Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Investigation, Clause: clause.Clause{ID: "PAY-07", JA: "②原因・被害範囲調査費用", EN: "(2) cause and extent investigation costs", Source: paid}, Scope: response.Head("investigation"),
			Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Advisory, Clause: clause.Clause{ID: "PAY-08", JA: "③相談費用", EN: "(3) advisory costs", Source: paid}, Scope: advisory,
			Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: Restoration, Clause: clause.Clause{ID: "PAY-09", JA: "④コンピュータシステム復旧費用", EN: "(4) computer system restoration costs", Source: paid}, Scope: response.Head("restoration"),
			Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: OtherResponse, Clause: clause.Clause{ID: "PAY-10", JA: "⑤その他事故対応費用", EN: "(5) other incident response costs", Source: paid}, Scope: other,
			Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: RecurrencePrevention, Clause: clause.Clause{ID: "PAY-11", JA: "⑥再発防止費用", EN: "(6) recurrence prevention costs", Source: paid}, Scope: response.Head("recurrence-prevention"),
			Consent: some, Consented: RequirementsMet, Without: unmet},
		{Head: LitigationResponse, Clause: clause.Clause{ID: "PAY-12", JA: "⑦訴訟対応費用", EN: "(7) litigation response costs", Source: paid}, Scope: litigation, Follows: liable, Alone: true,
			Consent: some, Consented: RequirementsMet, Without: unmet},
		posts,
		{Head: Regulatory, Clause: clause.Clause{ID: "PAY-14", JA: "規制等対応費用", EN: "regulatory response costs", Source: widens}, Scope: regulatory},
	}
}
