// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// excluded returns the exclusions in the order of the source.
func excluded(r coverage.OpenPoints) []exclusions.Rule {
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any

	known := pick(r.Has(KnownAtFirstStart),
		all(is(CauseBeforeFirst), is(KnownAtFirst)), all(is(CauseBeforeStart), is(KnownAtStart)))

	// Other intellectual property, and the rights that are treated as copyright is.
	others, soft := is(OtherIP), some(is(Copyright), is(PersonalityRight))
	named := some(is(DesignRight), is(Trademark), is(DomainName))
	if r.Has(RightsExcluded) {
		others = some(others, named)
	} else {
		soft = some(is(Copyright), is(PersonalityRight), named)
	}
	rules := []exclusions.Rule{
		{Clause: titled("EXC-01", "故意", "wilful act", notPaid), When: is(WilfulAct)},
		{Clause: titled("EXC-02", "戦争・暴動・労働争議", "war, disorder and labour disputes", notPaid),
			When: some(is(War), is(Riot), is(LabourDispute))},
		{Clause: titled("EXC-03", "地震・噴火・洪水・津波・高潮", "earthquake, eruption, flood, tsunami and storm surge", notPaid),
			When: some(is(Earthquake), is(Eruption), is(Flood), is(Tsunami), is(StormSurge))},
		{Clause: titled("EXC-04", "約定により加重された賠償責任", "contractually assumed liability", notPaid),
			Class: exclusions.Excess, Scope: liability, When: is(AggravatedLiability)},
		{Clause: titled("EXC-05", "保険期間開始時に認識していた事由", "known circumstances at inception", notPaid), When: known},
		{Clause: titled("EXC-06", "犯罪行為", "criminal acts", notPaid), When: is(Crime)},
		{Clause: titled("EXC-06a", "（例外）過失犯", "exception: negligence offences", notPaid),
			Under: "EXC-06", When: is(CrimeOfNegligence)},
		{Clause: titled("EXC-07", "法令違反または加害を認識していた行為", "acts known to be unlawful or harmful", notPaid),
			When: some(is(KnewUnlawful), is(KnewHarmful))},
		{Clause: titled("EXC-08", "身体の障害", "bodily injury", notPaid), When: is(BodilyInjury)},
		{Clause: titled("EXC-09", "他の事業者の信用の低下等", "harm to another business's reputation", notPaid),
			When: is(OthersReputation)},

		// An item that infringes rights of both kinds is open until it is split, or
		// a person decides on it as a whole.
		{Clause: titled("EXC-10", "知的財産権の侵害", "infringement of intellectual property", notPaid),
			When: some(others, soft)},
		{Clause: titled("EXC-10a", "（例外）人格権・著作権等の侵害", "exception: personality rights, copyright and the like", notPaid),
			Under: "EXC-10", When: all(soft, some(not(others), not(is(MixedIPExcluded))))},
		{Clause: titled("EXC-10b", "（例外）外部者のサイバー攻撃による漏えい", "exception: leak in an outsider's attack", notPaid),
			Under: "EXC-10", When: all(is(LeakInAttack), not(is(AttackerInBusiness)))},

		// Not an exception to an exception of EXC-10: no endorsement and no other
		// exception restores cover.
		{Clause: titled("EXC-10c", "本来支払うべき使用料", "fees payable in any event", notPaid), When: is(LicenceFee)},
		{Clause: titled("EXC-11", "業務の成果物を利用した製品の不具合", "defects in products made with the work", notPaid),
			When: is(ProductDefect)},
		{Clause: titled("EXC-12", "販売分析・販売予測・財務分析の過誤",
			"errors in sales analysis, forecasting or financial analysis", notPaid),
			When: some(is(SalesAnalysis), is(SalesForecast), is(FinancialAnalysis))},
		{Clause: titled("EXC-13", "業務の期日までの未完了", "failure to complete on time", notPaid), When: is(LateCompletion)},
		{Clause: titled("EXC-13a", "（例外）火災・破裂・爆発", "exception: fire, rupture or explosion", notPaid),
			Under: "EXC-13", When: is(Fire)},
		{Clause: titled("EXC-13b", "（例外）事故によるシステムの損壊・停止", "exception: accident to the computer system", notPaid),
			Under: "EXC-13", When: all(is(SuddenAccident), is(SystemStopped))},
		{Clause: titled("EXC-14", "追完・再履行・回収等の費用", "cost of remedying, redoing or recalling work", notPaid),
			When: some(is(CureCost), is(RePerformanceCost), is(RecallCost))},
		{Clause: titled("EXC-15", "前払式支払手段・資金移動", "prepaid instruments and funds transfer", notPaid),
			When: all(some(is(PrepaidIssuer), is(FundsTransferOperator)),
				some(is(PrepaidMisuse), is(WrongfulTransfer)))},
		{Clause: titled("EXC-16", "暗号資産交換業", "crypto-asset exchange", notPaid), When: is(CryptoExchange)},
		{Clause: titled("EXC-17", "引渡し前・引渡し後1か月以内の損害賠償請求等",
			"claims before or within one month after delivery", notPaid),
			Scope: pick(r.Has(DeliveryForLiability), liability, everywhere),
			When: all(is(SoftwareDevelopment), is(InJapan),
				some(is(ClaimBeforeDelivery), is(ClaimWithinMonth), is(KnownBeforeDelivery), is(KnownWithinMonth)))},

		// Apart from EXC-17, as no endorsement restores cover. A liability always
		// has a third-party claim, and it came before a delivery that never came.
		{Clause: titled("EXC-17a", "未引渡しの業務", "work never delivered", notPaid+"（定めなし、解釈A18）"),
			Scope: liability, When: all(is(SoftwareDevelopment), is(InJapan), is(NeverDelivered))},
	}
	if r.Has(PropertyCovered) {
		return rules
	}
	// The endorsements that cover such property add heads of their own.
	property := some(is(PropertyDamage), is(CustodyProperty))
	return append(rules, exclusions.Rule{Clause: titled("OPEN-01", "財物の損壊等（パンフレットに記載なし・約款で判断）",
		"property damage (not in the brochure; the policy conditions decide)", notPaid+"（定めなし、解釈A20）"),
		Scope: liability.Head("damages"),
		When:  pick(r.Has(PropertyExcluded), property, all(property, is(PropertyLeftOut)))})
}
