// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "github.com/baiseki/baiseki/clause"

// The endorsements that the 2024 edition of the JISA scheme offers, by the ids
// that [Schedule.With] takes.
const (
	AdditionalInsureds clause.ID = "END-01" // 追加被保険者特約条項
	PostDelivery       clause.ID = "END-02" // 引渡後１か月危険担保特約条項
	Custody            clause.ID = "END-03" // 管理下財物損壊等担保特約条項
	Malfunction        clause.ID = "END-04" // ソフトウェア・プログラム誤作動等追加特約条項
	Regulatory         clause.ID = "END-05" // 個人情報保護に関する規制等対応費用担保特約条項
	Copyright          clause.ID = "END-06" // 著作権侵害不担保特約条項
	RecourseWaiver     clause.ID = "END-07" // 求償権不行使特約
)

// JISA2024 returns the exclusions and endorsements of the 2024 edition of the
// JISA scheme, with no endorsement attached unless a reading builds one in. It
// holds the main cases that the source prints; the policy conditions may hold
// more, so that none of these applies is not cover. JISA2024 returns an
// [*Error] with [ErrReading] for a reading that is none.
func JISA2024(r Readings) (Schedule, error) {
	if err := r.check(); err != nil {
		return Schedule{}, err
	}
	s, err := Wording{exclusions2024(r), endorsements2024(r), questions2024()}.Schedule()
	if err == nil && r.Insureds == BuiltIn {
		return s.With(AdditionalInsureds)
	}
	return s, err
}

