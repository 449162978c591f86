// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import "github.com/baiseki/baiseki/exclusions"

// questions2024 returns the vocabulary of the agreements, in their order. Those
// of facts that follow from dates are asked only while a date or its hour is
// missing.
func questions2024() []exclusions.Question {
	const (
		plain, judged    = exclusions.Plain, exclusions.Judged
		unknown, no, yes = exclusions.Unknown, exclusions.No, exclusions.Yes
	)
	type row struct {
		Fact   exclusions.Fact
		JA, EN string
		Nature exclusions.Nature
		Usual  exclusions.Truth
	}
	var all []exclusions.Question
	for _, r := range []row{
		{"named-insured", "補償を求めているのは記名被保険者ですか", "Is it the named insured who asks to be covered?", plain, yes},
		{ClaimInPeriod, "損害賠償請求（一連の請求は最初のもの）は保険期間中になされましたか（初日と末日は時刻も）", "Was the claim for damages (of a series, the first) made in the policy period? On its first and last day, at what hour?", plain, unknown},
		{DiscoveredInPeriod, "セキュリティ事故を最初に発見したのは保険期間中ですか（初日と末日は時刻も）", "Was the security incident first discovered in the policy period? On its first and last day, at what hour?", plain, unknown},
		{InResponsePeriod, "費用は事故対応期間内に生じましたか（発見の当日は時刻も）", "Did the cost arise in the incident response period? On the day of discovery, at what hour?", plain, unknown},
		{ReputationalInPeriod, "風評被害事故を発見したのは保険期間中ですか（初日と末日は時刻も）", "Was the reputational incident discovered in the policy period? On its first and last day, at what hour?", plain, unknown},
		{MeasureInPeriod, "当局の措置を受けたのは保険期間中ですか（初日と末日は時刻も）", "Was the authority's measure received in the policy period? On its first and last day, at what hour?", plain, unknown},
		{"it-services", "IT業務の遂行に起因するものですか", "Is it due to the performance of IT services?", plain, unknown},
		{"it-user-activity", "ITユーザー行為に起因するものですか", "Is it due to IT-user activity?", plain, unknown},
		{"unforeseen-accident", "不測の事故ですか", "Is it an unforeseen accident?", judged, unknown},
		{"with-consent", "引受保険会社の同意を得て支出しましたか", "Was it spent with the insurer's consent?", plain, unknown},
		{"at-insurers-request", "引受保険会社が解決に当たり、その求めに応じて支出しましたか", "Did the insurer resolve the claim, and was it spent at the insurer's request?", plain, unknown},
		{"consent-to-admit", "賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意を得ましたか", "Did the insurer consent before liability was admitted or the amount fixed?", plain, unknown},
		{"consent-to-litigation", "訴訟対応費用について、引受保険会社の同意その他の支払要件は満たされていますか", "Has the insurer consented to the litigation response costs, or are their other requirements met?", plain, unknown},
		{"business-interference", "他人の事業が休止し、または阻害されましたか", "Was another's business suspended or interfered with?", plain, unknown},
		{"data-loss", "他人のデータまたはプログラムが滅失または破損しましたか", "Were another's data or programs lost or damaged?", plain, unknown},
		{"tangible-damage", "有体物の損壊を伴いましたか", "Was tangible property damaged with it?", plain, unknown},
		{"unforeseen-loss", "他の不測の事由により他人に損失が生じましたか", "Did any other unforeseen cause bring another a loss?", plain, unknown},
		{"leak", "情報が漏えいしましたか", "Did information leak?", plain, unknown},
		{"suspected-leak", "情報の漏えいのおそれがありましたか", "Was a leak of information suspected?", plain, unknown},
		{"cyber-attack", "サイバー攻撃が実際にありましたか", "Did a cyber attack happen in fact?", plain, unknown},
		{"suspected-attack", "サイバー攻撃のおそれがありましたか", "Was a cyber attack suspected?", plain, unknown},
		{"managed-system", "攻撃（のおそれ）の対象は、記名被保険者が使用または管理するシステムですか", "Is the system that was attacked, or suspected to be, used or managed by the named insured?", plain, unknown},
		{"may-cause-incident", "①から③までの事由を引き起こすおそれがありますか", "Is it likely to cause an incident of the kinds (1) to (3)?", judged, unknown},
		{PubliclyClear, "その事実は公表等により客観的に明らかになりましたか", "Has the fact become objectively clear through publication or the like?", plain, unknown},
		{"shutdown-outsourced", "システムの遮断対応を外部に委託した費用ですか", "Is it the cost of outsourcing the shutdown of computer systems?", plain, unknown},
		{"attack-verification", "攻撃の有無を判断するための費用ですか", "Is it the cost of determining whether there was an attack?", plain, unknown},
		{"outside-body", "外部機関に調査を依頼した費用ですか", "Is it the cost of having an outside body investigate?", plain, unknown},
		{"external-report", "攻撃のおそれは外部通報によって発見されましたか", "Was the suspicion discovered through an external report?", plain, unknown},
		{"directly-necessary", "そのために直接必要な費用ですか", "Is the cost directly necessary for that?", judged, unknown},
		{"of-another-type", "他の種類の費用に当たりますか", "Does it belong to another cost type?", plain, no},
		{"consolation", "見舞金、金券等ですか", "Is it consolation money, vouchers or the like?", plain, no},
		{"personal-data", "漏えい（のおそれ）の対象は個人情報ですか", "Is it personal data that leaked, or is suspected to have?", plain, unknown},
		{ClearWhenSpent, "支出の日までに、その事実が公表等により客観的に明らかになっていましたか", "Had the fact become objectively clear through publication on the day of spending or before?", plain, unknown},
		{"necessary-and-useful", "再発防止のために必要かつ有益な費用ですか", "Is the cost necessary and useful to prevent a recurrence?", judged, unknown},
		{"ordinary-spending", "事故がなくても支出する費用ですか", "Would the insured bear the cost regardless of an incident?", plain, no},
		{"suit-filed", "被保険者に対する損害賠償請求訴訟が提起されましたか", "Was a suit for damages filed against the insured?", plain, unknown},
		{"reputational-incident", "事故に関する他人の投稿・書込みにより記名被保険者の業務が妨害され、またはそのおそれがありますか", "Do others' internet posts about the incident obstruct the named insured's business, or may they?", plain, unknown},
		{"fine-itself", "制裁金そのものですか", "Is it the fine itself?", plain, no},
	} {
		all = append(all, exclusions.Question(r))
	}
	return all
}
