// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// Calendar returns the calendar of the 2024 edition, ready to join.
func Calendar() period.Schedule {
	s, _ := period.NewSchedule(calendar(points())) // a test holds that there is no error
	return s
}

func calendar(r coverage.OpenPoints) period.Calendar {
	return period.Calendar{
		Base:       period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
		BaseClause: titled("PER-01", "保険期間", "policy period", policyPeriod),

		Opens:        period.MustParseDate("2024-05-07"),
		Closes:       period.MustParseDate("2024-06-14"),
		WindowClause: titled("PER-02", "募集期間", "enrolment window", "表紙「募集期間」"),
		GapWithBase:  !r.Has(AfterWindowRefused),

		Starts:        []period.Start{{Day: 1, Until: 31, Before: 1}},
		Last:          period.MustParseDate(pick(r.Has(LastDayCovered), "2025-07-01", "2025-06-01")),
		MidTermClause: titled("PER-03", "中途加入", "mid-term joining", policyPeriod),
	}
}

// dateQuestions returns the questions for the dates of the 2024 edition, in
// the order of the fields of [coverage.Dates] and [coverage.Item].
func dateQuestions() []fact.Question {
	return []fact.Question{
		{Fact: "made", JA: "被保険者に対して損害賠償請求がなされた日はいつですか（保険期間の初日または末日の場合は時刻も。損害賠償請求を受けていない場合は「請求なし」）",
			EN: "On what date was the third-party claim made against the insured " +
				"(on the first or last day of the policy period, also the time; say so if no claim has been made)?"},
		{Fact: "discovered", JA: "被保険者がセキュリティ事故を最初に発見した日はいつですか（保険期間の初日または末日の場合は時刻も。発見していない場合は「発見なし」）",
			EN: "On what date did an insured first discover the security incident " +
				"(on the first or last day of the policy period, also the time; say so if none has been discovered)?"},
		{Fact: "reputational", JA: "被保険者が風評被害事故を最初に発見した日はいつですか（保険期間の初日または末日の場合は時刻も。発見していない場合は「発見なし」）",
			EN: "On what date did an insured first discover the reputational incident " +
				"(on the first or last day of the policy period, also the time; say so if none has been discovered)?"},
		{Fact: "cause", JA: "事故の原因となった事由が発生した日はいつですか",
			EN: "On what date did the circumstances that led to the event arise?"},
		{Fact: "aware", JA: "損害賠償請求を受けるおそれがあることを、被保険者が最初に認識した日はいつですか（認識したと合理的に判断できる日を含みます。認識していない場合は「認識なし」）",
			EN: "On what date did the insured first know " +
				"(or on what date were there first reasonable grounds to conclude that the insured knew) that " +
				"a third-party claim was likely (say so if the insured has never known)?"},
		{Fact: "delivered", JA: "業務の成果物を引き渡した日はいつですか（試用後の本引渡しを取り決めている場合は本引渡しの日。まだ引き渡していない場合は「未引渡し」）",
			EN: "On what date was the work delivered " +
				"(final delivery, if a trial comes first; say so if the work has not been delivered)?"},
		{Fact: "attack-published", JA: "サイバー攻撃（そのおそれを含む）の事実が、公表等により客観的に明らかになった日はいつですか（明らかになっていない場合は「公表なし」）",
			EN: "On what date did the cyber attack (or suspected attack) become objectively apparent, " +
				"for example by publication (say so if the attack has not become apparent)?"},
		{Fact: "leak-published", JA: "個人情報の漏えい（そのおそれを含む）の事実が、公表等により客観的に明らかになった日はいつですか（明らかになっていない場合は「公表なし」）",
			EN: "On what date did the leak (or suspected leak) of personal data become objectively apparent, " +
				"for example by publication (say so if the leak has not become apparent)?"},
		{Fact: "measure", JA: "監督官庁・規制当局等の措置（調査、命令、警告、制裁金など）を受けた日はいつですか（保険期間の初日または末日の場合は時刻も。措置を受けていない場合は「措置なし」）",
			EN: "On what date was the regulator's action (such as an investigation, order, warning or fine) received " +
				"(on the first or last day of the policy period, also the time; say so if there has been no action)?"},
		{Fact: "incurred", JA: "この明細の費用が生じた日（作業が行われた日または支払義務が生じた日）はいつですか（まだ生じていない場合は「未発生」）",
			EN: "On what date was this cost incurred, that is, the work done or the duty to pay created " +
				"(say so if the cost has not been incurred)?"},
		{Fact: "spent", JA: "この明細の費用を支出した日はいつですか（まだ支出していない場合は「未支出」）",
			EN: "On what date was this cost paid (say so if the cost has not been paid)?"},
	}
}

// dateFacts returns the facts that follow from dates.
func dateFacts(r coverage.OpenPoints) []coverage.DateFact {
	year, month := period.Years(1), period.Months(1)
	responds := titled("PER-04", "事故対応期間", "incident response period", partCosts+"（＊2）")
	delivers := titled("PER-05", "引渡し後1か月の期間", "one month after delivery", notPaid)
	return []coverage.DateFact{
		{Fact: ClaimInPeriod, Date: "made", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: DiscoveredInPeriod, Date: "discovered", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: ReputationalInPeriod, Date: "reputational", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: MeasureInPeriod, Date: "measure", Is: coverage.Within, Anchor: coverage.PolicyPeriod},
		{Fact: InResponsePeriod, Date: "incurred", Is: coverage.Within, Anchor: coverage.Discovery,
			Span: pick(r.Has(ResponseToMoment), year.ToMoment(), year), Clause: responds},
		{Fact: PubliclyClear, Date: "attack-published", Is: coverage.Happened},
		{Fact: CauseBeforeStart, Date: "cause", Is: coverage.Before, Anchor: coverage.PolicyPeriod},
		{Fact: KnownAtStart, Date: "aware", Is: coverage.KnownBy, Anchor: coverage.PolicyPeriod},
		{Fact: CauseBeforeFirst, Date: "cause", Is: coverage.Before, Anchor: coverage.ContinuousCover},
		{Fact: KnownAtFirst, Date: "aware", Is: coverage.KnownBy, Anchor: coverage.ContinuousCover},
		{Fact: NeverDelivered, Date: "delivered", Is: coverage.NeverHappened},
		{Fact: ClaimBeforeDelivery, Date: "made", Is: coverage.Before, Anchor: coverage.Delivery},
		{Fact: ClaimWithinMonth, Date: "made", Is: coverage.Within, Anchor: coverage.Delivery,
			Span: month, Clause: delivers},
		{Fact: KnownBeforeDelivery, Date: "aware", Is: coverage.Before, Anchor: coverage.Delivery},
		{Fact: KnownWithinMonth, Date: "aware", Is: coverage.Within, Anchor: coverage.Delivery,
			Span: month, Clause: delivers},
		{Fact: ClearWhenSpent, Date: "leak-published", Is: coverage.ByDay, Anchor: coverage.Spending},
	}
}
