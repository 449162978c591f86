// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/internal/hostile"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func Example() {
	run(nil, os.Stdout, os.Stderr)
	// Output:
	// 加入者   例示システム株式会社
	// 保険期間 2024年7月1日 16:00から2025年7月1日 16:00まで
	//
	// 概算保険料計算書
	// 条項    内容                                 増減           計
	// PRM-01  年間保険料 売上高5億円       +1,090,000円  1,090,000円
	// PRM-12  補間 2億円 x 43万円 / 5億円    +172,000円  1,262,000円
	// PRM-12  10円未満四捨五入                      0円  1,262,000円
	// PRM-12  売上高5億円と10億円の2行の間を補間した額です。
	// PRM-15  売上高は直近の確定した会計年度のIT業務の売上高です。
	// PRM-12  行と行の間の保険料は資料に定めがなく、読み方A26によります。
	// PRM-15  期間中の売上高の増減による精算は、原則ありません。
	// PRM-17  標準設定による概算であり、見積書ではありません。
	// PRM-17  補償とその期間は、加入依頼書の提出と保険料の払込みを前提とします。
	//
	// QUO-00 費用ごとの支払限度額は標準的な設定に定めがなく、保険料は変わることがあります。
	// QUO-03 お見積もり依頼書の未記入：認証の取得状況
	// QUO-05 お見積もり依頼書の未記入：法務管理体制
	//
	// 証券番号 24-0001 として記録しました。
	//
	// どの請求でも、確認のない事実は通常の回答を仮定しています。
	//   損害は戦争（宣戦の有無は問わない）によるものですか いいえ
	//   損害は変乱、暴動または騒じょうによるものですか いいえ
	//   損害は労働争議によるものですか いいえ
	//   損害は地震によるものですか いいえ
	//   損害は噴火によるものですか いいえ
	//   損害は洪水によるものですか いいえ
	//   損害は津波によるものですか いいえ
	//   損害は高潮によるものですか いいえ
	//   特別の約定で法律上の責任より重くなった部分がありますか いいえ
	//   損害は他人の身体の障害によるものですか いいえ
	//   損害は、記名被保険者でない事業者の信用、信頼、ブランドまたは評判が傷ついたことによるものですか いいえ
	//   この項目の損害は、特許権、営業秘密など、著作権等以外の知的財産権の侵害によるものですか（混在する項目は分ける） いいえ
	//   この項目の損害は著作権の侵害によるものですか（混在する項目は分ける） いいえ
	//   この項目の損害は、人格権など、著作権と並べて除外の対象外とされる権利の侵害によるものですか（混在する項目は分ける） いいえ
	//   この金額は、著作権・意匠権・商標権・人格権・ドメイン名の権利者に、侵害がなくても支払うはずだった使用料ですか いいえ
	//   損害は、業務の結果を使って作られた製品、半製品、部品、工作物等の不具合によるものですか いいえ
	//   損害は販売分析の誤りによるものですか いいえ
	//   損害は販売予測の誤りによるものですか いいえ
	//   損害は財務分析の誤りによるものですか いいえ
	//   損害は、期日までに業務が終わらなかったことによるものですか いいえ
	//   被保険者は前払式支払手段の発行者ですか いいえ
	//   被保険者は資金移動業を営んでいますか いいえ
	//   損害は、被保険者の暗号資産交換業に関連して生じたものですか いいえ
	//   損害は財物の損壊によるものですか いいえ
	//   補償を求めているのは記名被保険者ですか はい
	//   他の種類の費用に当たりますか いいえ
	//   見舞金、金券等ですか いいえ
	//   事故がなくても支出する費用ですか いいえ
	//   制裁金そのものですか いいえ
	//
	// 事例1 バックアップデータの不足によるシステムダウン
	// 請求額の全額について責任が認められたものとします。
	// 担当者の判断として、次のとおりとします。
	//   契約者または被保険者がわざとしたことですか いいえ
	//   加入者自身の今回の保険期間が始まる前に生じた事由ですか いいえ
	//   契約者または被保険者は、今回の保険期間の開始時に、請求を受けるおそれを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   その行為は、被保険者の窃盗、詐欺、背任その他の犯罪にあたりますか いいえ
	//   被保険者は、その行為が法令に違反することを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   被保険者は、その行為で他人に損害が及ぶことを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   この金額は、業務を追完する費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、業務をやり直す費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、手を離れた物や業務の結果を回収、点検、修理または交換する費用（賠償金として負担したものを含む）ですか いいえ
	//   IT業務の遂行に起因するものですか はい
	//   不測の事故ですか はい
	//
	// お支払額計算書 24-0001 例示システム株式会社（お支払いあり）
	// 条項    内容                                                          増減             計
	// PAY-01  法律上の損害賠償金 請求額                           +170,000,000円  170,000,000円
	// LIM-01  法律上の損害賠償金 免責金額 1,000,000円               -1,000,000円  169,000,000円
	// LIM-02  法律上の損害賠償金 1請求の支払限度額 100,000,000円   -69,000,000円  100,000,000円
	// COV-41  確認のない29項目は通常の回答を仮定しています。
	// COV-41  適用した読み方：A1
	// COV-40  免責事由は主なもののみを調べています。該当がないことは補償を意味せず、約款が優先します。
	// COV-34  入力された事実に基づく概算であり、支払いを約するものではありません。
	// COV-35  パンフレットによる計算です。約款および企画書が優先します。
	//
	// 同意 COV-36 賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意を得る。 不明
	//
	// 事例2 納入後に発覚したシステムの設計ミス
	// 引渡しから1か月より後に請求を受け、そのおそれを知ったのも1か月より後とします。やり直しの費用は含みません。
	// 担当者の判断として、次のとおりとします。
	//   契約者または被保険者がわざとしたことですか いいえ
	//   加入者自身の今回の保険期間が始まる前に生じた事由ですか いいえ
	//   契約者または被保険者は、今回の保険期間の開始時に、請求を受けるおそれを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   その行為は、被保険者の窃盗、詐欺、背任その他の犯罪にあたりますか いいえ
	//   被保険者は、その行為が法令に違反することを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   被保険者は、その行為で他人に損害が及ぶことを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   この金額は、業務を追完する費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、業務をやり直す費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、手を離れた物や業務の結果を回収、点検、修理または交換する費用（賠償金として負担したものを含む）ですか いいえ
	//   IT業務の遂行に起因するものですか はい
	//   不測の事故ですか はい
	//
	// （保険期間の最初の請求であった場合）
	// お支払額計算書 24-0001 例示システム株式会社（お支払いあり）
	// 条項    内容                                              増減            計
	// PAY-01  法律上の損害賠償金 請求額                +40,000,000円  40,000,000円
	// LIM-01  法律上の損害賠償金 免責金額 1,000,000円   -1,000,000円  39,000,000円
	// COV-41  確認のない29項目は通常の回答を仮定しています。
	// COV-41  適用した読み方：A1
	// COV-40  免責事由は主なもののみを調べています。該当がないことは補償を意味せず、約款が優先します。
	// COV-34  入力された事実に基づく概算であり、支払いを約するものではありません。
	// COV-35  パンフレットによる計算です。約款および企画書が優先します。
	//
	// 期限 PER-05 引渡し後1か月：2024年9月2日 00:00より前になされ、またはそのおそれを知った損害賠償請求はEXC-17に該当します
	// 同意 COV-36 賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意を得る。 不明
	//
	// （上の請求の後の場合）
	// お支払額計算書 24-0001 例示システム株式会社（お支払額なし）
	// 条項    内容                                                                       増減            計
	// PAY-01  法律上の損害賠償金 請求額                                         +40,000,000円  40,000,000円
	// LIM-01  法律上の損害賠償金 免責金額 1,000,000円                            -1,000,000円  39,000,000円
	// LIM-03  法律上の損害賠償金 保険期間中の支払限度額 100,000,000円 残額 0円  -39,000,000円           0円
	// COV-41  確認のない29項目は通常の回答を仮定しています。
	// COV-41  適用した読み方：A1
	// COV-34  入力された事実に基づく概算であり、支払いを約するものではありません。
	// COV-35  パンフレットによる計算です。約款および企画書が優先します。
	//
	// お支払いのない理由 LIM-03 保険期間中の支払限度額 100,000,000円 残額 0円
	// 期限 PER-05 引渡し後1か月：2024年9月2日 00:00より前になされ、またはそのおそれを知った損害賠償請求はEXC-17に該当します
	// 同意 COV-36 賠償責任の承認または賠償金額の決定の前に、引受保険会社の同意を得る。 不明
	//
	// 事例3 納品したシステムへのサイバー攻撃（情報漏えいなし）
	// 情報漏えいのおそれがあったものとします。引渡しから1か月より後の事故です。
	// 担当者の判断として、次のとおりとします。
	//   契約者または被保険者がわざとしたことですか いいえ
	//   加入者自身の今回の保険期間が始まる前に生じた事由ですか いいえ
	//   契約者または被保険者は、今回の保険期間の開始時に、請求を受けるおそれを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   その行為は、被保険者の窃盗、詐欺、背任その他の犯罪にあたりますか いいえ
	//   被保険者は、その行為が法令に違反することを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   被保険者は、その行為で他人に損害が及ぶことを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   この金額は、業務を追完する費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、業務をやり直す費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、手を離れた物や業務の結果を回収、点検、修理または交換する費用（賠償金として負担したものを含む）ですか いいえ
	//   IT業務の遂行に起因するものですか はい
	//   不測の事故ですか はい
	//
	// お支払額計算書 24-0001 例示システム株式会社（お支払いあり）
	// 条項    内容                                     増減            計
	// PAY-07  ②原因・被害範囲調査費用 請求額  +11,000,000円  11,000,000円
	// LIM-17  全補償に共通の支払限度額がある場合のお支払額は0円です。
	// COV-41  確認のない29項目は通常の回答を仮定しています。
	// COV-41  適用した読み方：A3b、A10
	// COV-40  免責事由は主なもののみを調べています。該当がないことは補償を意味せず、約款が優先します。
	// COV-34  入力された事実に基づく概算であり、支払いを約するものではありません。
	// COV-35  パンフレットによる計算です。約款および企画書が優先します。
	//
	// 期限 COV-32 事故の通知：すみやかに書面で
	// 期限 PER-04 事故対応期間：2026年1月16日 00:00まで
	// 期限 PER-05 引渡し後1か月：2024年9月2日 00:00より前になされ、またはそのおそれを知った損害賠償請求はEXC-17に該当します
	//
	// 争いのある請求 根拠のなかった攻撃のおそれ
	// 外部通報が先にあったかどうかに争いがあります。
	// 担当者の判断として、次のとおりとします。
	//   契約者または被保険者がわざとしたことですか いいえ
	//   加入者自身の今回の保険期間が始まる前に生じた事由ですか いいえ
	//   契約者または被保険者は、今回の保険期間の開始時に、請求を受けるおそれを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   その行為は、被保険者の窃盗、詐欺、背任その他の犯罪にあたりますか いいえ
	//   被保険者は、その行為が法令に違反することを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   被保険者は、その行為で他人に損害が及ぶことを（合理的にそう判断できる場合を含め）知っていましたか いいえ
	//   この金額は、業務を追完する費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、業務をやり直す費用（そのための物や役務の価格、賠償金として負担したものを含む）ですか いいえ
	//   この金額は、手を離れた物や業務の結果を回収、点検、修理または交換する費用（賠償金として負担したものを含む）ですか いいえ
	//   IT業務の遂行に起因するものですか はい
	//   不測の事故ですか はい
	//
	// お支払額計算書 24-0001 例示システム株式会社（未確定）
	// 条項     内容                                                                        増減           計
	// PAY-06   ①サイバー攻撃対応費用 請求額                                        +3,000,000円  3,000,000円
	// PAY-10   ⑤その他事故対応費用 請求額                                          +2,000,000円  5,000,000円
	// COV-02   ①サイバー攻撃対応費用 認定額（社会通念上妥当な額）                    -200,000円  4,800,000円
	// COV-11   ⑤その他事故対応費用 攻撃のおそれのみ（サイバー攻撃対応費用に限る）  -2,000,000円  2,800,000円
	// COV-31   未確定 お支払い前                                                   -2,800,000円          0円
	// COV-11   2番目の項目は、入力された事実によればCOV-11（攻撃のおそれのみ（サイバー攻撃対応費用に限る））に該当します。
	// COV-31   お支払額は0円から280万円までの間です。
	// COV-12d  確認が必要：攻撃のおそれは外部通報によって発見されましたか
	// COV-41   確認のない29項目は通常の回答を仮定しています。
	// COV-41   適用した読み方：A10、A13、A15
	// COV-34   入力された事実に基づく概算であり、支払いを約するものではありません。
	// COV-35   パンフレットによる計算です。約款および企画書が優先します。
	//
	// 期限 COV-32 事故の通知：すみやかに書面で
	// 期限 PER-04 事故対応期間：2026年3月11日 00:00まで
	//
	// 限度額の残り
	// LIM-03 賠償責任の支払限度額（保険期間中） 0円
	// LIM-07 サイバー攻撃対応費用の支払限度額 1,000万円
	// LIM-08 原因・被害範囲調査費用の支払限度額 900万円
	// LIM-09 相談費用の支払限度額 1,000万円
	// LIM-10 コンピュータシステム復旧費用の支払限度額 3,000万円
	// LIM-11 その他事故対応費用の支払限度額 1,000万円
	// LIM-12 再発防止費用の支払限度額 500万円
	// LIM-13 訴訟対応費用の支払限度額 1,000万円
	// LIM-14 風評被害対応の支払限度額 500万円
	// LIM-16 事故対応費用全体の支払限度額 8,900万円
}

