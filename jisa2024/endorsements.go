// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// The IDs of the endorsements that the 2024 edition offers, for
// the terms of a policy.
const (
	AdditionalInsuredsEndorsement clause.ID = "END-01" // 追加被保険者特約条項
	PostDeliveryEndorsement       clause.ID = "END-02" // 引渡後１か月危険担保特約条項
	CustodyEndorsement            clause.ID = "END-03" // 管理下財物損壊等担保特約条項
	MalfunctionEndorsement        clause.ID = "END-04" // ソフトウェア・プログラム誤作動等追加特約条項
	RegulatoryEndorsement         clause.ID = "END-05" // 個人情報保護に関する規制等対応費用担保特約条項
	CopyrightEndorsement          clause.ID = "END-06" // 著作権侵害不担保特約条項
	SubrogationWaiver             clause.ID = "END-07" // 求償権不行使特約
)

// endorsements returns the endorsements in the order of the source.
func endorsements(r coverage.OpenPoints) []exclusions.Endorsement {
	const (
		widens  = "オプション（補償内容の拡大）"
		narrows = "オプション（補償内容の縮小）"
	)
	restored := exclusions.All(
		exclusions.Any(exclusions.Is(ClaimWithinMonth), exclusions.Is(KnownWithinMonth)),
		exclusions.Not(exclusions.Is(ClaimBeforeDelivery)), exclusions.Not(exclusions.Is(KnownBeforeDelivery)))
	if r.Has(DeliveryUntilMonthUp) {
		restored = exclusions.Not(exclusions.Is(NeverDelivered)) // all that EXC-17 excludes
	}
	// An item that infringes a copyright and a right that stays covered is open
	// until it is split, or a person decides on it as a whole.
	named := exclusions.Any(exclusions.Is(DesignRight), exclusions.Is(Trademark), exclusions.Is(DomainName))
	besides := exclusions.Any(exclusions.Is(PersonalityRight), named)
	if r.Has(RightsExcluded) {
		besides = exclusions.Is(PersonalityRight)
	}
	return []exclusions.Endorsement{
		{Clause: clause.Clause{ID: AdditionalInsuredsEndorsement, JA: "追加被保険者特約条項", EN: "additional insureds endorsement", Source: "追加被保険者特約条項"}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsPerson, Rule: exclusions.Rule{When: exclusions.All(exclusions.Is(DataCentreContractor), exclusions.Is(NamedInsuredServices))}}}},
		{Clause: clause.Clause{ID: PostDeliveryEndorsement, JA: "引渡後１か月危険担保特約条項", EN: "one-month post-delivery endorsement", Source: widens}, Moves: []exclusions.Move{
			{Kind: exclusions.Restores, Target: "EXC-17", Rule: exclusions.Rule{When: restored}}}},
		{Clause: clause.Clause{ID: CustodyEndorsement, JA: "管理下財物損壊等担保特約条項", EN: "property in care, custody or control endorsement", Source: widens}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsCover, Rule: exclusions.Rule{Scope: liability.Head("custody"), When: exclusions.Is(CustodyProperty)}}}},
		{Clause: clause.Clause{ID: MalfunctionEndorsement, JA: "ソフトウェア・プログラム誤作動等追加特約条項", EN: "software and program malfunction endorsement", Source: widens}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsCover, Rule: exclusions.Rule{
				Scope: liability.Head("malfunction"),
				When: exclusions.All(exclusions.Is(SoftwareMalfunction), exclusions.Any(
					exclusions.Is(BodilyInjury),
					exclusions.All(exclusions.Is(PropertyDamage), exclusions.Not(exclusions.Is(DeviceItself)))))}},
			// Under its own head, and for the costs that follow a claim under it.
			{Kind: exclusions.Restores, Target: "EXC-08",
				In: []exclusions.Scope{liability.Head("malfunction"), liability.Head("defence"), liability.Head("cooperation"), litigation},
				Rule: exclusions.Rule{
					Clause: clause.Clause{ID: "END-04a", JA: "誤作動等による身体の障害", EN: "bodily injury by a malfunction", Source: widens},
					When:   exclusions.Is(SoftwareMalfunction)}},
			{Kind: exclusions.Excludes, Rule: exclusions.Rule{
				Clause: clause.Clause{ID: "END-04b", JA: "誤作動等をした機器等の損壊", EN: "the malfunctioning equipment itself", Source: widens},
				Scope:  liability.Head("malfunction"),
				When:   exclusions.All(exclusions.Is(PropertyDamage), exclusions.Is(SoftwareMalfunction), exclusions.Is(DeviceItself))}}}},
		{Clause: clause.Clause{ID: RegulatoryEndorsement, JA: "個人情報保護に関する規制等対応費用担保特約条項", EN: "data-protection regulatory response costs endorsement", Source: widens}, Moves: []exclusions.Move{
			{Kind: exclusions.AddsCover, Rule: exclusions.Rule{Scope: regulatory, When: exclusions.Is(RegulatoryMeasure)}}}},
		{Clause: clause.Clause{ID: CopyrightEndorsement, JA: "著作権侵害不担保特約条項", EN: "copyright infringement exclusion endorsement", Source: narrows}, Moves: []exclusions.Move{
			{Kind: exclusions.Restricts, Target: "EXC-10a", Rule: exclusions.Rule{
				When: exclusions.All(exclusions.Is(Copyright), exclusions.Any(exclusions.Not(besides), exclusions.Is(MixedIPExcluded)))}},
			{Kind: exclusions.Restricts, Target: "EXC-10b", Rule: exclusions.Rule{
				Clause: clause.Clause{ID: "END-06a", JA: "サイバー攻撃による漏えいに起因する著作権の侵害", EN: "copyright infringed by a leak in an attack", Source: narrows},
				When: exclusions.All(exclusions.Is(Copyright), exclusions.Any(
					exclusions.Not(exclusions.Any(exclusions.Is(OtherIP), exclusions.Is(PersonalityRight), named)),
					exclusions.Is(MixedIPExcluded)))}}}},
		{Clause: clause.Clause{ID: SubrogationWaiver, JA: "求償権不行使特約", EN: "waiver of subrogation endorsement", Source: widens}, Moves: []exclusions.Move{
			{Kind: exclusions.Waives, Rule: exclusions.Rule{
				Clause: clause.Clause{ID: "END-07a", JA: "個人情報の管理委託先事業者", EN: "contractors entrusted with personal data", Source: widens},
				When:   exclusions.All(exclusions.Is(DataProcessor), exclusions.Is(PersonInJapan), exclusions.Is(PersonDeclared))}},
			{Kind: exclusions.Waives, Rule: exclusions.Rule{
				Clause: clause.Clause{ID: "END-07b", JA: "ＩＴ業務の下請業者", EN: "subcontractors of the IT services", Source: widens},
				When:   exclusions.All(exclusions.Is(Subcontractor), exclusions.Is(PersonInJapan), exclusions.Is(PersonDeclared))}},
			{Kind: exclusions.Waives, Rule: exclusions.Rule{
				Clause: clause.Clause{ID: "END-07c", JA: "ＩＴ業務の販売者", EN: "sellers of the IT services", Source: widens},
				When:   exclusions.All(exclusions.Is(Seller), exclusions.Is(PersonInJapan), exclusions.Is(PersonDeclared))}}}},
	}
}
