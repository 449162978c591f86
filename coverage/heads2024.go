// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
)

// The parts of the costs in which the agreements of the 2024 edition stand.
const (
	incident = exclusions.Costs + "/incident" // what responds to a security incident
	response = incident + "/response"         // the same, but for attack response
)

// reputational2024 returns the scope of reputational response costs: they have
// the conditions of the head of which the reading makes them a part.
func reputational2024(r limits.Reputation) exclusions.Scope {
	switch r {
	case limits.WithAdvisory:
		return response.Head("advisory").Head("reputational")
	case limits.WithOtherResponse:
		return response.Head("other-response").Head("reputational")
	case limits.OwnHead:
	}
	return response.Head("reputational")
}

// heads2024 returns the heads of loss in the order of the source.
func heads2024(r limits.Reputation) []Head {
	const (
		damages = "お支払いの対象となる損害「法律上の損害賠償金」"
		along   = "付随する各種費用"
		costs   = "お支払いの対象となる損害「サイバーセキュリティ事故対応費用」"
		widens  = "オプション（補償内容の拡大）"
	)
	liable := []limits.Head{limits.Damages, limits.Custody, limits.Malfunction}
	admit := clause.Clause{ID: "COV-36", JA: "賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意が必要です", EN: "Obtain the insurer's prior consent before admitting liability or agreeing an amount", Source: damages}
	some := clause.Clause{ID: "COV-37", JA: "費用によっては、引受保険会社の同意などの支払要件があります", EN: "Some of these costs need the insurer's consent or are subject to other conditions for payment", Source: costs}
	unmet := clause.Clause{ID: "COV-42", JA: "費用の支払要件", EN: "conditions for payment of the cost", Source: costs}
	// Beside the reputational costs that are a part of it, a head has a scope below
	// that of its conditions.
	advisory, other := response.Head("advisory"), response.Head("other-response")
	switch r {
	case limits.WithAdvisory:
		advisory = advisory.Head("advice")
	case limits.WithOtherResponse:
		other = other.Head("other")
	case limits.OwnHead:
	}
	reputational := Head{Head: limits.Reputational, Clause: clause.Clause{ID: "PAY-13", JA: "風評被害拡大防止の費用", EN: "reputational response costs", Source: costs},
		Scope: reputational2024(r), Incident: ReputationalIncident}
	if r != limits.OwnHead {
		reputational.Consent, reputational.Consented, reputational.Without = some, "requirements-met", unmet
	}
	return []Head{
		{Head: limits.Damages, Clause: clause.Clause{ID: "PAY-01", JA: "法律上の損害賠償金", EN: "damages", Source: damages}, Scope: exclusions.Liability.Head("damages"),
			Consent: admit, Consented: "consent-to-admit"},
		{Head: limits.Custody, Clause: clause.Clause{ID: "PAY-02", JA: "管理下財物の損壊等の賠償金", EN: "damages for property in care, custody or control", Source: widens}, Scope: exclusions.Liability.Head("custody"),
			Consent: admit, Consented: "consent-to-admit"},
		{Head: limits.Malfunction, Clause: clause.Clause{ID: "PAY-03", JA: "誤作動等の賠償金", EN: "damages for software malfunction", Source: widens}, Scope: exclusions.Liability.Head("malfunction"),
			Consent: admit, Consented: "consent-to-admit", Asked: []exclusions.Fact{"bodily-injury", "property-damage"}},
		{Head: limits.Defence, Clause: clause.Clause{ID: "PAY-04", JA: "争訟費用", EN: "defence costs", Source: along}, Scope: exclusions.Liability.Head("defence"), Follows: liable,
			Consent:   clause.Clause{ID: "COV-38", JA: "争訟費用の支出の前に、引受保険会社の同意が必要です", EN: "Obtain the insurer's prior consent before incurring defence costs", Source: along},
			Consented: "with-consent", Without: clause.Clause{ID: "COV-03", JA: "争訟費用への同意", EN: "consent to defence costs", Source: along}},
		{Head: limits.Cooperation, Clause: clause.Clause{ID: "PAY-05", JA: "協力費用", EN: "cooperation costs", Source: along}, Scope: exclusions.Liability.Head("cooperation"), Follows: liable,
			Consent: clause.Clause{ID: "COV-39", JA: "引受保険会社が解決に当たる際に、その求めに応じて支出してください", EN: "Incur cooperation costs at the insurer's request, while the insurer is handling the third-party claim", Source: along}, Consented: "at-insurers-request"},
		{Head: limits.AttackResponse, Clause: clause.Clause{ID: "PAY-06", JA: "①サイバー攻撃対応費用", EN: "(1) attack response costs", Source: costs}, Scope: incident.Head("attack-response"),
			Consent: some, Consented: "requirements-met", Without: unmet},
		{Head: limits.Investigation, Clause: clause.Clause{ID: "PAY-07", JA: "②原因・被害範囲調査費用", EN: "(2) cause and extent investigation costs", Source: costs}, Scope: response.Head("investigation"),
			Consent: some, Consented: "requirements-met", Without: unmet},
		{Head: limits.Advisory, Clause: clause.Clause{ID: "PAY-08", JA: "③相談費用", EN: "(3) advisory costs", Source: costs}, Scope: advisory,
			Consent: some, Consented: "requirements-met", Without: unmet},
		{Head: limits.Restoration, Clause: clause.Clause{ID: "PAY-09", JA: "④コンピュータシステム復旧費用", EN: "(4) computer system restoration costs", Source: costs}, Scope: response.Head("restoration"),
			Consent: some, Consented: "requirements-met", Without: unmet},
		{Head: limits.OtherResponse, Clause: clause.Clause{ID: "PAY-10", JA: "⑤その他事故対応費用", EN: "(5) other incident response costs", Source: costs}, Scope: other,
			Consent: some, Consented: "requirements-met", Without: unmet},
		{Head: limits.RecurrencePrevention, Clause: clause.Clause{ID: "PAY-11", JA: "⑥再発防止費用", EN: "(6) recurrence prevention costs", Source: costs}, Scope: response.Head("recurrence-prevention"),
			Consent: some, Consented: "requirements-met", Without: unmet},
		{Head: limits.LitigationResponse, Clause: clause.Clause{ID: "PAY-12", JA: "⑦訴訟対応費用", EN: "(7) litigation response costs", Source: costs}, Scope: exclusions.Costs.Head("litigation-response"), Follows: liable, Alone: true,
			Consent: some, Consented: "requirements-met", Without: unmet},
		reputational,
		{Head: limits.Regulatory, Clause: clause.Clause{ID: "PAY-14", JA: "規制等対応費用", EN: "regulatory response costs", Source: widens}, Scope: exclusions.Costs.Head("regulatory")},
	}
}
