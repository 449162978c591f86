// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

import "github.com/baiseki/baiseki/clause"

// The IDs of the endorsements that the 2024 edition of the JISA scheme offers, for
// [Schedule.With].
const (
	AdditionalInsureds clause.ID = "END-01" // 追加被保険者特約条項
	PostDelivery       clause.ID = "END-02" // 引渡後１か月危険担保特約条項
	Custody            clause.ID = "END-03" // 管理下財物損壊等担保特約条項
	Malfunction        clause.ID = "END-04" // ソフトウェア・プログラム誤作動等追加特約条項
	Regulatory         clause.ID = "END-05" // 個人情報保護に関する規制等対応費用担保特約条項
	Copyright          clause.ID = "END-06" // 著作権侵害不担保特約条項
	RecourseWaiver     clause.ID = "END-07" // 求償権不行使特約
)

// JISA2024 returns the exclusions and endorsements of the 2024 edition of the JISA
// scheme. No endorsement is attached, except [AdditionalInsureds] under [BuiltIn].
// The exclusions are the main ones, which the brochure lists. The policy
// conditions may contain more: that none of these applies does not mean that a
// loss is covered. JISA2024 returns an [*Error] with [ErrReading] if r contains an
// unknown reading.
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

// rights2024 returns the conditions that a loss is due to the infringement of
// other intellectual property, and of a right that is treated as copyright is.
func rights2024(r Readings) (other, soft Cond) {
	named := Any(Is("design-right"), Is("trademark"), Is("domain-name"))
	if r.Rights == OtherProperty {
		return Any(Is("other-ip"), named), Any(Is("copyright"), Is("personality-right"))
	}
	return Is("other-ip"), Any(Is("copyright"), Is("personality-right"), named)
}

