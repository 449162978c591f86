// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import "github.com/baiseki/baiseki/fact"

// agreementQuestions returns the questions about the agreements, in the order in which a
// person would ask: who is insured, when, and what happened.
func agreementQuestions() []fact.Question {
	return []fact.Question{
		{Fact: NamedInsured, JA: "保険金を請求しているのは、記名被保険者ですか",
			EN: "Is the party claiming under the policy the named insured?", Default: fact.Yes},

		{Fact: ClaimInPeriod, JA: "被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、保険期間中になされましたか（初日または末日の場合は時刻も確認してください）",
			EN: "Was the third-party claim (the first, if there are related claims) made during the policy period " +
				"(if on its first or last day, check the time)?"},
		{Fact: DiscoveredInPeriod, JA: "被保険者がセキュリティ事故を最初に発見したのは、保険期間中ですか（初日または末日の場合は時刻も確認してください）",
			EN: "Did an insured first discover the security incident during the policy period (if on its first or " +
				"last day, check the time)?"},
		{Fact: InResponsePeriod, JA: "この明細の費用は、事故対応期間内に生じましたか（発見の当日の費用は、発見より後に生じたものに限ります）",
			EN: "Was this cost incurred during the incident response period (on the day of discovery, only after " +
				"the discovery)?"},
		{Fact: ReputationalInPeriod, JA: "被保険者が風評被害事故を発見したのは、保険期間中ですか（初日または末日の場合は時刻も確認してください）",
			EN: "Did an insured discover the reputational incident during the policy period (if on its first or " +
				"last day, check the time)?"},
		{Fact: MeasureInPeriod, JA: "監督官庁・規制当局等の措置（調査、命令、警告、制裁金など）を受けたのは、保険期間中ですか（初日または末日の場合は時刻も確認してください）",
			EN: "Was the regulator's action (such as an investigation, order, warning or fine) received during " +
				"the policy period (if on its first or last day, check the time)?"},

		{Fact: ITServices, JA: "事故（セキュリティ事故を含む）は、被保険者によるIT業務の遂行に起因して発生しましたか",
			EN: "Did the event (accident or security incident) arise from an insured's performance of IT services?"},
		{Fact: ITUserActivity, JA: "事故（セキュリティ事故を含む）は、約款に定めるITユーザー行為に起因して発生しましたか",
			EN: "Did the event (accident or security incident) arise from IT-user activity as defined in the " +
				"policy conditions?"},
		{Fact: UnforeseenAccident, JA: "損害賠償請求の原因となった事故は、被保険者にとって不測のものでしたか",
			EN: "Was the accident behind the third-party claim unforeseen by the insured?", Judged: true},

		{Fact: BusinessInterference, JA: "事故により、他人の事業が休止し、または阻害されましたか",
			EN: "Did the event suspend or interfere with another party's business?"},
		{Fact: DataLoss, JA: "事故により、他人のデータまたはプログラムが滅失し、または破損しましたか",
			EN: "Did the event destroy or damage another party's data or programs?"},
		{Fact: TangibleDamage, JA: "データまたはプログラムの滅失・破損は、機器等の有体物の損壊を伴いましたか",
			EN:    "Did the loss of data or programs involve damage to tangible property, such as equipment?",
			After: DataLoss},
		{Fact: UnforeseenLoss, JA: "事業の休止・阻害またはデータ等の滅失・破損のほかに、不測の事由により他人に損失が生じましたか",
			EN: "Apart from business interference and data loss, did an unforeseen cause bring a loss to another " +
				"party?"},
		{Fact: Leak, JA: "情報が漏えいしましたか", EN: "Was information leaked?"},
		{Fact: SuspectedLeak, JA: "情報の漏えいのおそれがありましたか", EN: "Was a leak of information suspected?"},
		{Fact: CyberAttack, JA: "サイバー攻撃が実際にありましたか", EN: "Did a cyber attack actually take place?"},
		{Fact: SuspectedAttack, JA: "サイバー攻撃のおそれがありましたか", EN: "Was a cyber attack suspected?"},
		{Fact: ManagedSystem, JA: "サイバー攻撃（そのおそれを含む）の対象となったコンピュータシステムは、記名被保険者が使用または管理するものですか",
			EN: "Does the named insured use or manage the computer system that was attacked, or suspected of " +
				"being attacked?"},
		{Fact: MayCauseIncident, JA: "サイバー攻撃（そのおそれを含む）は、他人の損失（事業の休止・阻害、データの滅失等）、情報の漏えい、" +
			"人格権・著作権等の侵害のいずれかを引き起こすおそれがありますか",
			EN: "Is the attack (or suspected attack) likely to cause a loss to another party, a leak of " +
				"information, or an infringement of personality rights or copyright?", Judged: true},
		{Fact: PubliclyClear, JA: "サイバー攻撃（そのおそれを含む）の事実は、公表等により客観的に明らかになっていますか",
			EN: "Has the attack (or suspected attack) become objectively apparent, for example by publication?"},

		{Fact: AtInsurersRequest, JA: "この明細の協力費用は、引受保険会社が損害賠償請求の解決に当たる際に、その求めに応じて支出しましたか",
			EN: "Did the insured incur these cooperation costs at the insurer's request, while the insurer was " +
				"handling the third-party claim?"},
		{Fact: ShutdownOutsourced, JA: "この明細は、コンピュータシステムの遮断対応を外部に委託した費用ですか",
			EN: "Is this item the cost of outsourcing the shutdown of computer systems?"},
		{Fact: AttackVerification, JA: "この明細は、サイバー攻撃の有無を判断するための費用ですか",
			EN: "Is this item the cost of determining whether a cyber attack took place?"},
		{Fact: OutsideBody, JA: "この明細は、外部機関に調査を依頼した費用ですか",
			EN: "Is this item the cost of an investigation by an outside organisation?", After: AttackVerification},
		{Fact: ExternalReport, JA: "サイバー攻撃のおそれは、外部からの通報によって発見されましたか",
			EN: "Was the suspected attack discovered through a report from outside the insured's organisation?"},
		{Fact: DirectlyNecessary, JA: "この明細の費用は、セキュリティ事故への対応に直接必要でしたか",
			EN: "Was this cost directly necessary to respond to the security incident?", Judged: true},
		{Fact: UnderAnotherHead, JA: "この明細の費用は、①サイバー攻撃対応費用、②原因・被害範囲調査費用、③相談費用、④コンピュータシステム復旧費用、⑥再発防止費用、" +
			"⑦訴訟対応費用のいずれかに当たりますか",
			EN: "Does this cost belong under one of the heads (1) attack response, (2) investigation, (3) " +
				"advisory, (4) restoration, (6) recurrence prevention and (7) litigation response costs?"},
		{Fact: Consolation, JA: "この明細は、被害者への見舞金、金券等ですか",
			EN: "Is this item consolation money, gift vouchers or the like for the victims?"},
		{Fact: PersonalData, JA: "漏えいした情報、またはそのおそれがある情報は、個人情報ですか",
			EN: "Is the information that leaked, or may have leaked, personal data?", After: Consolation},
		{Fact: ClearWhenSpent, JA: "見舞金等を支出した日までに、個人情報の漏えい（そのおそれを含む）の事実は、公表等により客観的に明らかになっていましたか",
			EN: "By the day the consolation payment was made, had the leak (or suspected leak) of personal data " +
				"become objectively apparent, for example by publication?", After: Consolation},
		{Fact: NecessaryAndUseful, JA: "この明細の費用は、セキュリティ事故の再発防止のために必要かつ有益ですか",
			EN:     "Is this cost both necessary and useful to prevent the security incident from recurring?",
			Judged: true},
		{Fact: InvestigationOrAdvice, JA: "この明細の費用は、②原因・被害範囲調査費用または③相談費用に当たりますか",
			EN: "Does this cost belong under head (2) investigation or head (3) advisory costs?"},
		{Fact: OrdinarySpending, JA: "この明細の費用は、セキュリティ事故がなくても支出するものですか",
			EN: "Would the insured have incurred this cost even without the security incident?"},
		{Fact: SuitFiled, JA: "被保険者に対する損害賠償請求訴訟が提起されましたか",
			EN: "Has a suit for damages been filed against the insured?"},
		{Fact: NecessaryForSuit, JA: "この明細の費用は、被保険者に対する損害賠償請求訴訟への対応に直接必要でしたか",
			EN:     "Was this cost directly necessary to respond to the suit for damages against the insured?",
			Judged: true, After: SuitFiled},
		{Fact: ReputationalIncident, JA: "セキュリティ事故に関する第三者のインターネット投稿により、記名被保険者の業務が妨害され、またはそのおそれがありますか",
			EN: "Are internet posts by others about the security incident obstructing the named insured's " +
				"business, or likely to?"},
		{Fact: FineItself, JA: "この明細は、当局から課された制裁金そのものですか",
			EN: "Is this item the fine itself, rather than a cost of responding to it?"},
		{Fact: RequirementsMet, JA: "この明細の費用は、支払いの要件（費用によっては、引受保険会社の事前の同意）を満たしていますか",
			EN: "Does this cost meet the conditions for payment (for some costs, the insurer's prior consent)?"},

		{Fact: ConsentToAdmit, JA: "被保険者は、賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意を得ましたか",
			EN: "Did the insured obtain the insurer's consent before admitting liability or agreeing the amount?"},
		{Fact: WithConsent, JA: "この明細の争訟費用は、引受保険会社の同意を得て支出しましたか",
			EN: "Did the insured incur these defence costs with the insurer's consent?"},
	}
}

