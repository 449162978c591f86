// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/option"
)

// The readings of the points that the brochure leaves open, for [New]. The first
// of each group is the default. READINGS.md has all points in words.
const (
	CostsOwnAndOverall coverage.Reading = "A2=own-and-overall"
	CostsOverallOnly   coverage.Reading = "A2=overall-only"
	CostsOwnOnly       coverage.Reading = "A2=own-only"

	LitigationInsideCosts     coverage.Reading = "A3a=inside-costs"
	LitigationBesideCosts     coverage.Reading = "A3a=beside-costs"
	LitigationInsideLiability coverage.Reading = "A3a=inside-liability"

	CapNone        coverage.Reading = "A3b=none"
	CapAtLiability coverage.Reading = "A3b=capped"

	DefenceWithinAggregate coverage.Reading = "A4=within-aggregate"
	DefenceClassical       coverage.Reading = "A4=classical"
	DefenceInside          coverage.Reading = "A4=inside"

	ProRataRemaining coverage.Reading = "A4b=remaining"
	ProRataPrinted   coverage.Reading = "A4b=printed"

	RelatedOneClaim  coverage.Reading = "A5=one-claim"
	RelatedEachClaim coverage.Reading = "A5=each-claim"

	IncidentsOne coverage.Reading = "A5b=one"
	IncidentsTwo coverage.Reading = "A5b=two"

	AfterWindowAccepted coverage.Reading = "A6=accepted"
	AfterWindowRefused  coverage.Reading = "A6=refused"

	LastDayRefused coverage.Reading = "A7=refused"
	LastDayCovered coverage.Reading = "A7=covered"

	KnownAtOwnStart   coverage.Reading = "A9=own-start"
	KnownAtFirstStart coverage.Reading = "A9=first-start"

	ResponseToEndOfDay coverage.Reading = "A10=end-of-day"
	ResponseToMoment   coverage.Reading = "A10=to-moment"

	LitigationByClaim coverage.Reading = "A11=claim"
	LitigationByBoth  coverage.Reading = "A11=both"

	LitigationAnyTime          coverage.Reading = "A11b=any-time"
	LitigationInResponsePeriod coverage.Reading = "A11b=inside"

	ReputationalOwnHead       coverage.Reading = "A12=own-head"
	ReputationalAdvisory      coverage.Reading = "A12=advisory"
	ReputationalOtherResponse coverage.Reading = "A12=other-response"

	VerificationByBoth   coverage.Reading = "A13=both"
	VerificationByEither coverage.Reading = "A13=either"

	ApparentAttacks              coverage.Reading = "A15=attacks"
	ApparentAttacksAndSuspicions coverage.Reading = "A15=both"

	ActivityForFirstIncident     coverage.Reading = "A16=first-incident"
	ActivityForLiabilityToo      coverage.Reading = "A16=both"
	ServicesForFirstIncidentOnly coverage.Reading = "A16=lead-first"

	InsuredsAttached coverage.Reading = "A17=attached"
	InsuredsBuiltIn  coverage.Reading = "A17=built-in"

	DeliveryWithinMonth  coverage.Reading = "A18=within-month"
	DeliveryUntilMonthUp coverage.Reading = "A18=until-month"

	DeliveryForAll       coverage.Reading = "A18b=all"
	DeliveryForLiability coverage.Reading = "A18b=liability"

	PropertyOpen     coverage.Reading = "A20=open"
	PropertyExcluded coverage.Reading = "A20=excluded"
	PropertyCovered  coverage.Reading = "A20=covered"

	SalesOfITServices coverage.Reading = "A23=it-services"
	SalesTotal        coverage.Reading = "A23=total"

	ReducedPayments coverage.Reading = "A25=payments"
	ReducedDamages  coverage.Reading = "A25=damages"
	ReducedLimits   coverage.Reading = "A25=limits"

	BetweenInterpolated coverage.Reading = "A26=interpolated"
	BetweenNextRow      coverage.Reading = "A26=next-row"
	BetweenRefused      coverage.Reading = "A26=refused"

	MidTermByMonths    coverage.Reading = "A27=by-month"
	MidTermByDays      coverage.Reading = "A27=by-day"
	MidTermByShortRate coverage.Reading = "A27=short-rate"
	MidTermFullYear    coverage.Reading = "A27=full"

	RoundingDown   coverage.Reading = "A28=cut"
	RoundingHalfUp coverage.Reading = "A28=half-up"

	RightsAsCopyright coverage.Reading = "A29=as-copyright"
	RightsExcluded    coverage.Reading = "A29=excluded"
)

