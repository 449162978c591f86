// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// agreements2024 returns the insured, the triggers and the insuring agreements,
// in the order of assessment, for reputational response costs in a scope.
func agreements2024(r Readings, reputational exclusions.Scope) []Agreement {
	const (
		part   = "補償の内容「基本補償：費用部分」"
		liable = "補償の内容「基本補償：賠償責任部分」"
		paid   = "お支払いの対象となる損害"
		widens = "オプション（補償内容の拡大）"
	)
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	always := exclusions.Cond{}

	services := is("it-services")
	if r.Activity == ForCostsAndLiability {
		services = some(is("it-services"), is("it-user-activity"))
	}
	lead := is("it-services") // what the lead sentence asks of incidents (2) to (5)
	if r.Activity == LeadForFirst {
		lead = always
	}
	rights := some(is("personality-right"), is("copyright"), is("design-right"), is("trademark"), is("domain-name"))
	if r.Exclusions.Rights == exclusions.OtherProperty {
		rights = some(is("personality-right"), is("copyright"))
	}
	likely := some(is("may-cause-incident"), is(PubliclyClear))
	unlikely := always
	if r.Publicity == ForAttacksAndSuspicions {
		unlikely = likely
	}
	var (
		interference = all(some(is("it-services"), is("it-user-activity")), is("business-interference"))
		data         = all(some(is("it-services"), is("it-user-activity")), is("data-loss"), not(is("tangible-damage")))
		other        = all(some(is("it-services"), is("it-user-activity")), is("unforeseen-loss"))
		leak         = all(lead, some(is("leak"), is("suspected-leak")))
		infringement = all(lead, rights)
		attack       = all(lead, is("cyber-attack"), is("managed-system"), likely)
		suspicion    = all(lead, some(is("suspected-attack"), is("cyber-attack")), is("managed-system"), unlikely)
	)
	litigation := not(is(ClaimInPeriod))
	if r.Litigation == ByClaimAndDiscovery {
		litigation = not(all(is(ClaimInPeriod), is(DiscoveredInPeriod)))
	}
	groundless := all(not(is("cyber-attack")), not(all(is("outside-body"), is("external-report"))))
	if r.Suspicion == ReportOrOutsideBody {
		groundless = all(not(is("cyber-attack")), not(some(is("outside-body"), is("external-report"))))
	}

	agreements := []Agreement{
		{About: Insured, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "INS-01", JA: "被保険者", EN: "insured", Source: "追加被保険者特約条項"},
			When:   not(is("named-insured"))}},

		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-01", JA: "保険期間中の損害賠償請求", EN: "third-party claim made in the policy period", Source: liable},
			Scope:  exclusions.Liability, When: not(is(ClaimInPeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-02", JA: "保険期間中のセキュリティ事故の発見", EN: "discovery of the security incident in the policy period", Source: part},
			Scope:  incident, When: not(is(DiscoveredInPeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-03", JA: "保険期間中の損害賠償請求（訴訟対応費用）", EN: "third-party claim made in the policy period (litigation response)", Source: part + "（＊3）"},
			Scope:  exclusions.Costs.Head("litigation-response"), When: litigation}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-04", JA: "事故対応期間内の費用", EN: "cost incurred in the incident response period", Source: part + "（＊2）"},
			Scope:  incident, When: not(is(InResponsePeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-05", JA: "保険期間中の風評被害事故の発見", EN: "discovery of the reputational incident in the policy period", Source: part},
			Scope:  reputational, When: not(is(ReputationalInPeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-06", JA: "保険期間中の当局の措置", EN: "regulatory action in the policy period", Source: widens + "（定めなし）"},
			Scope:  exclusions.Costs.Head("regulatory"), When: not(is(MeasureInPeriod))}},
	}
	if r.Window == InsideWindow {
		agreements = append(agreements, Agreement{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-07", JA: "事故対応期間内の費用（訴訟対応費用）", EN: "cost incurred in the incident response period (litigation response)", Source: paid},
			Scope:  exclusions.Costs.Head("litigation-response"), When: not(is(InResponsePeriod))}})
	}
	agreements = append(agreements,
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-01", JA: "IT業務に起因する不測の事故", EN: "unforeseen accident arising from IT services", Source: liable},
			Scope:  exclusions.Liability.Head("damages"), When: not(all(services, is("unforeseen-accident")))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-04", JA: "引受保険会社の求めによる協力費用", EN: "cooperation at the insurer's request", Source: "付随する各種費用"},
			Scope:  exclusions.Liability.Head("cooperation"), When: not(is("at-insurers-request"))}},
		Agreement{About: AddedCover, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-06", JA: "管理下財物の損壊等（特約を付帯した場合に限り補償）", EN: "property in care, custody or control (covered only by endorsement)", Source: widens},
			Scope:  exclusions.Liability.Head("custody"), When: always}},
		Agreement{About: AddedCover, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-07", JA: "誤作動等による損害（特約を付帯した場合に限り補償）", EN: "software malfunction (covered only by endorsement)", Source: widens},
			Scope:  exclusions.Liability.Head("malfunction"), When: always}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-10", JA: "セキュリティ事故", EN: "security incident", Source: part + "（＊1）"},
			Scope:  incident, When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "INC-01a", JA: "①ア 他人の事業の休止または阻害", EN: "incident (1): another's business suspended or interfered with", Source: part + "（＊1）"}, When: interference},
				{Clause: clause.Clause{ID: "INC-01b", JA: "①イ 他人のデータ・プログラムの滅失または破損", EN: "incident (1): another's data or programs lost or damaged", Source: part + "（＊1）"}, When: data},
				{Clause: clause.Clause{ID: "INC-01c", JA: "①ウ その他の不測の事由による他人の損失", EN: "incident (1): another's loss from any other unforeseen cause", Source: part + "（＊1）"}, When: other},
				{Clause: clause.Clause{ID: "INC-02", JA: "②情報の漏えいまたはそのおそれ", EN: "incident (2): leak of information, or suspected leak", Source: part + "（＊1）"}, When: leak},
				{Clause: clause.Clause{ID: "INC-03", JA: "③人格権・著作権等の侵害", EN: "incident (3): personality rights, copyright and the like infringed", Source: part + "（＊1）"}, When: infringement},
				{Clause: clause.Clause{ID: "INC-04", JA: "④サイバー攻撃", EN: "incident (4): cyber attack", Source: part + "（＊1）"}, When: attack},
				{Clause: clause.Clause{ID: "INC-05", JA: "⑤サイバー攻撃のおそれ", EN: "incident (5): suspected cyber attack", Source: part + "（＊1）"}, When: suspicion}}}},
		Agreement{About: LeftOut, Denies: NotCovered, SetsAside: "INC-05", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-11", JA: "攻撃のおそれのみの場合（①の費用に限る）", EN: "suspected attack only: head (1) only", Source: part + "（＊1）"},
			Scope:  response, When: all(suspicion, not(some(interference, data, other, leak, infringement, attack)))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-12", JA: "サイバー攻撃対応費用の範囲", EN: "scope of attack response costs", Source: paid},
			Scope:  incident.Head("attack-response"), When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "COV-12a", JA: "システムの遮断対応の外部委託", EN: "shutdown of computer systems outsourced", Source: paid},
					When: all(is("shutdown-outsourced"), some(is("cyber-attack"), is("suspected-attack"))), Unless: []exclusions.Rule{
						{Clause: clause.Clause{ID: "COV-12c", JA: "攻撃がなかった場合の要件（遮断：外部通報）", EN: "no attack found: condition for shutdown costs (outside report)", Source: paid},
							When: all(not(is("cyber-attack")), not(is("external-report")))}}},
				{Clause: clause.Clause{ID: "COV-12b", JA: "攻撃の有無の判断", EN: "verification whether there was an attack", Source: paid},
					When: all(is("attack-verification"), some(is("cyber-attack"), is("suspected-attack"))), Unless: []exclusions.Rule{
						{Clause: clause.Clause{ID: "COV-12d", JA: "攻撃がなかった場合の要件（判断：外部通報・外部機関）", EN: "no attack found: conditions for verification costs (outside report, outside organisation)", Source: paid},
							When: groundless}}}}}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-13", JA: "事故対応に直接必要な相談費用", EN: "directly necessary advisory costs", Source: paid},
			Scope:  response.Head("advisory"), When: not(is("directly-necessary"))}},
		Agreement{About: LeftOut, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-14", JA: "他の補償項目との区分（その他事故対応費用）", EN: "allocation to another head (other incident response costs)", Source: paid},
			Scope:  response.Head("other-response"), When: is("under-another-head")}},
		Agreement{About: LeftOut, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-15", JA: "見舞金等の要件", EN: "conditions for consolation payments", Source: paid},
			Scope:  response.Head("other-response"), When: all(is("consolation"), not(all(is("personal-data"), some(is("leak"), is("suspected-leak")), is(ClearWhenSpent))))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-16", JA: "再発防止費用の要件", EN: "conditions for recurrence prevention costs", Source: paid},
			Scope:  response.Head("recurrence-prevention"), When: some(not(is("necessary-and-useful")), is("investigation-or-advice"), is("ordinary-spending"))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-17", JA: "訴訟対応に直接必要な費用", EN: "directly necessary litigation costs", Source: paid},
			Scope:  exclusions.Costs.Head("litigation-response"), When: not(all(is("suit-filed"), is("necessary-for-suit")))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-21", JA: "補償対象の事由に起因する訴訟", EN: "suit arising from a covered event", Source: paid},
			Scope:  exclusions.Costs.Head("litigation-response"), When: not(some(all(services, is("unforeseen-accident")), interference, data, other, leak, infringement, attack))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-18", JA: "風評被害事故", EN: "reputational incident", Source: paid},
			Scope:  reputational, When: not(is("reputational-incident"))}},
		Agreement{About: AddedCover, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-19", JA: "規制等対応費用（特約を付帯した場合に限り補償）", EN: "regulatory response (covered only by endorsement)", Source: widens},
			Scope:  exclusions.Costs.Head("regulatory"), When: always}},
		Agreement{About: LeftOut, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-20", JA: "制裁金そのもの", EN: "the fine itself", Source: widens},
			Scope:  exclusions.Costs.Head("regulatory"), When: is("fine-itself")}},
	)
	// What an endorsement covers is a covered event, too.
	agreements = append(agreements,
		Agreement{Endorsement: exclusions.Custody, Restores: "COV-21", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "END-03b", JA: "管理下財物の損壊等に起因する訴訟", EN: "suit over property in care, custody or control", Source: widens},
			When:   is("custody-property")}},
		Agreement{Endorsement: exclusions.Malfunction, Restores: "COV-21", Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "END-04d", JA: "誤作動等による損害に起因する訴訟", EN: "suit over loss by a malfunction", Source: widens},
			When:   all(is("malfunction"), some(is("bodily-injury"), all(is("property-damage"), not(is("device-itself")))))}},
	)
	if r.Exclusions.Property == exclusions.Included {
		return agreements // an endorsement that widens takes nothing away
	}
	// With its endorsement, a loss is covered under the head of its own alone.
	return append(agreements,
		Agreement{About: LeftOut, Denies: NotCovered, Endorsement: exclusions.Custody, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-22", JA: "管理下財物の損壊等（専用の補償項目で補償）", EN: "property in care, custody or control (covered under its own head)", Source: widens},
			Scope:  exclusions.Liability.Head("damages"), When: is("custody-property")}},
		Agreement{About: LeftOut, Denies: NotCovered, Endorsement: exclusions.Malfunction, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-23", JA: "誤作動等による財物の損壊（専用の補償項目で補償）", EN: "property damage by a malfunction (covered under its own head)", Source: widens},
			Scope:  exclusions.Liability.Head("damages"), When: all(is("malfunction"), is("property-damage"), not(is("device-itself")))}},
	)
}
