// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// agreements2024 returns the insured, the triggers and the insuring agreements,
// in the order of assessment.
func agreements2024(r Readings) []Agreement {
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
	likely := some(is("may-cause-incident"), is(PubliclyClear))
	unlikely := always
	if r.Publicity == ForAttacksAndSuspicions {
		unlikely = likely
	}
	var (
		interference = all(some(is("it-services"), is("it-user-activity")), is("business-interference"))
		data         = all(some(is("it-services"), is("it-user-activity")), is("data-loss"), not(is("tangible-damage")))
		other        = all(some(is("it-services"), is("it-user-activity")), is("unforeseen-loss"))
		leak         = all(is("it-services"), some(is("leak"), is("suspected-leak")))
		rights       = all(is("it-services"), some(is("personality-right"), is("copyright")))
		attack       = all(is("it-services"), is("cyber-attack"), is("managed-system"), likely)
		suspicion    = all(is("it-services"), is("suspected-attack"), is("managed-system"), unlikely)
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
			Clause: clause.Clause{ID: "INS-01", JA: "被保険者でない者", EN: "not an insured", Source: "追加被保険者特約条項"},
			When:   not(is("named-insured"))}},

		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-01", JA: "保険期間中の損害賠償請求でない", EN: "claim not made in the policy period", Source: liable},
			Scope:  exclusions.Liability, When: not(is(ClaimInPeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-02", JA: "保険期間中の発見でない", EN: "not discovered in the policy period", Source: part},
			Scope:  incident, When: not(is(DiscoveredInPeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-03", JA: "保険期間中の損害賠償請求でない（訴訟対応費用）", EN: "claim not made in the policy period (litigation response)", Source: part + "（＊3）"},
			Scope:  exclusions.Costs.Head("litigation-response"), When: litigation}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-04", JA: "事故対応期間内に生じた費用でない", EN: "cost not in the incident response period", Source: part + "（＊2）"},
			Scope:  incident, When: not(is(InResponsePeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-05", JA: "保険期間中の風評被害事故の発見でない", EN: "reputational incident not discovered in the policy period", Source: part},
			Scope:  response.Head("reputational"), When: not(is(ReputationalInPeriod))}},
		{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-06", JA: "保険期間中に受けた措置でない", EN: "measure not received in the policy period", Source: widens},
			Scope:  exclusions.Costs.Head("regulatory"), When: not(is(MeasureInPeriod))}},
	}
	if r.Window == InsideWindow {
		agreements = append(agreements, Agreement{Denies: OutsideTrigger, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "TRG-07", JA: "事故対応期間内に生じた訴訟対応費用でない", EN: "litigation response not in the incident response period", Source: paid},
			Scope:  exclusions.Costs.Head("litigation-response"), When: not(is(InResponsePeriod))}})
	}
	return append(agreements,
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-01", JA: "IT業務の遂行に起因する不測の事故でない", EN: "no unforeseen accident from the performance of IT services", Source: liable},
			Scope:  exclusions.Liability.Head("damages"), When: not(all(services, is("unforeseen-accident")))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-03", JA: "引受保険会社の同意のない争訟費用", EN: "defence costs without the insurer's consent", Source: "付随する各種費用"},
			Scope:  exclusions.Liability.Head("defence"), When: not(is("with-consent"))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-04", JA: "引受保険会社の求めによらない協力費用", EN: "cooperation costs without the insurer's request", Source: "付随する各種費用"},
			Scope:  exclusions.Liability.Head("cooperation"), When: not(is("at-insurers-request"))}},
		Agreement{About: AddedCover, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-06", JA: "管理下財物の損壊等（基本補償になく、付帯の特約も及ばない）", EN: "property in care, custody or control: in neither the basic cover nor an endorsement attached", Source: widens},
			Scope:  exclusions.Liability.Head("custody"), When: always}},
		Agreement{About: AddedCover, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-07", JA: "誤作動等による損害（基本補償になく、付帯の特約も及ばない）", EN: "software malfunction: in neither the basic cover nor an endorsement attached", Source: widens},
			Scope:  exclusions.Liability.Head("malfunction"), When: always}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-10", JA: "セキュリティ事故でない", EN: "no security incident", Source: part + "（＊1）"},
			Scope:  incident, When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "INC-01a", JA: "①ア 他人の事業の休止または阻害", EN: "incident (1): another's business suspended or interfered with", Source: part + "（＊1）"}, When: interference},
				{Clause: clause.Clause{ID: "INC-01b", JA: "①イ 他人のデータ・プログラムの滅失または破損", EN: "incident (1): another's data or programs lost or damaged", Source: part + "（＊1）"}, When: data},
				{Clause: clause.Clause{ID: "INC-01c", JA: "①ウ その他の不測の事由による他人の損失", EN: "incident (1): another's loss from any other unforeseen cause", Source: part + "（＊1）"}, When: other},
				{Clause: clause.Clause{ID: "INC-02", JA: "②情報の漏えいまたはそのおそれ", EN: "incident (2): leak of information, or suspected leak", Source: part + "（＊1）"}, When: leak},
				{Clause: clause.Clause{ID: "INC-03", JA: "③人格権・著作権等の侵害", EN: "incident (3): personality rights, copyright and the like infringed", Source: part + "（＊1）"}, When: rights},
				{Clause: clause.Clause{ID: "INC-04", JA: "④サイバー攻撃", EN: "incident (4): cyber attack", Source: part + "（＊1）"}, When: attack},
				{Clause: clause.Clause{ID: "INC-05", JA: "⑤サイバー攻撃のおそれ", EN: "incident (5): suspected cyber attack", Source: part + "（＊1）"}, When: suspicion}}}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-11", JA: "攻撃のおそれのみ（サイバー攻撃対応費用に限る）", EN: "suspected attack alone, which is for attack response costs", Source: part + "（＊1）"},
			Scope:  response, When: not(some(interference, data, other, leak, rights, attack))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-12", JA: "サイバー攻撃対応費用に当たらない", EN: "not an attack response cost", Source: paid},
			Scope:  incident.Head("attack-response"), When: always, Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "COV-12a", JA: "システムの遮断対応の外部委託", EN: "shutdown of computer systems outsourced", Source: paid},
					When: all(is("shutdown-outsourced"), some(is("cyber-attack"), is("suspected-attack"))), Unless: []exclusions.Rule{
						{Clause: clause.Clause{ID: "COV-12c", JA: "外部通報によらない、根拠のなかったおそれ（遮断）", EN: "groundless suspicion without an external report (shutdown)", Source: paid},
							When: all(not(is("cyber-attack")), not(is("external-report")))}}},
				{Clause: clause.Clause{ID: "COV-12b", JA: "攻撃の有無の判断", EN: "verification whether there was an attack", Source: paid},
					When: all(is("attack-verification"), some(is("cyber-attack"), is("suspected-attack"))), Unless: []exclusions.Rule{
						{Clause: clause.Clause{ID: "COV-12d", JA: "外部通報・外部機関によらない、根拠のなかったおそれ（判断）", EN: "groundless suspicion without external report and outside body (verification)", Source: paid},
							When: groundless}}}}}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-13", JA: "事故対応に直接必要でない相談費用", EN: "advisory costs not directly necessary", Source: paid},
			Scope:  response.Head("advisory"), When: not(is("directly-necessary"))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-14", JA: "他の費用に当たるもの（その他事故対応費用）", EN: "belongs to another cost type (other response costs)", Source: paid},
			Scope:  response.Head("other-response"), When: is("of-another-type")}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-15", JA: "公表前の見舞金等", EN: "consolation payments before the fact is objectively clear", Source: paid},
			Scope:  response.Head("other-response"), When: all(is("consolation"), not(all(is("personal-data"), some(is("leak"), is("suspected-leak")), is(ClearWhenSpent))))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-16", JA: "必要かつ有益でない、または除かれる再発防止費用", EN: "recurrence prevention that is not necessary and useful, or left out", Source: paid},
			Scope:  response.Head("recurrence-prevention"), When: some(not(is("necessary-and-useful")), is("of-another-type"), is("ordinary-spending"))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-17", JA: "提起された訴訟への対応に直接必要でない費用", EN: "not directly necessary to respond to a suit", Source: paid},
			Scope:  exclusions.Costs.Head("litigation-response"), When: not(all(is("suit-filed"), is("directly-necessary")))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-21", JA: "補償対象の事由に起因しない訴訟", EN: "suit that does not arise from a covered event", Source: paid},
			Scope:  exclusions.Costs.Head("litigation-response"), When: not(some(all(services, is("unforeseen-accident")), interference, data, other, leak, rights, attack))}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-18", JA: "風評被害事故でない", EN: "no reputational incident", Source: paid},
			Scope:  response.Head("reputational"), When: not(is("reputational-incident"))}},
		Agreement{About: AddedCover, Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-19", JA: "規制等対応費用（基本補償になく、付帯の特約も及ばない）", EN: "regulatory response: in neither the basic cover nor an endorsement attached", Source: widens},
			Scope:  exclusions.Costs.Head("regulatory"), When: always}},
		Agreement{Denies: NotCovered, Rule: exclusions.Rule{
			Clause: clause.Clause{ID: "COV-20", JA: "制裁金そのもの", EN: "the fine itself", Source: widens},
			Scope:  exclusions.Costs.Head("regulatory"), When: is("fine-itself")}},
	)
}
