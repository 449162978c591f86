// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"slices"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// triggers returns who is insured, and what must lie in the policy period.
func triggers(r coverage.OpenPoints) []exclusions.Rule {
	is, not, all := exclusions.Is, exclusions.Not, exclusions.All

	answered := pick(r.Has(LitigationByBoth), all(is(ClaimInPeriod), is(DiscoveredInPeriod)), is(ClaimInPeriod))
	triggers := []exclusions.Rule{
		{Clause: titled("INS-01", "被保険者", "insured", insureds),
			Class: coverage.Insured, When: not(is(NamedInsured))},

		{Clause: titled("TRG-01", "保険期間中の損害賠償請求", "third-party claim made in the policy period", partLiability),
			Class: coverage.Trigger, Scope: liability, When: not(is(ClaimInPeriod))},
		{Clause: titled("TRG-02", "保険期間中のセキュリティ事故の発見",
			"discovery of the security incident in the policy period", partCosts),
			Class: coverage.Trigger, Scope: incident, When: not(is(DiscoveredInPeriod))},
		{Clause: titled("TRG-03", "保険期間中の損害賠償請求（訴訟対応費用）",
			"third-party claim made in the policy period (litigation response)", partCosts+"（＊3）"),
			Class: coverage.Trigger, Scope: litigation, When: not(answered)},
		{Clause: titled("TRG-04", "事故対応期間内の費用", "cost incurred in the incident response period", partCosts+"（＊2）"),
			Class: coverage.Trigger, Scope: incident, When: not(is(InResponsePeriod))},
		{Clause: titled("TRG-05", "保険期間中の風評被害事故の発見",
			"discovery of the reputational incident in the policy period", partCosts),
			Class: coverage.Trigger, Scope: reputational(r), When: not(is(ReputationalInPeriod))},
		{Clause: titled("TRG-06", "保険期間中の当局の措置", "regulatory action in the policy period", widening+"（定めなし）"),
			Class: coverage.Trigger, Scope: regulatory, When: not(is(MeasureInPeriod))},
	}
	if r.Has(LitigationInResponsePeriod) {
		return append(triggers, exclusions.Rule{Clause: titled("TRG-07", "事故対応期間内の費用（訴訟対応費用）",
			"cost incurred in the incident response period (litigation response)", partCosts+"（定めなし、解釈A11b）"),
			Class: coverage.Trigger, Scope: litigation, When: not(is(InResponsePeriod))})
	}
	return triggers
}