// points returns what the brochure leaves open.
func points() coverage.OpenPoints {
	return coverage.OpenPoints{
		{ID: "A1", JA: "賠償責任の免責金額", EN: "liability deductible", Options: []option.ID{LiabilityDeductible}, Clauses: ids("LIM-01"), Choices: []coverage.Choice{
			{Code: "chosen", JA: "0円から100万円までの範囲で加入者が選択", EN: "the member chooses ¥0 to ¥1,000,000"},
		}},
		{ID: "A2", JA: "事故対応費用の支払限度額", EN: "limits of the incident response costs", Scope: costs, Options: []option.ID{CostsLimit}, Clauses: ids("LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12", "LIM-14", "LIM-16"), Choices: []coverage.Choice{
			{Code: "own-and-overall", JA: "費用ごとの支払限度額と、費用全体の支払限度額", EN: "a sublimit for each head, inside an aggregate limit"},
			{Code: "overall-only", JA: "費用全体の支払限度額のみ", EN: "only the aggregate limit"},
			{Code: "own-only", JA: "費用ごとの支払限度額のみ", EN: "only a limit for each head"},
		}},
		{ID: "A3a", JA: "訴訟対応費用の支払限度額の位置", EN: "place of the limit of litigation response costs", Clauses: ids("LIM-13", "PAY-12"), Choices: []coverage.Choice{
			{Code: "inside-costs", JA: "事故対応費用全体の支払限度額の内枠", EN: "inside the aggregate limit of incident response costs"},
			{Code: "beside-costs", JA: "外枠", EN: "in addition to the aggregate limit of incident response costs"},
			{Code: "inside-liability", JA: "賠償責任の支払限度額の内枠", EN: "inside the liability limit"},
		}},
		{ID: "A3b", JA: "全補償共通の支払限度額", EN: "combined aggregate limit", Clauses: ids("LIM-17"), Choices: []coverage.Choice{
			{Code: "none", JA: "設けない（設けた場合の額を参考として表示）", EN: "none; the figure with one is shown for comparison"},
			{Code: "capped", JA: "賠償責任の支払限度額（保険期間中）と同額", EN: "as much as the liability aggregate limit"},
		}},
		{ID: "A4", JA: "争訟費用・協力費用と支払限度額", EN: "defence and cooperation costs and the limits", Scope: liability, Clauses: ids("LIM-04", "PAY-04", "PAY-05"), Choices: []coverage.Choice{
			{Code: "within-aggregate", JA: "支払限度額（1請求）の外枠、支払限度額（保険期間中）の内枠", EN: "in addition to the per-claim limit, inside the aggregate limit"},
			{Code: "classical", JA: "いずれの支払限度額についても外枠", EN: "in addition to both limits"},
			{Code: "inside", JA: "損害賠償金と合わせた額に免責金額と支払限度額を適用", EN: "one loss with the damages, to which deductible and limits apply"},
		}},
		{ID: "A4b", JA: "争訟費用の按分に用いる支払限度額", EN: "limit used for the pro rata of defence costs", Scope: liability, Clauses: ids("LIM-04"), Choices: []coverage.Choice{
			{Code: "remaining", JA: "支払限度額（1請求）と支払限度額（保険期間中）の残額のいずれか小さい額", EN: "the smaller of the per-claim limit and the remaining aggregate limit"},
			{Code: "printed", JA: "ご契約の支払限度額（1請求）", EN: "the per-claim limit of the policy"},
		}},
		{ID: "A5", JA: "1請求の範囲", EN: "what is one claim", Clauses: ids("COV-30", "LIM-21"), Choices: []coverage.Choice{
			{Code: "one-claim", JA: "一連の損害賠償請求は、最初の請求の時になされた1請求", EN: "related third-party claims are one claim, made when the first was made"},
			{Code: "each-claim", JA: "損害賠償請求ごとに1請求", EN: "every third-party claim is a claim of its own"},
		}},
		{ID: "A5b", JA: "セキュリティ事故と風評被害事故", EN: "security incident and reputational incident", Scope: incident, Clauses: ids("PAY-13", "TRG-05"), Choices: []coverage.Choice{
			{Code: "one", JA: "一つの事故（いずれか早い方の発見の時を基準とする）", EN: "one incident, dated by the first discovery of either"},
			{Code: "two", JA: "別個の事故（それぞれの発見の時を基準とする）", EN: "two incidents, each dated by its own discovery"},
		}},
		{ID: "A6", JA: "募集期間後、基本の保険期間の前月のお申込み", EN: "application after the enrolment window, in the month before the base period", Scope: quoting, Stage: coverage.AfterWindowWithBase, Clauses: ids("PER-02"), Choices: []coverage.Choice{
			{Code: "accepted", JA: "基本の保険期間の開始時から補償（取扱代理店の承諾が必要）", EN: "cover starts with the base period, if the agent accepts"},
			{Code: "refused", JA: "受付期間外", EN: "refused"},
		}},
		{ID: "A7", JA: "翌月1日が保険期間の末日となるお申込み", EN: "application whose first of the next month is the last day of the period", Scope: quoting, Stage: coverage.OnLastDay, Clauses: ids("PER-03"), Choices: []coverage.Choice{
			{Code: "refused", JA: "受付期間外（翌年度のご加入）", EN: "refused: join the next scheme year"},
			{Code: "covered", JA: "残りの時間を補償し、1か月分の保険料とする", EN: "covered for the remaining hours, charged as one month"},
		}},
		{ID: "A8", JA: "申込みの日", EN: "date of the application", Scope: quoting, Stage: coverage.AfterWindow, Clauses: ids("PER-03"), Choices: []coverage.Choice{
			{Code: "entered", JA: "入力された申込日（日本の暦日）", EN: "the date entered, a civil date in Japan"},
		}},
		{ID: "A9", JA: "保険期間開始時に認識していた事由を判断する時点", EN: "time at which known circumstances are judged", Clauses: ids("EXC-05"), Choices: []coverage.Choice{
			{Code: "own-start", JA: "この加入者の今回の保険期間の開始時", EN: "the start of this member's own policy period"},
			{Code: "first-start", JA: "継続契約の最初の保険期間の開始時", EN: "the start of the member's continuous cover"},
		}},
		{ID: "A10", JA: "事故対応期間の終わり", EN: "end of the incident response period", Scope: costs, Clauses: ids("TRG-04", "TRG-07"), Choices: []coverage.Choice{
			{Code: "end-of-day", JA: "発見の翌日から起算して1年の最後の日の24時まで", EN: "a year reckoned from the day after discovery, to the end of its last day"},
			{Code: "to-moment", JA: "発見の時刻からちょうど1年", EN: "exactly a year from the moment of discovery"},
		}},
		{ID: "A11", JA: "訴訟対応費用の要件", EN: "trigger of litigation response costs", Scope: litigation, Clauses: ids("TRG-03", "PAY-12"), Choices: []coverage.Choice{
			{Code: "claim", JA: "保険期間中の損害賠償請求（事故の発見に代える）", EN: "a third-party claim made in the policy period, instead of discovery"},
			{Code: "both", JA: "損害賠償請求と事故の発見の両方", EN: "both"},
		}},
		{ID: "A11b", JA: "訴訟対応費用と事故対応期間", EN: "litigation response costs and the incident response period", Scope: litigation, Clauses: ids("PAY-12", "TRG-07"), Choices: []coverage.Choice{
			{Code: "any-time", JA: "事故対応期間に限らない", EN: "they need not arise in it"},
			{Code: "inside", JA: "事故対応期間内に限る", EN: "they must arise in it"},
		}},
		{ID: "A12", JA: "風評被害の拡大防止の費用", EN: "reputational response costs", Scope: incident, Clauses: ids("PAY-13"), Choices: []coverage.Choice{
			{Code: "own-head", JA: "①から⑦までとは別の補償項目", EN: "a head of their own beside (1) to (7)"},
			{Code: "advisory", JA: "③相談費用の一部", EN: "part of (3) advisory costs"},
			{Code: "other-response", JA: "⑤その他事故対応費用の一部", EN: "part of (5) other incident response costs"},
		}},
		{ID: "A13", JA: "攻撃がなかった場合の要件", EN: "conditions where no attack took place", Scope: incident.Head("attack-response"), Clauses: ids("COV-12c", "COV-12d"), Choices: []coverage.Choice{
			{Code: "both", JA: "判断の費用は外部通報と外部機関への依頼の両方、遮断の費用は外部通報", EN: "verification: an outside report and an outside organisation; shutdown: an outside report"},
			{Code: "either", JA: "判断の費用はいずれか一方、遮断の費用は外部通報", EN: "verification: either; shutdown: an outside report"},
		}},
		{ID: "A14", JA: "見舞金等の要件", EN: "conditions for consolation payments", Scope: incident, Clauses: ids("COV-15"), Choices: []coverage.Choice{
			{Code: "apparent", JA: "支出の日までに、個人情報の漏えい（そのおそれを含む）の事実が公表等により客観的に明らかであること", EN: "the personal-data leak, or its suspicion, is objectively apparent by the day of spending"},
		}},
		{ID: "A15", JA: "公表等により客観的に明らかであることを要する事故", EN: "incidents that must be objectively apparent", Scope: incident, Clauses: ids("INC-04", "INC-05"), Choices: []coverage.Choice{
			{Code: "attacks", JA: "④サイバー攻撃", EN: "incident (4)"},
			{Code: "both", JA: "④サイバー攻撃と⑤サイバー攻撃のおそれ", EN: "incidents (4) and (5)"},
		}},
		{ID: "A16", JA: "IT業務とITユーザー行為", EN: "IT services and IT-user activity", Clauses: ids("COV-01", "COV-10", "COV-11", "COV-21", "INC-02", "INC-03", "INC-04", "INC-05"), Choices: []coverage.Choice{
			{Code: "first-incident", JA: "すべての事故はIT業務に起因することを要し、ITユーザー行為は事故①に限り含む", EN: "every incident must arise from IT services; IT-user activity counts for incident (1) only"},
			{Code: "both", JA: "賠償責任についてもITユーザー行為を含む", EN: "IT-user activity counts for liability too"},
			{Code: "lead-first", JA: "IT業務またはITユーザー行為への起因を要するのは事故①のみ（②から⑤は要しない）", EN: "only incident (1) must arise from IT services or IT-user activity"},
		}},
		{ID: "A17", JA: "追加被保険者", EN: "additional insureds", Endorsements: ids(AdditionalInsuredsEndorsement), Clauses: ids("END-01", "INS-01"), Choices: []coverage.Choice{
			{Code: "attached", JA: "特約を付帯した場合に限り追加", EN: "by endorsement"},
			{Code: "built-in", JA: "当然に含む", EN: "always insured"},
		}},
		{ID: "A18", JA: "引渡後１か月危険担保特約条項の範囲", EN: "extent of the one-month post-delivery endorsement", Clauses: ids("END-02"), Choices: []coverage.Choice{
			{Code: "within-month", JA: "引渡し前に何も生じておらず、引渡し後1か月以内に生じたもの", EN: "what arose within the month, if nothing arose before delivery"},
			{Code: "until-month", JA: "引渡し前に生じたものを含む", EN: "what arose before delivery too"},
		}},
		{ID: "A18b", JA: "引渡し前後の免責の範囲", EN: "scope of the delivery exclusion", Clauses: ids("EXC-17"), Choices: []coverage.Choice{
			{Code: "all", JA: "すべての補償", EN: "the whole cover"},
			{Code: "liability", JA: "賠償責任のみ", EN: "liability only"},
		}},
		{ID: "A19", JA: "規制等対応費用と制裁金", EN: "regulatory response costs and the fine", Scope: regulatory, Clauses: ids("COV-20", "PAY-14"), Choices: []coverage.Choice{
			{Code: "never", JA: "制裁金そのものは含まない", EN: "never the fine itself"},
		}},
		{ID: "A20", JA: "財物の損壊等（特約のない場合）", EN: "property without an endorsement", Scope: liability, Clauses: ids("OPEN-01", "COV-22", "COV-23"), Choices: []coverage.Choice{
			{Code: "open", JA: "約款により担当者が判断するまで確認中とする", EN: "open until a person decides by the policy conditions"},
			{Code: "excluded", JA: "免責", EN: "excluded"},
			{Code: "covered", JA: "補償対象", EN: "covered"},
		}},
		{ID: "A21", JA: "通知の遅れによる削減", EN: "reduction for late notice", Scope: costs, Clauses: ids("LIM-18"), Choices: []coverage.Choice{
			{Code: "amount", JA: "担当者が入力した額を費用から削減", EN: "the amount that the adjuster enters, off the costs"},
		}},
		{ID: "A22", JA: "同意・支払要件と妥当性", EN: "consent, conditions and reasonableness", Clauses: ids("COV-02", "COV-03", "COV-36", "COV-37", "COV-38", "COV-39", "COV-42"), Choices: []coverage.Choice{
			{Code: "conditions", JA: "費用の同意・支払要件は、満たさなければ対象外、未確認ならお支払いの条件とする。妥当な額と、同意なく承認した賠償金は、認定額による", EN: "a consent or condition for costs denies if it is not met, and is a condition of the payment if it is not confirmed; what is reasonable, and damages admitted without consent, are the adjuster's accepted amount"},
		}},
		{ID: "A23", JA: "保険料の基礎となる売上高", EN: "sales basis", Scope: quoting, Stage: coverage.SalesStated, Clauses: ids("PRM-15"), Choices: []coverage.Choice{
			{Code: "it-services", JA: "直近の確定した会計年度のIT業務の売上高", EN: "IT-services sales of the latest confirmed fiscal year"},
			{Code: "total", JA: "直近の確定した会計年度の総売上高", EN: "total sales of the latest confirmed fiscal year"},
		}},
		{ID: "A24", JA: "保険料例の性質", EN: "nature of the premium table", Scope: quoting, Stage: coverage.EveryQuote, Clauses: ids("PRM-17", "QUO-00"), Choices: []coverage.Choice{
			{Code: "indicative", JA: "標準的な設定による概算。他の設定は取扱代理店への照会とする", EN: "indicative, for the standard setting; other settings are a referral"},
		}},
		{ID: "A25", JA: "ご申告の売上高の不足", EN: "under-declared sales", Clauses: ids("LIM-19", "PRM-16"), Choices: []coverage.Choice{
			{Code: "payments", JA: "支払限度額を適用した後のすべてのお支払いを削減", EN: "every payment is reduced, after all limits"},
			{Code: "damages", JA: "損害賠償金のみを削減", EN: "only damages are reduced"},
			{Code: "limits", JA: "支払限度額を削減", EN: "the limits are reduced instead"},
		}},
		{ID: "A26", JA: "表の行の間の保険料", EN: "premium between two rows", Scope: quoting, Stage: coverage.BetweenRows, Clauses: ids("PRM-12"), Choices: []coverage.Choice{
			{Code: "interpolated", JA: "前後の行の間の比例計算（10円未満四捨五入）", EN: "interpolated between the rows, half up to ¥10"},
			{Code: "next-row", JA: "次の行の保険料", EN: "that of the next row"},
			{Code: "refused", JA: "取扱代理店への照会", EN: "a referral"},
		}},
		{ID: "A27", JA: "中途加入の保険料", EN: "premium of a mid-term joiner", Scope: quoting, Stage: coverage.PartOfYear, Clauses: ids("PRM-14"), Choices: []coverage.Choice{
			{Code: "by-month", JA: "月割（12分の加入月数）", EN: "pro rata by month"},
			{Code: "by-day", JA: "日割", EN: "pro rata by day"},
			{Code: "short-rate", JA: "短期率", EN: "short rate"},
			{Code: "full", JA: "年間保険料の全額", EN: "the full annual premium"},
		}},
		{ID: "A28", JA: "お支払額の端数", EN: "rounding of payments", Clauses: ids("LIM-20"), Choices: []coverage.Choice{
			{Code: "cut", JA: "請求の合計の1円未満を切り捨て", EN: "the fraction of a yen of the claim's total is cut"},
			{Code: "half-up", JA: "請求の合計の1円未満を四捨五入", EN: "the claim's total is rounded half up"},
		}},
		{ID: "A29", JA: "意匠権・商標権・ドメイン名", EN: "design rights, trademarks and domain names", Clauses: ids("EXC-10", "INC-03"), Choices: []coverage.Choice{
			{Code: "as-copyright", JA: "著作権・人格権と同様に扱う", EN: "treated as copyright and personality rights are"},
			{Code: "excluded", JA: "その他の知的財産権として免責", EN: "excluded as other intellectual property"},
		}},
	}
}

func ids(all ...clause.ID) []clause.ID { return all }
