// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import "github.com/baiseki/baiseki/exclusions"

// manual says how to answer.
func (d *dialogue) manual() {
	for _, line := range []string{
		d.in("事実は「はい」「いいえ」「不明」「争いあり」でお答えください。",
			"Answer a question about a fact with yes, no, unknown or disputed."),
		d.in("日付は 2024-08-01、2024年8月1日、令和6年8月1日 のように、必要なら時刻も添えてください。その事がなければ「なし」です。",
			"Answer a date such as 2024-08-01 or 1 August 2024, with the time of day where it is asked for, or never."),
		d.in("金額は 280万円、2,800,000円 のように、全額なら「全額」とお答えください。",
			"Answer an amount such as ¥2,800,000, or full for all that is claimed."),
		d.in("「戻る」直前の回答を取り消す　「なぜ」質問の理由　「表示」ここまでの結果　「終了」終わる",
			`"back" takes the last answer back, "why" says why it is asked, "show" prints the result so far, "quit" ends.`),
	} {
		d.out.entry("  ", line)
	}
}

func (w speech) whyClauses() string {
	return w.in("次の条項の適用が、この回答によります。", "These clauses depend on the answer:")
}

func (w speech) whyAmount() string {
	return w.in("お支払額は、この金額によります。", "The amount payable depends on it.")
}

func (w speech) whyItems() string { return w.in("対象の明細：", "It is about:") }

func (w speech) whyCases() string {
	return w.in("回答によるお支払額の見込み：", "What each answer would leave:")
}

// effect says what it means that a rule, or an exception a level below it, applies.
func (w speech) effect(r exclusions.Rule, level int) string {
	switch {
	case level%2 == 1:
		return w.in("次のときは、上位の条項が適用されません。", "The clause above does not apply if:")
	case r.Class == exclusions.Excess:
		return w.in("次のときは、加重された額をお支払いできません。", "The excess is not paid if:")
	}
	return w.in("次のときは、お支払いできません。", "Nothing is paid if:")
}