func Example_english() {
	run([]string{"-lang", "en"}, os.Stdout, os.Stderr)
	// Output:
	// Member: 例示システム株式会社
	// Period: from 1 July 2024 16:00 to 1 July 2025 16:00 (JST)
	//
	// Indicative premium worksheet
	// Clause  Item                                                       Change       Total
	// PRM-01  annual premium, sales ¥500,000,000                    +¥1,090,000  ¥1,090,000
	// PRM-12  interpolated: ¥200,000,000 x ¥430,000 / ¥500,000,000    +¥172,000  ¥1,262,000
	// PRM-12  rounded half up to ¥10                                         ¥0  ¥1,262,000
	// PRM-12  Interpolated between the rows of ¥500,000,000 and ¥1,000,000,000.
	// PRM-15  Sales are those of IT services in the latest confirmed fiscal year.
	// PRM-12  The source prints no premium between two rows: reading A26.
	// PRM-15  In principle the premium is not adjusted to the sales of the period.
	// PRM-17  An indication for the standard setting, not a quotation that binds.
	// PRM-17  Cover and its dates depend on the enrolment form and the payment.
	//
	// QUO-00 The standard setting states no own limits of the costs; the premium may differ.
	// QUO-03 still missing from the request: certifications
	// QUO-05 still missing from the request: legal management
	//
	// Recorded as policy 24-0001.
	//
	// Of every claim the usual answers are assumed where nobody was asked:
	//   Is the loss due to war, declared or not? no
	//   Is the loss due to commotion, riot or disturbance? no
	//   Is the loss due to a labour dispute? no
	//   Is the loss due to an earthquake? no
	//   Is the loss due to an eruption? no
	//   Is the loss due to a flood? no
	//   Is the loss due to a tsunami? no
	//   Is the loss due to a storm surge? no
	//   Does an agreement make the liability heavier than the law does? no
	//   Is the loss due to bodily injury of others? no
	//   Is the loss due to harm to the credit, trust, brand or reputation of a business other than the named insured? no
	//   Is this item's loss due to the infringement of a patent, a trade secret or other intellectual property, other than copyright and the like (split a mixed item)? no
	//   Is this item's loss due to the infringement of a copyright (split a mixed item)? no
	//   Is this item's loss due to the infringement of a personality right, or of another right that the wording excepts as it does copyright (split a mixed item)? no
	//   Is the amount a fee that was due to the holder of a copyright, design, trademark, personality or domain name right, infringement or not? no
	//   Is the loss due to a defect of products, semi-finished goods, parts or structures made with the results of the insured's work? no
	//   Is the loss due to an error in a sales analysis? no
	//   Is the loss due to an error in a sales forecast? no
	//   Is the loss due to an error in a financial analysis? no
	//   Is the loss due to work that was not finished by its date? no
	//   Does the insured issue prepaid payment instruments? no
	//   Does the insured run a funds transfer service? no
	//   Is the loss connected with a crypto-asset exchange service of the insured? no
	//   Is the loss due to damage to property? no
	//   Is it the named insured who asks to be covered? yes
	//   Does it belong to another cost type? no
	//   Is it consolation money, vouchers or the like? no
	//   Would the insured bear the cost regardless of an incident? no
	//   Is it the fine itself? no
	//
	// Case 1: missing backup data bring a client's system down
	// Assumed: the whole demand is owed.
	// Assumed to have been judged by a person:
	//   Did the policyholder or an insured do it on purpose? no
	//   Did the cause arise before this member's own period started? no
	//   Did the policyholder or an insured know, or can either reasonably be taken to have known, when this member's own period started, that a claim was likely? no
	//   Is the act theft, fraud, breach of trust or another crime of an insured? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act broke the law? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act would harm others? no
	//   Is the amount a cost of curing the work, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of doing the work again, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of recalling, inspecting, repairing or replacing what left the insured's hands or results of its work, whether spent or owed as damages? no
	//   Is it due to the performance of IT services? yes
	//   Is it an unforeseen accident? yes
	//
	// Claim worksheet 24-0001 例示システム株式会社 (payable)
	// Clause  Item                                                   Change         Total
	// PAY-01  legal damages: claimed                          +¥170,000,000  ¥170,000,000
	// LIM-01  legal damages: deductible of ¥1,000,000           -¥1,000,000  ¥169,000,000
	// LIM-02  legal damages: limit per claim of ¥100,000,000   -¥69,000,000  ¥100,000,000
	// COV-41  Usual answers were assumed for 29 facts that nobody was asked about.
	// COV-41  Readings applied: A1.
	// COV-40  Main exclusions only: that none of them applies is not cover. The policy conditions prevail.
	// COV-34  An indication on the facts entered, which promises no payment.
	// COV-35  Computed from the brochure; the policy conditions and the proposal document prevail.
	//
	// Consent COV-36 Have the insurer's consent before liability is admitted or the amount is fixed. unknown
	//
	// Case 2: a design defect found after delivery
	// Assumed: claimed, and known, more than a month after delivery; no cost of doing the work again.
	// Assumed to have been judged by a person:
	//   Did the policyholder or an insured do it on purpose? no
	//   Did the cause arise before this member's own period started? no
	//   Did the policyholder or an insured know, or can either reasonably be taken to have known, when this member's own period started, that a claim was likely? no
	//   Is the act theft, fraud, breach of trust or another crime of an insured? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act broke the law? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act would harm others? no
	//   Is the amount a cost of curing the work, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of doing the work again, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of recalling, inspecting, repairing or replacing what left the insured's hands or results of its work, whether spent or owed as damages? no
	//   Is it due to the performance of IT services? yes
	//   Is it an unforeseen accident? yes
	//
	// Were it the first claim of the period:
	// Claim worksheet 24-0001 例示システム株式会社 (payable)
	// Clause  Item                                           Change        Total
	// PAY-01  legal damages: claimed                   +¥40,000,000  ¥40,000,000
	// LIM-01  legal damages: deductible of ¥1,000,000   -¥1,000,000  ¥39,000,000
	// COV-41  Usual answers were assumed for 29 facts that nobody was asked about.
	// COV-41  Readings applied: A1.
	// COV-40  Main exclusions only: that none of them applies is not cover. The policy conditions prevail.
	// COV-34  An indication on the facts entered, which promises no payment.
	// COV-35  Computed from the brochure; the policy conditions and the proposal document prevail.
	//
	// Deadline PER-05 month after delivery: claims made, or known to be likely, before 2 September 2024 00:00 fall under EXC-17
	// Consent COV-36 Have the insurer's consent before liability is admitted or the amount is fixed. unknown
	//
	// After the claims above:
	// Claim worksheet 24-0001 例示システム株式会社 (nothing due)
	// Clause  Item                                                                       Change        Total
	// PAY-01  legal damages: claimed                                               +¥40,000,000  ¥40,000,000
	// LIM-01  legal damages: deductible of ¥1,000,000                               -¥1,000,000  ¥39,000,000
	// LIM-03  legal damages: limit for the policy period of ¥100,000,000, ¥0 left  -¥39,000,000           ¥0
	// COV-41  Usual answers were assumed for 29 facts that nobody was asked about.
	// COV-41  Readings applied: A1.
	// COV-34  An indication on the facts entered, which promises no payment.
	// COV-35  Computed from the brochure; the policy conditions and the proposal document prevail.
	//
	// Nothing is due by LIM-03: limit for the policy period of ¥100,000,000, ¥0 left
	// Deadline PER-05 month after delivery: claims made, or known to be likely, before 2 September 2024 00:00 fall under EXC-17
	// Consent COV-36 Have the insurer's consent before liability is admitted or the amount is fixed. unknown
	//
	// Case 3: a delivered system is attacked; no leak is found
	// Assumed: a leak was suspected, more than a month after delivery.
	// Assumed to have been judged by a person:
	//   Did the policyholder or an insured do it on purpose? no
	//   Did the cause arise before this member's own period started? no
	//   Did the policyholder or an insured know, or can either reasonably be taken to have known, when this member's own period started, that a claim was likely? no
	//   Is the act theft, fraud, breach of trust or another crime of an insured? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act broke the law? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act would harm others? no
	//   Is the amount a cost of curing the work, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of doing the work again, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of recalling, inspecting, repairing or replacing what left the insured's hands or results of its work, whether spent or owed as damages? no
	//   Is it due to the performance of IT services? yes
	//   Is it an unforeseen accident? yes
	//
	// Claim worksheet 24-0001 例示システム株式会社 (payable)
	// Clause  Item                                                     Change        Total
	// PAY-07  (2) cause and extent investigation costs: claimed  +¥11,000,000  ¥11,000,000
	// LIM-17  If one limit stood over all payments of the period, ¥0 would be paid.
	// COV-41  Usual answers were assumed for 29 facts that nobody was asked about.
	// COV-41  Readings applied: A3b, A10.
	// COV-40  Main exclusions only: that none of them applies is not cover. The policy conditions prevail.
	// COV-34  An indication on the facts entered, which promises no payment.
	// COV-35  Computed from the brochure; the policy conditions and the proposal document prevail.
	//
	// Deadline COV-32 notice of an incident: in writing, without delay
	// Deadline PER-04 incident response period: before 16 January 2026 00:00
	// Deadline PER-05 month after delivery: claims made, or known to be likely, before 2 September 2024 00:00 fall under EXC-17
	//
	// A contested claim: a suspicion of an attack that proved groundless
	// Whether a report from outside came first is disputed.
	// Assumed to have been judged by a person:
	//   Did the policyholder or an insured do it on purpose? no
	//   Did the cause arise before this member's own period started? no
	//   Did the policyholder or an insured know, or can either reasonably be taken to have known, when this member's own period started, that a claim was likely? no
	//   Is the act theft, fraud, breach of trust or another crime of an insured? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act broke the law? no
	//   Did the insured know, or can the insured reasonably be taken to have known, that the act would harm others? no
	//   Is the amount a cost of curing the work, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of doing the work again, the price of goods or services supplied for it included, whether spent or owed as damages? no
	//   Is the amount a cost of recalling, inspecting, repairing or replacing what left the insured's hands or results of its work, whether spent or owed as damages? no
	//   Is it due to the performance of IT services? yes
	//   Is it an unforeseen accident? yes
	//
	// Claim worksheet 24-0001 例示システム株式会社 (open)
	// Clause   Item                                                                                                Change       Total
	// PAY-06   (1) attack response costs: claimed                                                             +¥3,000,000  ¥3,000,000
	// PAY-10   (5) other incident response costs: claimed                                                     +¥2,000,000  ¥5,000,000
	// COV-02   (1) attack response costs: amount recognized as owed and reasonable                              -¥200,000  ¥4,800,000
	// COV-11   (5) other incident response costs: suspected attack alone, which is for attack response costs  -¥2,000,000  ¥2,800,000
	// COV-31   not settled yet: nothing is paid yet                                                           -¥2,800,000          ¥0
	// COV-11   Item 2: on the facts entered, COV-11 (suspected attack alone, which is for attack response costs) applies.
	// COV-31   What is paid lies between ¥0 and ¥2,800,000.
	// COV-12d  To be asked: Was the suspicion discovered through an external report?
	// COV-41   Usual answers were assumed for 29 facts that nobody was asked about.
	// COV-41   Readings applied: A10, A13, A15.
	// COV-34   An indication on the facts entered, which promises no payment.
	// COV-35   Computed from the brochure; the policy conditions and the proposal document prevail.
	//
	// Deadline COV-32 notice of an incident: in writing, without delay
	// Deadline PER-04 incident response period: before 11 March 2026 00:00
	//
	// What is left of each limit
	// LIM-03 liability limit for the policy period ¥0
	// LIM-07 limit of attack response costs ¥10,000,000
	// LIM-08 limit of investigation costs ¥9,000,000
	// LIM-09 limit of advisory costs ¥10,000,000
	// LIM-10 limit of restoration costs ¥30,000,000
	// LIM-11 limit of other response costs ¥10,000,000
	// LIM-12 limit of recurrence prevention costs ¥5,000,000
	// LIM-13 limit of litigation response costs ¥10,000,000
	// LIM-14 limit of reputational response costs ¥5,000,000
	// LIM-16 overall limit of response costs ¥89,000,000
}

// TestRefused demands one clear last line on standard error, nothing else, and
// the exit code 2.
func TestRefused(t *testing.T) {
	for _, args := range []string{"-lang fr", "-colour", "claims"} {
		var out, errs bytes.Buffer
		if code := run(strings.Fields(args), &out, &errs); code != 2 || out.Len() > 0 || !strings.Contains(errs.String(), "member: -lang ja") {
			t.Errorf("%s: %d, %q, %q", args, code, out.String(), errs.String())
		}
	}
}