// exclusions2024 returns the exclusions in the order of the source.
func exclusions2024(r Readings) []Rule {
	const source = "お支払いの対象とならない主な場合"
	known := All(Is("cause-before-start"), Is("known-at-start"))
	if r.Start == FirstStart {
		known = All(Is("cause-before-first-start"), Is("known-at-first-start"))
	}
	other, soft := rights2024(r)
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
		{Clause: clause.Clause{ID: "EXC-04", JA: "約定により加重された賠償責任", EN: "contractually assumed liability", Source: source},
			Scope: Liability, Extent: Excess, When: Is("aggravated-liability")},
		{Clause: clause.Clause{ID: "EXC-05", JA: "保険期間開始時に認識していた事由", EN: "known circumstances at inception", Source: source},
			When: known},
		{Clause: clause.Clause{ID: "EXC-06", JA: "犯罪行為", EN: "criminal acts", Source: source},
			When: Is("crime"), Unless: []Rule{
				{Clause: clause.Clause{ID: "EXC-06a", JA: "（例外）過失犯", EN: "exception: negligence offences", Source: source},
					When: Is("crime-of-negligence")}}},
		{Clause: clause.Clause{ID: "EXC-07", JA: "法令違反または加害を認識していた行為", EN: "acts known to be unlawful or harmful", Source: source},
			When: Any(Is("knew-unlawful"), Is("knew-harmful"))},
		{Clause: clause.Clause{ID: "EXC-08", JA: "身体の障害", EN: "bodily injury", Source: source},
			When: Is("bodily-injury")},
		{Clause: clause.Clause{ID: "EXC-09", JA: "他の事業者の信用の低下等", EN: "harm to another business's reputation", Source: source},
			When: Is("others-reputation")},
		// An item that infringes rights of both kinds is open until it is split, or
		// a person decides on it as a whole.
		{Clause: clause.Clause{ID: "EXC-10", JA: "知的財産権の侵害", EN: "infringement of intellectual property", Source: source},
			When: Any(other, soft), Unless: []Rule{
				{Clause: clause.Clause{ID: "EXC-10a", JA: "（例外）人格権・著作権等の侵害", EN: "exception: personality rights, copyright and the like", Source: source},
					When: All(soft, Any(Not(other), Not(Is("mixed-ip-excluded"))))},
				{Clause: clause.Clause{ID: "EXC-10b", JA: "（例外）外部者のサイバー攻撃による漏えい", EN: "exception: leak in an outsider's attack", Source: source},
					When: All(Is("leak-in-attack"), Not(Is("attacker-in-business")))}}},
		// Not an exception to an exception of EXC-10: no endorsement and no other
		// exception restores cover.
		{Clause: clause.Clause{ID: "EXC-10c", JA: "本来支払うべき使用料", EN: "fees payable in any event", Source: source},
			When: Is("licence-fee")},
		{Clause: clause.Clause{ID: "EXC-11", JA: "業務の成果物を利用した製品の不具合", EN: "defects in products made with the work", Source: source},
			When: Is("product-defect")},
		{Clause: clause.Clause{ID: "EXC-12", JA: "販売分析・販売予測・財務分析の過誤", EN: "errors in sales analysis, forecasting or financial analysis", Source: source},
			When: Any(Is("sales-analysis"), Is("sales-forecast"), Is("financial-analysis"))},
		{Clause: clause.Clause{ID: "EXC-13", JA: "業務の期日までの未完了", EN: "failure to complete on time", Source: source},
			When: Is("late-completion"), Unless: []Rule{
				{Clause: clause.Clause{ID: "EXC-13a", JA: "（例外）火災・破裂・爆発", EN: "exception: fire, rupture or explosion", Source: source},
					When: Is("fire")},
				{Clause: clause.Clause{ID: "EXC-13b", JA: "（例外）事故によるシステムの損壊・停止", EN: "exception: accident to the computer system", Source: source},
					When: All(Is("sudden-accident"), Is("system-stopped"))}}},
		{Clause: clause.Clause{ID: "EXC-14", JA: "追完・再履行・回収等の費用", EN: "cost of remedying, redoing or recalling work", Source: source},
			When: Any(Is("cure-cost"), Is("re-performance-cost"), Is("recall-cost"))},
		{Clause: clause.Clause{ID: "EXC-15", JA: "前払式支払手段・資金移動", EN: "prepaid instruments and funds transfer", Source: source},
			When: All(
				Any(Is("prepaid-issuer"), Is("funds-transfer-operator")),
				Any(Is("prepaid-misuse"), Is("wrongful-transfer")))},
		{Clause: clause.Clause{ID: "EXC-16", JA: "暗号資産交換業", EN: "crypto-asset exchange", Source: source},
			When: Is("crypto-exchange")},
		{Clause: clause.Clause{ID: "EXC-17", JA: "引渡し前・引渡し後1か月以内の損害賠償請求等", EN: "claims before or within one month after delivery", Source: source},
			Scope: delivery, When: All(
				Is("software-development"), Is("in-japan"),
				Any(
					Is("claim-before-delivery"), Is("claim-within-month"),
					Is("known-before-delivery"), Is("known-within-month")))},
		// Apart from EXC-17, as no endorsement restores cover. A liability always
		// has a third-party claim, and it came before a delivery that never came.
		{Clause: clause.Clause{ID: "EXC-17a", JA: "未引渡しの業務", EN: "work never delivered", Source: source},
			Scope: Liability, When: All(
				Is("software-development"), Is("in-japan"), Is("never-delivered"))},
	}
	// The endorsements that cover such property add heads of their own.
	property := Rule{
		Clause: clause.Clause{ID: "OPEN-01", JA: "財物の損壊等（パンフレットに記載なし・約款で判断）", EN: "property damage (not in the brochure; the policy conditions decide)", Source: source + "（定めなし、解釈A20）"},
		Scope:  Liability.Head("damages"),
		When:   All(Any(Is("property-damage"), Is("custody-property")), Is("property-left-out")),
	}
	switch r.Property {
	case Included:
	case LeftOpen:
		rules = append(rules, property)
	case LeftOut:
		property.When = Any(Is("property-damage"), Is("custody-property"))
		rules = append(rules, property)
	}
	return rules
}
