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
	var all []Reading
	litigation := exclusions.Costs.Head("litigation-response")
	scopes := map[string]exclusions.Scope{ // the others act in the whole cover
		"A2": exclusions.Costs, "A4": exclusions.Liability, "A4b": exclusions.Liability, "A5b": incident, "A10": exclusions.Costs,
		"A11": litigation, "A11b": litigation, "A12": incident, "A13": incident.Head("attack-response"), "A15": incident,
	}
	add := func(id, ja, en string, chosen uint8, choices [][2]string, clauses ...clause.ID) {
		all = append(all, Reading{ID: id, JA: ja, EN: en, ChoiceJA: choices[chosen][0], ChoiceEN: choices[chosen][1], Clauses: clauses, Default: chosen == 0, Scope: scopes[id]})
	}
	// A clause that a reading does away with shapes nothing.
	window, property := []clause.ID{"PAY-12"}, []clause.ID{"OPEN-01"}
	response := []clause.ID{"TRG-04"}
	if r.Window == InsideWindow {
		window, response = append(window, "TRG-07"), append(response, "TRG-07")
	}
	if r.Exclusions.Property == exclusions.Included {
		property = nil
	}
	own := []clause.ID{"LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12", "LIM-14"}
	add("A1", "賠償責任の免責金額", "liability deductible", 0, [][2]string{{"0円から100万円まで選べる", "chosen from nothing to ¥1,000,000"}}, "LIM-01")
	add("A2", "事故対応費用の支払限度額", "limits of the response costs", uint8(r.Limits.Costs), [][2]string{
		{"費用ごとの限度額と全体の限度額", "one for each cost type, inside an overall one"},
		{"全体の限度額のみ", "an overall one alone"},
		{"費用ごとの限度額のみ", "one for each cost type alone"}}, append(own, "LIM-16")...)
	add("A3a", "訴訟対応費用の支払限度額の位置", "place of the litigation response limit", uint8(r.Limits.Litigation), [][2]string{
		{"事故対応費用全体の限度額の内枠", "inside the overall limit of the costs"},
		{"その外枠", "beside it"},
		{"賠償責任の限度額の内枠", "inside the liability limit"}}, "LIM-13", "PAY-12")
	add("A3b", "全補償共通の支払限度額", "one limit over all payments of the period", uint8(r.Limits.Cap), [][2]string{
		{"定めなし（適用した場合の額を併記）", "none; the figure with it is shown beside"},
		{"賠償責任の保険期間中の限度額", "the liability limit for the period"}}, "LIM-17")
	add("A4", "争訟費用・協力費用と支払限度額", "defence and cooperation costs beside the limit", uint8(r.Limits.Defence), [][2]string{
		{"1請求の限度額の外枠、保険期間中の限度額の内枠", "on top of the limit per claim, inside that for the period"},
		{"いずれの限度額の外枠", "on top of both limits"},
		{"損害賠償金と合わせて一つの損害", "one loss with the damages"}}, "LIM-04", "PAY-04", "PAY-05")
	add("A4b", "按分の限度額", "limit that scales defence costs", uint8(r.Limits.Scale), [][2]string{
		{"1請求の限度額と保険期間中の残額の小さい方", "the smaller of the limit per claim and what is left for the period"},
		{"証券記載の限度額", "the limit as printed"}}, "LIM-04")
	add("A5", "1請求", "what one claim is", uint8(r.Limits.Related), [][2]string{
		{"一連の請求は最初の請求の時の1請求", "claims of a series are one, made when the first was"},
		{"請求ごと", "every demand is one"}}, "COV-30", "LIM-21")
	add("A5b", "セキュリティ事故と風評被害事故", "an incident and its reputational incident", uint8(r.Incidents), [][2]string{
		{"一つの事故（風評被害事故の発見の時も最初の発見の時）", "one incident, both dated by the first discovery of either"},
		{"それぞれの発見の時の二つの事故", "two, each dated by its own discovery"}}, "PAY-13")
	add("A9", "保険期間の開始時の認識", "circumstances known at the start", uint8(r.Exclusions.Start), [][2]string{
		{"加入者自身の今回の保険期間の開始時", "at the start of this member's own period"},
		{"継続する最初の保険期間の開始時", "at the start of the first of the unbroken periods"}}, "EXC-05")
	add("A10", "事故対応期間の終わり", "end of the incident response period", uint8(r.Period.Response), [][2]string{
		{"翌日から起算し、末日の午後12時まで", "reckoned from the next day, to the end of the last"},
		{"発見の時刻からちょうど1年", "a year to the moment"}}, response...)
	add("A11", "訴訟対応費用の要件", "trigger of litigation response", uint8(r.Litigation), [][2]string{
		{"保険期間中の請求（発見に代えて）", "a claim made in the policy period, instead of discovery"},
		{"請求と発見の両方", "both"}}, "TRG-03", "PAY-12")
	add("A11b", "訴訟対応費用と事故対応期間", "litigation response and the response period", uint8(r.Window), [][2]string{
		{"事故対応期間に限らない", "it need not arise in it"},
		{"事故対応期間内に限る", "it must arise in it"}}, window...)
	add("A12", "風評被害拡大防止の費用", "reputational response costs", uint8(r.Limits.Reputational), [][2]string{
		{"①から⑦までと別の費用", "a cost head of their own"},
		{"③相談費用の一部", "part of (3) advisory costs"},
		{"⑤その他事故対応費用の一部", "part of (5) other response costs"}}, "PAY-13")
	add("A13", "根拠のなかった攻撃のおそれ", "groundless suspicion of an attack", uint8(r.Suspicion), [][2]string{
		{"外部通報かつ外部機関（遮断は外部通報）", "an external report and an outside body; for a shutdown, the report"},
		{"外部通報または外部機関（遮断は外部通報）", "either; for a shutdown, the report"}}, "COV-12c", "COV-12d")
	add("A14", "見舞金等の要件", "consolation payments", 0, [][2]string{
		{"支出の日までに個人情報の漏えい等の事実が客観的に明らか", "the fact of the personal-data leak is objectively clear by the day of spending"}}, "COV-15")
	add("A15", "公表等による客観的な明白さ", "objectively clear through publication", uint8(r.Publicity), [][2]string{
		{"④に求める", "asked of incident (4)"},
		{"④と⑤に求める", "asked of incidents (4) and (5)"}}, "INC-04", "INC-05")
	add("A16", "ITユーザー行為", "IT-user activity", uint8(r.Activity), [][2]string{
		{"セキュリティ事故①に限る", "counts for incident (1) alone"},
		{"賠償責任にも含める", "counts for liability, too"}}, "COV-01", "COV-21", "INC-01a", "INC-01b", "INC-01c")
	add("A17", "追加被保険者", "additional insureds", uint8(r.Exclusions.Insureds), [][2]string{
		{"特約の付帯による", "by an endorsement that is attached"},
		{"当然に含む", "built in"}}, "INS-01", "END-01")
	add("A18", "引渡後1か月特約の範囲", "what the post-delivery endorsement gives back", uint8(r.Exclusions.Delivery), [][2]string{
		{"引渡し前に何も生じず、1か月以内に生じたもの", "what arose within the month, if nothing did before delivery"},
		{"引渡し前に生じたものも含む", "what arose before delivery, too"}}, "END-02")
	add("A18b", "引渡し前後の免責の範囲", "reach of the delivery exclusion", uint8(r.Exclusions.Reach), [][2]string{
		{"すべての補償", "all covers"},
		{"賠償責任のみ", "liability alone"}}, "EXC-17", "EXC-17a")
	add("A19", "規制等対応費用と制裁金", "regulatory response and the fine", 0, [][2]string{
		{"制裁金そのものは含まない", "never the fine itself"}}, "COV-20", "PAY-14")
	add("A20", "財物の損壊", "damage to property", uint8(r.Exclusions.Property), [][2]string{
		{"約款により個別に判断する", "open until a person decides by the policy conditions"},
		{"対象外", "excluded"},
		{"対象", "covered as any other loss"}}, property...)
	add("A21", "通知の遅れによる減額", "late notice", 0, [][2]string{
		{"担当者が入力した額を費用から差し引く", "the amount that the adjuster enters, off the costs"}}, "LIM-18")
	add("A22", "同意と妥当性", "consent and reasonableness", 0, [][2]string{
		{"担当者が認定した額による", "by the amount that the adjuster recognizes"}}, "COV-02", "COV-03", "COV-36")
	add("A25", "売上高の過少申告", "under-declared sales", uint8(r.Limits.Reduction), [][2]string{
		{"すべてのお支払いを限度額の後で削減", "every payment is reduced, after all limits"},
		{"損害賠償金のみを削減", "damages alone are reduced"},
		{"限度額を削減", "the limits are reduced instead"}}, "LIM-19")
	add("A28", "お支払額の端数", "rounding of payments", uint8(r.Limits.Rounding), [][2]string{
		{"請求の合計の1円未満を切り捨て", "fractions of a yen of the claim's total are cut"},
		{"請求の合計の1円未満を四捨五入", "fractions of a yen of the claim's total, half up"}}, "LIM-20")
	return all
}
