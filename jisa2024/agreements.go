// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// agreements returns the insured, the triggers and the insuring agreements,
// in the order of assessment, for reputational response costs in a scope.
func agreements(r coverage.OpenPoints) []coverage.Agreement {
	const (
		part   = "補償の内容「基本補償：費用部分」"
		liable = "補償の内容「基本補償：賠償責任部分」"
		paid   = "お支払いの対象となる損害"
		widens = "オプション（補償内容の拡大）"
	)
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	always := exclusions.Cond{}

	services := is(ITServices)
	if r.Has(ActivityForLiabilityToo) {
		services = some(is(ITServices), is(ITUserActivity))
	}
	lead := is(ITServices) // what the lead sentence asks of incidents (2) to (5)
	if r.Has(ServicesForFirstIncidentOnly) {
		lead = always
	}
	rights := some(is(PersonalityRight), is(Copyright), is(DesignRight), is(Trademark), is(DomainName))
	if r.Has(RightsExcluded) {
		rights = some(is(PersonalityRight), is(Copyright))
	}
	likely := some(is(MayCauseIncident), is(PubliclyClear))
	unlikely := always
	if r.Has(ApparentAttacksAndSuspicions) {
		unlikely = likely
	}
	var (
		interference = all(some(is(ITServices), is(ITUserActivity)), is(BusinessInterference))
		data         = all(some(is(ITServices), is(ITUserActivity)), is(DataLoss), not(is(TangibleDamage)))
		other        = all(some(is(ITServices), is(ITUserActivity)), is(UnforeseenLoss))
		leak         = all(lead, some(is(Leak), is(SuspectedLeak)))
		infringement = all(lead, rights)
		attack       = all(lead, is(CyberAttack), is(ManagedSystem), likely)
		suspicion    = all(lead, some(is(SuspectedAttack), is(CyberAttack)), is(ManagedSystem), unlikely)
	)
	answered := not(is(ClaimInPeriod))
	if r.Has(LitigationByBoth) {
		answered = not(all(is(ClaimInPeriod), is(DiscoveredInPeriod)))
	}
	groundless := all(not(is(CyberAttack)), not(all(is(OutsideBody), is(ExternalReport))))
	if r.Has(VerificationByEither) {
		groundless = all(not(is(CyberAttack)), not(some(is(OutsideBody), is(ExternalReport))))
	}

	agreements := []coverage.Agreement{
		{About: coverage.Insured, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "INS-01", JA: "被保険者", EN: "insured", Source: "追加被保険者特約条項"},
			When:   not(is(NamedInsured))}},

		{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-01", JA: "保険期間中の損害賠償請求", EN: "third-party claim made in the policy period", Source: liable},
			Scope:  liability, When: not(is(ClaimInPeriod))}},
		{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-02", JA: "保険期間中のセキュリティ事故の発見", EN: "discovery of the security incident in the policy period", Source: part},
			Scope:  incident, When: not(is(DiscoveredInPeriod))}},
		{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-03", JA: "保険期間中の損害賠償請求（訴訟対応費用）", EN: "third-party claim made in the policy period (litigation response)", Source: part + "（＊3）"},
			Scope:  litigation, When: answered}},
		{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-04", JA: "事故対応期間内の費用", EN: "cost incurred in the incident response period", Source: part + "（＊2）"},
			Scope:  incident, When: not(is(InResponsePeriod))}},
		{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-05", JA: "保険期間中の風評被害事故の発見", EN: "discovery of the reputational incident in the policy period", Source: part},
			Scope:  reputational(r), When: not(is(ReputationalInPeriod))}},
		{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-06", JA: "保険期間中の当局の措置", EN: "regulatory action in the policy period", Source: widens + "（定めなし）"},
			Scope:  regulatory, When: not(is(MeasureInPeriod))}},
	}
	if r.Has(LitigationInResponsePeriod) {
		agreements = append(agreements, coverage.Agreement{Denies: coverage.OutsidePeriod, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-07", JA: "事故対応期間内の費用（訴訟対応費用）", EN: "cost incurred in the incident response period (litigation response)", Source: paid},
			Scope:  litigation, When: not(is(InResponsePeriod))}})
	}
	agreements = append(agreements,
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-01", JA: "IT業務に起因する不測の事故", EN: "unforeseen accident arising from IT services", Source: liable},
			Scope:  liability.Head("damages"), When: not(all(services, is(UnforeseenAccident)))}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-04", JA: "引受保険会社の求めによる協力費用", EN: "cooperation at the insurer's request", Source: "付随する各種費用"},
			Scope:  liability.Head("cooperation"), When: not(is(AtInsurersRequest))}},
		coverage.Agreement{About: coverage.AddedCover, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-06", JA: "管理下財物の損壊等（特約を付帯した場合に限り補償）", EN: "property in care, custody or control (covered only by endorsement)", Source: widens},
			Scope:  liability.Head("custody"), When: always}},
		coverage.Agreement{About: coverage.AddedCover, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-07", JA: "誤作動等による損害（特約を付帯した場合に限り補償）", EN: "software malfunction (covered only by endorsement)", Source: widens},
			Scope:  liability.Head("malfunction"), When: always}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-10", JA: "セキュリティ事故", EN: "security incident", Source: part + "（＊1）"},
			Scope:  incident, When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "INC-01a", JA: "①ア 他人の事業の休止または阻害", EN: "incident (1): another's business suspended or interfered with", Source: part + "（＊1）"}, When: interference},
				{Clause: clause.Clause{ID: "INC-01b", JA: "①イ 他人のデータ・プログラムの滅失または破損", EN: "incident (1): another's data or programs lost or damaged", Source: part + "（＊1）"}, When: data},
				{Clause: clause.Clause{ID: "INC-01c", JA: "①ウ その他の不測の事由による他人の損失", EN: "incident (1): another's loss from any other unforeseen cause", Source: part + "（＊1）"}, When: other},
				{Clause: clause.Clause{ID: "INC-02", JA: "②情報の漏えいまたはそのおそれ", EN: "incident (2): leak of information, or suspected leak", Source: part + "（＊1）"}, When: leak},
				{Clause: clause.Clause{ID: "INC-03", JA: "③人格権・著作権等の侵害", EN: "incident (3): personality rights, copyright and the like infringed", Source: part + "（＊1）"}, When: infringement},
				{Clause: clause.Clause{ID: "INC-04", JA: "④サイバー攻撃", EN: "incident (4): cyber attack", Source: part + "（＊1）"}, When: attack},
				{Clause: clause.Clause{ID: "INC-05", JA: "⑤サイバー攻撃のおそれ", EN: "incident (5): suspected cyber attack", Source: part + "（＊1）"}, When: suspicion}}}},
		coverage.Agreement{About: coverage.LeftOut, Denies: coverage.NotCovered, SetsAside: "INC-05", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-11", JA: "攻撃のおそれのみの場合（①の費用に限る）", EN: "suspected attack only: head (1) only", Source: part + "（＊1）"},
			Scope:  response, When: all(suspicion, not(some(interference, data, other, leak, infringement, attack)))}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-12", JA: "サイバー攻撃対応費用の範囲", EN: "scope of attack response costs", Source: paid},
			Scope:  incident.Head("attack-response"), When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "COV-12a", JA: "システムの遮断対応の外部委託", EN: "shutdown of computer systems outsourced", Source: paid},
					When: all(is(ShutdownOutsourced), some(is(CyberAttack), is(SuspectedAttack))), Unless: []exclusions.Rule{
						{Clause: clause.Clause{ID: "COV-12c", JA: "攻撃がなかった場合の要件（遮断：外部通報）", EN: "no attack found: condition for shutdown costs (outside report)", Source: paid},
							When: all(not(is(CyberAttack)), not(is(ExternalReport)))}}},
				{Clause: clause.Clause{ID: "COV-12b", JA: "攻撃の有無の判断", EN: "verification whether there was an attack", Source: paid},
					When: all(is(AttackVerification), some(is(CyberAttack), is(SuspectedAttack))), Unless: []exclusions.Rule{
						{Clause: clause.Clause{ID: "COV-12d", JA: "攻撃がなかった場合の要件（判断：外部通報・外部機関）", EN: "no attack found: conditions for verification costs (outside report, outside organisation)", Source: paid},
							When: groundless}}}}}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-13", JA: "事故対応に直接必要な相談費用", EN: "directly necessary advisory costs", Source: paid},
			Scope:  response.Head("advisory"), When: not(is(DirectlyNecessary))}},
		coverage.Agreement{About: coverage.LeftOut, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-14", JA: "他の補償項目との区分（その他事故対応費用）", EN: "allocation to another head (other incident response costs)", Source: paid},
			Scope:  response.Head("other-response"), When: is(UnderAnotherHead)}},
		coverage.Agreement{About: coverage.LeftOut, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-15", JA: "見舞金等の要件", EN: "conditions for consolation payments", Source: paid},
			Scope:  response.Head("other-response"), When: all(is(Consolation), not(all(is(PersonalData), some(is(Leak), is(SuspectedLeak)), is(ClearWhenSpent))))}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-16", JA: "再発防止費用の要件", EN: "conditions for recurrence prevention costs", Source: paid},
			Scope:  response.Head("recurrence-prevention"), When: some(not(is(NecessaryAndUseful)), is(InvestigationOrAdvice), is(OrdinarySpending))}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-17", JA: "訴訟対応に直接必要な費用", EN: "directly necessary litigation costs", Source: paid},
			Scope:  litigation, When: not(all(is(SuitFiled), is(NecessaryForSuit)))}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-21", JA: "補償対象の事由に起因する訴訟", EN: "suit arising from a covered event", Source: paid},
			Scope:  litigation, When: not(some(all(services, is(UnforeseenAccident)), interference, data, other, leak, infringement, attack))}},
		coverage.Agreement{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-18", JA: "風評被害事故", EN: "reputational incident", Source: paid},
			Scope:  reputational(r), When: not(is(ReputationalIncident))}},
		coverage.Agreement{About: coverage.AddedCover, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-19", JA: "規制等対応費用（特約を付帯した場合に限り補償）", EN: "regulatory response (covered only by endorsement)", Source: widens},
			Scope:  regulatory, When: always}},
		coverage.Agreement{About: coverage.LeftOut, Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-20", JA: "制裁金そのもの", EN: "the fine itself", Source: widens},
			Scope:  regulatory, When: is(FineItself)}},
	)
	// What an endorsement covers is a covered event, too.
	agreements = append(agreements,
		coverage.Agreement{Endorsement: CustodyEndorsement, Restores: "COV-21", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "END-03b", JA: "管理下財物の損壊等に起因する訴訟", EN: "suit over property in care, custody or control", Source: widens},
			When:   is(CustodyProperty)}},
		coverage.Agreement{Endorsement: MalfunctionEndorsement, Restores: "COV-21", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "END-04d", JA: "誤作動等による損害に起因する訴訟", EN: "suit over loss by a malfunction", Source: widens},
			When:   all(is(SoftwareMalfunction), some(is(BodilyInjury), all(is(PropertyDamage), not(is(DeviceItself)))))}},
	)
	if r.Has(PropertyCovered) {
		return agreements // an endorsement that widens takes nothing away
	}
	// With its endorsement, a loss is covered under the head of its own alone.
	return append(agreements,
		coverage.Agreement{About: coverage.LeftOut, Denies: coverage.NotCovered, Endorsement: CustodyEndorsement, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-22", JA: "管理下財物の損壊等（専用の補償項目で補償）", EN: "property in care, custody or control (covered under its own head)", Source: widens},
			Scope:  liability.Head("damages"), When: is(CustodyProperty)}},
		coverage.Agreement{About: coverage.LeftOut, Denies: coverage.NotCovered, Endorsement: MalfunctionEndorsement, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-23", JA: "誤作動等による財物の損壊（専用の補償項目で補償）", EN: "property damage by a malfunction (covered under its own head)", Source: widens},
			Scope:  liability.Head("damages"), When: all(is(SoftwareMalfunction), is(PropertyDamage), not(is(DeviceItself)))}},
	)
}
