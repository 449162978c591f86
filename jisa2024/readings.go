// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
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
		{ID: "A1", JA: "賠償責任の免責金額", EN: "liability deductible",
			Options: []option.ID{LiabilityDeductible}, Clauses: ids("LIM-01"), Choices: []coverage.Choice{
				choice("chosen", "0円から100万円までの範囲で加入者が選択", "the member chooses ¥0 to ¥1,000,000")}},
		{ID: "A2", JA: "事故対応費用の支払限度額", EN: "limits of the incident response costs",
			Scope: costs, Options: []option.ID{CostsLimit},
			Clauses: ids("LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12", "LIM-14", "LIM-16"),
			Choices: []coverage.Choice{
				choice("own-and-overall", "費用ごとの支払限度額と、費用全体の支払限度額",
					"a sublimit for each head, inside an aggregate limit"),
				choice("overall-only", "費用全体の支払限度額のみ", "only the aggregate limit"),
				choice("own-only", "費用ごとの支払限度額のみ", "only a limit for each head")}},
		point(everywhere, "A3a", "訴訟対応費用の支払限度額の位置", "place of the limit of litigation response costs",
			ids("LIM-13", "PAY-12"),
			choice("inside-costs", "事故対応費用全体の支払限度額の内枠", "inside the aggregate limit of incident response costs"),
			choice("beside-costs", "外枠", "in addition to the aggregate limit of incident response costs"),
			choice("inside-liability", "賠償責任の支払限度額の内枠", "inside the liability limit")),
		point(everywhere, "A3b", "全補償共通の支払限度額", "combined aggregate limit", ids("LIM-17"),
			choice("none", "設けない（設けた場合の額を参考として表示）", "none; the figure with one is shown for comparison"),
			choice("capped", "賠償責任の支払限度額（保険期間中）と同額", "as much as the liability aggregate limit")),
		point(liability, "A4", "争訟費用・協力費用と支払限度額", "defence and cooperation costs and the limits",
			ids("LIM-04", "PAY-04", "PAY-05"),
			choice("within-aggregate", "支払限度額（1請求）の外枠、支払限度額（保険期間中）の内枠",
				"in addition to the per-claim limit, inside the aggregate limit"),
			choice("classical", "いずれの支払限度額についても外枠", "in addition to both limits"),
			choice("inside", "損害賠償金と合わせた額に免責金額と支払限度額を適用",
				"one loss with the damages, to which deductible and limits apply")),
		point(liability, "A4b", "争訟費用の按分に用いる支払限度額", "limit used for the pro rata of defence costs", ids("LIM-04"),
			choice("remaining", "支払限度額（1請求）と支払限度額（保険期間中）の残額のいずれか小さい額",
				"the smaller of the per-claim limit and the remaining aggregate limit"),
			choice("printed", "ご契約の支払限度額（1請求）", "the per-claim limit of the policy")),
		point(everywhere, "A5", "1請求の範囲", "what is one claim", ids("COV-30", "LIM-21"),
			choice("one-claim", "一連の損害賠償請求は、最初の請求の時になされた1請求",
				"related third-party claims are one claim, made when the first was made"),
			choice("each-claim", "損害賠償請求ごとに1請求", "every third-party claim is a claim of its own")),
		point(incident, "A5b", "セキュリティ事故と風評被害事故", "security incident and reputational incident",
			ids("PAY-13", "TRG-05"),
			choice("one", "一つの事故（いずれか早い方の発見の時を基準とする）", "one incident, dated by the first discovery of either"),
			choice("two", "別個の事故（それぞれの発見の時を基準とする）", "two incidents, each dated by its own discovery")),
		quotePoint(coverage.AfterWindowWithBase, "A6", "募集期間後、基本の保険期間の前月のお申込み",
			"application after the enrolment window, in the month before the base period", ids("PER-02"),
			choice("accepted", "基本の保険期間の開始時から補償（取扱代理店の承諾が必要）",
				"cover starts with the base period, if the agent accepts"),
			choice("refused", "受付期間外", "refused")),
		quotePoint(coverage.OnLastDay, "A7", "翌月1日が保険期間の末日となるお申込み",
			"application whose first of the next month is the last day of the period", ids("PER-03"),
			choice("refused", "受付期間外（翌年度のご加入）", "refused: join the next scheme year"),
			choice("covered", "残りの時間を補償し、1か月分の保険料とする", "covered for the remaining hours, charged as one month")),
		quotePoint(coverage.AfterWindow, "A8", "申込みの日", "date of the application", ids("PER-03"),
			choice("entered", "入力された申込日（日本の暦日）", "the date entered, a civil date in Japan")),
		point(everywhere, "A9", "保険期間開始時に認識していた事由を判断する時点", "time at which known circumstances are judged",
			ids("EXC-05"),
			choice("own-start", "この加入者の今回の保険期間の開始時", "the start of this member's own policy period"),
			choice("first-start", "継続契約の最初の保険期間の開始時", "the start of the member's continuous cover")),
		point(costs, "A10", "事故対応期間の終わり", "end of the incident response period", ids("TRG-04", "TRG-07"),
			choice("end-of-day", "発見の翌日から起算して1年の最後の日の24時まで",
				"a year reckoned from the day after discovery, to the end of its last day"),
			choice("to-moment", "発見の時刻からちょうど1年", "exactly a year from the moment of discovery")),
		point(litigation, "A11", "訴訟対応費用の要件", "trigger of litigation response costs", ids("TRG-03", "PAY-12"),
			choice("claim", "保険期間中の損害賠償請求（事故の発見に代える）",
				"a third-party claim made in the policy period, instead of discovery"),
			choice("both", "損害賠償請求と事故の発見の両方", "both")),
		point(litigation, "A11b", "訴訟対応費用と事故対応期間", "litigation response costs and the incident response period",
			ids("PAY-12", "TRG-07"),
			choice("any-time", "事故対応期間に限らない", "they need not arise in it"),
			choice("inside", "事故対応期間内に限る", "they must arise in it")),
		point(incident, "A12", "風評被害の拡大防止の費用", "reputational response costs", ids("PAY-13"),
			choice("own-head", "①から⑦までとは別の補償項目", "a head of their own beside (1) to (7)"),
			choice("advisory", "③相談費用の一部", "part of (3) advisory costs"),
			choice("other-response", "⑤その他事故対応費用の一部", "part of (5) other incident response costs")),
		point(incident.Head("attack-response"), "A13", "攻撃がなかった場合の要件", "conditions where no attack took place",
			ids("COV-12c", "COV-12d"),
			choice("both", "判断の費用は外部通報と外部機関への依頼の両方、遮断の費用は外部通報",
				"verification: an outside report and an outside organisation; shutdown: an outside report"),
			choice("either", "判断の費用はいずれか一方、遮断の費用は外部通報", "verification: either; shutdown: an outside report")),
		point(incident, "A14", "見舞金等の要件", "conditions for consolation payments", ids("COV-15"),
			choice("apparent", "支出の日までに、個人情報の漏えい（そのおそれを含む）の事実が公表等により客観的に明らかであること",
				"the personal-data leak, or its suspicion, is objectively apparent by the day of spending")),
		point(incident, "A15", "公表等により客観的に明らかであることを要する事故", "incidents that must be objectively apparent",
			ids("INC-04", "INC-05"),
			choice("attacks", "④サイバー攻撃", "incident (4)"),
			choice("both", "④サイバー攻撃と⑤サイバー攻撃のおそれ", "incidents (4) and (5)")),
		point(everywhere, "A16", "IT業務とITユーザー行為", "IT services and IT-user activity",
			ids("COV-01", "COV-10", "COV-11", "COV-21", "INC-02", "INC-03", "INC-04", "INC-05"),
			choice("first-incident", "すべての事故はIT業務に起因することを要し、ITユーザー行為は事故①に限り含む",
				"every incident must arise from IT services; IT-user activity counts for incident (1) only"),
			choice("both", "賠償責任についてもITユーザー行為を含む", "IT-user activity counts for liability too"),
			choice("lead-first", "IT業務またはITユーザー行為への起因を要するのは事故①のみ（②から⑤は要しない）",
				"only incident (1) must arise from IT services or IT-user activity")),
		{ID: "A17", JA: "追加被保険者", EN: "additional insureds",
			Endorsements: ids(AdditionalInsuredsEndorsement), Clauses: ids("END-01", "INS-01"),
			Choices: []coverage.Choice{
				choice("attached", "特約を付帯した場合に限り追加", "by endorsement"),
				choice("built-in", "当然に含む", "always insured")}},
		point(everywhere, "A18", "引渡後１か月危険担保特約条項の範囲", "extent of the one-month post-delivery endorsement",
			ids("END-02"),
			choice("within-month", "引渡し前に何も生じておらず、引渡し後1か月以内に生じたもの",
				"what arose within the month, if nothing arose before delivery"),
			choice("until-month", "引渡し前に生じたものを含む", "what arose before delivery too")),
		point(everywhere, "A18b", "引渡し前後の免責の範囲", "scope of the delivery exclusion", ids("EXC-17"),
			choice("all", "すべての補償", "the whole cover"),
			choice("liability", "賠償責任のみ", "liability only")),
		point(regulatory, "A19", "規制等対応費用と制裁金", "regulatory response costs and the fine", ids("COV-20", "PAY-14"),
			choice("never", "制裁金そのものは含まない", "never the fine itself")),
		point(liability, "A20", "財物の損壊等（特約のない場合）", "property without an endorsement",
			ids("OPEN-01", "COV-22", "COV-23"),
			choice("open", "約款により担当者が判断するまで確認中とする", "open until a person decides by the policy conditions"),
			choice("excluded", "免責", "excluded"),
			choice("covered", "補償対象", "covered")),
		point(costs, "A21", "通知の遅れによる削減", "reduction for late notice", ids("LIM-18"),
			choice("amount", "担当者が入力した額を費用から削減", "the amount that the adjuster enters, off the costs")),
		point(everywhere, "A22", "同意・支払要件と妥当性", "consent, conditions and reasonableness",
			ids("COV-02", "COV-03", "COV-36", "COV-37", "COV-38", "COV-39", "COV-42"),
			choice("conditions", "費用の同意・支払要件は、満たさなければ対象外、未確認ならお支払いの条件とする。妥当な額と、同意なく承認した賠償金は、認定額による",
				"a consent or condition for costs denies if it is not met, "+
					"and is a condition of the payment if it is not confirmed; what is reasonable, "+
					"and damages admitted without consent, are the adjuster's accepted amount")),
		quotePoint(coverage.SalesStated, "A23", "保険料の基礎となる売上高", "sales basis", ids("PRM-15"),
			choice("it-services", "直近の確定した会計年度のIT業務の売上高", "IT-services sales of the latest confirmed fiscal year"),
			choice("total", "直近の確定した会計年度の総売上高", "total sales of the latest confirmed fiscal year")),
		quotePoint(coverage.EveryQuote, "A24", "保険料例の性質", "nature of the premium table", ids("PRM-17", "QUO-00"),
			choice("indicative", "標準的な設定による概算。他の設定は取扱代理店への照会とする",
				"indicative, for the standard setting; other settings are a referral")),
		point(everywhere, "A25", "ご申告の売上高の不足", "under-declared sales", ids("LIM-19", "PRM-16"),
			choice("payments", "支払限度額を適用した後のすべてのお支払いを削減", "every payment is reduced, after all limits"),
			choice("damages", "損害賠償金のみを削減", "only damages are reduced"),
			choice("limits", "支払限度額を削減", "the limits are reduced instead")),
		quotePoint(coverage.BetweenRows, "A26", "表の行の間の保険料", "premium between two rows", ids("PRM-12"),
			choice("interpolated", "前後の行の間の比例計算（10円未満四捨五入）", "interpolated between the rows, half up to ¥10"),
			choice("next-row", "次の行の保険料", "that of the next row"),
			choice("refused", "取扱代理店への照会", "a referral")),
		quotePoint(coverage.PartOfYear, "A27", "中途加入の保険料", "premium of a mid-term joiner", ids("PRM-14"),
			choice("by-month", "月割（12分の加入月数）", "pro rata by month"),
			choice("by-day", "日割", "pro rata by day"),
			choice("short-rate", "短期率", "short rate"),
			choice("full", "年間保険料の全額", "the full annual premium")),
		point(everywhere, "A28", "お支払額の端数", "rounding of payments", ids("LIM-20"),
			choice("cut", "請求の合計の1円未満を切り捨て", "the fraction of a yen of the claim's total is cut"),
			choice("half-up", "請求の合計の1円未満を四捨五入", "the claim's total is rounded half up")),
		point(everywhere, "A29", "意匠権・商標権・ドメイン名", "design rights, trademarks and domain names", ids("EXC-10", "INC-03"),
			choice("as-copyright", "著作権・人格権と同様に扱う", "treated as copyright and personality rights are"),
			choice("excluded", "その他の知的財産権として免責", "excluded as other intellectual property")),
	}
}

// point returns what is left open for a part of the cover. The first choice is the
// default.
func point(part exclusions.Scope, id, ja, en string, by []clause.ID, of ...coverage.Choice) coverage.OpenPoint {
	return coverage.OpenPoint{ID: id, JA: ja, EN: en, Scope: part, Clauses: by, Choices: of}
}

// quotePoint returns what is left open for the quotes of a stage.
func quotePoint(at coverage.Stage, id, ja, en string, by []clause.ID, of ...coverage.Choice) coverage.OpenPoint {
	return coverage.OpenPoint{ID: id, JA: ja, EN: en, Scope: quoting, Stage: at, Clauses: by, Choices: of}
}

func choice(code, ja, en string) coverage.Choice { return coverage.Choice{Code: code, JA: ja, EN: en} }
