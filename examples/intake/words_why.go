// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/yen"
)

// manual returns how to answer: what to type, and what it means.
func (w speech) manual() [][2]string {
	return [][2]string{
		{w.in("はい（y）、いいえ（n）", "yes (y), no (n)"), w.in("質問への回答", "the answer to a question")},
		{w.in("不明（?）", "unknown (?)"), w.in("だれにも分からない（この質問は繰り返しません）", "nobody knows; the question is not asked again")},
		{w.in("争いあり", "disputed"), w.in("当事者の主張が食い違っている（同上）", "the parties contradict each other; the same")},
		{w.in("日付", "a date"), w.in("2024-08-01、2024年8月1日、令和6年8月1日、2024-08-01 16:00 など",
			"2024-08-01, 1 August 2024 or, with the hour, 2024-08-01 16:00")},
		{w.in("なし、まだ", "never, not yet"), w.in("そのことがまだ起きていない", "it has not happened")},
		{w.in("金額", "an amount"), w.in("280万円、2,800,000円 など。「全額」は請求額の全額", `2800000 or ¥2,800,000; "full" is all that is claimed`)},
		{w.in("戻る（b）", "back (b)"), w.in("直前の回答を取り消す", "takes the last answer back")},
		{w.in("なぜ（w）", "why (w)"), w.in("質問の理由と、回答ごとの見込みを表示する", "says why the question is asked, and what each answer would leave")},
		{w.in("表示（s）", "show (s)"), w.in("ここまでの試算を表示する", "prints the assessment so far")},
		{w.in("終了（q）", "quit (q)"), w.in("ここまでの試算を表示して終わる", "prints the assessment so far and ends")},
	}
}

func (w speech) whyClauses() string {
	return w.in("この質問の回答によって決まる条項：", "These clauses depend on the answer:")
}

// leaves says what an amount would leave.
func (w speech) leaves(amount, least, most yen.Amount) string {
	return w.yen(amount) + w.in("：", ": ") + w.bounds(least, most)
}

func (w speech) whyItems() string { return w.in("対象の明細：", "It is about:") }

func (w speech) whyCases() string {
	return w.in("回答ごとのお支払額の見込み：", "Payable after each answer:")
}

// effect says what it means that the condition of a rule is met, of a rule that is so many
// levels below the one to which it is an exception.
func (w speech) effect(r exclusions.Rule, level int) string {
	requires := r.Class == coverage.Insured || r.Class == coverage.Trigger || r.Class == coverage.Cover || r.Class == coverage.AddedCover
	switch {
	case requires && level%2 == 1:
		return w.in("補償の要件。次の場合に満たします。", "Requirement of the cover, met if:")
	case requires:
		return w.in("補償の要件。次の場合は満たしません。", "Requirement of the cover, not met if:")
	case r.Class == coverage.LeftOut:
		return w.in("補償の範囲。次の場合は補償対象外です。", "Scope of the cover; not covered if:")
	case level == 0:
		return w.in("免責事由。次の場合に該当します。", "Exclusion; it applies if:")
	case level%2 == 1:
		return w.in("免責事由の例外。次の場合は免責になりません。", "Exception to the exclusion, which restores cover if:")
	}
	return w.in("例外の制限。次の場合、例外は適用されません。", "Limit of the exception, which does not apply if:")
}
