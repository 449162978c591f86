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
	givenBack := All(
		Any(Is("claim-within-month"), Is("known-within-month")),
		Not(Is("claim-before-delivery")), Not(Is("known-before-delivery")))
	if r.Delivery == UntilMonthUp {
		givenBack = Cond{} // all that EXC-17 excludes
	}
	custody := []Move{
		{Kind: AddsCover, Rule: Rule{Scope: Liability.Head("custody"), When: Is("custody-property")}},
	}
	malfunction := []Move{
		{Kind: AddsCover, Rule: Rule{
			Scope: Liability.Head("malfunction"),
			When: All(Is("malfunction"), Any(
				Is("bodily-injury"),
				All(Is("property-damage"), Not(Is("device-itself")))))}},
		{Kind: GivesBack, Target: "EXC-08", Rule: Rule{
			Clause: clause.Clause{ID: "END-04a", JA: "誤作動等による身体の障害", EN: "bodily injury by a malfunction", Source: widens},
			When:   Is("malfunction")}},
		{Kind: Excludes, Rule: Rule{
			Clause: clause.Clause{ID: "END-04b", JA: "誤作動等をした機器等の損壊", EN: "the malfunctioning device itself", Source: widens},
			When:   All(Is("property-damage"), Is("malfunction"), Is("device-itself"))}},
	}
	if r.Property != Included {
		custody = append(custody, Move{Kind: GivesBack, Target: "OPEN-01", Rule: Rule{
			Clause: clause.Clause{ID: "END-03a", JA: "管理下財物の損壊等", EN: "property in care, custody or control", Source: widens},
			When:   Is("custody-property")}})
		malfunction = append(malfunction, Move{Kind: GivesBack, Target: "OPEN-01", Rule: Rule{
			Clause: clause.Clause{ID: "END-04c", JA: "誤作動等による財物の損壊", EN: "property damage by a malfunction", Source: widens},
			When:   All(Is("malfunction"), Not(Is("device-itself")))}})
	}
	return []Endorsement{
		{clause.Clause{ID: AdditionalInsureds, JA: "追加被保険者特約条項", EN: "additional insureds", Source: "追加被保険者特約条項"}, []Move{
			{Kind: AddsPerson, Rule: Rule{When: All(Is("data-centre-contractor"), Is("named-insured-services"))}}}},
		{clause.Clause{ID: PostDelivery, JA: "引渡後１か月危険担保特約条項", EN: "one-month post-delivery risk", Source: widens}, []Move{
			{Kind: GivesBack, Target: "EXC-17", Rule: Rule{When: givenBack}}}},
		{clause.Clause{ID: Custody, JA: "管理下財物損壊等担保特約条項", EN: "property in care, custody or control", Source: widens},
			custody},
		{clause.Clause{ID: Malfunction, JA: "ソフトウェア・プログラム誤作動等追加特約条項", EN: "software and program malfunction", Source: widens},
			malfunction},
		{clause.Clause{ID: Regulatory, JA: "個人情報保護に関する規制等対応費用担保特約条項", EN: "data-protection regulatory response costs", Source: widens}, []Move{
			{Kind: AddsCover, Rule: Rule{Scope: Costs.Head("regulatory"), When: Is("regulatory-measure")}}}},
		{clause.Clause{ID: Copyright, JA: "著作権侵害不担保特約条項", EN: "copyright infringement exclusion", Source: narrows}, []Move{
			{Kind: TakesBack, Target: "EXC-10a", Rule: Rule{When: Is("copyright")}},
			{Kind: TakesBack, Target: "EXC-10b", Rule: Rule{
				Clause: clause.Clause{ID: "END-06a", JA: "攻撃による漏えいに起因する著作権の侵害", EN: "copyright infringed by a leak in an attack", Source: narrows},
				When:   Is("copyright")}}}},
		{clause.Clause{ID: RecourseWaiver, JA: "求償権不行使特約", EN: "waiver of subrogation", Source: widens}, []Move{
			{Kind: Waives, Rule: Rule{
				Clause: clause.Clause{ID: "END-07a", JA: "個人情報の管理委託先事業者", EN: "processors of personal data", Source: widens},
				When:   All(Is("data-processor"), Is("person-in-japan"), Is("person-declared"))}},
			{Kind: Waives, Rule: Rule{
				Clause: clause.Clause{ID: "END-07b", JA: "ＩＴ業務の下請業者", EN: "subcontractors of the IT services", Source: widens},
				When:   All(Is("subcontractor"), Is("person-in-japan"), Is("person-declared"))}},
			{Kind: Waives, Rule: Rule{
				Clause: clause.Clause{ID: "END-07c", JA: "ＩＴ業務の販売者", EN: "sellers of the IT services", Source: widens},
				When:   All(Is("seller"), Is("person-in-japan"), Is("person-declared"))}}}},
	}
}
