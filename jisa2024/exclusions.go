// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// rights returns the conditions that a loss is due to the infringement of
// other intellectual property, and of a right that is treated as copyright is.
func rights(r coverage.OpenPoints) (other, soft exclusions.Cond) {
	named := exclusions.Any(exclusions.Is(DesignRight), exclusions.Is(Trademark), exclusions.Is(DomainName))
	if r.Has(RightsExcluded) {
		return exclusions.Any(exclusions.Is(OtherIP), named), exclusions.Any(exclusions.Is(Copyright), exclusions.Is(PersonalityRight))
	}
	return exclusions.Is(OtherIP), exclusions.Any(exclusions.Is(Copyright), exclusions.Is(PersonalityRight), named)
}

// exclusionRules returns the exclusions in the order of the source.
func exclusionRules(r coverage.OpenPoints) []exclusions.Rule {
	const source = "お支払いの対象とならない主な場合"
	known := exclusions.All(exclusions.Is(CauseBeforeStart), exclusions.Is(KnownAtStart))
	if r.Has(KnownAtFirstStart) {
		known = exclusions.All(exclusions.Is(CauseBeforeFirst), exclusions.Is(KnownAtFirst))
	}
	other, soft := rights(r)
	delivery := exclusions.Scope("")
	if r.Has(DeliveryForLiability) {
		delivery = liability
	}
	rules := []exclusions.Rule{
		{Clause: clause.Clause{ID: "EXC-01", JA: "故意", EN: "wilful act", Source: source},
			When: exclusions.Is(WilfulAct)},
		{Clause: clause.Clause{ID: "EXC-02", JA: "戦争・暴動・労働争議", EN: "war, disorder and labour disputes", Source: source},
			When: exclusions.Any(exclusions.Is(War), exclusions.Is(Riot), exclusions.Is(LabourDispute))},
		{Clause: clause.Clause{ID: "EXC-03", JA: "地震・噴火・洪水・津波・高潮", EN: "earthquake, eruption, flood, tsunami and storm surge", Source: source},
			When: exclusions.Any(exclusions.Is(Earthquake), exclusions.Is(Eruption), exclusions.Is(Flood), exclusions.Is(Tsunami), exclusions.Is(StormSurge))},
		{Clause: clause.Clause{ID: "EXC-04", JA: "約定により加重された賠償責任", EN: "contractually assumed liability", Source: source},
			Scope: liability, Extent: exclusions.Excess, When: exclusions.Is(AggravatedLiability)},
		{Clause: clause.Clause{ID: "EXC-05", JA: "保険期間開始時に認識していた事由", EN: "known circumstances at inception", Source: source},
			When: known},
		{Clause: clause.Clause{ID: "EXC-06", JA: "犯罪行為", EN: "criminal acts", Source: source},
			When: exclusions.Is(Crime), Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "EXC-06a", JA: "（例外）過失犯", EN: "exception: negligence offences", Source: source},
					When: exclusions.Is(CrimeOfNegligence)}}},
		{Clause: clause.Clause{ID: "EXC-07", JA: "法令違反または加害を認識していた行為", EN: "acts known to be unlawful or harmful", Source: source},
			When: exclusions.Any(exclusions.Is(KnewUnlawful), exclusions.Is(KnewHarmful))},
		{Clause: clause.Clause{ID: "EXC-08", JA: "身体の障害", EN: "bodily injury", Source: source},
			When: exclusions.Is(BodilyInjury)},
		{Clause: clause.Clause{ID: "EXC-09", JA: "他の事業者の信用の低下等", EN: "harm to another business's reputation", Source: source},
			When: exclusions.Is(OthersReputation)},
		// An item that infringes rights of both kinds is open until it is split, or
		// a person decides on it as a whole.
		{Clause: clause.Clause{ID: "EXC-10", JA: "知的財産権の侵害", EN: "infringement of intellectual property", Source: source},
			When: exclusions.Any(other, soft), Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "EXC-10a", JA: "（例外）人格権・著作権等の侵害", EN: "exception: personality rights, copyright and the like", Source: source},
					When: exclusions.All(soft, exclusions.Any(exclusions.Not(other), exclusions.Not(exclusions.Is(MixedIPExcluded))))},
				{Clause: clause.Clause{ID: "EXC-10b", JA: "（例外）外部者のサイバー攻撃による漏えい", EN: "exception: leak in an outsider's attack", Source: source},
					When: exclusions.All(exclusions.Is(LeakInAttack), exclusions.Not(exclusions.Is(AttackerInBusiness)))}}},
		// Not an exception to an exception of EXC-10: no endorsement and no other
		// exception restores cover.
		{Clause: clause.Clause{ID: "EXC-10c", JA: "本来支払うべき使用料", EN: "fees payable in any event", Source: source},
			When: exclusions.Is(LicenceFee)},
		{Clause: clause.Clause{ID: "EXC-11", JA: "業務の成果物を利用した製品の不具合", EN: "defects in products made with the work", Source: source},
			When: exclusions.Is(ProductDefect)},
		{Clause: clause.Clause{ID: "EXC-12", JA: "販売分析・販売予測・財務分析の過誤", EN: "errors in sales analysis, forecasting or financial analysis", Source: source},
			When: exclusions.Any(exclusions.Is(SalesAnalysis), exclusions.Is(SalesForecast), exclusions.Is(FinancialAnalysis))},
		{Clause: clause.Clause{ID: "EXC-13", JA: "業務の期日までの未完了", EN: "failure to complete on time", Source: source},
			When: exclusions.Is(LateCompletion), Unless: []exclusions.Rule{
				{Clause: clause.Clause{ID: "EXC-13a", JA: "（例外）火災・破裂・爆発", EN: "exception: fire, rupture or explosion", Source: source},
					When: exclusions.Is(Fire)},
				{Clause: clause.Clause{ID: "EXC-13b", JA: "（例外）事故によるシステムの損壊・停止", EN: "exception: accident to the computer system", Source: source},
					When: exclusions.All(exclusions.Is(SuddenAccident), exclusions.Is(SystemStopped))}}},
		{Clause: clause.Clause{ID: "EXC-14", JA: "追完・再履行・回収等の費用", EN: "cost of remedying, redoing or recalling work", Source: source},
			When: exclusions.Any(exclusions.Is(CureCost), exclusions.Is(RePerformanceCost), exclusions.Is(RecallCost))},
		{Clause: clause.Clause{ID: "EXC-15", JA: "前払式支払手段・資金移動", EN: "prepaid instruments and funds transfer", Source: source},
			When: exclusions.All(
				exclusions.Any(exclusions.Is(PrepaidIssuer), exclusions.Is(FundsTransferOperator)),
				exclusions.Any(exclusions.Is(PrepaidMisuse), exclusions.Is(WrongfulTransfer)))},
		{Clause: clause.Clause{ID: "EXC-16", JA: "暗号資産交換業", EN: "crypto-asset exchange", Source: source},
			When: exclusions.Is(CryptoExchange)},
		{Clause: clause.Clause{ID: "EXC-17", JA: "引渡し前・引渡し後1か月以内の損害賠償請求等", EN: "claims before or within one month after delivery", Source: source},
			Scope: delivery, When: exclusions.All(
				exclusions.Is(SoftwareDevelopment), exclusions.Is(InJapan),
				exclusions.Any(
					exclusions.Is(ClaimBeforeDelivery), exclusions.Is(ClaimWithinMonth),
					exclusions.Is(KnownBeforeDelivery), exclusions.Is(KnownWithinMonth)))},
		// Apart from EXC-17, as no endorsement restores cover. A liability always
		// has a third-party claim, and it came before a delivery that never came.
		{Clause: clause.Clause{ID: "EXC-17a", JA: "未引渡しの業務", EN: "work never delivered", Source: source},
			Scope: liability, When: exclusions.All(
				exclusions.Is(SoftwareDevelopment), exclusions.Is(InJapan), exclusions.Is(NeverDelivered))},
	}
	// The endorsements that cover such property add heads of their own.
	property := exclusions.Rule{
		Clause: clause.Clause{ID: "OPEN-01", JA: "財物の損壊等（パンフレットに記載なし・約款で判断）", EN: "property damage (not in the brochure; the policy conditions decide)", Source: source + "（定めなし、解釈A20）"},
		Scope:  liability.Head("damages"),
		When:   exclusions.All(exclusions.Any(exclusions.Is(PropertyDamage), exclusions.Is(CustodyProperty)), exclusions.Is(PropertyLeftOut)),
	}
	switch {
	case r.Has(PropertyOpen):
		rules = append(rules, property)
	case r.Has(PropertyExcluded):
		property.When = exclusions.Any(exclusions.Is(PropertyDamage), exclusions.Is(CustodyProperty))
		rules = append(rules, property)
	}
	return rules
}
