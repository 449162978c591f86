// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// readings2024 returns the readings of the edition with what was chosen, in the
// order of their ids.
func readings2024(r Readings) []Reading {
	litigation := exclusions.Costs.Head("litigation-response")
	const quoting exclusions.Scope = "quote" // no item of a claim has it

	window, response := []clause.ID{"PAY-12"}, []clause.ID{"TRG-04"}
	if r.Window == InsideWindow {
		window, response = append(window, "TRG-07"), append(response, "TRG-07")
	}
	property := []clause.ID{"OPEN-01", "COV-22", "COV-23"}
	if r.Exclusions.Property == exclusions.Included {
		property = nil // there is no such clause
	}
	return []Reading{
		reading("A1", "賠償責任の免責金額", "liability deductible", 0, "", ids("LIM-01"),
			"0円から100万円までの範囲で加入者が選択", "the member chooses ¥0 to ¥1,000,000"),
		reading("A2", "事故対応費用の支払限度額", "limits of the incident response costs", r.Limits.Costs, exclusions.Costs,
			ids("LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12", "LIM-14", "LIM-16"),
			"費用ごとの支払限度額と、費用全体の支払限度額", "a sublimit for each head, inside an aggregate limit",
			"費用全体の支払限度額のみ", "only the aggregate limit",
			"費用ごとの支払限度額のみ", "only a limit for each head"),
		reading("A3a", "訴訟対応費用の支払限度額の位置", "place of the limit of litigation response costs", r.Limits.Litigation, "", ids("LIM-13", "PAY-12"),
			"事故対応費用全体の支払限度額の内枠", "inside the aggregate limit of incident response costs",
			"外枠", "in addition to the aggregate limit of incident response costs",
			"賠償責任の支払限度額の内枠", "inside the liability limit"),
		reading("A3b", "全補償共通の支払限度額", "combined aggregate limit", r.Limits.Cap, "", ids("LIM-17"),
			"設けない（設けた場合の額を参考として表示）", "none; the figure with one is shown for comparison",
			"賠償責任の支払限度額（保険期間中）と同額", "as much as the liability aggregate limit"),
		reading("A4", "争訟費用・協力費用と支払限度額", "defence and cooperation costs and the limits", r.Limits.Defence, exclusions.Liability, ids("LIM-04", "PAY-04", "PAY-05"),
			"支払限度額（1請求）の外枠、支払限度額（保険期間中）の内枠", "in addition to the per-claim limit, inside the aggregate limit",
			"いずれの支払限度額についても外枠", "in addition to both limits",
			"損害賠償金と合わせた額に免責金額と支払限度額を適用", "one loss with the damages, to which deductible and limits apply"),
		reading("A4b", "争訟費用の按分に用いる支払限度額", "limit used for the pro rata of defence costs", r.Limits.Scale, exclusions.Liability, ids("LIM-04"),
			"支払限度額（1請求）と支払限度額（保険期間中）の残額のいずれか小さい額", "the smaller of the per-claim limit and the remaining aggregate limit",
			"ご契約の支払限度額（1請求）", "the per-claim limit of the policy"),
		reading("A5", "1請求の範囲", "what is one claim", r.Limits.Related, "", ids("COV-30", "LIM-21"),
			"一連の損害賠償請求は、最初の請求の時になされた1請求", "related third-party claims are one claim, made when the first was made",
			"損害賠償請求ごとに1請求", "every third-party claim is a claim of its own"),
		reading("A5b", "セキュリティ事故と風評被害事故", "security incident and reputational incident", r.Incidents, incident, ids("PAY-13", "TRG-05"),
			"一つの事故（いずれか早い方の発見の時を基準とする）", "one incident, dated by the first discovery of either",
			"別個の事故（それぞれの発見の時を基準とする）", "two incidents, each dated by its own discovery"),
		reading("A6", "募集期間後、基本の保険期間の前月のお申込み", "application after the enrolment window, in the month before the base period", r.Period.AfterWindow, quoting, ids("PER-02"),
			"基本の保険期間の開始時から補償（取扱代理店の承諾が必要）", "cover starts with the base period, if the agent accepts",
			"受付期間外", "refused"),
		reading("A7", "翌月1日が保険期間の末日となるお申込み", "application whose first of the next month is the last day of the period", r.Period.LastDay, quoting, ids("PER-03"),
			"受付期間外（翌年度のご加入）", "refused: join the next scheme year",
			"残りの時間を補償し、1か月分の保険料とする", "covered for the remaining hours, charged as one month"),
		reading("A8", "申込みの日", "date of the application", 0, quoting, ids("PER-03"),
			"入力された申込日（日本の暦日）", "the date entered, a civil date in Japan"),
		reading("A9", "保険期間開始時に認識していた事由を判断する時点", "time at which known circumstances are judged", r.Exclusions.Start, "", ids("EXC-05"),
			"この加入者の今回の保険期間の開始時", "the start of this member's own policy period",
			"継続契約の最初の保険期間の開始時", "the start of the member's continuous cover"),
		reading("A10", "事故対応期間の終わり", "end of the incident response period", r.Period.Response, exclusions.Costs, response,
			"発見の翌日から起算して1年の最後の日の24時まで", "a year reckoned from the day after discovery, to the end of its last day",
			"発見の時刻からちょうど1年", "exactly a year from the moment of discovery"),
		reading("A11", "訴訟対応費用の要件", "trigger of litigation response costs", r.Litigation, litigation, ids("TRG-03", "PAY-12"),
			"保険期間中の損害賠償請求（事故の発見に代える）", "a third-party claim made in the policy period, instead of discovery",
			"損害賠償請求と事故の発見の両方", "both"),
		reading("A11b", "訴訟対応費用と事故対応期間", "litigation response costs and the incident response period", r.Window, litigation, window,
			"事故対応期間に限らない", "they need not arise in it",
			"事故対応期間内に限る", "they must arise in it"),
		reading("A12", "風評被害の拡大防止の費用", "reputational response costs", r.Limits.Reputational, incident, ids("PAY-13"),
			"①から⑦までとは別の補償項目", "a head of their own beside (1) to (7)",
			"③相談費用の一部", "part of (3) advisory costs",
			"⑤その他事故対応費用の一部", "part of (5) other incident response costs"),
		reading("A13", "攻撃がなかった場合の要件", "conditions where no attack took place", r.Suspicion, incident.Head("attack-response"), ids("COV-12c", "COV-12d"),
			"判断の費用は外部通報と外部機関への依頼の両方、遮断の費用は外部通報", "verification: an outside report and an outside organisation; shutdown: an outside report",
			"判断の費用はいずれか一方、遮断の費用は外部通報", "verification: either; shutdown: an outside report"),
		reading("A14", "見舞金等の要件", "conditions for consolation payments", 0, incident, ids("COV-15"),
			"支出の日までに、個人情報の漏えい（そのおそれを含む）の事実が公表等により客観的に明らかであること", "the personal-data leak, or its suspicion, is objectively apparent by the day of spending"),
		reading("A15", "公表等により客観的に明らかであることを要する事故", "incidents that must be objectively apparent", r.Publicity, incident, ids("INC-04", "INC-05"),
			"④サイバー攻撃", "incident (4)",
			"④サイバー攻撃と⑤サイバー攻撃のおそれ", "incidents (4) and (5)"),
		reading("A16", "IT業務とITユーザー行為", "IT services and IT-user activity", r.Activity, "", ids("COV-01", "COV-10", "COV-11", "COV-21", "INC-02", "INC-03", "INC-04", "INC-05"),
			"すべての事故はIT業務に起因することを要し、ITユーザー行為は事故①に限り含む", "every incident must arise from IT services; IT-user activity counts for incident (1) only",
			"賠償責任についてもITユーザー行為を含む", "IT-user activity counts for liability too",
			"IT業務またはITユーザー行為への起因を要するのは事故①のみ（②から⑤は要しない）", "only incident (1) must arise from IT services or IT-user activity"),
		reading("A17", "追加被保険者", "additional insureds", r.Exclusions.Insureds, "", ids("END-01", "INS-01"),
			"特約を付帯した場合に限り追加", "by endorsement",
			"当然に含む", "always insured"),
		reading("A18", "引渡後１か月危険担保特約条項の範囲", "extent of the one-month post-delivery endorsement", r.Exclusions.Delivery, "", ids("END-02"),
			"引渡し前に何も生じておらず、引渡し後1か月以内に生じたもの", "what arose within the month, if nothing arose before delivery",
			"引渡し前に生じたものを含む", "what arose before delivery too"),
		reading("A18b", "引渡し前後の免責の範囲", "scope of the delivery exclusion", r.Exclusions.Reach, "", ids("EXC-17"),
			"すべての補償", "the whole cover",
			"賠償責任のみ", "liability only"),
		reading("A19", "規制等対応費用と制裁金", "regulatory response costs and the fine", 0, exclusions.Costs.Head("regulatory"), ids("COV-20", "PAY-14"),
			"制裁金そのものは含まない", "never the fine itself"),
		reading("A20", "財物の損壊等（特約のない場合）", "property without an endorsement", r.Exclusions.Property, exclusions.Liability, property,
			"約款により担当者が判断するまで確認中とする", "open until a person decides by the policy conditions",
			"免責", "excluded",
			"補償対象", "covered"),
		reading("A21", "通知の遅れによる削減", "reduction for late notice", 0, exclusions.Costs, ids("LIM-18"),
			"担当者が入力した額を費用から削減", "the amount that the adjuster enters, off the costs"),
		reading("A22", "同意・支払要件と妥当性", "consent, conditions and reasonableness", 0, "", ids("COV-02", "COV-03", "COV-36", "COV-37", "COV-38", "COV-39", "COV-42"),
			"費用の同意・支払要件は、満たさなければ対象外、未確認ならお支払いの条件とする。妥当な額と、同意なく承認した賠償金は、認定額による", "a consent or condition for costs denies if it is not met, and is a condition of the payment if it is not confirmed; what is reasonable, and damages admitted without consent, are the adjuster's accepted amount"),
		reading("A23", "保険料の基礎となる売上高", "sales basis", r.Premium.Basis, quoting, ids("PRM-15"),
			"直近の確定した会計年度のIT業務の売上高", "IT-services sales of the latest confirmed fiscal year",
			"直近の確定した会計年度の総売上高", "total sales of the latest confirmed fiscal year"),
		reading("A24", "保険料例の性質", "nature of the premium table", 0, quoting, ids("PRM-17", "QUO-00"),
			"標準的な設定による概算。他の設定は取扱代理店への照会とする", "indicative, for the standard setting; other settings are a referral"),
		reading("A25", "ご申告の売上高の不足", "under-declared sales", r.Limits.Reduction, "", ids("LIM-19", "PRM-16"),
			"支払限度額を適用した後のすべてのお支払いを削減", "every payment is reduced, after all limits",
			"損害賠償金のみを削減", "only damages are reduced",
			"支払限度額を削減", "the limits are reduced instead"),
		reading("A26", "表の行の間の保険料", "premium between two rows", r.Premium.Between, quoting, ids("PRM-12"),
			"前後の行の間の比例計算（10円未満四捨五入）", "interpolated between the rows, half up to ¥10",
			"次の行の保険料", "that of the next row",
			"取扱代理店への照会", "a referral"),
		reading("A27", "中途加入の保険料", "premium of a mid-term joiner", r.Premium.Term, quoting, ids("PRM-14"),
			"月割（12分の加入月数）", "pro rata by month",
			"日割", "pro rata by day",
			"短期率", "short rate",
			"年間保険料の全額", "the full annual premium"),
		reading("A28", "お支払額の端数", "rounding of payments", r.Limits.Rounding, "", ids("LIM-20"),
			"請求の合計の1円未満を切り捨て", "the fraction of a yen of the claim's total is cut",
			"請求の合計の1円未満を四捨五入", "the claim's total is rounded half up"),
		reading("A29", "意匠権・商標権・ドメイン名", "design rights, trademarks and domain names", r.Exclusions.Rights, "", ids("EXC-10", "INC-03"),
			"著作権・人格権と同様に扱う", "treated as copyright and personality rights are",
			"その他の知的財産権として免責", "excluded as other intellectual property"),
	}
}

func ids(all ...clause.ID) []clause.ID { return all }

// reading returns a row: texts are the choices in Japanese and English, in the
// order of the constants.
func reading[T ~uint8 | ~int](id, ja, en string, chosen T, scope exclusions.Scope, clauses []clause.ID, texts ...string) Reading {
	r := Reading{ID: id, JA: ja, EN: en, Chosen: int(chosen), Clauses: clauses, Scope: scope}
	for i := 0; i+1 < len(texts); i += 2 {
		r.Choices = append(r.Choices, Choice{texts[i], texts[i+1]})
	}
	return r
}