// exclusions2024 returns the exclusions in the order of the source.
func exclusions2024(r Readings) []Rule {
	const source = "お支払いの対象とならない主な場合"
	known := All(Is("cause-before-start"), Is("known-at-start"))
	if r.Start == FirstStart {
		known = All(Is("cause-before-first-start"), Is("known-at-first-start"))
	}
	delivery := Scope("")
	if r.Reach == LiabilityOnly {
		delivery = Liability
	}
	rules := []Rule{
		{Clause: clause.Clause{ID: "EXC-01", JA: "故意", EN: "wilful act", Source: source},
			When: Is("wilful-act")},
		{Clause: clause.Clause{ID: "EXC-02", JA: "戦争・暴動・労働争議", EN: "war, disorder and labour disputes", Source: source},
			When: Any(Is("war"), Is("riot"), Is("labour-dispute"))},
		{Clause: clause.Clause{ID: "EXC-03", JA: "地震・噴火・洪水・津波・高潮", EN: "earthquake, eruption, flood, tsunami and storm surge", Source: source},
			When: Any(Is("earthquake"), Is("eruption"), Is("flood"), Is("tsunami"), Is("storm-surge"))},
		{Clause: clause.Clause{ID: "EXC-04", JA: "約定加重責任", EN: "contractually aggravated liability", Source: source},
			Scope: Liability, Extent: Excess, When: Is("aggravated-liability")},
		{Clause: clause.Clause{ID: "EXC-05", JA: "保険期間開始前の既知の事由", EN: "circumstances known at the start", Source: source},
			When: known},
		{Clause: clause.Clause{ID: "EXC-06", JA: "犯罪行為", EN: "crime of the insured", Source: source},
			When: Is("crime"), Unless: []Rule{
				{Clause: clause.Clause{ID: "EXC-06a", JA: "過失犯", EN: "crime of negligence", Source: source},
					When: Is("crime-of-negligence")}}},
		{Clause: clause.Clause{ID: "EXC-07", JA: "法令違反・加害の認識", EN: "knowing illegality or harm", Source: source},
			When: Any(Is("knew-unlawful"), Is("knew-harmful"))},
		{Clause: clause.Clause{ID: "EXC-08", JA: "身体の障害", EN: "bodily injury", Source: source},
			When: Is("bodily-injury")},
		{Clause: clause.Clause{ID: "EXC-09", JA: "他の事業者の信用き損等", EN: "reputation of other businesses", Source: source},
			When: Is("others-reputation")},
		{Clause: clause.Clause{ID: "EXC-10", JA: "知的財産権の侵害", EN: "intellectual property", Source: source},
			When: Any(Is("other-ip"), Is("copyright"), Is("personality-right")), Unless: []Rule{
				{Clause: clause.Clause{ID: "EXC-10a", JA: "人格権・著作権等の侵害", EN: "personality rights, copyright and the like", Source: source},
					When: Any(Is("copyright"), Is("personality-right"))},
				{Clause: clause.Clause{ID: "EXC-10b", JA: "外部者の攻撃による漏えい", EN: "leak in an attack by an outsider", Source: source},
					When: All(Is("leak-in-attack"), Not(Is("attacker-in-business")))}}},
		// No exception of EXC-10, as nothing gives it back.
		{Clause: clause.Clause{ID: "EXC-10c", JA: "本来支払うべき使用料", EN: "licence fees due to the holder of a right", Source: source},
			When: Is("licence-fee")},
		{Clause: clause.Clause{ID: "EXC-11", JA: "業務の結果を利用した製品の不具合", EN: "defective products made with the results", Source: source},
			When: Is("product-defect")},
		{Clause: clause.Clause{ID: "EXC-12", JA: "販売分析・販売予測・財務分析の過誤", EN: "sales analysis, sales forecasts and financial analysis", Source: source},
			When: Any(Is("sales-analysis"), Is("sales-forecast"), Is("financial-analysis"))},
		{Clause: clause.Clause{ID: "EXC-13", JA: "履行遅滞", EN: "delay in completion", Source: source},
			When: Is("late-completion"), Unless: []Rule{
				{Clause: clause.Clause{ID: "EXC-13a", JA: "火災・破裂・爆発", EN: "fire, rupture or explosion", Source: source},
					When: Is("fire")},
				{Clause: clause.Clause{ID: "EXC-13b", JA: "事故によるシステムの損壊・停止", EN: "accident to the computer system", Source: source},
					When: All(Is("sudden-accident"), Is("system-stopped"))}}},
		{Clause: clause.Clause{ID: "EXC-14", JA: "追完・再履行・回収等の費用", EN: "cure, re-performance and recall", Source: source},
			When: Any(Is("cure-cost"), Is("re-performance-cost"), Is("recall-cost"))},
		{Clause: clause.Clause{ID: "EXC-15", JA: "前払式支払手段・資金移動", EN: "prepaid instruments and funds transfer", Source: source},
			When: All(
				Any(Is("prepaid-issuer"), Is("funds-transfer-operator")),
				Any(Is("prepaid-misuse"), Is("wrongful-transfer")))},
		{Clause: clause.Clause{ID: "EXC-16", JA: "暗号資産交換業", EN: "crypto-asset exchange", Source: source},
			When: Is("crypto-exchange")},
		{Clause: clause.Clause{ID: "EXC-17", JA: "引渡し前・引渡し後1か月", EN: "before and after delivery", Source: source},
			Scope: delivery, When: All(
				Is("software-development"), Is("in-japan"),
				Any(
					Is("claim-before-delivery"), Is("claim-within-month"),
					Is("known-before-delivery"), Is("known-within-month")))},
		// A rule of its own, as no endorsement gives it back.
		{Clause: clause.Clause{ID: "EXC-17a", JA: "引渡しがない場合", EN: "never delivered", Source: source},
			Scope: delivery, When: All(
				Is("software-development"), Is("in-japan"), Is("never-delivered"))},
	}
	property := Rule{
		Clause: clause.Clause{ID: "OPEN-01", JA: "財物の損壊（列挙になく約款による）", EN: "property damage, not listed: the policy conditions decide", Source: source},
		When:   All(Is("property-damage"), Is("property-left-out")),
	}
	switch r.Property {
	case Included:
	case LeftOpen:
		rules = append(rules, property)
	case LeftOut:
		property.When = Is("property-damage")
		rules = append(rules, property)
	}
	return rules
}
