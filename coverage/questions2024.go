// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import "github.com/baiseki/baiseki/exclusions"

// questions2024 returns the vocabulary of the agreements in the order in which a
// person would ask: who is insured, the triggers, the liability agreement, the
// kind of incident, the conditions of each head of loss, the requirements for
// payment and the consents.
//
// A fact that follows from dates is asked only while a date or its hour is
// missing.
func questions2024() []exclusions.Question {
	const judged, yes = exclusions.Judged, exclusions.Yes
	return []exclusions.Question{
		{Fact: "named-insured", JA: "保険金を請求しているのは、記名被保険者ですか", EN: "Is the party claiming under the policy the named insured?", Usual: yes},

		{Fact: ClaimInPeriod, JA: "被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、保険期間中になされましたか（初日または末日の場合は時刻も確認してください）", EN: "Was the third-party claim (the first, if there are related claims) made during the policy period (if on its first or last day, check the time)?"},
		{Fact: DiscoveredInPeriod, JA: "被保険者がセキュリティ事故を最初に発見したのは、保険期間中ですか（初日または末日の場合は時刻も確認してください）", EN: "Did an insured first discover the security incident during the policy period (if on its first or last day, check the time)?"},
		{Fact: InResponsePeriod, JA: "この明細の費用は、事故対応期間内に生じましたか（発見の当日の費用は、発見より後に生じたものに限ります）", EN: "Was this cost incurred during the incident response period (on the day of discovery, only after the discovery)?"},
		{Fact: ReputationalInPeriod, JA: "被保険者が風評被害事故を発見したのは、保険期間中ですか（初日または末日の場合は時刻も確認してください）", EN: "Did an insured discover the reputational incident during the policy period (if on its first or last day, check the time)?"},
		{Fact: MeasureInPeriod, JA: "監督官庁・規制当局等の措置（調査、命令、警告、制裁金など）を受けたのは、保険期間中ですか（初日または末日の場合は時刻も確認してください）", EN: "Was the regulator's action (such as an investigation, order, warning or fine) received during the policy period (if on its first or last day, check the time)?"},

		{Fact: "it-services", JA: "事故（セキュリティ事故を含む）は、被保険者によるIT業務の遂行に起因して発生しましたか", EN: "Did the event (accident or security incident) arise from an insured's performance of IT services?"},
		{Fact: "it-user-activity", JA: "事故（セキュリティ事故を含む）は、約款に定めるITユーザー行為に起因して発生しましたか", EN: "Did the event (accident or security incident) arise from IT-user activity as defined in the policy conditions?"},
		{Fact: "unforeseen-accident", JA: "損害賠償請求の原因となった事故は、被保険者にとって不測のものでしたか", EN: "Was the accident behind the third-party claim unforeseen by the insured?", Nature: judged},

		{Fact: "business-interference", JA: "事故により、他人の事業が休止し、または阻害されましたか", EN: "Did the event suspend or interfere with another party's business?"},
		{Fact: "data-loss", JA: "事故により、他人のデータまたはプログラムが滅失し、または破損しましたか", EN: "Did the event destroy or damage another party's data or programs?"},
		{Fact: "tangible-damage", JA: "データまたはプログラムの滅失・破損は、機器等の有体物の損壊を伴いましたか", EN: "Did the loss of data or programs involve damage to tangible property, such as equipment?", After: "data-loss"},
		{Fact: "unforeseen-loss", JA: "事業の休止・阻害またはデータ等の滅失・破損のほかに、不測の事由により他人に損失が生じましたか", EN: "Apart from business interference and data loss, did an unforeseen cause bring a loss to another party?"},
		{Fact: "leak", JA: "情報が漏えいしましたか", EN: "Was information leaked?"},
		{Fact: "suspected-leak", JA: "情報の漏えいのおそれがありましたか", EN: "Was a leak of information suspected?"},
		{Fact: "cyber-attack", JA: "サイバー攻撃が実際にありましたか", EN: "Did a cyber attack actually take place?"},
		{Fact: "suspected-attack", JA: "サイバー攻撃のおそれがありましたか", EN: "Was a cyber attack suspected?"},
		{Fact: "managed-system", JA: "サイバー攻撃（そのおそれを含む）の対象となったコンピュータシステムは、記名被保険者が使用または管理するものですか", EN: "Does the named insured use or manage the computer system that was attacked, or suspected of being attacked?"},
		{Fact: "may-cause-incident", JA: "サイバー攻撃（そのおそれを含む）は、他人の損失（事業の休止・阻害、データの滅失等）、情報の漏えい、人格権・著作権等の侵害のいずれかを引き起こすおそれがありますか", EN: "Is the attack (or suspected attack) likely to cause a loss to another party, a leak of information, or an infringement of personality rights or copyright?", Nature: judged},
		{Fact: PubliclyClear, JA: "サイバー攻撃（そのおそれを含む）の事実は、公表等により客観的に明らかになっていますか", EN: "Has the attack (or suspected attack) become objectively apparent, for example by publication?"},

		{Fact: "at-insurers-request", JA: "この明細の協力費用は、引受保険会社が損害賠償請求の解決に当たる際に、その求めに応じて支出しましたか", EN: "Did the insured incur these cooperation costs at the insurer's request, while the insurer was handling the third-party claim?"},
		{Fact: "shutdown-outsourced", JA: "この明細は、コンピュータシステムの遮断対応を外部に委託した費用ですか", EN: "Is this item the cost of outsourcing the shutdown of computer systems?"},
		{Fact: "attack-verification", JA: "この明細は、サイバー攻撃の有無を判断するための費用ですか", EN: "Is this item the cost of determining whether a cyber attack took place?"},
		{Fact: "outside-body", JA: "この明細は、外部機関に調査を依頼した費用ですか", EN: "Is this item the cost of an investigation by an outside organisation?", After: "attack-verification"},
		{Fact: "external-report", JA: "サイバー攻撃のおそれは、外部からの通報によって発見されましたか", EN: "Was the suspected attack discovered through a report from outside the insured's organisation?"},
		{Fact: "directly-necessary", JA: "この明細の費用は、セキュリティ事故への対応に直接必要でしたか", EN: "Was this cost directly necessary to respond to the security incident?", Nature: judged},
		{Fact: "under-another-head", JA: "この明細の費用は、①サイバー攻撃対応費用、②原因・被害範囲調査費用、③相談費用、④コンピュータシステム復旧費用、⑥再発防止費用、⑦訴訟対応費用のいずれかに当たりますか", EN: "Does this cost belong under one of the heads (1) attack response, (2) investigation, (3) advisory, (4) restoration, (6) recurrence prevention and (7) litigation response costs?"},
		{Fact: "consolation", JA: "この明細は、被害者への見舞金、金券等ですか", EN: "Is this item consolation money, gift vouchers or the like for the victims?"},
		{Fact: "personal-data", JA: "漏えいした情報、またはそのおそれがある情報は、個人情報ですか", EN: "Is the information that leaked, or may have leaked, personal data?", After: "consolation"},
		{Fact: ClearWhenSpent, JA: "見舞金等を支出した日までに、個人情報の漏えい（そのおそれを含む）の事実は、公表等により客観的に明らかになっていましたか", EN: "By the day the consolation payment was made, had the leak (or suspected leak) of personal data become objectively apparent, for example by publication?", After: "consolation"},
		{Fact: "necessary-and-useful", JA: "この明細の費用は、セキュリティ事故の再発防止のために必要かつ有益ですか", EN: "Is this cost both necessary and useful to prevent the security incident from recurring?", Nature: judged},
		{Fact: "investigation-or-advice", JA: "この明細の費用は、②原因・被害範囲調査費用または③相談費用に当たりますか", EN: "Does this cost belong under head (2) investigation or head (3) advisory costs?"},
		{Fact: "ordinary-spending", JA: "この明細の費用は、セキュリティ事故がなくても支出するものですか", EN: "Would the insured have incurred this cost even without the security incident?"},
		{Fact: "suit-filed", JA: "被保険者に対する損害賠償請求訴訟が提起されましたか", EN: "Has a suit for damages been filed against the insured?"},
		{Fact: "necessary-for-suit", JA: "この明細の費用は、被保険者に対する損害賠償請求訴訟への対応に直接必要でしたか", EN: "Was this cost directly necessary to respond to the suit for damages against the insured?", Nature: judged, After: "suit-filed"},
		{Fact: "reputational-incident", JA: "セキュリティ事故に関する第三者のインターネット投稿により、記名被保険者の業務が妨害され、またはそのおそれがありますか", EN: "Are internet posts by others about the security incident obstructing the named insured's business, or likely to?"},
		{Fact: "fine-itself", JA: "この明細は、当局から課された制裁金そのものですか", EN: "Is this item the fine itself, rather than a cost of responding to it?"},
		{Fact: "requirements-met", JA: "この明細の費用は、支払いの要件（費用によっては、引受保険会社の事前の同意）を満たしていますか", EN: "Does this cost meet the conditions for payment (for some costs, the insurer's prior consent)?"},

		{Fact: "consent-to-admit", JA: "被保険者は、賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意を得ましたか", EN: "Did the insured obtain the insurer's consent before admitting liability or agreeing the amount?"},
		{Fact: "with-consent", JA: "この明細の争訟費用は、引受保険会社の同意を得て支出しましたか", EN: "Did the insured incur these defence costs with the insurer's consent?"},
	}
}