// cover returns the triggers and the insuring agreements, in the order of assessment.
func cover(r coverage.OpenPoints) []exclusions.Rule {
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	always := exclusions.Cond{}

	// The events that are covered: the accident, and the incidents ① to ⑤.
	either := some(is(ITServices), is(ITUserActivity))
	lead := pick(r.Has(ServicesForFirstIncidentOnly), always, is(ITServices)) // asked of ② to ⑤
	likely := some(is(MayCauseIncident), is(PubliclyClear))
	rights := some(is(PersonalityRight), is(Copyright), is(DesignRight), is(Trademark), is(DomainName))
	if r.Has(RightsExcluded) {
		rights = some(is(PersonalityRight), is(Copyright))
	}
	var (
		accident     = all(pick(r.Has(ActivityForLiabilityToo), either, is(ITServices)), is(UnforeseenAccident))
		interference = all(either, is(BusinessInterference))
		data         = all(either, is(DataLoss), not(is(TangibleDamage)))
		leaked       = some(is(Leak), is(SuspectedLeak))
		// ① is other than ② and ③: what those bring is no other loss. With IT services
		// it makes no difference, as they are incidents themselves.
		other        = all(is(UnforeseenLoss), some(is(ITServices), all(is(ITUserActivity), not(leaked), not(rights))))
		leak         = all(lead, leaked)
		infringement = all(lead, rights)
		attack       = all(lead, is(CyberAttack), is(ManagedSystem), likely)
		suspicion    = all(lead, some(is(SuspectedAttack), is(CyberAttack)), is(ManagedSystem),
			pick(r.Has(ApparentAttacksAndSuspicions), likely, always))
	)
	reported := pick(r.Has(VerificationByEither),
		some(is(OutsideBody), is(ExternalReport)), all(is(OutsideBody), is(ExternalReport)))

	return slices.Concat(triggers(r), []exclusions.Rule{
		{Clause: titled("COV-01", "IT業務に起因する不測の事故", "unforeseen accident arising from IT services", partLiability),
			Class: coverage.Cover, Scope: liability.Head("damages"), When: not(accident)},
		{Clause: titled("COV-04", "引受保険会社の求めによる協力費用", "cooperation at the insurer's request", along),
			Class: coverage.Cover, Scope: liability.Head("cooperation"), When: not(is(AtInsurersRequest))},
		{Clause: titled("COV-06", "管理下財物の損壊等（特約を付帯した場合に限り補償）",
			"property in care, custody or control (covered only by endorsement)", widening),
			Class: coverage.AddedCover, Scope: liability.Head("custody")},
		{Clause: titled("COV-07", "誤作動等による損害（特約を付帯した場合に限り補償）",
			"software malfunction (covered only by endorsement)", widening),
			Class: coverage.AddedCover, Scope: liability.Head("malfunction")},

		{Clause: titled("COV-10", "セキュリティ事故", "security incident", defined),
			Class: coverage.Cover, Scope: incident},
		{Clause: titled("INC-01a", "①ア 他人の事業の休止または阻害",
			"incident (1): another's business suspended or interfered with", defined),
			Under: "COV-10", When: interference},
		{Clause: titled("INC-01b", "①イ 他人のデータ・プログラムの滅失または破損",
			"incident (1): another's data or programs lost or damaged", defined),
			Under: "COV-10", When: data},
		{Clause: titled("INC-01c", "①ウ その他の不測の事由による他人の損失",
			"incident (1): another's loss from any other unforeseen cause", defined),
			Under: "COV-10", When: other},
		{Clause: titled("INC-02", "②情報の漏えいまたはそのおそれ", "incident (2): leak of information, or suspected leak", defined),
			Under: "COV-10", When: leak},
		{Clause: titled("INC-03", "③人格権・著作権等の侵害",
			"incident (3): personality rights, copyright and the like infringed", defined),
			Under: "COV-10", When: infringement},
		{Clause: titled("INC-04", "④サイバー攻撃", "incident (4): cyber attack", defined),
			Under: "COV-10", When: attack},
		{Clause: titled("INC-05", "⑤サイバー攻撃のおそれ", "incident (5): suspected cyber attack", defined),
			Under: "COV-10", When: suspicion},
		{Clause: titled("COV-11", "攻撃のおそれのみの場合（①の費用に限る）", "suspected attack only: head (1) only", defined),
			Class: coverage.LeftOut, Scope: response, Aside: "INC-05",
			When: all(suspicion, not(some(interference, data, other, leak, infringement, attack)))},

		{Clause: titled("COV-12", "サイバー攻撃対応費用の範囲", "scope of attack response costs", paid),
			Class: coverage.Cover, Scope: incident.Head("attack-response")},
		{Clause: titled("COV-12a", "システムの遮断対応の外部委託", "shutdown of computer systems outsourced", paid),
			Under: "COV-12", When: all(is(ShutdownOutsourced), some(is(CyberAttack), is(SuspectedAttack)))},
		{Clause: titled("COV-12c", "攻撃がなかった場合の要件（遮断：外部通報）",
			"no attack found: condition for shutdown costs (outside report)", paid),
			Under: "COV-12a", When: all(not(is(CyberAttack)), not(is(ExternalReport)))},
		{Clause: titled("COV-12b", "攻撃の有無の判断", "verification whether there was an attack", paid),
			Under: "COV-12", When: all(is(AttackVerification), some(is(CyberAttack), is(SuspectedAttack)))},
		{Clause: titled("COV-12d", "攻撃がなかった場合の要件（判断：外部通報・外部機関）",
			"no attack found: conditions for verification costs (outside report, outside organisation)", paid),
			Under: "COV-12b", When: all(not(is(CyberAttack)), not(reported))},

		{Clause: titled("COV-13", "事故対応に直接必要な相談費用", "directly necessary advisory costs", paid),
			Class: coverage.Cover, Scope: response.Head("advisory"), When: not(is(DirectlyNecessary))},
		{Clause: titled("COV-14", "他の補償項目との区分（その他事故対応費用）",
			"allocation to another head (other incident response costs)", paid),
			Class: coverage.LeftOut, Scope: response.Head("other-response"), When: is(UnderAnotherHead)},
		{Clause: titled("COV-15", "見舞金等の要件", "conditions for consolation payments", paid),
			Class: coverage.LeftOut, Scope: response.Head("other-response"), When: all(is(Consolation),
				not(all(is(PersonalData), some(is(Leak), is(SuspectedLeak)), is(ClearWhenSpent))))},
		{Clause: titled("COV-16", "再発防止費用の要件", "conditions for recurrence prevention costs", paid),
			Class: coverage.Cover, Scope: response.Head("recurrence-prevention"),
			When: some(not(is(NecessaryAndUseful)), is(InvestigationOrAdvice), is(OrdinarySpending))},
		{Clause: titled("COV-17", "訴訟対応に直接必要な費用", "directly necessary litigation costs", paid),
			Class: coverage.Cover, Scope: litigation, When: not(all(is(SuitFiled), is(NecessaryForSuit)))},
		{Clause: titled("COV-21", "補償対象の事由に起因する訴訟", "suit arising from a covered event", paid),
			Class: coverage.Cover, Scope: litigation,
			When: not(some(accident, interference, data, other, leak, infringement, attack))},
		{Clause: titled("COV-18", "風評被害事故", "reputational incident", paid),
			Class: coverage.Cover, Scope: reputational(r), When: not(is(ReputationalIncident))},
		{Clause: titled("COV-19", "規制等対応費用（特約を付帯した場合に限り補償）",
			"regulatory response (covered only by endorsement)", widening),
			Class: coverage.AddedCover, Scope: regulatory},
		{Clause: titled("COV-20", "制裁金そのもの", "the fine itself", widening+"（定めなし、解釈A19）"),
			Class: coverage.LeftOut, Scope: regulatory, When: is(FineItself)},
	})
}
