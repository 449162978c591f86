// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "github.com/baiseki/baiseki/clause"

// endorsements2024 returns the endorsements in the order of the source.
func endorsements2024(r Readings) []Endorsement {
	const (
		widens  = "オプション（補償内容の拡大）"
		narrows = "オプション（補償内容の縮小）"
	)
	restored := All(
		Any(Is("claim-within-month"), Is("known-within-month")),
		Not(Is("claim-before-delivery")), Not(Is("known-before-delivery")))
	if r.Delivery == UntilMonthUp {
		restored = Not(Is("never-delivered")) // all that EXC-17 excludes
	}
	// An item that infringes a copyright and a right that stays covered is open
	// until it is split, or a person decides on it as a whole.
	named := Any(Is("design-right"), Is("trademark"), Is("domain-name"))
	besides := Any(Is("personality-right"), named)
	if r.Rights == OtherProperty {
		besides = Is("personality-right")
	}
	return []Endorsement{
		{clause.Clause{ID: AdditionalInsureds, JA: "追加被保険者特約条項", EN: "additional insureds endorsement", Source: "追加被保険者特約条項"}, []Move{
			{Kind: AddsPerson, Rule: Rule{When: All(Is("data-centre-contractor"), Is("named-insured-services"))}}}},
		{clause.Clause{ID: PostDelivery, JA: "引渡後１か月危険担保特約条項", EN: "one-month post-delivery endorsement", Source: widens}, []Move{
			{Kind: GivesBack, Target: "EXC-17", Rule: Rule{When: restored}}}},
		{clause.Clause{ID: Custody, JA: "管理下財物損壊等担保特約条項", EN: "property in care, custody or control endorsement", Source: widens}, []Move{
			{Kind: AddsCover, Rule: Rule{Scope: Liability.Head("custody"), When: Is("custody-property")}}}},
		{clause.Clause{ID: Malfunction, JA: "ソフトウェア・プログラム誤作動等追加特約条項", EN: "software and program malfunction endorsement", Source: widens}, []Move{
			{Kind: AddsCover, Rule: Rule{
				Scope: Liability.Head("malfunction"),
				When: All(Is("malfunction"), Any(
					Is("bodily-injury"),
					All(Is("property-damage"), Not(Is("device-itself")))))}},
			// Under its own head, and for the costs that follow a claim under it.
			{Kind: GivesBack, Target: "EXC-08",
				In: []Scope{Liability.Head("malfunction"), Liability.Head("defence"), Liability.Head("cooperation"), Costs.Head("litigation-response")},
				Rule: Rule{
					Clause: clause.Clause{ID: "END-04a", JA: "誤作動等による身体の障害", EN: "bodily injury by a malfunction", Source: widens},
					When:   Is("malfunction")}},
			{Kind: Excludes, Rule: Rule{
				Clause: clause.Clause{ID: "END-04b", JA: "誤作動等をした機器等の損壊", EN: "the malfunctioning equipment itself", Source: widens},
				Scope:  Liability.Head("malfunction"),
				When:   All(Is("property-damage"), Is("malfunction"), Is("device-itself"))}}}},
		{clause.Clause{ID: Regulatory, JA: "個人情報保護に関する規制等対応費用担保特約条項", EN: "data-protection regulatory response costs endorsement", Source: widens}, []Move{
			{Kind: AddsCover, Rule: Rule{Scope: Costs.Head("regulatory"), When: Is("regulatory-measure")}}}},
		{clause.Clause{ID: Copyright, JA: "著作権侵害不担保特約条項", EN: "copyright infringement exclusion endorsement", Source: narrows}, []Move{
			{Kind: TakesBack, Target: "EXC-10a", Rule: Rule{
				When: All(Is("copyright"), Any(Not(besides), Is("mixed-ip-excluded")))}},
			{Kind: TakesBack, Target: "EXC-10b", Rule: Rule{
				Clause: clause.Clause{ID: "END-06a", JA: "サイバー攻撃による漏えいに起因する著作権の侵害", EN: "copyright infringed by a leak in an attack", Source: narrows},
				When: All(Is("copyright"), Any(
					Not(Any(Is("other-ip"), Is("personality-right"), named)),
					Is("mixed-ip-excluded")))}}}},
		{clause.Clause{ID: RecourseWaiver, JA: "求償権不行使特約", EN: "waiver of subrogation endorsement", Source: widens}, []Move{
			{Kind: Waives, Rule: Rule{
				Clause: clause.Clause{ID: "END-07a", JA: "個人情報の管理委託先事業者", EN: "contractors entrusted with personal data", Source: widens},
				When:   All(Is("data-processor"), Is("person-in-japan"), Is("person-declared"))}},
			{Kind: Waives, Rule: Rule{
				Clause: clause.Clause{ID: "END-07b", JA: "ＩＴ業務の下請業者", EN: "subcontractors of the IT services", Source: widens},
				When:   All(Is("subcontractor"), Is("person-in-japan"), Is("person-declared"))}},
			{Kind: Waives, Rule: Rule{
				Clause: clause.Clause{ID: "END-07c", JA: "ＩＴ業務の販売者", EN: "sellers of the IT services", Source: widens},
				When:   All(Is("seller"), Is("person-in-japan"), Is("person-declared"))}}}},
	}
}
