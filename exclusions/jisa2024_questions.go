// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions

// questions2024 returns the vocabulary of the 2024 edition in the order in which
// a person would ask: the order of the rules, and for each rule the condition
// before its exceptions.
//
// Each question concerns one item. An item whose loss has two causes under
// different rules is split before the questions are answered. A question has a
// default answer only if the other answer practically never occurs in claims of
// this kind.
func questions2024() []Question {
	return []Question{
		{Fact: "wilful-act", JA: "損害は、保険契約者または被保険者の故意によるものですか", EN: "Did the policyholder or an insured cause the loss intentionally?", Nature: Judged},
		{Fact: "war", JA: "損害は戦争（宣戦の有無は問わない）によるものですか", EN: "Is the loss due to war, declared or not?", Usual: No},
		{Fact: "riot", JA: "損害は変乱、暴動または騒じょうによるものですか", EN: "Is the loss due to commotion, riot or disturbance?", Usual: No},
		{Fact: "labour-dispute", JA: "損害は労働争議によるものですか", EN: "Is the loss due to a labour dispute?", Usual: No},
		{Fact: "earthquake", JA: "損害は地震によるものですか", EN: "Is the loss due to an earthquake?", Usual: No},
		{Fact: "eruption", JA: "損害は噴火によるものですか", EN: "Is the loss due to an eruption?", Usual: No},
		{Fact: "flood", JA: "損害は洪水によるものですか", EN: "Is the loss due to a flood?", Usual: No},
		{Fact: "tsunami", JA: "損害は津波によるものですか", EN: "Is the loss due to a tsunami?", Usual: No},
		{Fact: "storm-surge", JA: "損害は高潮によるものですか", EN: "Is the loss due to a storm surge?", Usual: No},
		{Fact: "aggravated-liability", JA: "被保険者と相手方との間の特別の約定（違約金の定めなど）により、法律上の賠償責任より加重された部分がありますか", EN: "Does an agreement between the insured and the claimant (such as a contractual penalty) add to the liability that the law would impose?"},
		{Fact: "cause-before-start", JA: "事故の原因となった事由は、この加入者の保険期間の開始時より前に発生しましたか", EN: "Did the circumstances that led to the event arise before this member's policy period began?"},
		{Fact: "known-at-start", JA: "保険契約者または被保険者は、この加入者の保険期間の開始時に、損害賠償請求を受けるおそれがあることを認識していましたか（そう判断できる合理的な理由がある場合を含みます）", EN: "When this member's policy period began, did the policyholder or an insured know (or are there reasonable grounds to conclude that they knew) that a third-party claim was likely?", Nature: Judged, After: "cause-before-start"},
		{Fact: "cause-before-first-start", JA: "事故の原因となった事由は、継続契約の最初の保険期間の開始時より前に発生しましたか", EN: "Did the circumstances that led to the event arise before the first policy period of the member's continuous cover began?"},
		{Fact: "known-at-first-start", JA: "保険契約者または被保険者は、継続契約の最初の保険期間の開始時に、損害賠償請求を受けるおそれがあることを認識していましたか（そう判断できる合理的な理由がある場合を含みます）", EN: "When the first policy period of the member's continuous cover began, did the policyholder or an insured know (or are there reasonable grounds to conclude that they knew) that a third-party claim was likely?", Nature: Judged, After: "cause-before-first-start"},
		{Fact: "crime", JA: "損害は、被保険者の犯罪行為（窃盗、詐欺、横領、背任など）によるものですか", EN: "Did a crime of an insured (such as theft, fraud, embezzlement or breach of trust) cause the loss?", Nature: Judged},
		{Fact: "crime-of-negligence", JA: "被保険者の犯罪行為は、過失犯ですか", EN: "Was the insured's crime one of negligence?", Nature: Judged, After: "crime"},
		{Fact: "knew-unlawful", JA: "被保険者は、損害の原因となった行為が法令に違反することを認識していましたか（そう判断できる合理的な理由がある場合を含みます）", EN: "Did the insured know (or are there reasonable grounds to conclude that the insured knew) that the act that caused the loss was unlawful?", Nature: Judged},
		{Fact: "knew-harmful", JA: "被保険者は、損害の原因となった行為が他人に損害を与えることを認識していましたか（そう判断できる合理的な理由がある場合を含みます）", EN: "Did the insured know (or are there reasonable grounds to conclude that the insured knew) that the act that caused the loss would harm others?", Nature: Judged},
		{Fact: "bodily-injury", JA: "損害は、他人の身体の障害（けが、病気、死亡）によるものですか", EN: "Is the loss due to bodily injury to others (injury, illness or death)?", Usual: No},
		{Fact: "others-reputation", JA: "損害は、記名被保険者以外の事業者の信用、信頼、ブランドまたは評判の低下によるものですか", EN: "Is the loss due to damage to the credit, trust, brand or reputation of a business other than the named insured?"},
		{Fact: "other-ip", JA: "この明細の損害は、特許権、営業秘密など、著作権・人格権・意匠権・商標権・ドメイン名以外の知的財産権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）", EN: "Is this item's loss due to the infringement of a patent, a trade secret or other intellectual property except copyright, personality rights, design rights, trademarks and domain names (if causes are mixed, split the item first)?"},
		{Fact: "copyright", JA: "この明細の損害は、著作権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）", EN: "Is this item's loss due to the infringement of copyright (if causes are mixed, split the item first)?", After: "other-ip"},
		{Fact: "personality-right", JA: "この明細の損害は、人格権（プライバシー、名誉など）または約款が著作権・人格権と同様に扱う他の権利（意匠権・商標権・ドメイン名を除く）の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）", EN: "Is this item's loss due to the infringement of a personality right (such as privacy or reputation), or of another right, except a design right, trademark or domain name, that the policy conditions treat in the same way (if causes are mixed, split the item first)?", After: "other-ip"},
		{Fact: "design-right", JA: "この明細の損害は、意匠権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）", EN: "Is this item's loss due to the infringement of a design right (if causes are mixed, split the item first)?", After: "other-ip"},
		{Fact: "trademark", JA: "この明細の損害は、商標権の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）", EN: "Is this item's loss due to the infringement of a trademark (if causes are mixed, split the item first)?", After: "other-ip"},
		{Fact: "domain-name", JA: "この明細の損害は、ドメイン名に関する権利の侵害によるものですか（他の原因と混在する場合は、先に明細を分けてください）", EN: "Is this item's loss due to the infringement of a right in a domain name (if causes are mixed, split the item first)?", After: "other-ip"},
		{Fact: "mixed-ip-excluded", JA: "知的財産権等の侵害のうち免責事由に該当するものと該当しないものが混在するこの明細について、担当者は、全部が免責事由に該当すると判断しましたか（分けられる場合は、先に明細を分けてください）", EN: "Has the claims handler decided to treat all of this item, which mixes excluded and other infringements of intellectual property or similar rights, as excluded (if the item can be split, split it first)?", Nature: Judged, After: "other-ip"},
		{Fact: "leak-in-attack", JA: "知的財産権の侵害は、サイバー攻撃による情報の漏えい（そのおそれを含む）によって生じたものですか", EN: "Did the infringement result from a leak (or suspected leak) of information in a cyber attack?", After: "other-ip"},
		{Fact: "attacker-in-business", JA: "サイバー攻撃を行った者は、記名被保険者の業務に従事する者ですか", EN: "Was the cyber attack carried out by someone engaged in the named insured's business?", After: "leak-in-attack"},
		{Fact: "licence-fee", JA: "この明細の請求額は、著作権・意匠権・商標権・人格権・ドメイン名の権利者の許諾を得て利用した場合に支払うはずの使用料（使用料を基準に算定した損害賠償金を含む）ですか", EN: "Is the amount of this item the fee that use with the permission of the holder of a copyright, design right, trademark, personality right or domain name would have cost (including damages measured by such a fee)?"},
		{Fact: "product-defect", JA: "損害は、被保険者の業務の成果物を使って作られた製品、半製品、部品、工作物などの不具合によるものですか", EN: "Is the loss due to a defect in products, semi-finished goods, parts or structures made using the results of the insured's work?", Usual: No},
		{Fact: "sales-analysis", JA: "損害は販売分析の誤りによるものですか", EN: "Is the loss due to an error in a sales analysis?", Usual: No},
		{Fact: "sales-forecast", JA: "損害は販売予測の誤りによるものですか", EN: "Is the loss due to an error in a sales forecast?", Usual: No},
		{Fact: "financial-analysis", JA: "損害は財務分析の誤りによるものですか", EN: "Is the loss due to an error in a financial analysis?", Usual: No},
		{Fact: "late-completion", JA: "損害は、被保険者の業務が所定の期日までに完了しなかったことによるものですか", EN: "Is the loss due to the insured's failure to complete the work by the agreed date?"},
		{Fact: "fire", JA: "業務の完了が遅れた原因は、火災、破裂または爆発ですか", EN: "Was the late completion caused by fire, rupture or explosion?", After: "late-completion"},
		{Fact: "sudden-accident", JA: "業務の完了が遅れた原因は、急激かつ不測の事故ですか", EN: "Was the late completion caused by a sudden and unforeseen accident?", Nature: Judged, After: "late-completion"},
		{Fact: "system-stopped", JA: "業務の完了を遅らせた事故により、記名被保険者が使用または管理するコンピュータシステムが損壊し、または機能を停止しましたか", EN: "Did the accident that delayed completion damage or stop a computer system that the named insured uses or manages?", After: "sudden-accident"},
		{Fact: "cure-cost", JA: "この明細は、被保険者の業務の追完（不具合の修補、不足分の引渡しなど）の費用ですか（そのための物や役務の価格を含み、賠償金として負担する場合も含みます）", EN: "Is this item the cost of remedying the insured's work (repairing defects or supplying what is missing, including the goods and services needed), even if owed as damages?"},
		{Fact: "re-performance-cost", JA: "この明細は、被保険者の業務をやり直す費用ですか（そのための物や役務の価格を含み、賠償金として負担する場合も含みます）", EN: "Is this item the cost of redoing the insured's work (including the goods and services needed), even if owed as damages?"},
		{Fact: "recall-cost", JA: "この明細は、被保険者が既に引き渡した物または業務の成果物の回収、点検、修理、交換等の費用ですか（賠償金として負担する場合も含みます）", EN: "Is this item the cost of recalling, inspecting, repairing or replacing property or work that has left the insured's possession, even if owed as damages?"},
		{Fact: "prepaid-issuer", JA: "被保険者は、資金決済法上の前払式支払手段の発行者ですか", EN: "Does the insured issue prepaid payment instruments under the Payment Services Act?", Usual: No},
		{Fact: "funds-transfer-operator", JA: "被保険者は資金移動業を営んでいますか", EN: "Does the insured run a funds transfer service?", Usual: No},
		{Fact: "prepaid-misuse", JA: "損害は、前払式支払手段（電子マネー、プリペイドカード等）の不正な操作または移動によるものですか（間接の場合を含みます）", EN: "Is the loss due, directly or indirectly, to the wrongful manipulation or transfer of prepaid value (such as e-money or prepaid cards)?"},
		{Fact: "wrongful-transfer", JA: "損害は、不正な為替取引または資金移動によるものですか（間接の場合を含みます）", EN: "Is the loss due, directly or indirectly, to a wrongful remittance or transfer of funds?"},
		{Fact: "crypto-exchange", JA: "損害は、被保険者の暗号資産交換業に関連して生じたものですか", EN: "Is the loss connected with a crypto-asset exchange service of the insured?", Usual: No},
		{Fact: "software-development", JA: "損害は、記名被保険者のシステム設計・ソフトウェア開発業務によるものですか", EN: "Is the loss due to system design or software development by the named insured?"},
		{Fact: "in-japan", JA: "損害の原因となったシステム設計・ソフトウェア開発業務は、日本国内におけるものですか", EN: "Was the system design or software development that led to the loss carried out in Japan?", After: "software-development"},
		{Fact: "never-delivered", JA: "業務の成果物は、まだ引き渡されていない状態ですか（試用後の本引渡しを取り決めている場合は、本引渡しがまだの状態）", EN: "Is the work still undelivered (no final delivery, if a trial comes first)?", After: "in-japan"},
		{Fact: "claim-before-delivery", JA: "被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、業務の成果物の引渡し（試用後の本引渡しを取り決めている場合は本引渡し）より前になされましたか", EN: "Was the third-party claim (the first, if there are related claims) made before delivery (final delivery, if a trial comes first)?", After: "in-japan"},
		{Fact: "claim-within-month", JA: "被保険者に対する損害賠償請求（一連の請求の場合は最初の請求）は、業務の成果物の引渡し後1か月以内になされましたか（1か月は引渡日の翌日から数えます。試用後の本引渡しを取り決めている場合は本引渡しによります）", EN: "Was the third-party claim (the first, if there are related claims) made within one month after delivery (final delivery, if a trial comes first), counted from the day after delivery?", After: "in-japan"},
		{Fact: "known-before-delivery", JA: "被保険者は、業務の成果物の引渡し（試用後の本引渡しを取り決めている場合は本引渡し）より前に、損害賠償請求を受けるおそれがあることを認識していましたか（そう判断できる合理的な理由がある場合を含みます）", EN: "Before delivery (final delivery, if a trial comes first), did the insured know (or are there reasonable grounds to conclude that the insured knew) that a third-party claim was likely?", Nature: Judged, After: "in-japan"},
		{Fact: "known-within-month", JA: "被保険者は、業務の成果物の引渡し後1か月以内に、損害賠償請求を受けるおそれがあることを認識しましたか（そう判断できる合理的な理由がある場合を含みます。1か月は引渡日の翌日から数え、本引渡しの取決めがある場合は本引渡しによります）", EN: "Did the insured come to know (or are there reasonable grounds to conclude that the insured came to know) that a third-party claim was likely within one month after delivery (final delivery, if a trial comes first), counted from the day after delivery?", Nature: Judged, After: "in-japan"},
		{Fact: "property-damage", JA: "損害は、財物（有体物）の損壊によるものですか", EN: "Is the loss due to damage to tangible property?", Usual: No},
		{Fact: "custody-property", JA: "損害は、被保険者がIT業務のために占有または使用する財物の損壊、紛失、盗取または詐取によるものですか", EN: "Is the loss due to damage to, or the loss, theft or obtaining by fraud of, property that the insured holds or uses for its IT services?"},
		{Fact: "malfunction", JA: "損害は、記名被保険者が開発、作成または販売したソフトウェアを組み込んだ機器等の誤作動、不作動または機能停止によるものですか", EN: "Is the loss due to the malfunction, failure or stoppage of equipment running software that the named insured developed, made or sold?"},
		{Fact: "device-itself", JA: "損壊した財物は、誤作動等をした機器そのものですか", EN: "Is the damaged property the malfunctioning equipment itself?", After: "malfunction"},
		{Fact: "property-left-out", JA: "担当者は、約款を確認し、この明細の損害（財物の損壊、または被保険者がIT業務のために占有もしくは使用する財物の紛失、盗取もしくは詐取）を基本補償の対象外と判断しましたか", EN: "Having checked the policy conditions, has the claims handler decided that this item's loss (damage to property, or the loss, theft or obtaining by fraud of property that the insured holds or uses for its IT services) is outside the basic cover?", Nature: Judged, After: "custody-property"},
		{Fact: "data-centre-contractor", JA: "補償を求めている者は、記名被保険者のデータセンター事業で受け入れている派遣会社または業務を委託している請負会社ですか", EN: "Is the party claiming cover a staffing company or contractor that the named insured uses in its data-centre business?"},
		{Fact: "named-insured-services", JA: "事故は、記名被保険者が行うIT業務の遂行に起因して発生しましたか", EN: "Did the accident arise from IT services performed by the named insured?", After: "data-centre-contractor"},
		{Fact: "regulatory-measure", JA: "個人情報保護に関する規則等の違反（そのおそれを含む）を理由に、監督官庁・規制当局等の措置（調査、命令、警告、制裁金など）を受けましたか", EN: "Did a regulator take action (such as an investigation, order, warning or fine) over a breach, or suspected breach, of data-protection rules?"},
		{Fact: "data-processor", JA: "求償先は、個人情報の管理を委託した事業者ですか", EN: "Is the recovery target a contractor entrusted with managing personal data?"},
		{Fact: "subcontractor", JA: "求償先は、IT業務の下請業者ですか", EN: "Is the recovery target a subcontractor of the IT services?"},
		{Fact: "seller", JA: "求償先は、IT業務の販売者ですか", EN: "Is the recovery target a seller of the IT services?"},
		{Fact: "person-in-japan", JA: "求償先は、日本国内に所在しますか", EN: "Is the recovery target located in Japan?"},
		{Fact: "person-declared", JA: "求償先は、求償権不行使特約で不行使先として申告した者の範囲に含まれますか", EN: "Does the recovery target fall within the range of parties declared under the waiver of subrogation?"},
	}
}