// exclusionQuestions returns the vocabulary of the 2024 edition in the order in which
// a person would ask: the order of the rules, and for each rule the condition
// before its exceptions.
//
// Each question concerns one item. An item whose loss has two causes under
// different rules is split before the questions are answered. A question has a
// default answer only if the other answer practically never occurs in claims of
// this kind.
func exclusionQuestions() []fact.Question {
	return []fact.Question{
		{Fact: WilfulAct, JA: "損害は、保険契約者または被保険者の故意によるものですか",
			EN: "Did the policyholder or an insured cause the loss intentionally?", Judged: true},
		{Fact: War, JA: "損害は戦争（宣戦の有無は問わない）によるものですか", EN: "Is the loss due to war, declared or not?", Default: fact.No},
		{Fact: Riot, JA: "損害は変乱、暴動または騒じょうによるものですか",
			EN: "Is the loss due to commotion, riot or disturbance?", Default: fact.No},
		{Fact: LabourDispute, JA: "損害は労働争議によるものですか", EN: "Is the loss due to a labour dispute?", Default: fact.No},
		{Fact: Earthquake, JA: "損害は地震によるものですか", EN: "Is the loss due to an earthquake?", Default: fact.No},
		{Fact: Eruption, JA: "損害は噴火によるものですか", EN: "Is the loss due to an eruption?", Default: fact.No},
		{Fact: Flood, JA: "損害は洪水によるものですか", EN: "Is the loss due to a flood?", Default: fact.No},
		{Fact: Tsunami, JA: "損害は津波によるものですか", EN: "Is the loss due to a tsunami?", Default: fact.No},
		{Fact: StormSurge, JA: "損害は高潮によるものですか", EN: "Is the loss due to a storm surge?", Default: fact.No},
		{Fact: AggravatedLiability, JA: "被保険者と相手方との間の特別の約定（違約金の定めなど）により、法律上の賠償責任より加重された部分がありますか",
			EN: "Does an agreement between the insured and the claimant (such as a contractual penalty) add to " +
				"the liability that the law would impose?"},
		{Fact: CauseBeforeStart, JA: "事故の原因となった事由は、この加入者の保険期間の開始時より前に発生しましたか",
			EN: "Did the circumstances that led to the event arise before this member's policy period began?"},
		{Fact: KnownAtStart, JA: "保険契約者または被保険者は、この加入者の保険期間の開始時に、損害賠償請求を受けるおそれがあることを認識していましたか" +
			"（そう判断できる合理的な理由がある場合を含みます）",
			EN: "When this member's policy period began, did the policyholder or an insured know (or are there " +
				"reasonable grounds to conclude that they knew) that a third-party claim was likely?",
			Judged: true, After: CauseBeforeStart},
		{Fact: CauseBeforeFirst, JA: "事故の原因となった事由は、継続契約の最初の保険期間の開始時より前に発生しましたか",
			EN: "Did the circumstances that led to the event arise before the first policy period of the member's " +
				"continuous cover began?"},
		{Fact: KnownAtFirst, JA: "保険契約者または被保険者は、継続契約の最初の保険期間の開始時に、損害賠償請求を受けるおそれがあることを認識していましたか" +
			"（そう判断できる合理的な理由がある場合を含みます）",
			EN: "When the first policy period of the member's continuous cover began, did the policyholder or an " +
				"insured know (or are there reasonable grounds to conclude that they knew) that a third-party " +
				"claim was likely?", Judged: true, After: CauseBeforeFirst},
		{Fact: Crime, JA: "損害は、被保険者の犯罪行為（窃盗、詐欺、横領、背任など）によるものですか",
			EN:     "Did a crime of an insured (such as theft, fraud, embezzlement or breach of trust) cause the loss?",
			Judged: true},
		{Fact: CrimeOfNegligence, JA: "被保険者の犯罪行為は、過失犯ですか",
			EN: "Was the insured's crime one of negligence?", Judged: true, After: Crime},
		{Fact: KnewUnlawful, JA: "被保険者は、損害の原因となった行為が法令に違反することを認識していましたか（そう判断できる合理的な理由がある場合を含みます）",
			EN: "Did the insured know (or are there reasonable grounds to conclude that the insured knew) that " +
				"the act that caused the loss was unlawful?", Judged: true},
		{Fact: KnewHarmful, JA: "被保険者は、損害の原因となった行為が他人に損害を与えることを認識していましたか（そう判断できる合理的な理由がある場合を含みます）",
			EN: "Did the insured know (or are there reasonable grounds to conclude that the insured knew) that " +
				"the act that caused the loss would harm others?", Judged: true},
		{Fact: BodilyInjury, JA: "損害は、他人の身体の障害（けが、病気、死亡）によるものですか",
			EN: "Is the loss due to bodily injury to others (injury, illness or death)?", Default: fact.No},
		{Fact: OthersReputation, JA: "損害は、記名被保険者以外の事業者の信用、信頼、ブランドまたは評判の低下によるものですか",
			EN: "Is the loss due to damage to the credit, trust, brand or reputation of a business other than the " +
				"named insured?"},
		{Fact: OtherIP, JA: "この明細の損害は、特許権、営業秘密など、著作権・人格権・意匠権・商標権・ドメイン名以外の知的財産権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）",
			EN: "Is this item's loss due to the infringement of a patent, a trade secret or other intellectual " +
				"property except copyright, personality rights, design rights, trademarks and domain names (if " +
				"causes are mixed, split the item first)?"},
		{Fact: Copyright, JA: "この明細の損害は、著作権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）",
			EN: "Is this item's loss due to the infringement of copyright (if causes are mixed, split the item " +
				"first)?", After: OtherIP},
		{Fact: PersonalityRight, JA: "この明細の損害は、人格権（プライバシー、名誉など）または約款が著作権・人格権と同様に扱う他の権利（意匠権・商標権・ドメイン名を除く）の侵害によるものですか" +
			"（他の原因と混在する場合は、先に明細を分けてください）",
			EN: "Is this item's loss due to the infringement of a personality right (such as privacy or " +
				"reputation), or of another right, except a design right, trademark or domain name, that the " +
				"policy conditions treat in the same way (if causes are mixed, split the item first)?", After: OtherIP},
		{Fact: DesignRight, JA: "この明細の損害は、意匠権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）",
			EN: "Is this item's loss due to the infringement of a design right (if causes are mixed, split the " +
				"item first)?", After: OtherIP},
		{Fact: Trademark, JA: "この明細の損害は、商標権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）",
			EN: "Is this item's loss due to the infringement of a trademark (if causes are mixed, split the item " +
				"first)?", After: OtherIP},
		{Fact: DomainName, JA: "この明細の損害は、ドメイン名に関する権利の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）",
			EN: "Is this item's loss due to the infringement of a right in a domain name (if causes are mixed, " +
				"split the item first)?", After: OtherIP},
		{Fact: MixedIPExcluded, JA: "知的財産権等の侵害のうち免責事由に該当するものと該当しないものが混在するこの明細について、担当者は、全部が免責事由に該当すると判断しましたか" +
			"（分けられる場合は、先に明細を分けてください）",
			EN: "Has the claims handler decided to treat all of this item, which mixes excluded and other " +
				"infringements of intellectual property or similar rights, as excluded (if the item can be split, " +
				"split it first)?", Judged: true, After: OtherIP},
		{Fact: LeakInAttack, JA: "知的財産権の侵害は、サイバー攻撃による情報の漏えい（そのおそれを含む）によって生じたものですか",
			EN:    "Did the infringement result from a leak (or suspected leak) of information in a cyber attack?",
			After: OtherIP},
		{Fact: AttackerInBusiness, JA: "サイバー攻撃を行った者は、記名被保険者の業務に従事する者ですか",
			EN:    "Was the cyber attack carried out by someone engaged in the named insured's business?",
			After: LeakInAttack},
		{Fact: LicenceFee, JA: "この明細の請求額は、著作権・意匠権・商標権・人格権・ドメイン名の権利者の許諾を得て利用した場合に支払うはずの使用料（使用料を基準に算定した損害賠償金を含む）ですか",
			EN: "Is the amount of this item the fee that use with the permission of the holder of a copyright, " +
				"design right, trademark, personality right or domain name would have cost (including damages " +
				"measured by such a fee)?"},
		{Fact: ProductDefect, JA: "損害は、被保険者の業務の成果物を使って作られた製品、半製品、部品、工作物などの不具合によるものですか",
			EN: "Is the loss due to a defect in products, semi-finished goods, parts or structures made using the " +
				"results of the insured's work?", Default: fact.No},
		{Fact: SalesAnalysis, JA: "損害は販売分析の誤りによるものですか",
			EN: "Is the loss due to an error in a sales analysis?", Default: fact.No},
		{Fact: SalesForecast, JA: "損害は販売予測の誤りによるものですか",
			EN: "Is the loss due to an error in a sales forecast?", Default: fact.No},
		{Fact: FinancialAnalysis, JA: "損害は財務分析の誤りによるものですか",
			EN: "Is the loss due to an error in a financial analysis?", Default: fact.No},
		{Fact: LateCompletion, JA: "損害は、被保険者の業務が所定の期日までに完了しなかったことによるものですか",
			EN: "Is the loss due to the insured's failure to complete the work by the agreed date?"},
		{Fact: Fire, JA: "業務の完了が遅れた原因は、火災、破裂または爆発ですか",
			EN: "Was the late completion caused by fire, rupture or explosion?", After: LateCompletion},
		{Fact: SuddenAccident, JA: "業務の完了が遅れた原因は、急激かつ不測の事故ですか",
			EN:     "Was the late completion caused by a sudden and unforeseen accident?",
			Judged: true, After: LateCompletion},
		{Fact: SystemStopped, JA: "業務の完了を遅らせた事故により、記名被保険者が使用または管理するコンピュータシステムが損壊し、または機能を停止しましたか",
			EN: "Did the accident that delayed completion damage or stop a computer system that the named insured " +
				"uses or manages?", After: SuddenAccident},
		{Fact: CureCost, JA: "この明細は、被保険者の業務の追完（不具合の修補、不足分の引渡しなど）の費用ですか（そのための物や役務の価格を含み、賠償金として負担する場合も含みます）",
			EN: "Is this item the cost of remedying the insured's work (repairing defects or supplying what is " +
				"missing, including the goods and services needed), even if owed as damages?"},
		{Fact: RePerformanceCost, JA: "この明細は、被保険者の業務をやり直す費用ですか（そのための物や役務の価格を含み、賠償金として負担する場合も含みます）",
			EN: "Is this item the cost of redoing the insured's work (including the goods and services needed), " +
				"even if owed as damages?"},
		{Fact: RecallCost, JA: "この明細は、被保険者が既に引き渡した物または業務の成果物の回収、点検、修理、交換等の費用ですか（賠償金として負担する場合も含みます）",
			EN: "Is this item the cost of recalling, inspecting, repairing or replacing property or work that has " +
				"left the insured's possession, even if owed as damages?"},
		{Fact: PrepaidIssuer, JA: "被保険者は、資金決済法上の前払式支払手段の発行者ですか",
			EN: "Does the insured issue prepaid payment instruments under the Payment Services Act?", Default: fact.No},
		{Fact: FundsTransferOperator, JA: "被保険者は資金移動業を営んでいますか",
			EN: "Does the insured run a funds transfer service?", Default: fact.No},
		{Fact: PrepaidMisuse, JA: "損害は、前払式支払手段（電子マネー、プリペイドカード等）の不正な操作または移動によるものですか（間接の場合を含みます）",
			EN: "Is the loss due, directly or indirectly, to the wrongful manipulation or transfer of prepaid " +
				"value (such as e-money or prepaid cards)?"},
		{Fact: WrongfulTransfer, JA: "損害は、不正な為替取引または資金移動によるものですか（間接の場合を含みます）",
			EN: "Is the loss due, directly or indirectly, to a wrongful remittance or transfer of funds?"},
		{Fact: CryptoExchange, JA: "損害は、被保険者の暗号資産交換業に関連して生じたものですか",
			EN: "Is the loss connected with a crypto-asset exchange service of the insured?", Default: fact.No},
		{Fact: SoftwareDevelopment, JA: "損害は、記名被保険者のシステム設計・ソフトウェア開発業務によるものですか",
			EN: "Is the loss due to system design or software development by the named insured?"},
		{Fact: InJapan, JA: "損害の原因となったシステム設計・ソフトウェア開発業務は、日本国内におけるものですか",
			EN:    "Was the system design or software development that led to the loss carried out in Japan?",
			After: SoftwareDevelopment},
		{Fact: NeverDelivered, JA: "業務の成果物は、まだ引き渡されていない状態ですか（試用後の本引渡しを取り決めている場合は、本引渡しがまだの状態）",
			EN: "Is the work still undelivered (no final delivery, if a trial comes first)?", After: InJapan},
		{Fact: ClaimBeforeDelivery, JA: "被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、業務の成果物の引渡し（試用後の本引渡しを取り決めている場合は本引渡し）" +
			"より前になされましたか",
			EN: "Was the third-party claim (the first, if there are related claims) made before delivery (final " +
				"delivery, if a trial comes first)?", After: InJapan},
		{Fact: ClaimWithinMonth, JA: "被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、業務の成果物の引渡し後1か月以内になされましたか" +
			"（1か月は引渡日の翌日から数えます。試用後の本引渡しを取り決めている場合は本引渡しによります）",
			EN: "Was the third-party claim (the first, if there are related claims) made within one month after " +
				"delivery (final delivery, if a trial comes first), counted from the day after delivery?",
			After: InJapan},
		{Fact: KnownBeforeDelivery, JA: "被保険者は、業務の成果物の引渡し（試用後の本引渡しを取り決めている場合は本引渡し）より前に、損害賠償請求を受けるおそれがあることを認識していましたか" +
			"（そう判断できる合理的な理由がある場合を含みます）",
			EN: "Before delivery (final delivery, if a trial comes first), did the insured know (or are there " +
				"reasonable grounds to conclude that the insured knew) that a third-party claim was likely?",
			Judged: true, After: InJapan},
		{Fact: KnownWithinMonth, JA: "被保険者は、業務の成果物の引渡し後1か月以内に、損害賠償請求を受けるおそれがあることを認識しましたか" +
			"（そう判断できる合理的な理由がある場合を含みます。1か月は引渡日の翌日から数え、本引渡しの取決めがある場合は本引渡しによります）",
			EN: "Did the insured come to know (or are there reasonable grounds to conclude that the insured came " +
				"to know) that a third-party claim was likely within one month after delivery (final delivery, if " +
				"a trial comes first), counted from the day after delivery?", Judged: true, After: InJapan},
		{Fact: PropertyDamage, JA: "損害は、財物（有体物）の損壊によるものですか",
			EN: "Is the loss due to damage to tangible property?", Default: fact.No},
		{Fact: CustodyProperty, JA: "損害は、被保険者がIT業務のために占有または使用する財物の損壊、紛失、盗取または詐取によるものですか",
			EN: "Is the loss due to damage to, or the loss, theft or obtaining by fraud of, property that the " +
				"insured holds or uses for its IT services?"},
		{Fact: SoftwareMalfunction, JA: "損害は、記名被保険者が開発、作成または販売したソフトウェアを組み込んだ機器等の誤作動、不作動または機能停止によるものですか",
			EN: "Is the loss due to the malfunction, failure or stoppage of equipment running software that the " +
				"named insured developed, made or sold?"},
		{Fact: DeviceItself, JA: "損壊した財物は、誤作動等をした機器そのものですか",
			EN: "Is the damaged property the malfunctioning equipment itself?", After: SoftwareMalfunction},
		{Fact: PropertyLeftOut, JA: "担当者は、約款を確認し、この明細の損害（財物の損壊、または被保険者がIT業務のために占有もしくは使用する財物の紛失、盗取もしくは詐取）" +
			"を基本補償の対象外と判断しましたか",
			EN: "Having checked the policy conditions, has the claims handler decided that this item's loss " +
				"(damage to property, or the loss, theft or obtaining by fraud of property that the insured holds " +
				"or uses for its IT services) is outside the basic cover?", Judged: true, After: CustodyProperty},
		{Fact: DataCentreContractor, JA: "補償を求めている者は、記名被保険者のデータセンター事業で受け入れている派遣会社または業務を委託している請負会社ですか",
			EN: "Is the party claiming cover a staffing company or contractor that the named insured uses in its " +
				"data-centre business?"},
		{Fact: NamedInsuredServices, JA: "事故は、記名被保険者が行うIT業務の遂行に起因して発生しましたか",
			EN: "Did the accident arise from IT services performed by the named insured?", After: DataCentreContractor},
		{Fact: RegulatoryMeasure, JA: "個人情報保護に関する規則等の違反（そのおそれを含む）を理由に、監督官庁・規制当局等の措置（調査、命令、警告、制裁金など）を受けましたか",
			EN: "Did a regulator take action (such as an investigation, order, warning or fine) over a breach, or " +
				"suspected breach, of data-protection rules?"},
		{Fact: DataProcessor, JA: "求償先は、個人情報の管理を委託した事業者ですか",
			EN: "Is the recovery target a contractor entrusted with managing personal data?"},
		{Fact: Subcontractor, JA: "求償先は、IT業務の下請業者ですか",
			EN: "Is the recovery target a subcontractor of the IT services?"},
		{Fact: Seller, JA: "求償先は、IT業務の販売者ですか", EN: "Is the recovery target a seller of the IT services?"},
		{Fact: PersonInJapan, JA: "求償先は、日本国内に所在しますか", EN: "Is the recovery target located in Japan?"},
		{Fact: PersonDeclared, JA: "求償先は、求償権不行使特約で不行使先として申告した者の範囲に含まれますか",
			EN: "Does the recovery target fall within the range of parties declared under the waiver of " +
				"subrogation?"},
	}
}
