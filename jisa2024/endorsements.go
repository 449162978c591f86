// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// The IDs of the endorsements that the 2024 edition offers, for the terms of a policy.
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
func endorsements() []clause.Clause {
	return []clause.Clause{
		titled(AdditionalInsuredsEndorsement, "追加被保険者特約条項", "additional insureds endorsement", insureds),
		titled(PostDeliveryEndorsement, "引渡後１か月危険担保特約条項", "one-month post-delivery endorsement", widening),
		titled(CustodyEndorsement, "管理下財物損壊等担保特約条項", "property in care, custody or control endorsement", widening),
		titled(MalfunctionEndorsement, "ソフトウェア・プログラム誤作動等追加特約条項",
			"software and program malfunction endorsement", widening),
		titled(RegulatoryEndorsement, "個人情報保護に関する規制等対応費用担保特約条項",
			"data-protection regulatory response costs endorsement", widening),
		titled(CopyrightEndorsement, "著作権侵害不担保特約条項", "copyright infringement exclusion endorsement", narrowing),
		titled(SubrogationWaiver, "求償権不行使特約", "waiver of subrogation endorsement", widening),
	}
}

// endorsed returns the rules that the endorsements add, in their order.
func endorsed(r coverage.OpenPoints) []exclusions.Rule {
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any

	restored := pick(r.Has(DeliveryUntilMonthUp),
		not(is(NeverDelivered)), // all that EXC-17 excludes
		all(some(is(ClaimWithinMonth), is(KnownWithinMonth)),
			not(is(ClaimBeforeDelivery)), not(is(KnownBeforeDelivery))))
	damage := all(is(PropertyDamage), not(is(DeviceItself)))

	// An item that infringes a copyright and a right that stays covered is open
	// until it is split, or a person decides on it as a whole.
	named := some(is(DesignRight), is(Trademark), is(DomainName))
	besides := pick(r.Has(RightsExcluded), is(PersonalityRight), some(is(PersonalityRight), named))

	rules := []exclusions.Rule{
		{With: AdditionalInsuredsEndorsement, Under: "INS-01",
			When: all(is(DataCentreContractor), is(NamedInsuredServices))},

		{With: PostDeliveryEndorsement, Under: "EXC-17", When: restored},

		// What an endorsement covers is a covered event of a suit, too. Such a loss is
		// covered under the head of its own alone.
		{With: CustodyEndorsement, Under: "COV-06", When: is(CustodyProperty)},
		{With: CustodyEndorsement, Clause: titled("END-03b", "管理下財物の損壊等に起因する訴訟",
			"suit over property in care, custody or control", widening+"（定めなし）"),
			Under: "COV-21", When: is(CustodyProperty)},
		{With: CustodyEndorsement, Clause: titled("COV-22", "管理下財物の損壊等（専用の補償項目で補償）",
			"property in care, custody or control (covered under its own head)", widening+"（定めなし）"),
			Class: coverage.LeftOut, Scope: liability.Head("damages"), When: is(CustodyProperty)},

		{With: MalfunctionEndorsement, Under: "COV-07",
			When: all(is(SoftwareMalfunction), some(is(BodilyInjury), damage))},
		// Under its own head, and for the costs that follow a claim under it.
		{With: MalfunctionEndorsement, Clause: titled("END-04a", "誤作動等による身体の障害",
			"bodily injury by a malfunction", widening), Under: "EXC-08", In: []exclusions.Scope{
			liability.Head("malfunction"), liability.Head("defence"), liability.Head("cooperation"), litigation},
			When: is(SoftwareMalfunction)},
		{With: MalfunctionEndorsement, Clause: titled("END-04b", "誤作動等をした機器等の損壊",
			"the malfunctioning equipment itself", widening), Scope: liability.Head("malfunction"),
			When: all(is(PropertyDamage), is(SoftwareMalfunction), is(DeviceItself))},
		{With: MalfunctionEndorsement, Clause: titled("END-04d", "誤作動等による損害に起因する訴訟",
			"suit over loss by a malfunction", widening+"（定めなし）"),
			Under: "COV-21", When: all(is(SoftwareMalfunction), some(is(BodilyInjury), damage))},
		{With: MalfunctionEndorsement, Clause: titled("COV-23", "誤作動等による財物の損壊（専用の補償項目で補償）",
			"property damage by a malfunction (covered under its own head)", widening+"（定めなし）"),
			Class: coverage.LeftOut, Scope: liability.Head("damages"), When: all(is(SoftwareMalfunction), damage)},

		{With: RegulatoryEndorsement, Under: "COV-19", When: is(RegulatoryMeasure)},

		{With: CopyrightEndorsement, Under: "EXC-10a",
			When: all(is(Copyright), some(not(besides), is(MixedIPExcluded)))},
		{With: CopyrightEndorsement, Clause: titled("END-06a", "サイバー攻撃による漏えいに起因する著作権の侵害",
			"copyright infringed by a leak in an attack", narrowing), Under: "EXC-10b",
			When: all(is(Copyright), some(not(some(is(OtherIP), is(PersonalityRight), named)), is(MixedIPExcluded)))},

		{With: SubrogationWaiver, Clause: titled("END-07a", "個人情報の管理委託先事業者",
			"contractors entrusted with personal data", widening),
			Class: exclusions.Waiver, When: all(is(DataProcessor), is(PersonInJapan), is(PersonDeclared))},
		{With: SubrogationWaiver, Clause: titled("END-07b", "ＩＴ業務の下請業者", "subcontractors of the IT services", widening),
			Class: exclusions.Waiver, When: all(is(Subcontractor), is(PersonInJapan), is(PersonDeclared))},
		{With: SubrogationWaiver, Clause: titled("END-07c", "ＩＴ業務の販売者", "sellers of the IT services", widening),
			Class: exclusions.Waiver, When: all(is(Seller), is(PersonInJapan), is(PersonDeclared))},
	}
	if r.Has(PropertyCovered) { // an endorsement that widens takes nothing away
		return slices.DeleteFunc(rules, func(x exclusions.Rule) bool { return x.Class == coverage.LeftOut })
	}
	return rules
}
